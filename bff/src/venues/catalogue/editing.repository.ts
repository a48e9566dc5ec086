import { Injectable } from '@nestjs/common';
import { UPCOMING_STATUSES } from '@jiefang/shared/bookings';
import type { UnitMinutes, VenuePolicy, WeekdayHours } from '@jiefang/shared/venues';
import type { Sql } from '../../database/database.js';
import type { CentreService } from './centres.repository.js';
import type { VenueStatus } from './venue-config.js';

/** What staff write about a centre. */
export interface CentreContent {
  name: string;
  pinyin: string;
  initials: string;
  tags: readonly string[];
  address: string;
  intro: string;
  phone: string;
  latitude: number;
  longitude: number;
  services: readonly CentreService[];
  hours: readonly WeekdayHours[];
}

/** What staff write about a venue. */
export interface VenueContent {
  name: string;
  capacity: number;
  facilities: readonly string[];
  intro: string;
  unitMinutes: UnitMinutes;
  status: VenueStatus;
  policy: VenuePolicy;
  opening: readonly WeekdayHours[] | null;
}

/** A booking that is not over, in units of its venue. */
export interface UpcomingRun {
  id: number;
  venueId: number;
  day: string;
  startUnit: number;
  endUnit: number;
}

/** SQL of staff's edits. Every statement is bound to the division that the permission was proven for. */
@Injectable()
export class EditingRepository {
  async insertCentre(tx: Sql, divisionCode: string, content: CentreContent): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO centre (division_code, name, pinyin, initials, tags, address, intro, phone, latitude, longitude,
         services, hours) VALUES (?)`,
      [[divisionCode, ...centreValues(content)]],
    );
    return insertId;
  }

  /** False when the centre is no longer at `version`. */
  async updateCentre(
    tx: Sql,
    divisionCode: string,
    id: number,
    version: number,
    content: CentreContent,
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE centre SET name = ?, pinyin = ?, initials = ?, tags = ?, address = ?, intro = ?, phone = ?, latitude = ?,
              longitude = ?, services = ?, hours = ?, version = version + 1
        WHERE id = ? AND division_code = ? AND version = ?`,
      [...centreValues(content), id, divisionCode, version],
    );
    return affectedRows === 1;
  }

  /** A new venue at the end of its centre's list. */
  async insertVenue(
    tx: Sql,
    divisionCode: string,
    centreId: number,
    stamp: number,
    content: VenueContent,
  ): Promise<number> {
    // The centre's row first: two new venues at once get two places in the list.
    await tx.execute('UPDATE centre SET venue_count = venue_count + 1 WHERE id = ? AND division_code = ?', [
      centreId,
      divisionCode,
    ]);
    const [place] = await tx.query<{ next: number }>(
      'SELECT COALESCE(MAX(sort_order), 0) + 1 AS next FROM venue WHERE centre_id = ?',
      [centreId],
    );
    const { insertId } = await tx.execute(
      `INSERT INTO venue (centre_id, division_code, sort_order, config_version, name, capacity, facilities, intro,
         unit_minutes, status, policy, opening) VALUES (?)`,
      [[centreId, divisionCode, place?.next ?? 1, stamp, ...venueValues(content)]],
    );
    return insertId;
  }

  /** Writes the venue with a new stamp; false when it no longer has the stamp `version`. */
  async updateVenue(
    tx: Sql,
    divisionCode: string,
    id: number,
    version: number,
    stamp: number,
    content: VenueContent,
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE venue SET name = ?, capacity = ?, facilities = ?, intro = ?, unit_minutes = ?, status = ?, policy = ?,
              opening = ?, config_version = ?
        WHERE id = ? AND division_code = ? AND config_version = ?`,
      [...venueValues(content), stamp, id, divisionCode, version],
    );
    return affectedRows === 1;
  }

  /** Live bookings of these venues that are not over, by start. */
  async findUpcoming(tx: Sql, venueIds: readonly number[], today: string, now: Date): Promise<UpcomingRun[]> {
    if (venueIds.length === 0) return [];
    return tx.query<UpcomingRun>(
      `SELECT id, venue_id AS venueId, day, start_unit AS startUnit, end_unit AS endUnit FROM booking
        WHERE venue_id IN (?) AND day >= ? AND status IN (?) AND ends_at > ? ORDER BY starts_at, id`,
      [venueIds, today, UPCOMING_STATUSES, now],
    );
  }

  /** True when units of today or later, or wishes on the waitlist, are counted in the venue's unit length. */
  async isCountedInUnits(tx: Sql, venueId: number, today: string): Promise<boolean> {
    const [row] = await tx.query<{ used: number }>(
      `SELECT (EXISTS (SELECT 1 FROM booking_unit WHERE venue_id = ? AND day >= ?)
            OR EXISTS (SELECT 1 FROM waitlist_entry WHERE venue_id = ? AND day >= ? AND status = 'waiting')) AS used`,
      [venueId, today, venueId, today],
    );
    return row?.used === 1;
  }
}

function centreValues(content: CentreContent): unknown[] {
  return [
    content.name,
    content.pinyin,
    content.initials,
    JSON.stringify(content.tags),
    content.address,
    content.intro,
    content.phone,
    content.latitude,
    content.longitude,
    JSON.stringify(content.services),
    JSON.stringify(content.hours),
  ];
}

function venueValues(content: VenueContent): unknown[] {
  return [
    content.name,
    content.capacity,
    JSON.stringify(content.facilities),
    content.intro,
    content.unitMinutes,
    content.status,
    JSON.stringify(content.policy),
    content.opening === null ? null : JSON.stringify(content.opening),
  ];
}
