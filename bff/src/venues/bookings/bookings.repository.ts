import { Injectable } from '@nestjs/common';
import type { BookingChannel, BookingStatus } from '@jiefang/shared/bookings';
import type { Sql } from '../../database/database.js';
import { sqlBytes, sqlInstant, sqlNumber, sqlRows, sqlText } from '../../database/sql-rows.js';

/** A booking as it is stored, with the names its pages show. Units count from Shanghai midnight, the end exclusive. */
export interface BookingRow {
  id: number;
  venueId: number;
  centreId: number;
  divisionCode: string;
  day: string;
  startUnit: number;
  endUnit: number;
  startsAt: Date;
  endsAt: Date;
  personId: number | null;
  householdId: number | null;
  madeBy: number | null;
  channel: BookingChannel;
  contactLabel: string | null;
  contactPhoneCipher: Buffer | null;
  purpose: string;
  attendees: number;
  status: BookingStatus;
  statusReason: string | null;
  companionCount: number;
  createdAt: Date;
  venueName: string;
  centreName: string;
  centreAddress: string;
  centrePhone: string;
  nickname: string | null;
  phoneMasked: string | null;
}

export interface NewBooking {
  id: number;
  venueId: number;
  centreId: number;
  divisionCode: string;
  day: string;
  startUnit: number;
  endUnit: number;
  startsAt: Date;
  endsAt: Date;
  personId: number | null;
  householdId: number | null;
  madeBy: number | null;
  channel: BookingChannel;
  contactNameCipher: Buffer | null;
  contactPhoneCipher: Buffer | null;
  contactLabel: string | null;
  purpose: string;
  attendees: number;
  status: BookingStatus;
}

/** A booking whose start or end has passed. */
export type DueBooking = Pick<BookingRow, 'id' | 'venueId' | 'startsAt' | 'endsAt'>;

const COLUMNS = `b.id, b.venue_id AS venueId, b.centre_id AS centreId, b.division_code AS divisionCode, b.day,
  b.start_unit AS startUnit, b.end_unit AS endUnit, b.starts_at AS startsAt, b.ends_at AS endsAt,
  b.person_id AS personId, b.household_id AS householdId, b.made_by AS madeBy, b.channel,
  b.contact_label AS contactLabel, b.contact_phone_cipher AS contactPhoneCipher, b.purpose, b.attendees,
  b.status, b.status_reason AS statusReason, b.companion_count AS companionCount, b.created_at AS createdAt,
  v.name AS venueName, c.name AS centreName, c.address AS centreAddress, c.phone AS centrePhone,
  p.nickname, p.phone_masked AS phoneMasked`;

const FROM = `FROM booking b JOIN venue v ON v.id = b.venue_id JOIN centre c ON c.id = b.centre_id
  LEFT JOIN person p ON p.id = b.person_id`;

/** SQL over bookings, their steps and companions. */
@Injectable()
export class BookingsRepository {
  /**
   * Takes the venues' rows for the rest of the transaction, in one order everywhere. Every change of who holds a unit
   * goes through here; on a cluster the update makes two nodes' transactions collide, which a locking read would not.
   */
  async lockVenues(sql: Sql, venueIds: readonly number[]): Promise<void> {
    const sorted = [...venueIds].sort((a, b) => a - b);
    await sql.later('UPDATE venue SET version = version + 1 WHERE id IN (?) ORDER BY id', [sorted]);
  }

  async insertBookings(sql: Sql, bookings: readonly NewBooking[], now: Date): Promise<void> {
    if (bookings.length === 0) return;
    const at = sqlInstant(now);
    await sql.later(
      `INSERT INTO booking (id, venue_id, centre_id, division_code, day, start_unit, end_unit, starts_at, ends_at,
         person_id, household_id, made_by, channel, contact_name_cipher, contact_phone_cipher, contact_label,
         purpose, attendees, status, created_at, updated_at) VALUES ?`,
      [
        sqlRows(
          bookings.map(
            (b) =>
              `(${sqlNumber(b.id)},${sqlNumber(b.venueId)},${sqlNumber(b.centreId)},${sqlText(b.divisionCode)},` +
              `${sqlText(b.day)},${sqlNumber(b.startUnit)},${sqlNumber(b.endUnit)},${sqlInstant(b.startsAt)},` +
              `${sqlInstant(b.endsAt)},${sqlNumber(b.personId)},${sqlNumber(b.householdId)},${sqlNumber(b.madeBy)},` +
              `${sqlText(b.channel)},${sqlBytes(b.contactNameCipher)},${sqlBytes(b.contactPhoneCipher)},` +
              `${sqlText(b.contactLabel)},${sqlText(b.purpose)},${sqlNumber(b.attendees)},${sqlText(b.status)},${at},${at})`,
          ),
        ),
      ],
    );
  }

  async findById(sql: Sql, id: number): Promise<BookingRow | null> {
    const rows = await sql.query<BookingRow>(`SELECT ${COLUMNS} ${FROM} WHERE b.id = ?`, [id]);
    return rows[0] ?? null;
  }

  async findByIds(sql: Sql, ids: readonly number[]): Promise<BookingRow[]> {
    if (ids.length === 0) return [];
    return sql.query<BookingRow>(`SELECT ${COLUMNS} ${FROM} WHERE b.id IN (?) ORDER BY b.id`, [ids]);
  }

  /** The same rows, held until the transaction ends. */
  async findByIdsForUpdate(sql: Sql, ids: readonly number[]): Promise<BookingRow[]> {
    if (ids.length === 0) return [];
    await sql.query('SELECT id FROM booking WHERE id IN (?) ORDER BY id FOR UPDATE', [ids]);
    return this.findByIds(sql, ids);
  }

  /** Moves bookings from one of `from` to `to`; returns how many moved. */
  async changeStatus(
    sql: Sql,
    ids: readonly number[],
    from: readonly BookingStatus[],
    to: BookingStatus,
    reason: string | null,
    now: Date,
  ): Promise<number> {
    if (ids.length === 0) return 0;
    const { affectedRows } = await sql.execute(
      'UPDATE booking SET status = ?, status_reason = ?, updated_at = ? WHERE id IN (?) AND status IN (?)',
      [to, reason, now, ids, from],
    );
    return affectedRows;
  }

  async markCheckedIn(sql: Sql, id: number, by: number, now: Date): Promise<number> {
    const { affectedRows } = await sql.execute(
      `UPDATE booking SET status = 'checked_in', checked_in_at = ?, checked_in_by = ?, updated_at = ?
        WHERE id = ? AND status = 'confirmed'`,
      [now, by, now, id],
    );
    return affectedRows;
  }

  async insertSteps(
    sql: Sql,
    steps: readonly {
      bookingId: number;
      status: BookingStatus;
      actorId: number | null;
      note: string | null;
    }[],
    now: Date,
  ): Promise<void> {
    if (steps.length === 0) return;
    const at = sqlInstant(now);
    await sql.later('INSERT INTO booking_event (booking_id, status, at, actor_id, note) VALUES ?', [
      sqlRows(
        steps.map(
          (s) =>
            `(${sqlNumber(s.bookingId)},${sqlText(s.status)},${at},${sqlNumber(s.actorId)},${sqlText(s.note)})`,
        ),
      ),
    ]);
  }

  async findSteps(
    sql: Sql,
    bookingId: number,
  ): Promise<{ status: BookingStatus; at: Date; note: string | null }[]> {
    return sql.query('SELECT status, at, note FROM booking_event WHERE booking_id = ? ORDER BY id', [
      bookingId,
    ]);
  }

  async findCompanions(
    sql: Sql,
    bookingId: number,
  ): Promise<{ personId: number; nickname: string; joinedAt: Date }[]> {
    return sql.query(
      `SELECT bc.person_id AS personId, p.nickname, bc.joined_at AS joinedAt FROM booking_companion bc
         JOIN person p ON p.id = bc.person_id WHERE bc.booking_id = ? ORDER BY bc.joined_at, bc.person_id`,
      [bookingId],
    );
  }

  async findCompanionIds(
    sql: Sql,
    bookingIds: readonly number[],
  ): Promise<{ bookingId: number; personId: number }[]> {
    if (bookingIds.length === 0) return [];
    return sql.query(
      'SELECT booking_id AS bookingId, person_id AS personId FROM booking_companion WHERE booking_id IN (?)',
      [bookingIds],
    );
  }

  /** A person's own and accompanied bookings: upcoming by start ascending, past by start descending. */
  async findOfPerson(
    sql: Sql,
    personId: number,
    scope: 'upcoming' | 'past',
    after: { startsAt: Date; id: number } | null,
    limit: number,
    now: Date,
  ): Promise<(BookingRow & { isCompanion: number })[]> {
    const live = `b.status IN ('pending', 'confirmed', 'checked_in') AND b.ends_at > ?`;
    const where = scope === 'upcoming' ? live : `NOT (${live})`;
    const [order, compare] = scope === 'upcoming' ? ['ASC', '>'] : ['DESC', '<'];
    const cursor = after === null ? '' : `AND (b.starts_at, b.id) ${compare} (?, ?)`;
    return sql.query(
      `SELECT ${COLUMNS}, mine.isCompanion ${FROM}
         JOIN (SELECT id, 0 AS isCompanion FROM booking WHERE person_id = ?
               UNION ALL SELECT booking_id, 1 FROM booking_companion WHERE person_id = ?) mine ON mine.id = b.id
        WHERE ${where} ${cursor} ORDER BY b.starts_at ${order}, b.id ${order} LIMIT ?`,
      [personId, personId, now, ...(after === null ? [] : [after.startsAt, after.id]), limit],
    );
  }

  /** Every booking of a centre's day that took place or still may, in the order of the day. */
  async findOfCentreDay(sql: Sql, centreId: number, day: string): Promise<BookingRow[]> {
    return sql.query<BookingRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE b.centre_id = ? AND b.day = ?
          AND b.status IN ('pending', 'confirmed', 'checked_in', 'completed', 'released', 'no_show')
        ORDER BY b.venue_id, b.start_unit`,
      [centreId, day],
    );
  }

  /** Live bookings of a centre (or one of its venues) that touch [from, to). */
  async findLiveWithin(
    sql: Sql,
    centreId: number,
    venueId: number | null,
    from: Date,
    to: Date,
  ): Promise<BookingRow[]> {
    return sql.query<BookingRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE b.centre_id = ? AND b.day BETWEEN ? AND ? AND (? IS NULL OR b.venue_id = ?)
          AND b.status IN ('pending', 'confirmed') AND b.starts_at < ? AND b.ends_at > ?
        ORDER BY b.starts_at, b.id`,
      [centreId, dayBefore(from), dayAfter(to), venueId, venueId, to, from],
    );
  }

  /** Waiting approvals of a division's subtree, the oldest first. */
  async findPending(
    sql: Sql,
    divisionCode: string,
    after: { createdAt: Date; id: number } | null,
    limit: number,
  ): Promise<BookingRow[]> {
    const cursor = after === null ? '' : 'AND (b.created_at, b.id) > (?, ?)';
    return sql.query<BookingRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE b.status = 'pending' AND b.division_code LIKE CONCAT(?, '%') ${cursor}
        ORDER BY b.created_at, b.id LIMIT ?`,
      [divisionCode, ...(after === null ? [] : [after.createdAt, after.id]), limit],
    );
  }

  /**
   * Confirmed bookings of people with an account that begin within (from, to], have not been reminded of, and were made
   * more than `to - from` before their start.
   */
  async findToRemind(sql: Sql, from: Date, to: Date, limit: number): Promise<BookingRow[]> {
    return sql.query<BookingRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE b.status = 'confirmed' AND b.starts_at > ? AND b.starts_at <= ?
          AND b.person_id IS NOT NULL AND TIMESTAMPDIFF(SECOND, b.created_at, b.starts_at) > ?
          AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.person_id = b.person_id AND o.dedupe = CONCAT('booking:', b.id, ':reminder'))
        ORDER BY b.starts_at, b.id LIMIT ?`,
      [from, to, (to.getTime() - from.getTime()) / 1000, limit],
    );
  }

  /**
   * Bookings the clock looks at, the earliest first; `after` is the last one of the page before. What has ended has also
   * started: of the rooms in use the ends are looked at one by one, so that no booking pays for an index of them.
   */
  async findDue(
    sql: Sql,
    status: BookingStatus,
    column: 'starts_at' | 'ends_at',
    before: Date,
    after: DueBooking | null,
    limit: number,
  ): Promise<DueBooking[]> {
    const last = after === null ? [] : [column === 'starts_at' ? after.startsAt : after.endsAt, after.id];
    return sql.query<DueBooking>(
      `SELECT id, venue_id AS venueId, starts_at AS startsAt, ends_at AS endsAt
         FROM booking FORCE INDEX (booking_clock)
        WHERE status = ? AND starts_at <= ? AND ${column} <= ? ${after === null ? '' : `AND (${column}, id) > (?, ?)`}
        ORDER BY ${column}, id LIMIT ?`,
      [status, before, before, ...last, limit],
    );
  }
}

function dayBefore(instant: Date): string {
  return new Date(instant.getTime() - 24 * 3600_000).toISOString().slice(0, 10);
}

function dayAfter(instant: Date): string {
  return new Date(instant.getTime() + 24 * 3600_000).toISOString().slice(0, 10);
}
