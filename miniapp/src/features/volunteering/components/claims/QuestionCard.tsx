import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Can } from '@/components/Can';
import { Card, Section } from '@/components/Card';
import { TextField } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { useAction } from '@/lib/useAction';
import { answerClaim, claimChanged } from '../../api/claims';
import type { Claim } from '../../api/types';

const ANSWER_MAX = 300;

/** What the coordinator asks about a service, and the reader's answer. */
export function QuestionCard({ claim }: { claim: Claim }) {
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const answer = useAction(answerClaim, claimChanged);
  if (claim.question === null) return null;
  const send = async (): Promise<void> => {
    setEmpty(text.trim() === '');
    if (text.trim() !== '') await answer.run({ id: claim.id, text: text.trim() });
  };
  return (
    <Section title="协调员问">
      <Card testId="question">
        <Box className="stack stack-3">
          <Text className="t17 block pre">{claim.question}</Text>
          {claim.answer !== null && (
            <Text className="block pre">
              <Text className="quiet">你的回答：</Text>
              {claim.answer}
            </Text>
          )}
          <Can do="answer" among={claim.actions}>
            <TextField
              label="你的回答"
              multiline
              value={text}
              onInput={setText}
              maxLength={ANSWER_MAX}
              placeholder="照实说说就行"
              error={empty ? '写几个字再交。' : undefined}
            />
            {answer.error !== null && <Refusal error={answer.error} />}
            <Button kind="primary" wide onTap={send} testId="send-answer">
              交给协调员
            </Button>
          </Can>
        </Box>
      </Card>
    </Section>
  );
}
