import { BookingClock } from '@jiefang/bff/venues/bookings/booking-clock';
import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { OutboxWorker } from '@jiefang/bff/notices/outbox-worker';
import type { Sql } from '@jiefang/bff/database/database';
import type { BookingStatus } from '@jiefang/shared/bookings';
import type { Role } from '@jiefang/shared/permissions';
import { instantAt } from '@jiefang/shared/time';
import type { VenuePolicy } from '@jiefang/shared/venues';
import type { TestApp } from '../support/app.js';
import { buildPerson, grantRole } from './people.js';
import { buildCentre, buildVenue, COMMUNITY } from './venues.js';

/** The Tuesday most booking tests play on; the clock stands on the Monday before. */
export const DAY = '2026-11-24';
export const MONDAY_MORNING = '2026-11-23T01:05:00Z';

/** ISO instant of a minute of a Shanghai day. */
export function at(minute: number, day = DAY): string {
  return instantAt(day, minute).toISOString();
}

/** A wish for minutes [from, to) of a day, as the client sends it. */
export function wish(venue: number, from: number, to: number, day = DAY) {
  return {
    venueId: encodeId('venue', venue),
    startsAt: at(from, day),
    endsAt: at(to, day),
    purpose: '合唱排练',
    attendees: 8,
  };
}

/** Books for a person through the API. Returns the booking's public id. */
export async function book(
  app: TestApp,
  person: number,
  venue: number,
  from: number,
  to: number,
  change: { day?: string; attendees?: number } = {},
): Promise<string> {
  const { day = DAY, ...rest } = change;
  const answer = await app.as(person).post('/bookings', { ...wish(venue, from, to, day), ...rest });
  if (answer.status !== 201) throw new Error(`not booked: ${answer.status} ${answer.text}`);
  return (answer.body as { id: string }).id;
}

/** Joins the waitlist through the API. Returns the entry's public id. */
export async function wait(
  app: TestApp,
  person: number,
  venue: number,
  from: number,
  to: number,
  day = DAY,
): Promise<string> {
  const answer = await app.as(person).post('/waitlist', wish(venue, from, to, day));
  if (answer.status !== 201) throw new Error(`not waiting: ${answer.status} ${answer.text}`);
  return (answer.body as { id: string }).id;
}

/** A centre with one venue. */
export async function buildPlace(
  sql: Sql,
  policy: Partial<VenuePolicy> = {},
  options: { divisionCode?: string; unitMinutes?: 15 | 30; capacity?: number } = {},
): Promise<{ centre: number; venue: number }> {
  const centre = await buildCentre(sql, { divisionCode: options.divisionCode ?? COMMUNITY });
  return { centre, venue: await buildVenue(sql, { ...options, centreId: centre, policy }) };
}

/** A person with a role on a division. */
export async function buildStaff(
  sql: Sql,
  role: Role = 'venue_manager',
  divisionCode = COMMUNITY,
): Promise<number> {
  const person = await buildPerson(sql);
  await grantRole(sql, person, role, divisionCode);
  return person;
}

/** Lets time do to bookings what is due at the application's clock. */
export function runClock(app: TestApp): Promise<void> {
  return app.app.get(BookingClock).run();
}

/** Keeps the applications' own tick away: from here on time does its work only when `runClock` lets it. */
export async function holdClock(app: TestApp): Promise<void> {
  await app.database.execute(
    `INSERT INTO job_lease (name, holder, until) VALUES ('booking_clock', 'the test', '2999-01-01'),
       ('claim_clock', 'the test', '2999-01-01'), ('hours_clock', 'the test', '2999-01-01')
     ON DUPLICATE KEY UPDATE holder = VALUES(holder), until = VALUES(until)`,
  );
}

/** Carries the outbox into the inboxes. */
export function deliver(app: TestApp): Promise<void> {
  return app.app.get(OutboxWorker).run();
}

/** What a booking's row says. */
export async function stored(
  sql: Sql,
  publicId: string,
): Promise<{ id: number; status: BookingStatus; reason: string | null; companions: number }> {
  const [row] = await sql.query<{
    id: number;
    status: BookingStatus;
    reason: string | null;
    companions: number;
  }>('SELECT id, status, status_reason AS reason, companion_count AS companions FROM booking WHERE id = ?', [
    decodeId('booking', publicId),
  ]);
  if (row === undefined) throw new Error(`no booking ${publicId}`);
  return row;
}

/** Numbers of the units that a booking holds, cleaning included. */
export async function heldUnits(sql: Sql, publicId: string): Promise<number[]> {
  const rows = await sql.query<{ unit: number }>(
    'SELECT unit FROM booking_unit WHERE booking_id = ? ORDER BY unit',
    [decodeId('booking', publicId)],
  );
  return rows.map((row) => row.unit);
}

/** Kinds of what a person was told, or is about to be, in order. */
export async function toldKinds(sql: Sql, personId: number): Promise<string[]> {
  const rows = await sql.query<{ kind: string }>('SELECT kind FROM outbox WHERE person_id = ? ORDER BY id', [
    personId,
  ]);
  return rows.map((row) => row.kind);
}

/** Audited acts on a booking, in order. */
export async function auditedActs(
  sql: Sql,
  type: string,
  rowId: number,
): Promise<{ action: string; actorId: number }[]> {
  return sql.query(
    'SELECT action, actor_id AS actorId FROM audit_entry WHERE target_type = ? AND target_id = ? ORDER BY id',
    [type, String(rowId)],
  );
}
