import { randomBytes } from 'node:crypto';
import type { SimulatedClock } from './clock.js';
import { Failure } from './failure.js';

interface Issued {
  expiresAt: number;
  revoked: boolean;
}

interface Current {
  value: string;
  expiresAt: number;
}

/** Facts of token life that the documentation gives and tests may shorten. Seconds, and counts a day. */
export interface TokenRules {
  lifeSeconds: number;
  /** The last part of a token's life, in which a new one is handed out and both are good. */
  overlapSeconds: number;
  forcePerDay: number;
  forceGapSeconds: number;
  /** Characters of a token; up to 512. */
  length: number;
}

export const TOKEN_RULES: TokenRules = {
  lifeSeconds: 7200,
  overlapSeconds: 300,
  forcePerDay: 20,
  forceGapSeconds: 30,
  length: 136,
};

/** A token as the endpoints hand it out. */
export interface TokenReply {
  access_token: string;
  expires_in: number;
}

/** Access tokens of one app: the stable one, and the old kind, each unaware of the other. */
export class Tokens {
  private readonly issued = new Map<string, Issued>();
  private stable?: Current;
  private legacy?: Current;
  private forced = { day: -1, count: 0, last: Number.NEGATIVE_INFINITY };

  constructor(
    private readonly clock: SimulatedClock,
    readonly rules: TokenRules,
  ) {}

  /** Normal mode: the same token until its last five minutes. Force mode: a new one, the old void at once. */
  stableToken(force: boolean): TokenReply {
    const now = this.clock.now();
    if (force && this.mayForce(now)) {
      this.revoke(this.stable);
      this.stable = this.issue();
    } else if (!this.stable || this.stable.expiresAt - now <= this.rules.overlapSeconds * 1000) {
      this.stable = this.issue();
    }
    return this.reply(this.stable);
  }

  /** Each call hands out a new token; the former one is good for five more minutes. */
  legacyToken(): TokenReply {
    const former = this.legacy && this.issued.get(this.legacy.value);
    if (former) {
      former.expiresAt = Math.min(former.expiresAt, this.clock.now() + this.rules.overlapSeconds * 1000);
    }
    this.legacy = this.issue();
    return this.reply(this.legacy);
  }

  /** @throws Failure 40014, 40001 or 42001 for a token that is malformed, unknown or past. */
  check(token: string): void {
    if (!/^[\w-]{20,}$/.test(token)) throw new Failure(40014);
    const known = this.issued.get(token);
    if (!known || known.revoked) throw new Failure(40001);
    if (this.clock.now() >= known.expiresAt) throw new Failure(42001);
  }

  /** Voids the current stable token, as another system's forced refresh would. */
  revokeStable(): void {
    this.revoke(this.stable);
    this.stable = undefined;
  }

  private mayForce(now: number): boolean {
    const today = this.clock.day();
    if (this.forced.day !== today) this.forced = { ...this.forced, day: today, count: 0 };
    if (this.forced.count >= this.rules.forcePerDay) return false;
    if (now - this.forced.last < this.rules.forceGapSeconds * 1000) return false;
    this.forced.count++;
    this.forced.last = now;
    return true;
  }

  private issue(): Current {
    const prefix = `${90 + (this.issued.size % 10)}_`;
    const bytes = randomBytes(this.rules.length);
    const value = `${prefix}${bytes.toString('base64url')}`.slice(0, this.rules.length);
    const expiresAt = this.clock.now() + this.rules.lifeSeconds * 1000;
    this.issued.set(value, { expiresAt, revoked: false });
    return { value, expiresAt };
  }

  private revoke(current: Current | undefined): void {
    const known = current && this.issued.get(current.value);
    if (known) known.revoked = true;
  }

  private reply(current: Current): TokenReply {
    const seconds = Math.ceil((current.expiresAt - this.clock.now()) / 1000);
    return { access_token: current.value, expires_in: seconds };
  }
}
