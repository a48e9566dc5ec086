import { BALLOT_CHOICE_WORDS } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { copy } from '@/lib/copy';
import { lastDay, spoken } from '@/lib/time';
import type { BallotCast, Membership, Vote } from '../../api/types';
import { CAPACITY_WORDS } from '../../words';

interface Props {
  member: Membership;
  vote: Vote;
  /** Just cast. */
  done: BallotCast | null;
  onChange: () => void;
}

/** That it is cast; of an open ballot what was said, its receipt, and the way to change it. */
export function MyBallot({ member, vote, done, onChange }: Props) {
  const { secret, open, until } = vote;
  const receipt = done?.receipt ?? member.receipt;
  return (
    <Card testId="my-ballot">
      <Box className="stack stack-3">
        <Box className="row row-3">
          <Icon name="check" large className="good" />
          <Box className="grow">
            <Text className="t20 block">{done?.changed === true ? '改好了' : '投好了'}</Text>
            <Text className="quiet block">
              {CAPACITY_WORDS[member.capacity]} · {member.label}
            </Text>
          </Box>
        </Box>
        {secret ? (
          <Text className="block">名册上记着这一票投过了。投的是什么没有和你连在一起，谁也查不到。</Text>
        ) : (
          <>
            {member.choice !== null && (
              <Text className="block num">
                投的是「{BALLOT_CHOICE_WORDS[member.choice]}」
                {member.castAt === null ? '' : `，${spoken(member.castAt)}`}
              </Text>
            )}
            {receipt !== null && <ReceiptCode code={receipt} />}
            {open && until !== null && (
              <Button wide icon="edit" onTap={onChange} testId="change-vote">
                {`改我的票（${lastDay(until)} 截止前可以改）`}
              </Button>
            )}
          </>
        )}
      </Box>
    </Card>
  );
}

/** With this code its holder finds the ballot on the record after the count. */
function ReceiptCode({ code }: { code: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <Box className="stack stack-2">
      <Text className="t13 quiet block">回执（计票后可以在「存证」里核对这一票）</Text>
      <Text className="receipt num" spoken={{ label: `回执 ${code.split('').join(' ')}` }} testId="receipt">
        {code}
      </Text>
      <Button icon={copied ? 'check' : 'copy'} onTap={async () => setCopied(await copy(code))}>
        {copied ? '已复制' : '复制回执'}
      </Button>
    </Box>
  );
}
