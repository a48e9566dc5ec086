import { UNIT_KIND } from '@jiefang/shared/availability';
import type { BookingChannel, BookingStatus } from '@jiefang/shared/bookings';
import { HOLDING_STATUSES } from '@jiefang/shared/bookings';
import { instantAt, weekdayOf, weekOf } from '@jiefang/shared/time';
import { cleaningUnits, rangesOn } from '@jiefang/shared/venues';
import type { SeedVenue } from './centres.js';
import type { Resident } from './residents.js';

/** A booking of the demo city before it is written. */
export interface PlannedBooking {
  /** 0 until `number` has run. */
  id: number;
  venue: SeedVenue;
  day: string;
  startUnit: number;
  endUnit: number;
  startsAt: Date;
  endsAt: Date;
  person: Resident | null;
  contactLabel: string | null;
  channel: BookingChannel;
  purpose: string;
  attendees: number;
  status: BookingStatus;
  reason: string | null;
  createdAt: Date;
  companions: Resident[];
  units: { unit: number; kind: number }[];
  slots: { subject: 'person' | 'household'; subjectId: number; slot: number; week: string }[];
}

/** What somebody wants; minutes from Shanghai midnight. */
export type Wish = Pick<
  PlannedBooking,
  'venue' | 'day' | 'person' | 'channel' | 'purpose' | 'attendees' | 'status' | 'createdAt'
> & {
  startMinute: number;
  endMinute: number;
  contactLabel?: string | null;
  reason?: string | null;
  companions?: Resident[];
};

/** Statuses that used their turn of the week though they hold no room any more. */
const SPENT: readonly BookingStatus[] = ['late_cancelled', 'released', 'no_show'];

/**
 * Places bookings so that every constraint of the database holds: no unit twice, cleaning included, no quota passed,
 * nothing outside hours or in a closure. What does not fit is refused with null.
 */
export class Planner {
  readonly bookings: PlannedBooking[] = [];
  private readonly held = new Set<string>();
  private readonly usedSlots = new Set<string>();
  private readonly personDays = new Set<string>();

  /** Gives the bookings their row numbers, in the order in which they were made. */
  number(first: number): void {
    const inOrder = [...this.bookings].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
    for (const [index, booking] of inOrder.entries()) booking.id = first + index;
  }

  /** Takes note of what earlier starts have written. */
  remember(
    units: readonly { venueId: number; day: string; unit: number }[],
    slots: readonly { venueId: number; week: string; subject: string; subjectId: number; slot: number }[],
  ): void {
    for (const { venueId, day, unit } of units) this.held.add(`${venueId}|${day}|${unit}`);
    for (const s of slots) this.usedSlots.add(`${s.venueId}|${s.week}|${s.subject}|${s.subjectId}|${s.slot}`);
  }

  /** True when the person has something booked on the day already: nobody is in two rooms at once. */
  hasPlans(person: Resident, day: string): boolean {
    return this.personDays.has(`${person.id}|${day}`);
  }

  /** Places the wish, or returns null when a rule forbids it. */
  place(wish: Wish): PlannedBooking | null {
    const { venue, day, startMinute, endMinute, person, status } = wish;
    if (!this.isOpen(venue, day, startMinute, endMinute)) return null;
    const startUnit = startMinute / venue.unitMinutes;
    const endUnit = endMinute / venue.unitMinutes;
    const holds = (HOLDING_STATUSES as readonly BookingStatus[]).includes(status);
    const units = holds ? this.unitsOf(wish, startUnit, endUnit) : [];
    if (units.some(({ unit }) => this.held.has(`${venue.id}|${day}|${unit}`))) return null;
    const slots = holds || SPENT.includes(status) ? this.slotsOf(venue, day, person) : [];
    if (slots === null) return null;

    for (const { unit } of units) this.held.add(`${venue.id}|${day}|${unit}`);
    for (const s of slots) this.usedSlots.add(`${venue.id}|${s.week}|${s.subject}|${s.subjectId}|${s.slot}`);
    if (holds && person !== null) this.personDays.add(`${person.id}|${day}`);
    const booking: PlannedBooking = {
      id: 0,
      venue,
      day,
      startUnit,
      endUnit,
      startsAt: instantAt(day, startMinute),
      endsAt: instantAt(day, endMinute),
      person,
      contactLabel: wish.contactLabel ?? null,
      channel: wish.channel,
      purpose: wish.purpose,
      attendees: Math.max(1, Math.min(wish.attendees, venue.capacity)),
      status,
      reason: wish.reason ?? null,
      createdAt: wish.createdAt,
      companions: wish.companions ?? [],
      units,
      slots,
    };
    this.bookings.push(booking);
    return booking;
  }

  private isOpen(venue: SeedVenue, day: string, from: number, to: number): boolean {
    const open = rangesOn(venue.hours, weekdayOf(day)).some(
      (r) => r.openMinute <= from && to <= r.closeMinute,
    );
    const closed = venue.closed.get(day)?.some((r) => r.openMinute < to && from < r.closeMinute) ?? false;
    return open && !closed && from % venue.unitMinutes === 0 && to % venue.unitMinutes === 0;
  }

  private unitsOf(wish: Wish, startUnit: number, endUnit: number): { unit: number; kind: number }[] {
    const { venue, channel } = wish;
    const use = isDeskChannel(channel) ? UNIT_KIND.desk : UNIT_KIND.online;
    const last = Math.min(endUnit + cleaningUnits(venue.policy, venue.unitMinutes), 1440 / venue.unitMinutes);
    return Array.from({ length: last - startUnit }, (_, index) => {
      const unit = startUnit + index;
      return { unit, kind: unit < endUnit ? use : UNIT_KIND.cleaning };
    });
  }

  /** The quota slots that the booking takes, or null when one of the quotas is used up. */
  private slotsOf(venue: SeedVenue, day: string, person: Resident | null): PlannedBooking['slots'] | null {
    const week = weekOf(day);
    const subjects = [
      { subject: 'person' as const, subjectId: person?.id ?? null, limit: venue.policy.weeklyPerPerson },
      {
        subject: 'household' as const,
        subjectId: person?.householdId ?? null,
        limit: venue.policy.weeklyPerHousehold,
      },
    ];
    const slots: PlannedBooking['slots'] = [];
    for (const { subject, subjectId, limit } of subjects) {
      if (subjectId === null || limit === null) continue;
      const free = Array.from({ length: limit }, (_, index) => index + 1).find(
        (slot) => !this.usedSlots.has(`${venue.id}|${week}|${subject}|${subjectId}|${slot}`),
      );
      if (free === undefined) return null;
      slots.push({ subject, subjectId, slot: free, week });
    }
    return slots;
  }
}

/** True for bookings that staff made on the phone or at the counter. */
export function isDeskChannel(channel: BookingChannel): boolean {
  return channel === 'phone' || channel === 'counter';
}
