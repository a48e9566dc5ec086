import type { BookingStatus } from '@jiefang/shared/bookings';
import { MINUTE_MS } from '@jiefang/shared/time';
import { maskName, type FieldCipher } from '../common/crypto/field-cipher.js';
import type { Sql } from '../database/database.js';
import { insertRows } from './insert.js';
import { residentPhone } from './names.js';
import { isDeskChannel, type PlannedBooking } from './planner.js';

/** One step in the life of a booking. */
interface Step {
  status: BookingStatus;
  at: Date;
  actorId: number | null;
  note: string | null;
}

/** Who acts for the centres in the demo, by division code. */
export type StaffOf = (divisionCode: string) => number;

const BOOKING_COLUMNS = [
  'id',
  'venue_id',
  'centre_id',
  'division_code',
  'day',
  'start_unit',
  'end_unit',
  'starts_at',
  'ends_at',
  'person_id',
  'household_id',
  'made_by',
  'channel',
  'contact_name_cipher',
  'contact_phone_cipher',
  'contact_label',
  'purpose',
  'attendees',
  'status',
  'status_reason',
  'companion_count',
  'checked_in_at',
  'checked_in_by',
  'created_at',
  'updated_at',
];

/** Writes bookings with their units, quota slots, steps and companions. */
export async function writeBookings(
  tx: Sql,
  bookings: readonly PlannedBooking[],
  cipher: FieldCipher,
  staffOf: StaffOf,
): Promise<void> {
  const steps = new Map(
    bookings.map((booking) => [booking, stepsOf(booking, staffOf(booking.venue.divisionCode))]),
  );
  await insertRows(
    tx,
    'booking_unit',
    ['venue_id', 'day', 'unit', 'booking_id', 'kind'],
    bookings.flatMap((b) => b.units.map(({ unit, kind }) => [b.venue.id, b.day, unit, b.id, kind])),
  );
  await insertRows(
    tx,
    'booking',
    BOOKING_COLUMNS,
    bookings.map((b) => rowOf(b, steps.get(b) ?? [], cipher, staffOf(b.venue.divisionCode))),
  );
  await insertRows(
    tx,
    'booking_quota',
    ['venue_id', 'week', 'subject', 'subject_id', 'slot', 'booking_id'],
    bookings.flatMap((b) => b.slots.map((s) => [b.venue.id, s.week, s.subject, s.subjectId, s.slot, b.id])),
  );
  await insertRows(
    tx,
    'booking_event',
    ['booking_id', 'status', 'at', 'actor_id', 'note'],
    bookings.flatMap((b) => (steps.get(b) ?? []).map((s) => [b.id, s.status, s.at, s.actorId, s.note])),
  );
  await insertRows(
    tx,
    'booking_companion',
    ['booking_id', 'person_id', 'joined_at'],
    bookings.flatMap((b) =>
      b.companions.map((c) => [b.id, c.id, new Date(b.createdAt.getTime() + 7 * MINUTE_MS)]),
    ),
  );
}

function rowOf(b: PlannedBooking, steps: readonly Step[], cipher: FieldCipher, staffId: number): unknown[] {
  const desk = isDeskChannel(b.channel);
  const contact = b.person ?? { name: '张阿公', phone: residentPhone(8000 + (b.id % 900)) };
  const checkIn = steps.find((step) => step.status === 'checked_in');
  return [
    b.id,
    b.venue.id,
    b.venue.centreId,
    b.venue.divisionCode,
    b.day,
    b.startUnit,
    b.endUnit,
    b.startsAt,
    b.endsAt,
    b.person?.id ?? null,
    b.person?.householdId ?? null,
    desk ? staffId : null,
    b.channel,
    desk ? cipher.encrypt(contact.name) : null,
    desk ? cipher.encrypt(contact.phone) : null,
    desk ? (b.contactLabel ?? maskName(contact.name)) : null,
    b.purpose,
    b.attendees,
    b.status,
    b.reason,
    b.companions.length,
    checkIn?.at ?? null,
    checkIn?.actorId ?? null,
    b.createdAt,
    steps.at(-1)?.at ?? b.createdAt,
  ];
}

/** The steps that lead to the booking's status, in the order of time. */
function stepsOf(b: PlannedBooking, staffId: number): Step[] {
  const owner = isDeskChannel(b.channel) ? staffId : (b.person?.id ?? null);
  const step = (
    status: BookingStatus,
    at: Date,
    actorId: number | null,
    note: string | null = null,
  ): Step => ({
    status,
    at,
    actorId,
    note,
  });
  const start = b.startsAt.getTime();
  /** A point between making the booking and its start. */
  const between = (share: number): Date =>
    new Date(b.createdAt.getTime() + Math.floor((start - b.createdAt.getTime()) * share));
  const needsApproval = b.venue.policy.approval && !isDeskChannel(b.channel);
  const steps = [step(needsApproval ? 'pending' : 'confirmed', b.createdAt, owner)];
  if (b.status === 'pending') return steps;
  if (b.status === 'rejected') return [...steps, step('rejected', between(0.2), staffId, b.reason)];
  if (needsApproval) steps.push(step('confirmed', between(0.2), staffId));
  switch (b.status) {
    case 'checked_in':
      steps.push(step('checked_in', new Date(start - 4 * MINUTE_MS), staffId));
      break;
    case 'completed':
      steps.push(
        step('checked_in', new Date(start - 6 * MINUTE_MS), staffId),
        step('completed', b.endsAt, null),
      );
      break;
    case 'cancelled':
      // A reason is given by staff; residents need none.
      steps.push(step('cancelled', between(0.6), b.reason === null ? owner : staffId, b.reason));
      break;
    case 'late_cancelled':
      steps.push(step('late_cancelled', new Date(start - 25 * MINUTE_MS), owner));
      break;
    case 'released':
      steps.push(step('released', new Date(start + 15 * MINUTE_MS), null));
      break;
    case 'no_show':
      steps.push(step('no_show', b.endsAt, staffId));
      break;
    default:
      break;
  }
  return steps;
}
