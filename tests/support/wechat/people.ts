import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { SimulatedClock } from './clock.js';
import { Failure } from './failure.js';

/** `login`: from `wx.login`. `phone`: from a tap on a `getPhoneNumber` button. Neither passes as the other. */
export type CodeKind = 'login' | 'phone';

/** What to issue a code for. */
export interface CodeRequest {
  openid: string;
  kind?: CodeKind;
  /** How long ago it was issued; a code lives for 300 seconds. */
  ageSeconds?: number;
  /** The number a phone code stands for, without country code. */
  phone?: string;
  countryCode?: string;
  unionid?: string;
  /** Another app's id, to try a foreign code. */
  appId?: string;
}

interface Code {
  kind: CodeKind;
  openid: string;
  appId: string;
  issuedAt: number;
  usedAt?: number;
  phone: string;
  countryCode: string;
}

/** A key of `getuserencryptkey`; times in seconds. */
export interface EncryptKey {
  encrypt_key: string;
  version: number;
  create_time: number;
  iv: string;
}

/** What WeChat knows of one person in this app. */
export interface Person {
  openid: string;
  unionid?: string;
  /** WeChat holds this person for high risk: login codes are refused with 40226. */
  blocked: boolean;
  riskRank: number;
  /** Epoch ms of the last time the mini-program was used. */
  lastVisit?: number;
  /** The one valid session key. */
  sessionKey?: string;
  encryptKeys: EncryptKey[];
  /** Grants left, by template. */
  grants: Map<string, number>;
  /** Templates of long-term consent. */
  longTerm: Set<string>;
  /** The person's main switch for subscribe messages. */
  mainSwitch: boolean;
}

const CODE_LIFE_MS = 300_000;
// People of a demo have an openid that WeChat could never give.
const OPENID_PATTERN = /^(?:o[A-Za-z0-9_-]{5,63}|demo-[A-Za-z0-9_-]{1,58})$/;

/** An openid in WeChat's shape (28 characters) that is always the same for a name. */
export function openidFor(name: string): string {
  return `o${createHash('sha256').update(name).digest('base64url').slice(0, 27)}`;
}

/** People, their codes and what they have granted. */
export class People {
  private readonly people = new Map<string, Person>();
  private readonly codes = new Map<string, Code>();
  private issued = 0;

  constructor(
    private readonly clock: SimulatedClock,
    private readonly appId: string,
    /** Treat everyone as just having used the mini-program. */
    private readonly everyoneVisits: boolean,
  ) {}

  /** A person by openid. @throws Failure 40003 for what is no openid. */
  get(openid: unknown): Person {
    if (typeof openid !== 'string' || !OPENID_PATTERN.test(openid)) throw new Failure(40003);
    let person = this.people.get(openid);
    if (!person) {
      person = {
        openid,
        blocked: false,
        riskRank: 0,
        encryptKeys: [],
        grants: new Map(),
        longTerm: new Set(),
        mainSwitch: true,
      };
      this.people.set(openid, person);
    }
    return person;
  }

  /** What the mini-program would hold after `wx.login` or a tap on the phone button. */
  issueCode(request: CodeRequest): string {
    const person = this.get(request.openid);
    if (request.unionid !== undefined) person.unionid = request.unionid;
    const code = `0${(++this.issued).toString(36)}${randomBytes(20).toString('base64url')}`.slice(0, 32);
    const issuedAt = this.clock.now() - (request.ageSeconds ?? 0) * 1000;
    person.lastVisit = Math.max(person.lastVisit ?? 0, issuedAt);
    this.codes.set(code, {
      kind: request.kind ?? 'login',
      openid: request.openid,
      appId: request.appId ?? this.appId,
      issuedAt,
      phone: request.phone ?? '13800138000',
      countryCode: request.countryCode ?? '86',
    });
    return code;
  }

  /** The code as issued, without using it. @throws Failure 40029, 40163. */
  peekCode(value: unknown, kind: CodeKind): Readonly<Code> {
    const code = typeof value === 'string' ? this.codes.get(value) : undefined;
    if (!code || code.kind !== kind || code.appId !== this.appId) throw new Failure(40029);
    if (code.usedAt !== undefined) throw new Failure(40163);
    if (this.clock.now() - code.issuedAt > CODE_LIFE_MS) throw new Failure(40029);
    return code;
  }

  useCode(value: string): void {
    const code = this.codes.get(value);
    if (code) code.usedAt = this.clock.now();
  }

  /** A new session key; the former one is void. */
  newSessionKey(person: Person): string {
    person.sessionKey = randomBytes(16).toString('base64');
    return person.sessionKey;
  }

  /** @throws Failure 61010 unless the person has used the mini-program within this time. */
  requireVisit(person: Person, withinSeconds: number): void {
    if (this.everyoneVisits) return;
    const age = this.clock.now() - (person.lastVisit ?? Number.NEGATIVE_INFINITY);
    if (age > withinSeconds * 1000) throw new Failure(61010);
  }

  /** Checks a `signature` made with the session key over an empty text. @throws Failure 87008, 87009. */
  requireSessionSignature(person: Person, signature: unknown, method: unknown): void {
    if (method !== 'hmac_sha256') throw new Failure(87008);
    const expected = person.sessionKey && createHmac('sha256', person.sessionKey).update('').digest('hex');
    if (!expected || signature !== expected) throw new Failure(87009);
  }
}
