import { useState } from 'react';
import { Box } from '@/components/base';
import { Button } from '@/components/Button';
import { ReasonField } from '@/components/desk/ReasonField';
import { Refusal } from '@/components/Refusal';
import type { ApiError } from '@/lib/api/error';

interface Props {
  ready: readonly string[];
  hint: string;
  word: string;
  kind: 'primary' | 'danger';
  error: ApiError | null;
  onConfirm: (answer: string) => Promise<unknown>;
}

const LEAST = 5;
const MOST = 300;

/** An answer that everybody reads: at least a short sentence. */
export function AnswerForm({ ready, hint, word, kind, error, onConfirm }: Props) {
  const [answer, setAnswer] = useState('');
  const written = answer.trim();
  return (
    <Box className="stack stack-3">
      <ReasonField
        label="答复"
        ready={ready}
        value={answer}
        onChange={setAnswer}
        hint={`${hint}至少写 ${LEAST} 个字。`}
        multiline
        maxLength={MOST}
      />
      {error && <Refusal error={error} />}
      <Button
        kind={kind}
        wide
        disabled={[...written].length < LEAST}
        onTap={() => onConfirm(written)}
        testId="answer-confirm"
      >
        {word}
      </Button>
    </Box>
  );
}
