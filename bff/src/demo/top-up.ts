import { addDays, daysBetween, shanghaiDay, weekOf } from '@jiefang/shared/time';
import type { FieldCipher } from '../common/crypto/field-cipher.js';
import type { Sql } from '../database/database.js';
import { readSeedVenues, type SeedVenue } from './centres.js';
import { castOf, COMING_DAYS, commitPlan, fillersOf, staffFinder } from './city.js';
import { DayFiller } from './fill.js';
import { insertRows } from './insert.js';
import { noticeFacts, writePastNotices } from './notices.js';
import { Planner } from './planner.js';
import { Random } from './random.js';
import type { Resident } from './residents.js';
import { planChorus } from './stories.js';

/**
 * Keeps the demo city alive on a later start: what neighbours had booked meanwhile was used, the days that have come
 * into reach get bookings, and 林阿姨 rehearses tomorrow. Returns how many bookings were added.
 */
export async function topUp(tx: Sql, cipher: FieldCipher, now: Date): Promise<number> {
  const today = shanghaiDay(now);
  await settlePast(tx, now);
  const residents = await readResidents(tx, cipher);
  const venues = await readSeedVenues(tx);
  const staffOf = staffFinder(residents);
  const planner = new Planner();
  await recall(tx, planner, venues, today);

  const cast = castOf(residents, venues, now);
  const chorus = (await hasBooking(tx, cast.lin.id, addDays(today, 1))) ? null : planChorus(planner, cast);
  const paused = await pausedPeople(tx, now);
  const free = fillersOf(residents).filter((resident) => !paused.has(resident.id));
  const next = addDays(await lastBookedDay(tx, venues, today), 1);
  // Another sequence every day, or each start would repeat the one before.
  const random = new Random(daysBetween('2026-01-01', next));
  new DayFiller(planner, random, free, now).fill(venues, next, addDays(today, COMING_DAYS));
  const added = await commitPlan(tx, planner, cipher, staffOf);
  if (chorus !== null) {
    await writePastNotices(tx, [
      {
        personId: cast.lin.id,
        kind: 'booking_confirmed',
        dedupe: `booking:${chorus.id}:confirmed`,
        payload: noticeFacts(chorus),
        at: now,
        read: false,
      },
    ]);
  }
  return added;
}

/** Nobody was there to check the neighbours in while the city slept: their bookings count as used. */
async function settlePast(tx: Sql, now: Date): Promise<void> {
  const rows = await tx.query<{ id: number; status: string; startsAt: Date; endsAt: Date }>(
    `SELECT b.id, b.status, b.starts_at AS startsAt, b.ends_at AS endsAt FROM booking b
       LEFT JOIN person p ON p.id = b.person_id
      WHERE b.status IN ('confirmed', 'checked_in') AND b.ends_at <= ?
        AND (p.openid LIKE 'demo-neighbour-%' OR b.person_id IS NULL)`,
    [now],
  );
  if (rows.length === 0) return;
  await tx.execute("UPDATE booking SET status = 'completed', updated_at = ends_at WHERE id IN (?)", [
    rows.map((row) => row.id),
  ]);
  const steps = rows.flatMap((row) => [
    ...(row.status === 'confirmed' ? [[row.id, 'checked_in', row.startsAt]] : []),
    [row.id, 'completed', row.endsAt],
  ]);
  await insertRows(tx, 'booking_event', ['booking_id', 'status', 'at'], steps);
}

/** Everyone of the demo city as they are now. */
export async function readResidents(tx: Sql, cipher: FieldCipher): Promise<Resident[]> {
  const rows = await tx.query<{
    id: number;
    openid: string;
    nickname: string;
    phoneCipher: Buffer | null;
    nameCipher: Buffer | null;
    communityCode: string | null;
    householdId: number | null;
  }>(
    `SELECT p.id, p.openid, p.nickname, p.phone_cipher AS phoneCipher, r.name_cipher AS nameCipher,
            r.community_code AS communityCode, r.household_id AS householdId
       FROM person p LEFT JOIN residency r ON r.person_id = p.id AND r.status = 'approved'
      WHERE p.openid LIKE 'demo-%' ORDER BY p.id`,
  );
  return rows.map(({ phoneCipher, nameCipher, ...row }) => ({
    ...row,
    name: nameCipher === null ? row.nickname : cipher.decrypt(nameCipher),
    phone: phoneCipher === null ? '' : cipher.decrypt(phoneCipher),
  }));
}

async function recall(tx: Sql, planner: Planner, venues: readonly SeedVenue[], today: string): Promise<void> {
  const ids = venues.map((venue) => venue.id);
  planner.remember(
    await tx.query(
      'SELECT venue_id AS venueId, day, unit FROM booking_unit WHERE venue_id IN (?) AND day >= ?',
      [ids, today],
    ),
    await tx.query(
      `SELECT venue_id AS venueId, week, subject, subject_id AS subjectId, slot FROM booking_quota
        WHERE venue_id IN (?) AND week >= ?`,
      [ids, weekOf(today)],
    ),
  );
}

async function hasBooking(tx: Sql, personId: number, day: string): Promise<boolean> {
  const rows = await tx.query(
    "SELECT 1 FROM booking WHERE person_id = ? AND day = ? AND status IN ('pending', 'confirmed') LIMIT 1",
    [personId, day],
  );
  return rows.length > 0;
}

async function pausedPeople(tx: Sql, now: Date): Promise<Set<number>> {
  const rows = await tx.query<{ personId: number }>(
    'SELECT person_id AS personId FROM booking_pause WHERE lifted_at IS NULL AND ends_at > ?',
    [now],
  );
  return new Set(rows.map((row) => row.personId));
}

/** The last day that any venue has bookings for; today when there is none after it. */
async function lastBookedDay(tx: Sql, venues: readonly SeedVenue[], today: string): Promise<string> {
  const [row] = await tx.query<{ day: string | null }>(
    'SELECT MAX(day) AS day FROM booking WHERE venue_id IN (?) AND day >= ? AND day <= ?',
    [venues.map((venue) => venue.id), today, addDays(today, COMING_DAYS)],
  );
  return row?.day ?? today;
}
