import { Injectable } from '@nestjs/common';
import type { ShiftWaitStatus, TaskKind, TaskUrgency } from '@jiefang/shared/volunteering';
import type { Sql } from '../../database/database.js';

/** A place in the queue for a full shift, with what its page shows. */
export interface ShiftWaitRow {
  id: number;
  shiftId: number;
  personId: number;
  status: ShiftWaitStatus;
  refusedReason: string | null;
  claimId: number | null;
  createdAt: Date;
  startsAt: Date;
  endsAt: Date;
  closesAt: Date;
  taskId: number;
  taskTitle: string;
  taskKind: TaskKind;
  taskUrgency: TaskUrgency;
  placeName: string;
  latitude: number;
  longitude: number;
}

const SELECT = `SELECT w.id, w.shift_id AS shiftId, w.person_id AS personId, w.status,
  w.refused_reason AS refusedReason, w.claim_id AS claimId, w.created_at AS createdAt, s.starts_at AS startsAt,
  s.ends_at AS endsAt, s.closes_at AS closesAt, s.task_id AS taskId, t.title AS taskTitle, t.kind AS taskKind,
  t.urgency AS taskUrgency, t.place_name AS placeName, t.latitude, t.longitude
  FROM shift_wait w JOIN shift s ON s.id = w.shift_id JOIN task t ON t.id = s.task_id`;

/**
 * SQL over the queues of shifts. Order of arrival is the order of ids. Whoever changes a queue holds the row of its
 * shift, where `waiting` counts it.
 */
@Injectable()
export class ShiftWaitsRepository {
  async insert(
    tx: Sql,
    waits: readonly { id: number; shiftId: number; personId: number }[],
    now: Date,
  ): Promise<void> {
    if (waits.length === 0) return;
    await tx.later(
      'INSERT INTO shift_wait (id, shift_id, person_id, status, created_at, updated_at) VALUES ?',
      [waits.map((wait) => [wait.id, wait.shiftId, wait.personId, 'waiting', now, now])],
    );
  }

  async findById(sql: Sql, id: number): Promise<ShiftWaitRow | null> {
    return (await this.select(sql, 'WHERE w.id = ?', [id])).at(0) ?? null;
  }

  async findWaiting(sql: Sql, shiftIds: readonly number[]): Promise<ShiftWaitRow[]> {
    if (shiftIds.length === 0) return [];
    return this.select(sql, "WHERE w.status = 'waiting' AND w.shift_id IN (?) ORDER BY w.id", [shiftIds]);
  }

  /** The first `limit` of each shift's queue, in order. */
  async findHeads(
    sql: Sql,
    shiftIds: readonly number[],
    limit: number,
  ): Promise<{ id: number; shiftId: number; personId: number }[]> {
    if (shiftIds.length === 0) return [];
    return sql.query(
      `SELECT id, shiftId, personId FROM (
         SELECT id, shift_id AS shiftId, person_id AS personId,
                ROW_NUMBER() OVER (PARTITION BY shift_id ORDER BY id) AS place
           FROM shift_wait WHERE status = 'waiting' AND shift_id IN (?)) line
        WHERE place <= ? ORDER BY id`,
      [shiftIds, limit],
    );
  }

  /** Which queues these people wait in, whatever the shift: a person waits in few. */
  async findWaiters(
    sql: Sql,
    personIds: readonly number[],
  ): Promise<{ shiftId: number; personId: number }[]> {
    if (personIds.length === 0) return [];
    return sql.query(
      `SELECT shift_id AS shiftId, person_id AS personId FROM shift_wait
        WHERE person_id IN (?) AND status = 'waiting'`,
      [personIds],
    );
  }

  /** Who of these people waits for which of these shifts. */
  async findWaitsOf(
    sql: Sql,
    personIds: readonly number[],
    shiftIds: readonly number[],
  ): Promise<{ id: number; shiftId: number; personId: number }[]> {
    if (personIds.length === 0 || shiftIds.length === 0) return [];
    return sql.query(
      `SELECT id, shift_id AS shiftId, person_id AS personId FROM shift_wait
        WHERE shift_id IN (?) AND person_id IN (?) AND status = 'waiting'`,
      [shiftIds, personIds],
    );
  }

  /** A person's waits: those still open, and the ended ones since `since`. */
  async findOfPerson(sql: Sql, personId: number, since: Date): Promise<ShiftWaitRow[]> {
    return this.select(
      sql,
      `WHERE w.person_id = ? AND (w.status = 'waiting' OR w.updated_at > ?)
        ORDER BY (w.status = 'waiting') DESC, s.starts_at, w.id LIMIT 100`,
      [personId, since],
    );
  }

  /** Places in their queues, 1 is next; the key is the wait's id. */
  async findPositions(sql: Sql, ids: readonly number[]): Promise<Map<number, number>> {
    if (ids.length === 0) return new Map();
    const rows = await sql.query<{ id: number; position: number }>(
      `SELECT w.id, COUNT(o.id) AS position FROM shift_wait w
         JOIN shift_wait o ON o.shift_id = w.shift_id AND o.status = 'waiting' AND o.id <= w.id
        WHERE w.id IN (?) AND w.status = 'waiting' GROUP BY w.id`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.position]));
  }

  /**
   * Ends waits that are still open and counts them off their shifts, whose rows the caller holds or takes here first.
   * Returns how many ended.
   */
  async finish(
    tx: Sql,
    waits: readonly { id: number; shiftId: number }[],
    status: Exclude<ShiftWaitStatus, 'waiting'>,
    change: { reason?: string; claimId?: number },
    now: Date,
  ): Promise<number> {
    if (waits.length === 0) return 0;
    const byShift = new Map<number, number[]>();
    for (const { id, shiftId } of waits) byShift.set(shiftId, [...(byShift.get(shiftId) ?? []), id]);
    let ended = 0;
    for (const [shiftId, ids] of [...byShift].sort(([a], [b]) => a - b)) {
      await tx.query('SELECT id FROM shift WHERE id = ? FOR UPDATE', [shiftId]);
      const { affectedRows } = await tx.execute(
        `UPDATE shift_wait SET status = ?, refused_reason = ?, claim_id = ?, updated_at = ?
          WHERE id IN (?) AND status = 'waiting'`,
        [status, change.reason ?? null, change.claimId ?? null, now, ids],
      );
      await tx.execute('UPDATE shift SET waiting = waiting - ? WHERE id = ?', [affectedRows, shiftId]);
      ended += affectedRows;
    }
    return ended;
  }

  private async select(sql: Sql, where: string, values: readonly unknown[]): Promise<ShiftWaitRow[]> {
    const rows = await sql.query<ShiftWaitRow>(`${SELECT} ${where}`, values);
    return rows.map((row) => ({
      ...row,
      latitude: Number(row.latitude),
      longitude: Number(row.longitude),
    }));
  }
}
