import { Logger } from '@nestjs/common';
import type { WeChatClient } from '@jiefang/bff/integrations/wechat/wechat-client';
import { callWeChat, clientOf, failureOf } from '../../support/wechat/clients.js';
import { MemoryTokenStore } from '../../support/wechat/memory-token-store.js';
import { openidFor } from '../../support/wechat/people.js';
import { createSimulatedWeChat, type SimulatedWeChat } from '../../support/wechat/server.js';

const TOKEN_PATH = '/cgi-bin/stable_token';
const SEND_PATH = '/cgi-bin/message/subscribe/send';
const CHECK_PATH = '/wxa/msg_sec_check';
const CODE_PATH = '/wxa/getwxacodeunlimit';

const openid = openidFor('resident');
const TEMPLATE = { id: 'booking-confirmed', type: 'once' as const, fields: ['thing1', 'time2'] };
const MESSAGE = {
  openid,
  templateId: TEMPLATE.id,
  page: 'pages/bookings/index?id=1',
  data: { thing1: '多功能厅', time2: '2026年11月28日 14:00' },
};

let wechat: SimulatedWeChat;
let client: WeChatClient;
const opened: WeChatClient[] = [];

function newClient(change: Parameters<typeof clientOf>[2] = {}): WeChatClient {
  const created = clientOf(wechat, new MemoryTokenStore(), change);
  opened.push(created);
  return created;
}

beforeAll(() => Logger.overrideLogger(false));

beforeEach(async () => {
  wechat = await createSimulatedWeChat({ templates: [TEMPLATE], pages: ['pages/bookings/index'] });
  client = newClient();
});

afterEach(async () => {
  opened.splice(0).forEach((each) => each.onModuleDestroy());
  await wechat.close();
});

describe('sendSubscribeMessage', () => {
  it('sends once a grant, keeps every digit of the id, and is refused the second time', async () => {
    await wechat.grant({ openid, templateId: TEMPLATE.id });
    expect(await client.sendSubscribeMessage(MESSAGE)).toEqual({ msgid: '1988810812324364291' });
    expect(await failureOf(client.sendSubscribeMessage(MESSAGE))).toMatchObject({
      kind: 'refused',
      errcode: 43101,
    });
  });

  it('counts grants up, honours lasting consent and the main switch', async () => {
    await wechat.grant({ openid, templateId: TEMPLATE.id, count: 2 });
    const first = await client.sendSubscribeMessage(MESSAGE);
    const second = await client.sendSubscribeMessage(MESSAGE);
    expect(BigInt(second.msgid) - BigInt(first.msgid)).toBe(1n);
    await wechat.grant({ openid, templateId: TEMPLATE.id, longTerm: true });
    for (let n = 0; n < 3; n++) await client.sendSubscribeMessage(MESSAGE);
    await wechat.grant({ openid, templateId: TEMPLATE.id, mainSwitch: false });
    expect((await failureOf(client.sendSubscribeMessage(MESSAGE))).kind).toBe('refused');
  });

  it.each([
    ['an unknown template', { templateId: 'other' }, 'invalid_template', 40037],
    ['a missing field', { data: { thing1: '多功能厅' } }, 'invalid_template', 47003],
    ['a malformed time', { data: { ...MESSAGE.data, time2: 'soon' } }, 'invalid_template', 47003],
    ['no openid', { openid: 'x' }, 'invalid_openid', 40003],
  ])('reports %s', async (_what, change, kind, errcode) => {
    await wechat.grant({ openid, templateId: TEMPLATE.id });
    expect(await failureOf(client.sendSubscribeMessage({ ...MESSAGE, ...change }))).toMatchObject({
      kind,
      errcode,
    });
    expect(await client.sendSubscribeMessage(MESSAGE)).toHaveProperty('msgid');
  });

  it('cuts a thing that is too long rather than lose the message', async () => {
    await wechat.grant({ openid, templateId: TEMPLATE.id });
    const data = { ...MESSAGE.data, thing1: '西桥街道党群服务中心三楼多功能活动大厅东侧' };
    expect(await client.sendSubscribeMessage({ ...MESSAGE, data })).toHaveProperty('msgid');
  });

  it('goes out without its page when the page is not released', async () => {
    await wechat.grant({ openid, templateId: TEMPLATE.id });
    expect(await client.sendSubscribeMessage({ ...MESSAGE, page: 'pages/new/index' })).toHaveProperty(
      'msgid',
    );
    expect(wechat.calls(SEND_PATH).map((call) => call.errcode)).toEqual([41030, 0]);
  });

  it.each([
    ['-1', { kind: 'errcode', errcode: -1 }],
    ['a lost answer', { kind: 'reset', after: true }],
  ] as const)('is not repeated after %s, for it might arrive twice', async (_what, fault) => {
    await wechat.grant({ openid, templateId: TEMPLATE.id, count: 5 });
    wechat.fault({ path: SEND_PATH, ...fault });
    expect((await failureOf(client.sendSubscribeMessage(MESSAGE))).kind).toBe('unavailable');
    expect(wechat.calls(SEND_PATH)).toHaveLength(1);
  });

  it('stays closed for the day once the daily quota is spent', async () => {
    await wechat.grant({ openid, templateId: TEMPLATE.id, count: 5 });
    wechat.setLimit(SEND_PATH, { day: 1 });
    await client.sendSubscribeMessage(MESSAGE);
    for (let n = 0; n < 3; n++) {
      expect(await failureOf(client.sendSubscribeMessage(MESSAGE))).toMatchObject({
        kind: 'quota',
        errcode: 45009,
      });
    }
    expect(wechat.calls(SEND_PATH)).toHaveLength(2);
  });
});

describe('unlimitedQrCode', () => {
  it('returns the bytes of an image', async () => {
    const image = await client.unlimitedQrCode({ scene: 'b=aZ09!~', page: 'pages/bookings/index' });
    expect(image.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect(image.subarray(-2).toString('hex')).toBe('ffd9');
    expect(image.length).toBeGreaterThan(500);
  });

  it('finds the error that comes in place of the image, with status 200', async () => {
    const failure = await failureOf(client.unlimitedQrCode({ scene: 'a', page: 'pages/new/index' }));
    expect(failure).toMatchObject({ kind: 'invalid_page', errcode: 41030 });
    const unchecked = { scene: 'a', page: 'pages/new/index', checkPath: false };
    expect(await client.unlimitedQrCode(unchecked)).toBeInstanceOf(Buffer);
  });

  it.each(['', 'x'.repeat(33), '100%', '西桥', 'a b'])(
    'refuses the scene %j without asking',
    async (scene) => {
      expect(await failureOf(client.unlimitedQrCode({ scene }))).toMatchObject({ kind: 'bad_request' });
      expect(wechat.calls(CODE_PATH)).toHaveLength(0);
    },
  );

  it('rides out a storm of -1 and broken answers', async () => {
    wechat.fault({ path: CODE_PATH, kind: 'errcode', errcode: -1 });
    wechat.fault({ path: CODE_PATH, kind: 'truncate' });
    expect(await client.unlimitedQrCode({ scene: 'a' })).toBeInstanceOf(Buffer);
    wechat.clearCalls();
    wechat.fault({ path: CODE_PATH, kind: 'errcode', errcode: -1, times: 10 });
    expect((await failureOf(client.unlimitedQrCode({ scene: 'a' }))).kind).toBe('unavailable');
    expect(wechat.calls(CODE_PATH)).toHaveLength(3);
  });
});

describe('checkText', () => {
  beforeEach(() => wechat.setPerson({ openid, lastVisitSecondsAgo: 60 }));

  it.each([
    ['楼道里的灯坏了，请修一修。', 'pass'],
    ['TEST_REVIEW 楼道', 'review'],
    ['楼道 TEST_RISKY', 'risky'],
    ['', 'pass'],
    ['   ', 'pass'],
  ] as const)('judges %j as %s', async (content, verdict) => {
    expect(await client.checkText(openid, 2, content)).toBe(verdict);
  });

  it('judges a long text in parts; the worst part counts, also at a border', async () => {
    const filler = '街'.repeat(2_495);
    expect(await client.checkText(openid, 3, `${filler}TEST_REVIEW${filler}${filler}`)).toBe('review');
    expect(await client.checkText(openid, 3, `${filler}TEST_REVIEW${filler}TEST_RISKY`)).toBe('risky');
    expect(await client.checkText(openid, 3, filler.repeat(4))).toBe('pass');
  });

  it.each([
    ['the person has not been here for two hours', { errcode: 61010 }],
    ['WeChat is beside itself', { errcode: -1 }],
    ['the daily quota is spent', { errcode: 45009 }],
    ['the old version answers', { errcode: 87014 }],
  ])('has no verdict when %s', async (_what, { errcode }) => {
    wechat.fault({ path: CHECK_PATH, kind: 'errcode', errcode, times: 5 });
    expect(await client.checkText(openid, 2, '你好')).toBe('unknown');
  });

  it('has no verdict for somebody who has not been here for two hours', async () => {
    wechat.setPerson({ openid, lastVisitSecondsAgo: 7_201 });
    expect(await client.checkText(openid, 2, '你好')).toBe('unknown');
  });

  it('has no verdict when part of a long text got none', async () => {
    wechat.fault({ path: CHECK_PATH, kind: 'errcode', errcode: 61010 });
    expect(await client.checkText(openid, 3, '街'.repeat(6_000))).toBe('unknown');
  });

  it('does not keep the person waiting when WeChat is slow', async () => {
    const hasty = newClient({ timeouts: { connectMs: 100, totalMs: 5_000, contentCheckMs: 200 } });
    wechat.fault({ path: CHECK_PATH, kind: 'delay', delayMs: 2_000, times: 3 });
    const started = performance.now();
    expect(await hasty.checkText(openid, 2, 'TEST_RISKY')).toBe('unknown');
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  it('has no verdict when nobody is there at all', async () => {
    const lost = newClient({ baseUrl: 'http://127.0.0.1:9' });
    expect(await lost.checkText(openid, 2, '你好')).toBe('unknown');
  });
});

describe('the access token', () => {
  const use = (from: WeChatClient): Promise<unknown> => from.unlimitedQrCode({ scene: 'a' });

  it('is fetched once for many calls and kept', async () => {
    await Promise.all(Array.from({ length: 20 }, () => use(client)));
    expect(wechat.calls(TOKEN_PATH)).toHaveLength(1);
  });

  it('is never forced', async () => {
    await use(client);
    wechat.revokeToken();
    await use(client);
    const asked = wechat.calls(TOKEN_PATH).map((call) => call.body);
    expect(asked).toHaveLength(2);
    for (const body of asked) expect(body).toMatchObject({ force_refresh: false });
  });

  it('is fetched again when its own life ends, before any call fails', async () => {
    await wechat.close();
    wechat = await createSimulatedWeChat({ tokenRules: { lifeSeconds: 2, overlapSeconds: 1 } });
    client = newClient();
    await use(client);
    await new Promise((done) => setTimeout(done, 1_100));
    await wechat.advance(1);
    await use(client);
    expect(wechat.calls(CODE_PATH).map((call) => call.errcode)).toEqual([0, 0]);
    expect(wechat.calls(TOKEN_PATH)).toHaveLength(2);
  });

  it('may be 512 characters long', async () => {
    await wechat.close();
    wechat = await createSimulatedWeChat({ tokenRules: { length: 512 } });
    await use(newClient());
  });

  it('gives up after one fresh token', async () => {
    wechat.fault({ path: CODE_PATH, kind: 'errcode', errcode: 40001, times: 5 });
    expect(await failureOf(use(client))).toMatchObject({ kind: 'unavailable', errcode: 40001 });
    expect(wechat.calls(CODE_PATH)).toHaveLength(2);
    expect(wechat.calls(TOKEN_PATH)).toHaveLength(2);
  });

  it('is asked for again when WeChat stumbles, and not when the secret is wrong', async () => {
    wechat.fault({ path: TOKEN_PATH, kind: 'errcode', errcode: -1, times: 2 });
    await use(client);
    expect(wechat.calls(TOKEN_PATH)).toHaveLength(3);
    wechat.clearCalls();
    const misled = newClient({ appSecret: 'not the secret' });
    expect(await failureOf(use(misled))).toMatchObject({ kind: 'config', errcode: 40125 });
    expect(await failureOf(use(misled))).toMatchObject({ kind: 'config' });
    expect(wechat.calls(TOKEN_PATH)).toHaveLength(1);
  });
});

describe('secrets', () => {
  it('appear in no error, no log line and no result', async () => {
    const lines: string[] = [];
    const keep = (...parts: unknown[]): number => lines.push(parts.map(String).join(' '));
    Logger.overrideLogger({ log: keep, error: keep, warn: keep, debug: keep, verbose: keep, fatal: keep });
    const seen: string[] = [];
    const collect = async (call: Promise<unknown>): Promise<void> => {
      const result = await call.catch((error: unknown) => error);
      const error = result instanceof Error ? `${result.message} ${String(result.stack)}` : '';
      seen.push(error, JSON.stringify(result, Object.getOwnPropertyNames(Object(result))));
    };

    const codes = Array.from({ length: 12 }, () => wechat.issueCode({ openid }));
    await collect(client.codeToSession(codes[0] ?? ''));
    await collect(client.unlimitedQrCode({ scene: 'a' }).then(() => 'drawn'));
    const faults = [
      { kind: 'errcode', errcode: 40001, times: 9 },
      { kind: 'errcode', errcode: 48001 },
      { kind: 'errcode', errcode: -1, times: 3 },
      { kind: 'reset' },
      { kind: 'html' },
      { kind: 'truncate' },
      { kind: 'http500' },
    ] as const;
    for (const [n, fault] of faults.entries()) {
      wechat.clearFaults();
      wechat.fault({ path: '*', ...fault });
      await collect(client.codeToSession(codes[n + 1] ?? ''));
      wechat.clearFaults();
      wechat.fault({ path: SEND_PATH, ...fault });
      await collect(client.sendSubscribeMessage(MESSAGE));
    }
    Logger.overrideLogger(false);

    const { access_token: token } = wechat.world.tokens.stableToken(false);
    const sessionKey = wechat.world.people.get(openid).sessionKey;
    const text = [...lines, ...seen].join('\n');
    expect(lines.join()).toContain('48001');
    for (const secret of [wechat.appSecret, token, sessionKey, ...codes]) {
      expect(typeof secret).toBe('string');
      expect(text).not.toContain(secret);
      expect(text).not.toContain(encodeURIComponent(String(secret)));
    }
  });

  it('are masked in what the simulated WeChat remembers', async () => {
    const code = wechat.issueCode({ openid });
    await client.codeToSession(code);
    await client.unlimitedQrCode({ scene: 'a' });
    const log = JSON.stringify(await callWeChat(wechat, '/__fake/log'));
    const { access_token: token } = wechat.world.tokens.stableToken(false);
    for (const secret of [wechat.appSecret, token, code]) expect(log).not.toContain(secret);
  });
});
