import { encodeId } from '../../common/ids/public-id.js';
import { namedCentre, namedVenue } from './booking-mapping.js';
import type { WaitlistView } from './booking-views.js';
import type { WaitlistRow } from './waitlist.repository.js';

/** A place in the queue as its owner sees it; `ahead` people wait for an overlapping run before them. */
export function waitlistViewOf(row: WaitlistRow, ahead: number, now: Date): WaitlistView {
  const waiting = row.status === 'waiting';
  return {
    id: encodeId('waitlist', row.id),
    status: row.status,
    position: waiting ? ahead + 1 : null,
    venue: namedVenue(row),
    centre: namedCentre(row),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    purpose: row.purpose,
    attendees: row.attendees,
    refusedReason: row.refusedReason,
    bookingId: row.bookingId === null ? null : encodeId('booking', row.bookingId),
    actions: waiting && now < row.startsAt ? ['leave'] : [],
  };
}
