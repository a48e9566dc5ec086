import { instantAt } from '@jiefang/shared/time';
import { buildBooking, buildClosure, centreId, venueId } from '../../builders/catalogue.js';
import { buildDivision, buildPerson, buildResidency, grantRole } from '../../builders/people.js';
import { buildCentre, buildVenue, COMMUNITY, OTHER_STREET_COMMUNITY } from '../../builders/venues.js';
import { createApp, type TestApp } from '../../support/app.js';

const TODAY = '2026-11-23';
const STREET = COMMUNITY.slice(0, 9);

describe('overviews', () => {
  let app: TestApp;
  let manager: number;
  let dispatcher: number;
  let stranger: number;

  beforeAll(async () => {
    app = await createApp();
    const { database } = app;
    await buildDivision(database, COMMUNITY, '延安社区');
    await buildDivision(database, OTHER_STREET_COMMUNITY, '新桥社区');
    [manager, dispatcher, stranger] = [
      await buildPerson(database, { nickname: '小林' }),
      await buildPerson(database),
      await buildPerson(database),
    ];
    await grantRole(database, manager, 'venue_manager', STREET);
    await grantRole(database, dispatcher, 'dispatcher', COMMUNITY);
    await grantRole(database, stranger, 'administrator', OTHER_STREET_COMMUNITY);
  });
  afterAll(() => app.close());

  describe('what waits', () => {
    beforeAll(async () => {
      const { database } = app;
      const centre = await buildCentre(database);
      const venue = await buildVenue(database, { centreId: centre });
      const at = { venueId: venue, centreId: centre, day: '2026-11-26', status: 'pending' as const };
      await buildBooking(database, {
        ...at,
        startMinute: 600,
        endMinute: 660,
        createdAt: new Date('2026-11-22T02:00:00Z'),
      });
      await buildBooking(database, {
        ...at,
        startMinute: 660,
        endMinute: 720,
        createdAt: new Date('2026-11-21T02:00:00Z'),
      });
      const person = await buildPerson(database);
      await buildResidency(database, person, COMMUNITY);
      await database.execute(
        "UPDATE residency SET status = 'pending', decided_at = NULL WHERE person_id = ?",
        [person],
      );
      await database.execute(
        `INSERT INTO booking_pause (person_id, centre_id, division_code, starts_at, ends_at, reason, last_booking_id,
           appeal_text, appeal_status, appeal_at) VALUES (?, ?, ?, ?, ?, '爽约 3 次', 1, '住院了', 'pending', ?)`,
        [
          person,
          centre,
          COMMUNITY,
          instantAt(TODAY, 0),
          instantAt('2026-12-20', 0),
          new Date('2026-11-22T09:00:00Z'),
        ],
      );
    });

    const todo = async (person: number, code: string) =>
      (await app.as(person).get(`/staff/divisions/${code}/todo`).expect(200)).body;

    it('is counted for those who decide it', async () => {
      expect(await todo(manager, STREET)).toEqual({
        pendingBookings: { count: 2, oldestAt: '2026-11-21T02:00:00.000Z' },
        pendingResidencies: { count: 0, oldestAt: null },
        pendingAppeals: { count: 1, oldestAt: '2026-11-22T09:00:00.000Z' },
      });
      expect(await todo(dispatcher, COMMUNITY)).toMatchObject({
        pendingBookings: { count: 0 },
        pendingResidencies: { count: 1 },
      });
      expect(await todo(stranger, OTHER_STREET_COMMUNITY)).toMatchObject({
        pendingBookings: { count: 0, oldestAt: null },
      });
    });

    it('stays within the division', async () => {
      await app.as(stranger).get(`/staff/divisions/${COMMUNITY}/todo`).expect(403);
      await app.as(dispatcher).get(`/staff/divisions/${STREET}/todo`).expect(403);
      await app
        .as(await buildPerson(app.database))
        .get(`/staff/divisions/${COMMUNITY}/todo`)
        .expect(403);
      await app.as(manager).get(`/staff/divisions/${STREET}999/todo`).expect(404);
      await app.as(manager).get('/staff/divisions/x/todo').expect(403);
    });
  });

  describe('closures', () => {
    it('are listed with who made them and what they cancelled', async () => {
      const { database } = app;
      const centre = await buildCentre(database);
      const venue = await buildVenue(database, { centreId: centre, name: '棋牌室' });
      const at = { centreId: centre, venueId: venue, day: '2026-11-25' };
      await buildBooking(database, {
        ...at,
        startMinute: 600,
        endMinute: 660,
        personId: await buildPerson(database),
      });
      await buildBooking(database, {
        ...at,
        startMinute: 1200,
        endMinute: 1260,
        personId: await buildPerson(database),
      });
      const body = {
        venueId: venueId(venue),
        startsAt: '2026-11-25T00:00:00Z',
        endsAt: '2026-11-25T04:00:00Z',
      };

      const preview = await app
        .as(manager)
        .post(`/staff/centres/${centreId(centre)}/closures/preview`, body)
        .expect(200);
      expect(preview.body.bookings).toHaveLength(1);
      expect(preview.body.bookings[0]).toMatchObject({
        venue: { name: '棋牌室' },
        startsAt: '2026-11-25T02:00:00.000Z',
      });

      await app
        .as(manager)
        .post(`/staff/centres/${centreId(centre)}/closures`, { ...body, reason: '桌子维修' });
      await buildClosure(database, {
        centreId: centre,
        startsAt: instantAt('2026-11-01', 0),
        endsAt: instantAt('2026-11-02', 0),
        createdBy: manager,
      });
      const { body: list } = await app
        .as(manager)
        .get(`/staff/centres/${centreId(centre)}/closures`)
        .expect(200);
      expect(list.items).toEqual([
        expect.objectContaining({
          venue: { id: venueId(venue), name: '棋牌室' },
          reason: '桌子维修',
          createdBy: '小林',
          affectedBookings: 1,
        }),
      ]);
    });

    it('are nobody else’s to look at', async () => {
      const centre = centreId(await buildCentre(app.database));
      const body = { venueId: null, startsAt: '2026-11-25T00:00:00Z', endsAt: '2026-11-25T04:00:00Z' };
      for (const person of [stranger, dispatcher]) {
        await app.as(person).get(`/staff/centres/${centre}/closures`).expect(403);
        await app.as(person).post(`/staff/centres/${centre}/closures/preview`, body).expect(403);
      }
    });

    it.each([
      [{ endsAt: '2026-11-24T00:00:00Z' }, 400],
      [{ endsAt: '2026-11-25T00:00:00Z' }, 400],
      [{ endsAt: '2030-11-25T00:00:00Z' }, 400],
      [{ endsAt: '2026-11-31T00:00:00Z' }, 400],
      [{ startsAt: 'soon' }, 400],
      [{ startsAt: '2026-11-25T00:00:00-05:00' }, 400],
      [{ venueId: 5 }, 400],
      [{ venueId: undefined }, 400],
      [{ venueId: 'xxxxxxxx' }, 404],
      [{ reason: '多余' }, 400],
    ])('cannot be previewed with %j', async (change, status) => {
      const centre = centreId(await buildCentre(app.database));
      const body = {
        venueId: null,
        startsAt: '2026-11-25T00:00:00Z',
        endsAt: '2026-11-25T04:00:00Z',
        ...change,
      };
      const answer = await app
        .as(manager)
        .post(`/staff/centres/${centre}/closures/preview`, body)
        .expect(status);
      expect(answer.body).toMatchObject({ code: expect.any(String), requestId: expect.any(String) });
    });

    it('cannot be previewed for the venue of another centre', async () => {
      const centre = centreId(await buildCentre(app.database));
      const body = {
        venueId: venueId(await buildVenue(app.database)),
        startsAt: '2026-11-25T00:00:00Z',
        endsAt: '2026-11-25T04:00:00Z',
      };
      await app.as(manager).post(`/staff/centres/${centre}/closures/preview`, body).expect(404);
    });
  });

  describe('home', () => {
    const home = async (person?: number) =>
      (await app.as(person).get(`/home?community=${OTHER_STREET_COMMUNITY}`).expect(200)).body;

    it('shows what can still be booked today, the soonest first, and what comes next', async () => {
      const { database } = app;
      const divisionCode = OTHER_STREET_COMMUNITY;
      const centre = await buildCentre(database, { divisionCode });
      const venues: number[] = [];
      for (let n = 1; n <= 8; n += 1)
        venues.push(await buildVenue(database, { centreId: centre, divisionCode, name: `活动室${n}` }));
      const [busy, full, unit] = venues as [number, number, number];
      const me = await buildPerson(database);
      await buildBooking(database, {
        venueId: busy,
        centreId: centre,
        divisionCode,
        day: TODAY,
        startMinute: 570,
        endMinute: 720,
        personId: me,
      });
      await buildBooking(database, {
        venueId: full,
        centreId: centre,
        divisionCode,
        day: TODAY,
        startMinute: 480,
        endMinute: 1260,
      });
      await database.execute(
        "UPDATE venue SET policy = JSON_SET(policy, '$.audience', 'units') WHERE id = ?",
        [unit],
      );
      // A neighbouring community's venues are not this home's.
      await buildVenue(database);

      const page = await home();
      expect(page).toMatchObject({
        community: { code: divisionCode, name: '新桥社区' },
        today: TODAY,
        nextBooking: null,
        unreadNotices: 0,
      });
      expect(page.freeToday.count).toBe(6);
      expect(page.freeToday.venues).toHaveLength(6);
      expect(page.freeToday.venues.at(-1)).toMatchObject({
        id: venueId(busy),
        nextFree: { date: TODAY, startMinute: 720 },
      });

      const mine = await home(me);
      expect(mine.nextBooking).toMatchObject({
        venue: { name: '活动室1' },
        isCompanion: false,
        status: 'confirmed',
      });
    });

    it('refuses what is no community', async () => {
      await app.as().get('/home').expect(400);
      await app.as().get(`/home?community=${STREET}`).expect(400);
      await app.as().get('/home?community=999999999999').expect(404);
    });
  });
});
