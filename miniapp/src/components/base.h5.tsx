/** The elements of `base.tsx` as HTML. */
import type { KeyboardEvent } from 'react';
import type { BoxProps, InputProps, PictureProps, Spoken, TapProps } from './base.types';

function aria(spoken: Spoken = {}) {
  return {
    role: spoken.role,
    'aria-label': spoken.label,
    'aria-hidden': spoken.hidden,
    'aria-checked': spoken.checked,
    'aria-selected': spoken.selected,
    'aria-expanded': spoken.expanded,
    'aria-live': spoken.live,
    'aria-level': spoken.level,
    'aria-current': spoken.current ? ('page' as const) : undefined,
  };
}

const classes = (...names: (string | undefined)[]): string => names.filter(Boolean).join(' ');

/** A block. */
export function Box({ className, style, children, spoken, testId, domId }: BoxProps) {
  return (
    <div id={domId} className={className} style={style} data-testid={testId} {...aria(spoken)}>
      {children}
    </div>
  );
}

/** A run of text. */
export function Text({ className, style, children, spoken, testId }: BoxProps) {
  return (
    <span className={className} style={style} data-testid={testId} {...aria(spoken)}>
      {children}
    </span>
  );
}

/** A heading that screen readers can jump to. */
export function Heading({ className, children, spoken }: BoxProps) {
  return (
    <div className={className} {...aria({ role: 'heading', level: 2, ...spoken })}>
      {children}
    </div>
  );
}

const ARROWS: Record<string, -1 | 1 | -2 | 2> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -2, ArrowDown: 2 };

/** Anything that does something when tapped. */
export function Tap(props: TapProps) {
  const {
    className,
    style,
    children,
    spoken,
    testId,
    onTap,
    disabled,
    onArrow,
    tabStop = true,
    domId,
  } = props;
  const arrow = (event: KeyboardEvent): void => {
    const step = ARROWS[event.key];
    if (step === undefined || onArrow === undefined) return;
    event.preventDefault();
    onArrow(step);
  };
  return (
    <button
      type="button"
      id={domId}
      className={classes('tap', className)}
      style={style}
      data-testid={testId}
      // A grid's cells stay within reach of the arrow keys, so that their state can be heard.
      disabled={onArrow === undefined ? disabled : undefined}
      aria-disabled={disabled ? true : undefined}
      tabIndex={tabStop ? undefined : -1}
      onClick={disabled ? undefined : onTap}
      onKeyDown={onArrow && arrow}
      {...aria(spoken)}
    >
      {children}
    </button>
  );
}

const INPUT_TYPES = {
  text: 'text',
  number: 'text',
  phone: 'tel',
  search: 'search',
  date: 'date',
  time: 'time',
} as const;

/** One line, several lines, a day ('YYYY-MM-DD') or a time of day ('HH:mm'). */
export function Input(props: InputProps) {
  const { kind = 'text', value, onInput, label, placeholder, maxLength = 140, disabled, onConfirm } = props;
  const shared = {
    className: classes('input', props.className, props.invalid ? 'input-bad' : undefined),
    value,
    placeholder,
    maxLength,
    disabled,
    'aria-label': label,
    'aria-invalid': props.invalid ? true : undefined,
  };
  if (props.multiline) {
    return (
      <textarea
        {...shared}
        className={classes(shared.className, 'input-lines')}
        rows={3}
        onChange={(event) => onInput(event.target.value)}
      />
    );
  }
  return (
    <input
      {...shared}
      type={INPUT_TYPES[kind]}
      inputMode={kind === 'number' || kind === 'phone' ? 'numeric' : undefined}
      min={props.min}
      max={props.max}
      onChange={(event) => onInput(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onConfirm?.();
      }}
    />
  );
}

/** A picture that carries meaning of its own. */
export function Picture({ src, label, className }: PictureProps) {
  return <img className={className} src={src} alt={label} />;
}

/** Scrolls the page until this element is in view. */
export function showElement(domId: string): void {
  document.getElementById(domId)?.scrollIntoView({ block: 'center' });
}

/** Moves the keyboard's place to the element with this id. */
export function focusOn(domId: string): void {
  document.getElementById(domId)?.focus();
}
