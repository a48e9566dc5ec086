import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';

/** What the rest of 议事厅 asks of the objections to a topic's result. */
@Injectable()
export class Objections {
  /** How many objections wait: for an answer, or for a person to look at their text. */
  async open(sql: Sql, topicId: number): Promise<number> {
    const [row] = await sql.query<{ n: number }>(
      'SELECT COUNT(*) AS n FROM topic_objection WHERE topic_id = ? AND live = 1',
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
