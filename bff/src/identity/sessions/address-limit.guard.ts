import {
  Inject,
  Injectable,
  SetMetadata,
  type CanActivate,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { InjectThrottlerStorage, type ThrottlerStorage } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';
import { APP_CONFIG } from '../../common/tokens.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { AppConfig } from '../../config/app-config.js';

const SHARE = 'jiefang:address-share';
const MINUTE_MS = 60_000;

/** Lets a route through more often than a login, by this factor: a refresh is worth less to a guesser than a login. */
export const AddressShare = (factor: number): CustomDecorator => SetMetadata(SHARE, factor);

/**
 * Limits what a visitor may try, by address, for nothing else is known of one. The limit is generous, because a
 * carrier's NAT puts a neighbourhood behind one address; over it that address waits a minute.
 */
@Injectable()
export class AddressLimitGuard implements CanActivate {
  constructor(
    @InjectThrottlerStorage() private readonly storage: ThrottlerStorage,
    private readonly reflector: Reflector,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const factor = this.reflector.get<number | undefined>(SHARE, context.getHandler()) ?? 1;
    const key = `auth:${context.getHandler().name}:${request.ip}`;
    const limit = this.config.loginsPerMinute * factor;
    const { isBlocked } = await this.storage.increment(key, MINUTE_MS, limit, MINUTE_MS, 'auth');
    if (isBlocked) {
      throw new DomainError('TOO_MANY_REQUESTS', {
        message: '这个网络上登录的人太多了，请歇一分钟。',
        next: '请一分钟后再试，或换一个网络。',
      });
    }
    return true;
  }
}
