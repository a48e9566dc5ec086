import {
  BOOKING_STATUS_WORDS,
  BOOKING_STATUSES,
  BOOKING_TRANSITIONS,
  HOLDING_STATUSES,
  NO_SHOW_STATUSES,
  statusesBefore,
  UPCOMING_STATUSES,
  type BookingActor,
  type BookingStatus,
} from './bookings.js';

const ACTORS: BookingActor[] = ['resident', 'staff', 'clock'];

describe('the table of steps', () => {
  it('is what statusesBefore reads', () => {
    for (const to of BOOKING_STATUSES) {
      for (const actor of ACTORS) {
        for (const from of BOOKING_STATUSES) {
          const lawful = BOOKING_TRANSITIONS[from][to]?.includes(actor) === true;
          expect([from, to, actor, statusesBefore(to, actor).includes(from)]).toEqual([
            from,
            to,
            actor,
            lawful,
          ]);
        }
      }
    }
  });

  it('never leads back, never stands still, and never leaves an end', () => {
    const reach = (from: BookingStatus): BookingStatus[] =>
      (Object.keys(BOOKING_TRANSITIONS[from]) as BookingStatus[]).flatMap((to) => [to, ...reach(to)]);
    for (const status of BOOKING_STATUSES) expect(reach(status)).not.toContain(status);
    const ends = BOOKING_STATUSES.filter((status) => Object.keys(BOOKING_TRANSITIONS[status]).length === 0);
    expect(ends).toEqual(['completed', 'rejected', 'cancelled', 'late_cancelled', 'released', 'no_show']);
  });

  it('gives a resident nothing but cancelling', () => {
    const theirs = BOOKING_STATUSES.flatMap((from) =>
      BOOKING_STATUSES.filter((to) => BOOKING_TRANSITIONS[from][to]?.includes('resident')),
    );
    expect([...new Set(theirs)].sort()).toEqual(['cancelled', 'late_cancelled']);
  });

  it('reaches every status but the two a booking begins with', () => {
    const reached = new Set(BOOKING_STATUSES.flatMap((from) => Object.keys(BOOKING_TRANSITIONS[from])));
    expect(BOOKING_STATUSES.filter((status) => !reached.has(status))).toEqual(['pending']);
  });

  it('sorts statuses into groups that fit together', () => {
    for (const status of UPCOMING_STATUSES) expect(HOLDING_STATUSES).toContain(status);
    for (const status of NO_SHOW_STATUSES) expect(HOLDING_STATUSES).not.toContain(status);
    for (const status of BOOKING_STATUSES) expect(BOOKING_STATUS_WORDS[status]).toMatch(/^\p{Script=Han}/u);
  });
});
