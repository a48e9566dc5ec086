import { useState } from 'react';
import { Box, Tap, Text } from './base';
import { ListRow } from './Card';
import { Field, TextField } from './Field';
import { Icon } from './Icon';
import { Sheet } from './Sheet';

export interface Option<Value> {
  value: Value;
  word: string;
  detail?: string | undefined;
}

export interface ChoiceSheetProps<Value> {
  label: string;
  options: readonly Option<Value>[];
  value: Value | null;
  open: boolean;
  onClose: () => void;
  onChange: (value: Value) => void;
  /** What to say when there is nothing to choose. */
  none?: string | undefined;
}

/** Long lists get a filter. */
const FILTER_FROM = 12;

/** One of several, on a sheet. */
export function ChoiceSheet<Value extends string | number>({
  label,
  options,
  value,
  open,
  onClose,
  onChange,
  none = '没有找到，换个写法试试。',
}: ChoiceSheetProps<Value>) {
  const [filter, setFilter] = useState('');
  const shown = options.filter((option) => option.word.includes(filter.trim()));
  return (
    <Sheet title={label} open={open} onClose={onClose}>
      {options.length >= FILTER_FROM && (
        <TextField
          label="查找"
          kind="search"
          value={filter}
          onInput={setFilter}
          placeholder="输入其中几个字"
        />
      )}
      {shown.length === 0 ? (
        <Text className="quiet">{none}</Text>
      ) : (
        <Box className="card card-flush">
          {shown.map((option) => (
            <ListRow
              key={option.value}
              title={option.word}
              detail={option.detail}
              value={option.value === value ? '已选' : undefined}
              onTap={() => {
                onChange(option.value);
                setFilter('');
                onClose();
              }}
            />
          ))}
        </Box>
      )}
    </Sheet>
  );
}

interface FieldProps<Value> extends Omit<ChoiceSheetProps<Value>, 'open' | 'onClose'> {
  placeholder?: string;
  hint?: string | undefined;
  error?: string | undefined;
  disabled?: boolean;
  testId?: string | undefined;
}

/** A field whose value is one of several. */
export function ChoiceField<Value extends string | number>(props: FieldProps<Value>) {
  const { label, options, value, placeholder = '请选择', hint, error, disabled = false, testId } = props;
  const [open, setOpen] = useState(false);
  const word = options.find((option) => option.value === value)?.word;
  return (
    <Field label={label} hint={hint} error={error}>
      <Tap
        className={`input pick ${error === undefined ? '' : 'input-bad'}`}
        disabled={disabled}
        onTap={() => setOpen(true)}
        spoken={{ label: `${label}，${word ?? placeholder}` }}
        testId={testId}
      >
        <Text className={word === undefined ? 'quiet clip' : 'clip'}>{word ?? placeholder}</Text>
        <Icon name="down" className="quiet" />
      </Tap>
      <ChoiceSheet {...props} open={open} onClose={() => setOpen(false)} />
    </Field>
  );
}
