import { randomUUID } from 'node:crypto';
import { VenueConfigs } from '@jiefang/bff/venues/catalogue/venue-config';
import { centreForm, centreId, venueForm, venueId } from '../../builders/catalogue.js';
import { buildDivision, buildPerson, grantRole } from '../../builders/people.js';
import { buildCentre, buildVenue, COMMUNITY, DAILY } from '../../builders/venues.js';
import { createApp, type TestApp } from '../../support/app.js';

const TOMORROW = '2026-11-24';

describe('two replicas over one database', () => {
  let first: TestApp;
  let second: TestApp;
  let manager: number;

  beforeAll(async () => {
    first = await createApp();
    second = await createApp({ clock: first.clock, wechat: first.wechat });
    await buildDivision(first.database, COMMUNITY, '延安社区');
    manager = await buildPerson(first.database);
    await grantRole(first.database, manager, 'venue_manager', COMMUNITY);
  });
  afterAll(async () => {
    await second.close();
    await first.close();
  });

  it("show each other's edits at once: policy, hours, centre, closures", async () => {
    const centre = await buildCentre(first.database);
    const id = venueId(await buildVenue(first.database, { centreId: centre }));
    const seen = async (app: TestApp) => (await app.as().get(`/venues/${id}`).expect(200)).body;
    const day = async (app: TestApp) =>
      (await app.as().get(`/venues/${id}/days/${TOMORROW}`).expect(200)).body;
    for (const app of [first, second]) expect((await seen(app)).policy.maxMinutes).toBe(180);

    await first
      .as(manager)
      .put(`/staff/venues/${id}`, venueForm({ version: 1 }, { maxMinutes: 240 }))
      .expect(200);
    expect((await seen(second)).policy.maxMinutes).toBe(240);

    const hours = DAILY.map((weekday) => ({ ...weekday, ranges: [{ openMinute: 600, closeMinute: 1200 }] }));
    await second
      .as(manager)
      .put(`/staff/centres/${centreId(centre)}`, centreForm({ version: 1, hours, name: '搬家的中心' }))
      .expect(200);
    expect((await day(first)).opening).toEqual([{ openMinute: 600, closeMinute: 1200 }]);
    expect((await seen(first)).centre.name).toBe('搬家的中心');

    const closure = await first.as(manager).post(`/staff/centres/${centreId(centre)}/closures`, {
      venueId: null,
      startsAt: '2026-11-24T00:00:00Z',
      endsAt: '2026-11-24T16:00:00Z',
      reason: '消防检修',
    });
    expect(closure.status).toBeLessThan(300);
    for (const app of [first, second]) {
      expect((await day(app)).units.every((unit: { state: string }) => unit.state === 'closed')).toBe(true);
    }
    await second.as(manager).post(`/staff/closures/${closure.body.id}/end`, {}, randomUUID()).expect(200);
    for (const app of [first, second]) {
      expect((await day(app)).units.some((unit: { state: string }) => unit.state === 'free')).toBe(true);
    }
  });

  it('never serve what a rolled back transaction had read', async () => {
    const venue = await buildVenue(first.database);
    const configs = first.app.get(VenueConfigs);
    await expect(
      first.database.transaction(async (tx) => {
        await tx.execute("UPDATE venue SET name = '没有的名字' WHERE id = ?", [venue]);
        await configs.touch(tx, [venue]);
        expect((await configs.load(tx, [venue])).get(venue)?.name).toBe('没有的名字');
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect((await configs.load(first.database, [venue])).get(venue)?.name).not.toBe('没有的名字');
    await first.database.transaction(async (tx) => {
      await tx.execute("UPDATE venue SET name = '真的名字' WHERE id = ?", [venue]);
      await configs.touch(tx, [venue]);
    });
    expect((await configs.load(first.database, [venue])).get(venue)?.name).toBe('真的名字');
  });

  it('send one small query while nothing changed', async () => {
    const venues = await Promise.all([1, 2, 3].map(() => buildVenue(first.database)));
    const configs = first.app.get(VenueConfigs);
    await configs.load(first.database, venues);
    const statements: string[] = [];
    const counting = {
      query: <T>(statement: string, values?: readonly unknown[]): Promise<T[]> => {
        statements.push(statement);
        return first.database.query<T>(statement, values);
      },
      execute: first.database.execute.bind(first.database),
      later: first.database.later.bind(first.database),
    };
    expect((await configs.load(counting, venues)).size).toBe(3);
    expect(statements).toHaveLength(1);
    expect(await configs.load(counting, [])).toEqual(new Map());
    expect((await configs.load(counting, [987_654])).size).toBe(0);
  });
});
