import type { Colour } from '@/theme/system';

/** Colours for WeChat's map, which knows no CSS variables: the tokens of theme/tokens.scss, spelt out. */
export const MARKS: Record<
  Colour,
  { route: string; walked: string; aside: string; here: string; ink: string; card: string; line: string }
> = {
  light: {
    route: '#6b645d',
    walked: '#2f7d5b',
    aside: '#b0761b',
    here: '#c2402e',
    ink: '#221f1c',
    card: '#ffffff',
    line: '#e7e2dc',
  },
  dark: {
    route: '#a79f97',
    walked: '#5cb78e',
    aside: '#d59f45',
    here: '#e0705f',
    ink: '#f1ede8',
    card: '#211f1d',
    line: '#34302c',
  },
};
