import { useState } from 'react';
import { Box, Tap, Text } from './base';
import { ListRow } from './Card';
import { Field, TextField } from './Field';
import { Icon } from './Icon';
import { Sheet } from './Sheet';

interface Props {
  label: string;
  value: string;
  options: readonly string[];
  onChange: (value: string) => void;
  placeholder: string;
  disabled?: boolean;
  hint?: string;
  /** What to say when there is nothing to choose. */
  none?: string;
  testId?: string;
}

/** Long lists get a filter. */
const FILTER_FROM = 12;

/** One of many, chosen from a sheet. */
export function PickField({
  label,
  value,
  options,
  onChange,
  placeholder,
  disabled = false,
  hint,
  none,
  testId,
}: Props) {
  const [open, setOpen] = useState(false);
  const [filter, setFilter] = useState('');
  const shown = options.filter((option) => option.includes(filter.trim()));
  const choose = (option: string): void => {
    onChange(option);
    setFilter('');
    setOpen(false);
  };
  return (
    <Field label={label} hint={hint}>
      <Tap
        className="input pick"
        disabled={disabled}
        onTap={() => setOpen(true)}
        spoken={{ label: `${label}，${value || placeholder}` }}
        testId={testId}
      >
        <Text className={value === '' ? 'quiet clip' : 'clip'}>{value || placeholder}</Text>
        <Icon name="down" className="quiet" />
      </Tap>
      <Sheet title={label} open={open} onClose={() => setOpen(false)}>
        {options.length >= FILTER_FROM && (
          <TextField
            label="查找"
            kind="search"
            value={filter}
            onInput={setFilter}
            placeholder={`输入${label}的一部分`}
          />
        )}
        {shown.length === 0 && <Text className="quiet">{none ?? '没有找到。'}</Text>}
        {shown.length > 0 && (
          <Box className="card card-flush">
            {shown.map((option) => (
              <ListRow
                key={option}
                title={option}
                value={option === value ? '已选' : undefined}
                onTap={() => choose(option)}
              />
            ))}
          </Box>
        )}
      </Sheet>
    </Field>
  );
}
