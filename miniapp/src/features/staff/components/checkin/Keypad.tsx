import { Box, Tap, Text } from '@/components/base';
import { Icon } from '@/components/Icon';

/** How many digits a check-in code has. */
export const CODE_LENGTH = 6;

interface Props {
  value: string;
  onChange: (value: string) => void;
  disabled: boolean;
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'clear', '0', 'back'] as const;
const NAMES: Partial<Record<(typeof KEYS)[number], string>> = { clear: '清空', back: '退一格' };

/** Six digits on big keys, for a code that is read out. */
export function Keypad({ value, onChange, disabled }: Props) {
  const press = (key: (typeof KEYS)[number]): void => {
    if (key === 'clear') onChange('');
    else if (key === 'back') onChange(value.slice(0, -1));
    else if (value.length < CODE_LENGTH) onChange(value + key);
  };
  return (
    <Box className="stack stack-3">
      <Box
        className="digits"
        spoken={{ role: 'status', live: 'polite', label: `已输入 ${value.split('').join(' ')}` }}
      >
        {Array.from({ length: CODE_LENGTH }, (_digit, index) => (
          <Text key={index} className={`digit num ${index === value.length ? 'digit-next' : ''}`}>
            {value[index] ?? ''}
          </Text>
        ))}
      </Box>
      <Box className="keypad">
        {KEYS.map((key) => (
          <Tap
            key={key}
            className={`key ${NAMES[key] === undefined ? '' : 'key-word'}`}
            disabled={disabled}
            onTap={() => press(key)}
            spoken={{ label: NAMES[key] ?? key }}
            testId={`key-${key}`}
          >
            {key === 'back' ? <Icon name="back" large /> : <Text>{NAMES[key] ?? key}</Text>}
          </Tap>
        ))}
      </Box>
    </Box>
  );
}
