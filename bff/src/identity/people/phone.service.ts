import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../../common/auth/caller.js';
import { DomainError } from '../../common/errors/domain-error.js';
import {
  idempotent,
  Idempotency,
  replay,
  type IdempotentRequest,
} from '../../common/idempotency/idempotency.js';
import { Database } from '../../database/database.js';
import { WeChatClient, type WeChatPhone } from '../../integrations/wechat/wechat-client.js';
import { ResidenciesService } from '../residency/residencies.service.js';
import { wechatRefusal } from '../sessions/wechat-refusals.js';
import { PeopleService } from './people.service.js';
import { canonicalPhone } from './phone.js';

/** How long the answer of a simultaneous repeat is waited for: WeChat takes the code once. */
const REPEAT_TRIES = 4;
const REPEAT_PAUSE_MS = 250;

/** Binding the phone number that WeChat vouches for. */
@Injectable()
export class PhoneService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly residencies: ResidenciesService,
    private readonly wechat: WeChatClient,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * Exchanges the code of the phone button and binds the number; a pending residency that the roster can now decide is
   * approved. PHONE_CODE_INVALID, PHONE_TAKEN, WECHAT_UNAVAILABLE.
   *
   * WeChat is asked before the transaction opens, so that a slow WeChat holds no connection of the pool. A repeat of
   * the request therefore looks for the kept answer first: asked again, WeChat would refuse the used code.
   */
  async bind(caller: Caller, key: string, code: string): Promise<void> {
    const request = idempotent(caller.personId, key, 'POST /me/phone', { code });
    if (await this.wasAnswered(request)) return;
    const exchanged = await this.exchange(caller, request, code);
    if (exchanged === null) return;
    const phone = canonicalPhone(exchanged.purePhoneNumber, exchanged.countryCode);
    if (phone === null) throw new DomainError('PHONE_CODE_INVALID', { message: '这个手机号不能识别。' });
    await this.idempotency.run(request, async (tx) => {
      await this.people.bindPhone(tx, caller.personId, phone);
      await this.residencies.reconsider(tx, caller.personId);
      return {};
    });
  }

  /** The number behind the code; null when a simultaneous repeat of this request has bound it meanwhile. */
  private async exchange(
    caller: Caller,
    request: IdempotentRequest,
    code: string,
  ): Promise<WeChatPhone | null> {
    const { openid } = await this.people.require(caller.personId);
    if (openid === null) throw new DomainError('PHONE_CODE_INVALID');
    try {
      return await this.wechat.phoneNumber(code, openid);
    } catch (error) {
      const refusal = wechatRefusal(error, 'PHONE_CODE_INVALID');
      const used = refusal instanceof DomainError && refusal.code === 'PHONE_CODE_INVALID';
      if (used && (await this.answeredSoon(request))) return null;
      throw refusal;
    }
  }

  private async answeredSoon(request: IdempotentRequest): Promise<boolean> {
    for (let tries = 0; tries < REPEAT_TRIES; tries += 1) {
      if (await this.wasAnswered(request)) return true;
      await sleep(REPEAT_PAUSE_MS);
    }
    return false;
  }

  /** True when this request succeeded before; a kept refusal is thrown again. */
  private async wasAnswered(request: IdempotentRequest): Promise<boolean> {
    const stored = (await this.idempotency.find(this.database, [request])).at(0);
    if (stored === undefined) return false;
    replay(stored, request);
    return true;
  }
}
