import {
  BadRequestException,
  HttpException,
  Logger,
  NotFoundException,
  type ArgumentsHost,
} from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { ThrottlerException } from '@nestjs/throttler';
import { ERROR_CODES } from '@jiefang/shared/error-codes';
import { ERROR_CATALOGUE } from './catalogue.js';
import { DomainError } from './domain-error.js';
import { ErrorFilter } from './error.filter.js';

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

/** What the filter answers to something thrown while request `r1` was handled. */
function answerTo(thrown: unknown): Answer {
  const answer: Answer = { status: 0, headers: {}, body: {} };
  const reply = {
    header: (name: string, value: string) => {
      answer.headers[name] = value;
      return reply;
    },
    status: (status: number) => {
      answer.status = status;
      return reply;
    },
    send: (body: Record<string, unknown>) => {
      answer.body = body;
      return reply;
    },
  };
  const host: ArgumentsHost = new ExecutionContextHost([{ id: 'r1' }, reply]);
  new ErrorFilter().catch(thrown, host);
  return answer;
}

const failure = (code: string): Error => Object.assign(new Error('driver speaking: SELECT secret'), { code });

describe('whatever was thrown', () => {
  let logged: jest.SpyInstance;
  let warned: jest.SpyInstance;

  beforeEach(() => {
    logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => jest.restoreAllMocks());

  it('answers a refusal word for word, with the request id', () => {
    const refusal = new DomainError('BOOKING_TAKEN', { rule: 'hours', extra: { offers: [1] } });
    expect(answerTo(refusal)).toEqual({
      status: 409,
      headers: {},
      body: {
        code: 'BOOKING_TAKEN',
        message: '这个时段刚刚被约走了。',
        next: '可以候补，或改约别的时段。',
        rule: { no: 1, title: '开放时间' },
        offers: [1],
        requestId: 'r1',
      },
    });
    expect(logged).not.toHaveBeenCalled();
  });

  it('answers a kept refusal as it was kept', () => {
    const kept = new DomainError('BOOKING_QUOTA_PERSON', { rule: 'quota', message: '每人每周 2 次。' })
      .refusal;
    expect(answerTo(DomainError.stored({ ...kept }))).toMatchObject({
      status: 409,
      body: { code: 'BOOKING_QUOTA_PERSON', message: '每人每周 2 次。', rule: { no: 5 } },
    });
  });

  it.each<[string, unknown, number, string]>([
    ['a bad request of the framework', new BadRequestException('SyntaxError in JSON'), 400, 'INVALID_INPUT'],
    ['an unknown route', new NotFoundException('Cannot GET /x'), 404, 'NOT_FOUND'],
    ['a method a route lacks', new HttpException('x', 405), 404, 'NOT_FOUND'],
    ['any other client error', new HttpException('x', 418), 400, 'INVALID_INPUT'],
    [
      'a body over the limit',
      { statusCode: 413, message: 'Request body is too large' },
      413,
      'BODY_TOO_LARGE',
    ],
    ['a foreign content type', { statusCode: 415 }, 415, 'UNSUPPORTED_MEDIA'],
    ['a missing login', new HttpException('x', 401), 401, 'UNAUTHENTICATED'],
    ['a guard that says no', new HttpException('Forbidden resource', 403), 403, 'FORBIDDEN'],
  ])('answers %s in our words', (_, thrown, status, code) => {
    const answer = answerTo(thrown);
    expect(answer).toMatchObject({ status, body: { code, requestId: 'r1' } });
    expect(answer.body.message).toBe(ERROR_CATALOGUE[code as keyof typeof ERROR_CATALOGUE].message);
    expect(logged).not.toHaveBeenCalled();
  });

  it.each<[string, unknown, number, string, number]>([
    ['too many requests', new ThrottlerException(), 429, 'TOO_MANY_REQUESTS', 60],
    ['a lane that is full', new DomainError('BUSY'), 503, 'BUSY', 2],
    ['a row that stays contended', failure('ER_LOCK_DEADLOCK'), 503, 'BUSY', 2],
    ['a query of TypeORM that did', { driverError: failure('ER_LOCK_WAIT_TIMEOUT') }, 503, 'BUSY', 2],
    ['a connection that was lost', failure('PROTOCOL_CONNECTION_LOST'), 503, 'UNAVAILABLE', 3],
    ['a pool that is closed', new Error('Pool is closed.'), 503, 'UNAVAILABLE', 3],
  ])('tells when to come back after %s', (_, thrown, status, code, seconds) => {
    expect(answerTo(thrown)).toMatchObject({
      status,
      headers: { 'retry-after': String(seconds) },
      body: { code, requestId: 'r1', retryAfterSeconds: seconds },
    });
    expect(logged).not.toHaveBeenCalled();
  });

  it('logs what the database did under the request id', () => {
    answerTo(failure('ECONNRESET'));
    expect(warned).toHaveBeenCalledWith(expect.objectContaining({ requestId: 'r1' }), expect.any(String));
  });

  it.each<[string, unknown]>([
    ['a mistake of ours', new TypeError('cannot read secret of undefined')],
    ['an error of the database nobody expected', failure('ER_BAD_FIELD_ERROR')],
    ['a server error of the framework', new HttpException('secret detail', 500)],
    ['something that is no error', 'secret'],
    ['nothing', undefined],
    ['a status that is no number', { statusCode: '400', secret: true }],
  ])('logs %s and tells nothing of it', (_, thrown) => {
    const answer = answerTo(thrown);
    const { message, next } = ERROR_CATALOGUE.INTERNAL;
    const body = { code: 'INTERNAL', message, next, rule: null, requestId: 'r1' };
    expect(answer).toEqual({ status: 500, headers: {}, body });
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|SELECT/);
    expect(logged).toHaveBeenCalledWith(
      expect.objectContaining({ err: thrown, requestId: 'r1' }),
      expect.any(String),
    );
  });
});

describe('the catalogue', () => {
  it('has a Chinese sentence for every code, and a status that is an error', () => {
    expect(Object.keys(ERROR_CATALOGUE).sort()).toEqual([...ERROR_CODES].sort());
    for (const { status, message, next } of Object.values(ERROR_CATALOGUE)) {
      expect(status).toBeGreaterThanOrEqual(400);
      for (const sentence of next === null ? [message] : [message, next]) {
        expect(sentence).toMatch(/[\u4e00-\u9fff].*。$/);
        expect(sentence).not.toMatch(/[A-Z]{2,}|错误码|系统错误/);
      }
    }
  });
});
