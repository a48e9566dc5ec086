import { Counting } from '@jiefang/bff/halls/voting/counting';
import type { BallotsBody, TallyBody } from '@jiefang/shared/tally';
import { hash } from 'node:crypto';
import { readReceipt } from '@jiefang/bff/halls/voting/receipts';
import { buildModerator, recordActs, storedTopic } from '../../../builders/halls.js';
import { buildPerson } from '../../../builders/people.js';
import { buildVote, cast, endOfVoting } from '../../../builders/voting.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(60_000);

describe('open ballots', () => {
  const [app] = stage(1);

  const rowsOf = (topicId: number) =>
    app.database.query<{ no: number; seq: number; choice: string; channel: string }>(
      'SELECT member_no AS no, seq, choice, channel FROM open_ballot WHERE topic_id = ? ORDER BY member_no, seq',
      [topicId],
    );
  const bodiesOf = async <T>(topicId: number, act: string): Promise<T[]> => {
    const rows = await app.database.query<{ entry: string }>(
      'SELECT entry FROM record_entry WHERE topic_id = ? AND act = ? ORDER BY seq',
      [topicId, act],
    );
    return rows.map((row) => (JSON.parse(row.entry) as { body: T }).body);
  };

  it('are kept one after another, the last one counts, and each has a receipt of its own', async () => {
    const vote = await buildVote(app, 3);
    const [one, two] = vote.people as [number, number];
    const first = await cast(app, vote, one, 1, 'for').expect(201);
    expect(first.body).toEqual({
      member: 1,
      receipt: expect.stringMatching(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/) as string,
      changed: false,
    });
    const second = await cast(app, vote, one, 1, 'against').expect(201);
    expect(second.body).toMatchObject({ member: 1, changed: true });
    expect(second.body.receipt).not.toBe(first.body.receipt);
    await cast(app, vote, two, 2, 'for').expect(201);
    expect(await rowsOf(vote.topicId)).toEqual([
      { no: 1, seq: 1, choice: 'for', channel: 'app' },
      { no: 1, seq: 2, choice: 'against', channel: 'app' },
      { no: 2, seq: 1, choice: 'for', channel: 'app' },
    ]);
    const { body } = await app.as(one).get(`/topics/${vote.publicId}/vote`).expect(200);
    expect(body).toMatchObject({ secret: false, open: true, textHash: vote.textHash });
    expect(body.memberships).toEqual([
      expect.objectContaining({ no: 1, voted: true, choice: 'against', receipt: second.body.receipt }),
    ]);
    expect(body.participation.heads).toMatchObject({ done: 2, total: 3, needed: 2, met: true });

    const path = `/topics/${vote.publicId}/receipts`;
    expectRefusal(await app.as().get(`${path}/${first.body.receipt}`), 'RECEIPT_UNKNOWN');
    const { outcome, topic } = await endOfVoting(app, vote);
    expect([outcome, topic.status]).toEqual(['counted', 'failed']);
    expect(topic.tally).toMatchObject({ counts: { for: 1, against: 1, abstain: 0 }, passed: false });
    const shown = async (code: string) => (await app.as().get(`${path}/${code}`).expect(200)).body as object;
    expect(await shown(first.body.receipt as string)).toEqual({
      found: true,
      choice: 'for',
      counted: false,
      channel: 'app',
    });
    expect(await shown((second.body.receipt as string).toLowerCase().replaceAll('-', ' '))).toMatchObject({
      choice: 'against',
      counted: true,
    });
    expectRefusal(await app.as().get(`${path}/0000-0000-0000-0000`), 'RECEIPT_UNKNOWN');
    expectRefusal(await app.as().get(`${path}/nonsense`), 'RECEIPT_UNKNOWN');
    const [ballots] = await bodiesOf<BallotsBody>(vote.topicId, 'ballots');
    const bytes = readReceipt(second.body.receipt as string) as Buffer;
    expect(ballots?.open?.[1]).toEqual([1, 'against', 'app', hash('sha256', bytes, 'hex')]);
  });

  it('cannot be changed or taken out of the box, not even in the database', async () => {
    const vote = await buildVote(app, 1);
    await cast(app, vote, vote.people[0] as number, 1, 'for').expect(201);
    await expect(app.database.execute("UPDATE open_ballot SET choice = 'against'")).rejects.toThrow(
      'append-only',
    );
    await expect(app.database.execute('DELETE FROM open_ballot')).rejects.toThrow('append-only');
  });

  it('answer a repeat of the same request alike, and another content under its key not at all', async () => {
    const vote = await buildVote(app, 1);
    const one = vote.people[0] as number;
    const first = await cast(app, vote, one, 1, 'for', 'the-same-key').expect(201);
    const again = await cast(app, vote, one, 1, 'for', 'the-same-key').expect(201);
    expect(again.body).toEqual(first.body);
    expectRefusal(await cast(app, vote, one, 1, 'against', 'the-same-key'), 'IDEMPOTENCY_KEY_REUSED');
    expect(await rowsOf(vote.topicId)).toHaveLength(1);
  });

  it('let any of a household vote for its one vote, and show a choice to the one who cast it', async () => {
    const [mother, son] = [await buildPerson(app.database), await buildPerson(app.database)];
    const vote = await buildVote(app, [{ voters: [mother, son] }, {}]);
    await cast(app, vote, mother, 1, 'for').expect(201);
    const before = await app.as(mother).get(`/topics/${vote.publicId}/vote`);
    expect(before.body.memberships[0]).toMatchObject({ voted: true, choice: 'for' });
    await cast(app, vote, son, 1, 'abstain').expect(201);
    const after = await app.as(mother).get(`/topics/${vote.publicId}/vote`);
    expect(after.body.memberships[0]).toMatchObject({ voted: true, choice: null, receipt: null });
    expect(await rowsOf(vote.topicId)).toHaveLength(2);
  });

  it('count heads and areas exactly by the law: two thirds of both take part, then half of both agree', async () => {
    const vote = await buildVote(
      app,
      [
        { area: 10_000, building: '1幢' },
        { area: 10_000, building: '1幢' },
        { area: 10_000, building: '2幢' },
      ],
      { pack: 'civil_278_ordinary' },
    );
    await cast(app, vote, vote.people[0] as number, 1, 'for').expect(201);
    const { body } = await app.as().get(`/topics/${vote.publicId}/participation`).expect(200);
    expect(body).toMatchObject({
      heads: { done: 1, total: 3, needed: 2, met: false },
      area: { done: 10_000, total: 30_000, needed: 20_000, met: false },
      buildings: [
        { building: '1幢', heads: { done: 1, total: 2 }, area: { done: 10_000, total: 20_000 } },
        { building: '2幢', heads: { done: 0, total: 1 }, area: { done: 0, total: 10_000 } },
      ],
    });
    expect(body.sentences).toContain('参加的面积还差 100 平方米。');
    await cast(app, vote, vote.people[2] as number, 3, 'for').expect(201);
    const { topic } = await endOfVoting(app, vote);
    expect(topic.status).toBe('counted');
    expect(topic.tally).toMatchObject({
      passed: true,
      participation: { head: { have: 2, needed: 2, met: true }, area: { have: 20_000, needed: 20_000 } },
      approval: { head: { have: 2, of: 2, needed: 2 }, area: { have: 20_000, of: 20_000, needed: 10_001 } },
    });
    expect(await recordActs(app.database, vote.topicId)).toEqual(
      expect.arrayContaining(['ballots', 'marks', 'tally', 'count']),
    );
    const [tally] = await bodiesOf<TallyBody>(vote.topicId, 'tally');
    expect(tally?.tally).toEqual(topic.tally);
  });

  it('extend once when too few take part, and count the second time whatever comes', async () => {
    const vote = await buildVote(app, 4);
    await cast(app, vote, vote.people[0] as number, 1, 'for').expect(201);
    expect((await endOfVoting(app, vote)).outcome).toBe('extended');
    expect(await storedTopic(app.database, vote.topicId)).toMatchObject({ status: 'voting' });
    await cast(app, vote, vote.people[1] as number, 2, 'for').expect(201);
    const { outcome, topic } = await endOfVoting(app, vote);
    expect([outcome, topic.status]).toEqual(['counted', 'failed']);
    expect(topic.statusReason).toContain('参加的不够');
  });

  it('are not counted by hand while the rules still give more time, nor extended by hand when enough took part', async () => {
    const staff = await buildModerator(app.database);
    const few = await buildVote(app, 4);
    app.clock.set('2026-11-30T00:00:00Z');
    const path = `/staff/topics/${few.publicId}`;
    const { body } = await app.as(staff).get(`${path}/counting`).expect(200);
    expect(body.actions).toEqual(['extend_voting']);
    await expectUntouched(app.database, () => app.as(staff).post(`${path}/acts/count`), 'TOPIC_NEED');
    await app.as(staff).post(`${path}/acts/extend_voting`).expect(200);
    app.clock.set('2026-11-23T01:05:00Z');
    const many = await buildVote(app, 1);
    await cast(app, many, many.people[0] as number, 1, 'for').expect(201);
    const extend = () => app.as(staff).post(`/staff/topics/${many.publicId}/acts/extend_voting`);
    await expectUntouched(app.database, extend, 'TOPIC_NEED');
  });

  it('are recounted: nothing differs, and a counter that was changed is found', async () => {
    const vote = await buildVote(app, 3);
    for (const [index, person] of vote.people.entries()) await cast(app, vote, person, index + 1, 'for');
    await endOfVoting(app, vote);
    const staff = await buildModerator(app.database);
    const path = `/staff/topics/${vote.publicId}`;
    const room = await app.as(staff).get(`${path}/counting`).expect(200);
    expect(room.body).toMatchObject({
      counted: true,
      assistedWaiting: 0,
      tally: { passed: true },
      recount: { agrees: true, differences: [] },
      actions: ['recount'],
    });
    const recount = await app.as(staff).post(`${path}/recount`).expect(200);
    expect(recount.body).toMatchObject({ agrees: true, differences: [], tally: { counts: { for: 3 } } });
    await app.database.execute('UPDATE ballot_box SET marks = 4 WHERE topic_id = ?', [vote.topicId]);
    await app.database.execute("UPDATE topic SET tally = JSON_SET(tally, '$.counts.for', 2) WHERE id = ?", [
      vote.topicId,
    ]);
    const found = await app.as(staff).post(`${path}/recount`).expect(200);
    expect(found.body.agrees).toBe(false);
    expect(found.body.differences).toEqual([
      '票箱记了 4 票参加，逐个数是 3 票。',
      '按选票重新数的结果，和公布的结果不一样。',
    ]);
  });

  it('are counted once, however many ask', async () => {
    const vote = await buildVote(app, 3);
    for (const [index, person] of vote.people.entries()) await cast(app, vote, person, index + 1, 'for');
    app.clock.set('2026-11-30T00:00:00Z');
    const counting = app.app.get(Counting);
    const results = await Promise.all(
      Array.from({ length: 5 }, () => counting.count(app.database, vote.topicId)),
    );
    expect(new Set(results.map((topic) => topic.status))).toEqual(new Set(['counted']));
    const acts = await recordActs(app.database, vote.topicId);
    expect(acts.filter((act) => ['ballots', 'marks', 'tally', 'count'].includes(act)).sort()).toEqual([
      'ballots',
      'count',
      'marks',
      'tally',
    ]);
  });
});
