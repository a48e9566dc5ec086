import { useRef, useState } from 'react';
import { Tap, Text } from './base';
import { Icon, type IconName } from './Icon';
import './button.scss';

interface Props {
  /** What it does, in words. */
  children: string;
  /** May return a promise: until it settles the button shows progress and can't be pressed again. */
  onTap: () => void | Promise<unknown>;
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  /** Progress of work this button did not start itself. */
  busy?: boolean;
  disabled?: boolean;
  /** As wide as its place. */
  wide?: boolean;
  small?: boolean;
  testId?: string;
  /** More than the word says, for screen readers. */
  label?: string;
}

/** A button that can't be pressed twice. One `primary` a screen, no more. */
export function Button({
  children,
  onTap,
  kind = 'plain',
  icon,
  busy = false,
  disabled = false,
  ...rest
}: Props) {
  const running = useRef(false);
  const [working, setWorking] = useState(false);
  const waiting = busy || working;

  const press = (): void => {
    if (running.current || waiting) return;
    const outcome = onTap();
    if (!(outcome instanceof Promise)) return;
    running.current = true;
    setWorking(true);
    const settle = (): void => {
      running.current = false;
      setWorking(false);
    };
    outcome.then(settle, settle);
  };

  return (
    <Tap
      className={[
        'button',
        `button-${kind}`,
        rest.wide && 'button-wide',
        rest.small && 'button-small',
        waiting && 'button-busy',
      ]
        .filter(Boolean)
        .join(' ')}
      onTap={press}
      disabled={disabled || waiting}
      testId={rest.testId}
      spoken={{ label: waiting ? `${rest.label ?? children}，请稍等` : (rest.label ?? children) }}
    >
      {waiting ? <Text className="spinner" /> : icon && <Icon name={icon} />}
      <Text>{children}</Text>
    </Tap>
  );
}
