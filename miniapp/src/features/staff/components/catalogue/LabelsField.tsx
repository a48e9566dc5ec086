import { useState } from 'react';
import { Box, Input, Tap, Text } from '@/components/base';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Icon } from '@/components/Icon';

interface Props {
  label: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** Offered for a tap. */
  ready: readonly string[];
  max: number;
  error?: string | undefined;
}

/** Longest single label, in characters. */
const MAX_LENGTH = 12;

/** A few short labels: ready ones by a tap, others typed. */
export function LabelsField({ label, value, onChange, ready, max, error }: Props) {
  const [typed, setTyped] = useState('');
  const full = value.length >= max;
  const add = (word: string): void => {
    const clean = word.trim();
    if (clean !== '' && !full && !value.includes(clean)) onChange([...value, clean]);
    setTyped('');
  };
  return (
    <Field label={label} error={error} hint={full ? `最多 ${max} 个。` : undefined}>
      <Box className="stack stack-2">
        <Box className="chips">
          {value.map((word) => (
            <Tap
              key={word}
              className="label"
              onTap={() => onChange(value.filter((other) => other !== word))}
              spoken={{ label: `去掉${word}` }}
            >
              <Text>{word}</Text>
              <Icon name="close" />
            </Tap>
          ))}
          {!full &&
            ready
              .filter((word) => !value.includes(word))
              .map((word) => (
                <Tap key={word} className="chip" onTap={() => add(word)} spoken={{ label: `加上${word}` }}>
                  <Icon name="plus" className="quiet" />
                  <Text className="quiet">{word}</Text>
                </Tap>
              ))}
        </Box>
        {!full && (
          <Box className="row">
            <Box className="grow">
              <Input
                label={`别的${label}`}
                value={typed}
                onInput={setTyped}
                maxLength={MAX_LENGTH}
                placeholder="别的，自己写"
                onConfirm={() => add(typed)}
              />
            </Box>
            <Button disabled={typed.trim() === ''} onTap={() => add(typed)} label={`加上这个${label}`}>
              加上
            </Button>
          </Box>
        )}
      </Box>
    </Field>
  );
}
