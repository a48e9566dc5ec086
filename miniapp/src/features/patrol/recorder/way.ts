import { convert, distanceMetres, type CoordinateSystem, type Place } from '@jiefang/shared/geo';
import { checkpointVisits, type Checkpoint, type Fix } from '@jiefang/shared/routes';
import { GAP_MS, MAX_ACCURACY_METRES, MAX_SPEED } from '@jiefang/shared/tracks';
import type { Point } from './types';

/** A way longer than this is kept coarser: it is drawn and judged on the phone only. */
const MAX_PLACES = 3_000;
/** So many leaps in a row mean that not they were wrong but the place they are measured from. */
const LEAPS_BELIEVED = 3;

/**
 * The way walked so far as the phone itself shows it: its length and line by the server's own limits (accuracy, speed).
 * The server judges anew, with everything it knows.
 */
export class Way {
  metres: number;
  /** GCJ-02; lines that are not joined. */
  segments: Fix[][] = [];
  private last: Fix | null = null;
  private leaps = 0;

  /** `metres`: what was walked before the app was killed. */
  constructor(
    private readonly system: CoordinateSystem,
    metres = 0,
  ) {
    this.metres = metres;
  }

  /** Takes a recorded point; one that the server would set aside leaves the way unchanged. */
  add([at, latitude, longitude, accuracy]: Point): void {
    if (accuracy !== null && accuracy > MAX_ACCURACY_METRES) return;
    const fix = { ...convert({ latitude, longitude }, this.system, 'GCJ-02'), at };
    const before = this.leaps >= LEAPS_BELIEVED ? null : this.last;
    const step = before === null ? 0 : distanceMetres(before, fix);
    const seconds = before === null ? 1 : (fix.at - before.at) / 1000;
    if (before !== null && (seconds <= 0 || step / seconds > MAX_SPEED)) {
      this.leaps += 1;
      return;
    }
    this.leaps = 0;
    if (before === null || fix.at - before.at > GAP_MS) this.segments.push([fix]);
    else this.segments.at(-1)?.push(fix);
    this.metres += step;
    this.last = fix;
    if (this.segments.reduce((sum, one) => sum + one.length, 0) > MAX_PLACES) this.coarsen();
  }

  /** The next point begins a line of its own: what lies between is not walked time. */
  cut(): void {
    this.last = null;
  }

  /** Where one is, as far as the way tells. */
  get position(): Place | null {
    return this.segments.at(-1)?.at(-1) ?? null;
  }

  /** Numbers of the checkpoints the way came to, those known from the server included. */
  reached(checkpoints: readonly Checkpoint[], known: ReadonlySet<number>): Set<number> {
    const visits = checkpointVisits(checkpoints, this.segments);
    return new Set([...known, ...visits.filter((visit) => visit.reached).map((visit) => visit.no)]);
  }

  private coarsen(): void {
    this.segments = this.segments.map((segment) =>
      segment.filter((_, index) => index % 2 === 0 || index === segment.length - 1),
    );
  }
}
