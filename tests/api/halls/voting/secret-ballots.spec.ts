import { contentsOf, expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { buildModerator } from '../../../builders/halls.js';
import { buildVote, cast, endOfVoting, type BuiltVote } from '../../../builders/voting.js';
import { stage } from '../../../support/stage.js';

jest.setTimeout(60_000);

const CHOICES = ['for', 'against', 'abstain'] as const;
const WORDS = new RegExp(`["'](${CHOICES.join('|')})["']`);

describe('secret ballots', () => {
  const [app] = stage(1);

  const secret = (members: number): Promise<BuiltVote> => buildVote(app, members, { secret: true });
  const choicesOf = async (topicId: number): Promise<Record<string, number>> => {
    const rows = await app.database.query<{ choice: string; n: number }>(
      'SELECT choice, COUNT(*) AS n FROM secret_ballot WHERE topic_id = ? GROUP BY choice',
      [topicId],
    );
    return Object.fromEntries(rows.map((row) => [row.choice, Number(row.n)]));
  };

  it('are cast once and cannot be changed', async () => {
    const vote = await secret(2);
    const one = vote.people[0] as number;
    const first = await cast(app, vote, one, 1, 'for').expect(201);
    expect(first.body).toEqual({ member: 1, receipt: null, changed: false });
    await expectUntouched(app.database, () => cast(app, vote, one, 1, 'against'), 'BALLOT_ALREADY');
    const { body } = await app.as(one).get(`/topics/${vote.publicId}/vote`).expect(200);
    expect(body.memberships).toEqual([
      expect.objectContaining({ no: 1, voted: true, choice: null, receipt: null, castAt: null }),
    ]);
    expect(await choicesOf(vote.topicId)).toEqual({ for: 1 });
  });

  it('answer a repeat of the same key alike, whatever it chooses now: nobody kept what it chose then', async () => {
    const vote = await secret(1);
    const one = vote.people[0] as number;
    const first = await cast(app, vote, one, 1, 'for', 'secret-key-1').expect(201);
    const again = await cast(app, vote, one, 1, 'against', 'secret-key-1').expect(201);
    expect(again.body).toEqual(first.body);
    expect(await choicesOf(vote.topicId)).toEqual({ for: 1 });
    const [kept] = await app.database.query<{ response: string }>(
      'SELECT response FROM idempotency WHERE person_id = ?',
      [one],
    );
    expect(kept?.response).not.toMatch(WORDS);
  });

  it('keep the same for the key of every choice', async () => {
    const hashes = new Set<string>();
    const vote = await secret(1);
    for (const choice of CHOICES) {
      const one = vote.people[0] as number;
      await app.database.execute('DELETE FROM idempotency WHERE person_id = ?', [one]);
      await cast(app, vote, one, 1, choice, 'secret-key-2');
      const [kept] = await app.database.query<{ hash: string }>(
        'SELECT HEX(body_hash) AS hash FROM idempotency WHERE person_id = ?',
        [one],
      );
      hashes.add(kept?.hash ?? 'none');
    }
    expect([...hashes]).toHaveLength(1);
  });

  it('leave a choice nowhere but in the box, without time, order or number', async () => {
    const vote = await secret(40);
    const before = await everyText();
    for (const [index, person] of vote.people.entries())
      await cast(app, vote, person, index + 1, CHOICES[index % 3] as (typeof CHOICES)[number]).expect(201);
    const columns = await app.database.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
        WHERE table_schema = DATABASE() AND table_name IN ('secret_ballot', 'ballot_mark')`,
    );
    expect(columns.map((column) => column.name).sort()).toEqual(
      ['channel', 'choice', 'member_no', 'token', 'topic_id', 'topic_id'].sort(),
    );
    const after = await everyText();
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(changed.sort()).toEqual(['ballot_box', 'ballot_mark', 'idempotency', 'secret_ballot']);
    for (const table of ['ballot_box', 'ballot_mark', 'idempotency']) expect(after[table]).not.toMatch(WORDS);
    // The order of the rows is that of the tokens, and not the one in which people came.
    const rows = await app.database.query<{ choice: string }>(
      'SELECT choice FROM secret_ballot WHERE topic_id = ?',
      [vote.topicId],
    );
    expect(rows.map((row) => row.choice)).not.toEqual(vote.people.map((_, index) => CHOICES[index % 3]));
  });

  it('are written anew at the count, all by one transaction, and stand on the record without a voter', async () => {
    const vote = await secret(9);
    for (const [index, person] of vote.people.entries())
      await cast(app, vote, person, index + 1, index < 6 ? 'for' : 'against').expect(201);
    const tokens = async (): Promise<string[]> =>
      (
        await app.database.query<{ token: string }>(
          'SELECT HEX(token) AS token FROM secret_ballot WHERE topic_id = ? ORDER BY token',
          [vote.topicId],
        )
      ).map((row) => row.token);
    const before = await tokens();
    const { topic } = await endOfVoting(app, vote);
    const after = await tokens();
    expect(after).toHaveLength(9);
    expect(after.filter((token) => before.includes(token))).toEqual([]);
    expect(topic.tally).toMatchObject({
      counts: { for: 6, against: 3, abstain: 0 },
      passed: true,
      areas: null,
    });
    const entries = await app.database.query<{ act: string; entry: string }>(
      'SELECT act, entry FROM record_entry WHERE topic_id = ? ORDER BY seq',
      [vote.topicId],
    );
    const bodyOf = (act: string): unknown =>
      (JSON.parse(entries.find((one) => one.act === act)?.entry ?? '{}') as { body: unknown }).body;
    const { ballots } = bodyOf('ballots') as { ballots: [string][] };
    expect(ballots.map(([choice]) => choice).sort()).toEqual([
      ...Array.from({ length: 3 }, () => 'against'),
      ...Array.from({ length: 6 }, () => 'for'),
    ]);
    expect(bodyOf('marks')).toEqual({ members: [1, 2, 3, 4, 5, 6, 7, 8, 9] });
    const staff = await buildModerator(app.database);
    const recount = await app.as(staff).post(`/staff/topics/${vote.publicId}/recount`).expect(200);
    expect(recount.body).toMatchObject({ agrees: true, differences: [] });
    expectRefusal(
      await app.as().get(`/topics/${vote.publicId}/receipts/0000-0000-0000-0000`),
      'RECEIPT_UNKNOWN',
    );
  });

  it('show nothing of a tally to anybody before the count', async () => {
    const vote = await secret(3);
    await cast(app, vote, vote.people[0] as number, 1, 'against').expect(201);
    const staff = await buildModerator(app.database);
    const paths = [
      `/topics/${vote.publicId}/vote`,
      `/topics/${vote.publicId}/participation`,
      `/staff/topics/${vote.publicId}/counting`,
      `/staff/topics/${vote.publicId}/assisted`,
    ];
    for (const path of paths) {
      const { body, status } = await app.as(staff).get(path);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(WORDS);
      expect((body as { tally?: unknown }).tally ?? null).toBeNull();
    }
    await expectUntouched(
      app.database,
      () => app.as(staff).post(`/staff/topics/${vote.publicId}/recount`),
      'BOX_STATE',
    );
  });

  /** All rows of all tables as text. */
  async function everyText(): Promise<Record<string, string>> {
    const texts: Record<string, string> = {};
    for (const table of [...Object.keys(await contentsOf(app.database)), 'idempotency']) {
      const rows = await app.database.query<Record<string, unknown>>(`SELECT * FROM \`${table}\``);
      texts[table] = JSON.stringify(rows);
    }
    return texts;
  }
});
