import { Counting } from '@jiefang/bff/halls/voting/counting';
import type { BallotChoice } from '@jiefang/shared/topics';
import { buildModerator, recordActs } from '../builders/halls.js';
import { buildPhoto, buildVote, cast, endOfVoting, type BuiltVote } from '../builders/voting.js';
import type { TestApp } from '../support/app.js';
import { stage } from '../support/stage.js';

jest.setTimeout(180_000);

const CHOICES = ['for', 'against', 'abstain'] as const;
const choiceOf = (n: number): BallotChoice => CHOICES[n % 3] as BallotChoice;

describe('many voters and two replicas', () => {
  const [app, replica] = stage(2);

  const side = (n: number): TestApp => (n % 2 === 0 ? app : replica);
  const count = async (sql: string, topicId: number): Promise<number> =>
    Number((await app.database.query<{ n: number }>(sql, [topicId]))[0]?.n ?? -1);
  const marks = (vote: BuiltVote) =>
    count('SELECT COUNT(*) AS n FROM ballot_mark WHERE topic_id = ?', vote.topicId);
  const secrets = (vote: BuiltVote) =>
    count('SELECT COUNT(*) AS n FROM secret_ballot WHERE topic_id = ?', vote.topicId);
  const opens = (vote: BuiltVote) =>
    count('SELECT COUNT(*) AS n FROM open_ballot WHERE topic_id = ?', vote.topicId);
  const boxed = (vote: BuiltVote) =>
    count('SELECT marks AS n FROM ballot_box WHERE topic_id = ?', vote.topicId);
  const codeOf = (answer: { body: unknown }): string | undefined => (answer.body as { code?: string }).code;

  it('take one secret ballot of each, however many devices send how many', async () => {
    const vote = await buildVote(app, 150, { secret: true });
    const answers = await Promise.all(
      vote.people.flatMap((person, index) =>
        [0, 1, 2].map((n) => cast(side(n), vote, person, index + 1, choiceOf(index + n))),
      ),
    );
    const told = answers.filter((answer) => answer.status === 201);
    expect(told).toHaveLength(150);
    expect(new Set(answers.filter((a) => a.status !== 201).map(codeOf))).toEqual(new Set(['BALLOT_ALREADY']));
    expect([await marks(vote), await secrets(vote), await boxed(vote)]).toEqual([150, 150, 150]);
  });

  it('answer one key alike on both, once', async () => {
    for (const secret of [false, true]) {
      const vote = await buildVote(app, 60, { secret });
      const answers = await Promise.all(
        vote.people.flatMap((person, index) =>
          [0, 1].map((n) => cast(side(n), vote, person, index + 1, choiceOf(index), `one-key-${index}`)),
        ),
      );
      expect(answers.every((answer) => answer.status === 201)).toBe(true);
      for (let n = 0; n < answers.length; n += 2) expect(answers[n]?.body).toEqual(answers[n + 1]?.body);
      expect(await marks(vote)).toBe(60);
      expect(await (secret ? secrets(vote) : opens(vote))).toBe(60);
    }
  });

  it('keep every open ballot, number them without a gap, and count the last of each', async () => {
    const vote = await buildVote(app, 40);
    const answers = await Promise.all(
      vote.people.flatMap((person, index) =>
        Array.from({ length: 5 }, (_, n) =>
          cast(side(index + n), vote, person, index + 1, choiceOf(index * n)),
        ),
      ),
    );
    expect(answers.every((answer) => answer.status === 201)).toBe(true);
    expect(new Set(answers.map((answer) => answer.body.receipt as string)).size).toBe(200);
    expect(answers.filter((answer) => answer.body.changed === false)).toHaveLength(40);
    expect([await marks(vote), await opens(vote)]).toEqual([40, 200]);
    const gaps = await app.database.query(
      'SELECT member_no FROM open_ballot WHERE topic_id = ? GROUP BY member_no HAVING MAX(seq) <> 5 OR COUNT(*) <> 5',
      [vote.topicId],
    );
    expect(gaps).toEqual([]);
    const { topic } = await endOfVoting(app, vote);
    const rows = await app.database.query<{ choice: BallotChoice; n: number }>(
      'SELECT choice, COUNT(*) AS n FROM open_ballot WHERE topic_id = ? AND seq = 5 GROUP BY choice',
      [vote.topicId],
    );
    const truth = Object.fromEntries(rows.map((row) => [row.choice, Number(row.n)]));
    expect(topic.tally).toMatchObject({ counts: truth, participated: { heads: 40 } });
  });

  it('let a household vote once, whoever of it comes first', async () => {
    const vote = await buildVote(app, 4, { secret: true });
    const [a, b, c, d] = vote.people as [number, number, number, number];
    for (const person of [b, c, d])
      await app.database.execute(
        "INSERT INTO roll_voter (roll_id, member_no, capacity, person_id) VALUES (?, 1, 'household', ?)",
        [vote.rollId, person],
      );
    const answers = await Promise.all([a, b, c, d].map((one, n) => cast(side(n), vote, one, 1, choiceOf(n))));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
    expect([await marks(vote), await secrets(vote)]).toEqual([1, 1]);
  });

  it('put paper and app ballots of one secret vote into the box once', async () => {
    const [first, second] = [await buildModerator(app.database), await buildModerator(app.database)];
    for (let round = 0; round < 6; round += 1) {
      const vote = await buildVote(app, 1, { secret: true });
      const photoId = await buildPhoto(app.database);
      const entered = await app
        .as(first)
        .post(`/staff/topics/${vote.publicId}/assisted`, {
          kind: 'ballot',
          channel: 'paper',
          photoId,
          member: 1,
          choice: 'for',
        })
        .expect(201);
      const [paper, phone] = await Promise.all([
        app.as(second).post(`/staff/assisted/${entered.body.id}/confirm`, { choice: 'for' }),
        cast(replica, vote, vote.people[0] as number, 1, 'against'),
      ]);
      expect([paper.status === 200, phone.status === 201].filter(Boolean)).toHaveLength(1);
      expect([await marks(vote), await secrets(vote)]).toEqual([1, 1]);
    }
  });

  it('count at the last moment: a ballot is in the result or refused, never in between', async () => {
    for (const secret of [false, true]) {
      const vote = await buildVote(app, 120, { secret });
      const until = new Date(app.clock.now().getTime() + 1000);
      await app.database.execute('UPDATE topic SET votes_until = ?, extended = 1 WHERE id = ?', [
        until,
        vote.topicId,
      ]);
      const sending = vote.people.map((person, index) => cast(side(index), vote, person, index + 1, 'for'));
      const ballots = Promise.all(sending);
      // Some have been decided when the window closes, others are under way.
      await Promise.race(sending.slice(10));
      app.clock.set(until.toISOString());
      const counting = Array.from({ length: 4 }, (_, n) =>
        side(n).app.get(Counting).count(app.database, vote.topicId),
      );
      const counted = await Promise.all(counting);
      const answers = await ballots;
      const told = answers.filter((answer) => answer.status === 201).length;
      const refused = new Set(answers.filter((answer) => answer.status !== 201).map(codeOf));
      expect([...refused].filter((code) => code !== 'BALLOT_CLOSED')).toEqual([]);
      expect(new Set(counted.map((topic) => JSON.stringify(topic.tally))).size).toBe(1);
      expect(counted[0]?.tally).toMatchObject({ counts: { for: told, against: 0, abstain: 0 } });
      expect(await marks(vote)).toBe(told);
      const acts = await recordActs(app.database, vote.topicId);
      expect(acts.filter((act) => act === 'tally' || act === 'count')).toHaveLength(2);
      const staff = await buildModerator(app.database);
      const recount = await replica.as(staff).post(`/staff/topics/${vote.publicId}/recount`).expect(200);
      expect(recount.body).toMatchObject({ agrees: true, differences: [] });
    }
  });

  it('take ballots of many topics in one go, each by its own rules', async () => {
    const votes = await Promise.all([
      buildVote(app, 20, { secret: true }),
      buildVote(app, 20),
      buildVote(app, 20, { status: 'counted' }),
      buildVote(app, 20, { status: 'finalised' }),
    ]);
    const answers = await Promise.all(
      votes.flatMap((vote) =>
        vote.people.map((person, index) => cast(side(index), vote, person, index + 1, choiceOf(index))),
      ),
    );
    const byTopic = votes.map(
      (_, n) => new Set(answers.slice(n * 20, n * 20 + 20).map((a) => codeOf(a) ?? 'cast')),
    );
    expect(byTopic.map((codes) => [...codes])).toEqual([
      ['cast'],
      ['cast'],
      ['BALLOT_CLOSED'],
      ['BALLOT_NOT_OPEN'],
    ]);
    expect(await Promise.all(votes.map(marks))).toEqual([20, 20, 0, 0]);
  });
});
