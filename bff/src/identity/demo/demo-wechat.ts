import { Inject, Injectable } from '@nestjs/common';
import { APP_CONFIG } from '../../common/tokens.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { isLoopbackUrl, type AppConfig } from '../../config/app-config.js';

const TIMEOUT_MS = 3000;

/** A code that the simulated WeChat is asked for, as a phone would get one by a tap. */
export interface DemoCodeRequest {
  openid: string;
  kind: 'login' | 'phone';
  phone?: string;
}

/** Asks the simulated WeChat for codes. There is no such thing at the real one, and nothing here ever asks it. */
@Injectable()
export class DemoWeChat {
  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  /**
   * NOT_FOUND unless this process is a demo. The configuration refuses to load a demo in production or beside the real
   * WeChat; both are looked at here once more, so that no other way of building a configuration opens this door.
   */
  requireDemo(): void {
    const { demoMode, production, wechat } = this.config;
    if (!demoMode || production || !isLoopbackUrl(wechat.baseUrl)) throw new DomainError('NOT_FOUND');
  }

  /** A one-use code, good for five minutes. WECHAT_UNAVAILABLE when the simulated WeChat does not answer. */
  async issueCode(request: DemoCodeRequest): Promise<string> {
    this.requireDemo();
    try {
      const answer = await fetch(`${this.config.wechat.baseUrl}/__fake/code`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const body: unknown = answer.ok ? await answer.json() : null;
      if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string')
        return body.code;
    } catch {
      // No answer is answered below like a wrong one.
    }
    throw new DomainError('WECHAT_UNAVAILABLE');
  }
}
