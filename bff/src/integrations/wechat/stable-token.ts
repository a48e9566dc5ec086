import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { TokenStore } from './token-store.js';

/** What `stable_token` answered: the token and its life in seconds (at least 300 by contract). */
export interface FetchedToken {
  token: string;
  expiresInSeconds: number;
}

/** Timings of the single flight, in milliseconds. */
export interface StableTokenTimings {
  /** How long one replica may hold the right to fetch. */
  leaseMs: number;
  /** How often the others look whether the token has come. */
  pollMs: number;
  /** After this they fetch themselves: safe, for in normal mode WeChat answers everybody with the same token. */
  patienceMs: number;
}

export const STABLE_TOKEN_TIMINGS: StableTokenTimings = { leaseMs: 6_000, pollMs: 50, patienceMs: 2_000 };

/**
 * How long a fetched token is used, in milliseconds: it is dropped 5 to 10 minutes before its end, spread so that
 * installations do not all refresh at once. WeChat never hands out less than 300 s; of so short a rest a part is used.
 */
export function usableMs(expiresInSeconds: number, spread = Math.random()): number {
  const early = 300 + 300 * spread;
  return Math.round(1000 * Math.max(expiresInSeconds - early, Math.min(60, expiresInSeconds / 2)));
}

/**
 * The access token that all replicas share. Within a replica one fetch serves every waiting call; between replicas
 * the store's lease does. It never asks WeChat to force a refresh: there are 20 of those a day, and each breaks every
 * other system that shares the app id.
 */
export class StableToken {
  private readonly logger = new Logger(StableToken.name);
  private readonly replica = randomUUID();
  private attempts = 0;
  private cached?: { token: string; until: number };
  private pending?: Promise<string>;
  /** The last token that WeChat refused: a load that had read it before must not bring it back. */
  private refused?: string;

  constructor(
    private readonly appId: string,
    private readonly store: TokenStore,
    private readonly fetchToken: () => Promise<FetchedToken>,
    private readonly timings: StableTokenTimings = STABLE_TOKEN_TIMINGS,
  ) {}

  /** A token that is good as far as we know. @throws WeChatError when WeChat gives none. */
  async get(): Promise<string> {
    for (;;) {
      if (this.cached && performance.now() < this.cached.until) return this.cached.token;
      this.pending ??= this.load().finally(() => (this.pending = undefined));
      const token = await this.pending;
      if (token !== this.refused) return token;
      this.cached = undefined;
    }
  }

  /** WeChat has refused this token. Whoever got a newer one meanwhile keeps it. */
  async invalidate(token: string): Promise<void> {
    this.refused = token;
    if (this.cached?.token === token) this.cached = undefined;
    await this.attempt('invalidate', () => this.store.invalidate(this.appId, token));
  }

  private async load(): Promise<string> {
    const owner = `${this.replica}:${++this.attempts}`;
    const patience = performance.now() + this.timings.patienceMs;
    let leased = false;
    // The store is a convenience, WeChat is the truth: without the store each replica fetches for itself.
    const shared = await this.attempt('read', async () => {
      for (;;) {
        const stored = await this.store.read(this.appId);
        if (stored && stored.token !== this.refused) return stored;
        if (stored) await this.store.invalidate(this.appId, stored.token);
        leased = await this.store.acquireLease(this.appId, owner, this.timings.leaseMs);
        if (leased || performance.now() >= patience) return undefined;
        await sleep(this.timings.pollMs);
      }
    });
    return shared ? this.keep(shared.token, shared.remainingMs) : this.fetchAndPublish(owner, leased);
  }

  private async fetchAndPublish(owner: string, leased: boolean): Promise<string> {
    let fetched: FetchedToken;
    try {
      fetched = await this.fetchToken();
    } catch (error) {
      if (leased) await this.attempt('release', () => this.store.releaseLease(this.appId, owner));
      throw error;
    }
    // WeChat itself insists on this token: believe it.
    if (fetched.token === this.refused) this.refused = undefined;
    const ttlMs = usableMs(fetched.expiresInSeconds);
    await this.attempt('publish', () => this.store.publish(this.appId, owner, fetched.token, ttlMs));
    return this.keep(fetched.token, ttlMs);
  }

  private keep(token: string, ms: number): string {
    this.cached = { token, until: performance.now() + ms };
    return token;
  }

  private async attempt<T>(what: string, action: () => Promise<T>): Promise<T | undefined> {
    try {
      return await action();
    } catch (error) {
      // Only the class of the error: a database error quotes its statement, and that holds the token.
      const name = error instanceof Error ? error.name : 'unknown';
      this.logger.warn(`the shared access token could not be used (${what}: ${name})`);
      return undefined;
    }
  }
}
