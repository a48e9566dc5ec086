import { useState } from 'react';
import { Box, Tap, Text } from '@/components/base';
import { ListRow } from '@/components/Card';
import { Field, TextField } from '@/components/Field';
import { Icon, type IconName } from '@/components/Icon';
import { Sheet } from '@/components/Sheet';

export interface Option<Value> {
  value: Value;
  word: string;
  detail?: string | undefined;
}

interface SheetProps<Value> {
  label: string;
  options: readonly Option<Value>[];
  value: Value | null;
  open: boolean;
  onClose: () => void;
  onChange: (value: Value) => void;
}

/** Long lists get a filter. */
const FILTER_FROM = 12;

/** One of several, on a sheet. */
function ChoiceSheet<Value extends string | number>({
  label,
  options,
  value,
  open,
  onClose,
  onChange,
}: SheetProps<Value>) {
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
          placeholder="输入名称的一部分"
        />
      )}
      {shown.length === 0 ? (
        <Text className="quiet">没有找到，换个写法试试。</Text>
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

interface FieldProps<Value> extends Omit<SheetProps<Value>, 'open' | 'onClose'> {
  placeholder?: string;
  hint?: string | undefined;
  error?: string | undefined;
  testId?: string;
}

/** A field whose value is one of several. */
export function ChoiceField<Value extends string | number>(props: FieldProps<Value>) {
  const { label, options, value, placeholder = '请选择', hint, error, testId } = props;
  const [open, setOpen] = useState(false);
  const word = options.find((option) => option.value === value)?.word;
  return (
    <Field label={label} hint={hint} error={error}>
      <Tap
        className={`input pick ${error === undefined ? '' : 'input-bad'}`}
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

interface SwitcherProps<Value> extends Omit<SheetProps<Value>, 'open' | 'onClose'> {
  icon: IconName;
}

/** Where one works, at the head of a page; changes by a tap when there are several places. */
export function Switcher<Value extends string | number>({ icon, ...props }: SwitcherProps<Value>) {
  const [open, setOpen] = useState(false);
  const word = props.options.find((option) => option.value === props.value)?.word ?? '';
  if (props.options.length < 2) {
    return (
      <Box className="row switcher">
        <Icon name={icon} className="quiet" />
        <Text className="t17 strong clip">{word}</Text>
      </Box>
    );
  }
  return (
    <>
      <Tap
        className="row switcher"
        onTap={() => setOpen(true)}
        spoken={{ label: `${word}，换${props.label}` }}
      >
        <Icon name={icon} className="quiet" />
        <Text className="t17 strong clip">{word}</Text>
        <Icon name="down" className="quiet" />
      </Tap>
      <ChoiceSheet {...props} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
