import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../../common/clock/clock.js';
import { Leases } from '../../common/clock/lease.js';
import { Database } from '../../database/database.js';
import { SessionRepository } from './session.repository.js';

const HOUR_MS = 3_600_000;
const BATCH = 1000;
const LEASE = 'refresh_token_cleaning';
const LEASE_SECONDS = 600;

/** Removes refresh tokens that are over. Families stay: they are the record of who logged in when. */
@Injectable()
export class TokenCleaner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(TokenCleaner.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly leases: Leases,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.tick().finally(() => (this.running = null));
    }, HOUR_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
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

  private async tick(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      this.logger.warn({ err: error }, 'expired refresh tokens stay an hour longer');
    }
  }
}
