import { Clock } from '@jiefang/bff/common/clock/clock';

/** A clock that stands still until a test moves it. */
export class TestClock extends Clock {
  constructor(private instant = new Date('2026-11-23T01:00:00Z')) {
    super();
  }

  override now(): Date {
    return new Date(this.instant);
  }

  set(instant: string | Date): void {
    this.instant = new Date(instant);
  }

  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
}
