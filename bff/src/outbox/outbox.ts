import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock/clock.js';
import type { Sql } from '../database/database.js';
import { sqlInstant, sqlNumber, sqlRows, sqlText } from '../database/sql-rows.js';
import type { NoticeKind, NoticePayloads } from '../notices/notice-texts.js';

/** Something one person must be told, exactly once per `dedupe`. */
export interface OutboxMessage<K extends NoticeKind = NoticeKind> {
  personId: number;
  kind: K;
  /** Tells this event from every other for the same person, e.g. `booking:123:confirmed`. */
  dedupe: string;
  payload: NoticePayloads[K];
  /** Not before this instant; now when left out. */
  dueAt?: Date;
}

/** Written in the transaction of the change itself, so that telling can neither be lost nor invented. */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** Queues messages; one that was queued before (same person and dedupe) is left as it is. */
  async enqueue(tx: Sql, messages: readonly OutboxMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const now = sqlInstant(this.clock.now());
    await tx.later(
      `INSERT INTO outbox (person_id, kind, dedupe, payload, due_at, created_at) VALUES ?
       ON DUPLICATE KEY UPDATE id = id`,
      [
        sqlRows(
          messages.map(
            (m) =>
              `(${sqlNumber(m.personId)},${sqlText(m.kind)},${sqlText(m.dedupe)},${sqlText(JSON.stringify(m.payload))},` +
              `${m.dueAt === undefined ? now : sqlInstant(m.dueAt)},${now})`,
          ),
        ),
      ],
    );
  }
}
