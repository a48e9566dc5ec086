import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ROLE_PERMISSIONS, type Permission } from '@jiefang/shared/permissions';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../clock/clock.js';
import { DomainError } from '../errors/domain-error.js';
import { Access } from './access.js';
import { AccessTokens } from './access-tokens.js';
import { PERMISSION, PUBLIC_ROUTE } from './caller.js';
import { RevokedSessions } from './revoked-sessions.js';

/** Every route needs a login unless it is marked Public; a staff route also needs its permission somewhere. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly revoked: RevokedSessions,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const targets = [context.getHandler(), context.getClass()];
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_ROUTE, targets) === true;
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION, targets);

    const header = request.headers.authorization;
    if (header === undefined) {
      if (isPublic) return true;
      throw new DomainError('UNAUTHENTICATED');
    }
    const claims = header.startsWith('Bearer ')
      ? this.tokens.verify(header.slice(7), this.clock.now())
      : null;
    if (claims === null || this.revoked.has(claims.fam)) throw new DomainError('SESSION_EXPIRED');
    request.caller = {
      personId: claims.sub,
      familyId: claims.fam,
      requestId: request.id,
      address: request.ip,
    };

    if (permission !== undefined) {
      const grants = await this.access.grantsOf(claims.sub);
      if (!grants.some((grant) => ROLE_PERMISSIONS[grant.role].includes(permission)))
        throw new DomainError('FORBIDDEN');
    }
    return true;
  }
}
