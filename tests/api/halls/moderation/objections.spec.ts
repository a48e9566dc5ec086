import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { Objections } from '@jiefang/bff/halls/outcomes/objections';
import { buildModerator, STREET } from '../../../builders/halls.js';
import { buildHallTopic, buildSpeaker, recordOf } from '../../../builders/opinions.js';
import { buildDivision } from '../../../builders/people.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { stage } from '../../../support/stage.js';

describe('objections as the subject of cases', () => {
  const [app] = stage(1);
  let moderator: number;
  let colleague: number;
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    moderator = await buildModerator(app.database);
    colleague = await buildModerator(app.database, STREET);
  });

  const object = async (
    topic: number,
    text: string,
  ): Promise<{ author: number; id: string; status: string }> => {
    const author = await buildSpeaker(app);
    const answer = await app
      .as(author)
      .post(`/topics/${encodeId('topic', topic)}/objections`, { text })
      .expect(201);
    const { id, status } = answer.body as { id: string; status: string };
    return { author, id, status };
  };
  const caseOf = async (id: string): Promise<string> => {
    const [row] = await app.database.query<{ id: number }>(
      "SELECT id FROM moderation_case WHERE subject_kind = 'objection' AND subject_id = ? AND live = 1",
      [decodeId('topic_objection', id)],
    );
    return encodeId('case', row?.id ?? 0);
  };
  const decide = async (caseId: string, body: object): Promise<void> => {
    await app.as(moderator).post(`/staff/cases/${caseId}/claim`).expect(200);
    await app.as(moderator).post(`/staff/cases/${caseId}/decide`, body).expect(200);
  };
  /** Reported by a neighbour and hidden; the case, for an appeal. */
  const hide = async (id: string, reason: 'false' | 'abuse'): Promise<string> => {
    await app
      .as(await buildSpeaker(app))
      .post('/reports', { subject: { kind: 'objection', id }, reason })
      .expect(200);
    const caseId = await caseOf(id);
    await decide(caseId, { decision: 'hide', reason });
    return caseId;
  };
  const overturn = async (author: number, caseId: string): Promise<void> => {
    await app.as(author).post(`/cases/${caseId}/appeal`, { text: '不服。' }).expect(200);
    await app
      .as(colleague)
      .post(`/staff/cases/${caseId}/decide-appeal`, { decision: 'overturn', words: '应当显示。' })
      .expect(200);
  };
  const stateOf = async (topic: number): Promise<{ open: number; waits: number }> => {
    const [row] = await app.database.query<{ open: number; waits: number }>(
      `SELECT open_objections AS open, (SELECT COUNT(*) FROM topic_clock c WHERE c.topic_id = t.id
         AND c.kind = 'objections' AND c.live = 1) AS waits FROM topic t WHERE id = ?`,
      [topic],
    );
    return { open: row?.open ?? -1, waits: Number(row?.waits) };
  };
  const listed = async (topic: number) =>
    (
      await app
        .as()
        .get(`/topics/${encodeId('topic', topic)}/objections`)
        .expect(200)
    ).body.items as unknown[];

  it('wait for a person where WeChat does not let them through, then for their answer', async () => {
    const topic = await buildHallTopic(app, { status: 'publicised' });
    const { id, status } = await object(topic, 'TEST_REVIEW 名册不对。');
    expect(status).toBe('held');
    expect(await listed(topic)).toEqual([]);
    expect(await stateOf(topic)).toEqual({ open: 0, waits: 0 });
    await decide(await caseOf(id), { decision: 'keep' });
    expect(await listed(topic)).toMatchObject([{ id, status: 'open', text: 'TEST_REVIEW 名册不对。' }]);
    expect(await stateOf(topic)).toEqual({ open: 1, waits: 1 });
    expect((await recordOf(app.database, topic)).map((entry) => entry.act).slice(-5)).toEqual([
      'objection_held',
      'case_claim',
      'objection',
      'disclose',
      'keep',
    ]);
  });

  it('are hidden and shown again with what they wait for', async () => {
    const topic = await buildHallTopic(app, { status: 'publicised' });
    const { author, id } = await object(topic, '某某作弊。');
    const caseId = await hide(id, 'false');
    expect(await listed(topic)).toMatchObject([{ id, status: 'hidden', text: null }]);
    expect(await stateOf(topic)).toEqual({ open: 0, waits: 0 });
    expect((await recordOf(app.database, topic)).flatMap((entry) => entry.texts).join()).not.toContain(
      '作弊',
    );
    await overturn(author, caseId);
    expect(await listed(topic)).toMatchObject([{ id, status: 'open', text: '某某作弊。' }]);
    expect(await stateOf(topic)).toEqual({ open: 1, waits: 1 });
  });

  it('hold up the result while the hiding of one without an answer is appealed', async () => {
    const topic = await buildHallTopic(app, { status: 'publicised' });
    const { author, id } = await object(topic, '某某作弊。');
    const waiting = (): Promise<number> => app.app.get(Objections).open(app.database, topic);
    const caseId = await hide(id, 'false');
    expect(await waiting()).toBe(0);
    await app.as(author).post(`/cases/${caseId}/appeal`, { text: '不服。' }).expect(200);
    expect(await waiting()).toBe(1);
    await app
      .as(colleague)
      .post(`/staff/cases/${caseId}/decide-appeal`, { decision: 'uphold', words: '确实没有根据。' })
      .expect(200);
    expect(await waiting()).toBe(0);
  });

  it('keep their answer through it', async () => {
    const topic = await buildHallTopic(app, { status: 'publicised' });
    const { author, id } = await object(topic, '某某作弊。');
    await app
      .as(colleague)
      .post(`/staff/topic-objections/${id}/answer`, { decision: 'dismissed', answer: '查过了，没有。' })
      .expect(200);
    const caseId = await hide(id, 'abuse');
    expect(await listed(topic)).toMatchObject([{ status: 'hidden', text: null }]);
    await overturn(author, caseId);
    expect(await listed(topic)).toMatchObject([
      { status: 'dismissed', answer: '查过了，没有。', text: '某某作弊。' },
    ]);
    expect(await stateOf(topic)).toEqual({ open: 0, waits: 0 });
  });
});
