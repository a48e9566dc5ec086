import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { Hours } from '@jiefang/bff/volunteering/hours/hours';
import { buildStaff } from '../../../builders/bookings.js';
import { buildVerified, credit, faultsOfHours, hoursId, runHoursClock } from '../../../builders/hours.js';
import { countRows, messagesTo } from '../../../builders/identity.js';
import { buildDivision, grantRole } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { buildVolunteer } from '../../../builders/volunteering.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(60_000);

const STREET = COMMUNITY.slice(0, 9);
const DISTRICT = COMMUNITY.slice(0, 6);

describe('hours that are corrected', () => {
  const [app] = stage(1);
  let staff: number;
  let volunteer: number;

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    staff = await buildStaff(app.database, 'volunteer_coordinator');
  });
  beforeEach(async () => {
    volunteer = await buildVolunteer(app.database, { name: '林秀兰' });
  });
  afterEach(async () => expect(await faultsOfHours(app.database)).toEqual([]));

  const act = (person: number, id: number, what: 'reverse' | 'adjust', body: object, key?: string) =>
    app.as(person).post(`/staff/hours/${hoursId(id)}/${what}`, body, key);
  const balance = async () => (await app.as(volunteer).get('/me/hours').expect(200)).body.balance;

  it('are reversed by a second entry that names who and why, and the balance is the sum', async () => {
    const [one] = [
      await credit(app, volunteer, staff, { minutes: 100 }),
      await credit(app, volunteer, staff, { minutes: 50, day: '2026-11-19' }),
    ];
    const key = 'reverse-once-0001';
    const { body } = await act(staff, one, 'reverse', { reason: '登记错了人' }, key).expect(200);
    expect(body).toMatchObject({ id: hoursId(one), status: 'reversed', minutes: 100, reason: '登记错了人' });
    expect((await act(staff, one, 'reverse', { reason: '登记错了人' }, key).expect(200)).body).toEqual(body);
    await expectUntouched(
      app.database,
      () => act(staff, one, 'reverse', { reason: '再来一次' }),
      'HOURS_STATE',
    );
    expect(await balance()).toEqual({ recorded: 0, publicised: 0, provisional: 50 });
    const rows = await app.database.query<{ act: string; minutes: number; actorId: number; reason: string }>(
      'SELECT act, minutes, actor_id AS actorId, reason FROM hours_ledger WHERE item_id = ? ORDER BY seq',
      [one],
    );
    expect(rows).toEqual([
      expect.objectContaining({ act: 'service', minutes: 100 }),
      { act: 'reversal', minutes: -100, actorId: staff, reason: '登记错了人' },
    ]);
    expect(
      await countRows(app.database, "audit_entry WHERE action = 'hours.reverse' AND target_id = ?", [one]),
    ).toBe(1);
    expect(await messagesTo(app.database, volunteer)).toMatchObject([
      { kind: 'hours_reversed', payload: { itemId: one, reason: '登记错了人', minutes: 100 } },
    ]);
  });

  it('are adjusted by an item of its own that is publicised like any other', async () => {
    const id = await credit(app, volunteer, staff, { minutes: 100, title: '社区清洁' });
    const { body } = await act(staff, id, 'adjust', { minutes: -30, reason: '中途离开半小时' }).expect(200);
    expect(body).toMatchObject({
      kind: 'adjustment',
      minutes: -30,
      status: 'provisional',
      content: '社区清洁',
      reason: '中途离开半小时',
    });
    expect(await balance()).toEqual({ recorded: 0, publicised: 0, provisional: 70 });
    app.clock.set('2026-11-24T01:00:00Z');
    await runHoursClock(app);
    expect(await balance()).toEqual({ recorded: 0, publicised: 70, provisional: 0 });
    expect((await messagesTo(app.database, volunteer)).map((one) => one.kind)).toEqual([
      'hours_adjusted',
      'hours_publicised',
      'hours_publicised',
    ]);
    const list = (
      await app.as(staff).get(`/staff/divisions/${COMMUNITY}/hours?status=publicised&limit=50`).expect(200)
    ).body;
    expect(list.items.find((one: { id: string }) => one.id === body.id)).toMatchObject({
      volunteer: { number: expect.any(String), name: '林**' },
      actions: ['reverse'],
    });
  });

  it('go with their adjustments when they are reversed', async () => {
    const id = await credit(app, volunteer, staff, { minutes: 100 });
    await act(staff, id, 'adjust', { minutes: -30, reason: '中途离开半小时' }).expect(200);
    await act(staff, id, 'adjust', { minutes: 10, reason: '早到了十分钟' }).expect(200);
    await act(staff, id, 'reverse', { reason: '不是本人参加' }).expect(200);
    expect(await balance()).toEqual({ recorded: 0, publicised: 0, provisional: 0 });
  });

  it('never fall below nothing, nor beyond a day', async () => {
    const id = await credit(app, volunteer, staff, { minutes: 100 });
    await act(staff, id, 'adjust', { minutes: -100, reason: '全部减掉' }).expect(200);
    await expectUntouched(
      app.database,
      () => act(staff, id, 'adjust', { minutes: -1, reason: '再减一分' }),
      'HOURS_MINUTES',
    );
    await expectUntouched(
      app.database,
      () => act(staff, id, 'adjust', { minutes: 1441, reason: '太多了' }),
      'INVALID_INPUT',
    );
    const city = await buildStaff(app.database, 'administrator', COMMUNITY.slice(0, 4));
    await act(city, id, 'adjust', { minutes: 1440, reason: '整整一天' }).expect(200);
    await expectUntouched(
      app.database,
      () => act(city, id, 'adjust', { minutes: 1, reason: '多一分钟' }),
      'HOURS_MINUTES',
    );
  });

  it.each<[object, string]>([
    [{ minutes: 10 }, 'a reason'],
    [{ minutes: 10, reason: ' ' }, 'a reason of words'],
    [{ reason: '没有分钟' }, 'minutes'],
    [{ minutes: 0, reason: '零分钟' }, 'minutes that change something'],
    [{ minutes: 1.5, reason: '一分半' }, 'whole minutes'],
    [{ minutes: '10', reason: '文字' }, 'a number'],
    [{ minutes: null, reason: '没有' }, 'a number, not null'],
    [{ minutes: 10, reason: '多了一项', by: 1 }, 'nothing else'],
  ])('are not adjusted by %j, which lacks %s', async (body, _what) => {
    const id = await credit(app, volunteer, staff);
    await expectUntouched(app.database, () => act(staff, id, 'adjust', body), 'INVALID_INPUT');
  });

  it('are nobody’s own to correct, and only of one’s division', async () => {
    const id = await credit(app, volunteer, staff);
    await grantRole(app.database, volunteer, 'volunteer_coordinator', COMMUNITY);
    const elsewhere = await buildStaff(app.database, 'volunteer_coordinator', OTHER_STREET_COMMUNITY);
    const reason = { reason: '不该能改' };
    await expectUntouched(app.database, () => act(volunteer, id, 'reverse', reason), 'CLAIM_OWN');
    await expectUntouched(
      app.database,
      () => act(volunteer, id, 'adjust', { ...reason, minutes: 60 }),
      'CLAIM_OWN',
    );
    await expectUntouched(app.database, () => act(elsewhere, id, 'reverse', reason), 'FORBIDDEN');
    await expectUntouched(app.database, () => act(staff, 9_999_999, 'reverse', reason), 'NOT_FOUND');
    expectRefusal(await app.as(staff).post('/staff/hours/x/reverse', reason), 'NOT_FOUND');
    expectRefusal(await app.as().post(`/staff/hours/${hoursId(id)}/reverse`, reason), 'UNAUTHENTICATED');
    expectRefusal(
      await app.as(volunteer).get(`/staff/divisions/${OTHER_STREET_COMMUNITY}/hours`),
      'FORBIDDEN',
    );
    const list = (await app.as(volunteer).get(`/staff/divisions/${COMMUNITY}/hours?limit=50`).expect(200))
      .body.items;
    expect(list.find((one: { id: string }) => one.id === hoursId(id)).actions).toEqual([]);
  });

  it('are decided by the level that the day’s total asks for', async () => {
    const id = await credit(app, volunteer, staff, { minutes: 480 });
    await expectUntouched(
      app.database,
      () => act(staff, id, 'adjust', { minutes: 1, reason: '八小时零一分' }),
      'HOURS_TIER',
    );
    const street = await buildStaff(app.database, 'volunteer_coordinator', STREET);
    await act(street, id, 'adjust', { minutes: 240, reason: '十二小时整' }).expect(200);
    await expectUntouched(
      app.database,
      () => act(street, id, 'adjust', { minutes: 1, reason: '多一分' }),
      'HOURS_TIER',
    );
    const district = await buildStaff(app.database, 'administrator', DISTRICT);
    await act(district, id, 'adjust', { minutes: 1, reason: '多一分' }).expect(200);
    // Below again: the total before still was the district's.
    await expectUntouched(
      app.database,
      () => act(staff, id, 'adjust', { minutes: -300, reason: '减下来' }),
      'HOURS_TIER',
    );
  });

  it('are not credited at a tier that the day has outgrown meanwhile', async () => {
    const claims = [
      await buildVerified(app.database, volunteer, staff, { minutes: 300 }),
      await buildVerified(app.database, volunteer, staff, { minutes: 300 }),
    ];
    const hours = app.app.get(Hours);
    const write = (claimId: number): Promise<number> =>
      app.database.transaction((tx) =>
        hours.credit(tx, {
          claimId,
          personId: volunteer,
          minutes: 300,
          day: '2026-11-20',
          content: '值守',
          divisionCode: COMMUNITY,
          unitId: null,
          tier: 'community',
          actorId: staff,
          at: app.clock.now(),
        }),
      );
    const results = await Promise.allSettled(claims.map(write));
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'HOURS_STATE' });
    expect(await hours.minutesOfDay(app.database, volunteer, '2026-11-20')).toBe(300);
    // The claim that found no room is as the claims' own transaction would have left it.
    await app.database.execute(
      "UPDATE claim SET status = 'submitted', verified_minutes = NULL WHERE id IN (?) AND id NOT IN (SELECT claim_id FROM hours_item WHERE claim_id IS NOT NULL)",
      [claims],
    );
  });

  it('are listed page by page, filtered by status, day and number', async () => {
    const ids: number[] = [];
    for (const day of ['2026-10-01', '2026-10-02', '2026-10-03'])
      ids.push(await credit(app, volunteer, staff, { day }));
    const [row] = await app.database.query<{ number: string }>(
      'SELECT number FROM volunteer WHERE person_id = ?',
      [volunteer],
    );
    const get = async (query: string) =>
      (await app.as(staff).get(`/staff/divisions/${COMMUNITY}/hours?q=${row?.number}&${query}`).expect(200))
        .body;
    const first = await get('limit=2');
    expect(first.items.map((one: { day: string }) => one.day)).toEqual(['2026-10-03', '2026-10-02']);
    const second = await get(`limit=2&cursor=${first.nextCursor}`);
    expect(second.items.map((one: { id: string }) => one.id)).toEqual([hoursId(ids[0] as number)]);
    expect(second.nextCursor).toBeNull();
    expect((await get('from=2026-10-02&to=2026-10-02')).items).toHaveLength(1);
    expect((await get('status=recorded')).items).toHaveLength(0);
    for (const bad of [
      'status=lost',
      'from=2026-02-30',
      'to=x',
      'limit=0',
      'limit=51',
      'cursor=x',
      'q=abc',
      'other=1',
    ]) {
      expectRefusal(await app.as(staff).get(`/staff/divisions/${COMMUNITY}/hours?${bad}`), 'INVALID_INPUT');
    }
    const mine = (await app.as(volunteer).get('/me/hours?year=2026&limit=2').expect(200)).body;
    expect(mine.items).toHaveLength(2);
    expect(
      (await app.as(volunteer).get(`/me/hours?year=2026&limit=2&cursor=${mine.nextCursor}`).expect(200)).body
        .items,
    ).toHaveLength(1);
    expect((await app.as(volunteer).get('/me/hours?year=2025').expect(200)).body.items).toEqual([]);
    for (const bad of ['year=1', 'year=x', 'cursor=W10'])
      expectRefusal(await app.as(volunteer).get(`/me/hours?${bad}`), 'INVALID_INPUT');
    const stranger = await buildVolunteer(app.database);
    expectRefusal(await app.as(stranger).get(`/me/hours/${hoursId(ids[0] as number)}`), 'NOT_FOUND');
    expectRefusal(
      await app.as(volunteer).get(`/me/hours/${encodeId('claim', ids[0] as number)}`),
      'NOT_FOUND',
    );
  });

  describe('and stars', () => {
    const path = (code: string) => `/staff/divisions/${code}/stars`;

    it('follow the table of the city, or of the district where it has one', async () => {
      const district = await buildStaff(app.database, 'administrator', DISTRICT);
      expect((await app.as(staff).get(path(COMMUNITY)).expect(200)).body).toEqual({
        hours: [100, 300, 600, 1000, 1500],
      });
      await app
        .as(district)
        .put(path(DISTRICT), { hours: [1, 2, 50] })
        .expect(200);
      expect((await app.as(staff).get(path(COMMUNITY)).expect(200)).body).toEqual({ hours: [1, 2, 50] });
      const id = await credit(app, volunteer, staff, { minutes: 121 });
      expect(id).toBeGreaterThan(0);
      app.clock.set('2026-11-24T01:00:00Z');
      await runHoursClock(app);
      app.clock.set('2026-11-28T01:00:00Z');
      await runHoursClock(app);
      expect((await app.as(volunteer).get('/me/hours').expect(200)).body.stars).toEqual({
        stars: 2,
        nextMinutes: 50 * 60 - 121,
        table: [1, 2, 50],
      });
      await app.database.execute('DELETE FROM star_rule');
    });

    it('rise, and are the city’s or district’s to decide', async () => {
      const city = await buildStaff(app.database, 'administrator', COMMUNITY.slice(0, 4));
      for (const hours of [[], [0], [1.5], ['1'], 'x', null, Array.from({ length: 11 }, (_, n) => n + 1)]) {
        await expectUntouched(
          app.database,
          () => app.as(city).put(path(DISTRICT), { hours }),
          'INVALID_INPUT',
        );
      }
      for (const hours of [
        [2, 1],
        [5, 5],
      ]) {
        await expectUntouched(
          app.database,
          () => app.as(city).put(path(DISTRICT), { hours }),
          'STARS_INVALID',
        );
      }
      await expectUntouched(
        app.database,
        () => app.as(city).put(path(COMMUNITY), { hours: [1] }),
        'FORBIDDEN',
      );
      await expectUntouched(
        app.database,
        () => app.as(staff).put(path(DISTRICT), { hours: [1] }),
        'FORBIDDEN',
      );
      expectRefusal(await app.as(city).get(path('99x')), 'NOT_FOUND');
    });
  });
});
