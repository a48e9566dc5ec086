import type { CSSProperties, ReactNode } from 'react';

/** What a screen reader is told; the same on both targets. */
export interface Spoken {
  role?: string;
  label?: string;
  hidden?: boolean;
  checked?: boolean;
  selected?: boolean;
  expanded?: boolean;
  live?: 'polite' | 'assertive';
  level?: 1 | 2 | 3;
  current?: boolean;
}

export interface BoxProps {
  className?: string | undefined;
  style?: CSSProperties | undefined;
  children?: ReactNode;
  spoken?: Spoken | undefined;
  /** Found by tests; a class of the same name on weapp. */
  testId?: string | undefined;
  /** Found by `focusOn` and `showElement`. */
  domId?: string | undefined;
}

export interface TapProps extends BoxProps {
  onTap?: (() => void) | undefined;
  disabled?: boolean | undefined;
  /** Arrow keys on H5: -1 and 1 along the row, -2 and 2 by a row. */
  onArrow?: ((step: -1 | 1 | -2 | 2) => void) | undefined;
  /** Where the keyboard may stop; one cell of a grid at a time. */
  tabStop?: boolean | undefined;
}

export interface InputProps {
  value: string;
  onInput: (value: string) => void;
  label: string;
  placeholder?: string | undefined;
  kind?: 'text' | 'number' | 'phone' | 'search' | 'date' | 'time' | undefined;
  maxLength?: number | undefined;
  multiline?: boolean | undefined;
  disabled?: boolean | undefined;
  invalid?: boolean | undefined;
  /** Pressed 搜索 or 完成 on the keyboard. */
  onConfirm?: (() => void) | undefined;
  className?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
}

export interface PictureProps {
  src: string;
  label: string;
  className?: string | undefined;
}
