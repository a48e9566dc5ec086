import { Box, Tap, Text } from '@/components/base';
import { Icon } from '@/components/Icon';
import '../hall-desk.scss';

interface Option<Value> {
  value: Value;
  word: string;
  detail?: string | undefined;
}

interface Props<Value> {
  label: string;
  options: readonly Option<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
}

/** One of a few choices that need a sentence each, all of them in sight. */
export function OptionList<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  return (
    <Box className="options" spoken={{ role: 'radiogroup', label }}>
      {options.map((option) => (
        <OptionRow
          key={option.value}
          role="radio"
          {...option}
          on={option.value === value}
          onTap={() => onChange(option.value)}
          testId={`option-${option.value}`}
        />
      ))}
    </Box>
  );
}

interface RowProps {
  role: 'radio' | 'checkbox';
  word: string;
  detail?: string | undefined;
  on: boolean;
  onTap: () => void;
  disabled?: boolean;
  testId?: string;
}

/** One choice with its sentence, taken or not. */
export function OptionRow({ role, word, detail, on, onTap, disabled = false, testId }: RowProps) {
  return (
    <Tap
      className={`option ${on ? 'option-on' : ''}`}
      onTap={onTap}
      disabled={disabled}
      spoken={{ role, checked: on, label: detail === undefined ? word : `${word}，${detail}` }}
      testId={testId}
    >
      <Box className={`option-mark ${role === 'checkbox' ? 'option-box' : ''}`}>
        {on && <Icon name="check" />}
      </Box>
      <Box className="grow">
        <Text className="strong block">{word}</Text>
        {detail !== undefined && <Text className="t13 quiet block">{detail}</Text>}
      </Box>
    </Tap>
  );
}
