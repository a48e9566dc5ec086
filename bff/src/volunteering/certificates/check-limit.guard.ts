import { Injectable, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '../../common/errors/domain-error.js';
import { AddressLimitGuard } from '../../identity/sessions/address-limit.guard.js';

/** Limits by address how often codes can be tried; in words about checking instead of logging in. */
@Injectable()
export class CheckLimitGuard extends AddressLimitGuard {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    try {
      return await super.canActivate(context);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'TOO_MANY_REQUESTS') throw error;
      throw new DomainError('TOO_MANY_REQUESTS', {
        message: '这个网络上核对的次数太多了，请歇一分钟。',
        next: '请一分钟后再试，或换一个网络。',
      });
    }
  }
}
