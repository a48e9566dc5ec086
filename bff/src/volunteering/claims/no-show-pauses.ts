import { Injectable } from '@nestjs/common';
import { DAY_MS } from '@jiefang/shared/time';
import { CLAIM_NO_SHOW } from '@jiefang/shared/volunteering';
import { Clock } from '../../common/clock/clock.js';
import type { Sql } from '../../database/database.js';
import type { OutboxMessage } from '../../outbox/outbox.js';

/** A claim that has just become a no-show. */
export interface NoShow {
  id: number;
  personId: number;
  divisionCode: string;
}

/**
 * The no-show rule: so many within so many days at one division pause claiming there. No-shows that led to an earlier
 * pause do not count again, also when staff lifted it.
 */
@Injectable()
export class NoShowPauses {
  constructor(private readonly clock: Clock) {}

  /**
   * Pauses those who reached the limit, and returns what they are to be told. The caller's transaction holds the people's
   * rows, so that each no-show is counted once.
   */
  async count(tx: Sql, claims: readonly NoShow[]): Promise<OutboxMessage[]> {
    const messages: OutboxMessage[] = [];
    const now = this.clock.now();
    const endsAt = new Date(now.getTime() + CLAIM_NO_SHOW.pauseDays * DAY_MS);
    for (const { id, personId, divisionCode } of claims) {
      const missed = await this.countSince(tx, personId, divisionCode, now);
      if (missed < CLAIM_NO_SHOW.limit) continue;
      const reason = `${CLAIM_NO_SHOW.days} 天内 ${missed} 次没有到`;
      const { affectedRows } = await tx.execute(
        `INSERT INTO volunteer_pause (person_id, division_code, starts_at, ends_at, reason, cause_claim_id)
         VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id`,
        [personId, divisionCode, now, endsAt, reason, id],
      );
      if (affectedRows !== 1) continue;
      messages.push({
        personId,
        kind: 'claim_pause_started',
        dedupe: `claim:${id}:pause`,
        payload: {
          divisionName: await this.nameOf(tx, divisionCode),
          endsAt: endsAt.toISOString(),
          reason: `${reason}，有特殊情况请联系志愿协调员。`,
        },
      });
    }
    return messages;
  }

  private async countSince(tx: Sql, personId: number, divisionCode: string, now: Date): Promise<number> {
    const [row] = await tx.query<{ total: number }>(
      `SELECT COUNT(*) AS total FROM claim c
        WHERE c.person_id = ? AND c.division_code = ? AND c.status = 'no_show' AND c.starts_at > ?
          AND c.updated_at > COALESCE((SELECT MAX(p.starts_at) FROM volunteer_pause p
                WHERE p.person_id = c.person_id AND p.division_code = c.division_code
                  AND p.cause_claim_id IS NOT NULL), '1970-01-01')`,
      [personId, divisionCode, new Date(now.getTime() - CLAIM_NO_SHOW.days * DAY_MS)],
    );
    return row?.total ?? 0;
  }

  private async nameOf(tx: Sql, code: string): Promise<string> {
    const [row] = await tx.query<{ name: string }>('SELECT short_name AS name FROM division WHERE code = ?', [
      code,
    ]);
    return row?.name ?? '这里';
  }
}
