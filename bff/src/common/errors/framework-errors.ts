import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from './domain-error.js';

/**
 * Answers what Fastify refuses before it has found a route like every other refusal: a malformed address is
 * INVALID_INPUT, one with an endless part leads nowhere.
 */
export function answerFrameworkError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const status = 'statusCode' in error ? error.statusCode : 400;
  const refusal = new DomainError(status === 414 || status === 404 ? 'NOT_FOUND' : 'INVALID_INPUT');
  void reply.status(refusal.status).send({ ...refusal.refusal, requestId: request.id });
}
