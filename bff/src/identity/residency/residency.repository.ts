import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';
import type { ResidencyMethod, ResidencyStatus } from './residency-rules.js';

/** A residency as stored; the claimed name stays encrypted. */
export interface ResidencyRow {
  id: number;
  personId: number;
  communityCode: string;
  building: string;
  room: string;
  householdId: number | null;
  nameCipher: Buffer;
  status: ResidencyStatus;
  method: ResidencyMethod | null;
  reason: string | null;
  createdAt: Date;
  decidedAt: Date | null;
}

/** Where a residency is claimed. */
export interface Place {
  communityCode: string;
  building: string;
  room: string;
}

const COLUMNS = `r.id, r.person_id AS personId, r.community_code AS communityCode, r.building, r.room,
  r.household_id AS householdId, r.name_cipher AS nameCipher, r.status, r.method, r.reason,
  r.created_at AS createdAt, r.decided_at AS decidedAt`;

/** SQL of the table `residency`. Queries for staff take their division first. */
@Injectable()
export class ResidencyRepository {
  async findById(sql: Sql, id: number): Promise<ResidencyRow | null> {
    return (
      (await sql.query<ResidencyRow>(`SELECT ${COLUMNS} FROM residency r WHERE r.id = ?`, [id])).at(0) ?? null
    );
  }

  /** Newest first. */
  async findByPerson(sql: Sql, personId: number): Promise<ResidencyRow[]> {
    return sql.query<ResidencyRow>(
      `SELECT ${COLUMNS} FROM residency r WHERE r.person_id = ? ORDER BY r.id DESC LIMIT 50`,
      [personId],
    );
  }

  /** The one that is pending or approved. */
  async findLiveByPerson(sql: Sql, personId: number): Promise<ResidencyRow | null> {
    const rows = await sql.query<ResidencyRow>(
      `SELECT ${COLUMNS} FROM residency r WHERE r.person_id = ? AND r.live = 1`,
      [personId],
    );
    return rows.at(0) ?? null;
  }

  /** Residencies of the division's subtree in one status, oldest first, after the row number `afterId`. */
  async findByDivision(
    sql: Sql,
    divisionCode: string,
    status: ResidencyStatus,
    afterId: number,
    limit: number,
  ): Promise<ResidencyRow[]> {
    return sql.query<ResidencyRow>(
      `SELECT ${COLUMNS} FROM residency r
        WHERE r.community_code LIKE CONCAT(?, '%') AND r.status = ? AND r.id > ?
        ORDER BY r.id LIMIT ?`,
      [divisionCode, status, afterId, limit],
    );
  }

  async summarisePending(sql: Sql, divisionCode: string): Promise<{ count: number; oldestAt: Date | null }> {
    const rows = await sql.query<{ count: number; oldestAt: Date | null }>(
      `SELECT COUNT(*) AS count, MIN(created_at) AS oldestAt FROM residency
        WHERE community_code LIKE CONCAT(?, '%') AND status = 'pending'`,
      [divisionCode],
    );
    return rows.at(0) ?? { count: 0, oldestAt: null };
  }

  /** Fails with a duplicate key while the person has a live one. */
  async insertPending(
    sql: Sql,
    personId: number,
    place: Place,
    nameCipher: Buffer,
    at: Date,
  ): Promise<number> {
    const { insertId } = await sql.execute(
      `INSERT INTO residency (person_id, community_code, building, room, name_cipher, status, created_at)
       VALUES (?, ?, ?, ?, ?, 'pending', ?)`,
      [personId, place.communityCode, place.building, place.room, nameCipher, at],
    );
    return insertId;
  }

  /** pending → approved; false when it was not pending any more. */
  async approve(
    sql: Sql,
    id: number,
    decision: {
      method: ResidencyMethod;
      householdId: number;
      reason: string | null;
      by: number | null;
      at: Date;
    },
  ): Promise<boolean> {
    const { affectedRows } = await sql.execute(
      `UPDATE residency SET status = 'approved', method = ?, household_id = ?, reason = ?, decided_by = ?, decided_at = ?
        WHERE id = ? AND status = 'pending'`,
      [decision.method, decision.householdId, decision.reason, decision.by, decision.at, id],
    );
    return affectedRows === 1;
  }

  /** pending → rejected; false when it was not pending any more. */
  async reject(sql: Sql, id: number, decision: { reason: string; by: number; at: Date }): Promise<boolean> {
    const { affectedRows } = await sql.execute(
      `UPDATE residency SET status = 'rejected', method = 'staff', reason = ?, decided_by = ?, decided_at = ?
        WHERE id = ? AND status = 'pending'`,
      [decision.reason, decision.by, decision.at, id],
    );
    return affectedRows === 1;
  }

  /** pending or approved → ended; false when it was over already. */
  async end(sql: Sql, id: number, at: Date): Promise<boolean> {
    const { affectedRows } = await sql.execute(
      `UPDATE residency SET status = 'ended', decided_at = COALESCE(decided_at, ?)
        WHERE id = ? AND status IN ('pending', 'approved')`,
      [at, id],
    );
    return affectedRows === 1;
  }
}
