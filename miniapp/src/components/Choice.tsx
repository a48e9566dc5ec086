import { Box, Tap, Text } from './base';
import { Icon } from './Icon';
import './choice.scss';

interface Option<Value> {
  value: Value;
  word: string;
}

interface SegmentedProps<Value> {
  label: string;
  options: readonly Option<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

/** Two to four choices side by side, one of them on. */
export function Segmented<Value extends string | number>({
  label,
  options,
  value,
  onChange,
}: SegmentedProps<Value>) {
  return (
    <Box className="segmented" spoken={{ role: 'radiogroup', label }}>
      {options.map((option) => {
        const on = option.value === value;
        return (
          <Tap
            key={option.value}
            className={`segment ${on ? 'segment-on' : ''}`}
            onTap={() => onChange(option.value)}
            spoken={{ role: 'radio', checked: on, label: option.word }}
          >
            {option.word}
          </Tap>
        );
      })}
    </Box>
  );
}

interface ChipsProps<Value> {
  label: string;
  options: readonly Option<Value>[];
  /** null: none is on. */
  value: Value | null;
  onChange: (value: Value | null) => void;
}

/** Filters: one or none of them on. */
export function Chips<Value extends string>({ label, options, value, onChange }: ChipsProps<Value>) {
  return (
    <Box className="chips" spoken={{ role: 'group', label }}>
      {options.map((option) => {
        const on = option.value === value;
        return (
          <Chip
            key={option.value}
            word={option.word}
            on={on}
            onTap={() => onChange(on ? null : option.value)}
          />
        );
      })}
    </Box>
  );
}

interface ManyChipsProps<Value> {
  label: string;
  options: readonly Option<Value>[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
}

/** Any number of them on. */
export function ManyChips<Value extends string>({ label, options, value, onChange }: ManyChipsProps<Value>) {
  const toggle = (one: Value, on: boolean): void =>
    onChange(on ? value.filter((known) => known !== one) : [...value, one]);
  return (
    <Box className="chips" spoken={{ role: 'group', label }}>
      {options.map((option) => {
        const on = value.includes(option.value);
        return <Chip key={option.value} word={option.word} on={on} onTap={() => toggle(option.value, on)} />;
      })}
    </Box>
  );
}

function Chip({ word, on, onTap }: { word: string; on: boolean; onTap: () => void }) {
  return (
    <Tap
      className={`chip ${on ? 'chip-on' : ''}`}
      onTap={onTap}
      spoken={{ role: 'checkbox', checked: on, label: word }}
    >
      {on && <Icon name="check" />}
      <Text>{word}</Text>
    </Tap>
  );
}

interface SwitchProps {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
  testId?: string;
}

/** On or off, said in a word beside it. */
export function Switch({ label, on, onChange, testId }: SwitchProps) {
  return (
    <Tap
      className={`switch ${on ? 'switch-on' : ''}`}
      onTap={() => onChange(!on)}
      spoken={{ role: 'switch', checked: on, label }}
      testId={testId}
    >
      <Text className="t15">{label}</Text>
      <Box className="switch-track">
        <Box className="switch-knob" />
      </Box>
    </Tap>
  );
}
