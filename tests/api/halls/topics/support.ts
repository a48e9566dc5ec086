import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { TopicClock } from '@jiefang/bff/halls/topics/topic-clock';
import type { Sql } from '@jiefang/bff/database/database';
import { buildModerator, buildResident, STREET } from '../../../builders/halls.js';
import { buildSpeaker } from '../../../builders/opinions.js';
import { buildDivision } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import type { TestApp } from '../../../support/app.js';
import type request from 'supertest';

/** A topic as the API answers it, as far as tests look into it. */
export interface TopicBody {
  id: string;
  title: string;
  body: string;
  status: string;
  actions: string[];
  text: { no: number; hash: string | null; held: boolean; count: number; hidden: boolean };
  endorsements: { count: number; needed: number } | null;
  late: { kind: string; word: string; dueAt: string }[];
  staffActions?: { act: string; allowed: boolean; unmet: string[] }[];
  windows: Record<string, string | null>;
  clocks: { kind: string; dueAt: string; stoppedAt: string | null; late: boolean }[];
  record: { seq: number; hash: string };
}

/** People of a hall: residents whom WeChat knows, staff of the community, of its street, of another community. */
export interface HallPeople {
  initiator: number;
  neighbour: number;
  stranger: number;
  moderator: number;
  street: number;
  street2: number;
  foreign: number;
}

export async function buildHallPeople(app: TestApp): Promise<HallPeople> {
  const sql = app.database;
  await buildDivision(sql, COMMUNITY, '延安社区');
  await buildDivision(sql, OTHER_STREET_COMMUNITY, '西桥社区');
  return {
    initiator: await buildSpeaker(app),
    neighbour: await buildSpeaker(app),
    stranger: await buildResident(sql, OTHER_STREET_COMMUNITY),
    moderator: await buildModerator(sql),
    street: await buildModerator(sql, STREET),
    street2: await buildModerator(sql, STREET),
    foreign: await buildModerator(sql, OTHER_STREET_COMMUNITY),
  };
}

export const DRAFT = {
  communityCode: COMMUNITY,
  title: '电动车充电棚建在哪？',
  body: '三栋楼下每晚都有人拉线充电，请大家商量一个地方。',
  track: 'deep',
};

/** A new draft through the API. */
export async function raise(app: TestApp, person: number, change: object = {}): Promise<TopicBody> {
  const answer = await app.as(person).post('/topics', { ...DRAFT, ...change });
  if (answer.status !== 201) throw new Error(`not raised: ${answer.status} ${answer.text}`);
  return answer.body as TopicBody;
}

/** An act of staff. */
export function act(
  app: TestApp,
  person: number,
  topicId: string | number,
  name: string,
  body: object = {},
  key?: string,
): request.Test {
  const id = typeof topicId === 'number' ? encodeId('topic', topicId) : topicId;
  return app.as(person).post(`/staff/topics/${id}/acts/${name}`, body, key);
}

/** An act of a resident. */
export function own(
  app: TestApp,
  person: number,
  topicId: string | number,
  name: string,
  body: object = {},
  key?: string,
): request.Test {
  const id = typeof topicId === 'number' ? encodeId('topic', topicId) : topicId;
  return app.as(person).post(`/topics/${id}/${name}`, body, key);
}

/** Lets time do to topics what is due at the application's clock. */
export function runTopicClock(app: TestApp): Promise<void> {
  return app.app.get(TopicClock).run();
}

/** Confirmed minutes with a minority view, as their own part of the product writes them. */
export async function buildMinutes(sql: Sql, topicId: number, status = 'confirmed'): Promise<void> {
  await sql.execute(
    `INSERT INTO minutes (topic_id, no, sentences, minority, status, written_by, written_at)
     VALUES (?, 1, '[]', '["有人不同意。"]', ?, 1, '2026-11-22')`,
    [topicId, status],
  );
}

/** A promise that follows a decision. */
export async function buildFollowUp(
  sql: Sql,
  topicId: number,
  change: { status?: string; dueOn?: string; doneOn?: string } = {},
): Promise<number> {
  const { insertId } = await sql.execute(
    `INSERT INTO follow_up (topic_id, division_code, title, responsible, due_on, status, done_on, created_by, created_at)
     VALUES (?, ?, '装三处充电棚', '物业', ?, ?, ?, 1, '2026-11-01')`,
    [topicId, COMMUNITY, change.dueOn ?? '2026-12-31', change.status ?? 'open', change.doneOn ?? null],
  );
  return insertId;
}

/** An objection to a publicised result. */
export async function buildTopicObjection(
  sql: Sql,
  topicId: number,
  personId: number,
  status = 'open',
): Promise<number> {
  const { insertId } = await sql.execute(
    `INSERT INTO topic_objection (topic_id, division_code, person_id, text, status, created_at)
     VALUES (?, ?, ?, '名册漏了我家。', ?, '2026-11-22')`,
    [topicId, COMMUNITY, personId, status],
  );
  return insertId;
}
