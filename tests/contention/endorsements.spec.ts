import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type { Sql } from '@jiefang/bff/database/database';
import { buildModerator, buildResident, buildTopic, recordActs, storedTopic } from '../builders/halls.js';
import { messagesTo } from '../builders/identity.js';
import { buildDivision } from '../builders/people.js';
import { COMMUNITY } from '../builders/venues.js';
import type { TestApp } from '../support/app.js';
import { stage } from '../support/stage.js';

jest.setTimeout(180_000);

const PEOPLE = 100;
const THRESHOLD = 50;

/** Counted again from the endorsements themselves, and the record's chain of numbers. */
async function proofOf(sql: Sql, topicId: number): Promise<object> {
  const [row] = await sql.query<{ live: number; counted: number }>(
    `SELECT (SELECT COUNT(*) FROM endorsement e WHERE e.topic_id = t.id AND e.text_no = t.text_no
               AND e.withdrawn_at IS NULL) AS live, t.endorsements AS counted FROM topic t WHERE t.id = ?`,
    [topicId],
  );
  const acts = await recordActs(sql, topicId);
  const of = (act: string): number => acts.filter((one) => one === act).length;
  return { live: row?.live, counted: row?.counted, recorded: of('endorse') - of('unendorse') };
}

describe('many endorsers and two replicas', () => {
  const [app, replica] = stage(2);
  const side = (n: number): TestApp => (n % 2 === 0 ? app : replica);
  let residents: number[];
  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    residents = [];
    for (let n = 0; n < PEOPLE; n += 1) residents.push(await buildResident(app.database));
  });

  const collecting = (options: object = {}): Promise<number> =>
    buildTopic(app.database, { status: 'endorsing', endorseThreshold: THRESHOLD, ...options }, app);
  const send = (n: number, topic: number, act: string, body: object = {}, key?: string) =>
    side(n)
      .as(residents[n % PEOPLE])
      .post(`/topics/${encodeId('topic', topic)}/${act}`, body, key);

  it('a hundred at once are a hundred, and the threshold is reached once', async () => {
    const topic = await collecting();
    const answers = await Promise.all(residents.map((_, n) => send(n, topic, 'endorse', { textNo: 1 })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(PEOPLE);
    expect(await proofOf(app.database, topic)).toEqual({ live: PEOPLE, counted: PEOPLE, recorded: PEOPLE });
    const acts = await recordActs(app.database, topic);
    expect(acts.filter((act) => act === 'reach_endorsements')).toHaveLength(1);
    expect(acts.indexOf('reach_endorsements')).toBe(acts.indexOf('endorse') + THRESHOLD);
    const clocks = await app.database.query(
      "SELECT id FROM topic_clock WHERE topic_id = ? AND kind = 'start' AND live = 1",
      [topic],
    );
    expect(clocks).toHaveLength(1);
    // Everybody was shown a number of their own.
    const counts = answers.map(
      (answer) => (answer.body as { endorsements: { count: number } }).endorsements.count,
    );
    expect(new Set(counts).size).toBe(PEOPLE);
  });

  it('a double tap counts once, with one key or two, on one replica or both', async () => {
    const topic = await collecting();
    const answers = await Promise.all(
      residents
        .slice(0, 30)
        .flatMap((_, n) => [
          send(n, topic, 'endorse', { textNo: 1 }, `double-tap-${topic}-${n}`),
          replica
            .as(residents[n])
            .post(
              `/topics/${encodeId('topic', topic)}/endorse`,
              { textNo: 1 },
              `double-tap-${topic}-${n % 2 === 0 ? n : `${n}b`}`,
            ),
        ]),
    );
    expect(
      answers.filter((a) => ![200, 409].includes(a.status)).map((a) => [a.status, a.body as object]),
    ).toEqual([]);
    expect(await proofOf(app.database, topic)).toEqual({ live: 30, counted: 30, recorded: 30 });
  });

  it('coming and going around the threshold leaves the counter at what there is', async () => {
    const topic = await collecting({ endorseThreshold: 10 });
    for (let round = 0; round < 4; round += 1) {
      await Promise.all(
        residents
          .slice(0, 40)
          .map((_, n) =>
            send(
              n,
              topic,
              (n + round) % 3 === 0 ? 'unendorse' : 'endorse',
              (n + round) % 3 === 0 ? {} : { textNo: 1 },
            ),
          ),
      );
    }
    const { endorsements } = await storedTopic(app.database, topic);
    expect(await proofOf(app.database, topic)).toEqual({
      live: endorsements,
      counted: endorsements,
      recorded: endorsements,
    });
    const acts = await recordActs(app.database, topic);
    expect(acts.filter((act) => act === 'reach_endorsements')).toHaveLength(1);
  });

  it('a new text in between takes nobody along', async () => {
    const initiator = await buildResident(app.database);
    const topic = await collecting({ initiatorId: initiator });
    const edit = app.as(initiator).put(`/topics/${encodeId('topic', topic)}/text`, {
      no: 1,
      title: '棚子建在东门',
      body: '只问东门这一处。',
    });
    const [edited, ...answers] = await Promise.all([
      edit,
      ...residents.map((_, n) => send(n, topic, 'endorse', { textNo: 1 })),
    ]);
    expect(edited.status).toBe(200);
    const refused = answers.filter((answer) => answer.status !== 200);
    expect(new Set(refused.map((answer) => (answer.body as { code: string }).code)).size).toBeLessThan(2);
    const { endorsements, textNo } = await storedTopic(app.database, topic);
    if (textNo === 2) expect(endorsements).toBe(0);
    const [old] = await app.database.query<{ n: number }>(
      'SELECT COUNT(*) AS n FROM endorsement WHERE topic_id = ? AND text_no = 1',
      [topic],
    );
    expect(old?.n).toBe(PEOPLE - refused.length);
  });

  it('merges asked both ways at once end, and every consent counts once', async () => {
    const [one, two] = [await collecting(), await collecting()];
    await Promise.all(residents.slice(0, 20).map((_, n) => send(n, one, 'endorse', { textNo: 1 })));
    const [a, b] = [await buildModerator(app.database), await buildModerator(app.database)];
    const merge = (side_: TestApp, by: number, from: number, to: number) =>
      side_.as(by).post(`/staff/topics/${encodeId('topic', from)}/acts/merge`, {
        reason: '两个议题说的是一件事',
        targetId: encodeId('topic', to),
      });
    const merged = await Promise.all([merge(app, a, one, two), merge(replica, b, two, one)]);
    expect(merged.map((answer) => answer.status).sort()).toEqual([200, expect.any(Number)]);
    const gone = (await storedTopic(app.database, one)).status === 'merged' ? one : two;
    const kept = gone === one ? two : one;
    expect((await storedTopic(app.database, kept)).status).toBe('endorsing');
    if (gone !== one) return;
    await Promise.all(
      residents
        .slice(0, 20)
        .flatMap((_, n) => [
          send(n, one, 'merge-consent', { agrees: true }),
          send(n + 1, one, 'merge-consent', { agrees: true }),
        ]),
    );
    expect(await proofOf(app.database, kept)).toEqual({ live: 20, counted: 20, recorded: 20 });
    expect((await messagesTo(app.database, residents[0] ?? 0)).map((m) => m.kind)).toContain('merge_asked');
  });
});
