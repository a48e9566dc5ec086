import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { AccessTokens } from '../../common/auth/access-tokens.js';
import { RevokedSessions } from '../../common/auth/revoked-sessions.js';
import { Clock } from '../../common/clock/clock.js';
import { APP_CONFIG } from '../../common/tokens.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { AppConfig } from '../../config/app-config.js';
import { Database, type Sql } from '../../database/database.js';
import { WeChatClient } from '../../integrations/wechat/wechat-client.js';
import { DEMO_OPENID_PREFIX, isDemoOpenid } from '../demo/demo-openid.js';
import { PeopleService } from '../people/people.service.js';
import {
  hashRefreshToken,
  judgeRefresh,
  newRefreshToken,
  newSuccessorSeed,
  REFRESH_SECONDS,
  successorOf,
  type RefreshVerdict,
} from './refresh-token.js';
import { SessionRepository, type TokenRow } from './session.repository.js';
import { wechatRefusal } from './wechat-refusals.js';

/** What a client holds of its login. Times are ISO-8601 UTC. */
export interface SessionTokens {
  accessToken: string;
  accessExpiresAt: string;
  refreshToken: string;
}

/** Characters of the user agent that are kept with a session. */
const USER_AGENT_MAX = 160;

/** Logging in by WeChat, rotating refresh tokens, logging out. */
@Injectable()
export class SessionsService implements OnModuleInit {
  private readonly logger = new Logger(SessionsService.name);

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly people: PeopleService,
    private readonly wechat: WeChatClient,
    private readonly tokens: AccessTokens,
    private readonly revoked: RevokedSessions,
    private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** A database that once served a demo keeps its people, but never their logins. */
  async onModuleInit(): Promise<void> {
    if (this.config.demoMode) return;
    const ended = await this.sessions.revokeFamiliesByOpenidPrefix(
      this.database,
      DEMO_OPENID_PREFIX,
      'demo_over',
      this.clock.now(),
    );
    if (ended > 0) this.logger.warn(`ended ${ended} sessions of demo people: this is not a demo`);
  }

  /**
   * Exchanges a code of `wx.login` for a session of the person behind it, who is made at the first login.
   * LOGIN_CODE_INVALID, LOGIN_BLOCKED, TOO_MANY_REQUESTS, WECHAT_UNAVAILABLE.
   */
  async login(code: string, userAgent: string): Promise<SessionTokens & { personId: number }> {
    const { openid } = await this.wechat.codeToSession(code).catch((error: unknown) => {
      throw wechatRefusal(error, 'LOGIN_CODE_INVALID');
    });
    if (!this.mayLogIn(openid)) throw new DomainError('LOGIN_CODE_INVALID');
    const person = await this.people.findOrCreate(openid);
    if (person.status !== 'active') throw new DomainError('LOGIN_BLOCKED', { message: '这个账号已经停用。' });
    const now = this.clock.now();
    const refreshToken = newRefreshToken();
    const familyId = await this.database.transaction(async (tx) => {
      const family = await this.sessions.insertFamily(tx, person.id, userAgent.slice(0, USER_AGENT_MAX), now);
      await this.keep(tx, family, refreshToken, now);
      return family;
    });
    return { personId: person.id, refreshToken, ...this.tokens.sign({ sub: person.id, fam: familyId }, now) };
  }

  /**
   * Rotates a refresh token. A repeat within seconds gets the same successor again; a real reuse ends the family.
   * SESSION_EXPIRED for a token that is unknown, over or reused.
   */
  async refresh(refreshToken: string): Promise<SessionTokens> {
    const now = this.clock.now();
    const hash = hashRefreshToken(refreshToken);
    const outcome = await this.database.transaction((tx) => this.rotate(tx, refreshToken, hash, now));
    if (outcome.verdict === 'reused') {
      this.revoked.add(outcome.familyId);
      this.logger.warn({ familyId: outcome.familyId }, 'a refresh token was used twice; its family ended');
    }
    if (outcome.successor === null) throw new DomainError('SESSION_EXPIRED');
    return {
      refreshToken: outcome.successor,
      ...this.tokens.sign({ sub: outcome.personId, fam: outcome.familyId }, now),
    };
  }

  /** Ends the family of a refresh token. Says nothing about a token that it does not know. */
  async logout(refreshToken: string): Promise<void> {
    const found = await this.sessions.findFamilyOfToken(this.database, hashRefreshToken(refreshToken));
    if (found === null) return;
    await this.sessions.revokeFamily(this.database, found.familyId, 'logout', this.clock.now());
    this.revoked.add(found.familyId);
  }

  /** Ends every session of a person, on every device. */
  async logoutEverywhere(personId: number): Promise<void> {
    const now = this.clock.now();
    const ended = await this.database.transaction((tx) =>
      this.sessions.revokeFamiliesOf(tx, personId, 'logout_everywhere', now),
    );
    for (const familyId of ended) this.revoked.add(familyId);
  }

  private async rotate(
    tx: Sql,
    token: string,
    hash: Buffer,
    now: Date,
  ): Promise<{ verdict: RefreshVerdict; familyId: number; personId: number; successor: string | null }> {
    const family = await this.sessions.findFamilyOfToken(tx, hash);
    if (family === null) return { verdict: 'expired', familyId: 0, personId: 0, successor: null };
    await this.sessions.lockFamily(tx, family.familyId);
    // Read after the lock: what a simultaneous refresh has just decided is seen.
    const row = await this.sessions.findToken(tx, hash);
    if (row === null) return { verdict: 'expired', familyId: 0, personId: 0, successor: null };
    const verdict = await this.judge(tx, token, row, now);
    const { familyId, personId } = row;
    if (verdict === 'reused') await this.sessions.revokeFamily(tx, familyId, 'reused', now);
    if (verdict === 'repeat' && row.successorSeed !== null) {
      return { verdict, familyId, personId, successor: successorOf(token, row.successorSeed) };
    }
    if (verdict !== 'rotate') return { verdict, familyId, personId, successor: null };
    const seed = newSuccessorSeed();
    if (!(await this.sessions.markUsed(tx, row.id, seed, now))) throw new Error('a locked token changed');
    const successor = successorOf(token, seed);
    await this.keep(tx, familyId, successor, now);
    return { verdict, familyId, personId, successor };
  }

  private async judge(tx: Sql, token: string, row: TokenRow, now: Date): Promise<RefreshVerdict> {
    const gone = row.personStatus !== 'active' || !this.mayLogIn(row.openid);
    const successorUsed =
      row.successorSeed !== null &&
      (await this.sessions.findUsedAt(tx, hashRefreshToken(successorOf(token, row.successorSeed)))) !== null;
    return judgeRefresh({ ...row, familyRevoked: gone || row.familyRevokedAt !== null, successorUsed }, now);
  }

  private async keep(tx: Sql, familyId: number, token: string, now: Date): Promise<void> {
    const expires = new Date(now.getTime() + REFRESH_SECONDS * 1000);
    await this.sessions.insertToken(tx, familyId, hashRefreshToken(token), now, expires);
  }

  /** The people of the demo city exist for a demo alone. */
  private mayLogIn(openid: string | null): boolean {
    return openid === null || this.config.demoMode || !isDemoOpenid(openid);
  }
}
