import {
  createParamDecorator,
  SetMetadata,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import type { Permission } from '@jiefang/shared/permissions';
import type { FastifyRequest } from 'fastify';

/** Where a request comes from; kept with every audited act. */
export interface Origin {
  requestId: string;
  address: string;
}

/** The logged-in person behind a request. */
export interface Caller extends Origin {
  personId: number;
  familyId: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

export const PUBLIC_ROUTE = 'jiefang:public';
export const PERMISSION = 'jiefang:permission';

/** A route that a visitor may use; with a valid token it still knows who asks. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC_ROUTE, true);

/** Names the permission a staff route needs somewhere; the service proves it for the ids at hand. */
export const RequirePermission = (permission: Permission): CustomDecorator =>
  SetMetadata(PERMISSION, permission);

/** The caller of a route that needs a login. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (caller === undefined) throw new Error('CurrentCaller on a public route; use OptionalCaller');
  return caller;
});

/** The caller of a public route, or null for a visitor. */
export const OptionalCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller | null => {
  return context.switchToHttp().getRequest<FastifyRequest>().caller ?? null;
});

/** Request id and address of any request. */
export const RequestOrigin = createParamDecorator((_: unknown, context: ExecutionContext): Origin => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { requestId: request.id, address: request.ip };
});
