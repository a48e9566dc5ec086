import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type { DataSource } from 'typeorm';
import { insertAll } from './city.js';

const COMMUNITY = '350602002002';
const LONG_AGO = new Date('2026-01-01T00:00:00Z');
const HOUR_MS = 3_600_000;

/** A benched shift. Row numbers of shifts and of their tasks are the same, and count from 1. */
export interface BenchShift {
  startsAt: Date;
  endsAt: Date;
  capacity: number;
}

/** Midnight in Shanghai, some days from now. */
export function midnight(daysAhead: number): Date {
  const day = 24 * HOUR_MS;
  const today = Math.floor((Date.now() + 8 * HOUR_MS) / day) * day - 8 * HOUR_MS;
  return new Date(today + daysAhead * day);
}

/** Active volunteers with a bound phone. Ids are 1…count. */
export async function buildVolunteers(dataSource: DataSource, count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, index) => index + 1);
  const hash = (id: number): Buffer => {
    const bytes = Buffer.alloc(32);
    bytes.writeUInt32BE(id, 28);
    return bytes;
  };
  await insertAll(
    dataSource,
    'person',
    'id, openid, nickname, phone_hash, phone_masked, created_at',
    ids.map((id) => [id, `bench-${id}`, `街坊${id}`, hash(id), '199****0000', LONG_AGO]),
  );
  const name = Buffer.alloc(30);
  await insertAll(
    dataSource,
    'volunteer',
    `person_id, number, status, name_cipher, birth_day, community_code, skills, pledge_version, pledged_at, updated_at`,
    ids.map((id) => [
      id,
      `350602${String(id).padStart(6, '0')}`,
      'active',
      name,
      `19${50 + (id % 50)}-0${1 + (id % 9)}-1${id % 10}`,
      COMMUNITY,
      '[]',
      1,
      LONG_AGO,
      LONG_AGO,
    ]),
  );
}

/** Published tasks of one shift each, claims open until the start. */
export async function buildShifts(
  dataSource: DataSource,
  shifts: readonly BenchShift[],
  firstId = 1,
): Promise<void> {
  const requirements = JSON.stringify({
    minAge: 15,
    maxAge: null,
    trainings: [],
    unitIds: [],
    residentsOnly: false,
  });
  await insertAll(
    dataSource,
    'task',
    `id, division_code, kind, title, place_name, address, latitude, longitude, geofence_metres, requirements,
     contact_name, contact_phone, release_by_minutes, check_in_opens_minutes, status, created_at, updated_at, published_at`,
    shifts.map((_, index) => [
      firstId + index,
      COMMUNITY,
      'duty_post',
      `值守${firstId + index}`,
      '延安北路口',
      '延安北路 1 号',
      24.5 + (index % 100) / 500,
      117.6 + Math.floor(index / 100) / 5000,
      200,
      requirements,
      '陈协调',
      '0596-0000000',
      120,
      30,
      'published',
      LONG_AGO,
      LONG_AGO,
      LONG_AGO,
    ]),
  );
  await insertAll(
    dataSource,
    'shift',
    'id, task_id, division_code, starts_at, ends_at, opens_at, closes_at, capacity, updated_at',
    shifts.map(({ startsAt, endsAt, capacity }, index) => [
      firstId + index,
      firstId + index,
      COMMUNITY,
      startsAt,
      endsAt,
      LONG_AGO,
      startsAt,
      capacity,
      LONG_AGO,
    ]),
  );
}

/** The body of a claim. */
export function wishFor(shift: number): { shiftId: string } {
  return { shiftId: encodeId('shift', shift) };
}
