import { Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';

/** Limits by account first: behind a carrier's NAT a whole neighbourhood shares one address. */
@Injectable()
export class AccountThrottlerGuard extends ThrottlerGuard {
  protected override getTracker(request: FastifyRequest): Promise<string> {
    return Promise.resolve(
      request.caller === undefined ? `address:${request.ip}` : `person:${request.caller.personId}`,
    );
  }
}
