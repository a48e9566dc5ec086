import { randomBytes } from 'node:crypto';
import { Failure } from '../failure.js';
import type { Person } from '../people.js';
import { ok, type Call, type Endpoint, type JsonObject, type World } from '../world.js';

const ENCRYPT_KEY_LIFE_SECONDS = 3600;
const ENCRYPT_KEYS_KEPT = 3;

function signedPerson({ query }: Call, world: World): Person {
  const person = world.people.get(query.openid);
  world.people.requireSessionSignature(person, query.signature, query.sig_method);
  return person;
}

/** The last three keys, a fresh one first when the newest has run out. */
function encryptKeys(person: Person, now: number): JsonObject[] {
  const newest = person.encryptKeys[0];
  if (!newest || now - newest.create_time >= ENCRYPT_KEY_LIFE_SECONDS) {
    person.encryptKeys.unshift({
      encrypt_key: randomBytes(16).toString('base64'),
      version: (newest?.version ?? 0) + 1,
      iv: randomBytes(8).toString('hex'),
      create_time: now,
    });
    person.encryptKeys.length = Math.min(person.encryptKeys.length, ENCRYPT_KEYS_KEPT);
  }
  return person.encryptKeys.map((key) => ({
    ...key,
    expire_in: Math.max(0, ENCRYPT_KEY_LIFE_SECONDS - (now - key.create_time)),
  }));
}

/** Phone number and everything that hangs on the session key. */
export const personEndpoints: readonly Endpoint[] = [
  {
    path: '/wxa/business/getuserphonenumber',
    methods: ['POST'],
    needsToken: true,
    body: 'json',
    suffix: 'hint',
    handle: ({ body }, world) => {
      const code = world.people.peekCode(body.code, 'phone');
      if (body.openid !== undefined && body.openid !== code.openid) throw new Failure(40029);
      world.people.useCode(String(body.code));
      return ok({
        phone_info: {
          phoneNumber: code.countryCode === '86' ? code.phone : `+${code.countryCode}${code.phone}`,
          purePhoneNumber: code.phone,
          // The documentation's table says text, its sample shows a number; the real thing sends the number.
          countryCode: Number(code.countryCode),
          watermark: { timestamp: world.clock.seconds(), appid: world.appId },
        },
      });
    },
  },
  {
    path: '/wxa/checksession',
    methods: ['GET'],
    needsToken: true,
    body: 'raw',
    suffix: 'space',
    handle: (call, world) => {
      signedPerson(call, world);
      return ok();
    },
  },
  {
    path: '/wxa/resetusersessionkey',
    methods: ['GET'],
    needsToken: true,
    body: 'raw',
    suffix: 'space',
    handle: (call, world) => {
      const person = signedPerson(call, world);
      return ok({ openid: person.openid, session_key: world.people.newSessionKey(person) });
    },
  },
  {
    path: '/wxa/business/getuserencryptkey',
    methods: ['GET', 'POST'],
    needsToken: true,
    body: 'raw',
    suffix: 'space',
    handle: (call, world) => {
      // All parameters stand in the query: parameters in the body are missed, and even `{}` spoils the signature.
      if (call.rawBody !== '') throw new Failure(call.query.openid ? 87009 : 40003);
      return ok({ key_info_list: encryptKeys(signedPerson(call, world), world.clock.seconds()) });
    },
  },
];
