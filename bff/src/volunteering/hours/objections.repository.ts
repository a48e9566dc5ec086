import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';

export type ObjectionStatus = 'open' | 'upheld' | 'dismissed';

export interface ObjectionRow {
  id: number;
  itemId: number;
  personId: number;
  divisionCode: string;
  text: string;
  status: ObjectionStatus;
  createdAt: Date;
  nickname: string;
}

const SELECT = `SELECT o.id, o.item_id AS itemId, o.person_id AS personId, o.division_code AS divisionCode, o.text, o.status,
  o.created_at AS createdAt, p.nickname FROM hours_objection o JOIN person p ON p.id = o.person_id`;

/** SQL of objections to publicised hours. */
@Injectable()
export class ObjectionsRepository {
  /** A duplicate key says that the person has an open objection to the item already. */
  async insert(
    sql: Sql,
    objection: { itemId: number; personId: number; divisionCode: string; text: string; at: Date },
  ): Promise<number> {
    const { insertId } = await sql.execute(
      `INSERT INTO hours_objection (item_id, person_id, division_code, text, status, created_at)
       VALUES (?, ?, ?, ?, 'open', ?)`,
      [objection.itemId, objection.personId, objection.divisionCode, objection.text, objection.at],
    );
    return insertId;
  }

  async findById(sql: Sql, id: number): Promise<ObjectionRow | null> {
    return (await sql.query<ObjectionRow>(`${SELECT} WHERE o.id = ?`, [id]))[0] ?? null;
  }

  findOpenOf(sql: Sql, itemIds: readonly number[]): Promise<ObjectionRow[]> {
    return sql.query<ObjectionRow>(`${SELECT} WHERE o.item_id IN (?) AND o.status = 'open' ORDER BY o.id`, [
      itemIds,
    ]);
  }

  /** Which of the items the person objects to now. */
  async findOpenBy(sql: Sql, personId: number | null, itemIds: readonly number[]): Promise<Set<number>> {
    if (personId === null || itemIds.length === 0) return new Set();
    const rows = await sql.query<{ itemId: number }>(
      "SELECT item_id AS itemId FROM hours_objection WHERE item_id IN (?) AND person_id = ? AND status = 'open'",
      [itemIds, personId],
    );
    return new Set(rows.map((row) => row.itemId));
  }

  /** Open objections of a division's subtree, oldest first. */
  findQueue(sql: Sql, divisionCode: string, afterId: number, limit: number): Promise<ObjectionRow[]> {
    return sql.query<ObjectionRow>(
      `${SELECT} WHERE o.status = 'open' AND o.division_code LIKE CONCAT(?, '%') AND o.id > ? ORDER BY o.id LIMIT ?`,
      [divisionCode, afterId, limit],
    );
  }

  /** True when the objection was open and is answered by this call. */
  async answer(
    sql: Sql,
    id: number,
    answer: { status: 'upheld' | 'dismissed'; answer: string; by: number; at: Date },
  ): Promise<boolean> {
    const { affectedRows } = await sql.execute(
      `UPDATE hours_objection SET status = ?, answer = ?, answered_by = ?, answered_at = ? WHERE id = ? AND status = 'open'`,
      [answer.status, answer.answer, answer.by, answer.at, id],
    );
    return affectedRows === 1;
  }
}
