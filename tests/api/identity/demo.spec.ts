import { loadConfig } from '@jiefang/bff/config/app-config';
import { DEMO_PEOPLE } from '@jiefang/bff/demo/people';
import { createApp, type TestApp } from '../../support/app.js';
import { expectRefusal, login, meWith, personIdOf, visitor, type Login } from './support.js';

const ROUTES = ['/auth/demo/people', '/auth/demo/people/resident/code', '/auth/demo/phone-code'] as const;

describe('in a demo', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createApp({ config: { demoMode: true } });
  });
  afterAll(() => app.close());

  it('lists the people one may be, without openid or phone', async () => {
    const answer = await app.as().get('/auth/demo/people');
    expect(answer.status).toBe(200);
    const { items } = answer.body as { items: Record<string, string>[] };
    expect(items.map((item) => item.key)).toEqual(DEMO_PEOPLE.map((person) => person.key));
    for (const item of items) {
      expect(Object.keys(item).sort()).toEqual(['description', 'key', 'name', 'role', 'title']);
    }
    expect(new Set(items.map((item) => item.role))).toEqual(
      new Set(['visitor', 'resident', 'verified', 'staff']),
    );
  });

  it('gives everyone but the visitor a code, and the same login path takes it', async () => {
    for (const { key, role, openid } of DEMO_PEOPLE) {
      const answer = await app.as().post(`/auth/demo/people/${key}/code`);
      if (role === 'visitor') {
        expectRefusal(answer, 404, 'NOT_FOUND');
        continue;
      }
      expect(answer.status).toBe(200);
      const { code } = answer.body as { code: string };
      const loggedIn = await visitor(app).post('/auth/login', { code });
      expect(loggedIn.body).toMatchObject({ person: { isDemo: true } });
      expect(await personIdOf(app, openid)).toBeGreaterThan(0);
      expectRefusal(await visitor(app).post('/auth/login', { code }), 401, 'LOGIN_CODE_INVALID');
    }
    expectRefusal(await app.as().post('/auth/demo/people/nobody/code'), 404, 'NOT_FOUND');
    expectRefusal(await app.as().post('/auth/demo/people/%27%20OR%201=1/code'), 404, 'NOT_FOUND');
  });

  it('gives a phone code to a demo person, with their own number or a made-up one, and to nobody else', async () => {
    for (const { openid, phone } of DEMO_PEOPLE.filter((person) => person.role !== 'visitor')) {
      await login(app, openid);
      const id = await personIdOf(app, openid);
      const { code } = (await app.as(id).post('/auth/demo/phone-code')).body as { code: string };
      const bound = await app.as(id).post('/me/phone', { code });
      expect(bound.status).toBe(200);
      const masked = (bound.body as { phone: { masked: string } }).phone.masked;
      expect(masked).toMatch(/^199\*{4}\d{4}$/);
      if (phone !== '') expect(masked.slice(-4)).toBe(phone.slice(-4));
    }
    await login(app, 'oRealPerson1');
    const real = await personIdOf(app, 'oRealPerson1');
    expectRefusal(await app.as(real).post('/auth/demo/phone-code'), 404, 'NOT_FOUND');
    expectRefusal(await app.as().post('/auth/demo/phone-code'), 401, 'UNAUTHENTICATED');
  });

  it('says so when the simulated WeChat is gone', async () => {
    const alone = await createApp({ config: { demoMode: true } });
    await alone.wechat.close();
    expectRefusal(await alone.as().post('/auth/demo/people/resident/code'), 503, 'WECHAT_UNAVAILABLE');
    await alone.close();
  });
});

describe('anywhere else', () => {
  const impossible = [
    ['no demo runs', {}],
    ['NODE_ENV is production, whatever else is set', { demoMode: true, production: true }],
    [
      'the real WeChat is configured, whatever else is set',
      {
        demoMode: true,
        wechat: { baseUrl: 'https://api.weixin.qq.com', appId: 'wx1', appSecret: 's', templates: {} },
      },
    ],
  ] as const;

  it.each(impossible)('finds nothing where %s', async (_, config) => {
    const app = await createApp({ config });
    const asked = app.wechat.calls().length;
    const [row] = await Promise.all([
      app.database.execute(
        "INSERT INTO person (openid, nickname, created_at) VALUES ('demo-resident', '小陈', ?)",
        [app.clock.now()],
      ),
    ]);
    expectRefusal(await app.as().get(ROUTES[0]), 404, 'NOT_FOUND');
    expectRefusal(await app.as().post(ROUTES[1]), 404, 'NOT_FOUND');
    expectRefusal(await app.as(row.insertId).post(ROUTES[2]), 404, 'NOT_FOUND');
    expect(app.wechat.calls()).toHaveLength(asked);
    await app.close();
  });

  it("lets no demo person in, neither by a code nor by a demo's session on the same database", async () => {
    const demo = await createApp({ config: { demoMode: true } });
    const { accessToken, refreshToken }: Login = await login(demo, 'demo-resident');
    const rows = await demo.database.query<Record<string, unknown>>('SELECT * FROM person');
    const families = await demo.database.query<{ id: number; person_id: number }>(
      'SELECT id, person_id FROM session_family',
    );
    const tokens = await demo.database.query<{ family_id: number; token_hash: Buffer; expires_at: Date }>(
      'SELECT family_id, token_hash, expires_at FROM refresh_token',
    );
    await demo.close();

    // A new application starts on an emptied database: the demo's rows are put back before it is asked.
    const app = await createApp({ clock: demo.clock });
    const now = app.clock.now();
    for (const row of rows) {
      await app.database.execute(
        'INSERT INTO person (id, openid, nickname, created_at) VALUES (?, ?, ?, ?)',
        [row.id, row.openid, row.nickname, now],
      );
    }
    await app.database.execute('INSERT INTO session_family (id, person_id, created_at) VALUES ?', [
      families.map((family) => [family.id, family.person_id, now]),
    ]);
    await app.database.execute(
      'INSERT INTO refresh_token (family_id, token_hash, issued_at, expires_at) VALUES ?',
      [tokens.map((token) => [token.family_id, token.token_hash, now, token.expires_at])],
    );
    expectRefusal(await visitor(app).post('/auth/refresh', { refreshToken }), 401, 'SESSION_EXPIRED');
    const code = app.wechat.issueCode({ openid: 'demo-resident' });
    expectRefusal(await visitor(app).post('/auth/login', { code }), 401, 'LOGIN_CODE_INVALID');
    // At a start that is no demo, what a demo left behind is ended before the first request.
    const { SessionsService } = await import('@jiefang/bff/identity/sessions/sessions.service');
    const { RevokedSessions } = await import('@jiefang/bff/common/auth/revoked-sessions');
    await app.app.get(SessionsService, { strict: false }).onModuleInit();
    await app.app.get(RevokedSessions, { strict: false }).onModuleInit();
    expectRefusal(await meWith(app, accessToken), 401, 'SESSION_EXPIRED');
    await app.close();
  });

  it('does not even start as a demo in production or beside the real WeChat', () => {
    const env = {
      DATABASE_URL: 'mysql://u:p@127.0.0.1/d',
      APP_SECRET: 'x'.repeat(43),
      WECHAT_APP_ID: 'wx1',
      WECHAT_APP_SECRET: 's',
      WECHAT_BASE_URL: 'http://127.0.0.1:1',
      DEMO_MODE: '1',
    };
    expect(loadConfig(env).demoMode).toBe(true);
    expect(loadConfig({ ...env, DEMO_MODE: undefined }).demoMode).toBe(false);
    expect(() => loadConfig({ ...env, NODE_ENV: 'production' })).toThrow('DEMO_MODE');
    expect(() => loadConfig({ ...env, DEMO_MODE: '0', NODE_ENV: 'production' })).toThrow('real WeChat');
    for (const address of [
      undefined,
      'https://api.weixin.qq.com',
      'http://10.0.0.5',
      'http://127.0.0.1.example.com',
    ]) {
      expect(() => loadConfig({ ...env, WECHAT_BASE_URL: address })).toThrow('DEMO_MODE');
    }
  });
});
