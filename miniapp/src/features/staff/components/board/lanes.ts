import { instantAt, MINUTE_MS } from '@jiefang/shared/time';
import type { BoardBooking, BoardVenue } from '../../api/types';

/** A stretch of a venue's day in minutes since midnight; `to` is exclusive. */
interface Stretch {
  from: number;
  to: number;
}
export type Piece =
  | (Stretch & { kind: 'booking'; booking: BoardBooking })
  | (Stretch & { kind: 'cleaning' })
  | (Stretch & { kind: 'closed'; reason: string | null })
  | (Stretch & { kind: 'free' });

/** Statuses that no longer hold their time; they stay on the board as a trace. */
const GIVEN_BACK = ['released', 'no_show', 'cancelled', 'late_cancelled', 'rejected'];

/** True while the booking holds its time. */
export function holds(booking: Pick<BoardBooking, 'status'>): boolean {
  return !GIVEN_BACK.includes(booking.status);
}

/** Minutes after midnight of `date`, held within that day. */
function minuteOn(date: string, iso: string): number {
  const minute = Math.floor((Date.parse(iso) - instantAt(date, 0).getTime()) / MINUTE_MS);
  return Math.min(Math.max(minute, 0), 1440);
}

/**
 * A venue's day between `open` and `close` in order: bookings, cleaning after them, closed stretches, and what is free
 * from `now` on (minutes; 0 for a day to come, 1440 for a day gone by). Bookings that gave their time back come with
 * no length in the order: they are listed, the free time shows through.
 */
export function piecesOf(venue: BoardVenue, date: string, open: number, close: number, now: number): Piece[] {
  const bookings = venue.bookings.map((booking) => ({
    kind: 'booking' as const,
    from: minuteOn(date, booking.startsAt),
    to: minuteOn(date, booking.endsAt),
    booking,
  }));
  const held = bookings.filter(({ booking }) => holds(booking));
  const shut: Piece[] = [
    ...gaps(
      venue.opening.map((range) => ({ from: range.openMinute, to: range.closeMinute })),
      open,
      close,
    ).map((gap) => ({ ...gap, kind: 'closed' as const, reason: null })),
    ...venue.closures.map((closure) => ({
      kind: 'closed' as const,
      from: Math.max(minuteOn(date, closure.startsAt), open),
      to: Math.min(minuteOn(date, closure.endsAt), close),
      reason: closure.reason,
    })),
  ].filter(({ from, to }) => from < to);
  const cleaning = held.flatMap(({ to, booking }) => {
    const end = Math.min(to + wholeUnits(booking.cleaningMinutes, venue.unitMinutes), close);
    return end > to && booking.cleaningMinutes > 0 ? [{ kind: 'cleaning' as const, from: to, to: end }] : [];
  });
  const start = Math.ceil(Math.max(open, now) / venue.unitMinutes) * venue.unitMinutes;
  const free = gaps([...held, ...cleaning, ...shut], start, close).map((gap) => ({
    ...gap,
    kind: 'free' as const,
  }));
  return [...bookings, ...cleaning, ...shut, ...free].sort((a, b) => a.from - b.from || a.to - b.to);
}

function wholeUnits(minutes: number, unit: number): number {
  return Math.ceil(minutes / unit) * unit;
}

/** What the stretches leave between `from` and `to`. */
export function gaps(stretches: readonly Stretch[], from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  let at = from;
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    if (stretch.from > at) found.push({ from: at, to: Math.min(stretch.from, to) });
    at = Math.max(at, stretch.to);
    if (at >= to) break;
  }
  if (at < to) found.push({ from: at, to });
  return found.filter((gap) => gap.from < gap.to);
}

/** Whole hours from the one that holds `open` to the one that holds `close`. */
export function hoursOf(open: number, close: number): number[] {
  const first = Math.floor(open / 60);
  const count = Math.ceil(close / 60) - first;
  return Array.from({ length: Math.max(count, 1) }, (_hour, index) => first + index);
}
