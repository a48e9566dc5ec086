import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type { Sql } from '@jiefang/bff/database/database';
import type { Stance } from '@jiefang/shared/topics';
import type { TestApp } from '../support/app.js';
import { buildResident, buildTopic, type TopicOptions } from './halls.js';
import { COMMUNITY } from './venues.js';

/** An opinion as the API answers it, as far as tests look into it. */
export interface OpinionBody {
  id: string;
  parentId: string | null;
  author: { nickname: string; role: string; roleWord: string } | null;
  stance: Stance;
  text: string | null;
  textNo: number;
  editedAt: string | null;
  status: string;
  pending: boolean;
  hidden: { reason: string; word: string; caseId: string | null } | null;
  agree: number;
  disagree: number;
  pass: number;
  replies: number;
  mine: { own: boolean; reaction: number | null } | null;
  actions: string[];
}

/** WeChat knows these people: they have just used the mini-program, so it judges their texts. */
export async function visit(app: TestApp, ...people: number[]): Promise<void> {
  const rows = await app.database.query<{ openid: string }>('SELECT openid FROM person WHERE id IN (?)', [
    people,
  ]);
  for (const { openid } of rows) app.wechat.setPerson({ openid, lastVisitSecondsAgo: 0 });
}

/** A verified resident whose texts WeChat judges. */
export async function buildSpeaker(app: TestApp, communityCode = COMMUNITY): Promise<number> {
  const person = await buildResident(app.database, communityCode);
  await visit(app, person);
  return person;
}

/** A topic under deliberation with its record begun. Returns the row number. */
export function buildHallTopic(app: TestApp, options: TopicOptions = {}): Promise<number> {
  return buildTopic(app.database, { status: 'deliberating', ...options }, app);
}

/** Posts an opinion and expects it to be taken. */
export async function say(
  app: TestApp,
  personId: number,
  topicId: number,
  said: { stance?: Stance; text?: string; parentId?: string } = {},
): Promise<OpinionBody> {
  const answer = await app
    .as(personId)
    .post(`/topics/${encodeId('topic', topicId)}/opinions`, {
      stance: 'for',
      text: '我赞成，晚上太危险了。',
      ...said,
    })
    .expect(201);
  return answer.body as OpinionBody;
}

/** One page of a topic's opinions as somebody sees it. */
export async function listOpinions(
  app: TestApp,
  topicId: number,
  options: { query?: string; as?: number } = {},
): Promise<{ items: OpinionBody[]; nextCursor: string | null }> {
  const answer = await app
    .as(options.as)
    .get(`/topics/${encodeId('topic', topicId)}/opinions?${options.query ?? ''}`)
    .expect(200);
  return answer.body as { items: OpinionBody[]; nextCursor: string | null };
}

/** All pages of a topic's opinions, one after the other. */
export async function walkOpinions(
  app: TestApp,
  topicId: number,
  query: string,
  as?: number,
): Promise<OpinionBody[]> {
  const found: OpinionBody[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const more: string = cursor === '' ? query : `${query}&cursor=${cursor}`;
    const page: { items: OpinionBody[]; nextCursor: string | null } = await listOpinions(app, topicId, {
      query: more,
      ...(as === undefined ? {} : { as }),
    });
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}

/** Where counters differ from the rows they count; empty when all are exact. */
export async function miscounted(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ fault: string }>(
    `SELECT CONCAT('opinion ', o.id) AS fault FROM opinion o
       LEFT JOIN (SELECT opinion_id, SUM(value = 1) AS agree, SUM(value = -1) AS disagree, SUM(value = 0) AS pass
         FROM opinion_reaction GROUP BY opinion_id) r ON r.opinion_id = o.id
      WHERE o.agree <> COALESCE(r.agree, 0) OR o.disagree <> COALESCE(r.disagree, 0) OR o.pass <> COALESCE(r.pass, 0)
     UNION ALL
     SELECT CONCAT('replies of ', o.id) FROM opinion o
      WHERE o.replies <> (SELECT COUNT(*) FROM opinion c WHERE c.parent_id = o.id AND c.status <> 'held')
     UNION ALL
     SELECT CONCAT('topic ', t.id) FROM topic t LEFT JOIN (
         SELECT topic_id, COUNT(*) AS n, SUM(parent_id = 0 AND stance = 'for') AS f,
                SUM(parent_id = 0 AND stance = 'against') AS a, SUM(parent_id = 0 AND stance = 'neutral') AS u
           FROM opinion WHERE status = 'visible' GROUP BY topic_id) s ON s.topic_id = t.id
      WHERE t.opinions <> COALESCE(s.n, 0) OR t.stance_for <> COALESCE(s.f, 0)
         OR t.stance_against <> COALESCE(s.a, 0) OR t.stance_neutral <> COALESCE(s.u, 0)`,
  );
  return rows.map((row) => row.fault);
}

/** The record of a topic as plain entries, oldest first, each with what it shows of its texts. */
export async function recordOf(
  sql: Sql,
  topicId: number,
): Promise<
  {
    act: string;
    body: Record<string, unknown>;
    actor: { role: string; ref: string | null };
    texts: string[];
  }[]
> {
  const rows = await sql.query<{ seq: number; entry: string }>(
    'SELECT seq, entry FROM record_entry WHERE topic_id = ? ORDER BY seq',
    [topicId],
  );
  const contents = await sql.query<{ seq: number; text: string }>(
    "SELECT seq, text FROM record_content WHERE topic_id = ? AND state = 'shown' ORDER BY seq, name",
    [topicId],
  );
  return rows.map(({ seq, entry }) => {
    const { act, body, actor } = JSON.parse(entry) as {
      act: string;
      body: Record<string, unknown>;
      actor: { role: string; ref: string | null };
    };
    return { act, body, actor, texts: contents.filter((one) => one.seq === seq).map((one) => one.text) };
  });
}

/** Many opinions of the first level by plain INSERTs, with reactions counted as given and no rows behind them. */
export async function buildOpinions(
  sql: Sql,
  topicId: number,
  authorId: number,
  counts: readonly { agree: number; disagree: number }[],
): Promise<number[]> {
  const ids: number[] = [];
  for (const [index, { agree, disagree }] of counts.entries()) {
    const at = new Date(Date.parse('2026-11-20T00:00:00Z') + index * 1000);
    const { insertId } = await sql.execute(
      `INSERT INTO opinion (topic_id, author_id, role, stance, status, text, agree, disagree, created_at, updated_at)
       VALUES (?, ?, 'resident', 'neutral', 'visible', ?, ?, ?, ?, ?)`,
      [topicId, authorId, `第 ${index + 1} 条`, agree, disagree, at, at],
    );
    await sql.execute(
      "INSERT INTO opinion_text (opinion_id, no, text, verdict, created_at) VALUES (?, 1, ?, 'pass', ?)",
      [insertId, `第 ${index + 1} 条`, at],
    );
    ids.push(insertId);
  }
  return ids;
}
