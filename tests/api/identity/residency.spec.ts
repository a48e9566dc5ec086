import { buildRoster, countRows, messagesTo, nextPhone } from '../../builders/identity.js';
import { buildDivision, buildPerson } from '../../builders/people.js';
import { COMMUNITY } from '../../builders/venues.js';
import { createApp, type TestApp } from '../../support/app.js';
import { expectRefusal } from './support.js';

let app: TestApp;
const claim = { communityCode: COMMUNITY, building: '3栋', room: '502', name: '陈国强' };

beforeAll(async () => {
  app = await createApp();
  await buildDivision(app.database, COMMUNITY, '延安社区');
});
afterAll(() => app.close());

describe('claiming a household', () => {
  it('is approved at once when the roster has the name with the bound phone', async () => {
    const phone = nextPhone();
    const householdId = await buildRoster(app.database, claim, [
      { name: '陈国强', phone },
      { name: '林秀英' },
    ]);
    const id = await buildPerson(app.database, { phone });
    const answer = await app
      .as(id)
      .post('/me/residencies', { ...claim, building: ' ３ 栋', name: ' 陈国强 ' });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.any(String) as string,
      status: 'approved',
      community: { code: COMMUNITY, name: '延安社区' },
      building: '3栋',
      room: '502',
      claimedName: '陈国强',
      method: 'roster',
      reason: null,
      createdAt: app.clock.now().toISOString(),
      decidedAt: app.clock.now().toISOString(),
      actions: ['end'],
    });
    expect(
      await countRows(app.database, 'residency WHERE person_id = ? AND household_id = ?', [id, householdId]),
    ).toBe(1);
    expect((await app.as(id).get('/me')).body).toMatchObject({
      residency: answer.body as object,
      homeCommunity: { code: COMMUNITY },
    });
    expect(await messagesTo(app.database, id)).toMatchObject([{ kind: 'residency_approved' }]);
    const [row] = await app.database.query<{ name: Buffer }>(
      'SELECT name_cipher AS name FROM residency WHERE person_id = ?',
      [id],
    );
    expect(row?.name.includes(Buffer.from('陈国强'))).toBe(false);
  });

  it.each([
    ['the phone is another member’s', '林秀英', true],
    ['the name is unknown', '王大明', true],
    ['no phone is bound', '陈国强', false],
  ])('waits for staff when %s', async (_, name, bound) => {
    const phone = nextPhone();
    const place = { ...claim, room: `7${phone.slice(-3)}` };
    await buildRoster(app.database, place, [
      { name: '陈国强', phone },
      { name: '林秀英', phone: nextPhone() },
    ]);
    const id = await buildPerson(app.database, { phone: bound ? phone : null });
    const answer = await app.as(id).post('/me/residencies', { ...place, name });
    expect(answer.body).toMatchObject({
      status: 'pending',
      method: null,
      decidedAt: null,
      actions: ['withdraw'],
    });
    expect(await messagesTo(app.database, id)).toEqual([]);
  });

  it('is one at a time, also when ten requests arrive together', async () => {
    const id = await buildPerson(app.database);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        app.as(id).post('/me/residencies', { ...claim, room: String(100 + n) }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
    for (const answer of answers.filter((each) => each.status === 409))
      expectRefusal(answer, 409, 'RESIDENCY_EXISTS');
    expect(await countRows(app.database, 'residency WHERE person_id = ?', [id])).toBe(1);
  });

  it('answers a repeat like the first', async () => {
    const id = await buildPerson(app.database);
    const answers = await Promise.all(
      [1, 2].map(() => app.as(id).post('/me/residencies', claim, 'claim-00001')),
    );
    expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expectRefusal(
      await app.as(id).post('/me/residencies', { ...claim, room: '1' }, 'claim-00001'),
      409,
      'IDEMPOTENCY_KEY_REUSED',
    );
  });

  it.each([
    ['communityCode', { communityCode: '350602002999' }],
    ['communityCode', { communityCode: '350602002' }],
    ['communityCode', { communityCode: "' OR '1'='1" }],
    ['communityCode', { communityCode: 350602002002 }],
    ['building', { building: '' }],
    ['building', { building: '  ' }],
    ['building', { building: '字'.repeat(31) }],
    ['building', { building: '🙂' }],
    ['room', { room: "1'; DROP TABLE household; --" }],
    ['room', { room: 502 }],
    ['room', { room: '5\u00000' }],
    ['name', { name: '<script>' }],
    ['name', { name: '陈👍' }],
    ['name', { name: '字'.repeat(21) }],
    ['name', { name: '' }],
    ['name', { name: '\u200b' }],
    ['status', { status: 'approved' }],
  ])('names the field %s of %j', async (field, change) => {
    const id = await buildPerson(app.database);
    const answer = await app.as(id).post('/me/residencies', { ...claim, ...change });
    expectRefusal(answer, 400, 'INVALID_INPUT');
    expect((answer.body as { details: { field: string }[] }).details.map((detail) => detail.field)).toEqual([
      field,
    ]);
    expect(await countRows(app.database, 'residency WHERE person_id = ?', [id])).toBe(0);
  });

  it('takes names with rare characters of four bytes', async () => {
    const id = await buildPerson(app.database);
    const answer = await app.as(id).post('/me/residencies', { ...claim, name: '𠮷田𠀋' });
    expect(answer.body).toMatchObject({ claimedName: '𠮷田𠀋', status: 'pending' });
  });

  it('needs a login and a key', async () => {
    expectRefusal(await app.as().post('/me/residencies', claim), 401, 'UNAUTHENTICATED');
    const id = await buildPerson(app.database);
    expectRefusal(
      await app.as(id).post('/me/residencies', claim, 'bad key!'),
      400,
      'IDEMPOTENCY_KEY_MISSING',
    );
  });
});

describe('ending', () => {
  const made = async (personId: number): Promise<string> => {
    const answer = await app.as(personId).post('/me/residencies', claim);
    return (answer.body as { id: string }).id;
  };

  it('withdraws a claim, once, and leaves room for another', async () => {
    const id = await buildPerson(app.database);
    const residency = await made(id);
    const ended = await app.as(id).post(`/me/residencies/${residency}/end`);
    expect(ended.body).toMatchObject({ id: residency, status: 'ended', actions: [] });
    expectRefusal(await app.as(id).post(`/me/residencies/${residency}/end`), 409, 'RESIDENCY_DECIDED');
    const next = await made(id);
    const list = await app.as(id).get('/me/residencies');
    expect((list.body as { items: { id: string; status: string }[] }).items).toMatchObject([
      { id: next, status: 'pending' },
      { id: residency, status: 'ended' },
    ]);
  });

  it("is closed to others and to ids that are no residency's", async () => {
    const [id, other] = [await buildPerson(app.database), await buildPerson(app.database)];
    const residency = await made(id);
    expectRefusal(await app.as(other).post(`/me/residencies/${residency}/end`), 404, 'NOT_FOUND');
    for (const wrong of ['1', 'xxxxxxxx', encodeURIComponent("' OR 1=1"), '%00']) {
      expectRefusal(await app.as(id).post(`/me/residencies/${wrong}/end`), 404, 'NOT_FOUND');
    }
    expect((await app.as(id).get('/me')).body).toMatchObject({ residency: { status: 'pending' } });
  });
});

describe('choosing a place', () => {
  it('offers what the roster knows, in natural order', async () => {
    await buildDivision(app.database, '350602002003', '华南社区');
    for (const [building, room] of [
      ['10栋', '101'],
      ['2栋', '1001'],
      ['2栋', '202'],
      ['2栋', '201'],
    ] as const) {
      await buildRoster(app.database, { communityCode: '350602002003', building, room }, []);
    }
    const id = await buildPerson(app.database);
    const get = (path: string): ReturnType<ReturnType<TestApp['as']>['get']> => app.as(id).get(path);
    await get('/residency/buildings?community=350602002003').expect(200, { items: ['2栋', '10栋'] });
    await get(`/residency/rooms?community=350602002003&building=${encodeURIComponent('２栋')}`).expect(200, {
      items: ['201', '202', '1001'],
    });
    await get('/residency/buildings?community=350602002999').expect(200, { items: [] });
    expectRefusal(await get('/residency/buildings?community=x'), 400, 'INVALID_INPUT');
    expectRefusal(await get('/residency/rooms?community=350602002003'), 400, 'INVALID_INPUT');
    expectRefusal(await app.as().get('/residency/buildings?community=350602002003'), 401, 'UNAUTHENTICATED');
  });
});
