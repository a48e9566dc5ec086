import { UNIT_KIND } from '@jiefang/shared/availability';
import { DomainError } from '../../common/errors/domain-error.js';
import { eligibility } from '../catalogue/eligibility.js';
import type { Person } from '../catalogue/person-facts.js';
import type { VenueConfig } from '../catalogue/venue-config.js';
import type { BookCommand } from './booking-commands.js';
import { judgeRun } from './booking-judge.js';
import { factsOf } from './booking-mapping.js';
import type { UnitRun } from './booking-run.js';
import type { Writes } from './booking-writes.js';
import type { NewBooking } from './bookings.repository.js';
import type { DayBook, Grant } from './day-book.js';

/** What judging a batch needs, read once under the venues' locks. */
export interface Context {
  now: Date;
  configs: Map<number, VenueConfig>;
  people: Map<number, Person>;
  book: DayBook;
}

/** An online or promoted booking: every rule of the venue holds. Throws the refusal and then has taken nothing. */
export function grantOnline(
  bookingId: number,
  config: VenueConfig,
  wish: Pick<BookCommand, 'run' | 'purpose' | 'attendees'> & { personId: number },
  channel: 'app' | 'waitlist',
  context: Context,
  writes: Writes,
): NewBooking {
  const person = context.people.get(wish.personId) ?? null;
  const units = judgeRun(config, wish.run, wish.attendees, channel, context.now);
  const refusal = eligibility(person, config, context.now);
  if (refusal !== null) throw refusal;
  if (!context.book.isFree(config, units)) throw new DomainError('BOOKING_TAKEN');
  if (!context.book.isWithinShare(config, units, hoursUntil(wish.run.startsAt, context.now))) {
    throw new DomainError('BOOKING_RESERVED', { rule: 'reserved' });
  }
  const subjects = { personId: wish.personId, householdId: person?.householdId ?? null };
  const grant = context.book.grant(bookingId, config, units, subjects, UNIT_KIND.online);
  const status = config.policy.approval ? 'pending' : 'confirmed';
  const booking = newBooking(bookingId, config, units, {
    run: wish.run,
    purpose: wish.purpose,
    attendees: wish.attendees,
    personId: subjects.personId,
    householdId: subjects.householdId,
    channel,
    status,
    madeBy: null,
    contact: null,
  });
  record(booking, grant, config, writes, channel === 'waitlist' ? 'booking_promoted' : `booking_${status}`);
  return booking;
}

/** A booking made by staff: the venue's times hold; a known person's quota counts, a pause or the audience does not. */
export function grantAtDesk(
  bookingId: number,
  config: VenueConfig,
  command: BookCommand,
  context: Context,
  writes: Writes,
): NewBooking {
  const units = judgeRun(config, command.run, command.attendees, command.channel, context.now);
  if (!context.book.isFree(config, units)) throw new DomainError('BOOKING_TAKEN');
  const person = command.personId === null ? null : context.people.get(command.personId);
  const subjects = { personId: command.personId, householdId: person?.householdId ?? null };
  const grant = context.book.grant(bookingId, config, units, subjects, UNIT_KIND.desk);
  const booking = newBooking(bookingId, config, units, {
    ...command,
    ...subjects,
    status: 'confirmed',
    madeBy: command.madeBy?.personId ?? null,
  });
  record(booking, grant, config, writes, 'booking_confirmed');
  if (command.madeBy !== null) {
    writes.audits.push({
      caller: command.madeBy,
      act: {
        action: 'booking.create',
        targetType: 'booking',
        targetId: bookingId,
        divisionCode: config.divisionCode,
        detail: { channel: command.channel },
      },
    });
  }
  return booking;
}

function record(
  booking: NewBooking,
  grant: Grant,
  config: VenueConfig,
  writes: Writes,
  notice: 'booking_confirmed' | 'booking_pending' | 'booking_promoted',
): void {
  const { id, status, madeBy, personId } = booking;
  writes.bookings.push(booking);
  writes.units.push(...grant.units);
  writes.slots.push(...grant.slots);
  writes.steps.push({ bookingId: id, status, actorId: madeBy ?? personId, note: null });
  if (personId === null) return;
  writes.messages.push({
    personId,
    kind: notice,
    dedupe: `booking:${id}:${status}`,
    payload: factsOf({
      id,
      venueName: config.name,
      centreName: config.centreName,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
    }),
  });
}

function newBooking(
  id: number,
  config: VenueConfig,
  units: UnitRun,
  wish: Pick<
    NewBooking,
    'personId' | 'householdId' | 'madeBy' | 'channel' | 'purpose' | 'attendees' | 'status'
  > &
    Pick<BookCommand, 'run' | 'contact'>,
): NewBooking {
  return {
    id,
    venueId: config.id,
    centreId: config.centreId,
    divisionCode: config.divisionCode,
    day: units.day,
    startUnit: units.startUnit,
    endUnit: units.endUnit,
    startsAt: wish.run.startsAt,
    endsAt: wish.run.endsAt,
    personId: wish.personId,
    householdId: wish.householdId,
    madeBy: wish.madeBy,
    channel: wish.channel,
    contactNameCipher: wish.contact?.nameCipher ?? null,
    contactPhoneCipher: wish.contact?.phoneCipher ?? null,
    contactLabel: wish.contact?.label ?? null,
    purpose: wish.purpose,
    attendees: wish.attendees,
    status: wish.status,
  };
}

function hoursUntil(start: Date, now: Date): number {
  return (start.getTime() - now.getTime()) / 3_600_000;
}
