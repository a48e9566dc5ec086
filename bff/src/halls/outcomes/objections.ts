import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';

/** What the rest of 议事厅 asks of the objections to a topic's result. */
@Injectable()
export class Objections {
  /**
   * How many objections wait: for an answer, for a person to look at their text, or hidden before they were answered while
   * their author's appeal is not decided. Hiding one must not be a way around its answer.
   */
  async open(sql: Sql, topicId: number): Promise<number> {
    const [row] = await sql.query<{ n: number }>(
      `SELECT COUNT(*) AS n FROM topic_objection o WHERE o.topic_id = ? AND (o.live = 1 OR (o.status = 'hidden'
          AND o.answered_at IS NULL AND EXISTS (SELECT 1 FROM moderation_case c WHERE c.subject_kind = 'objection'
            AND c.subject_id = o.id AND c.status = 'appealed')))`,
      [topicId],
    );
    return Number(row?.n ?? 0);
  }

  /** How many were made, whatever became of them. */
  async total(sql: Sql, topicId: number): Promise<number> {
    const [row] = await sql.query<{ n: number }>(
      "SELECT COUNT(*) AS n FROM topic_objection WHERE topic_id = ? AND status <> 'hidden'",
      [topicId],
    );
    return Number(row?.n ?? 0);
  }
}
