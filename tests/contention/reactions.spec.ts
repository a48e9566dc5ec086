import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { OpinionWriter } from '@jiefang/bff/halls/opinions/opinion-writer';
import { countRows } from '../builders/identity.js';
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

describe('many residents, one topic and two replicas', () => {
  const [app, replica] = stage(2);
  const side = (n: number): TestApp => (n % 2 === 0 ? app : replica);
  const speakers = (count: number): Promise<number[]> =>
    Promise.all(Array.from({ length: count }, () => buildSpeaker(app)));
  beforeAll(() => buildDivision(app.database, COMMUNITY, '延安社区'));
  afterEach(async () => expect(await miscounted(app.database)).toEqual([]));

  it('count every reaction once, however often and wherever people tap', async () => {
    const topic = await buildHallTopic(app);
    const author = await buildSpeaker(app);
    const opinions = [await say(app, author, topic), await say(app, author, topic)];
    const people = await speakers(60);
    const values = [1, -1, 0, null] as const;
    const taps = people.flatMap((person, n) =>
      opinions.flatMap((opinion, o) =>
        Array.from({ length: 4 }, (_, tap) => ({
          send: () =>
            side(n + tap)
              .as(person)
              .put(`/opinions/${opinion.id}/reaction`, { value: values[(n + o + tap) % 4] ?? null }),
        })),
      ),
    );
    const answers = await Promise.all(taps.map(({ send }) => send()));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(await miscounted(app.database)).toEqual([]);
    // Settled one by one, the counters are what everybody said last.
    for (const [n, person] of people.entries()) {
      await side(n)
        .as(person)
        .put(`/opinions/${opinions[0]?.id}/reaction`, { value: n % 3 === 0 ? -1 : 1 })
        .expect(200);
    }
    const { items } = await listOpinions(app, topic);
    expect(items.find((item) => item.id === opinions[0]?.id)).toMatchObject({
      agree: 40,
      disagree: 20,
      pass: 0,
    });
  });

  it('write, reply, edit and react at once without losing or doubling anything', async () => {
    const topic = await buildHallTopic(app);
    const people = await speakers(24);
    const first = await say(app, people[0] ?? 0, topic);
    const path = `/topics/${encodeId('topic', topic)}/opinions`;
    const answers = await Promise.all(
      people.flatMap((person, n) => {
        const stance = (['for', 'against', 'neutral'] as const)[n % 3];
        const key = `one-opinion-of-${person}`;
        return [
          side(n)
            .as(person)
            .post(path, { stance, text: `第 ${n} 句` }, key),
          side(n + 1)
            .as(person)
            .post(path, { stance, text: `第 ${n} 句` }, key),
          side(n).as(person).post(path, { stance, text: '回一句', parentId: first.id }),
          side(n + 1)
            .as(person)
            .put(
              n === 0 ? `/opinions/${first.id}` : `/opinions/${first.id}/reaction`,
              n === 0 ? { text: '改过。', textNo: 1 } : { value: 1 },
            ),
        ];
      }),
    );
    expect(answers.filter((answer) => answer.status >= 300)).toEqual([]);
    expect(await countRows(app.database, 'opinion WHERE topic_id = ?', [topic])).toBe(1 + 24 + 24);
    const [row] = await app.database.query<{ opinions: number }>('SELECT opinions FROM topic WHERE id = ?', [
      topic,
    ]);
    expect(row?.opinions).toBe(49);
    const acts = (await recordOf(app.database, topic)).map((entry) => entry.act);
    expect(acts.filter((act) => act === 'opinion')).toHaveLength(49);
    expect(acts.filter((act) => act === 'opinion_edit')).toHaveLength(1);
  });

  it('an edit in two places at once makes one version; the other sees that it is old', async () => {
    const topic = await buildHallTopic(app);
    const author = await buildSpeaker(app);
    const opinion = await say(app, author, topic);
    const answers = await Promise.all(
      [0, 1, 2, 3].map((n) =>
        side(n)
          .as(author)
          .put(`/opinions/${opinion.id}`, { text: `版本 ${n}`, textNo: 1 }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(
      new Set(answers.filter((a) => a.status !== 200).map((a) => (a.body as { code: string }).code)),
    ).toEqual(new Set(['STALE_VERSION']));
    expect(
      await countRows(app.database, 'opinion_text WHERE opinion_id = ?', [decodeId('opinion', opinion.id)]),
    ).toBe(2);
  });

  it('what is recorded of reactions when the text is frozen is what was counted to the last tap', async () => {
    const topic = await buildHallTopic(app);
    const author = await buildSpeaker(app);
    const opinion = await say(app, author, topic);
    const people = await speakers(30);
    const taps = people.map((person, n) =>
      side(n)
        .as(person)
        .put(`/opinions/${opinion.id}/reaction`, { value: n % 2 === 0 ? 1 : -1 }),
    );
    const freeze = app.database.transaction(async (tx) => {
      await tx.query('SELECT id FROM topic WHERE id = ? FOR UPDATE', [topic]);
      await app.app.get(OpinionWriter, { strict: false }).recordReactions(tx, topic);
      await tx.execute("UPDATE topic SET status = 'finalised' WHERE id = ?", [topic]);
    });
    const [answers] = await Promise.all([Promise.all(taps), freeze]);
    const counted = (value: number): number =>
      answers.filter((answer) => answer.status === 200 && (answer.body as { mine: number }).mine === value)
        .length;
    const snapshot = (await recordOf(app.database, topic)).find((entry) => entry.act === 'reactions');
    expect(snapshot?.body.rows).toEqual([[opinion.id, counted(1), counted(-1), 0]]);
    expect(
      answers.every((a) => a.status === 200 || (a.body as { code: string }).code === 'OPINION_CLOSED'),
    ).toBe(true);
  });
});
