import type { Colour } from '@/theme/system';

export interface SliderProps {
  label: string;
  /** The value in words, for screen readers. */
  spokenValue: string;
  /** Whole numbers from 0 to `max`. */
  value: number;
  max: number;
  onChange: (value: number) => void;
  testId?: string;
}

/** Tokens of theme/tokens.scss, spelt out: WeChat's slider knows no CSS variables. */
export const SLIDER_COLOURS: Record<Colour, { on: string; off: string }> = {
  light: { on: '#2f7d5b', off: '#e7e2dc' },
  dark: { on: '#5cb78e', off: '#34302c' },
};
