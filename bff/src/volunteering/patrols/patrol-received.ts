import type { MaskRow } from './patrols.repository.js';
import { CHUNK_POINTS, MASK_HALF } from './track-chunks.js';

/** Gaps that an answer lists; a phone that has more asks again when it has filled these. */
const MAX_RANGES = 200;

/** How many points arrived, and which numbers up to the last known one did not. */
export interface Received {
  receivedPoints: number;
  lastSeq: number | null;
  missing: { from: number; to: number }[];
}

/** `told` is the phone's own last number, known at its finish; `masks` are ordered by chunk. */
export function receivedOf(masks: readonly MaskRow[], told: number | null): Received {
  const missing: { from: number; to: number }[] = [];
  let receivedPoints = 0;
  /** The number that is expected next. */
  let next = 0;
  const arrived = (seq: number): void => {
    receivedPoints += 1;
    if (seq > next) missing.push({ from: next, to: seq - 1 });
    next = seq + 1;
  };
  for (const { chunk, low, high } of masks) {
    for (let slot = 0; slot < CHUNK_POINTS; slot += 1) {
      const isSet = slot < MASK_HALF ? (low >> slot) & 1 : (high >> (slot - MASK_HALF)) & 1;
      if (isSet === 1) arrived(chunk * CHUNK_POINTS + slot);
    }
  }
  if (told !== null && told >= next) missing.push({ from: next, to: told });
  const last = Math.max(next - 1, told ?? -1);
  return { receivedPoints, lastSeq: last < 0 ? null : last, missing: missing.slice(0, MAX_RANGES) };
}
