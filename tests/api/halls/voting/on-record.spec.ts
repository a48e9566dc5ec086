import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { RecordVerifier, type RecordReport } from '@jiefang/shared/record';
import { buildModerator, buildTopic, inDays } from '../../../builders/halls.js';
import { buildDivision, buildPerson, buildResidency } from '../../../builders/people.js';
import { announce, importOwners, ownersFile } from '../../../builders/rolls.js';
import { cast, endOfVoting, type BuiltVote } from '../../../builders/voting.js';
import { stage } from '../../../support/stage.js';
import type request from 'supertest';

jest.setTimeout(60_000);

/** The bytes of an answer. */
function wholeBody(answer: request.Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const stream = answer as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}

/** From the announced roll to the exported record, which is proved and counted again without the product. */
describe('a vote on the record', () => {
  const [app] = stage(1);
  let serial = 60;

  const exported = async (vote: BuiltVote): Promise<{ text: string; report: RecordReport }> => {
    const file = app.as().get(`/topics/${vote.publicId}/record.ndjson`).buffer(true);
    const { body } = await file.parse(wholeBody).expect(200);
    const text = (body as Buffer).toString('utf8');
    const verifier = new RecordVerifier();
    verifier.feed(text);
    return { text, report: verifier.end() };
  };

  /** A topic that was announced by staff and is being voted on; its people in order of their votes. */
  const voting = async (
    choice: object,
    build: (code: string, moderator: number) => Promise<{ people: number[]; ownersImportId?: string }>,
  ): Promise<BuiltVote> => {
    serial += 1;
    const code = `3506020080${serial}`;
    await buildDivision(app.database, code);
    const moderator = await buildModerator(app.database, code);
    const initiatorId = await buildPerson(app.database);
    const options = { status: 'under_review', divisionCode: code, initiatorId } as const;
    const topicId = await buildTopic(app.database, options, app);
    const { people, ...more } = await build(code, moderator);
    const announced = await announce(app, moderator, topicId, { ...choice, ...more });
    expect(announced.status).toBe(200);
    await app.database.execute(
      `UPDATE topic SET status = 'finalised',
         text_hash = (SELECT hash FROM topic_text WHERE topic_id = topic.id AND no = 1) WHERE id = ?`,
      [topicId],
    );
    await app
      .as(moderator)
      .post(`/staff/topics/${encodeId('topic', topicId)}/acts/open_voting`)
      .expect(200);
    const [row] = await app.database.query<{ textHash: Buffer; rollId: number }>(
      'SELECT text_hash AS textHash, roll_id AS rollId FROM topic WHERE id = ?',
      [topicId],
    );
    if (row === undefined) throw new Error('no topic');
    const { rollId } = row;
    const publicId = encodeId('topic', topicId);
    return { topicId, publicId, rollId, textHash: row.textHash.toString('hex'), people };
  };
  const votesOf = async (vote: BuiltVote, person: number): Promise<number[]> => {
    const { body } = await app.as(person).get(`/topics/${vote.publicId}/vote`).expect(200);
    return (body.memberships as { no: number }[]).map((member) => member.no);
  };

  it.each([false, true])('is proved and counted again by anybody; secret: %s', async (secret) => {
    const vote = await voting(
      { source: 'households', packCode: 'household_majority', secret },
      async (code) => {
        const people: number[] = [];
        for (let n = 0; n < 5; n += 1) {
          const person = await buildPerson(app.database);
          await buildResidency(app.database, person, code, { building: '1幢', room: String(101 + n) });
          people.push(person);
        }
        return { people };
      },
    );
    for (const [index, person] of vote.people.entries()) {
      const [no] = await votesOf(vote, person);
      if (index < 4) await cast(app, vote, person, no ?? 0, index < 3 ? 'for' : 'against').expect(201);
      if (index === 0 && !secret) await cast(app, vote, person, no ?? 0, 'for').expect(201);
    }
    expect((await exported(vote)).text).not.toMatch(/"(against|abstain)"/);
    const { topic } = await endOfVoting(app, vote);
    expect(topic.tally).toMatchObject({ counts: { for: 3, against: 1, abstain: 0 }, passed: true });
    const { report, text } = await exported(vote);
    expect(report.faults).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.tally).toMatchObject({ agrees: true, recounted: { counts: { for: 3, against: 1 } } });
    // Whoever rewrites a ballot in the file is found.
    const forged = new RecordVerifier();
    forged.feed(text.replace('"against"', '"for"'));
    expect(forged.end().ok).toBe(false);
  });

  it('of owners carries areas, one vote an owner whatever their flats', async () => {
    const phones = ['19911110001', '19911110002'];
    const vote = await voting(
      { source: 'owners', packCode: 'civil_278_ordinary', secret: false, noticeDays: 15 },
      async (code, moderator) => {
        const people = [];
        for (const phone of phones) people.push(await buildPerson(app.database, { phone }));
        const file = ownersFile(
          `1幢,101,90.50,陈一,${phones[0]},1234,,,`,
          `1幢,102,89.50,陈一,${phones[0]},1234,,,`,
          `2幢,201,60.25,林二,${phones[1]},5678,,,`,
        );
        const { body } = await importOwners(app, moderator, file, { code }).expect(201);
        return { people, ownersImportId: body.id as string };
      },
    );
    for (const person of vote.people) {
      const [no, ...more] = await votesOf(vote, person);
      expect(more).toEqual([]);
      await cast(app, vote, person, no ?? 0, 'for').expect(201);
    }
    app.clock.set(inDays(1).toISOString());
    const { topic } = await endOfVoting(app, vote);
    expect(topic.tally).toMatchObject({ size: 2, area: 24_025, areas: { for: 24_025 }, passed: true });
    const { report } = await exported(vote);
    expect(report.faults).toEqual([]);
    expect(report.tally?.agrees).toBe(true);
  });
});
