import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Clock } from '../clock/clock.js';
import { ACCESS_TOKEN_SECONDS } from './access-tokens.js';

const REFRESH_MS = 2000;

/**
 * The families of sessions revoked within an access token's life, read from the database every two seconds. It lets
 * every replica refuse a logged-out token within seconds without a query per request; the database stays the truth.
 */
@Injectable()
export class RevokedSessions implements OnModuleInit, OnApplicationShutdown {
  private families = new Set<number>();
  /** Added since the read under way began, which may not have seen them. */
  private added = new Set<number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.refresh().catch(() => undefined), REFRESH_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** At once on this replica; the others follow with their next read. */
  add(familyId: number): void {
    this.families.add(familyId);
    this.added.add(familyId);
  }

  has(familyId: number): boolean {
    return this.families.has(familyId);
  }

  private async refresh(): Promise<void> {
    this.added = new Set();
    const since = new Date(this.clock.now().getTime() - (ACCESS_TOKEN_SECONDS + 60) * 1000);
    const rows = await this.database.query<{ id: number }>(
      'SELECT id FROM session_family WHERE revoked_at > ?',
      [since],
    );
    this.families = new Set([...rows.map((row) => row.id), ...this.added]);
  }
}
