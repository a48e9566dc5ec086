import { DAY_MS, MINUTE_MS } from '@jiefang/shared/time';
import type { Sql } from '../database/database.js';
import { noticeFacts, writePastNotices, type PastNotice } from './notices.js';
import type { PlannedBooking } from './planner.js';
import type { Resident } from './residents.js';
import type { Stories } from './stories.js';

const HOUR_MS = 60 * MINUTE_MS;

/** Writes what hangs on the stories' bookings: the waitlist, the pauses with their appeal, and the inboxes with `others`. */
export async function writeStories(
  tx: Sql,
  stories: Stories,
  people: { lin: Resident; staff: { id: number; roleName: string; divisionName: string }[] },
  others: readonly PastNotice[],
  now: Date,
): Promise<void> {
  await writeWaitlist(tx, stories, people.lin, now);
  const pauseNotices = await writePauses(tx, stories);
  await writePastNotices(tx, [
    ...others,
    ...linsNotices(stories, people.lin, now),
    ...pauseNotices,
    ...people.staff.map(({ id, roleName, divisionName }): PastNotice => ({
      personId: id,
      kind: 'role_granted',
      dedupe: `demo:role:${id}`,
      payload: { roleName, divisionName },
      at: new Date(now.getTime() - 90 * DAY_MS),
      read: true,
    })),
  ]);
}

async function writeWaitlist(
  tx: Sql,
  { contested, missed, waiting }: Stories,
  lin: Resident,
  now: Date,
): Promise<void> {
  const count = waiting.length + 1;
  const { insertId: first } = await tx.execute(
    "UPDATE id_block SET next_id = LAST_INSERT_ID(next_id) + ? WHERE name = 'waitlist_entry'",
    [count],
  );
  const entry = (
    index: number,
    run: PlannedBooking,
    person: Resident,
    status: string,
    at: Date,
  ): unknown[] => [
    first + index,
    run.venue.id,
    run.day,
    run.startUnit,
    run.endUnit,
    run.startsAt,
    run.endsAt,
    person.id,
    run.venue.purposes[index % run.venue.purposes.length],
    8 + index,
    status,
    at,
    status === 'waiting' ? at : run.startsAt,
  ];
  const rows = [
    ...(missed === null
      ? []
      : [entry(0, missed, lin, 'expired', new Date(missed.startsAt.getTime() - DAY_MS))]),
    ...(contested === null
      ? []
      : waiting.map((person, index) =>
          entry(
            index + 1,
            contested,
            person,
            'waiting',
            new Date(now.getTime() - (30 - index * 5) * HOUR_MS),
          ),
        )),
  ];
  if (rows.length === 0) return;
  await tx.execute(
    `INSERT INTO waitlist_entry (id, venue_id, day, start_unit, end_unit, starts_at, ends_at, person_id, purpose,
       attendees, status, created_at, updated_at) VALUES ?`,
    [rows],
  );
}

async function writePauses(tx: Sql, { pauses }: Stories): Promise<PastNotice[]> {
  const notices: PastNotice[] = [];
  for (const { person, bookings, appeal } of pauses) {
    const last = bookings.at(-1);
    if (last === undefined) continue;
    const { policy } = last.venue;
    const startsAt = new Date(last.startsAt.getTime() + 15 * MINUTE_MS);
    const endsAt = new Date(startsAt.getTime() + policy.pauseDays * DAY_MS);
    const { insertId: pauseId } = await tx.execute(
      `INSERT INTO booking_pause (person_id, centre_id, division_code, starts_at, ends_at, reason, last_booking_id,
         appeal_text, appeal_status, appeal_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        person.id,
        last.venue.centreId,
        last.venue.divisionCode,
        startsAt,
        endsAt,
        `${policy.noShowDays} 天内爽约 ${bookings.length} 次`,
        last.id,
        appeal,
        appeal === null ? null : 'pending',
        appeal === null ? null : new Date(startsAt.getTime() + DAY_MS),
      ],
    );
    notices.push(
      ...bookings.map((booking): PastNotice => ({
        personId: person.id,
        kind: 'booking_released',
        dedupe: `booking:${booking.id}:released`,
        payload: noticeFacts(booking),
        at: new Date(booking.startsAt.getTime() + 15 * MINUTE_MS),
        read: true,
      })),
      {
        personId: person.id,
        kind: 'pause_started',
        dedupe: `pause:${pauseId}:started`,
        payload: {
          pauseId,
          centreName: last.venue.centreName,
          endsAt: endsAt.toISOString(),
          limit: bookings.length,
          days: policy.noShowDays,
        },
        at: startsAt,
        read: false,
      },
    );
  }
  return notices;
}

function linsNotices(stories: Stories, lin: Resident, now: Date): PastNotice[] {
  const of = (
    booking: PlannedBooking,
    kind:
      'booking_confirmed' | 'booking_pending' | 'booking_closed' | 'booking_completed' | 'booking_rejected',
    at: Date,
    read: boolean,
  ): PastNotice => ({
    personId: lin.id,
    kind,
    dedupe: `booking:${booking.id}:${booking.status}`,
    payload: noticeFacts(booking),
    at,
    read,
  });
  const notices: PastNotice[] = [];
  for (const booking of stories.own) {
    if (booking.status === 'completed') notices.push(of(booking, 'booking_completed', booking.endsAt, true));
    if (booking.status === 'pending') notices.push(of(booking, 'booking_pending', booking.createdAt, false));
    if (booking.status === 'rejected') {
      notices.push(of(booking, 'booking_rejected', new Date(booking.createdAt.getTime() + DAY_MS), true));
    }
  }
  const { closedByTyphoon, chorusTomorrow } = stories;
  if (closedByTyphoon !== null) {
    notices.push(
      of(closedByTyphoon, 'booking_closed', new Date(closedByTyphoon.startsAt.getTime() - DAY_MS), true),
    );
  }
  if (chorusTomorrow !== null) {
    notices.push(of(chorusTomorrow, 'booking_confirmed', chorusTomorrow.createdAt, true));
    notices.push(
      ...chorusTomorrow.companions.map((companion, index): PastNotice => ({
        personId: lin.id,
        kind: 'companion_joined',
        dedupe: `booking:${chorusTomorrow.id}:companion:${companion.id}`,
        payload: { ...noticeFacts(chorusTomorrow), nickname: companion.nickname },
        at: new Date(now.getTime() - (20 - index * 6) * HOUR_MS),
        read: false,
      })),
    );
  }
  return notices;
}
