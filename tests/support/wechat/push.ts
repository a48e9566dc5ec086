import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { SimulatedClock } from './clock.js';
import type { JsonObject, MediaRules } from './world.js';

/** Where WeChat pushes to, as set in its console. */
export interface PushTarget {
  url: string;
  token: string;
  /** 43 characters. */
  aesKey: string;
  mode: 'plain' | 'compatible' | 'safe';
  format: 'json' | 'xml';
}

/** Ways to spoil a push, to see it rejected. */
export interface PushOptions {
  /** A wrong `signature` and `msg_signature`. */
  badSignature?: boolean;
  /** Another app's id inside the ciphertext. */
  appId?: string;
  /** How far back its timestamp lies. */
  ageSeconds?: number;
}

/** A push as it goes over the wire: POST `body` to the target with `query`. */
export interface BuiltPush {
  query: Record<string, string>;
  body: string;
  contentType: string;
}

/** How WeChat repeats an unanswered push. Known from secondary sources only, so settable. */
export interface PushRules {
  retries: number;
  timeoutMs: number;
}

const PADDING_BLOCK = 32;

function sha1OfSorted(...parts: string[]): string {
  return createHash('sha1').update(parts.sort().join('')).digest('hex');
}

/** Signs, encrypts and delivers what WeChat tells the app's server. Shares no code with the receiving side. */
export class Pushes {
  target?: PushTarget;
  /** HTTP status of every delivery tried; 0 for none. */
  readonly deliveries: number[] = [];
  private jobs: { dueAt: number; deliver: () => Promise<void> }[] = [];

  constructor(
    private readonly clock: SimulatedClock,
    private readonly appId: string,
    private readonly rules: PushRules,
  ) {}

  /** Delivers an event later by the simulated clock, or now where the rules say so. */
  async schedule(event: JsonObject, rules: MediaRules): Promise<void> {
    const deliver = async (): Promise<void> => {
      for (let copy = 0; copy < rules.copies; copy++) await this.deliver(event);
    };
    if (rules.eventBeforeReply) return deliver();
    const job = { dueAt: this.clock.now() + rules.delaySeconds * 1000, deliver };
    this.jobs.push(job);
    // Also in real time; a job that the clock has overtaken is gone from the list by then.
    setTimeout(() => void this.deliverDue(), rules.delaySeconds * 1000).unref();
  }

  /** Delivers what has become due; call after letting time pass. */
  async deliverDue(): Promise<void> {
    // Timers and the clock may differ by a millisecond or two.
    const now = this.clock.now() + 5;
    const due = this.jobs.filter((job) => job.dueAt <= now);
    this.jobs = this.jobs.filter((job) => job.dueAt > now);
    for (const job of due) await job.deliver();
  }

  /** @param target only loopback addresses: this must never speak to anyone outside. */
  setTarget(target: PushTarget | undefined): void {
    if (target) {
      const { hostname } = new URL(target.url);
      if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
        throw new RangeError('push target: loopback only');
    }
    this.target = target;
  }

  /** The message with what every push carries. */
  build(event: JsonObject, options: PushOptions = {}): BuiltPush {
    const target = this.requireTarget();
    const time = this.clock.seconds() - (options.ageSeconds ?? 0);
    const message = { ToUserName: 'gh_9df7d78a1234', CreateTime: time, MsgType: 'event', ...event };
    const timestamp = String(time);
    const nonce = String(randomBytes(4).readUInt32BE());
    const sign = (...parts: string[]): string => {
      const signature = sha1OfSorted(target.token, timestamp, nonce, ...parts);
      return options.badSignature ? signature.replace(/^./, (c) => (c === '0' ? '1' : '0')) : signature;
    };
    const query: Record<string, string> = { signature: sign(), timestamp, nonce };
    if (typeof event.FromUserName === 'string') query.openid = event.FromUserName;

    const write = target.format === 'xml' ? toXml : (value: JsonObject): string => JSON.stringify(value);
    const contentType = target.format === 'xml' ? 'text/xml' : 'application/json';
    if (target.mode === 'plain') return { query, body: write(message), contentType };

    const encrypt = this.encrypt(target.aesKey, options.appId ?? this.appId, write(message));
    Object.assign(query, { encrypt_type: 'aes', msg_signature: sign(encrypt) });
    const outer = target.mode === 'safe' ? { ToUserName: message.ToUserName } : message;
    return { query, body: write({ ...outer, Encrypt: encrypt }), contentType };
  }

  /** Delivers an event; until `success` comes back it is repeated. False without a target or an answer. */
  async deliver(event: JsonObject, options?: PushOptions): Promise<boolean> {
    if (!this.target) return false;
    const push = this.build(event, options);
    for (let tries = 0; tries <= this.rules.retries; tries++) {
      if (await this.post(this.target.url, push)) return true;
    }
    return false;
  }

  /** Asks the target to prove itself, as the console does when the address is saved. */
  async checkTarget(): Promise<boolean> {
    const target = this.requireTarget();
    const timestamp = String(this.clock.seconds());
    const nonce = String(randomBytes(4).readUInt32BE());
    const echostr = randomBytes(8).toString('hex');
    const signature = sha1OfSorted(target.token, timestamp, nonce);
    const url = withQuery(target.url, { signature, timestamp, nonce, echostr });
    const response = await fetch(url, { signal: AbortSignal.timeout(this.rules.timeoutMs) });
    return (await response.text()) === echostr;
  }

  private async post(target: string, push: BuiltPush): Promise<boolean> {
    try {
      const response = await fetch(withQuery(target, push.query), {
        method: 'POST',
        headers: { 'content-type': push.contentType },
        body: push.body,
        signal: AbortSignal.timeout(this.rules.timeoutMs),
      });
      this.deliveries.push(response.status);
      return (await response.text()) === 'success';
    } catch {
      this.deliveries.push(0);
      return false;
    }
  }

  private encrypt(aesKey: string, appId: string, message: string): string {
    const key = Buffer.from(`${aesKey}=`, 'base64');
    const text = Buffer.from(message);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(text.length);
    const plain = Buffer.concat([randomBytes(16), size, text, Buffer.from(appId)]);
    const fill = PADDING_BLOCK - (plain.length % PADDING_BLOCK);
    const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
    cipher.setAutoPadding(false);
    const padded = Buffer.concat([plain, Buffer.alloc(fill, fill)]);
    return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
  }

  private requireTarget(): PushTarget {
    if (!this.target) throw new RangeError('no push target is set');
    return this.target;
  }
}

function withQuery(url: string, query: Record<string, string>): URL {
  const full = new URL(url);
  for (const [name, value] of Object.entries(query)) full.searchParams.set(name, value);
  return full;
}

function toXml(message: JsonObject): string {
  return `<xml>${xmlFields(message)}</xml>`;
}

function xmlFields(object: JsonObject): string {
  return Object.entries(object)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((item) => xmlField(name, item)))
    .join('');
}

function xmlField(name: string, value: unknown): string {
  if (typeof value === 'object' && value !== null) return `<${name}>${xmlFields({ ...value })}</${name}>`;
  if (typeof value === 'number') return `<${name}>${value}</${name}>`;
  return `<${name}><![CDATA[${String(value)}]]></${name}>`;
}
