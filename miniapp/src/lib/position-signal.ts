import type { Place } from '@jiefang/shared/geo';

/** One position of the device. `at` is epoch milliseconds by the device's clock; metres and metres a second. */
export interface StreamFix extends Place {
  at: number;
  accuracy: number | null;
  altitude: number | null;
  speed: number | null;
}

/**
 * Why positions do not come as they should: the permission is refused; positioning is switched off or there is none; only
 * while the app is on screen (WeChat's background permission is missing).
 */
export type PositionTrouble = 'refused' | 'unavailable' | 'foreground_only';

export interface PositionListener {
  onFix: (fix: StreamFix) => void;
  /** null: all is well again. */
  onTrouble: (trouble: PositionTrouble | null) => void;
}

export type Signal = 'good' | 'fair' | 'weak' | 'none';

export const SIGNAL_WORDS: Record<Signal, string> = {
  good: '定位很好',
  fair: '定位还行',
  weak: '定位不太准',
  none: '没有定位',
};

/** Bars of four, for those who see rather than read. */
export const SIGNAL_BARS: Record<Signal, number> = { good: 4, fair: 3, weak: 1, none: 0 };

const GOOD_METRES = 15;
const FAIR_METRES = 40;
/** A fix says nothing about now after this long. */
const STALE_MS = 30_000;

/** How well the device knows where it is. */
export function signalOf(fix: Pick<StreamFix, 'at' | 'accuracy'> | null, now: number): Signal {
  if (fix === null || now - fix.at > STALE_MS) return 'none';
  if (fix.accuracy === null) return 'fair';
  if (fix.accuracy <= GOOD_METRES) return 'good';
  return fix.accuracy <= FAIR_METRES ? 'fair' : 'weak';
}

/** A number the device knows, or null for the -1 and NaN some phones say instead. */
export function known(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}
