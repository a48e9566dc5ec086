import { HIDE_REASON_WORDS, HIDE_REASONS, type HideReason } from '@jiefang/shared/topics';
import { useState } from 'react';
import { Box, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { ChoiceField } from '@/components/ChoiceField';
import { TextField } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import type { ApiError } from '@/lib/api/error';
import { HIDE_WORDS } from '../../reasons';

interface Props {
  error: ApiError | null;
  /** `words` may be empty. */
  onConfirm: (reason: HideReason, words: string) => Promise<unknown>;
}

const MOST = 300;

/** Why a text is hidden: one of the reasons, and words that its author and everybody read. */
export function HideForm({ error, onConfirm }: Props) {
  const [reason, setReason] = useState<HideReason | null>(null);
  const [words, setWords] = useState('');
  const written = words.trim();
  const short = [...written].length === 1 || (reason === 'other' && written === '');
  return (
    <Box className="stack stack-3">
      <Text className="block">原处会留下「已隐藏」和理由，不会整段消失。一个字也不能改。</Text>
      <ChoiceField
        label="理由"
        options={HIDE_REASONS.map((value: HideReason) => ({ value, word: HIDE_REASON_WORDS[value] }))}
        value={reason}
        onChange={(value) => {
          // Words of one's own stay; a ready sentence goes with its reason.
          const ready = reason === null ? '' : HIDE_WORDS[reason];
          setReason(value);
          if (written === '' || written === ready) setWords(HIDE_WORDS[value]);
        }}
        testId="hide-reason"
      />
      <TextField
        label="对作者说的话"
        value={words}
        onInput={setWords}
        multiline
        maxLength={MOST}
        hint="作者和大家都看得到。"
      />
      {error && <Refusal error={error} />}
      <Button
        kind="danger"
        wide
        disabled={reason === null || short}
        onTap={() => (reason === null ? undefined : onConfirm(reason, written))}
        testId="hide-confirm"
      >
        隐藏，告诉作者
      </Button>
    </Box>
  );
}
