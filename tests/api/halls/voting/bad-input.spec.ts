import type { ErrorCode } from '@jiefang/shared/error-codes';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { TOPIC_STATUSES } from '@jiefang/shared/topics';
import { buildModerator, inDays, type TopicOptions } from '../../../builders/halls.js';
import { buildPerson, buildResidency } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { buildVote, cast, endOfVoting } from '../../../builders/voting.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';
import request from 'supertest';

jest.setTimeout(120_000);

/** Everything below is refused with status, code, sentence and request id, and no row of the database changes. */
describe('bad input of voters', () => {
  const [app] = stage(1);

  const STATES: [string, ErrorCode, TopicOptions][] = [
    ['before it begins', 'BALLOT_NOT_OPEN', { votesFrom: inDays(1) }],
    ['as it is being finalised', 'BALLOT_NOT_OPEN', { status: 'finalised' }],
    ['while people deliberate', 'BALLOT_NOT_OPEN', { status: 'deliberating' }],
    ['after its last moment', 'BALLOT_CLOSED', { votesUntil: inDays(-0.001) }],
    ['at the moment it ends', 'BALLOT_CLOSED', { votesUntil: inDays(0) }],
    ['that was counted', 'BALLOT_CLOSED', { status: 'counted' }],
    ['whose result is published', 'BALLOT_CLOSED', { status: 'publicised' }],
    ['that is suspended', 'BALLOT_CLOSED', { status: 'suspended', suspendedFrom: 'voting' }],
    ['that failed', 'BALLOT_CLOSED', { status: 'failed' }],
    ['nobody may see', 'NOT_FOUND', { status: 'draft' }],
  ];
  describe.each([false, true])('secret: %s', (secret) => {
    it.each(STATES)('a ballot on a topic %s', async (_, code, options) => {
      const vote = await buildVote(app, 1, { ...options, secret });
      await expectUntouched(app.database, () => cast(app, vote, vote.people[0] as number, 1, 'for'), code);
    });

    it('a ballot of somebody who is not on the roll, though they live there', async () => {
      const vote = await buildVote(app, 2, { secret });
      const stranger = await buildPerson(app.database);
      await buildResidency(app.database, stranger, COMMUNITY);
      await expectUntouched(app.database, () => cast(app, vote, stranger, 1, 'for'), 'BALLOT_OFF_ROLL');
    });

    it("a ballot for a neighbour's vote, or for one that does not exist", async () => {
      const vote = await buildVote(app, 2, { secret });
      const one = vote.people[0] as number;
      for (const no of [2, 3, 9_999_999]) {
        const answer = await expectUntouched(
          app.database,
          () => cast(app, vote, one, no, 'for'),
          'BALLOT_OFF_ROLL',
        );
        expect(answer.body.message).toBe('这一票不归你投。');
      }
    });

    it('a ballot on a text that is not the final one', async () => {
      const vote = await buildVote(app, 1, { secret });
      const stale = { ...vote, textHash: 'ab'.repeat(32) };
      await expectUntouched(
        app.database,
        () => cast(app, stale, vote.people[0] as number, 1, 'for'),
        'BALLOT_STALE_TEXT',
      );
    });
  });

  it.each([
    ['no choice', { choice: undefined }, 'INVALID_INPUT'],
    ['a choice there is not', { choice: 'maybe' }, 'BALLOT_CHOICE'],
    ['a choice in words', { choice: '赞成' }, 'BALLOT_CHOICE'],
    ['a choice that is a list', { choice: ['for'] }, 'INVALID_INPUT'],
    ['100,000 characters for a choice', { choice: 'f'.repeat(100_000) }, 'INVALID_INPUT'],
    ['no member', { member: undefined }, 'INVALID_INPUT'],
    ['member nought', { member: 0 }, 'INVALID_INPUT'],
    ['half a member', { member: 1.5 }, 'INVALID_INPUT'],
    ['a member in words', { member: '1' }, 'INVALID_INPUT'],
    ['a member beyond numbers', { member: 1e300 }, 'INVALID_INPUT'],
    ['no text', { textHash: undefined }, 'INVALID_INPUT'],
    ['half a hash', { textHash: 'ab' }, 'INVALID_INPUT'],
    ['somebody else for whom to vote', { personId: 1 }, 'INVALID_INPUT'],
    ['a channel of its own', { channel: 'paper' }, 'INVALID_INPUT'],
  ] as const)('a ballot with %s', async (_, change, code) => {
    const vote = await buildVote(app, 1, { secret: true });
    const body = { member: 1, choice: 'for', textHash: vote.textHash, ...change };
    const send = () => app.as(vote.people[0]).post(`/topics/${vote.publicId}/ballots`, body);
    await expectUntouched(app.database, send, code);
  });

  it('a ballot without a login, without a key, or on what is no topic', async () => {
    const vote = await buildVote(app, 1);
    const body = { member: 1, choice: 'for', textHash: vote.textHash };
    const path = `/topics/${vote.publicId}/ballots`;
    await expectUntouched(app.database, () => app.as().post(path, body), 'UNAUTHENTICATED');
    await expectUntouched(
      app.database,
      () => app.as(vote.people[0]).post(path, body, 'x'),
      'IDEMPOTENCY_KEY_MISSING',
    );
    for (const id of ['zzzzzzzz', encodeId('opinion', vote.topicId), encodeId('topic', 987_654)]) {
      const send = () => app.as(vote.people[0]).post(`/topics/${id}/ballots`, body);
      await expectUntouched(app.database, send, 'NOT_FOUND');
    }
  });

  it('keeps a refusal for its key, so that a repeat is told the same', async () => {
    const vote = await buildVote(app, 1, { votesFrom: inDays(1) });
    const one = vote.people[0] as number;
    expectRefusal(await cast(app, vote, one, 1, 'for', 'early-bird-1'), 'BALLOT_NOT_OPEN');
    app.clock.set(inDays(2).toISOString());
    expectRefusal(await cast(app, vote, one, 1, 'for', 'early-bird-1'), 'BALLOT_NOT_OPEN');
    await cast(app, vote, one, 1, 'for', 'early-bird-2').expect(201);
  });

  it('a topic without votes shows no vote, and one without a roll nobody', async () => {
    const open = await buildVote(app, 2, { status: 'deliberating', pack: 'opinion' });
    const { body } = await app.as(open.people[0]).get(`/topics/${open.publicId}/vote`).expect(200);
    expect(body).toMatchObject({ open: false, from: null, participation: { heads: { done: 0, total: 2 } } });
  });

  it('an owner who binds the phone later votes, somebody with another phone does not', async () => {
    const owner = await buildPerson(app.database);
    const other = await buildPerson(app.database);
    const vote = await buildVote(app, [{ voters: [], area: 9000 }], { pack: 'civil_278_ordinary' });
    await app.database.execute(
      `INSERT INTO roll_voter (roll_id, member_no, capacity, person_id, phone_hash)
       SELECT ?, 1, 'owner', NULL, phone_hash FROM person WHERE id = ?`,
      [vote.rollId, owner],
    );
    await expectUntouched(app.database, () => cast(app, vote, other, 1, 'for'), 'BALLOT_OFF_ROLL');
    await cast(app, vote, owner, 1, 'for').expect(201);
    const { body } = await app.as(owner).get(`/topics/${vote.publicId}/vote`).expect(200);
    expect(body.memberships).toMatchObject([{ no: 1, area: 9000, voted: true, choice: 'for' }]);
  });

  describe('of staff', () => {
    const WRITES = [
      ['recount', {}],
      [
        'assisted',
        { kind: 'ballot', channel: 'paper', photoId: encodeId('attachment', 1), member: 1, choice: 'for' },
      ],
    ] as const;

    it.each(WRITES)('of another community, or residents, cannot %s', async (act, body) => {
      const vote = await buildVote(app, 1);
      const elsewhere = await buildModerator(app.database, OTHER_STREET_COMMUNITY);
      for (const person of [elsewhere, vote.people[0] as number]) {
        const send = () => app.as(person).post(`/staff/topics/${vote.publicId}/${act}`, body);
        await expectUntouched(app.database, send, 'FORBIDDEN');
        expectRefusal(await app.as(person).get(`/staff/topics/${vote.publicId}/counting`), 'FORBIDDEN');
      }
    });

    it('cannot look into a box before the count, nor count before the end', async () => {
      const vote = await buildVote(app, 1);
      const staff = await buildModerator(app.database);
      const path = `/staff/topics/${vote.publicId}`;
      await expectUntouched(app.database, () => app.as(staff).post(`${path}/recount`), 'BOX_STATE');
      const { body } = await app.as(staff).get(`${path}/counting`).expect(200);
      expect(body).toMatchObject({ counted: false, tally: null, recount: null });
      expect(body.actions).toEqual(['assisted', 'extend_voting']);
    });

    it('find no route that changes a choice', async () => {
      const { body } = await request(app.url).get('/api/openapi.json').expect(200);
      const { paths } = body as { paths: Record<string, unknown> };
      const staff = Object.keys(paths).filter((path) => path.includes('/staff/'));
      expect(staff.filter((path) => /ballot|vote|tally|receipt/i.test(path))).toEqual([]);
    });
  });

  it('judges every status as the table of acts has it: ballots go in while voting, and never else', async () => {
    const open: string[] = [];
    for (const status of TOPIC_STATUSES) {
      const vote = await buildVote(app, 1, { status, pack: 'household_majority' });
      const answer = await cast(app, vote, vote.people[0] as number, 1, 'for');
      if (answer.status === 201) open.push(status);
      else expect(['BALLOT_NOT_OPEN', 'BALLOT_CLOSED', 'NOT_FOUND']).toContain(answer.body.code);
    }
    expect(open).toEqual(['voting']);
  });

  it('a ballot after the count is told that it came too late', async () => {
    const vote = await buildVote(app, 1);
    const one = vote.people[0] as number;
    await cast(app, vote, one, 1, 'for').expect(201);
    expect((await endOfVoting(app, vote)).outcome).toBe('counted');
    await expectUntouched(app.database, () => cast(app, vote, one, 1, 'against'), 'BALLOT_CLOSED');
  });
});
