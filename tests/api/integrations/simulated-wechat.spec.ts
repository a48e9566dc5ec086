import { createHmac } from 'node:crypto';
import { callWeChat } from '../../support/wechat/clients.js';
import { openidFor } from '../../support/wechat/people.js';
import {
  createSimulatedWeChat,
  type SimulatedWeChat,
  type SimulatedWeChatOptions,
} from '../../support/wechat/server.js';

/** The simulated WeChat must be as WeChat is documented, or tests against it prove nothing. */

const openid = openidFor('resident');
let wechat: SimulatedWeChat;

async function restart(options: SimulatedWeChatOptions): Promise<void> {
  await wechat.close();
  wechat = await createSimulatedWeChat(options);
}

beforeEach(async () => {
  wechat = await createSimulatedWeChat();
});
afterEach(() => wechat.close());

const post = (
  path: string,
  body: unknown,
  query: Record<string, string> = {},
): Promise<Record<string, unknown>> =>
  callWeChat(wechat, path, query, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const askToken = (force = false): Promise<Record<string, unknown>> =>
  post('/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: wechat.appId,
    secret: wechat.appSecret,
    force_refresh: force,
  });

const tokenQuery = async (more: Record<string, string> = {}): Promise<Record<string, string>> => ({
  access_token: String((await askToken()).access_token),
  ...more,
});

const login = (code: string): Promise<Record<string, unknown>> =>
  callWeChat(wechat, '/sns/jscode2session', {
    appid: wechat.appId,
    secret: wechat.appSecret,
    js_code: code,
    grant_type: 'authorization_code',
  });

const worksWith = async (token: unknown): Promise<unknown> => {
  const body = { cgi_path: '/cgi-bin/stable_token' };
  return (await post('/cgi-bin/openapi/quota/get', body, { access_token: String(token) })).errcode;
};

describe('stable_token', () => {
  it('is the same until its last five minutes, when both are good', async () => {
    const first = await askToken();
    expect(first).toMatchObject({ expires_in: 7200 });
    await wechat.advance(6_899);
    expect((await askToken()).access_token).toBe(first.access_token);
    await wechat.advance(1);
    const second = await askToken();
    expect(second.access_token).not.toBe(first.access_token);
    expect(await worksWith(first.access_token)).toBe(0);
    expect(await worksWith(second.access_token)).toBe(0);
    await wechat.advance(300);
    expect(await worksWith(first.access_token)).toBe(42001);
    expect(await worksWith(second.access_token)).toBe(0);
  });

  it('when forced is new at once and the old one void, 20 times a day and 30 seconds apart', async () => {
    const first = (await askToken()).access_token;
    const forced = (await askToken(true)).access_token;
    expect(forced).not.toBe(first);
    expect(await worksWith(first)).toBe(40001);
    expect((await askToken(true)).access_token).toBe(forced);

    let last = forced;
    for (let n = 2; n <= 20; n++) {
      await wechat.advance(30);
      const next = (await askToken(true)).access_token;
      expect(next).not.toBe(last);
      last = next;
    }
    await wechat.advance(30);
    expect((await askToken(true)).access_token).toBe(last);
    await wechat.advance(24 * 3600);
    expect((await askToken(true)).access_token).not.toBe(last);
  });

  it.each([
    [{ grant_type: 'x' }, 40002],
    [{ appid: 'wx1' }, 40013],
    [{ appid: undefined }, 41002],
    [{ secret: 'x' }, 40125],
    [{ secret: undefined }, 41004],
  ])('refuses %j with %i', async (change, errcode) => {
    const good = { grant_type: 'client_credential', appid: wechat.appId, secret: wechat.appSecret };
    expect(await post('/cgi-bin/stable_token', { ...good, ...change })).toMatchObject({ errcode });
  });

  it('knows nothing of the old kind, of which each call makes a new one', async () => {
    const ask = (): Promise<Record<string, unknown>> =>
      callWeChat(wechat, '/cgi-bin/token', {
        grant_type: 'client_credential',
        appid: wechat.appId,
        secret: wechat.appSecret,
      });
    const stable = (await askToken()).access_token;
    const [first, second] = [(await ask()).access_token, (await ask()).access_token];
    expect(second).not.toBe(first);
    expect(await worksWith(first)).toBe(0);
    await wechat.advance(300);
    expect([await worksWith(first), await worksWith(second), await worksWith(stable)]).toEqual([42001, 0, 0]);
  });
});

describe('the order of checks', () => {
  const path = '/wxa/msg_sec_check';

  it('is method, token, quota, JSON, fields, state', async () => {
    const good = { version: 2, openid, scene: 2, content: '你好' };
    const query = await tokenQuery();
    expect(await callWeChat(wechat, path)).toMatchObject({ errcode: 43302 });
    expect(await post(path, 'not json')).toMatchObject({ errcode: 41001 });
    expect(await post(path, { access_token: query.access_token })).toMatchObject({ errcode: 47001 });
    expect(await post(path, 'not json', { access_token: 'x' })).toMatchObject({ errcode: 40014 });
    expect(await post(path, 'not json', { access_token: 'x'.repeat(136) })).toMatchObject({ errcode: 40001 });
    expect(await post(path, 'not json', query)).toMatchObject({ errcode: 47001 });
    expect(await post(path, '', query)).toMatchObject({ errcode: 44002 });
    expect(await post(path, { ...good, openid: 'x' }, query)).toMatchObject({ errcode: 40003 });
    expect(await post(path, { ...good, scene: 9 }, query)).toMatchObject({ errcode: 40129 });
    expect(await post(path, good, query)).toMatchObject({ errcode: 61010 });
    wechat.setLimit(path, { minute: 1 });
    await wechat.advance(60);
    await post(path, good, query);
    expect(await post(path, 'not json', query)).toMatchObject({ errcode: 45011 });
    await wechat.advance(60);
    expect(await post(path, 'not json', query)).toMatchObject({ errcode: 47001 });
  });

  it('answers a login by POST as one without an app id', async () => {
    expect(await post('/sns/jscode2session', { appid: wechat.appId })).toMatchObject({ errcode: 41002 });
  });
});

describe('quotas', () => {
  it('are counted by day, shown, and cleared ten times a month', async () => {
    const query = await tokenQuery();
    const body = { cgi_path: '/cgi-bin/stable_token' };
    const usage = (): Promise<Record<string, unknown>> => post('/cgi-bin/openapi/quota/get', body, query);
    expect(await usage()).toMatchObject({ quota: { daily_limit: 500_000, used: 1, remain: 499_999 } });
    const owner = { appid: wechat.appId, appsecret: wechat.appSecret };
    expect(await post('/cgi-bin/clear_quota/v2', owner)).toMatchObject({ errcode: 0 });
    expect(await usage()).toMatchObject({ quota: { used: 0 } });
    for (let n = 2; n <= 10; n++) {
      expect(await post('/cgi-bin/clear_quota', owner, query)).toMatchObject({ errcode: 0 });
    }
    expect(await post('/cgi-bin/clear_quota', owner, query)).toMatchObject({ errcode: 48006 });
  });
});

describe('the session key', () => {
  const signed = (key: string): Record<string, string> => ({
    openid,
    signature: createHmac('sha256', key).update('').digest('hex'),
    sig_method: 'hmac_sha256',
  });

  it('signs an empty text as the published example does', () => {
    const { signature } = signed('o0q0otL8aEzpcZL/FT9WsQ==');
    expect(signature).toBe('46e043c5525c2d817c44be603d30837a808a1d930d038f6fdc3e62a201fed128');
  });

  it('is one for each person: a new login or a reset voids it', async () => {
    const first = await login(wechat.issueCode({ openid }));
    expect(first).not.toHaveProperty('errcode');
    expect(Buffer.from(String(first.session_key), 'base64')).toHaveLength(16);
    const query = await tokenQuery(signed(String(first.session_key)));
    expect(await callWeChat(wechat, '/wxa/checksession', query)).toMatchObject({ errcode: 0 });
    expect(await callWeChat(wechat, '/wxa/checksession', { ...query, sig_method: 'md5' })).toMatchObject({
      errcode: 87008,
    });
    const reset = await callWeChat(wechat, '/wxa/resetusersessionkey', query);
    expect(reset).toMatchObject({ errcode: 0, openid });
    expect(await callWeChat(wechat, '/wxa/checksession', query)).toMatchObject({ errcode: 87009 });
    const renewed = await tokenQuery(signed(String(reset.session_key)));
    expect(await callWeChat(wechat, '/wxa/checksession', renewed)).toMatchObject({ errcode: 0 });
  });

  it('opens the encryption keys, the last three, with all parameters in the query', async () => {
    const { session_key: key } = await login(wechat.issueCode({ openid }));
    const path = '/wxa/business/getuserencryptkey';
    for (let hour = 1; hour <= 4; hour++) {
      const reply = await post(path, '', await tokenQuery(signed(String(key))));
      const keys = reply.key_info_list as { version: number; expire_in: number }[];
      expect(keys).toHaveLength(Math.min(hour, 3));
      expect(keys[0]).toMatchObject({ version: hour, expire_in: 3600 });
      await wechat.advance(3600);
    }
    const query = await tokenQuery(signed(String(key)));
    expect(await post(path, '{}', query)).toMatchObject({ errcode: 87009 });
    expect(await post(path, signed(String(key)), await tokenQuery())).toMatchObject({ errcode: 40003 });
  });
});

describe('risk rank', () => {
  it('speaks of people who were here within half an hour', async () => {
    const body = { appid: wechat.appId, openid, scene: 0, client_ip: '127.0.0.1' };
    const ask = async (): Promise<unknown> => post('/wxa/getuserriskrank', body, await tokenQuery());
    expect(await ask()).toMatchObject({ errcode: 61010 });
    wechat.setPerson({ openid, riskRank: 3, lastVisitSecondsAgo: 1_700 });
    expect(await ask()).toMatchObject({ errcode: 0, errmsg: 'getuserriskrank succ', risk_rank: 3 });
    await wechat.advance(200);
    expect(await ask()).toMatchObject({ errcode: 61010 });
  });
});

describe('codes and links', () => {
  it('draws a JPEG, and a PNG on a transparent ground', async () => {
    const url = new URL('/wxa/getwxacodeunlimit', wechat.url);
    url.search = new URLSearchParams(await tokenQuery()).toString();
    const draw = async (body: object): Promise<{ type: string | null; start: string }> => {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
      const start = Buffer.from(await response.arrayBuffer())
        .subarray(0, 4)
        .toString('hex');
      return { type: response.headers.get('content-type'), start };
    };
    expect(await draw({ scene: 'a' })).toEqual({ type: 'image/jpeg', start: 'ffd8ffe0' });
    expect(await draw({ scene: 'a', is_hyaline: true })).toEqual({ type: 'image/png', start: '89504e47' });
    expect((await draw({ scene: 'x'.repeat(33) })).type).toMatch(/json/);
  });

  it('makes links of at most thirty days and tells where they lead', async () => {
    await restart({ pages: ['pages/home/index'] });
    const query = await tokenQuery();
    const target = { path: 'pages/home/index', query: 'a=1' };
    const scheme = await post(
      '/wxa/generatescheme',
      { jump_wxa: target, expire_type: 1, expire_interval: 30 },
      query,
    );
    expect(scheme.openlink).toMatch(/^weixin:\/\/dl\/business\/\?t=/);
    expect(await post('/wxa/queryscheme', { scheme: scheme.openlink }, query)).toMatchObject({
      errcode: 0,
      scheme_info: { appid: wechat.appId, path: 'pages/home/index', query: 'a=1' },
    });
    const link = await post('/wxa/generate_urllink', target, query);
    expect(link.url_link).toMatch(/^https:\/\/wxaurl\.cn\//);
    expect(await post('/wxa/query_urllink', { url_link: link.url_link }, query)).toMatchObject({
      errcode: 0,
    });
    expect(await post('/wxa/generate_urllink', { path: 'pages/new/index' }, query)).toMatchObject({
      errcode: 40165,
    });
    const late = { ...target, expire_type: 1, expire_interval: 31 };
    expect(await post('/wxa/generate_urllink', late, query)).toMatchObject({ errcode: 85401 });
  });
});

describe('the knobs over HTTP', () => {
  it('issue codes, grant, let time pass and set faults', async () => {
    const { code } = await post('/__fake/code', { openid, kind: 'login' });
    expect(await login(String(code))).toMatchObject({ openid });
    const demo = await post('/__fake/code', { openid: 'demo-wang' });
    expect(await login(String(demo.code))).toMatchObject({ openid: 'demo-wang' });
    expect(await post('/__fake/clock', { advanceSeconds: 3600 })).toHaveProperty('now');
    expect(await post('/__fake/grant', { openid, templateId: 't' })).toEqual({ ok: true });
    expect(wechat.world.people.get(openid).grants.get('t')).toBe(1);
    await post('/__fake/fault', { path: '/sns/jscode2session', kind: 'errcode', errcode: 40226 });
    expect(await login('any')).toMatchObject({ errcode: 40226 });
    expect(await login('any')).toMatchObject({ errcode: 40029 });
    expect(await post('/__fake/code', { openid: 'x' })).toHaveProperty('error');
  });

  it('hear only who calls them by a loopback name', async () => {
    const { hostname, port } = new URL(wechat.url);
    expect(hostname).toBe('127.0.0.1');
    const http = await import('node:http');
    const status = await new Promise((done, fail) => {
      http
        .get({ hostname, port, path: '/__fake/log', headers: { host: 'evil.example' } }, (response) => {
          response.resume();
          done(response.statusCode);
        })
        .on('error', fail);
    });
    expect(status).toBe(403);
  });
});
