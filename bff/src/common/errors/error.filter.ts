import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { ThrottlerException } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '@jiefang/shared/error-codes';
import { isLostConnection, isRetryable } from '../../database/sql-errors.js';
import { DomainError } from './domain-error.js';

/** HTTP statuses that the framework itself answers with, as codes of the catalogue. */
const FRAMEWORK_CODES: Record<number, ErrorCode> = {
  400: 'INVALID_INPUT',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
};

/** Seconds a client should wait before it repeats an answer of these codes. */
const RETRY_AFTER: Partial<Record<ErrorCode, number>> = { BUSY: 2, UNAVAILABLE: 3, TOO_MANY_REQUESTS: 60 };

/** Maps whatever was thrown to one answer: code, sentence, rule, next step, request id. Never a stack, never a raw error. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(ErrorFilter.name);

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = this.toDomainError(thrown, request);
    const wait = RETRY_AFTER[error.code];
    if (wait !== undefined) void reply.header('retry-after', String(wait));
    void reply.status(error.status).send({
      ...error.refusal,
      requestId: request.id,
      ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
    });
  }

  private toDomainError(thrown: unknown, request: FastifyRequest): DomainError {
    if (thrown instanceof DomainError) return thrown;
    if (thrown instanceof ThrottlerException) return new DomainError('TOO_MANY_REQUESTS');
    const status = thrown instanceof HttpException ? thrown.getStatus() : statusOf(thrown);
    const code = FRAMEWORK_CODES[status];
    if (code !== undefined) return new DomainError(code);
    if (status >= 400 && status < 500) return new DomainError('INVALID_INPUT');
    if (isLostConnection(thrown)) {
      this.logger.warn({ err: thrown, requestId: request.id }, 'database connection lost');
      return new DomainError('UNAVAILABLE');
    }
    if (isRetryable(thrown)) {
      // Rerun as often as it is worth: others hold what this request needs.
      this.logger.warn({ err: thrown, requestId: request.id }, 'gave up on a contended row');
      return new DomainError('BUSY');
    }
    this.logger.error({ err: thrown, requestId: request.id }, 'unexpected error');
    return new DomainError('INTERNAL');
  }
}

/** Fastify's own errors (body limit, bad JSON) carry a statusCode. */
function statusOf(thrown: unknown): number {
  if (
    typeof thrown === 'object' &&
    thrown !== null &&
    'statusCode' in thrown &&
    typeof thrown.statusCode === 'number'
  ) {
    return thrown.statusCode;
  }
  return 500;
}
