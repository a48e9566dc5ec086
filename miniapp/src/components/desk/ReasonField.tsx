import { Box, Input } from '@/components/base';
import { Chips } from '@/components/Choice';
import { Field } from '@/components/Field';

interface Props {
  label?: string | undefined;
  /** Sentences to start from. */
  ready: readonly string[];
  value: string;
  onChange: (value: string) => void;
  /** Who reads it. */
  hint: string;
  multiline?: boolean;
  maxLength?: number;
}

/** A reason: a ready sentence by a tap, or one's own words. */
export function ReasonField(props: Props) {
  const { label = '原因', ready, value, onChange, hint, multiline = false, maxLength = 100 } = props;
  const written = value.trim();
  return (
    <Field label={label} hint={hint}>
      <Box className="stack stack-2">
        <Chips
          label={`常用${label}`}
          options={ready.map((sentence) => ({ value: sentence, word: sentence }))}
          value={ready.includes(written) ? written : null}
          onChange={(sentence) => onChange(sentence ?? '')}
        />
        <Input
          label={label}
          value={value}
          onInput={onChange}
          multiline={multiline}
          maxLength={maxLength}
          placeholder="也可以自己写"
        />
      </Box>
    </Field>
  );
}
