import request from 'supertest';
import type { TestApp } from '../../support/app.js';

/** What a login gives, as far as tests look at it. */
export interface Login {
  accessToken: string;
  accessExpiresAt: string;
  refreshToken: string;
  person: { id: string; nickname: string; isDemo: boolean };
}

/** A request without any header of its own. */
export function visitor(app: TestApp): { post: (path: string, body: object) => request.Test } {
  return { post: (path, body) => request(app.url).post(`/api/v1${path}`).send(body) };
}

/** Logs in as an openid through a fresh code of the simulated WeChat. */
export async function login(app: TestApp, openid: string): Promise<Login> {
  const answer = await visitor(app).post('/auth/login', { code: app.wechat.issueCode({ openid }) });
  if (answer.status !== 200)
    throw new Error(`login answered ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as Login;
}

/** GET /me with an access token. */
export function meWith(app: TestApp, accessToken: string): request.Test {
  return request(app.url).get('/api/v1/me').set('authorization', `Bearer ${accessToken}`);
}

/** The row number of an openid's person. */
export async function personIdOf(app: TestApp, openid: string): Promise<number> {
  const [row] = await app.database.query<{ id: number }>('SELECT id FROM person WHERE openid = ?', [openid]);
  if (row === undefined) throw new Error(`nobody has ${openid}`);
  return row.id;
}

/** Checks that an answer is a refusal a resident can read. */
export function expectRefusal(answer: request.Response, status: number, code: string): void {
  expect({ status: answer.status, code: (answer.body as { code?: string }).code }).toEqual({ status, code });
  expect(answer.body).toMatchObject({ message: expect.stringMatching(/\p{Script=Han}/u) as string });
  expect((answer.body as { requestId: string }).requestId).toMatch(/^[0-9a-f]{12}$/);
}
