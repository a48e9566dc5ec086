import request from 'supertest';
import { countRows, nextOpenid } from '../../builders/identity.js';
import { createApp, type TestApp } from '../../support/app.js';
import { expectRefusal, login, meWith, personIdOf, visitor } from './support.js';

let app: TestApp;
beforeAll(async () => {
  app = await createApp();
});
afterAll(() => app.close());

const attempt = (code: unknown): request.Test => visitor(app).post('/auth/login', { code });

describe('login', () => {
  it('makes the person at the first login and finds them at the second', async () => {
    const openid = nextOpenid();
    const first = await login(app, openid);
    expect(first.person).toMatchObject({
      nickname: expect.stringMatching(/^街坊\d{4}$/) as string,
      phone: null,
      residency: null,
      homeCommunity: null,
      roles: [],
      permissions: [],
      pauses: [],
      unreadNotices: 0,
      isDemo: false,
    });
    expect(new Date(first.accessExpiresAt).getTime() - app.clock.now().getTime()).toBe(15 * 60 * 1000);

    const second = await login(app, openid);
    expect(second.person).toEqual(first.person);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    await meWith(app, first.accessToken).expect(200, first.person);
    expect(await countRows(app.database, 'person WHERE openid = ?', [openid])).toBe(1);
  });

  it('keeps tokens only as hashes', async () => {
    const { refreshToken } = await login(app, nextOpenid());
    const rows = await app.database.query<Record<string, unknown>>('SELECT * FROM refresh_token');
    expect(JSON.stringify(rows)).not.toContain(refreshToken);
    for (const row of rows) {
      const texts = Object.values(row).filter((value): value is Buffer => Buffer.isBuffer(value));
      expect(texts.some((value) => value.toString('base64url') === refreshToken)).toBe(false);
    }
  });

  it('makes one person of twenty simultaneous first logins', async () => {
    const openid = nextOpenid();
    const codes = Array.from({ length: 20 }, () => app.wechat.issueCode({ openid }));
    const answers = await Promise.all(codes.map((code) => attempt(code)));
    expect(answers.map((answer) => answer.status)).toEqual(Array<number>(20).fill(200));
    expect(new Set(answers.map((answer) => (answer.body as { person: { id: string } }).person.id)).size).toBe(
      1,
    );
    expect(await countRows(app.database, 'person WHERE openid = ?', [openid])).toBe(1);
  });

  it('takes a code once, also when two requests bring it at the same time', async () => {
    const code = app.wechat.issueCode({ openid: nextOpenid() });
    const answers = await Promise.all([attempt(code), attempt(code)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401]);
    expectRefusal(await attempt(code), 401, 'LOGIN_CODE_INVALID');
  });

  it.each([
    ['expired', { ageSeconds: 301 }],
    ["another app's", { appId: 'wx0000000000000000' }],
    ['phone', { kind: 'phone' }],
  ] as const)('refuses a code that is %s, and makes nobody', async (_, how) => {
    const openid = nextOpenid();
    expectRefusal(await attempt(app.wechat.issueCode({ openid, ...how })), 401, 'LOGIN_CODE_INVALID');
    expect(await countRows(app.database, 'person WHERE openid = ?', [openid])).toBe(0);
  });

  it.each(['nonsense', "'; DROP TABLE person; --".replaceAll(' ', '_'), '<script>', '../../x?y=z&openid=o1'])(
    'refuses %j as a code',
    async (code) => expectRefusal(await attempt(code), 401, 'LOGIN_CODE_INVALID'),
  );

  it.each([
    [{}],
    [{ code: '' }],
    [{ code: 5 }],
    [{ code: null }],
    [{ code: ['a'] }],
    [{ code: { $gt: '' } }],
    [{ code: 'x'.repeat(129) }],
    [{ code: '登录' }],
    [{ code: 'a\u0000b' }],
    [{ code: '😀' }],
    [{ code: 'abc', openid: 'oSomebodyElse' }],
  ])('refuses the body %j', async (body) => {
    const answer = await visitor(app).post('/auth/login', body);
    expectRefusal(answer, 400, 'INVALID_INPUT');
    expect((answer.body as { details: object[] }).details).not.toHaveLength(0);
  });

  it('refuses broken JSON and bodies of ten megabytes', async () => {
    const raw = (body: string): request.Test =>
      request(app.url).post('/api/v1/auth/login').set('content-type', 'application/json').send(body);
    expectRefusal(await raw('{"code":'), 400, 'INVALID_INPUT');
    expectRefusal(await raw(JSON.stringify({ code: 'x'.repeat(10 * 1024 * 1024) })), 413, 'BODY_TOO_LARGE');
  });

  it('turns a person away whom WeChat blocks', async () => {
    const openid = nextOpenid();
    app.wechat.setPerson({ openid, blocked: true });
    expectRefusal(await attempt(app.wechat.issueCode({ openid })), 403, 'LOGIN_BLOCKED');
  });

  it.each([
    [45011, 429, 'TOO_MANY_REQUESTS'],
    [-1, 503, 'WECHAT_UNAVAILABLE'],
    [40164, 503, 'WECHAT_UNAVAILABLE'],
  ])('says what to do when WeChat answers %d', async (errcode, status, code) => {
    const own = await createApp();
    own.wechat.fault({ path: '/sns/jscode2session', times: 1, kind: 'errcode', errcode });
    const answer = await visitor(own).post('/auth/login', {
      code: own.wechat.issueCode({ openid: nextOpenid() }),
    });
    await own.close();
    expectRefusal(answer, status, code);
    expect((answer.body as { retryAfterSeconds?: number }).retryAfterSeconds ?? 0).toBeGreaterThanOrEqual(0);
  });

  it('does not let a closed account in', async () => {
    const openid = nextOpenid();
    const { refreshToken, accessToken } = await login(app, openid);
    await app.database.execute("UPDATE person SET status = 'closed' WHERE openid = ?", [openid]);
    expectRefusal(await attempt(app.wechat.issueCode({ openid })), 403, 'LOGIN_BLOCKED');
    expectRefusal(await visitor(app).post('/auth/refresh', { refreshToken }), 401, 'SESSION_EXPIRED');
    expectRefusal(await meWith(app, accessToken), 401, 'SESSION_EXPIRED');
  });

  it('refuses forged and foreign access tokens', async () => {
    const { accessToken } = await login(app, nextOpenid());
    const [head, body, signature = ''] = accessToken.split('.');
    const forged = Buffer.from(JSON.stringify({ sub: '1', fam: 1, exp: 4_000_000_000 })).toString(
      'base64url',
    );
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
    for (const token of [
      `${head}.${forged}.${signature}`,
      `${none}.${forged}.`,
      `${none}.${body}.`,
      'x',
      '',
    ]) {
      expectRefusal(await meWith(app, token), 401, 'SESSION_EXPIRED');
    }
    expectRefusal(await request(app.url).get('/api/v1/me'), 401, 'UNAUTHENTICATED');
  });
});

/** Takes what is logged to the terminal, until `end` gives it. */
function captureLog(): { end: () => string[] } {
  const lines: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((data) => {
    lines.push(String(data));
    return true;
  });
  return {
    end: () => {
      write.mockRestore();
      return lines;
    },
  };
}

describe('secrets', () => {
  it('shows neither session key, app secret, access token of WeChat nor codes, in answers or in the log', async () => {
    const log = captureLog();
    const loud = await createApp({ config: { logLevel: 'trace' } });
    const openid = nextOpenid();
    const code = loud.wechat.issueCode({ openid });
    const answers = [
      await visitor(loud).post('/auth/login', { code }),
      await visitor(loud).post('/auth/login', { code }),
      await visitor(loud).post('/auth/login', { code: loud.wechat.issueCode({ openid, kind: 'phone' }) }),
    ];
    const phoneCode = loud.wechat.issueCode({ openid, kind: 'phone', phone: '19912345678' });
    const personId = await personIdOf(loud, openid);
    answers.push(await loud.as(personId).post('/me/phone', { code: phoneCode }));
    answers.push(await loud.as(personId).post('/me/phone', { code: phoneCode }));
    loud.wechat.fault({ path: '/sns/jscode2session', times: 1, kind: 'html' });
    answers.push(await visitor(loud).post('/auth/login', { code: loud.wechat.issueCode({ openid }) }));
    await loud.close();
    const lines = log.end();

    expect(answers.map((answer) => answer.status)).toEqual([200, 401, 401, 200, 422, 503]);
    const { sessionKey } = loud.wechat.world.people.get(openid);
    expect(sessionKey).toHaveLength(24);
    expect(lines.length).toBeGreaterThan(answers.length);
    const said = `${lines.join('\n')}\n${answers.map((answer) => JSON.stringify([answer.headers, answer.body])).join('\n')}`;
    for (const secret of [
      sessionKey ?? '',
      'session_key',
      loud.wechat.appSecret,
      code,
      phoneCode,
      openid,
      '19912345678',
    ]) {
      expect(said).not.toContain(secret);
    }
  });
});

describe('limits', () => {
  it('lets an address try so many times a minute, and another address go on', async () => {
    const tight = await createApp({ config: { loginsPerMinute: 3 } });
    const from = (address: string): request.Test =>
      visitor(tight).post('/auth/login', { code: 'nonsense' }).set('x-forwarded-for', address);
    for (let tries = 0; tries < 3; tries += 1)
      expectRefusal(await from('203.0.113.1'), 401, 'LOGIN_CODE_INVALID');
    const refused = await from('203.0.113.1');
    expectRefusal(refused, 429, 'TOO_MANY_REQUESTS');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expectRefusal(await from('203.0.113.2'), 401, 'LOGIN_CODE_INVALID');
    await tight.close();
  });
});
