import { clockOf } from '@jiefang/shared/time';
import { useState } from 'react';
import { Box, Tap, Text } from '@/components/base';
import { Icon } from '@/components/Icon';
import { Sheet } from '@/components/Sheet';

interface Props {
  label: string;
  /** Minutes since midnight; 1440 is the end of the day. */
  value: number;
  onChange: (minute: number) => void;
  /** Minutes between two choices. */
  step?: 15 | 30;
  invalid?: boolean;
}

const HALF_DAY = 720;
const PARTS = [
  { name: '上午', from: 0, to: HALF_DAY },
  { name: '下午和晚上', from: HALF_DAY, to: 1441 },
];

/** A time of day from a sheet of clock times: the same on every phone and browser, and it knows 24:00. */
export function TimeField({ label, value, onChange, step = 30, invalid = false }: Props) {
  const [open, setOpen] = useState(false);
  const every = value % step === 0 ? step : 15;
  const minutes = Array.from({ length: 1440 / every + 1 }, (_choice, index) => index * every);
  return (
    <>
      <Tap
        className={`input pick ${invalid ? 'input-bad' : ''}`}
        onTap={() => setOpen(true)}
        spoken={{ label: `${label} ${clockOf(value)}` }}
      >
        <Text className="num">{clockOf(value)}</Text>
        <Icon name="clock" className="quiet" />
      </Tap>
      <Sheet title={label} open={open} onClose={() => setOpen(false)}>
        {PARTS.map((part) => (
          <Box key={part.name} className="stack stack-2">
            <Text className="t13 quiet block">{part.name}</Text>
            <Box className="times" spoken={{ role: 'radiogroup', label: part.name }}>
              {minutes
                .filter((minute) => minute >= part.from && minute < part.to)
                .map((minute) => (
                  <Tap
                    key={minute}
                    className={`time ${minute === value ? 'time-on' : ''}`}
                    onTap={() => {
                      onChange(minute);
                      setOpen(false);
                    }}
                    spoken={{ role: 'radio', checked: minute === value, label: clockOf(minute) }}
                  >
                    <Text className="num">{clockOf(minute)}</Text>
                  </Tap>
                ))}
            </Box>
          </Box>
        ))}
      </Sheet>
    </>
  );
}
