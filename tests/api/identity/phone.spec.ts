import { countRows, messagesTo, nextOpenid, nextPhone, buildRoster } from '../../builders/identity.js';
import { buildDivision } from '../../builders/people.js';
import { COMMUNITY } from '../../builders/venues.js';
import { createApp, type TestApp } from '../../support/app.js';
import { expectRefusal, login, personIdOf } from './support.js';

let app: TestApp;
beforeAll(async () => {
  app = await createApp();
  await buildDivision(app.database, COMMUNITY, '延安社区');
});
afterAll(() => app.close());

async function newPerson(): Promise<{ openid: string; id: number }> {
  const openid = nextOpenid();
  await login(app, openid);
  return { openid, id: await personIdOf(app, openid) };
}

const phoneCode = (openid: string, phone: string): string =>
  app.wechat.issueCode({ openid, kind: 'phone', phone });
const hasPhone = (id: number): Promise<number> =>
  countRows(app.database, 'person WHERE id = ? AND phone_hash IS NOT NULL', [id]);

describe('binding a phone', () => {
  it('shows it masked and stores it encrypted', async () => {
    const { openid, id } = await newPerson();
    const phone = nextPhone();
    const answer = await app.as(id).post('/me/phone', { code: phoneCode(openid, phone) });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ phone: { masked: `${phone.slice(0, 3)}****${phone.slice(-4)}` } });
    const [row] = await app.database.query<Record<string, unknown>>('SELECT * FROM person WHERE id = ?', [
      id,
    ]);
    const stored = Object.values(row ?? {}).map((value) =>
      Buffer.isBuffer(value) ? value.toString('latin1') : String(value),
    );
    expect(stored.some((value) => value.includes(phone))).toBe(false);
  });

  it('binds a foreign number with its country code and a changed number in place of the old', async () => {
    const { openid, id } = await newPerson();
    const code = app.wechat.issueCode({ openid, kind: 'phone', phone: '91234567', countryCode: '852' });
    expect((await app.as(id).post('/me/phone', { code })).body).toMatchObject({
      phone: { masked: '+85****4567' },
    });
    const next = nextPhone();
    const answer = await app.as(id).post('/me/phone', { code: phoneCode(openid, next) });
    expect(answer.body).toMatchObject({ phone: { masked: `${next.slice(0, 3)}****${next.slice(-4)}` } });
  });

  it.each([
    ['expired', { ageSeconds: 301 }],
    ["another app's", { appId: 'wx0000000000000000' }],
    ['a login code', { kind: 'login' }],
  ] as const)('refuses a code that is %s', async (_, how) => {
    const { openid, id } = await newPerson();
    const code = app.wechat.issueCode({ openid, kind: 'phone', phone: nextPhone(), ...how });
    expectRefusal(await app.as(id).post('/me/phone', { code }), 422, 'PHONE_CODE_INVALID');
    expect(await hasPhone(id)).toBe(0);
  });

  it("refuses a used code and another person's code", async () => {
    const [mine, theirs] = [await newPerson(), await newPerson()];
    const code = phoneCode(mine.openid, nextPhone());
    await app.as(mine.id).post('/me/phone', { code }).expect(200);
    expectRefusal(await app.as(mine.id).post('/me/phone', { code }), 422, 'PHONE_CODE_INVALID');
    const stolen = phoneCode(mine.openid, nextPhone());
    expectRefusal(await app.as(theirs.id).post('/me/phone', { code: stolen }), 422, 'PHONE_CODE_INVALID');
    expect(await hasPhone(theirs.id)).toBe(0);
  });

  it('answers a repeat like the first, and refuses the key for another code', async () => {
    const { openid, id } = await newPerson();
    const code = phoneCode(openid, nextPhone());
    const first = await app.as(id).post('/me/phone', { code }, 'repeat-0001');
    const again = await app.as(id).post('/me/phone', { code }, 'repeat-0001');
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    const other = phoneCode(openid, nextPhone());
    expectRefusal(
      await app.as(id).post('/me/phone', { code: other }, 'repeat-0001'),
      409,
      'IDEMPOTENCY_KEY_REUSED',
    );
    expectRefusal(
      await app.as(id).post('/me/phone', { code: other }, 'short'),
      400,
      'IDEMPOTENCY_KEY_MISSING',
    );
  });

  it('answers two requests of one tap alike, though WeChat takes the code once', async () => {
    const { openid, id } = await newPerson();
    const body = { code: phoneCode(openid, nextPhone()) };
    const answers = await Promise.all(
      [1, 2, 3].map(() => app.as(id).post('/me/phone', body, 'one-tap-0001')),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
  });

  it('lets one phone belong to one person, whoever is first', async () => {
    const phone = nextPhone();
    const people = await Promise.all(Array.from({ length: 6 }, newPerson));
    const answers = await Promise.all(
      people.map(({ openid, id }) => app.as(id).post('/me/phone', { code: phoneCode(openid, phone) })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    for (const answer of answers.filter((each) => each.status === 409))
      expectRefusal(answer, 409, 'PHONE_TAKEN');
    const bound = await Promise.all(people.map(({ id }) => hasPhone(id)));
    expect(bound.filter((n) => n === 1)).toHaveLength(1);
  });

  it('keeps the code question open when WeChat does not answer', async () => {
    const { openid, id } = await newPerson();
    const body = { code: phoneCode(openid, nextPhone()) };
    app.wechat.fault({ path: '/wxa/business/getuserphonenumber', kind: 'http500' });
    expectRefusal(await app.as(id).post('/me/phone', body, 'try-again-01'), 503, 'WECHAT_UNAVAILABLE');
    await app.as(id).post('/me/phone', body, 'try-again-01').expect(200);
  });

  it.each([
    [{}],
    [{ code: 1 }],
    [{ code: '' }],
    [{ code: 'x'.repeat(257) }],
    [{ code: 'a b' }],
    [{ code: 'a', phone: '1' }],
  ])('refuses the body %j', async (body) => {
    const { id } = await newPerson();
    expectRefusal(await app.as(id).post('/me/phone', body), 400, 'INVALID_INPUT');
  });

  it('needs a login', async () => {
    expectRefusal(await app.as().post('/me/phone', { code: 'x' }), 401, 'UNAUTHENTICATED');
  });
});

describe('a phone that the roster knows', () => {
  const place = { communityCode: COMMUNITY, building: '8栋', room: '301' };
  const claim = { communityCode: COMMUNITY, building: '8栋', room: '301', name: '林秀英' };

  it('approves the pending claim, whichever of the two comes first', async () => {
    const phone = nextPhone();
    await buildRoster(app.database, place, [{ name: '林秀英', phone }]);
    const { openid, id } = await newPerson();
    const claimed = await app.as(id).post('/me/residencies', claim);
    expect(claimed.body).toMatchObject({ status: 'pending', method: null });
    const answer = await app.as(id).post('/me/phone', { code: phoneCode(openid, phone) });
    expect(answer.body).toMatchObject({
      residency: { status: 'approved', method: 'roster', claimedName: '林秀英' },
    });
    expect(await messagesTo(app.database, id)).toMatchObject([
      { kind: 'residency_approved', payload: { communityName: '延安社区', place: '8栋 301' } },
    ]);
  });

  it('approves also when claim and phone arrive together', async () => {
    for (let round = 0; round < 5; round += 1) {
      const phone = nextPhone();
      const own = { ...place, room: `40${round}` };
      await buildRoster(app.database, own, [{ name: '林秀英', phone }]);
      const { openid, id } = await newPerson();
      const [claimed, bound] = await Promise.all([
        app.as(id).post('/me/residencies', { ...claim, room: own.room }),
        app.as(id).post('/me/phone', { code: phoneCode(openid, phone) }),
      ]);
      expect([claimed.status, bound.status]).toEqual([201, 200]);
      expect((await app.as(id).get('/me')).body).toMatchObject({ residency: { status: 'approved' } });
      expect(await messagesTo(app.database, id)).toHaveLength(1);
    }
  });

  it('leaves a claim under another name to staff', async () => {
    const phone = nextPhone();
    await buildRoster(app.database, { ...place, room: '601' }, [
      { name: '林秀英', phone },
      { name: '陈国强' },
    ]);
    const { openid, id } = await newPerson();
    await app
      .as(id)
      .post('/me/residencies', { ...claim, room: '601', name: '陈国强' })
      .expect(201);
    const answer = await app.as(id).post('/me/phone', { code: phoneCode(openid, phone) });
    expect(answer.body).toMatchObject({ residency: { status: 'pending' } });
  });
});
