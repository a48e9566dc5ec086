import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock/clock.js';
import { Leases } from '../../common/clock/lease.js';
import { Ticker } from '../../common/clock/ticker.js';
import { Database } from '../../database/database.js';
import { SessionRepository } from './session.repository.js';

const HOUR_MS = 3_600_000;
const BATCH = 1000;
const LEASE = 'refresh_token_cleaning';
const LEASE_SECONDS = 600;

/** Removes refresh tokens that are over. Families stay: they are the record of who logged in when. */
@Injectable()
export class TokenCleaner {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly leases: Leases,
    private readonly clock: Clock,
    ticker: Ticker,
  ) {
    ticker.add({ name: LEASE, every: HOUR_MS, work: () => this.run() });
  }

  /** Removes all that expired before now, oldest first; returns how many. Does nothing while another replica does it. */
  async run(): Promise<number> {
    if (!(await this.leases.acquire(LEASE, LEASE_SECONDS))) return 0;
    let removed = 0;
    for (;;) {
      const batch = await this.sessions.deleteExpiredTokens(this.database, this.clock.now(), BATCH);
      removed += batch;
      if (batch < BATCH) return removed;
    }
  }
}
