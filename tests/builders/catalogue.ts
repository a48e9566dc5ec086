import type { Sql } from '@jiefang/bff/database/database';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { UNIT_KIND } from '@jiefang/shared/availability';
import type { BookingStatus } from '@jiefang/shared/bookings';
import { instantAt, weekOf } from '@jiefang/shared/time';
import { DEFAULT_POLICY, type VenuePolicy } from '@jiefang/shared/venues';
import { DAILY } from './venues.js';

let lastBookingId = 5_000_000;

/** What a stored booking is built from; minutes since Shanghai midnight. */
export interface BookingOptions {
  venueId: number;
  centreId: number;
  divisionCode?: string;
  day: string;
  startMinute: number;
  endMinute: number;
  cleaningMinutes?: number;
  unitMinutes?: number;
  personId?: number | null;
  householdId?: number | null;
  channel?: 'app' | 'phone';
  status?: BookingStatus;
  createdAt?: Date;
}

/** Writes a booking with its units and quota slot as the product would. Returns the row number. */
export async function buildBooking(sql: Sql, options: BookingOptions): Promise<number> {
  lastBookingId += 1;
  const id = lastBookingId;
  const { venueId, day, unitMinutes = 30, channel = 'app', status = 'confirmed' } = options;
  const at = options.createdAt ?? new Date('2026-11-20T00:00:00Z');
  const [start, end] = [options.startMinute / unitMinutes, options.endMinute / unitMinutes];
  await sql.execute(
    `INSERT INTO booking (id, venue_id, centre_id, division_code, day, start_unit, end_unit, starts_at, ends_at, person_id,
       household_id, channel, contact_label, purpose, attendees, status, created_at, updated_at) VALUES (?)`,
    [
      [
        id,
        venueId,
        options.centreId,
        options.divisionCode ?? '350602002002',
        day,
        start,
        end,
        instantAt(day, options.startMinute),
        instantAt(day, options.endMinute),
        options.personId ?? null,
        options.householdId ?? null,
        channel,
        channel === 'phone' ? '林**' : null,
        '合唱排练',
        6,
        status,
        at,
        at,
      ],
    ],
  );
  if (!['pending', 'confirmed', 'checked_in', 'completed'].includes(status)) return id;
  const cleaning = Math.ceil((options.cleaningMinutes ?? 0) / unitMinutes);
  const use = channel === 'phone' ? UNIT_KIND.desk : UNIT_KIND.online;
  const units = Array.from({ length: end + cleaning - start }, (_, index) => start + index);
  await sql.execute('INSERT INTO booking_unit (venue_id, day, unit, booking_id, kind) VALUES ?', [
    units.map((unit) => [venueId, day, unit, id, unit < end ? use : UNIT_KIND.cleaning]),
  ]);
  for (const [subject, subjectId] of [
    ['person', options.personId],
    ['household', options.householdId],
  ] as const) {
    if (subjectId === null || subjectId === undefined) continue;
    await sql.execute(
      `INSERT INTO booking_quota (venue_id, week, subject, subject_id, slot, booking_id)
       SELECT ?, ?, ?, ?, COUNT(*) + 1, ? FROM booking_quota
        WHERE venue_id = ? AND week = ? AND subject = ? AND subject_id = ?`,
      [venueId, weekOf(day), subject, subjectId, id, venueId, weekOf(day), subject, subjectId],
    );
  }
  return id;
}

/** Writes a closure of a centre, or of one venue, and makes every replica read it. */
export async function buildClosure(
  sql: Sql,
  options: {
    centreId: number;
    venueId?: number;
    startsAt: Date;
    endsAt: Date;
    createdBy: number;
    createdAt?: Date;
  },
): Promise<number> {
  const { insertId } = await sql.execute(
    'INSERT INTO closure (centre_id, venue_id, starts_at, ends_at, reason, created_by, created_at) VALUES (?)',
    [
      [
        options.centreId,
        options.venueId ?? null,
        options.startsAt,
        options.endsAt,
        '空调检修',
        options.createdBy,
        options.createdAt ?? new Date('2026-11-20T00:00:00Z'),
      ],
    ],
  );
  await sql.execute('UPDATE venue SET config_version = config_version + 1 WHERE centre_id = ?', [
    options.centreId,
  ]);
  return insertId;
}

/** A whole centre as a form sends it. */
export function centreForm(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: '延安社区党群服务中心',
    tags: ['夜间开放', '无障碍'],
    address: '漳州市芗城区延安北路 12 号',
    phone: '0596-2020001',
    intro: '街坊们的客厅。\n二楼有电梯。',
    location: { latitude: 24.5123456, longitude: 117.6543211 },
    services: [{ name: '社保咨询', description: '带身份证', hours: '周一至周五' }],
    hours: DAILY,
    ...change,
  };
}

/** A whole venue as a form sends it. */
export function venueForm(
  change: Record<string, unknown> = {},
  policy: Partial<VenuePolicy> = {},
): Record<string, unknown> {
  return {
    name: '合唱室',
    capacity: 30,
    facilities: ['钢琴', '投影'],
    intro: '请脱鞋。',
    unitMinutes: 30,
    status: 'open',
    policy: { ...DEFAULT_POLICY, cleaningMinutes: 0, ...policy },
    opening: null,
    ...change,
  };
}

export const centreId = (id: number): string => encodeId('centre', id);
export const venueId = (id: number): string => encodeId('venue', id);
