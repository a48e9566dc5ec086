import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { DAILY_LIMITS } from '@jiefang/shared/topics';
import { countRows } from '../builders/identity.js';
import { buildModerator } from '../builders/halls.js';
import {
  buildHallTopic,
  buildSpeaker,
  listOpinions,
  miscounted,
  recordOf,
  say,
} from '../builders/opinions.js';
import { buildDivision } from '../builders/people.js';
import { COMMUNITY } from '../builders/venues.js';
import type { TestApp } from '../support/app.js';
import { stage } from '../support/stage.js';

jest.setTimeout(120_000);

describe('reports, cases and limits on two replicas', () => {
  const [app, replica] = stage(2);
  const side = (n: number): TestApp => (n % 2 === 0 ? app : replica);
  const codeOf = (answer: { body: unknown }): string | undefined => (answer.body as { code?: string }).code;
  beforeAll(() => buildDivision(app.database, COMMUNITY, '延安社区'));
  afterEach(async () => expect(await miscounted(app.database)).toEqual([]));

  const moderators = (count: number): Promise<number[]> =>
    Promise.all(Array.from({ length: count }, () => buildModerator(app.database)));

  const reportedOpinion = async (): Promise<{
    topic: number;
    opinion: string;
    id: string;
    author: number;
  }> => {
    const topic = await buildHallTopic(app);
    const author = await buildSpeaker(app);
    const { id: opinion } = await say(app, author, topic);
    const people = await Promise.all(Array.from({ length: 40 }, () => buildSpeaker(app)));
    const answers = await Promise.all(
      people.flatMap((person, n) =>
        [0, 1].map((tap) =>
          side(n + tap)
            .as(person)
            .post('/reports', { subject: { kind: 'opinion', id: opinion }, reason: 'abuse' }),
        ),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(40);
    expect(new Set(answers.filter((a) => a.status !== 200).map(codeOf))).toEqual(new Set(['CASE_REPORTED']));
    const rows = await app.database.query<{ id: number; reports: number }>(
      "SELECT id, reports FROM moderation_case WHERE subject_kind = 'opinion' AND subject_id = ?",
      [decodeId('opinion', opinion)],
    );
    expect(rows).toMatchObject([{ reports: 40 }]);
    expect(await countRows(app.database, 'moderation_report WHERE case_id = ?', [rows[0]?.id])).toBe(40);
    return { topic, opinion, author, id: encodeId('case', rows[0]?.id ?? 0) };
  };

  it('forty reporters who tap twice make one case; of six moderators one gets it; it is decided once', async () => {
    const { topic, id } = await reportedOpinion();
    expect((await recordOf(app.database, topic)).filter((entry) => entry.act === 'report')).toHaveLength(40);
    const judges = await moderators(6);
    const claims = await Promise.all(
      judges.map((one, n) => side(n).as(one).post(`/staff/cases/${id}/claim`)),
    );
    expect(claims.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(new Set(claims.filter((a) => a.status !== 200).map(codeOf))).toEqual(new Set(['CASE_CLAIMED']));
    const winner = judges[claims.findIndex((answer) => answer.status === 200)] ?? 0;
    const decisions = await Promise.all(
      [0, 1, 2, 3].map((n) =>
        side(n)
          .as(winner)
          .post(
            `/staff/cases/${id}/decide`,
            n % 2 === 0 ? { decision: 'hide', reason: 'abuse' } : { decision: 'keep' },
          ),
      ),
    );
    expect(decisions.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(new Set(decisions.filter((a) => a.status !== 200).map(codeOf))).toEqual(new Set(['CASE_STATE']));
    const hides = decisions.findIndex((answer) => answer.status === 200) % 2 === 0;
    expect((await listOpinions(app, topic)).items).toMatchObject([{ status: hides ? 'hidden' : 'visible' }]);
    const acts = (await recordOf(app.database, topic)).map((entry) => entry.act);
    expect(acts.filter((act) => act === 'hide' || act === 'keep')).toEqual([hides ? 'hide' : 'keep']);
    expect(acts.filter((act) => act === 'case_claim')).toHaveLength(1);
  });

  it('an appeal is made once and answered once', async () => {
    const { topic, author, id } = await reportedOpinion();
    const [first, ...others] = await moderators(5);
    await app.as(first).post(`/staff/cases/${id}/claim`).expect(200);
    await app.as(first).post(`/staff/cases/${id}/decide`, { decision: 'hide', reason: 'abuse' }).expect(200);
    const appeals = await Promise.all(
      [0, 1, 2].map((n) =>
        side(n)
          .as(author)
          .post(`/cases/${id}/appeal`, { text: `不服 ${n}` }),
      ),
    );
    expect(appeals.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
    const answers = await Promise.all(
      others.map((one, n) =>
        side(n)
          .as(one)
          .post(`/staff/cases/${id}/decide-appeal`, {
            decision: n % 2 === 0 ? 'uphold' : 'overturn',
            words: '看过了。',
          }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const overturned = answers.findIndex((answer) => answer.status === 200) % 2 === 1;
    expect((await listOpinions(app, topic)).items).toMatchObject([
      { status: overturned ? 'visible' : 'hidden' },
    ]);
  });

  it('a newcomer who sends everything at once publishes as much as a newcomer may', async () => {
    const topic = await buildHallTopic(app);
    const path = `/topics/${encodeId('topic', topic)}/opinions`;
    const newcomer = await buildSpeaker(app);
    const limits = DAILY_LIMITS.newcomer;
    await app.database.execute('UPDATE person SET created_at = ? WHERE id = ?', [
      new Date(app.clock.now().getTime() - 7 * 86_400_000 + 60_000),
      newcomer,
    ]);
    const send = (count: number) =>
      Promise.all(
        Array.from({ length: count }, (_, n) =>
          side(n)
            .as(newcomer)
            .post(path, { stance: 'for', text: `第 ${n} 句` }),
        ),
      );
    const answers = await send(25);
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(limits.opinion);
    expect(new Set(answers.filter((a) => a.status !== 201).map(codeOf))).toEqual(new Set(['DAILY_LIMIT']));
    expect(await countRows(app.database, 'opinion WHERE author_id = ?', [newcomer])).toBe(limits.opinion);
    const [quota] = await app.database.query<{ used: number }>(
      "SELECT used FROM post_quota WHERE person_id = ? AND kind = 'opinion'",
      [newcomer],
    );
    expect(quota?.used).toBe(limits.opinion);
    // No newcomer any more a minute later, and a new day for everybody after midnight.
    app.clock.advance(120_000);
    expect((await send(3)).map((answer) => answer.status)).toEqual([201, 201, 201]);
    const others = await Promise.all(Array.from({ length: 8 }, () => buildSpeaker(app)));
    const said = await Promise.all(others.map((one) => say(app, one, topic)));
    const reporter = await buildSpeaker(app);
    await app.database.execute('UPDATE person SET created_at = ? WHERE id = ?', [app.clock.now(), reporter]);
    const report = () =>
      Promise.all(
        said.map(({ id }, n) =>
          side(n)
            .as(reporter)
            .post('/reports', { subject: { kind: 'opinion', id }, reason: 'advert' }),
        ),
      );
    expect((await report()).filter((answer) => answer.status === 200)).toHaveLength(limits.report);
    app.clock.advance(86_400_000);
    const more = await report();
    expect(more.filter((answer) => answer.status === 200)).toHaveLength(said.length - limits.report);
    expect(new Set(more.filter((a) => a.status !== 200).map(codeOf))).toEqual(new Set(['CASE_REPORTED']));
  });
});
