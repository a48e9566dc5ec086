import { buildBooking, centreId, venueId } from '../../builders/catalogue.js';
import { buildDivision, buildPerson } from '../../builders/people.js';
import { buildCentre, buildVenue, COMMUNITY } from '../../builders/venues.js';
import { createApp, type TestApp } from '../../support/app.js';

const TODAY = '2026-11-23';

/** The pages that everybody opens: few statements, however many venues and bookings there are. */
describe('statements a page sends once configurations are cached', () => {
  let app: TestApp;
  let centre: number;
  let full: number;
  let person: number;

  beforeAll(async () => {
    app = await createApp();
    const { database } = app;
    await buildDivision(database, COMMUNITY, '延安社区');
    person = await buildPerson(database);
    for (let n = 0; n < 6; n += 1) centre = await buildCentre(database);
    for (let n = 0; n < 5; n += 1) full = await buildVenue(database, { centreId: centre });
    const day = { centreId: centre, venueId: full, startMinute: 480, endMinute: 1260, personId: person };
    for (const date of [TODAY, '2026-11-24', '2026-11-25'])
      await buildBooking(database, { ...day, day: date });
  });
  afterAll(() => app.close());
  afterEach(() => jest.restoreAllMocks());

  async function statementsOf(path: string, reader?: number): Promise<string[]> {
    await app.as(reader).get(path).expect(200);
    const query = jest.spyOn(app.database, 'query');
    await app.as(reader).get(path).expect(200);
    // Background jobs of the application read their own tables meanwhile.
    return query.mock.calls
      .map(([statement]) => statement)
      .filter((statement) =>
        /FROM \(?\s*(SELECT|centre|venue|booking|booking_unit|closure|division|person)\b/.test(statement),
      );
  }

  it.each([
    ['a page of centres', () => `/centres?community=${COMMUNITY}`],
    ['a page of centres near by', () => '/centres?near=24.51,117.65'],
    ['a centre with a full venue', () => `/centres/${centreId(centre)}`],
    ["a venue's day", () => `/venues/${venueId(full)}/days/${TODAY}`],
    ["a venue's strip of days", () => `/venues/${venueId(full)}/days`],
  ])('%s: at most four', async (_, path) => {
    const statements = await statementsOf(path());
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length).toBeLessThanOrEqual(4);
  });

  it("a resident's day: one more for their own bookings", async () => {
    expect(await statementsOf(`/venues/${venueId(full)}/days/${TODAY}`, person)).toHaveLength(2);
  });

  it('reads held units by the range of a primary key', async () => {
    const [plan] = await app.database.query<{ key: string; type: string }>(
      `EXPLAIN SELECT u.venue_id, u.day, GROUP_CONCAT(u.unit * 4 + u.kind) FROM booking_unit u
        WHERE u.venue_id IN (?) AND u.day BETWEEN ? AND ? GROUP BY u.venue_id, u.day`,
      [[full, full - 1], TODAY, '2026-11-29'],
    );
    expect(plan).toMatchObject({ key: 'PRIMARY', type: 'range' });
  });
});
