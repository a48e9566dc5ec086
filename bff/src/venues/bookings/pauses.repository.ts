import { Injectable } from '@nestjs/common';
import { DAY_MS } from '@jiefang/shared/time';
import type { Sql } from '../../database/database.js';

export type AppealStatus = 'pending' | 'upheld' | 'dismissed';

/** A pause with the names its pages show. */
export interface PauseRow {
  id: number;
  personId: number;
  centreId: number;
  divisionCode: string;
  centreName: string;
  startsAt: Date;
  endsAt: Date;
  reason: string;
  lastBookingId: number;
  liftedAt: Date | null;
  appealText: string | null;
  appealStatus: AppealStatus | null;
  appealAt: Date | null;
  appealDecidedReason: string | null;
  nickname: string;
  phoneMasked: string | null;
}

const SELECT = `SELECT b.id, b.person_id AS personId, b.centre_id AS centreId, b.division_code AS divisionCode,
  c.name AS centreName, b.starts_at AS startsAt, b.ends_at AS endsAt, b.reason, b.last_booking_id AS lastBookingId,
  b.lifted_at AS liftedAt, b.appeal_text AS appealText, b.appeal_status AS appealStatus, b.appeal_at AS appealAt,
  b.appeal_decided_reason AS appealDecidedReason, p.nickname, p.phone_masked AS phoneMasked
  FROM booking_pause b JOIN centre c ON c.id = b.centre_id JOIN person p ON p.id = b.person_id`;

const CAUSE_DAYS = 366;

/** SQL over pauses and their appeals. */
@Injectable()
export class PausesRepository {
  findOpenOf(sql: Sql, personId: number, now: Date): Promise<PauseRow[]> {
    return sql.query<PauseRow>(
      `${SELECT} WHERE b.person_id = ? AND b.lifted_at IS NULL AND b.ends_at > ? ORDER BY b.id`,
      [personId, now],
    );
  }

  async findById(sql: Sql, id: number): Promise<PauseRow | null> {
    return (await sql.query<PauseRow>(`${SELECT} WHERE b.id = ?`, [id]))[0] ?? null;
  }

  async findForUpdate(sql: Sql, id: number): Promise<PauseRow | null> {
    return (await sql.query<PauseRow>(`${SELECT} WHERE b.id = ? FOR UPDATE`, [id]))[0] ?? null;
  }

  findAppeals(
    sql: Sql,
    divisionCode: string,
    after: { at: Date; id: number } | null,
    limit: number,
  ): Promise<PauseRow[]> {
    const cursor = after === null ? '' : 'AND (b.appeal_at, b.id) > (?, ?)';
    return sql.query<PauseRow>(
      `${SELECT} WHERE b.appeal_status = 'pending' AND b.division_code LIKE CONCAT(?, '%') ${cursor}
        ORDER BY b.appeal_at, b.id LIMIT ?`,
      [divisionCode, ...(after === null ? [] : [after.at, after.id]), limit],
    );
  }

  async saveAppeal(sql: Sql, id: number, text: string, now: Date): Promise<void> {
    await sql.execute(
      `UPDATE booking_pause SET appeal_text = ?, appeal_status = 'pending', appeal_at = ? WHERE id = ? AND appeal_status IS NULL`,
      [text, now, id],
    );
  }

  async saveDecision(
    sql: Sql,
    id: number,
    decision: 'upheld' | 'dismissed',
    by: number,
    reason: string,
    now: Date,
  ): Promise<void> {
    await sql.execute(
      `UPDATE booking_pause SET appeal_status = ?, appeal_decided_by = ?, appeal_decided_at = ?, appeal_decided_reason = ?
        WHERE id = ? AND appeal_status = 'pending'`,
      [decision, by, now, reason, id],
    );
  }

  /** The no-shows that stood behind a pause when it began. */
  async findCauseIds(sql: Sql, pause: PauseRow): Promise<number[]> {
    const rows = await sql.query<{ id: number }>(
      `SELECT id FROM booking FORCE INDEX (booking_person)
        WHERE person_id = ? AND centre_id = ? AND status IN ('released', 'no_show') AND starts_at <= ? AND starts_at > ? ORDER BY starts_at DESC LIMIT 10`,
      [
        pause.personId,
        pause.centreId,
        pause.startsAt,
        new Date(pause.startsAt.getTime() - CAUSE_DAYS * DAY_MS),
      ],
    );
    return rows.map((row) => row.id);
  }
}
