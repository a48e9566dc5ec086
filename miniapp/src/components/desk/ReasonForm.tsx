import { useState } from 'react';
import { Box } from '@/components/base';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import type { ApiError } from '@/lib/api/error';
import { ReasonField } from './ReasonField';

interface Props {
  /** Who reads it: 对方会看到这句话. */
  hint: string;
  /** Sentences to start from. */
  ready: readonly string[];
  /** What the button does, in words. */
  word: string;
  kind?: 'primary' | 'danger';
  error: ApiError | null;
  maxLength?: number;
  onConfirm: (reason: string) => Promise<unknown>;
  label?: string;
}

const MIN_LETTERS = 2;

/** A reason in a ready sentence or one's own words, and the button it is for. */
export function ReasonForm(props: Props) {
  const { hint, ready, word, kind = 'danger', error, maxLength = 100, onConfirm, label } = props;
  const [reason, setReason] = useState('');
  const written = reason.trim();
  return (
    <Box className="stack stack-3">
      <ReasonField
        label={label}
        ready={ready}
        value={reason}
        onChange={setReason}
        hint={hint}
        multiline
        maxLength={maxLength}
      />
      {error && <Refusal error={error} />}
      <Button
        kind={kind}
        wide
        disabled={written.length < MIN_LETTERS}
        onTap={() => onConfirm(written)}
        testId="confirm-reason"
      >
        {word}
      </Button>
    </Box>
  );
}
