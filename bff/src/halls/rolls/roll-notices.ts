import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock/clock.js';
import type { Sql } from '../../database/database.js';
import type { HallPayloads } from '../../notices/hall-texts.js';

/** One thing to tell: kind and facts, once per `dedupe`. */
export type RollMessage = {
  [K in keyof HallPayloads]: { kind: K; payload: HallPayloads[K]; dedupe: string };
}[keyof HallPayloads];

/** Tells everybody on a roll who has an account. */
@Injectable()
export class RollNotices {
  constructor(private readonly clock: Clock) {}

  /** Queues one notice a person in one statement. */
  async tell(tx: Sql, rollId: number, message: RollMessage): Promise<void> {
    const now = this.clock.now();
    await tx.execute(
      `INSERT INTO outbox (person_id, kind, dedupe, payload, due_at, created_at)
       SELECT p.id, ?, ?, ?, ?, ?
         FROM (SELECT DISTINCT person_id FROM roll_voter WHERE roll_id = ? AND person_id IS NOT NULL) v
         JOIN person p ON p.id = v.person_id
        WHERE p.status = 'active' AND p.openid IS NOT NULL
       ON DUPLICATE KEY UPDATE outbox.id = outbox.id`,
      [message.kind, message.dedupe, JSON.stringify(message.payload), now, now, rollId],
    );
  }
}
