import type { BookingCard } from '@/lib/api/types';
import type { ClaimCard } from '@/lib/api/volunteering';

/** The next thing of a day: a booking or a task. */
export type NextUp = { kind: 'booking'; booking: BookingCard } | { kind: 'claim'; claim: ClaimCard };

/** Whichever begins first; a booking when both begin together, since it has a code to show. */
export function soonerOf(booking: BookingCard | null, claim: ClaimCard | null): NextUp | null {
  if (booking === null) return claim === null ? null : { kind: 'claim', claim };
  if (claim === null) return { kind: 'booking', booking };
  return Date.parse(claim.startsAt) < Date.parse(booking.startsAt)
    ? { kind: 'claim', claim }
    : { kind: 'booking', booking };
}
