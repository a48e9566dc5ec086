import { ChoiceField } from './ChoiceField';

interface Props {
  label: string;
  /** '': nothing chosen yet. */
  value: string;
  options: readonly string[];
  onChange: (value: string) => void;
  placeholder: string;
  disabled?: boolean;
  /** What to say when there is nothing to choose. */
  none?: string;
  testId?: string;
}

/** One of many words, chosen from a sheet. */
export function PickField({ value, options, ...field }: Props) {
  return (
    <ChoiceField
      value={value === '' ? null : value}
      options={options.map((word) => ({ value: word, word }))}
      {...field}
    />
  );
}
