import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock/clock.js';
import { deriveKey } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { APP_CONFIG } from '../../common/tokens.js';
import type { AppConfig } from '../../config/app-config.js';

const LINK_SECONDS = 600;

/** Tokens that stand for one download for ten minutes: a browser's download carries no login. */
@Injectable()
export class SignedLinks {
  private readonly key: KeyObject;

  constructor(
    @Inject(APP_CONFIG) config: AppConfig,
    private readonly clock: Clock,
  ) {
    this.key = deriveKey(config.appSecret, 'download-link');
  }

  /** A token for what `what` names; `purpose` keeps one kind's tokens from being used for another. */
  sign(purpose: string, what: unknown): string {
    const expires = Math.floor(this.clock.now().getTime() / 1000) + LINK_SECONDS;
    const body = Buffer.from(JSON.stringify([expires, what])).toString('base64url');
    return `${body}.${this.mac(purpose, body)}`;
  }

  /** What a token of this purpose stands for; NOT_FOUND for one that is forged, foreign or too old. */
  read(purpose: string, token: string): unknown {
    const [body = '', mac = ''] = token.split('.');
    const [given, expected] = [Buffer.from(mac), Buffer.from(this.mac(purpose, body))];
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw new DomainError('NOT_FOUND');
    const [expires, what] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [number, unknown];
    if (expires * 1000 < this.clock.now().getTime()) {
      throw new DomainError('NOT_FOUND', {
        message: '这个下载链接已经过期。',
        next: '请返回上一页再点一次下载。',
      });
    }
    return what;
  }

  private mac(purpose: string, body: string): string {
    return createHmac('sha256', this.key)
      .update(`${purpose}\n${body}`)
      .digest()
      .subarray(0, 18)
      .toString('base64url');
  }
}
