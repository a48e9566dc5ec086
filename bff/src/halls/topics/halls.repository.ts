import { Injectable } from '@nestjs/common';
import { BROKEN_AFTER_DAYS, DEFAULT_ENDORSE_THRESHOLD } from '@jiefang/shared/topics';
import type { Sql } from '../../database/database.js';
import type { PromisesView } from './topic.dto.js';

/** Statuses in which a topic has been decided, for good or until the objections are answered. */
const DECIDED = ['effective', 'implementing', 'evaluated', 'archived'];
const ENDED = ['declined', 'merged', 'withdrawn', 'failed'];

/** SQL over halls: a community's own settings and its sums. */
@Injectable()
export class HallsRepository {
  /** How many must endorse here; the usual number where the hall has none of its own. */
  async threshold(sql: Sql, divisionCode: string): Promise<number> {
    const [row] = await sql.query<{ threshold: number }>(
      'SELECT endorse_threshold AS threshold FROM hall WHERE division_code = ?',
      [divisionCode],
    );
    return row?.threshold ?? DEFAULT_ENDORSE_THRESHOLD;
  }

  async setThreshold(tx: Sql, divisionCode: string, threshold: number, by: number, at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO hall (division_code, endorse_threshold, updated_by, updated_at) VALUES (?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE endorse_threshold = VALUES(endorse_threshold), updated_by = VALUES(updated_by),
         updated_at = VALUES(updated_at)`,
      [divisionCode, threshold, by, at],
    );
  }

  /** Topics that everybody may see: those under way, those decided, those with a duty that is late. */
  async countTopics(
    sql: Sql,
    divisionCode: string,
  ): Promise<{ open: number; decided: number; late: number }> {
    const [row] = await sql.query<{ all: number; decided: string; ended: string; late: string }>(
      `SELECT COUNT(*) AS \`all\`, COALESCE(SUM(status IN (?)), 0) AS decided, COALESCE(SUM(status IN (?)), 0) AS ended,
              COALESCE(SUM(late_since IS NOT NULL), 0) AS late
         FROM topic WHERE division_code = ? AND shown = 1`,
      [DECIDED, ENDED, divisionCode],
    );
    const [all, decided, ended] = [row?.all ?? 0, Number(row?.decided ?? 0), Number(row?.ended ?? 0)];
    return { open: all - decided - ended, decided, late: Number(row?.late ?? 0) };
  }

  /** How the hall's promises stand on the day `today`, the way shared/src/topics.ts says it of one. */
  async countPromises(sql: Sql, divisionCode: string, today: string): Promise<PromisesView> {
    const rows = await sql.query<{ state: keyof PromisesView; n: number }>(
      `SELECT CASE WHEN status = 'dropped' THEN 'broken'
                   WHEN status = 'done' THEN IF(COALESCE(done_on, ?) <= due_on, 'kept', 'late')
                   WHEN due_on >= ? THEN 'onTime'
                   WHEN DATEDIFF(?, due_on) > ? THEN 'broken' ELSE 'late' END AS state, COUNT(*) AS n
         FROM follow_up WHERE division_code = ? GROUP BY state`,
      [today, today, today, BROKEN_AFTER_DAYS, divisionCode],
    );
    const of = (state: keyof PromisesView): number => rows.find((row) => row.state === state)?.n ?? 0;
    return { onTime: of('onTime'), kept: of('kept'), late: of('late'), broken: of('broken') };
  }
}
