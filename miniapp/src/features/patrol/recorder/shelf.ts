import { PatrolLog } from './patrol-log';
import { INDEX, listed } from './stored';
import type { PatrolFacts, TextStore } from './types';

/** Nobody takes points this long after they were recorded: the server closes a patrol after seven days. */
const KEEP_MS = 30 * 24 * 3_600_000;

/** The patrols of which this phone still holds something. */
export class PatrolShelf {
  constructor(private readonly store: TextStore) {}

  /** Every log, opened; what is too old for anybody to take is forgotten. */
  logs(now: number): PatrolLog[] {
    return this.ids().flatMap((id) => {
      const log = PatrolLog.open(this.store, id);
      if (log !== null && now - log.touchedAt <= KEEP_MS) return [log];
      if (log !== null) log.forget();
      this.write(this.ids().filter((one) => one !== id));
      return [];
    });
  }

  /** A new log, whose first point gets the number `firstSeq`. */
  create(facts: PatrolFacts, firstSeq: number, now: number): PatrolLog {
    // Listed first: a log that nobody lists would never be found again.
    this.write([...new Set([...this.ids(), facts.id])]);
    return PatrolLog.create(this.store, facts, firstSeq, now);
  }

  forget(log: PatrolLog): void {
    log.forget();
    this.write(this.ids().filter((id) => id !== log.id));
  }

  private ids(): string[] {
    return listed(this.store);
  }

  private write(ids: string[]): void {
    if (ids.length === 0) this.store.remove(INDEX);
    else this.store.write(INDEX, ids.join(','));
  }
}
