/**
 * The few elements everything else is made of, here as WeChat's components; `base.h5.tsx` makes them of HTML, so that
 * a browser's own buttons, inputs and keyboard work.
 */
import { Image, Input as TaroInput, Picker, Text as TaroText, Textarea, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { BoxProps, InputProps, PictureProps, Spoken, TapProps } from './base.types';

const yes = (value: boolean | undefined): 'true' | 'false' | undefined =>
  value === undefined ? undefined : value ? 'true' : 'false';

/** aria-* as WeChat's templates take them (config/aria adds them there). */
function aria(spoken: Spoken = {}): Record<string, string> {
  const pairs: [string, string | undefined][] = [
    ['aria-role', spoken.role],
    ['aria-label', spoken.label],
    ['aria-hidden', yes(spoken.hidden)],
    ['aria-checked', yes(spoken.checked)],
    ['aria-selected', yes(spoken.selected)],
    ['aria-expanded', yes(spoken.expanded)],
    ['aria-live', spoken.live],
    ['aria-level', spoken.level === undefined ? undefined : String(spoken.level)],
    ['aria-current', yes(spoken.current)],
  ];
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

const classes = (...names: (string | undefined)[]): string => names.filter(Boolean).join(' ');

/** A block. */
export function Box({ className, style, children, spoken, testId, domId }: BoxProps) {
  return (
    <View
      {...(domId === undefined ? {} : { id: domId })}
      className={classes(className, testId)}
      style={style}
      {...aria(spoken)}
    >
      {children}
    </View>
  );
}

/** A run of text. */
export function Text({ className, style, children, spoken, testId }: BoxProps) {
  return (
    <TaroText className={classes(className, testId)} style={style} {...aria(spoken)}>
      {children}
    </TaroText>
  );
}

/** A heading that screen readers can jump to. */
export function Heading({ className, children, spoken }: BoxProps) {
  return (
    <View className={className} {...aria({ role: 'heading', level: 2, ...spoken })}>
      {children}
    </View>
  );
}

/** Anything that does something when tapped. */
export function Tap({ className, style, children, spoken, testId, onTap, disabled }: TapProps) {
  return (
    <View
      className={classes('tap', className, testId)}
      style={style}
      hoverClass={disabled ? 'none' : 'tap-pressed'}
      {...aria({ role: 'button', ...spoken })}
      {...(disabled ? { 'aria-disabled': 'true' } : {})}
      {...(onTap && !disabled ? { onClick: onTap } : {})}
    >
      {children}
    </View>
  );
}

const INPUT_TYPES = { text: 'text', number: 'number', phone: 'number', search: 'text' } as const;

/** One line, several lines, a day ('YYYY-MM-DD') or a time of day ('HH:mm'). */
export function Input(props: InputProps) {
  const { kind = 'text', value, onInput, label, placeholder, maxLength = 140, disabled = false } = props;
  const className = classes('input', props.className, props.invalid ? 'input-bad' : undefined);
  if (kind === 'date' || kind === 'time') {
    return (
      <Picker
        mode={kind}
        value={value}
        disabled={disabled}
        {...(props.min === undefined ? {} : { start: props.min })}
        {...(props.max === undefined ? {} : { end: props.max })}
        onChange={(event) => onInput(String(event.detail.value))}
      >
        <View className={className} {...aria({ role: 'button', label: `${label} ${value}` })}>
          <TaroText className={value === '' ? 'quiet' : ''}>{value === '' ? placeholder : value}</TaroText>
        </View>
      </Picker>
    );
  }
  if (props.multiline) {
    return (
      <Textarea
        className={classes(className, 'input-lines')}
        value={value}
        maxlength={maxLength}
        disabled={disabled}
        placeholder={placeholder ?? ''}
        placeholderClass="input-hint"
        autoHeight
        {...aria({ label })}
        onInput={(event) => onInput(event.detail.value)}
      />
    );
  }
  return (
    <TaroInput
      className={className}
      type={INPUT_TYPES[kind]}
      value={value}
      maxlength={maxLength}
      disabled={disabled}
      placeholder={placeholder ?? ''}
      placeholderClass="input-hint"
      confirmType={kind === 'search' ? 'search' : 'done'}
      {...aria({ label })}
      onInput={(event) => onInput(event.detail.value)}
      onConfirm={() => props.onConfirm?.()}
    />
  );
}

/** A picture that carries meaning of its own. */
export function Picture({ src, label, className }: PictureProps) {
  return <Image className={className ?? ''} src={src} mode="aspectFit" {...aria({ label, role: 'img' })} />;
}

/** Scrolls the page until this element is in view. */
export function showElement(domId: string): void {
  void Taro.pageScrollTo({ selector: `#${domId}`, offsetTop: -80, duration: 200 });
}

/** Moves the keyboard's place; WeChat has no keyboard. */
export function focusOn(_domId: string): void {}
