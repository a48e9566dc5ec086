import { Failure, newRid } from '../failure.js';
import { ok, type Endpoint, type JsonObject, type World } from '../world.js';

const CHECK_LIMIT = 2_500;
const VISIT_SECONDS = 2 * 3600;
const RISK_VISIT_SECONDS = 30 * 60;

interface Verdict {
  suggest: 'pass' | 'review' | 'risky';
  label: number;
}

/** `TEST_RISKY`, `TEST_REVIEW`, and the sample of WeChat's own documentation; everything else passes. */
function judge(text: string): Verdict {
  if (text.includes('TEST_RISKY') || text.includes('特3456书yuuo莞6543李zxcz蒜7782法fgnv级')) {
    return { suggest: 'risky', label: 20006 };
  }
  if (text.includes('TEST_REVIEW')) return { suggest: 'review', label: 20001 };
  return { suggest: 'pass', label: 100 };
}

function requireScene(scene: unknown): void {
  if (scene !== 1 && scene !== 2 && scene !== 3 && scene !== 4) throw new Failure(40129);
}

function modelDetail(verdict: Verdict): JsonObject {
  return { strategy: 'content_model', errcode: 0, ...verdict, prob: 90 };
}

function checkText(body: JsonObject, world: World): JsonObject {
  const person = world.people.get(body.openid);
  requireScene(body.scene);
  const { content } = body;
  if (typeof content !== 'string' || content.trim() === '') throw new Failure(44002);
  if (content.length > CHECK_LIMIT) throw new Failure(45002, 'content size out of limit');
  world.people.requireVisit(person, VISIT_SECONDS);
  const others = [body.title, body.nickname, body.scene === 1 ? body.signature : undefined];
  const verdict = judge([content, ...others.filter((text) => typeof text === 'string')].join('\n'));
  // The keyword strategy often says nothing beyond its name.
  return {
    result: verdict,
    detail: [modelDetail(verdict), { strategy: 'keyword', errcode: 0 }],
    trace_id: newRid(),
  };
}

/** The old version tells by code, and knows two verdicts. */
function checkTextV1(body: JsonObject): void {
  if (typeof body.content !== 'string' || body.content === '') throw new Failure(44002);
  if (judge(body.content).suggest !== 'pass') throw new Failure(87014, 'risky content');
}

/** Pushes the verdict on a picture or sound; the address itself holds the words that decide. */
async function checkMedia(body: JsonObject, world: World): Promise<JsonObject> {
  const person = world.people.get(body.openid);
  requireScene(body.scene);
  if (typeof body.media_url !== 'string' || !/^https?:\/\//.test(body.media_url)) throw new Failure(40097);
  if (body.media_type !== 1 && body.media_type !== 2) throw new Failure(40097);
  world.people.requireVisit(person, VISIT_SECONDS);
  const traceId = newRid();
  const verdict = judge(body.media_url);
  const event = {
    FromUserName: person.openid,
    Event: 'wxa_media_check',
    appid: world.appId,
    trace_id: traceId,
    version: 2,
    detail: [modelDetail(verdict)],
    errcode: 0,
    errmsg: 'ok',
    result: verdict,
  };
  await world.pushes.schedule(event, world.media);
  return { trace_id: traceId };
}

/** What WeChat thinks of texts, pictures and people. */
export const securityEndpoints: readonly Endpoint[] = [
  {
    path: '/wxa/msg_sec_check',
    methods: ['POST'],
    wrongMethod: 43302,
    needsToken: true,
    body: 'json',
    suffix: 'space',
    handle: ({ body }, world) => {
      if (body.version === 2) return ok(checkText(body, world));
      checkTextV1(body);
      return ok();
    },
  },
  {
    path: '/wxa/media_check_async',
    methods: ['POST'],
    needsToken: true,
    body: 'json',
    suffix: 'space',
    handle: async ({ body }, world) => ok(await checkMedia(body, world)),
  },
  {
    path: '/wxa/getuserriskrank',
    methods: ['POST'],
    needsToken: true,
    body: 'json',
    suffix: 'space',
    handle: ({ body }, world) => {
      if (body.appid !== world.appId) throw new Failure(40013);
      const person = world.people.get(body.openid);
      if (body.scene !== 0 && body.scene !== 1 && body.scene !== 2) throw new Failure(40129);
      if (typeof body.client_ip !== 'string' || body.client_ip === '') throw new Failure(40097);
      world.people.requireVisit(person, RISK_VISIT_SECONDS);
      return ok({ errmsg: 'getuserriskrank succ', risk_rank: person.riskRank, unoin_id: 123456 });
    },
  },
];
