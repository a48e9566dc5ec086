import { centreForm, centreId, venueForm, venueId } from '../builders/catalogue.js';
import { buildDivision, buildPerson, grantRole } from '../builders/people.js';
import { buildCentre, buildVenue, COMMUNITY, DAILY } from '../builders/venues.js';
import { createApp, type TestApp } from '../support/app.js';

const DAY = '2026-11-25';
const SHORT = DAILY.map((day) => ({ ...day, ranges: [{ openMinute: 480, closeMinute: 720 }] }));

/** Staff shorten the hours while residents book: nobody is left outside without staff having been told. */
describe('an edit of the hours among bookings', () => {
  let app: TestApp;
  let manager: number;
  let people: number[];

  beforeAll(async () => {
    app = await createApp();
    await buildDivision(app.database, COMMUNITY);
    manager = await buildPerson(app.database);
    await grantRole(app.database, manager, 'venue_manager', COMMUNITY);
    people = [];
    for (let n = 0; n < 16; n += 1) people.push(await buildPerson(app.database));
  });
  afterAll(() => app.close());

  it.each(['venue', 'centre'])('of the %s lets no booking slip in behind it', async (edited) => {
    for (let round = 0; round < 4; round += 1) {
      const centre = await buildCentre(app.database);
      const venue = await buildVenue(app.database, { centreId: centre });
      const book = (person: number, index: number) => {
        const startsAt = new Date(Date.parse(`${DAY}T04:00:00Z`) + index * 30 * 60_000);
        return app.as(person).post('/bookings', {
          venueId: venueId(venue),
          startsAt: startsAt.toISOString(),
          endsAt: new Date(startsAt.getTime() + 30 * 60_000).toISOString(),
          purpose: '下棋',
          attendees: 2,
        });
      };
      const edit =
        edited === 'venue'
          ? app
              .as(manager)
              .put(
                `/staff/venues/${venueId(venue)}`,
                venueForm({ version: 1, opening: SHORT }, { audience: 'anyone' }),
              )
          : app
              .as(manager)
              .put(`/staff/centres/${centreId(centre)}`, centreForm({ version: 1, hours: SHORT }));
      const [answer, ...booked] = await Promise.all([edit, ...people.map(book)]);
      const outside = await app.database.query('SELECT id FROM booking WHERE venue_id = ?', [venue]);
      expect([200, 409]).toContain(answer.status);
      expect(booked.filter((b) => b.status === 201)).toHaveLength(outside.length);
      if (answer.status === 200) {
        expect(outside).toHaveLength(0);
        expect(new Set(booked.map((b) => (b.body as { code: string }).code))).toEqual(
          new Set(['BOOKING_OUTSIDE_HOURS']),
        );
      } else {
        expect(answer.body).toMatchObject({ code: 'VENUE_IN_USE' });
        expect(outside.length).toBeGreaterThan(0);
      }
    }
  });
});
