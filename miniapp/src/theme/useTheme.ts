import type { CSSProperties } from 'react';
import { usePreferences } from './preferences';
import { deviceTextFactor, useSystemColour, type Colour } from './system';

/** Elder view enlarges the one type scale by this much. */
const ELDER_SCALE = 1.35;
/** Main text of 15 px is never enlarged past 30 px. */
const MAX_SCALE = 2;

interface Theme {
  colour: Colour;
  elder: boolean;
  /** Classes of a page's root element. */
  className: string;
  /** Inline style of a page's root element: carries the text scale. */
  style: CSSProperties & Record<'--scale', string>;
}

/** The look of a page: colour, elder view and text scale from the reader's choices and the device. */
export function useTheme(): Theme {
  const { colour: mode, elder, textSize } = usePreferences();
  const system = useSystemColour();
  const colour = mode === 'system' ? system : mode;
  const scale = Math.min((elder ? ELDER_SCALE : 1) * textSize * deviceTextFactor(), MAX_SCALE);
  const className = ['jf', colour, elder ? 'elder' : ''].filter(Boolean).join(' ');
  return { colour, elder, className, style: { '--scale': String(scale) } };
}
