import { Injectable } from '@nestjs/common';
import { BROKEN_AFTER_DAYS, type FollowUpStatus, type PromiseState } from '@jiefang/shared/topics';
import { addDays } from '@jiefang/shared/time';
import type { Sql } from '../../database/database.js';

export interface FollowUpRow {
  id: number;
  topicId: number;
  topicTitle: string;
  divisionCode: string;
  title: string;
  responsible: string;
  dueOn: string;
  status: FollowUpStatus;
  doneOn: string | null;
  dropReason: string | null;
  ratings: number;
  stars: number;
}

interface ProgressRow {
  followUpId: number;
  text: string;
  photos: unknown;
  at: Date;
}

/** What of a promise's list is wanted; `today` is a day in Shanghai. */
export interface PromiseFilter {
  scope: { community: string } | { division: string } | { topicId: number };
  state: PromiseState | null;
  today: string;
  before: number | null;
  limit: number;
}

const SELECT = `SELECT f.id, f.topic_id AS topicId, t.title AS topicTitle, f.division_code AS divisionCode, f.title,
    f.responsible, f.due_on AS dueOn, f.status, f.done_on AS doneOn, f.drop_reason AS dropReason, f.ratings, f.stars
  FROM follow_up f JOIN topic t ON t.id = f.topic_id`;

/** The same cuts as `promiseState` of shared/src/topics.ts makes, in SQL. */
function stateClause(state: PromiseState, today: string): [string, string[]] {
  const broken = addDays(today, -BROKEN_AFTER_DAYS);
  switch (state) {
    case 'on_time':
      return ["f.status = 'open' AND f.due_on >= ?", [today]];
    case 'kept':
      return ["f.status = 'done' AND f.done_on <= f.due_on", []];
    case 'late':
      return [
        "((f.status = 'done' AND f.done_on > f.due_on) OR (f.status = 'open' AND f.due_on < ? AND f.due_on >= ?))",
        [today, broken],
      ];
    case 'broken':
      return ["(f.status = 'dropped' OR (f.status = 'open' AND f.due_on < ?))", [broken]];
  }
}

/** SQL of promises, their progress and ratings. */
@Injectable()
export class FollowUpsRepository {
  async insert(
    tx: Sql,
    made: Pick<FollowUpRow, 'topicId' | 'divisionCode' | 'title' | 'responsible' | 'dueOn'>,
    by: number,
    at: Date,
  ): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO follow_up (topic_id, division_code, title, responsible, due_on, status, created_by, created_at)
       VALUES (?, ?, ?, ?, ?, 'open', ?, ?)`,
      [made.topicId, made.divisionCode, made.title, made.responsible, made.dueOn, by, at],
    );
    return insertId;
  }

  async findById(sql: Sql, id: number): Promise<FollowUpRow | null> {
    return (await sql.query<FollowUpRow>(`${SELECT} WHERE f.id = ?`, [id])).at(0) ?? null;
  }

  /** Newest first. Of a community or a division's subtree only those of topics that are shown. */
  find(sql: Sql, filter: PromiseFilter): Promise<FollowUpRow[]> {
    const clauses: string[] = [];
    const values: unknown[] = [];
    const { scope } = filter;
    if ('topicId' in scope) {
      clauses.push('f.topic_id = ?');
      values.push(scope.topicId);
    } else if ('community' in scope) {
      clauses.push('f.division_code = ? AND t.shown = 1');
      values.push(scope.community);
    } else {
      clauses.push("f.division_code LIKE CONCAT(?, '%')");
      values.push(scope.division);
    }
    if (filter.state !== null) {
      const [clause, days] = stateClause(filter.state, filter.today);
      clauses.push(clause);
      values.push(...days);
    }
    if (filter.before !== null) {
      clauses.push('f.id < ?');
      values.push(filter.before);
    }
    return sql.query<FollowUpRow>(`${SELECT} WHERE ${clauses.join(' AND ')} ORDER BY f.id DESC LIMIT ?`, [
      ...values,
      filter.limit,
    ]);
  }

  findProgress(sql: Sql, ids: readonly number[]): Promise<ProgressRow[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return sql.query<ProgressRow>(
      `SELECT follow_up_id AS followUpId, text, photos, at FROM follow_up_progress
        WHERE follow_up_id IN (?) ORDER BY id`,
      [ids],
    );
  }

  async insertProgress(
    tx: Sql,
    followUpId: number,
    progress: { text: string; photos: readonly number[]; by: number; at: Date },
  ): Promise<void> {
    await tx.execute(
      'INSERT INTO follow_up_progress (follow_up_id, text, photos, by_id, at) VALUES (?, ?, ?, ?, ?)',
      [followUpId, progress.text, JSON.stringify(progress.photos), progress.by, progress.at],
    );
  }

  /** True when it was open and ends by this call. */
  async end(
    tx: Sql,
    id: number,
    to: { status: 'done'; doneOn: string } | { status: 'dropped'; reason: string },
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE follow_up SET status = ?, done_on = ?, drop_reason = ? WHERE id = ? AND status = 'open'`,
      [to.status, to.status === 'done' ? to.doneOn : null, to.status === 'dropped' ? to.reason : null, id],
    );
    return affectedRows === 1;
  }

  /** Stars the person gave to each. */
  async findRatings(sql: Sql, ids: readonly number[], personId: number): Promise<Map<number, number>> {
    if (ids.length === 0) return new Map();
    const rows = await sql.query<{ id: number; stars: number }>(
      'SELECT follow_up_id AS id, stars FROM follow_up_rating WHERE person_id = ? AND follow_up_id IN (?)',
      [personId, ids],
    );
    return new Map(rows.map((row) => [row.id, row.stars]));
  }

  /** A first rating or a new one in its place; the sums follow. The topic's row is held. */
  async rate(
    tx: Sql,
    id: number,
    rating: { personId: number; stars: number; comment: string | null; at: Date },
  ): Promise<void> {
    const before = (await this.findRatings(tx, [id], rating.personId)).get(id);
    await tx.execute(
      `INSERT INTO follow_up_rating (follow_up_id, person_id, stars, comment, at) VALUES (?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE stars = VALUES(stars), comment = VALUES(comment), at = VALUES(at)`,
      [id, rating.personId, rating.stars, rating.comment, rating.at],
    );
    await tx.execute('UPDATE follow_up SET ratings = ratings + ?, stars = stars + ? WHERE id = ?', [
      before === undefined ? 1 : 0,
      rating.stars - (before ?? 0),
      id,
    ]);
  }

  /** Open ones whose day has passed and of which nobody was reminded. */
  findLate(sql: Sql, today: string, limit: number): Promise<FollowUpRow[]> {
    return sql.query<FollowUpRow>(
      `${SELECT} WHERE f.status = 'open' AND f.reminded_at IS NULL AND f.due_on < ? ORDER BY f.due_on, f.id LIMIT ?`,
      [today, limit],
    );
  }

  /** True when this call is the one that reminds. */
  async markReminded(tx: Sql, id: number, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      "UPDATE follow_up SET reminded_at = ? WHERE id = ? AND status = 'open' AND reminded_at IS NULL",
      [at, id],
    );
    return affectedRows === 1;
  }
}
