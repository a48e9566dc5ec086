/** The device's two clocks: `wall` can be set by hand, `steady` only goes on (but may stop while the device sleeps). */
export interface Clocks {
  /** Epoch milliseconds. */
  wall: () => number;
  /** Milliseconds from some beginning. */
  steady: () => number;
}

/** A difference this small to the server's clock is the network's. */
const TOLERANCE_MS = 3_000;

/**
 * Time that does not run backwards when the phone's clock is set back, and follows the server's where it was heard. All
 * instants are epoch milliseconds.
 */
export class SteadyClock {
  private shift = 0;
  private last: { at: number; steady: number } | null = null;

  constructor(private readonly clocks: Clocks) {}

  now(): number {
    const steady = this.clocks.steady();
    const at = this.clocks.wall() + this.shift;
    if (this.last !== null && at < this.last.at) {
      // Set back: go on from where we were, by the clock that cannot be set.
      const expected = this.last.at + Math.max(0, steady - this.last.steady);
      this.shift += expected - at;
      this.last = { at: expected, steady };
      return expected;
    }
    this.last = { at, steady };
    return at;
  }

  /** When something happened that the device's own clock says was at `wallAt`, never in the future. */
  of(wallAt: number): number {
    const age = Math.max(0, this.clocks.wall() - wallAt);
    return this.now() - age;
  }

  /** Takes over the server's time; `tookMs` is how long the answer was on its way. */
  hear(serverTime: string, tookMs: number): void {
    const server = Date.parse(serverTime) + tookMs / 2;
    if (!Number.isFinite(server)) return;
    const off = server - this.now();
    if (Math.abs(off) <= TOLERANCE_MS + tookMs / 2) return;
    this.shift += off;
    this.last = null;
  }
}
