import type { ErrorCode } from '@jiefang/shared/error-codes';
import { ERROR_CATALOGUE } from '@jiefang/bff/common/errors/catalogue';
import type { Sql } from '@jiefang/bff/database/database';
import type request from 'supertest';

/**
 * Written beside a refusal on purpose, or by the product's own clockwork: a kept refusal of an idempotency key, a job's
 * lease, a block of numbers, WeChat's token.
 */
const INCIDENTAL = ['idempotency', 'job_lease', 'id_block', 'wechat_token'];

/** Rows and checksum of every table that a refusal must leave alone. */
export async function contentsOf(sql: Sql): Promise<Record<string, string>> {
  const tables = await sql.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
  );
  const names = tables.map((table) => table.name).filter((name) => !INCIDENTAL.includes(name));
  const counts = await sql.query<{ name: string; n: number }>(
    names.map((name) => `SELECT '${name}' AS name, COUNT(*) AS n FROM \`${name}\``).join(' UNION ALL '),
  );
  const sums = await sql.query<{ Table: string; Checksum: number | string | null }>(
    `CHECKSUM TABLE ${names.map((name) => `\`${name}\``).join(', ')}`,
  );
  const sumOf = new Map(sums.map((row) => [row.Table.split('.').at(-1), row.Checksum]));
  sumOf.set('venue', await sumOfVenues(sql));
  return Object.fromEntries(counts.map(({ name, n }) => [name, `${n} rows, ${sumOf.get(name)}`]));
}

/** A checksum of the venues without `version`: who takes a venue's lock counts it up, to be refused under it as well. */
async function sumOfVenues(sql: Sql): Promise<string> {
  const columns = await sql.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = 'venue' AND column_name <> 'version'`,
  );
  const texts = columns.map(({ name }) => `IFNULL(HEX(CAST(\`${name}\` AS BINARY)), '-')`);
  const [row] = await sql.query<{ sum: string | null }>(
    `SELECT CAST(SUM(CRC32(CONCAT_WS('|', ${texts.join(', ')}))) AS CHAR) AS sum FROM venue`,
  );
  return String(row?.sum);
}

/** Checks that an answer is a refusal that a resident can read: status and code, a Chinese sentence, a request id. */
export function expectRefusal(answer: request.Response, code: ErrorCode): void {
  const body = answer.body as { code?: string; message?: string; next?: string | null; requestId?: string };
  const { status } = ERROR_CATALOGUE[code];
  expect({ status: answer.status, code: body.code }).toEqual({ status, code });
  expect(status).toBeLessThan(500);
  for (const sentence of [body.message, body.next ?? '。']) {
    expect(sentence).toMatch(/。$/);
    expect(sentence).not.toMatch(/undefined|null|[A-Za-z]{4,}/);
  }
  expect(body.message).toMatch(/\p{Script=Han}/u);
  expect(body.requestId).toMatch(/^[0-9a-f]{12}$/);
}

/** Sends something that must be refused, and checks that no row of the database came, went or changed by it. */
export async function expectUntouched(
  sql: Sql,
  send: () => PromiseLike<request.Response>,
  code: ErrorCode,
): Promise<request.Response> {
  const before = await contentsOf(sql);
  const answer = await send();
  expectRefusal(answer, code);
  expect(await contentsOf(sql)).toEqual(before);
  return answer;
}
