import type { ReactNode } from 'react';
import { Box, Input, Tap, Text } from './base';
import type { InputProps } from './base.types';
import { Icon } from './Icon';
import './field.scss';

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: ReactNode;
}

/** A label with its control, a hint below, and what is wrong with it. */
export function Field({ label, hint, error, children }: FieldProps) {
  return (
    <Box className="field">
      <Text className="field-label">{label}</Text>
      {children}
      {error !== undefined && (
        <Box className="row t13 bad" spoken={{ role: 'alert' }}>
          <Icon name="alert" />
          <Text>{error}</Text>
        </Box>
      )}
      {error === undefined && hint !== undefined && <Text className="t13 quiet">{hint}</Text>}
    </Box>
  );
}

type TextFieldProps = Omit<InputProps, 'invalid' | 'className'> & {
  hint?: string;
  error?: string | undefined;
};

/** A field one types into. */
export function TextField({ hint, error, ...input }: TextFieldProps) {
  return (
    <Field label={input.label} hint={hint} error={error}>
      <Input {...input} invalid={error !== undefined} />
    </Field>
  );
}

interface StepperProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  /** 人, 分钟… after the number. */
  unit?: string;
  step?: number;
  hint?: string;
  error?: string | undefined;
}

/** A number with large minus and plus. */
export function Stepper(props: StepperProps) {
  const { label, value, onChange, min, max, unit = '', step = 1, hint, error } = props;
  const move = (by: number): void => onChange(Math.min(max, Math.max(min, value + by)));
  return (
    <Field label={label} hint={hint} error={error}>
      <Box className="stepper" spoken={{ role: 'group', label: `${label} ${value} ${unit}` }}>
        <Tap
          className="stepper-key"
          disabled={value <= min}
          onTap={() => move(-step)}
          spoken={{ label: `减少${label}` }}
        >
          <Icon name="minus" />
        </Tap>
        <Text className="stepper-value num" spoken={{ live: 'polite' }}>
          {`${value}${unit && ` ${unit}`}`}
        </Text>
        <Tap
          className="stepper-key"
          disabled={value >= max}
          onTap={() => move(step)}
          spoken={{ label: `增加${label}` }}
        >
          <Icon name="plus" />
        </Tap>
      </Box>
    </Field>
  );
}
