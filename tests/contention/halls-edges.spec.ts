import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { Counting } from '@jiefang/bff/halls/voting/counting';
import { TopicClock } from '@jiefang/bff/halls/topics/topic-clock';
import { act, buildMinutes } from '../api/halls/topics/support.js';
import { buildModerator, buildTopic, inDays, recordActs, storedTopic, STREET } from '../builders/halls.js';
import { buildSpeaker } from '../builders/opinions.js';
import { buildDivision } from '../builders/people.js';
import { COMMUNITY } from '../builders/venues.js';
import { buildPhoto, buildVote, cast, type BuiltVote } from '../builders/voting.js';
import { stage } from '../support/stage.js';
import type { TestApp } from '../support/app.js';

jest.setTimeout(120_000);

describe('staff, residents and time at once, on two replicas', () => {
  const [app, replica] = stage(2);
  const side = (n: number): TestApp => (n % 2 === 0 ? app : replica);
  let [one, two, street]: [number, number, number] = [0, 0, 0];

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    [one, two] = [await buildModerator(app.database), await buildModerator(app.database)];
    street = await buildModerator(app.database, STREET);
  });

  const castNos = async (topicId: number): Promise<number[]> => {
    const rows = await app.database.query<{ no: number }>(
      'SELECT DISTINCT member_no AS no FROM open_ballot WHERE topic_id = ? ORDER BY no',
      [topicId],
    );
    return rows.map((row) => row.no);
  };
  const atOnce = (vote: BuiltVote, choice: 'for' | 'against' = 'for') =>
    vote.people.map((person, index) =>
      cast(side(index), vote, person, index + 1, choice).then((a) => a.status),
    );

  it('a vote is suspended while ballots arrive: each that was taken stays, none comes after', async () => {
    const vote = await buildVote(app, 60);
    const ballots = atOnce(vote);
    const [stopped, ...statuses] = await Promise.all([
      act(app, street, vote.topicId, 'suspend', { reason: '名册有疑问，先停下。' }),
      ...ballots,
    ]);
    expect(stopped.status).toBe(200);
    const taken = statuses.flatMap((status, index) => (status === 201 ? [index + 1] : []));
    expect(await castNos(vote.topicId)).toEqual(taken);
    await act(app, street, vote.topicId, 'resume', { reason: '名册没有问题。' }).expect(200);
    const again = await Promise.all(atOnce(vote));
    expect(again.every((status) => status === 201)).toBe(true);
    expect(await castNos(vote.topicId)).toHaveLength(60);
  });

  it('two clocks and two moderators count once, and count everything that was taken', async () => {
    const vote = await buildVote(app, 40, { votesUntil: inDays(1) });
    expect(new Set(await Promise.all(atOnce(vote)))).toEqual(new Set([201]));
    app.clock.set(inDays(1).toISOString());
    const late = vote.people.map((person, index) => cast(side(index), vote, person, index + 1, 'against'));
    const results = await Promise.all([
      app.app.get(Counting).atEnd(app.database, vote.topicId),
      replica.app.get(Counting).atEnd(replica.database, vote.topicId),
      act(app, one, vote.topicId, 'count'),
      act(replica, two, vote.topicId, 'count'),
      ...late,
    ]);
    expect(results.slice(2, 4).every((r) => 'status' in r && [200, 409].includes(r.status))).toBe(true);
    const acts = await recordActs(app.database, vote.topicId);
    expect(acts.filter((name) => ['count', 'tally', 'ballots', 'marks'].includes(name)).sort()).toEqual([
      'ballots',
      'count',
      'marks',
      'tally',
    ]);
    const topic = await app.as().get(`/topics/${vote.publicId}`).expect(200);
    expect(topic.body).toMatchObject({
      status: 'counted',
      tally: { counts: { for: 40, against: 0, abstain: 0 } },
    });
  });

  it('an objection in the last moment and the result taking effect: one of them comes first', async () => {
    for (let round = 0; round < 6; round += 1) {
      const id = await buildTopic(app.database, { status: 'publicised', publicationUntil: inDays(1) }, app);
      const person = await buildSpeaker(app);
      app.clock.set(new Date(inDays(1).getTime() - 1).toISOString());
      const objection = app
        .as(person)
        .post(`/topics/${encodeId('topic', id)}/objections`, { text: '名册漏了我家。' });
      const sent = objection.then((answer) => answer.status);
      await new Promise((done) => setTimeout(done, round * 4));
      app.clock.set(inDays(1).toISOString());
      await Promise.all([app.app.get(TopicClock).run(), replica.app.get(TopicClock).run()]);
      const status = await sent;
      const after = await storedTopic(app.database, id);
      expect([status, after.status]).toEqual(status === 201 ? [201, 'publicised'] : [409, 'effective']);
    }
  });

  it('a text is hidden while it is being frozen: hidden words are never frozen', async () => {
    const id = await buildTopic(app.database, { status: 'deliberating', deliberatesUntil: inDays(-1) }, app);
    await buildMinutes(app.database, id);
    const publicId = encodeId('topic', id);
    const reporter = await buildSpeaker(app);
    await app
      .as(reporter)
      .post('/reports', { subject: { kind: 'topic', id: publicId }, reason: 'abuse' })
      .expect(200);
    const [row] = await app.database.query<{ id: number }>(
      "SELECT id FROM moderation_case WHERE subject_kind = 'topic' AND subject_id = ?",
      [id],
    );
    const path = `/staff/cases/${encodeId('case', row?.id ?? 0)}`;
    await app.as(one).post(`${path}/claim`).expect(200);
    const [frozen, hidden] = await Promise.all([
      act(replica, two, id, 'finalise'),
      app.as(one).post(`${path}/decide`, { decision: 'hide', reason: 'abuse', words: '请不要骂人。' }),
    ]);
    expect(hidden.status).toBe(200);
    const acts = await recordActs(app.database, id);
    if (frozen.status === 200) expect(acts.indexOf('finalise')).toBeLessThan(acts.indexOf('hide'));
    else expect(acts).not.toContain('finalise');
  });

  it('two topics that are merged into each other at once: one goes into the other', async () => {
    const [a, b] = [
      await buildTopic(app.database, { status: 'endorsing' }, app),
      await buildTopic(app.database, { status: 'endorsing' }, app),
    ];
    const reason = '两个议题说的是同一件事';
    const answers = await Promise.all([
      act(app, one, a, 'merge', { reason, targetId: encodeId('topic', b) }),
      act(replica, two, b, 'merge', { reason, targetId: encodeId('topic', a) }),
    ]);
    expect(answers.map((answer) => answer.status).sort()[0]).toBe(200);
    const statuses = [
      (await storedTopic(app.database, a)).status,
      (await storedTopic(app.database, b)).status,
    ];
    expect(statuses.sort()).toEqual(['endorsing', 'merged']);
  });

  it('a paper ballot is confirmed while its voter votes in the app: what was cast last is counted', async () => {
    for (let round = 0; round < 6; round += 1) {
      const vote = await buildVote(app, 1);
      const entered = await app
        .as(one)
        .post(`/staff/topics/${vote.publicId}/assisted`, {
          kind: 'ballot',
          channel: 'paper',
          photoId: await buildPhoto(app.database),
          member: 1,
          choice: 'against',
        })
        .expect(201);
      app.clock.advance(60_000);
      const path = `/staff/assisted/${(entered.body as { id: string }).id}/confirm`;
      const [confirmed, own] = await Promise.all([
        replica.as(two).post(path, { choice: 'against' }),
        cast(side(round), vote, vote.people[0] as number, 1, 'for'),
      ]);
      expect([200, 409]).toContain(confirmed.status);
      expect(own.status).toBe(201);
      const [last] = await app.database.query<{ choice: string }>(
        'SELECT choice FROM open_ballot WHERE topic_id = ? ORDER BY seq DESC LIMIT 1',
        [vote.topicId],
      );
      expect(last?.choice).toBe('for');
    }
  });
});
