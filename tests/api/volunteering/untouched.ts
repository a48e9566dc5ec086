import type { ErrorCode } from '@jiefang/shared/error-codes';
import type request from 'supertest';
import { deliver } from '../../builders/bookings.js';
import type { TestApp } from '../../support/app.js';
import { expectUntouched } from '../../support/refusal.js';

/** Refused without a trace, once the outbox has been carried out and cannot be what changes meanwhile. */
export async function untouched(
  app: TestApp,
  send: () => PromiseLike<request.Response>,
  code: ErrorCode,
): Promise<request.Response> {
  await deliver(app);
  return expectUntouched(app.database, send, code);
}
