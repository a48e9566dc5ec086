import { Failure } from '../failure.js';
import { ok, type Endpoint, type JsonObject, type World } from '../world.js';

function requireApp(world: World, appId: unknown, secret: unknown): void {
  if (!appId) throw new Failure(41002);
  if (appId !== world.appId) throw new Failure(40013);
  if (!secret) throw new Failure(41004);
  if (secret !== world.appSecret) throw new Failure(40125);
}

/** Access tokens and the tools around quotas. */
export const tokenEndpoints: readonly Endpoint[] = [
  {
    path: '/cgi-bin/stable_token',
    methods: ['POST'],
    needsToken: false,
    body: 'json',
    suffix: 'comma',
    handle: ({ body }, world) => {
      if (body.grant_type !== 'client_credential') throw new Failure(40002);
      requireApp(world, body.appid, body.secret);
      return { object: { ...world.tokens.stableToken(body.force_refresh === true) } };
    },
  },
  {
    path: '/cgi-bin/token',
    methods: ['GET'],
    needsToken: false,
    body: 'raw',
    suffix: 'comma',
    handle: ({ query }, world) => {
      if (query.grant_type !== 'client_credential') throw new Failure(40002);
      requireApp(world, query.appid, query.secret);
      return { object: { ...world.tokens.legacyToken() } };
    },
  },
  {
    path: '/cgi-bin/openapi/quota/get',
    methods: ['POST'],
    needsToken: true,
    body: 'json',
    suffix: 'space',
    handle: ({ body }, world) => {
      if (typeof body.cgi_path !== 'string') throw new Failure(40097);
      return ok({ quota: world.quota.usage(body.cgi_path) });
    },
  },
  {
    path: '/cgi-bin/clear_quota',
    methods: ['POST'],
    needsToken: true,
    body: 'json',
    suffix: 'space',
    handle: ({ body }, world) => {
      requireApp(world, body.appid, world.appSecret);
      world.quota.clear();
      return ok();
    },
  },
  {
    path: '/cgi-bin/clear_quota/v2',
    methods: ['POST'],
    needsToken: false,
    body: 'json',
    suffix: 'space',
    handle: ({ body }, world) => {
      requireApp(world, body.appid, body.appsecret);
      world.quota.clear();
      return ok();
    },
  },
];

/** Exchanges a login code. Its JSON is served as text/plain and has no `errcode` on success. */
export const loginEndpoint: Endpoint = {
  path: '/sns/jscode2session',
  // A POST carries nothing in its query and so lacks an appid: 41002.
  methods: ['GET', 'POST'],
  needsToken: false,
  body: 'raw',
  suffix: 'comma',
  plainText: true,
  handle: ({ query }, world) => {
    requireApp(world, query.appid, query.secret);
    if (query.grant_type !== 'authorization_code') throw new Failure(40002);
    if (!query.js_code) throw new Failure(41008);
    const { openid } = world.people.peekCode(query.js_code, 'login');
    world.quota.countLogin(openid);
    world.people.useCode(query.js_code);
    const person = world.people.get(openid);
    if (person.blocked) throw new Failure(40226);
    person.lastVisit = world.clock.now();
    const reply: JsonObject = { session_key: world.people.newSessionKey(person), openid };
    if (person.unionid !== undefined) reply.unionid = person.unionid;
    return { object: reply };
  },
};
