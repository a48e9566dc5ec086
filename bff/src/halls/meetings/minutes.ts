import { Injectable } from '@nestjs/common';
import { fromJson, type Sql } from '../../database/database.js';

/** Whether the newest minutes of a topic allow the text to be frozen. */
export interface MinutesReady {
  /** The attendees answered, or their time to do so ran out. */
  confirmed: boolean;
  /** Minority views are written down, or there are none. */
  minority: boolean;
}

/** What the rest of 议事厅 asks of a topic's minutes. */
@Injectable()
export class Minutes {
  async ready(sql: Sql, topicId: number): Promise<MinutesReady> {
    const [minutes] = await sql.query<{ status: string; minority: unknown }>(
      'SELECT status, minority FROM minutes WHERE topic_id = ? ORDER BY no DESC LIMIT 1',
      [topicId],
    );
    if (minutes === undefined) return { confirmed: false, minority: false };
    const written = fromJson<unknown[]>(minutes.minority).length > 0;
    return {
      confirmed: minutes.status === 'confirmed',
      minority: written || !(await this.hasMinority(sql, topicId)),
    };
  }

  /** True when opinions or speeches stand on both sides, whatever their numbers. */
  async hasMinority(sql: Sql, topicId: number): Promise<boolean> {
    const [row] = await sql.query<{ sides: number }>(
      `SELECT COUNT(DISTINCT stance) AS sides FROM (
         SELECT stance FROM opinion WHERE topic_id = ? AND status = 'visible' AND stance IN ('for', 'against')
         UNION ALL
         SELECT stance FROM speech WHERE topic_id = ? AND stance IN ('for', 'against')
       ) said`,
      [topicId, topicId],
    );
    return Number(row?.sides) === 2;
  }
}
