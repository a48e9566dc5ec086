import { instantAt } from '@jiefang/shared/time';
import { buildBooking, buildClosure, centreId } from '../../builders/catalogue.js';
import { buildDivision, buildPerson } from '../../builders/people.js';
import { buildCentre, buildVenue, COMMUNITY, DAILY, OTHER_STREET_COMMUNITY } from '../../builders/venues.js';
import { createApp, type TestApp } from '../../support/app.js';

const TODAY = '2026-11-23';
const STREET = COMMUNITY.slice(0, 9);

describe('centres', () => {
  let app: TestApp;
  let own: number;
  let street: number;
  let far: number;

  beforeAll(async () => {
    app = await createApp();
    const { database } = app;
    await buildDivision(database, COMMUNITY, '延安社区');
    await buildDivision(database, OTHER_STREET_COMMUNITY, '新桥社区');
    street = await buildCentre(database, {
      divisionCode: STREET,
      name: '西桥党群服务中心',
      tags: ['超大场地'],
    });
    own = await buildCentre(database, { name: '延安党群服务中心', tags: ['夜间开放', '100%无障碍'] });
    far = await buildCentre(database, { divisionCode: OTHER_STREET_COMMUNITY, name: '新桥驿站' });
    await database.execute("UPDATE centre SET pinyin = 'yananzhongxin', initials = 'yazx' WHERE id = ?", [
      own,
    ]);
    await database.execute('UPDATE centre SET latitude = 24.515, longitude = 117.65 WHERE id = ?', [street]);
    await database.execute('UPDATE centre SET latitude = 24.6, longitude = 117.7 WHERE id = ?', [far]);
  });
  afterAll(() => app.close());
  beforeEach(() => app.clock.set('2026-11-23T01:00:00Z'));

  const list = async (
    query: string,
  ): Promise<{ id: string; name: string; distanceMetres: number | null }[]> =>
    (await app.as().get(`/centres?${query}`).expect(200)).body.items;
  const names = async (query: string): Promise<string[]> => (await list(query)).map((item) => item.name);

  it("lists a community's own centres first, then its street's, and no neighbour's", async () => {
    expect(await names(`community=${COMMUNITY}`)).toEqual(['延安党群服务中心', '西桥党群服务中心']);
    expect((await names(`community=${STREET}`)).sort()).toEqual(
      ['延安党群服务中心', '西桥党群服务中心'].sort(),
    );
  });

  it('finds by name, pinyin, initials and tag, taking % and _ as they are', async () => {
    expect(await names(`q=${encodeURIComponent('新桥')}`)).toEqual(['新桥驿站']);
    expect(await names('q=YanAn')).toEqual(['延安党群服务中心']);
    expect(await names('q=yazx')).toEqual(['延安党群服务中心']);
    expect(await names('q=%25')).toEqual([]);
    expect(await names('q=_')).toEqual([]);
    expect(await names(`tag=${encodeURIComponent('超大场地')}`)).toEqual(['西桥党群服务中心']);
    expect(await names(`tag=${encodeURIComponent('100%无障碍')}`)).toEqual(['延安党群服务中心']);
    expect(await names(`q=${encodeURIComponent("';DROP TABLE centre;--")}`)).toEqual([]);
  });

  it('orders by distance and pages through all of them once', async () => {
    const near = await list('near=24.51,117.65');
    expect(near.map((item) => item.name)).toEqual(['延安党群服务中心', '西桥党群服务中心', '新桥驿站']);
    expect(near[0]?.distanceMetres).toBe(0);
    expect(near[1]?.distanceMetres).toBeGreaterThan(550);
    expect(near[1]?.distanceMetres).toBeLessThan(562);

    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path: string = `/centres?near=24.51,117.65&limit=1${cursor && `&cursor=${cursor}`}`;
      const page = (await app.as().get(path).expect(200)).body as {
        items: { name: string }[];
        nextCursor: string | null;
      };
      seen.push(...page.items.map((item) => item.name));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(near.map((item) => item.name));
    expect(await list('near=39.9,116.4')).toEqual([]);
  });

  it('pages a community without missing or repeating', async () => {
    const first = (await app.as().get(`/centres?community=${COMMUNITY}&limit=1`).expect(200)).body;
    expect(first.items).toHaveLength(1);
    const second = (
      await app.as().get(`/centres?community=${COMMUNITY}&limit=1&cursor=${first.nextCursor}`).expect(200)
    ).body;
    expect(second.items[0].name).toBe('西桥党群服务中心');
    expect(second.nextCursor).toBeNull();
  });

  it.each([
    'community=35060',
    'community=abc',
    'near=91,0',
    'near=1',
    'near=24.5,200',
    'limit=0',
    'limit=51',
    'limit=x',
    'cursor=!!',
    'cursor=WzFd',
    'unknown=1',
    `q=${'长'.repeat(41)}`,
  ])('refuses ?%s', async (query) => {
    const { body } = await app
      .as()
      .get(`/centres?${encodeURI(query)}`)
      .expect(400);
    expect(body).toMatchObject({
      code: 'INVALID_INPUT',
      requestId: expect.any(String),
      message: expect.any(String),
    });
  });

  it('answers 404 for an unknown, foreign or forged id', async () => {
    for (const id of ['xxxxxxxx', '1', 'a'.repeat(30), encodeURIComponent("' OR 1=1"), centreId(999_999)]) {
      const { body } = await app.as().get(`/centres/${id}`).expect(404);
      expect(body).toMatchObject({ code: 'NOT_FOUND', requestId: expect.any(String) });
    }
  });

  it('shows what is free now, today, and next', async () => {
    const { database } = app;
    const centre = await buildCentre(database, { divisionCode: OTHER_STREET_COMMUNITY });
    const busy = await buildVenue(database, {
      centreId: centre,
      divisionCode: OTHER_STREET_COMMUNITY,
      name: '合唱室',
    });
    await buildVenue(database, { centreId: centre, divisionCode: OTHER_STREET_COMMUNITY, name: '书画室' });
    await buildVenue(database, {
      centreId: centre,
      divisionCode: OTHER_STREET_COMMUNITY,
      name: '停用室',
      status: 'suspended',
    });
    await buildBooking(database, {
      venueId: busy,
      centreId: centre,
      day: TODAY,
      startMinute: 480,
      endMinute: 1260,
    });

    const { body } = await app
      .as()
      .get(`/centres/${centreId(centre)}`)
      .expect(200);
    expect(body).toMatchObject({
      openNow: true,
      hoursToday: '08:00–21:00',
      freeVenuesNow: 1,
      venueCount: 3,
      community: { code: OTHER_STREET_COMMUNITY, name: '新桥社区' },
      location: { latitude: 24.51, longitude: 117.65, coordinateSystem: 'GCJ-02' },
      closures: [],
    });
    expect(body.hours).toHaveLength(7);
    const [chorus, painting, suspended] = body.venues;
    expect(chorus).toMatchObject({
      name: '合唱室',
      freeNow: false,
      freeUnitsToday: 0,
      nextFree: { date: '2026-11-24', startMinute: 480, endMinute: 1260 },
    });
    expect(painting).toMatchObject({
      freeNow: true,
      freeUnitsToday: 23,
      nextFree: { date: TODAY, startMinute: 570, endMinute: 1260 },
    });
    expect(suspended).toMatchObject({
      status: 'suspended',
      freeNow: false,
      freeUnitsToday: 0,
      nextFree: null,
    });
  });

  it('closes with its closures and its hours', async () => {
    const { database } = app;
    const staff = await buildPerson(database);
    const centre = await buildCentre(database, { divisionCode: OTHER_STREET_COMMUNITY });
    const venue = await buildVenue(database, {
      centreId: centre,
      divisionCode: OTHER_STREET_COMMUNITY,
      name: '棋牌室',
    });
    await buildClosure(database, {
      centreId: centre,
      startsAt: instantAt(TODAY, 480),
      endsAt: instantAt(TODAY, 720),
      createdBy: staff,
    });
    await buildClosure(database, {
      centreId: centre,
      venueId: venue,
      startsAt: instantAt('2026-11-25', 600),
      endsAt: instantAt('2026-11-25', 720),
      createdBy: staff,
    });
    const read = async () =>
      (
        await app
          .as()
          .get(`/centres/${centreId(centre)}`)
          .expect(200)
      ).body;

    const morning = await read();
    expect(morning).toMatchObject({ openNow: false, hoursToday: '12:00–21:00', freeVenuesNow: 0 });
    expect(morning.closures).toHaveLength(2);
    expect(morning.closures[0]).toMatchObject({ venue: null, reason: '空调检修' });
    expect(morning.closures[1].venue.name).toBe('棋牌室');

    app.clock.set(instantAt(TODAY, 720));
    const noon = await read();
    expect(noon).toMatchObject({ openNow: true, freeVenuesNow: 1 });
    expect(noon.closures).toHaveLength(1);

    app.clock.set(instantAt(TODAY, 1261));
    expect(await read()).toMatchObject({ openNow: false, freeVenuesNow: 0 });
    const listed = (await app.as().get(`/centres?community=${OTHER_STREET_COMMUNITY}`).expect(200)).body
      .items;
    expect(listed.every((item: { openNow: boolean }) => !item.openNow)).toBe(true);
  });

  it('says 今天闭馆 on a day without hours', async () => {
    const centre = await buildCentre(app.database, {
      divisionCode: OTHER_STREET_COMMUNITY,
      hours: DAILY.filter((day) => day.weekday !== 1),
    });
    const { body } = await app
      .as()
      .get(`/centres/${centreId(centre)}`)
      .expect(200);
    expect(body).toMatchObject({ openNow: false, hoursToday: '今天闭馆', venues: [] });
  });
});
