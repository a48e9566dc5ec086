import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../common/clock/clock.js';
import { Circuit } from './circuit.js';
import { StableToken, type FetchedToken } from './stable-token.js';
import { fitField } from './subscribe-fields.js';
import { splitForCheck } from './text-split.js';
import { TokenStore } from './token-store.js';
import { WECHAT_CONFIG, type WeChatConfig } from './wechat-config.js';
import { WeChatError } from './wechat-error.js';
import { HttpFailure, WeChatHttp } from './wechat-http.js';
import { objectField, readImageReply, readJsonReply, textField, type JsonObject } from './wechat-reply.js';

/** Who a login code stands for. The session key stays with WeChat: nothing here needs it. */
export interface WeChatSession {
  openid: string;
  /** Only when the app is bound to an Open Platform account. */
  unionid?: string;
}

export interface WeChatPhone {
  /** Without the country code: `13812345678`. */
  purePhoneNumber: string;
  /** Without a plus: `86`. */
  countryCode: string;
}

export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** Path in the mini-program, query allowed. Without it a tap on the message leads nowhere. */
  page?: string;
  /** Values by the template's field: `{ thing1: '多功能厅', time2: '2026年11月28日 14:00' }`; long things are cut. */
  data: Record<string, string>;
  miniprogramState?: 'developer' | 'trial' | 'formal';
}

export interface QrCodeRequest {
  /** 1 to 32 of WeChat's visible characters: a short opaque key, never a right by itself. */
  scene: string;
  /** Without a leading slash and without a query. */
  page?: string;
  /** Whether the page must be in the released version; true unless said otherwise. */
  checkPath?: boolean;
  envVersion?: 'release' | 'trial' | 'develop';
  /** Pixels, 280 to 1280. */
  width?: number;
}

/** Where a text will stand: 1 profile, 2 comment, 3 forum, 4 social log. */
export type TextScene = 1 | 2 | 3 | 4;

/** `unknown`: WeChat gave no verdict. Hold the text for a person, never publish it unseen. */
export type TextVerdict = 'pass' | 'review' | 'risky' | 'unknown';

interface Call {
  method: 'GET' | 'POST';
  path: string;
  query?: Record<string, string>;
  body?: JsonObject;
  /** Whether it may be sent again when nobody knows if it arrived. */
  repeatable: boolean;
  totalMs: number;
}

type Read<T> = (path: string, status: number, body: Buffer) => T;

/** Pauses before the second and third try of a call that may be repeated, in milliseconds. */
const RETRY_PAUSES_MS = [200, 800];
const WORST_FIRST: readonly TextVerdict[] = ['risky', 'review', 'unknown'];
const SCENE_PATTERN = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const ALARMING: ReadonlySet<string> = new Set([
  'config',
  'quota',
  'invalid_template',
  'invalid_page',
  'bad_request',
  'unexpected',
]);

/**
 * The one way to WeChat's server API. Every failure is a {@link WeChatError}. Secret, access token, session keys and
 * codes appear in no error and no log line.
 */
@Injectable()
export class WeChatClient implements OnModuleDestroy {
  private readonly logger = new Logger(WeChatClient.name);
  private readonly http = new WeChatHttp();
  private readonly circuit: Circuit;
  private readonly token: StableToken;

  constructor(
    @Inject(WECHAT_CONFIG) private readonly config: WeChatConfig,
    store: TokenStore,
    clock: Clock,
  ) {
    this.circuit = new Circuit(() => clock.now().getTime());
    this.token = new StableToken(config.appId, store, () => this.fetchStableToken());
  }

  onModuleDestroy(): void {
    this.http.close();
  }

  /**
   * Exchanges the code of `wx.login`. A code is good once and for five minutes, so this is never repeated.
   * @throws WeChatError `code_invalid`, `blocked`, `busy` or `unavailable` among others.
   */
  async codeToSession(code: string): Promise<WeChatSession> {
    const path = '/sns/jscode2session';
    const { appId, appSecret } = this.config;
    const query = { appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' };
    const call: Call = {
      method: 'GET',
      path,
      query,
      repeatable: false,
      totalMs: this.config.timeouts.totalMs,
    };
    const reply = await this.run(call, readJsonReply);
    const openid = textField(path, reply, 'openid');
    return typeof reply.unionid === 'string' ? { openid, unionid: reply.unionid } : { openid };
  }

  /**
   * Exchanges the code of a `getPhoneNumber` tap. The openid binds the code to the person who tapped.
   * @throws WeChatError `code_invalid` also when the answer was issued for another app.
   */
  async phoneNumber(code: string, openid: string): Promise<WeChatPhone> {
    const path = '/wxa/business/getuserphonenumber';
    const reply = await this.callWithToken(
      { path, body: { code, openid }, repeatable: false },
      readJsonReply,
    );
    const info = objectField(path, reply, 'phone_info');
    const watermark = objectField(path, info, 'watermark');
    if (watermark.appid !== this.config.appId) {
      throw new WeChatError({ kind: 'code_invalid', path, reason: 'foreign watermark' });
    }
    return {
      purePhoneNumber: textField(path, info, 'purePhoneNumber'),
      countryCode: textField(path, info, 'countryCode'),
    };
  }

  /**
   * Sends one subscribe message and uses up one grant of the person. If the page is not in the released version, the
   * message goes out without a page. Not repeated on a lost answer: it might arrive twice.
   * @returns WeChat's message id, all its digits.
   * @throws WeChatError `refused` when there is no grant, `invalid_template` when template and data do not fit.
   */
  async sendSubscribeMessage(message: SubscribeMessage): Promise<{ msgid: string }> {
    try {
      return await this.sendOnce(message);
    } catch (error) {
      if (!(error instanceof WeChatError && error.kind === 'invalid_page' && message.page)) throw error;
      return this.sendOnce({ ...message, page: undefined });
    }
  }

  /**
   * A mini-program code for `scene`.
   * @returns the bytes of a JPEG or PNG.
   * @throws WeChatError `bad_request` for a scene WeChat does not allow, `invalid_page` for an unreleased page.
   */
  async unlimitedQrCode(request: QrCodeRequest): Promise<Buffer> {
    const path = '/wxa/getwxacodeunlimit';
    if (!SCENE_PATTERN.test(request.scene))
      throw new WeChatError({ kind: 'bad_request', path, reason: 'scene' });
    const body = {
      scene: request.scene,
      page: request.page,
      check_path: request.checkPath ?? true,
      env_version: request.envVersion ?? 'release',
      width: request.width,
    };
    return this.callWithToken({ path, body, repeatable: true }, readImageReply);
  }

  /**
   * WeChat's verdict on a text that others will read; a long text is judged in overlapping parts and the worst
   * verdict counts. Never throws: whatever goes wrong is `unknown`.
   */
  async checkText(openid: string, scene: TextScene, content: string): Promise<TextVerdict> {
    const parts = splitForCheck(content);
    const verdicts = await Promise.all(parts.map((part) => this.checkPart(openid, scene, part)));
    return WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'pass';
  }

  private async checkPart(openid: string, scene: TextScene, content: string): Promise<TextVerdict> {
    // WeChat refuses to judge nothing (44002), and nothing harms nobody.
    if (content.trim() === '') return 'pass';
    const path = '/wxa/msg_sec_check';
    const body = { version: 2, openid, scene, content };
    const totalMs = this.config.timeouts.contentCheckMs;
    try {
      const reply = await this.callWithToken({ path, body, repeatable: true, totalMs }, readJsonReply);
      const { suggest } = objectField(path, reply, 'result');
      return suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : 'unknown';
    } catch (error) {
      if (error instanceof WeChatError) return 'unknown';
      throw error;
    }
  }

  private async sendOnce(message: SubscribeMessage): Promise<{ msgid: string }> {
    const path = '/cgi-bin/message/subscribe/send';
    const body = {
      touser: message.openid,
      template_id: message.templateId,
      page: message.page,
      data: Object.fromEntries(
        Object.entries(message.data).map(([field, value]) => [field, { value: fitField(field, value) }]),
      ),
      miniprogram_state: message.miniprogramState ?? 'formal',
      lang: 'zh_CN',
    };
    const reply = await this.callWithToken({ path, body, repeatable: false }, readJsonReply);
    return { msgid: textField(path, reply, 'msgid') };
  }

  /** A POST with the access token; when WeChat refuses the token, once more with a fresh one. */
  private async callWithToken<T>(
    call: { path: string; body: JsonObject; repeatable: boolean; totalMs?: number },
    read: Read<T>,
  ): Promise<T> {
    const attempt = async (token: string): Promise<T> =>
      this.run(
        { method: 'POST', totalMs: this.config.timeouts.totalMs, ...call, query: { access_token: token } },
        read,
      );
    this.circuit.check(call.path);
    const token = await this.token.get();
    try {
      return await attempt(token);
    } catch (error) {
      // The token is checked before the code, grant or anything else is touched: this repeat is always safe.
      if (!(error instanceof WeChatError && error.isTokenError)) throw error;
      await this.token.invalidate(token);
      return attempt(await this.token.get());
    }
  }

  private async fetchStableToken(): Promise<FetchedToken> {
    const path = '/cgi-bin/stable_token';
    const body = {
      grant_type: 'client_credential',
      appid: this.config.appId,
      secret: this.config.appSecret,
      force_refresh: false,
    };
    const call: Call = {
      method: 'POST',
      path,
      body,
      repeatable: true,
      totalMs: this.config.timeouts.totalMs,
    };
    const reply = await this.run(call, readJsonReply);
    return {
      token: textField(path, reply, 'access_token'),
      expiresInSeconds: typeof reply.expires_in === 'number' ? reply.expires_in : 300,
    };
  }

  /** One call within its time, repeated where that is allowed: only without an answer, or when WeChat says -1. */
  private async run<T>(call: Call, read: Read<T>): Promise<T> {
    this.circuit.check(call.path);
    const deadline = performance.now() + call.totalMs;
    for (let tries = 0; ; tries++) {
      try {
        return await this.exchange(call, deadline - performance.now(), read);
      } catch (error) {
        if (!(error instanceof WeChatError)) throw error;
        this.circuit.record(error);
        this.log(error);
        const pause = RETRY_PAUSES_MS[tries];
        const again = call.repeatable && error.kind === 'unavailable' && !error.isTokenError;
        if (!again || pause === undefined || performance.now() + pause >= deadline) throw error;
        await sleep(pause);
      }
    }
  }

  private async exchange<T>(call: Call, totalMs: number, read: Read<T>): Promise<T> {
    const url = new URL(call.path, this.config.baseUrl);
    for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
    try {
      const answer = await this.http.send({
        method: call.method,
        url,
        body: call.body && JSON.stringify(call.body),
        connectMs: this.config.timeouts.connectMs,
        totalMs,
        freshConnection: !call.repeatable,
      });
      return read(call.path, answer.status, answer.body);
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      throw new WeChatError({ kind: 'unavailable', path: call.path, reason: error.reason });
    }
  }

  private log(error: WeChatError): void {
    if (ALARMING.has(error.kind)) this.logger.error(error.message);
    else if (error.kind === 'unavailable' || error.kind === 'busy') this.logger.warn(error.message);
    else this.logger.debug(error.message);
  }
}
