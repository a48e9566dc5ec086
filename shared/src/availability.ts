/** Arithmetic of a venue's day in units: what is open, what the online share leaves, where a run still fits. */
import { DAY_MS, instantAt, MINUTE_MS } from './time.js';
import { cleaningUnits, type MinuteRange, type VenuePolicy } from './venues.js';

/**
 * What a row of `booking_unit` stands for. A unit's number is its first minute since Shanghai midnight divided by the
 * venue's unit length. The channel is part of the kind so that the online share is known without reading bookings.
 */
export const UNIT_KIND = {
  /** In use by a booking made in the app or promoted from the waitlist. */
  online: 0,
  /** Kept for cleaning after a booking. */
  cleaning: 1,
  /** In use by a booking made by phone or at the counter. */
  desk: 2,
} as const;
export type UnitKind = (typeof UNIT_KIND)[keyof typeof UNIT_KIND];

/** A time during which a venue is closed out of turn. */
export interface ClosedTime {
  startsAt: Date;
  endsAt: Date;
}

/** The number of the unit that holds a minute of the day. */
export function unitOf(minute: number, unitMinutes: number): number {
  return Math.floor(minute / unitMinutes);
}

/** The part of a day ('YYYY-MM-DD', Shanghai) that closures take, in whole minutes rounded outwards. */
export function closedMinutes(closures: readonly ClosedTime[], day: string): MinuteRange[] {
  const midnight = instantAt(day, 0).getTime();
  return closures
    .map(({ startsAt, endsAt }) => ({
      openMinute: Math.floor(Math.max(startsAt.getTime() - midnight, 0) / MINUTE_MS),
      closeMinute: Math.ceil(Math.min(endsAt.getTime() - midnight, DAY_MS) / MINUTE_MS),
    }))
    .filter((range) => range.openMinute < range.closeMinute);
}

/** Numbers of the whole units inside the opening ranges that no closed stretch touches, ascending. */
export function openUnits(
  ranges: readonly MinuteRange[],
  closed: readonly MinuteRange[],
  unitMinutes: number,
): number[] {
  return ranges
    .flatMap((range) => {
      const first = Math.ceil(range.openMinute / unitMinutes);
      const count = Math.max(0, Math.floor(range.closeMinute / unitMinutes) - first);
      return Array.from({ length: count }, (_, index) => first + index);
    })
    .filter((unit) => {
      const start = unit * unitMinutes;
      return !closed.some((c) => c.openMinute < start + unitMinutes && start < c.closeMinute);
    });
}

/**
 * How many more units of a day may be booked online, seen `hoursBefore` hours before the start of the run. Within
 * `reservedUntilHours` of the start nothing is kept back any more. `totalUnits` are the day's open units,
 * `onlineUnitsTaken` those in use by online bookings (cleaning not counted).
 */
export function onlineUnitsLeft(
  policy: Pick<VenuePolicy, 'reservedPercent' | 'reservedUntilHours'>,
  totalUnits: number,
  onlineUnitsTaken: number,
  hoursBefore: number,
): number {
  const kept =
    policy.reservedPercent === 0 || hoursBefore <= policy.reservedUntilHours
      ? 0
      : Math.ceil((totalUnits * policy.reservedPercent) / 100);
  return Math.max(0, totalUnits - kept - onlineUnitsTaken);
}

/** What the search for a free run needs to know about one day. */
export interface RunSearch {
  /** The day's open units, ascending (see openUnits). */
  open: readonly number[];
  /** Units that a live booking or its cleaning holds. */
  held: ReadonlySet<number>;
  /** Length of the run in units, at least 1. */
  length: number;
  /** Units that must also be unheld right after the run; they may lie after closing. */
  cleaning: number;
  /** No run starts before this unit. */
  from: number;
}

/** Every unit at which a free run of the asked length starts, ascending. */
export function freeRunStarts({ open, held, length, cleaning, from }: RunSearch): number[] {
  const isOpen = new Set(open);
  return open.filter((start) => {
    if (start < from) return false;
    for (let offset = 0; offset < length; offset += 1) {
      if (!isOpen.has(start + offset) || held.has(start + offset)) return false;
    }
    for (let offset = 0; offset < cleaning; offset += 1) {
      if (held.has(start + length + offset)) return false;
    }
    return true;
  });
}

/** The shortest bookable run and its cleaning, in units. */
export function shortestRun(
  policy: Pick<VenuePolicy, 'minMinutes' | 'cleaningMinutes'>,
  unitMinutes: number,
): { length: number; cleaning: number } {
  return {
    length: Math.max(1, Math.ceil(policy.minMinutes / unitMinutes)),
    cleaning: cleaningUnits(policy, unitMinutes),
  };
}
