const DAY_MS = 24 * 3_600_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The simulated WeChat's own time: real time plus what tests have let pass. */
export class SimulatedClock {
  private offsetMs = 0;

  /** Epoch milliseconds. */
  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** Epoch seconds, whole. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  advance(seconds: number): void {
    this.offsetMs += seconds * 1000;
  }

  /** A number that changes at every full minute. */
  minute(): number {
    return Math.floor(this.now() / 60_000);
  }

  /** A number that changes at midnight in Asia/Shanghai. */
  day(): number {
    return Math.floor((this.now() + SHANGHAI_OFFSET_MS) / DAY_MS);
  }

  /** The month in Asia/Shanghai: `2026-11`. */
  month(): string {
    return new Date(this.now() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 7);
  }
}
