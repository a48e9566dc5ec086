import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock/clock.js';
import type { Sql } from '../../database/database.js';
import type { HallPayloads } from '../../notices/hall-texts.js';
import type { TopicRow } from '../topics/topic-rows.js';

/** Tells those whom a meeting concerns: who raised the topic, who endorsed it, who is on its roll. */
@Injectable()
export class MeetingNotices {
  constructor(private readonly clock: Clock) {}

  /** One statement, one notice a person, once per `dedupe`. */
  async tell<K extends 'meeting_called' | 'meeting_cancelled'>(
    tx: Sql,
    topic: Pick<TopicRow, 'id' | 'initiatorId' | 'rollId'>,
    message: { kind: K; dedupe: string; payload: HallPayloads[K] },
  ): Promise<void> {
    const now = this.clock.now();
    await tx.execute(
      `INSERT INTO outbox (person_id, kind, dedupe, payload, due_at, created_at)
       SELECT p.id, ?, ?, ?, ?, ?
         FROM (SELECT ? AS person_id
               UNION SELECT person_id FROM endorsement WHERE topic_id = ? AND withdrawn_at IS NULL
               UNION SELECT person_id FROM roll_voter WHERE roll_id = ? AND person_id IS NOT NULL) concerned
         JOIN person p ON p.id = concerned.person_id
        WHERE p.status = 'active' AND p.openid IS NOT NULL
       ON DUPLICATE KEY UPDATE outbox.id = outbox.id`,
      [
        message.kind,
        message.dedupe,
        JSON.stringify(message.payload),
        now,
        now,
        topic.initiatorId,
        topic.id,
        topic.rollId ?? 0,
      ],
    );
  }
}
