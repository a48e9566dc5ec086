import { Injectable } from '@nestjs/common';
import { shanghaiDay } from '@jiefang/shared/time';
import { DAILY_LIMITS, NEWCOMER_DAYS } from '@jiefang/shared/topics';
import { Clock } from '../common/clock/clock.js';
import { DomainError } from '../common/errors/domain-error.js';
import type { Sql } from '../database/database.js';

/** What is counted by the day. */
export type PostKind = keyof (typeof DAILY_LIMITS)['known'];

const DAY_MS = 86_400_000;

/** How much a person may publish on one day; a new account less. */
@Injectable()
export class DailyLimits {
  constructor(private readonly clock: Clock) {}

  /**
   * Takes one from the day's allowance in the caller's transaction: what is rolled back was not taken. Exact whatever
   * arrives at once, because simultaneous takers wait for the row. DAILY_LIMIT when there is none left.
   */
  async take(tx: Sql, personId: number, kind: PostKind): Promise<void> {
    const now = this.clock.now();
    const key = [personId, shanghaiDay(now), kind];
    await tx.execute(
      `INSERT INTO post_quota (person_id, day, kind, used) VALUES (?, ?, ?, 1)
       ON DUPLICATE KEY UPDATE used = used + 1`,
      key,
    );
    const [row] = await tx.query<{ used: number; since: Date | null }>(
      `SELECT q.used, p.created_at AS since FROM post_quota q LEFT JOIN person p ON p.id = q.person_id
        WHERE q.person_id = ? AND q.day = ? AND q.kind = ?`,
      key,
    );
    const since = row?.since ?? now;
    const isNew = now.getTime() - since.getTime() < NEWCOMER_DAYS * DAY_MS;
    const limit = DAILY_LIMITS[isNew ? 'newcomer' : 'known'][kind];
    if ((row?.used ?? 0) <= limit) return;
    throw new DomainError('DAILY_LIMIT', {
      ...(isNew && { next: `刚加入的 ${NEWCOMER_DAYS} 天里，每天最多写 ${limit} 次。` }),
    });
  }
}
