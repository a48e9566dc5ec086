import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';

/** What the rest of 议事厅 asks of the promises that follow a decision. */
@Injectable()
export class FollowUps {
  /** How many a topic has, whatever became of them. */
  async count(sql: Sql, topicId: number): Promise<number> {
    const [row] = await sql.query<{ n: number }>('SELECT COUNT(*) AS n FROM follow_up WHERE topic_id = ?', [
      topicId,
    ]);
    return Number(row?.n ?? 0);
  }

  /** True when none is open any more; also when there never was one. */
  async closed(sql: Sql, topicId: number): Promise<boolean> {
    const [row] = await sql.query<{ n: number }>(
      "SELECT COUNT(*) AS n FROM follow_up WHERE topic_id = ? AND status = 'open'",
      [topicId],
    );
    return Number(row?.n ?? 0) === 0;
  }
}
