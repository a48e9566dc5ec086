import { Logger } from '@nestjs/common';
import type { WeChatClient } from '@jiefang/bff/integrations/wechat/wechat-client';
import { clientOf, failureOf } from '../../support/wechat/clients.js';
import { MemoryTokenStore } from '../../support/wechat/memory-token-store.js';
import { openidFor } from '../../support/wechat/people.js';
import { createSimulatedWeChat, type SimulatedWeChat } from '../../support/wechat/server.js';

const LOGIN_PATH = '/sns/jscode2session';
const PHONE_PATH = '/wxa/business/getuserphonenumber';

const openid = openidFor('resident');

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
  wechat = await createSimulatedWeChat();
  client = newClient();
});

afterEach(async () => {
  opened.splice(0).forEach((each) => each.onModuleDestroy());
  await wechat.close();
});

describe('codeToSession', () => {
  it('gives openid and unionid, and never the session key', async () => {
    const code = wechat.issueCode({ openid, unionid: 'u1' });
    expect(await client.codeToSession(code)).toEqual({ openid, unionid: 'u1' });
    expect(await client.codeToSession(wechat.issueCode({ openid: openidFor('other') }))).toEqual({
      openid: openidFor('other'),
    });
  });

  it('refuses a code that was used', async () => {
    const code = wechat.issueCode({ openid });
    await client.codeToSession(code);
    expect(await failureOf(client.codeToSession(code))).toMatchObject({
      kind: 'code_invalid',
      errcode: 40163,
    });
  });

  it('accepts a code of five minutes and refuses one a second older', async () => {
    expect(await client.codeToSession(wechat.issueCode({ openid, ageSeconds: 299 }))).toEqual({ openid });
    const late = wechat.issueCode({ openid });
    await wechat.advance(301);
    expect(await failureOf(client.codeToSession(late))).toMatchObject({
      kind: 'code_invalid',
      errcode: 40029,
    });
  });

  it.each([
    ['a phone code', { openid, kind: 'phone' as const }],
    ["another app's code", { openid, appId: 'wx0000000000000000' }],
  ])('refuses %s and leaves it unused', async (_what, request) => {
    const code = wechat.issueCode(request);
    const failure = await failureOf(client.codeToSession(code));
    expect(failure).toMatchObject({ kind: 'code_invalid', errcode: 40029 });
    expect(failure.rid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
  });

  it.each(['', 'made up', '😀&secret=x#', 'x'.repeat(500)])('refuses the invented code %j', async (code) => {
    const failure = await failureOf(client.codeToSession(code));
    expect(['code_invalid', 'bad_request']).toContain(failure.kind);
  });

  it('tells a blocked person from an invalid code', async () => {
    wechat.setPerson({ openid, blocked: true });
    const failure = await failureOf(client.codeToSession(wechat.issueCode({ openid })));
    expect(failure).toMatchObject({ kind: 'blocked', errcode: 40226 });
  });

  it('reports the limit of 100 logins a minute as busy', async () => {
    for (let n = 0; n < 100; n++) await client.codeToSession(wechat.issueCode({ openid }));
    const failure = await failureOf(client.codeToSession(wechat.issueCode({ openid })));
    expect(failure).toMatchObject({ kind: 'busy', errcode: 45011 });
    await wechat.advance(60);
    expect(await client.codeToSession(wechat.issueCode({ openid }))).toEqual({ openid });
  });

  it.each([
    ['-1', { kind: 'errcode', errcode: -1 }],
    ['a dropped connection', { kind: 'reset' }],
    ['a lost answer', { kind: 'reset', after: true }],
    ['an HTTP error', { kind: 'http500' }],
    ['HTML with status 200', { kind: 'html' }],
    ['half an answer', { kind: 'truncate' }],
  ] as const)('is not repeated after %s', async (_what, fault) => {
    wechat.fault({ path: LOGIN_PATH, ...fault });
    const failure = await failureOf(client.codeToSession(wechat.issueCode({ openid })));
    expect(failure.kind).toBe('unavailable');
    expect(wechat.calls(LOGIN_PATH)).toHaveLength(1);
  });

  it('reads JSON that calls itself text/plain', async () => {
    const response = await fetch(new URL(LOGIN_PATH, wechat.url));
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await client.codeToSession(wechat.issueCode({ openid }))).toEqual({ openid });
  });

  it('gives up in its time when WeChat is slow', async () => {
    const hasty = newClient({ timeouts: { connectMs: 100, totalMs: 200, contentCheckMs: 200 } });
    wechat.fault({ path: LOGIN_PATH, kind: 'delay', delayMs: 1_000 });
    const started = performance.now();
    const failure = await failureOf(hasty.codeToSession(wechat.issueCode({ openid })));
    expect(failure).toMatchObject({ kind: 'unavailable', reason: 'timeout' });
    expect(performance.now() - started).toBeLessThan(900);
  });

  it('stops asking for half a minute when the secret is refused', async () => {
    const misled = newClient({ appSecret: 'not the secret' });
    const code = wechat.issueCode({ openid });
    expect(await failureOf(misled.codeToSession(code))).toMatchObject({ kind: 'config', errcode: 40125 });
    expect(await failureOf(misled.codeToSession(code))).toMatchObject({ kind: 'config' });
    expect(wechat.calls(LOGIN_PATH)).toHaveLength(1);
  });
});

describe('phoneNumber', () => {
  it('gives number and country, whichever type WeChat gives the country', async () => {
    const code = wechat.issueCode({ openid, kind: 'phone', phone: '13812345678' });
    expect(await client.phoneNumber(code, openid)).toEqual({
      purePhoneNumber: '13812345678',
      countryCode: '86',
    });
    const abroad = wechat.issueCode({ openid, kind: 'phone', phone: '91234567', countryCode: '852' });
    expect(await client.phoneNumber(abroad, openid)).toEqual({
      purePhoneNumber: '91234567',
      countryCode: '852',
    });
  });

  it("refuses a login code, a used code and another person's code", async () => {
    const login = wechat.issueCode({ openid });
    expect(await failureOf(client.phoneNumber(login, openid))).toMatchObject({ kind: 'code_invalid' });
    const code = wechat.issueCode({ openid, kind: 'phone' });
    const foreign = await failureOf(client.phoneNumber(code, openidFor('thief')));
    expect(foreign).toMatchObject({ kind: 'code_invalid', errcode: 40029 });
    expect(foreign.rid).toMatch(/^[0-9a-f]{8}-/);
    await client.phoneNumber(code, openid);
    expect(await failureOf(client.phoneNumber(code, openid))).toMatchObject({ errcode: 40163 });
  });

  it('refuses an answer whose watermark names another app', async () => {
    await client.phoneNumber(wechat.issueCode({ openid, kind: 'phone' }), openid);
    wechat.world.appId = 'wx0000000000000000';
    const failure = await failureOf(client.phoneNumber(wechat.issueCode({ openid, kind: 'phone' }), openid));
    expect(failure).toMatchObject({ kind: 'code_invalid', reason: 'foreign watermark' });
  });

  it('is not repeated on a lost answer, so that a code is never sent twice', async () => {
    wechat.fault({ path: PHONE_PATH, kind: 'reset', after: true });
    const code = wechat.issueCode({ openid, kind: 'phone' });
    expect(await failureOf(client.phoneNumber(code, openid))).toMatchObject({ kind: 'unavailable' });
    expect(wechat.calls(PHONE_PATH)).toHaveLength(1);
  });

  it('survives a token that ran out unnoticed', async () => {
    await client.phoneNumber(wechat.issueCode({ openid, kind: 'phone' }), openid);
    await wechat.advance(7_200);
    const code = wechat.issueCode({ openid, kind: 'phone' });
    expect(await client.phoneNumber(code, openid)).toMatchObject({ countryCode: '86' });
    expect(wechat.calls(PHONE_PATH).map((call) => call.errcode)).toEqual([0, 42001, 0]);
  });
});
