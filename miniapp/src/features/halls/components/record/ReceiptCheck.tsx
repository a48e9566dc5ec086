import { BALLOT_CHOICE_WORDS, HALL_CHANNEL_WORDS } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card, Section } from '@/components/Card';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { QueryState } from '@/components/QueryState';
import { Skeleton } from '@/components/Skeleton';
import { useReceipt } from '../../api/voting';

const CODE_MAX = 40;

/** The holder of a receipt finds their ballot among those that were counted. */
export function ReceiptCheck({ topicId }: { topicId: string }) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const receipt = useReceipt(topicId, asked);
  const code = typed.replace(/\s/g, '');
  const check = (): void => {
    if (code === asked) void receipt.refetch();
    else setAsked(code);
  };
  return (
    <Section title="核对我的回执">
      <Card>
        <Box className="stack stack-3">
          <TextField
            label="回执"
            value={typed}
            onInput={setTyped}
            maxLength={CODE_MAX}
            placeholder="投票后给你的那串字母和数字"
            onConfirm={check}
          />
          <Button wide icon="search" disabled={code === ''} onTap={check} testId="check-receipt">
            查这一票
          </Button>
          {asked !== null && (
            <QueryState query={receipt} skeleton={<Skeleton lines={2} />}>
              {(found) => (
                <Notice tone={found.counted ? 'good' : 'wait'} testId="receipt-found">
                  <Text className="block">
                    找到了：投的是「{BALLOT_CHOICE_WORDS[found.choice]}」，来自
                    {HALL_CHANNEL_WORDS[found.channel]}。
                  </Text>
                  <Text className="block">
                    {found.counted ? '这一票计进了结果。' : '后来改投过，计票用的是后来那一票。'}
                  </Text>
                </Notice>
              )}
            </QueryState>
          )}
        </Box>
      </Card>
    </Section>
  );
}
