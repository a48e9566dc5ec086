import { useState } from 'react';
import { Box } from '@/components/base';
import { Button } from '@/components/Button';
import { Chips } from '@/components/Choice';
import { TextField } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import type { ApiError } from '@/lib/api/error';

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
  const { hint, ready, word, kind = 'danger', error, maxLength = 100, onConfirm, label = '原因' } = props;
  const [reason, setReason] = useState('');
  const written = reason.trim();
  return (
    <Box className="stack stack-3">
      <Chips
        label={`常用${label}`}
        options={ready.map((sentence) => ({ value: sentence, word: sentence }))}
        value={ready.includes(written) ? written : null}
        onChange={(sentence) => setReason(sentence ?? '')}
      />
      <TextField
        label={label}
        value={reason}
        onInput={setReason}
        multiline
        maxLength={maxLength}
        placeholder="也可以自己写"
        hint={hint}
      />
      {error && <Refusal error={error} />}
      <Button kind={kind} wide disabled={written.length < MIN_LETTERS} onTap={() => onConfirm(written)}>
        {word}
      </Button>
    </Box>
  );
}
