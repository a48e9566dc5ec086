import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../errors/domain-error.js';

/** The `Idempotency-Key` of a write that a phone may repeat: 8 to 64 letters, digits, `-` or `_`. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const value = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (typeof value !== 'string' || !/^[A-Za-z0-9_-]{8,64}$/.test(value))
    throw new DomainError('IDEMPOTENCY_KEY_MISSING');
  return value;
});

/** Says in the OpenAPI document that a write needs its key. */
export const ApiIdempotent = (): MethodDecorator =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: '8 to 64 letters, digits, - or _; the same for every repeat of one act',
  });
