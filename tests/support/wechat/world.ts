import type { SimulatedClock } from './clock.js';
import type { SuffixShape } from './failure.js';
import type { People } from './people.js';
import type { Pushes } from './push.js';
import type { Quota } from './quota.js';
import type { Tokens } from './tokens.js';

export type JsonObject = Record<string, unknown>;

/** A message template as set in WeChat's console. */
export interface Template {
  id: string;
  /** `once`: one grant, one message. `long`: consent lasts. */
  type: 'once' | 'long';
  /** Its fields: `thing1`, `time2`… */
  fields: string[];
}

/** How picture checks come out. */
export interface MediaRules {
  /** Seconds of simulated time until the verdict is pushed. */
  delaySeconds: number;
  /** Push the verdict before the HTTP reply. */
  eventBeforeReply: boolean;
  /** How often the verdict is pushed. */
  copies: number;
}

/** All that the simulated WeChat knows. */
export interface World {
  appId: string;
  appSecret: string;
  clock: SimulatedClock;
  tokens: Tokens;
  people: People;
  quota: Quota;
  pushes: Pushes;
  media: MediaRules;
  /** Undefined: any template is known, its fields unchecked. */
  templates?: Map<string, Template>;
  /** Pages of the released version; undefined: any page. */
  pages?: Set<string>;
}

/** A call that has passed the common checks. */
export interface Call {
  query: Record<string, string>;
  /** Parsed, where the endpoint wants JSON; else empty. */
  body: JsonObject;
  rawBody: string;
}

/** An object, JSON text that must stay as it is, or an image. */
export type Reply =
  { object: JsonObject } | { text: string } | { image: Buffer; type: 'image/jpeg' | 'image/png' };

/** One path of WeChat's API and what is checked before it is reached. */
export interface Endpoint {
  path: string;
  methods: readonly ('GET' | 'POST')[];
  /** The code for another method; 43001 or 43002 unless said otherwise. */
  wrongMethod?: number;
  needsToken: boolean;
  /** `raw`: the endpoint looks at the body itself. */
  body: 'json' | 'raw';
  suffix: SuffixShape;
  /** Some JSON is served as text/plain. */
  plainText?: boolean;
  handle: (call: Call, world: World) => Reply | Promise<Reply>;
}

/** `{errcode: 0, errmsg: 'ok'}` with more fields. */
export function ok(fields: JsonObject = {}): Reply {
  return { object: { errcode: 0, errmsg: 'ok', ...fields } };
}
