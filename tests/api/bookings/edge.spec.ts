import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { BookingLane } from '@jiefang/bff/venues/bookings/booking-lane';
import { DomainError } from '@jiefang/bff/common/errors/domain-error';
import { AccessTokens } from '@jiefang/bff/common/auth/access-tokens';
import { buildPlace, wish } from '../../builders/bookings.js';
import { buildPerson } from '../../builders/people.js';
import { stage } from '../../support/stage.js';

jest.setTimeout(60_000);

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: { code: string; message: string; next: string | null; requestId: string };
}

describe('bad input at the edge', () => {
  const [app] = stage(1);
  let person: number;
  let venue: number;

  beforeAll(async () => {
    person = await buildPerson(app.database);
    venue = (await buildPlace(app.database)).venue;
  });
  afterEach(async () => {
    expect(await app.database.query('SELECT id FROM booking')).toEqual([]);
  });

  /** A request with every byte as given. */
  const send = (
    method: string,
    path: string,
    headers: Record<string, string>,
    body: Buffer | string = '',
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { accessToken } = app.app.get(AccessTokens).sign({ sub: person, fam: 0 }, app.clock.now());
      const request = httpRequest(
        `${app.url}${path}`,
        {
          method,
          headers: {
            authorization: `Bearer ${accessToken}`,
            'idempotency-key': 'edge-key-00001',
            ...headers,
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          response.on('end', () => {
            try {
              resolve({
                status: response.statusCode ?? 0,
                headers: response.headers,
                body: JSON.parse(text),
              });
            } catch {
              reject(new Error(`no JSON: ${response.statusCode} ${text.slice(0, 200)}`));
            }
          });
        },
      );
      let failure: Error | undefined;
      // The server may close while a big body is still on its way; the answer has been sent before.
      request.on('error', (error) => (failure = error));
      request.on('close', () => failure !== undefined && reject(failure));
      request.end(body);
    });
  const json = { 'content-type': 'application/json' };

  const expectRefusal = (answer: Answer, status: number, code: string): void => {
    expect(answer.status).toBe(status);
    expect(answer.body.code).toBe(code);
    expect(answer.body.message).toMatch(/\p{Script=Han}/u);
    expect(answer.body.message).not.toMatch(/[A-Za-z]{4,}/);
    expect(answer.body.requestId).toMatch(/^[0-9a-f]{12}$/);
    expect(answer.headers['content-type']).toContain('application/json');
  };

  it('refuses ten megabytes', async () => {
    const body = JSON.stringify({ ...wish(venue, 540, 600), purpose: 'x'.repeat(10 * 1024 * 1024) });
    expectRefusal(await send('POST', '/api/v1/bookings', json, body), 413, 'BODY_TOO_LARGE');
  });

  it.each([
    ['broken JSON', json, '{"venueId": "', 400, 'INVALID_INPUT'],
    ['no body', json, '', 400, 'INVALID_INPUT'],
    ['null', json, 'null', 400, 'INVALID_INPUT'],
    ['a list', json, '[]', 400, 'INVALID_INPUT'],
    ['a word', json, '"x"', 400, 'INVALID_INPUT'],
    ['__proto__', json, '{"__proto__": {"a": 1}}', 400, 'INVALID_INPUT'],
    [
      'bytes that are no UTF-8',
      json,
      Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
      400,
      'INVALID_INPUT',
    ],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'venueId=1', 400, 'INVALID_INPUT'],
    ['XML', { 'content-type': 'text/xml' }, '<a/>', 415, 'UNSUPPORTED_MEDIA'],
    ['a content type that is none', { 'content-type': ';;;' }, '{}', 415, 'UNSUPPORTED_MEDIA'],
  ])('refuses %s', async (_name, headers, body, status, code) => {
    expectRefusal(await send('POST', '/api/v1/bookings', headers, body), status, code);
  });

  it.each([
    ['GET', '/api/v1/nothing/here'],
    ['DELETE', '/api/v1/bookings'],
    ['GET', '/api/v2/bookings'],
    ['GET', `/api/v1/bookings/${'z'.repeat(24)}`],
    ['GET', `/api/v1/bookings/${'9'.repeat(300)}`],
    ['GET', '/api/v1/bookings/%00%00%00%00%00%00%00%00'],
    ['GET', "/api/v1/bookings/1'%20OR%20'1'='1"],
    ['GET', '/api/v1/bookings/..%2f..%2fetc%2fpasswd'],
  ])('answers %s %s with not found', async (method, path) => {
    expectRefusal(await send(method, path, {}), 404, 'NOT_FOUND');
  });

  it.each(['/api/v1/bookings/%E0%A4%A', '/api/v1/bookings/%zz'])(
    'refuses the malformed address %s',
    async (path) => {
      expectRefusal(await send('GET', path, {}), 400, 'INVALID_INPUT');
    },
  );

  it.each([
    ['the end of time', 422, '9999-12-31T23:00:00Z', '9999-12-31T23:30:00Z'],
    ['the year 0', 400, '0000-01-01T00:00:00Z', '0000-01-01T00:30:00Z'],
    ['a minute that is none', 400, '2026-11-24T09:99:00Z', '2026-11-24T10:00:00Z'],
  ])('refuses a booking at %s', async (_name, status, startsAt, endsAt) => {
    for (const path of ['/bookings', '/waitlist']) {
      const answer = await app.as(person).post(path, { ...wish(venue, 540, 600), startsAt, endsAt });
      expect(answer.status).toBe(status);
      expect(answer.body.message).toMatch(/\p{Script=Han}/u);
    }
  });

  it.each([
    ['missing', undefined],
    ['too short', 'abc'],
    ['too long', 'x'.repeat(65)],
    ['with other characters', 'key key key'],
    ['not ASCII', 'key-\u00e9\u00e9\u00e9\u00e9\u00e9'],
  ])('wants an idempotency key: %s', async (_name, key) => {
    const headers: Record<string, string> = { ...json, 'idempotency-key': key ?? '' };
    const answer = await send('POST', '/api/v1/bookings', headers, JSON.stringify(wish(venue, 540, 600)));
    expectRefusal(answer, 400, 'IDEMPOTENCY_KEY_MISSING');
  });

  it.each([
    ['rubbish', 'Bearer rubbish', 401],
    ['another scheme', 'Basic YTpi', 401],
    [
      'a token without a signature',
      `Bearer ${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${Buffer.from('{"sub":"1","fam":0}').toString('base64url')}.`,
      401,
    ],
  ])('refuses %s as a login', async (_name, authorization, status) => {
    const answer = await send('GET', '/api/v1/me/bookings', { authorization });
    expectRefusal(answer, status, 'SESSION_EXPIRED');
  });

  it('answers with our words when a queue is full, and says when to come again', async () => {
    const spy = jest.spyOn(app.app.get(BookingLane), 'book').mockRejectedValue(new DomainError('BUSY'));
    const answer = await app
      .as(person)
      .post('/bookings', wish(venue, 540, 600))
      .expect(503);
    spy.mockRestore();
    expect(answer.headers['retry-after']).toBe('2');
    expect(answer.body).toMatchObject({ code: 'BUSY', retryAfterSeconds: 2, requestId: expect.any(String) });
  });

  it('survives a client that hangs up half-way through its body', async () => {
    const { port } = new URL(app.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          'POST /api/v1/bookings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"a":',
        );
        socket.destroy();
        resolve();
      });
    });
    await app
      .as(person)
      .get(`/venues/${encodeId('venue', venue)}`)
      .expect(200);
  });
});
