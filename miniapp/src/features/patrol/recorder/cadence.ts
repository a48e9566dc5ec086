import { distanceMetres } from '@jiefang/shared/geo';
import type { Point } from './types';

/** A point is kept after this long, or this far, whichever comes first; but never more than one a second. */
const KEEP_EVERY_MS = 5_000;
const KEEP_EVERY_METRES = 5;
const NOT_BEFORE_MS = 1_000;

/** Whether a fix is worth a point after the one kept last. */
export function isWorthKeeping(last: Point | null, next: Point): boolean {
  if (last === null) return true;
  const waited = next[0] - last[0];
  if (waited < NOT_BEFORE_MS) return false;
  if (waited >= KEEP_EVERY_MS) return true;
  const [, latitude, longitude] = last;
  return (
    distanceMetres({ latitude, longitude }, { latitude: next[1], longitude: next[2] }) >= KEEP_EVERY_METRES
  );
}
