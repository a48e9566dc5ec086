import { buildRoster, countRows, messagesTo, nextPhone } from '../../builders/identity.js';
import { buildDivision, buildPerson, buildResidency, grantRole } from '../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../builders/venues.js';
import { createApp, type TestApp } from '../../support/app.js';
import { expectRefusal } from './support.js';

const STREET = '350602002';

let app: TestApp;
let dispatcher: number;
let neighbour: number;

beforeAll(async () => {
  app = await createApp();
  await buildDivision(app.database, STREET, '西桥街道');
  await buildDivision(app.database, COMMUNITY, '延安社区');
  await buildDivision(app.database, OTHER_STREET_COMMUNITY, '别处社区');
  dispatcher = await buildPerson(app.database, { nickname: '网格员小林' });
  neighbour = await buildPerson(app.database, { nickname: '隔壁街道的小王' });
  await grantRole(app.database, dispatcher, 'dispatcher', STREET);
  await grantRole(app.database, neighbour, 'administrator', '350602003');
});
afterAll(() => app.close());

interface Row {
  id: string;
  claimedName: string;
  phoneMasked: string | null;
  rosterHint: string;
  actions: string[];
}

let room = 1000;
/** A pending claim of a new person; returns both ids. */
async function pending(
  options: { personId?: number; community?: string; name?: string; room?: string } = {},
): Promise<{ personId: number; id: string }> {
  room += 1;
  const personId = options.personId ?? (await buildPerson(app.database));
  const body = {
    communityCode: options.community ?? COMMUNITY,
    building: '5栋',
    room: options.room ?? String(room),
    name: options.name ?? '陈国强',
  };
  const answer = await app.as(personId).post('/me/residencies', body);
  expect(answer.status).toBe(201);
  return { personId, id: (answer.body as { id: string }).id };
}

const queue = async (
  staff: number,
  path = `/staff/divisions/${STREET}/residencies?limit=50`,
): Promise<Row[]> => {
  const answer = await app.as(staff).get(path);
  expect(answer.status).toBe(200);
  return (answer.body as { items: Row[] }).items;
};

describe('the queue', () => {
  it('masks name and phone and says what the roster knows', async () => {
    const phone = nextPhone();
    const place = { communityCode: COMMUNITY, building: '5栋' };
    await buildRoster(app.database, { ...place, room: '11' }, [{ name: '陈国强', phone: nextPhone() }]);
    await buildRoster(app.database, { ...place, room: '12' }, [{ name: '林秀英', phone }]);
    await buildRoster(app.database, { ...place, room: '13' }, [{ name: '林秀英' }]);
    const claims = [
      await pending({ room: '11' }),
      await pending({ room: '12', personId: await buildPerson(app.database, { phone }) }),
      await pending({ room: '13', personId: await buildPerson(app.database, { phone: null }) }),
      await pending({ room: '14' }),
    ];
    const rows = await queue(dispatcher);
    const hints = claims.map(({ id }) => rows.find((row) => row.id === id));
    expect(hints.map((row) => row?.rosterHint)).toEqual([
      'match_name',
      'match_phone',
      'none',
      'no_household',
    ]);
    expect(hints.map((row) => row?.claimedName)).toEqual(Array(4).fill('陈**'));
    expect(hints[1]?.phoneMasked).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`);
    expect(hints[2]?.phoneMasked).toBeNull();
    expect(JSON.stringify(rows)).not.toContain('陈国强');
  });

  it('holds the subtree of the division and nothing of the next street', async () => {
    const [mine, theirs] = [await pending(), await pending({ community: OTHER_STREET_COMMUNITY })];
    const ids = (await queue(dispatcher)).map((row) => row.id);
    expect(ids).toContain(mine.id);
    expect(ids).not.toContain(theirs.id);
    const community = (await queue(dispatcher, `/staff/divisions/${COMMUNITY}/residencies?limit=50`)).map(
      (row) => row.id,
    );
    expect(community).toContain(mine.id);
    for (const code of [OTHER_STREET_COMMUNITY, '350602003', '350602', '35']) {
      expectRefusal(await app.as(dispatcher).get(`/staff/divisions/${code}/residencies`), 403, 'FORBIDDEN');
    }
    const unknown = ['350602002999', '3506020', '%', '350602002%', '350602002中', '350602002_'];
    for (const code of unknown.map(encodeURIComponent)) {
      expectRefusal(await app.as(dispatcher).get(`/staff/divisions/${code}/residencies`), 404, 'NOT_FOUND');
    }
  });

  it('pages without losing or repeating a claim', async () => {
    const made = [await pending(), await pending(), await pending(), await pending(), await pending()];
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const after: string = cursor === null ? '' : `&cursor=${cursor}`;
      const answer = await app.as(dispatcher).get(`/staff/divisions/${STREET}/residencies?limit=2${after}`);
      const page = answer.body as { items: Row[]; nextCursor: string | null };
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map((row) => row.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(made.map(({ id }) => id)));
    for (const query of [
      'cursor=x',
      'cursor=WyJhIl0',
      'limit=0',
      'limit=51',
      'limit=x',
      'status=done',
      'more=1',
    ]) {
      expectRefusal(
        await app.as(dispatcher).get(`/staff/divisions/${STREET}/residencies?${query}`),
        400,
        'INVALID_INPUT',
      );
    }
  });

  it('is closed to residents and visitors', async () => {
    const resident = await buildPerson(app.database);
    expectRefusal(await app.as(resident).get(`/staff/divisions/${STREET}/residencies`), 403, 'FORBIDDEN');
    expectRefusal(await app.as().get(`/staff/divisions/${STREET}/residencies`), 401, 'UNAUTHENTICATED');
  });
});

describe('deciding', () => {
  it('approves with a reason: household, notice, audit', async () => {
    const { personId, id } = await pending();
    const answer = await app
      .as(dispatcher)
      .post(`/staff/residencies/${id}/approve`, { reason: '看过房产证' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ id, status: 'approved', method: 'staff', reason: '看过房产证' });
    expect((await app.as(personId).get('/me')).body).toMatchObject({ residency: { id, status: 'approved' } });
    expect(
      await countRows(app.database, 'residency WHERE person_id = ? AND household_id IS NOT NULL', [personId]),
    ).toBe(1);
    expect(await messagesTo(app.database, personId)).toMatchObject([
      { kind: 'residency_approved', payload: { communityName: '延安社区' } },
    ]);
    expect(
      await countRows(
        app.database,
        "audit_entry WHERE action = 'residency.approve' AND actor_id = ? AND division_code = ?",
        [dispatcher, COMMUNITY],
      ),
    ).toBeGreaterThan(0);
  });

  it('rejects with a reason that the resident reads, who may then claim again', async () => {
    const { personId, id } = await pending();
    const reason = '门牌和登记的不一样';
    await app.as(dispatcher).post(`/staff/residencies/${id}/reject`, { reason }).expect(200);
    const list = await app.as(personId).get('/me/residencies');
    expect((list.body as { items: object[] }).items).toMatchObject([
      { status: 'rejected', reason, claimedName: '陈国强' },
    ]);
    expect(await messagesTo(app.database, personId)).toMatchObject([
      { kind: 'residency_rejected', payload: { reason } },
    ]);
    expect((await app.as(personId).get('/me')).body).toMatchObject({ residency: null });
    await pending({ personId });
  });

  it('puts two residents of one door into one household', async () => {
    const claims = [await pending({ room: '77' }), await pending({ room: '77', name: '林秀英' })];
    await Promise.all(
      claims.map(({ id }) =>
        app.as(dispatcher).post(`/staff/residencies/${id}/approve`, { reason: '一家人' }).expect(200),
      ),
    );
    const households = await app.database.query<{ id: number }>(
      'SELECT DISTINCT household_id AS id FROM residency WHERE person_id IN (?)',
      [claims.map(({ personId }) => personId)],
    );
    expect(households).toHaveLength(1);
  });

  it('is done once, whoever is first', async () => {
    const { personId, id } = await pending();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        app
          .as(dispatcher)
          .post(`/staff/residencies/${id}/${n % 2 === 0 ? 'approve' : 'reject'}`, { reason: '同时办' }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
    for (const answer of answers.filter((each) => each.status === 409))
      expectRefusal(answer, 409, 'RESIDENCY_DECIDED');
    expect(await messagesTo(app.database, personId)).toHaveLength(1);
    const number = await countRows(app.database, "audit_entry WHERE detail LIKE '%同时办%'");
    expect(number).toBe(1);
  });

  it('never waits for a second connection inside a transaction, however many decide at once', async () => {
    const claims = await Promise.all(Array.from({ length: 40 }, () => pending()));
    const answers = await Promise.all(
      claims.map(({ id }, n) =>
        app
          .as(dispatcher)
          .post(`/staff/residencies/${id}/${n % 2 === 0 ? 'approve' : 'reject'}`, { reason: '核对过' }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
  });

  it('does not decide what the resident has withdrawn', async () => {
    const { personId, id } = await pending();
    await app.as(personId).post(`/me/residencies/${id}/end`).expect(200);
    expectRefusal(
      await app.as(dispatcher).post(`/staff/residencies/${id}/approve`, { reason: '迟了' }),
      409,
      'RESIDENCY_DECIDED',
    );
  });

  it('repeats its answer for the same key', async () => {
    const { id } = await pending();
    const approve = (): ReturnType<ReturnType<TestApp['as']>['post']> =>
      app.as(dispatcher).post(`/staff/residencies/${id}/approve`, { reason: '核对过' }, `approve-${id}`);
    const first = await approve();
    const second = await approve();
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
  });

  it('is closed to staff of the next street, to other roles and to the person', async () => {
    const { personId, id } = await pending();
    const manager = await buildPerson(app.database);
    await grantRole(app.database, manager, 'venue_manager', STREET);
    for (const caller of [neighbour, manager, personId]) {
      for (const act of ['approve', 'reject']) {
        expectRefusal(
          await app.as(caller).post(`/staff/residencies/${id}/${act}`, { reason: '试试' }),
          403,
          'FORBIDDEN',
        );
      }
      expectRefusal(
        await app.as(caller).post(`/staff/residencies/${id}/unmask`, { purpose: '看看' }),
        403,
        'FORBIDDEN',
      );
    }
    expect((await app.as(personId).get('/me')).body).toMatchObject({ residency: { status: 'pending' } });
    expect(await messagesTo(app.database, personId)).toEqual([]);
  });

  it('is closed to a role that was revoked', async () => {
    const { id } = await pending();
    const former = await buildPerson(app.database);
    await grantRole(app.database, former, 'dispatcher', STREET);
    await app.database.execute('UPDATE role_grant SET revoked_at = ? WHERE person_id = ?', [
      app.clock.now(),
      former,
    ]);
    expectRefusal(
      await app.as(former).post(`/staff/residencies/${id}/approve`, { reason: '还能吗' }),
      403,
      'FORBIDDEN',
    );
  });

  it('lets nobody decide their own, and says so', async () => {
    const { id } = await pending({ personId: dispatcher });
    const others = await pending();
    const offered = new Map((await queue(dispatcher)).map((row) => [row.id, row.actions]));
    expect(offered.get(id)).toEqual([]);
    expect(offered.get(others.id)).toEqual(['approve', 'reject']);
    for (const act of ['approve', 'reject']) {
      const answer = await app.as(dispatcher).post(`/staff/residencies/${id}/${act}`, { reason: '我自己' });
      expectRefusal(answer, 403, 'FORBIDDEN');
      expect(answer.body).toMatchObject({
        message: '不能办理自己的居住登记。',
        next: '请由另一位同事办理。',
      });
    }
    expect((await app.as(dispatcher).get('/me')).body).toMatchObject({ residency: { status: 'pending' } });
    await app.as(dispatcher).post(`/me/residencies/${id}/end`).expect(200);
  });

  it.each([
    [{}],
    [{ reason: '' }],
    [{ reason: '   ' }],
    [{ reason: 5 }],
    [{ reason: '字'.repeat(201) }],
    [{ reason: '好', method: 'roster' }],
  ])('wants a reason: %j', async (body) => {
    const { personId, id } = await pending();
    expectRefusal(
      await app.as(dispatcher).post(`/staff/residencies/${id}/approve`, body),
      400,
      'INVALID_INPUT',
    );
    expect((await app.as(personId).get('/me')).body).toMatchObject({ residency: { status: 'pending' } });
  });

  it("does not find ids that are no residency's", async () => {
    for (const id of ['1', 'zzzzzzzz', '%2e%2e']) {
      expectRefusal(
        await app.as(dispatcher).post(`/staff/residencies/${id}/approve`, { reason: '找' }),
        404,
        'NOT_FOUND',
      );
    }
  });
});

describe('unmasking', () => {
  it('shows name and phone for a purpose that stays in the audit', async () => {
    const phone = nextPhone();
    const { id } = await pending({ personId: await buildPerson(app.database, { phone }) });
    const answer = await app
      .as(dispatcher)
      .post(`/staff/residencies/${id}/unmask`, { purpose: '打电话核对门牌' });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ phone, name: '陈国强' });
    expect(
      await countRows(
        app.database,
        "audit_entry WHERE action = 'residency.unmask' AND detail LIKE '%打电话核对门牌%'",
      ),
    ).toBe(1);
    expectRefusal(await app.as(dispatcher).post(`/staff/residencies/${id}/unmask`, {}), 400, 'INVALID_INPUT');
  });

  it('works for an approved resident without a phone', async () => {
    const personId = await buildPerson(app.database, { phone: null });
    await buildResidency(app.database, personId, COMMUNITY);
    const [item] = ((await app.as(personId).get('/me/residencies')).body as { items: Row[] }).items;
    const answer = await app
      .as(dispatcher)
      .post(`/staff/residencies/${item?.id}/unmask`, { purpose: '补登手机号' });
    expect(answer.body).toEqual({ phone: null, name: '王小明' });
  });
});
