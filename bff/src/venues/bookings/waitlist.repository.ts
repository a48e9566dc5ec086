import { Injectable } from '@nestjs/common';
import type { WaitlistStatus } from '@jiefang/shared/bookings';
import type { Sql } from '../../database/database.js';

/** A place in the queue, with the names its pages show. */
export interface WaitlistRow {
  id: number;
  venueId: number;
  centreId: number;
  day: string;
  startUnit: number;
  endUnit: number;
  startsAt: Date;
  endsAt: Date;
  personId: number;
  purpose: string;
  attendees: number;
  status: WaitlistStatus;
  refusedReason: string | null;
  bookingId: number | null;
  venueName: string;
  centreName: string;
}

export type NewWaitlistEntry = Pick<
  WaitlistRow,
  | 'id'
  | 'venueId'
  | 'day'
  | 'startUnit'
  | 'endUnit'
  | 'startsAt'
  | 'endsAt'
  | 'personId'
  | 'purpose'
  | 'attendees'
>;

const SELECT = `SELECT w.id, w.venue_id AS venueId, v.centre_id AS centreId, w.day, w.start_unit AS startUnit,
  w.end_unit AS endUnit, w.starts_at AS startsAt, w.ends_at AS endsAt, w.person_id AS personId, w.purpose, w.attendees,
  w.status, w.refused_reason AS refusedReason, w.booking_id AS bookingId, v.name AS venueName, c.name AS centreName
  FROM waitlist_entry w JOIN venue v ON v.id = w.venue_id JOIN centre c ON c.id = v.centre_id`;

/** SQL over the waitlist. Order of arrival is the order of ids. */
@Injectable()
export class WaitlistRepository {
  async insert(sql: Sql, entries: readonly NewWaitlistEntry[], now: Date): Promise<void> {
    if (entries.length === 0) return;
    await sql.later(
      `INSERT INTO waitlist_entry (id, venue_id, day, start_unit, end_unit, starts_at, ends_at, person_id, purpose,
         attendees, status, created_at, updated_at) VALUES ?`,
      [
        entries.map((e) => [
          e.id,
          e.venueId,
          e.day,
          e.startUnit,
          e.endUnit,
          e.startsAt,
          e.endsAt,
          e.personId,
          e.purpose,
          e.attendees,
          'waiting',
          now,
          now,
        ]),
      ],
    );
  }

  /** Everyone waiting on these days of these venues, first come first. */
  async findWaiting(sql: Sql, days: readonly { venueId: number; day: string }[]): Promise<WaitlistRow[]> {
    if (days.length === 0) return [];
    const where = days.map(() => '(w.venue_id = ? AND w.day = ?)').join(' OR ');
    return sql.query<WaitlistRow>(
      `${SELECT} WHERE w.status = 'waiting' AND (${where}) ORDER BY w.id`,
      days.flatMap((d) => [d.venueId, d.day]),
    );
  }

  /** The same entries, held until the transaction ends: nobody can leave the queue while being served. */
  async findWaitingForUpdate(
    sql: Sql,
    days: readonly { venueId: number; day: string }[],
  ): Promise<WaitlistRow[]> {
    if (days.length === 0) return [];
    const where = days.map(() => '(venue_id = ? AND day = ?)').join(' OR ');
    await sql.query(
      `SELECT id FROM waitlist_entry WHERE status = 'waiting' AND (${where}) ORDER BY id FOR UPDATE`,
      days.flatMap((d) => [d.venueId, d.day]),
    );
    return this.findWaiting(sql, days);
  }

  async findById(sql: Sql, id: number): Promise<WaitlistRow | null> {
    return (await sql.query<WaitlistRow>(`${SELECT} WHERE w.id = ?`, [id]))[0] ?? null;
  }

  /** A person's waits: those still open, and the ended ones of the last weeks. */
  async findOfPerson(sql: Sql, personId: number, since: Date): Promise<WaitlistRow[]> {
    return sql.query<WaitlistRow>(
      `${SELECT} WHERE w.person_id = ? AND (w.status = 'waiting' OR w.updated_at > ?)
        ORDER BY (w.status = 'waiting') DESC, w.starts_at, w.id LIMIT 100`,
      [personId, since],
    );
  }

  /** How many wait for an overlapping run of the same day ahead of each entry; the key is the entry's id. */
  async countAhead(sql: Sql, ids: readonly number[]): Promise<Map<number, number>> {
    if (ids.length === 0) return new Map();
    const rows = await sql.query<{ id: number; ahead: number }>(
      `SELECT w.id, COUNT(o.id) AS ahead FROM waitlist_entry w
         LEFT JOIN waitlist_entry o ON o.venue_id = w.venue_id AND o.day = w.day AND o.status = 'waiting'
           AND o.id < w.id AND o.start_unit < w.end_unit AND w.start_unit < o.end_unit
        WHERE w.id IN (?) GROUP BY w.id`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.ahead]));
  }

  /** Ends waits; only those still waiting are moved. Returns how many. */
  async finish(
    sql: Sql,
    ids: readonly number[],
    status: Exclude<WaitlistStatus, 'waiting'>,
    change: { reason?: string; bookingId?: number },
    now: Date,
  ): Promise<number> {
    if (ids.length === 0) return 0;
    const { affectedRows } = await sql.execute(
      `UPDATE waitlist_entry SET status = ?, refused_reason = ?, booking_id = ?, updated_at = ?
        WHERE id IN (?) AND status = 'waiting'`,
      [status, change.reason ?? null, change.bookingId ?? null, now, ids],
    );
    return affectedRows;
  }

  /** Waits whose run has begun. */
  async findOverdue(sql: Sql, now: Date, limit: number): Promise<WaitlistRow[]> {
    return sql.query<WaitlistRow>(
      `${SELECT} WHERE w.status = 'waiting' AND w.starts_at <= ? ORDER BY w.starts_at LIMIT ?`,
      [now, limit],
    );
  }

  /** Waits of a centre (or one venue) that touch [from, to). */
  async findWaitingWithin(
    sql: Sql,
    centreId: number,
    venueId: number | null,
    from: Date,
    to: Date,
  ): Promise<WaitlistRow[]> {
    return sql.query<WaitlistRow>(
      `${SELECT} WHERE w.status = 'waiting' AND v.centre_id = ? AND (? IS NULL OR w.venue_id = ?)
          AND w.starts_at < ? AND w.ends_at > ?`,
      [centreId, venueId, venueId, to, from],
    );
  }

  /** How many wait on each venue's day. */
  async countWaiting(sql: Sql, venueIds: readonly number[], day: string): Promise<Map<number, number>> {
    if (venueIds.length === 0) return new Map();
    const rows = await sql.query<{ venueId: number; waiting: number }>(
      `SELECT venue_id AS venueId, COUNT(*) AS waiting FROM waitlist_entry
        WHERE venue_id IN (?) AND day = ? AND status = 'waiting' GROUP BY venue_id`,
      [venueIds, day],
    );
    return new Map(rows.map((row) => [row.venueId, row.waiting]));
  }
}
