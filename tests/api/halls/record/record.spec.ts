import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { RecordContents } from '@jiefang/bff/halls/record/record-contents';
import { RecordExport } from '@jiefang/bff/halls/record/record-export';
import { RecordWriter } from '@jiefang/bff/halls/record/record-writer';
import { verifyRecord } from '@jiefang/shared/record';
import { buildModerator, buildTopic } from '../../../builders/halls.js';
import { buildDivision, buildPerson } from '../../../builders/people.js';
import { append, exported, opinion, voteActs } from '../../../builders/record.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { expectRefusal } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

interface RecordBody {
  head: { seq: number; hash: string };
  items: {
    seq: number;
    at: string;
    act: string;
    word: string;
    actor: { role: string; roleWord: string; ref: string | null };
    texts: { name: string; word: string; text: string | null; state: string }[];
    summary: string;
  }[];
  nextCursor: string | null;
}

describe('the record of a topic', () => {
  const [app, replica] = stage(2);
  let topic: number;
  let speaker: number;

  beforeAll(() => buildDivision(app.database, COMMUNITY, '延安社区'));
  beforeEach(async () => {
    topic = await buildTopic(app.database, { title: '充电棚建在哪？' }, app);
    speaker = await buildPerson(app.database);
  });
  const path = (rest = ''): string => `/topics/${encodeId('topic', topic)}/record${rest}`;
  const page = async (rest = ''): Promise<RecordBody> => {
    const answer = await app.as().get(path(rest));
    expect(answer.status).toBe(200);
    return answer.body as RecordBody;
  };

  it('is read newest first, in words, with the texts that may be shown', async () => {
    const [shown, held] = (await append(app, topic, [
      opinion(speaker, '赞成'),
      opinion(speaker, '等人看', { act: 'opinion_held', withheld: true }),
      { act: 'clock_late', actor: { role: 'clock', personId: null }, body: { kind: 'review' } },
    ])) as [number, number];
    const { head, items, nextCursor } = await page();
    expect(head.seq).toBe(4);
    expect(items.map(({ act, word }) => [act, word])).toEqual([
      ['clock_late', '超过期限'],
      ['opinion_held', '发言等人工查看'],
      ['opinion', '发言'],
      ['version', '公开一版文字'],
    ]);
    expect(items.find(({ seq }) => seq === shown)).toMatchObject({
      actor: { role: 'resident', roleWord: '居民' },
      texts: [{ name: 'text', word: '内容', text: '赞成', state: 'shown' }],
    });
    expect(items.find(({ seq }) => seq === held)?.texts).toEqual([
      { name: 'text', word: '内容', text: null, state: 'withheld' },
    ]);
    expect(items.at(-1)).toMatchObject({ summary: '第 1 版', actor: { roleWord: '提出人' } });
    expect(nextCursor).toBeNull();
  });

  it('comes in pages that meet without a gap', async () => {
    await append(
      app,
      topic,
      Array.from({ length: 45 }, (_, index) => opinion(speaker, `第 ${index} 句`)),
    );
    const seqs: number[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { items, nextCursor } = await page(cursor === '' ? '' : `?cursor=${cursor}`);
      seqs.push(...items.map(({ seq }) => seq));
      cursor = nextCursor;
    }
    expect(seqs).toEqual(Array.from({ length: 46 }, (_, index) => 46 - index));
    expectRefusal(await app.as().get(path('?cursor=abc')), 'INVALID_INPUT');
    expectRefusal(await app.as().get(path('?limit=51')), 'INVALID_INPUT');
  });

  it('names a person alike within a topic and in no other', async () => {
    const other = await buildTopic(app.database, {}, app);
    await append(app, topic, [opinion(speaker, '一'), opinion(speaker, '二')]);
    await append(app, other, [opinion(speaker, '三')]);
    const refs = (await page()).items.filter(({ act }) => act === 'opinion').map(({ actor }) => actor.ref);
    expect(new Set(refs).size).toBe(1);
    expect(refs[0]).toMatch(/^[0-9a-f]{16}$/);
    const there = (await app.as().get(`/topics/${encodeId('topic', other)}/record`)).body as RecordBody;
    expect(there.items[0]?.actor.ref).not.toBe(refs[0]);
  });

  it('of a topic nobody may see yet is its initiator’s and its staff’s', async () => {
    const initiator = await buildPerson(app.database);
    topic = await buildTopic(app.database, { status: 'submitted', initiatorId: initiator }, app);
    expectRefusal(await app.as().get(path()), 'NOT_FOUND');
    expectRefusal(await app.as(speaker).get(path('.ndjson')), 'NOT_FOUND');
    expect((await app.as(initiator).get(path())).status).toBe(200);
    const moderator = await buildModerator(app.database);
    expect((await app.as(moderator).get(path('.ndjson'))).status).toBe(200);
    expectRefusal(await app.as().get('/topics/zzzzzzzz/record'), 'NOT_FOUND');
  });

  it('is one chain when two processes write at once', async () => {
    const write = (one: typeof app, text: string): Promise<number[]> =>
      append(one, topic, [opinion(speaker, text), opinion(null, text)]);
    const numbers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => write(index % 2 === 0 ? app : replica, `第 ${index} 句`)),
    );
    expect(numbers.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 2));
    for (const [first, second] of numbers) expect(second).toBe((first ?? 0) + 1);
    expect(verifyRecord(await exported(app, topic))).toMatchObject({ ok: true, entries: 61 });
  });

  it('leaves nothing when the transaction does not commit, and needs to have been opened', async () => {
    const failing = app.database.transaction(async (tx) => {
      await app.app.get(RecordWriter).append(tx, topic, [opinion(speaker, '没说完')]);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect((await page()).head.seq).toBe(1);
    await expect(append(app, 999_999, [opinion(speaker, '无处可说')])).rejects.toThrow('has no record');
  });

  it('cannot be changed in the database', async () => {
    for (const statement of ['UPDATE record_entry SET act = "x"', 'DELETE FROM record_entry']) {
      await expect(app.database.execute(`${statement} WHERE topic_id = ?`, [topic])).rejects.toThrow(
        'append-only',
      );
    }
  });

  describe('as a file', () => {
    it('is a download that proves, with every act and any letters', async () => {
      await append(app, topic, [
        opinion(speaker, '引号 " 反斜杠 \\ 换行\n表情 😀 零字节\u0000 尾'),
        opinion(speaker, '长'.repeat(1000)),
        ...voteActs(40, false),
      ]);
      const answer = await app.as().get(path('.ndjson'));
      expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
      expect(answer.headers['content-disposition']).toMatch(
        /^attachment; filename="jiefang-record-\w+\.ndjson"$/,
      );
      const report = verifyRecord(await exported(app, topic));
      expect(report).toMatchObject({ ok: true, topic: { title: '充电棚建在哪？' }, tally: { agrees: true } });
      expect(report.head).toEqual((await page()).head);
    });

    it('recounts: a count that its ballots do not give is named, though the chain is whole', async () => {
      const acts = voteActs(20, true);
      const counted = acts.find(({ act }) => act === 'tally');
      const body = counted?.body as unknown as { tally: { counts: { for: number; against: number } } };
      body.tally.counts.for += 1;
      body.tally.counts.against -= 1;
      await append(app, topic, acts);
      const report = verifyRecord(await exported(app, topic));
      expect(report.faults.map(({ kind, words }) => [kind, words])).toEqual([
        ['recount', '第 8 条的计票结果和重新计票的不符'],
      ]);
      expect(report.tally).toMatchObject({ agrees: false });
    });

    it('of many pages is read page by page', async () => {
      const lines: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        lines.push(
          ...(await append(
            app,
            topic,
            Array.from({ length: 250 }, () => opinion(null, '一句')),
          )),
        );
      }
      const spy = jest.spyOn(app.database, 'query');
      expect(verifyRecord(await exported(app, topic))).toMatchObject({ ok: true, entries: 751 });
      const limits = spy.mock.calls.filter(([statement]) => statement.includes('FROM record_entry'));
      expect(limits.length).toBe(4);
      expect(lines.length).toBe(750);
    });

    it('breaks off rather than lie when a text is withheld while it is under way', async () => {
      await append(
        app,
        topic,
        Array.from({ length: 450 }, (_, index) => opinion(speaker, `第 ${index} 句`)),
      );
      const pieces = await app.app.get(RecordExport).open({ id: topic, title: '充电棚建在哪？' });
      await pieces.next();
      await pieces.next();
      await append(app, topic, [opinion(speaker, '又一句')]);
      await pieces.next();
      await app.database.transaction((tx) => app.app.get(RecordContents).withhold(tx, topic, 440, 'text'));
      await expect(pieces.next()).rejects.toThrow('was changed while it was exported');
      expect(verifyRecord(await exported(app, topic))).toMatchObject({ ok: true, withheld: 1 });
    });
  });

  it('shows, withholds and shows again by entries of its own, each once', async () => {
    const [seq] = (await append(app, topic, [opinion(speaker, '一句')])) as [number];
    const contents = app.app.get(RecordContents);
    const turn = (how: 'withhold' | 'disclose'): Promise<void> =>
      app.database.transaction((tx) => contents[how](tx, topic, seq, 'text'));
    for (const how of ['disclose', 'withhold', 'withhold', 'disclose', 'disclose'] as const) await turn(how);
    expect((await page()).items.map(({ act, summary }) => [act, summary]).slice(0, 2)).toEqual([
      ['disclose', '第 2 条的文字'],
      ['withhold', '第 2 条的文字'],
    ]);
    expect((await page()).head.seq).toBe(4);
    expect(verifyRecord(await exported(app, topic)).ok).toBe(true);
  });
});
