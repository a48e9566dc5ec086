import { randomUUID } from 'node:crypto';
import { AccessTokens } from '@jiefang/bff/common/auth/access-tokens';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type { Sql } from '@jiefang/bff/database/database';
import request from 'supertest';
import type { TestApp } from '../support/app.js';
import { COMMUNITY } from './venues.js';

/** Columns of the files that tests import. */
export const OWNERS_HEADER = '楼栋,房号,面积,业主,手机,证件后四位,共有组,代理人,代理人手机';

/** Sends a file of owners as staff do. */
export function importOwners(
  app: TestApp,
  personId: number,
  content: string | Buffer,
  options: { code?: string; key?: string; field?: string; fileName?: string } = {},
): request.Test {
  const token = app.app.get(AccessTokens).sign({ sub: personId, fam: 0 }, app.clock.now()).accessToken;
  return request(app.url)
    .post(`/api/v1/staff/divisions/${options.code ?? COMMUNITY}/owners-imports`)
    .set('authorization', `Bearer ${token}`)
    .set('idempotency-key', options.key ?? randomUUID())
    .attach(
      options.field ?? 'file',
      typeof content === 'string' ? Buffer.from(content) : content,
      options.fileName ?? '业主.csv',
    );
}

/** Lines of owners under the usual header. */
export function ownersFile(...lines: string[]): string {
  return [OWNERS_HEADER, ...lines].join('\n');
}

export interface RollPreviewBody {
  size: number;
  area: number | null;
  hash: string;
  buildings: { building: string; size: number; area: number | null }[];
  sample: { no: number; label: string; area: number | null }[];
  unreachable: number;
  sentences: string[];
  windows: { deliberatesFrom: string; deliberatesUntil: string; votesDays: number | null };
  faults: string[];
}

/** What staff see before they announce. */
export async function previewRoll(
  app: TestApp,
  personId: number,
  topicId: number,
  choice: object,
): Promise<RollPreviewBody> {
  const path = `/staff/topics/${encodeId('topic', topicId)}/roll-preview`;
  return (await app.as(personId).post(path, choice).expect(200)).body as RollPreviewBody;
}

/** Announces what was just looked at. */
export async function announce(
  app: TestApp,
  personId: number,
  topicId: number,
  choice: object,
  key?: string,
): Promise<request.Response> {
  const { hash } = await previewRoll(app, personId, topicId, choice);
  return app
    .as(personId)
    .post(`/staff/topics/${encodeId('topic', topicId)}/announce`, { ...choice, hash }, key);
}

/** A role of somebody in a community's hall. */
export async function grantHallRole(
  sql: Sql,
  personId: number,
  role: string,
  communityCode = COMMUNITY,
): Promise<void> {
  await sql.execute(
    'INSERT INTO hall_role (division_code, person_id, role, granted_by, granted_at) VALUES (?, ?, ?, ?, ?)',
    [communityCode, personId, role, personId, new Date('2026-11-01T00:00:00Z')],
  );
}
