import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';

/** A pause of a person's claiming in a division's subtree. */
export interface VolunteerPauseRow {
  id: number;
  personId: number;
  divisionCode: string;
  startsAt: Date;
  endsAt: Date;
  reason: string;
  liftedAt: Date | null;
}

const COLUMNS = `id, person_id AS personId, division_code AS divisionCode, starts_at AS startsAt, ends_at AS endsAt,
  reason, lifted_at AS liftedAt`;

/** SQL of the table `volunteer_pause`. */
@Injectable()
export class VolunteerPausesRepository {
  /** Pauses of these people that are neither lifted nor over, by their ends. */
  async findLive(sql: Sql, personIds: readonly number[], now: Date): Promise<VolunteerPauseRow[]> {
    if (personIds.length === 0) return [];
    return sql.query<VolunteerPauseRow>(
      `SELECT ${COLUMNS} FROM volunteer_pause
        WHERE person_id IN (?) AND ends_at > ? AND lifted_at IS NULL ORDER BY ends_at, id`,
      [[...new Set(personIds)], now],
    );
  }

  async findById(sql: Sql, id: number): Promise<VolunteerPauseRow | null> {
    const rows = await sql.query<VolunteerPauseRow>(`SELECT ${COLUMNS} FROM volunteer_pause WHERE id = ?`, [
      id,
    ]);
    return rows.at(0) ?? null;
  }

  async insert(
    tx: Sql,
    pause: Omit<VolunteerPauseRow, 'id' | 'liftedAt'> & { createdBy: number },
  ): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO volunteer_pause (person_id, division_code, starts_at, ends_at, reason, created_by) VALUES (?)`,
      [[pause.personId, pause.divisionCode, pause.startsAt, pause.endsAt, pause.reason, pause.createdBy]],
    );
    return insertId;
  }

  /** False when it was lifted or over already. */
  async lift(tx: Sql, id: number, by: number, reason: string, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE volunteer_pause SET lifted_at = ?, lifted_by = ?, lift_reason = ?
        WHERE id = ? AND lifted_at IS NULL AND ends_at > ?`,
      [at, by, reason, id, at],
    );
    return affectedRows === 1;
  }
}
