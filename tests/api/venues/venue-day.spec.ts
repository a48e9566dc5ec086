import { instantAt } from '@jiefang/shared/time';
import { buildBooking, buildClosure, venueId } from '../../builders/catalogue.js';
import { buildDivision, buildPerson, buildResidency } from '../../builders/people.js';
import { buildCentre, buildVenue, COMMUNITY, OTHER_STREET_COMMUNITY } from '../../builders/venues.js';
import { createApp, type TestApp } from '../../support/app.js';

const TODAY = '2026-11-23';
const TOMORROW = '2026-11-24';

describe("a venue's page and day", () => {
  let app: TestApp;
  let centre: number;

  beforeAll(async () => {
    app = await createApp();
    await buildDivision(app.database, COMMUNITY, '延安社区');
    await buildDivision(app.database, OTHER_STREET_COMMUNITY);
    centre = await buildCentre(app.database);
  });
  afterAll(() => app.close());
  beforeEach(() => app.clock.set('2026-11-23T01:00:00Z'));

  const day = async (venue: number, date: string, person?: number) =>
    (
      await app
        .as(person)
        .get(`/venues/${venueId(venue)}/days/${date}`)
        .expect(200)
    ).body;
  const statesOf = (body: { units: { startMinute: number; state: string }[] }): Record<number, string> =>
    Object.fromEntries(body.units.map((unit) => [unit.startMinute, unit.state]));

  it('draws taken, cleaning, mine, free and past, and names nobody', async () => {
    const { database } = app;
    const me = await buildPerson(database, { nickname: '陈阿姨' });
    const other = await buildPerson(database, { nickname: '林大伯' });
    const venue = await buildVenue(database, { centreId: centre, policy: { cleaningMinutes: 15 } });
    const at = { venueId: venue, centreId: centre, day: TODAY, cleaningMinutes: 15 };
    await buildBooking(database, { ...at, startMinute: 600, endMinute: 660, personId: me });
    await buildBooking(database, { ...at, startMinute: 840, endMinute: 900, personId: other });
    await buildBooking(database, {
      ...at,
      startMinute: 960,
      endMinute: 1020,
      personId: me,
      status: 'cancelled',
    });

    const body = await day(venue, TODAY, me);
    expect(body).toMatchObject({
      venueId: venueId(venue),
      date: TODAY,
      unitMinutes: 30,
      waitlistCount: 0,
      closures: [],
    });
    expect(body.units).toHaveLength(26);
    expect(body.opening).toEqual([{ openMinute: 480, closeMinute: 1260 }]);
    expect(statesOf(body)).toMatchObject({
      480: 'past',
      510: 'past',
      540: 'past',
      570: 'free',
      600: 'mine',
      630: 'mine',
      660: 'cleaning',
      690: 'free',
      840: 'taken',
      900: 'cleaning',
      960: 'free',
      1230: 'free',
    });
    expect(statesOf(await day(venue, TODAY))).toMatchObject({ 600: 'taken', 840: 'taken' });
    expect(JSON.stringify(body)).not.toMatch(/林大伯|陈阿姨|合唱/);
  });

  it('closes with closures, past days and suspension', async () => {
    const { database } = app;
    const staff = await buildPerson(database);
    const place = await buildCentre(database);
    const venue = await buildVenue(database, { centreId: place });
    await buildClosure(database, {
      centreId: place,
      startsAt: instantAt(TOMORROW, 495),
      endsAt: instantAt(TOMORROW, 1440),
      createdBy: staff,
    });
    const body = await day(venue, TOMORROW);
    expect(body.closures).toHaveLength(1);
    expect(statesOf(body)).toMatchObject({ 480: 'closed', 510: 'closed', 1230: 'closed' });
    expect(statesOf(await day(venue, '2026-11-25'))).toMatchObject({ 480: 'free' });
    expect(new Set(Object.values(statesOf(await day(venue, '2026-11-22'))))).toEqual(new Set(['past']));

    const suspended = await buildVenue(database, { centreId: place, status: 'suspended' });
    expect(new Set(Object.values(statesOf(await day(suspended, '2026-11-25'))))).toEqual(new Set(['closed']));
  });

  it('keeps the share of the desk until the hours before', async () => {
    const { database } = app;
    const policy = { reservedPercent: 50, reservedUntilHours: 24, minMinutes: 60 };
    const venue = await buildVenue(database, { centreId: centre, policy });
    await buildBooking(database, {
      venueId: venue,
      centreId: centre,
      day: '2026-11-26',
      startMinute: 480,
      endMinute: 840,
    });
    expect(statesOf(await day(venue, '2026-11-26'))).toMatchObject({
      480: 'taken',
      840: 'reserved',
      1230: 'reserved',
    });
    app.clock.set(instantAt('2026-11-25', 900));
    expect(statesOf(await day(venue, '2026-11-26'))).toMatchObject({
      840: 'free',
      900: 'free',
      930: 'reserved',
    });
  });

  it('sums days up as a strip', async () => {
    const { database } = app;
    const venue = await buildVenue(database, {
      centreId: centre,
      opening: [1, 2, 3].map((weekday) => ({ weekday, ranges: [{ openMinute: 480, closeMinute: 600 }] })),
    });
    await buildBooking(database, {
      venueId: venue,
      centreId: centre,
      day: TOMORROW,
      startMinute: 480,
      endMinute: 510,
    });
    const { body } = await app
      .as()
      .get(`/venues/${venueId(venue)}/days?from=${TODAY}&count=4`)
      .expect(200);
    expect(body.items).toEqual([
      { date: TODAY, freeUnits: 1, totalUnits: 4, closed: false },
      { date: TOMORROW, freeUnits: 3, totalUnits: 4, closed: false },
      { date: '2026-11-25', freeUnits: 4, totalUnits: 4, closed: false },
      { date: '2026-11-26', freeUnits: 0, totalUnits: 0, closed: true },
    ]);
    const whole = await app
      .as()
      .get(`/venues/${venueId(venue)}/days`)
      .expect(200);
    expect(whole.body.items).toHaveLength(14);
    expect(whole.body.items[0].date).toBe(TODAY);
  });

  it('counts those who wait and shows the version', async () => {
    const { database } = app;
    const venue = await buildVenue(database, { centreId: centre });
    const me = await buildPerson(database);
    await database.execute(
      `INSERT INTO waitlist_entry (id, venue_id, day, start_unit, end_unit, starts_at, ends_at, person_id, purpose, attendees,
         status, created_at, updated_at) VALUES (?, ?, ?, 20, 22, ?, ?, ?, '下棋', 2, 'waiting', ?, ?)`,
      [77, venue, TODAY, instantAt(TODAY, 600), instantAt(TODAY, 660), me, app.clock.now(), app.clock.now()],
    );
    await database.execute('UPDATE venue SET version = 42 WHERE id = ?', [venue]);
    expect(await day(venue, TODAY)).toMatchObject({ waitlistCount: 1, version: 42 });
  });

  it.each([
    '2026-02-30',
    '2026-1-1',
    'today',
    '1999-01-01',
    '9999-12-31',
    '2026-11-23T00:00:00Z',
    "2026-11-23'--",
  ])('refuses the day %s', async (date) => {
    const venue = await buildVenue(app.database, { centreId: centre });
    const { body } = await app
      .as()
      .get(`/venues/${venueId(venue)}/days/${encodeURIComponent(date)}`)
      .expect(400);
    expect(body).toMatchObject({
      code: 'INVALID_INPUT',
      details: [{ field: 'date' }],
      requestId: expect.any(String),
    });
    await app
      .as()
      .get(`/venues/${venueId(venue)}/days?from=${encodeURIComponent(date)}`)
      .expect(400);
  });

  it('refuses unknown venues and odd counts', async () => {
    await app
      .as()
      .get(`/venues/${venueId(999_999)}/days/${TODAY}`)
      .expect(404);
    await app.as().get(`/venues/nonsense/days/${TODAY}`).expect(404);
    await app
      .as()
      .get(`/venues/${venueId(999_999)}`)
      .expect(404);
    const venue = await buildVenue(app.database, { centreId: centre });
    for (const count of ['0', '15', '1.5', 'x'])
      await app
        .as()
        .get(`/venues/${venueId(venue)}/days?count=${count}`)
        .expect(400);
  });

  describe('who may book', () => {
    const bookable = async (venue: number, person?: number) =>
      (
        await app
          .as(person)
          .get(`/venues/${venueId(venue)}`)
          .expect(200)
      ).body;

    it('tells each reader what is missing, and lets the resident', async () => {
      const { database } = app;
      const venue = await buildVenue(database, { centreId: centre, policy: { audience: 'community' } });
      const codes = async (person?: number): Promise<string | null> =>
        (await bookable(venue, person)).bookable.refusal?.code ?? null;

      expect(await codes()).toBe('UNAUTHENTICATED');
      expect(await codes(await buildPerson(database, { phone: null }))).toBe('PHONE_REQUIRED');
      expect(await codes(await buildPerson(database))).toBe('BOOKING_AUDIENCE');
      const neighbour = await buildPerson(database);
      await buildResidency(database, neighbour, OTHER_STREET_COMMUNITY);
      expect(await codes(neighbour)).toBe('BOOKING_AUDIENCE');

      const resident = await buildPerson(database);
      await buildResidency(database, resident, COMMUNITY);
      const page = await bookable(venue, resident);
      expect(page.bookable).toEqual({ allowed: true, refusal: null });
      expect(page).toMatchObject({ firstDay: TODAY, lastDay: '2026-12-07', unitMinutes: 30 });
      expect(page.rules.map((rule: { no: number }) => rule.no)).toContain(2);

      await database.execute(
        `INSERT INTO booking_pause (person_id, centre_id, division_code, starts_at, ends_at, reason, last_booking_id)
         VALUES (?, ?, ?, ?, ?, '爽约 3 次', 1)`,
        [resident, centre, COMMUNITY, instantAt(TODAY, 0), instantAt('2026-12-20', 0)],
      );
      expect((await bookable(venue, resident)).bookable.refusal).toMatchObject({
        code: 'BOOKING_PAUSED',
        rule: { no: 9 },
      });
      app.clock.set(instantAt('2026-12-20', 1));
      expect(await codes(resident)).toBeNull();
    });

    it('counts the week of the person and of the household', async () => {
      const { database } = app;
      const policy = { weeklyPerPerson: 2, weeklyPerHousehold: 3 };
      const venue = await buildVenue(database, { centreId: centre, policy });
      const me = await buildPerson(database);
      const householdId = await buildResidency(database, me, COMMUNITY);
      const at = { venueId: venue, centreId: centre, startMinute: 600, endMinute: 660, householdId };
      await buildBooking(database, { ...at, day: TODAY, personId: me });
      await buildBooking(database, { ...at, day: TOMORROW, personId: await buildPerson(database) });
      await buildBooking(database, { ...at, day: '2026-11-30', personId: me });

      expect((await bookable(venue, me)).quota).toEqual({
        person: { used: 1, limit: 2 },
        household: { used: 2, limit: 3 },
      });
      expect((await bookable(venue)).quota).toBeNull();
      const unlimited = await buildVenue(database, { centreId: centre });
      expect((await bookable(unlimited, me)).quota).toEqual({ person: null, household: null });
    });
  });
});
