import fastify, { type FastifyInstance } from 'fastify';
import { decryptPush, PushRejected, verifyPush } from '@jiefang/bff/integrations/wechat/message-push';
import { readPushedEvent, type PushedEvent } from '@jiefang/bff/integrations/wechat/push-event';
import { isJsonObject } from '@jiefang/bff/integrations/wechat/wechat-reply';
import { callWeChat } from '../../support/wechat/clients.js';
import { openidFor } from '../../support/wechat/people.js';
import type { PushTarget } from '../../support/wechat/push.js';
import { createSimulatedWeChat, type SimulatedWeChat } from '../../support/wechat/server.js';

/** The receiving functions against pushes signed and sealed by code they share nothing with. */

const TOKEN = 'AAAAA';
const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const openid = openidFor('resident');

let wechat: SimulatedWeChat;
let receiver: FastifyInstance;
let target: PushTarget;
let taken: Map<string, PushedEvent>;
let answer: string;

beforeEach(async () => {
  wechat = await createSimulatedWeChat({ pushRetries: 1 });
  taken = new Map();
  answer = 'success';
  receiver = fastify();
  receiver.get<{ Querystring: Record<string, string> }>('/push', async ({ query }, reply) => {
    const { signature = '', timestamp = '', nonce = '', echostr = '' } = query;
    verifyPush({ token: TOKEN, timestamp, nonce, signature }, wechat.world.clock.now());
    return reply.send(echostr);
  });
  receiver.post<{ Querystring: Record<string, string> }>('/push', async ({ query, body }, reply) => {
    const { msg_signature: signature = '', timestamp = '', nonce = '' } = query;
    const encrypt = isJsonObject(body) && typeof body.Encrypt === 'string' ? body.Encrypt : '';
    try {
      verifyPush({ token: TOKEN, timestamp, nonce, signature, encrypt }, wechat.world.clock.now());
      const event = readPushedEvent(decryptPush(AES_KEY, wechat.appId, encrypt));
      if (event) taken.set(event.key, event);
      return await reply.send(answer);
    } catch (error) {
      if (error instanceof PushRejected) return reply.code(403).send('');
      throw error;
    }
  });
  const url = await receiver.listen({ host: '127.0.0.1', port: 0 });
  target = { url: `${url}/push`, token: TOKEN, aesKey: AES_KEY, mode: 'safe', format: 'json' };
  wechat.setPushTarget(target);
});

afterEach(async () => {
  await receiver.close();
  await wechat.close();
});

const events = (): PushedEvent[] => [...taken.values()];
const sentEvent = { FromUserName: openid, Event: 'subscribe_msg_sent_event' };
const item = (id: string): object => ({ TemplateId: 't', MsgID: id, ErrorCode: 0, ErrorStatus: 'success' });

it('answers the check of its address', async () => {
  expect(await wechat.world.pushes.checkTarget()).toBe(true);
});

it.each(['safe', 'compatible'] as const)('takes an event in %s mode', async (mode) => {
  wechat.setPushTarget({ ...target, mode });
  expect(await wechat.push({ ...sentEvent, List: item('1988810812324364291') })).toBe(true);
  expect(events()).toMatchObject([
    { type: 'subscribe_sent', openid, outcomes: [{ msgid: '1988810812324364291' }] },
  ]);
});

it('takes a list of one, which is an object, and of several', async () => {
  await wechat.push({ ...sentEvent, List: item('1') });
  await wechat.push({ ...sentEvent, List: [item('2'), item('3')] });
  expect(events().map((event) => event.type === 'subscribe_sent' && event.outcomes.length)).toEqual([1, 2]);
});

it.each([
  ['a bad signature', { badSignature: true }],
  ["another app's id inside", { appId: 'wx0000000000000000' }],
  ['an old timestamp', { ageSeconds: 301 }],
])('rejects %s without any effect', async (_what, options) => {
  expect(await wechat.push({ ...sentEvent, List: item('1') }, options)).toBe(false);
  expect(wechat.world.pushes.deliveries).toEqual([403, 403]);
  expect(events()).toEqual([]);
});

it('counts a push once that comes again', async () => {
  answer = 'busy';
  const event = { ...sentEvent, CreateTime: wechat.world.clock.seconds(), List: item('1') };
  expect(await wechat.push(event)).toBe(false);
  answer = 'success';
  expect(await wechat.push(event)).toBe(true);
  expect(wechat.world.pushes.deliveries).toHaveLength(3);
  expect(events()).toHaveLength(1);
});

describe('the verdict on a picture', () => {
  const check = async (name: string): Promise<string> => {
    wechat.setPerson({ openid, lastVisitSecondsAgo: 1 });
    const { access_token: token } = wechat.world.tokens.stableToken(false);
    const body = {
      media_url: `https://example.org/${name}.jpg`,
      media_type: 2,
      version: 2,
      openid,
      scene: 2,
    };
    const reply = await callWeChat(
      wechat,
      '/wxa/media_check_async',
      { access_token: token },
      { method: 'POST', body: JSON.stringify(body) },
    );
    expect(reply).toMatchObject({ errcode: 0 });
    return String(reply.trace_id);
  };

  it('comes when its time has come', async () => {
    const traceId = await check('TEST_RISKY');
    await wechat.advance(59);
    expect(events()).toEqual([]);
    await wechat.advance(1);
    expect(events()).toMatchObject([{ type: 'media_checked', traceId, verdict: 'risky', openid }]);
  });

  it('may come twice, and before the reply that names its trace id', async () => {
    Object.assign(wechat.world.media, { eventBeforeReply: true, copies: 2 });
    const traceId = await check('garden');
    expect(wechat.world.pushes.deliveries).toEqual([200, 200]);
    expect(events()).toMatchObject([{ traceId, verdict: 'pass' }]);
  });
});

it('tells what became of a message, and of consent', async () => {
  await wechat.grant({ openid, templateId: 't' });
  await wechat.grant({ openid, templateId: 't', revoke: true });
  expect(events()).toMatchObject([
    { type: 'subscribe_popup', answers: [{ templateId: 't', status: 'accept' }] },
    { type: 'subscribe_change', answers: [{ templateId: 't', status: 'reject' }] },
  ]);
});

it('can speak XML, and only to loopback', () => {
  wechat.setPushTarget({ ...target, mode: 'plain', format: 'xml' });
  const { body, contentType } = wechat.buildPush({ ...sentEvent, List: [item('1'), item('2')] });
  expect(contentType).toBe('text/xml');
  expect(body).toMatch(/^<xml><ToUserName><!\[CDATA\[gh_.*<List>.*<List>.*<\/xml>$/);
  expect(() => wechat.setPushTarget({ ...target, url: 'https://example.org/push' })).toThrow(RangeError);
});
