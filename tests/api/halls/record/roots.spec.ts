import { RecordRoots } from '@jiefang/bff/halls/record/record-roots';
import { verifyRecord } from '@jiefang/shared/record';
import { buildTopic } from '../../../builders/halls.js';
import { buildDivision } from '../../../builders/people.js';
import { append, exported, opinion } from '../../../builders/record.js';
import { COMMUNITY } from '../../../builders/venues.js';
import { expectRefusal } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

describe('daily roots', () => {
  const [app, replica] = stage(2);
  const topics: number[] = [];

  beforeAll(async () => {
    await buildDivision(app.database, COMMUNITY, '延安社区');
    for (let count = 0; count < 7; count += 1) topics.push(await buildTopic(app.database, {}, app));
  });
  const run = (one = app): Promise<boolean> => one.app.get(RecordRoots).run();
  const list = async (rest = '') =>
    (await app.as().get(`/records/roots${rest}`)).body as {
      items: { day: string; root: string; leaves: number }[];
      nextCursor: string | null;
    };

  it('are made once, five minutes after midnight, for the day that ended', async () => {
    app.clock.set('2026-11-23T16:04:59Z');
    expect(await run()).toBe(false);
    app.clock.set('2026-11-23T16:05:00Z');
    expect((await Promise.all([run(), run(replica), run(), run(replica)])).filter(Boolean)).toHaveLength(1);
    expect((await list()).items).toEqual([
      { day: '2026-11-23', root: expect.stringMatching(/^[0-9a-f]{64}$/) as string, leaves: 7 },
    ]);
  });

  it('are in the file of every record with a proof, and hold what they covered', async () => {
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26']) {
      app.clock.set(`${day}T03:00:00Z`);
      await append(app, topics[2] as number, [opinion(null, day)]);
      app.clock.set(`${day}T16:05:00Z`);
      expect(await run()).toBe(true);
    }
    const roots = new Map((await list()).items.map(({ day, root }) => [day, root]));
    for (const topic of topics) {
      const report = verifyRecord(await exported(app, topic), { root: roots.get('2026-11-26') ?? '' });
      expect(report.ok).toBe(true);
      for (const { day, root } of report.roots) expect(root).toBe(roots.get(day));
    }
    const lines = await exported(app, topics[2] as number);
    expect(verifyRecord(lines).roots.map(({ day, seq }) => [day, seq])).toEqual([
      ['2026-11-23', 1],
      ['2026-11-24', 2],
      ['2026-11-25', 3],
      ['2026-11-26', 4],
    ]);
    // A history that was rewritten as a whole, its header too, is still not the one that the roots cover.
    const other = await buildTopic(app.database, {}, app);
    const header = JSON.parse(lines[0] as string) as { roots: object[] };
    const report = verifyRecord(await exported(app, other), { root: roots.get('2026-11-26') ?? '' });
    expect(report.faults.map(({ kind }) => kind)).toEqual(['root']);
    expect(header.roots).toHaveLength(4);
  });

  it('are listed in pages', async () => {
    await app.database.execute(
      `INSERT INTO record_root (day, leaves, root, made_at)
       SELECT DATE_ADD('2026-01-01', INTERVAL seq DAY), 1, REPEAT('x', 32), '2026-11-01' FROM (
         SELECT a.n + 10 * b.n AS seq FROM
           (SELECT 0 n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6) a,
           (SELECT 0 n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5) b) d`,
    );
    const days: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { items, nextCursor } = await list(cursor === '' ? '' : `?cursor=${cursor}`);
      days.push(...items.map(({ day }) => day));
      cursor = nextCursor;
    }
    expect(days).toEqual([...days].sort().reverse());
    expect(new Set(days).size).toBe(46);
    expectRefusal(await app.as().get('/records/roots?cursor=x'), 'INVALID_INPUT');
    const noDay = Buffer.from('["2026-13-45"]').toString('base64url');
    expectRefusal(await app.as().get(`/records/roots?cursor=${noDay}`), 'INVALID_INPUT');
  });
});
