import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Clock } from '../clock/clock.js';
import { Ticker } from '../clock/ticker.js';

const HOUR_MS = 3_600_000;
/** A phone repeats an act within minutes, or when it is next opened; two weeks later nobody waits for that answer. */
export const KEPT_ANSWER_DAYS = 14;
const BATCH = 1000;

/** Removes kept answers that no repeat asks for any more: they hold what people wrote, and when they did what. */
@Injectable()
export class IdempotencyCleaner {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    ticker: Ticker,
  ) {
    ticker.add({ name: 'kept_answer_cleaning', every: HOUR_MS, leaseSeconds: 600, work: () => this.run() });
  }

  /** Removes all answers older than KEPT_ANSWER_DAYS, oldest first; returns how many. */
  async run(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - KEPT_ANSWER_DAYS * 24 * HOUR_MS);
    let removed = 0;
    for (;;) {
      const { affectedRows } = await this.database.execute(
        'DELETE FROM idempotency WHERE created_at < ? ORDER BY created_at LIMIT ?',
        [before, BATCH],
      );
      removed += affectedRows;
      if (affectedRows < BATCH) return removed;
    }
  }
}
