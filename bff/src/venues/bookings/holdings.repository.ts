import { Injectable } from '@nestjs/common';
import type { UnitKind } from '@jiefang/shared/availability';
import { weekOf } from '@jiefang/shared/time';
import type { Sql } from '../../database/database.js';
import { sqlNumber, sqlRows, sqlText } from '../../database/sql-rows.js';
import type { BookingRow } from './bookings.repository.js';

/** A unit somebody holds. */
export interface HeldUnit {
  venueId: number;
  day: string;
  unit: number;
  bookingId: number;
  kind: UnitKind;
}

/** A slot of someone's week at a venue. */
export interface QuotaSlot {
  venueId: number;
  week: string;
  subject: 'person' | 'household';
  subjectId: number;
  slot: number;
  bookingId: number;
}

/** What tells where a booking's units and quota slots are stored. */
export type HeldRun = Pick<BookingRow, 'id' | 'venueId' | 'day' | 'startUnit' | 'personId' | 'householdId'>;

/** SQL over what bookings hold: units of a venue's day, and slots of somebody's week. */
@Injectable()
export class HoldingsRepository {
  /**
   * Units held within any of the runs. The index is forced here and in the other reads of the hot path: while a table's
   * statistics lag behind its growth, the optimizer would rather read all of it.
   */
  async findHeldUnits(
    sql: Sql,
    runs: readonly { venueId: number; day: string; from: number; to: number }[],
  ): Promise<HeldUnit[]> {
    if (runs.length === 0) return [];
    const where = runs.map(
      (r) =>
        `(venue_id = ${sqlNumber(r.venueId)} AND day = ${sqlText(r.day)}` +
        ` AND unit >= ${sqlNumber(r.from)} AND unit < ${sqlNumber(r.to)})`,
    );
    return sql.query<HeldUnit>(
      `SELECT venue_id AS venueId, day, unit, booking_id AS bookingId, kind
         FROM booking_unit FORCE INDEX (PRIMARY) WHERE ${where.join(' OR ')}`,
    );
  }

  async insertUnits(sql: Sql, units: readonly HeldUnit[]): Promise<void> {
    if (units.length === 0) return;
    await sql.later('INSERT INTO booking_unit (venue_id, day, unit, booking_id, kind) VALUES ?', [
      sqlRows(
        units.map(
          (u) =>
            `(${sqlNumber(u.venueId)},${sqlText(u.day)},${sqlNumber(u.unit)},${sqlNumber(u.bookingId)},${sqlNumber(u.kind)})`,
        ),
      ),
    ]);
  }

  /** Gives back every unit of these bookings: they lie on the booking's day from its first unit on, cleaning last. */
  async deleteUnits(sql: Sql, rows: readonly HeldRun[]): Promise<void> {
    if (rows.length === 0) return;
    const where = rows.map(
      (row) =>
        `(u.venue_id = ${sqlNumber(row.venueId)} AND u.day = ${sqlText(row.day)}` +
        ` AND u.unit >= ${sqlNumber(row.startUnit)} AND u.booking_id = ${sqlNumber(row.id)})`,
    );
    await sql.later(`DELETE u FROM booking_unit u FORCE INDEX (PRIMARY) WHERE ${where.join(' OR ')}`);
  }

  /** Slots taken by the subjects in those weeks at those venues. */
  async findQuotaSlots(
    sql: Sql,
    keys: readonly Pick<QuotaSlot, 'venueId' | 'week' | 'subject' | 'subjectId'>[],
  ): Promise<QuotaSlot[]> {
    if (keys.length === 0) return [];
    return sql.query<QuotaSlot>(
      `SELECT venue_id AS venueId, week, subject, subject_id AS subjectId, slot, booking_id AS bookingId
         FROM booking_quota FORCE INDEX (PRIMARY) WHERE (venue_id, week, subject, subject_id) IN (?)`,
      [
        sqlRows(
          keys.map(
            (k) =>
              `(${sqlNumber(k.venueId)},${sqlText(k.week)},${sqlText(k.subject)},${sqlNumber(k.subjectId)})`,
          ),
        ),
      ],
    );
  }

  async insertQuotaSlots(sql: Sql, slots: readonly QuotaSlot[]): Promise<void> {
    if (slots.length === 0) return;
    await sql.later(
      'INSERT INTO booking_quota (venue_id, week, subject, subject_id, slot, booking_id) VALUES ?',
      [
        sqlRows(
          slots.map(
            (s) =>
              `(${sqlNumber(s.venueId)},${sqlText(s.week)},${sqlText(s.subject)},${sqlNumber(s.subjectId)},` +
              `${sqlNumber(s.slot)},${sqlNumber(s.bookingId)})`,
          ),
        ),
      ],
    );
  }

  /** Gives back the turns that these bookings have used, of the person and of the household they were made for. */
  async deleteQuotaSlots(sql: Sql, rows: readonly HeldRun[]): Promise<void> {
    const slot = (row: HeldRun, subject: QuotaSlot['subject'], subjectId: number | null): string[] =>
      subjectId === null
        ? []
        : [
            `(q.venue_id = ${sqlNumber(row.venueId)} AND q.week = ${sqlText(weekOf(row.day))}` +
              ` AND q.subject = ${sqlText(subject)} AND q.subject_id = ${sqlNumber(subjectId)}` +
              ` AND q.booking_id = ${sqlNumber(row.id)})`,
          ];
    const where = rows.flatMap((row) => [
      ...slot(row, 'person', row.personId),
      ...slot(row, 'household', row.householdId),
    ]);
    if (where.length === 0) return;
    await sql.later(`DELETE q FROM booking_quota q FORCE INDEX (PRIMARY) WHERE ${where.join(' OR ')}`);
  }
}
