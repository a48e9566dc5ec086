import { Injectable } from '@nestjs/common';
import { HOLDING_STATUSES } from '@jiefang/shared/bookings';
import type { Sql } from '../../database/database.js';
import type { HeldUnits } from './day-grid.js';
import type { VenueStamp } from './venue-config.js';

/** A venue's stamp with the units held on one day. */
export interface VenueToday extends VenueStamp {
  centreId: number;
  held: HeldUnits;
}

/** A venue's day as the database knows it. */
export interface VenueDayRow extends VenueStamp {
  version: number;
  held: HeldUnits;
  waiting: number;
}

/** A unit and its kind in one number: unit × 4 + kind (two bits). At most 96 a day, so a list stays far below 1 kB. */
const PACKED = 'GROUP_CONCAT(u.unit * 4 + u.kind)';

/** Reads of venues and of the units held in them: ranges on booking_unit's primary key, never the bookings themselves. */
@Injectable()
export class VenuesRepository {
  /** The venues of these centres in the order of their pages, with what is held on `day`. One query. */
  async findOfCentres(sql: Sql, centreIds: readonly number[], day: string): Promise<VenueToday[]> {
    if (centreIds.length === 0) return [];
    const rows = await sql.query<VenueStamp & { centreId: number; packed: string | null }>(
      `SELECT v.id, v.centre_id AS centreId, v.config_version AS configVersion,
              (SELECT ${PACKED} FROM booking_unit u WHERE u.venue_id = v.id AND u.day = ?) AS packed
         FROM venue v WHERE v.centre_id IN (?) ORDER BY v.centre_id, v.sort_order, v.id`,
      [day, centreIds],
    );
    return rows.map(({ packed, ...row }) => ({ ...row, held: unpack(packed) }));
  }

  /** One venue with what is held and how many wait on `day`; null without such a venue. One query. */
  async findDay(sql: Sql, venueId: number, day: string): Promise<VenueDayRow | null> {
    const [row] = await sql.query<VenueStamp & { version: number; packed: string | null; waiting: number }>(
      `SELECT v.id, v.config_version AS configVersion, v.version,
              (SELECT ${PACKED} FROM booking_unit u WHERE u.venue_id = v.id AND u.day = ?) AS packed,
              (SELECT COUNT(*) FROM waitlist_entry w
                WHERE w.venue_id = v.id AND w.day = ? AND w.status = 'waiting') AS waiting
         FROM venue v WHERE v.id = ?`,
      [day, day, venueId],
    );
    if (row === undefined) return null;
    const { packed, ...plain } = row;
    return { ...plain, held: unpack(packed) };
  }

  /** What is held in each venue on each day from `from` to `to`, both included; days without rows are left out. */
  async findHeldDays(
    sql: Sql,
    venueIds: readonly number[],
    from: string,
    to: string,
  ): Promise<{ venueId: number; day: string; held: HeldUnits }[]> {
    if (venueIds.length === 0) return [];
    const rows = await sql.query<{ venueId: number; day: string; packed: string }>(
      `SELECT u.venue_id AS venueId, u.day, ${PACKED} AS packed FROM booking_unit u
        WHERE u.venue_id IN (?) AND u.day BETWEEN ? AND ? GROUP BY u.venue_id, u.day`,
      [venueIds, from, to],
    );
    return rows.map(({ packed, ...row }) => ({ ...row, held: unpack(packed) }));
  }

  /** The runs of a person's own live bookings at a venue that start within [from, to), in units, the end exclusive. */
  async findOwnRuns(
    sql: Sql,
    venueId: number,
    personId: number,
    from: Date,
    to: Date,
  ): Promise<{ startUnit: number; endUnit: number }[]> {
    return sql.query(
      `SELECT start_unit AS startUnit, end_unit AS endUnit FROM booking
        WHERE person_id = ? AND starts_at >= ? AND starts_at < ? AND venue_id = ? AND status IN (?)`,
      [personId, from, to, venueId, HOLDING_STATUSES],
    );
  }

  /** How many slots of a week (its Monday) the person and the household have used at a venue. */
  async countQuota(
    sql: Sql,
    venueId: number,
    week: string,
    personId: number,
    householdId: number | null,
  ): Promise<{ person: number; household: number }> {
    const rows = await sql.query<{ subject: string; used: number }>(
      `SELECT subject, COUNT(*) AS used FROM booking_quota
        WHERE venue_id = ? AND week = ? AND (subject, subject_id) IN (?) GROUP BY subject`,
      [venueId, week, [['person', personId], ...(householdId === null ? [] : [['household', householdId]])]],
    );
    const used = new Map(rows.map((row) => [row.subject, row.used]));
    return { person: used.get('person') ?? 0, household: used.get('household') ?? 0 };
  }
}

function unpack(packed: string | null): HeldUnits {
  if (packed === null) return new Map();
  return new Map(
    String(packed)
      .split(',')
      .map(Number)
      .map((value) => [value >> 2, value & 3]),
  );
}
