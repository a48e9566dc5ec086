import { PatrolAnalyses } from '@jiefang/bff/volunteering/patrols/patrol-analysis';
import type { StoredPoint } from '@jiefang/bff/volunteering/patrols/track-chunks';
import {
  batch,
  buildPatrol,
  fix,
  OTHER_DEVICE,
  second,
  startBody,
  walk,
  buildWalker,
} from '../builders/patrols.js';
import { createApp, type TestApp } from '../support/app.js';
import { stage } from '../support/stage.js';

jest.setTimeout(180_000);

/** A repeatable stream of numbers in [0, below). */
function stream(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

async function stored(app: TestApp, row: number): Promise<StoredPoint[]> {
  const track = await app.app.get(PatrolAnalyses, { strict: false }).load(app.database, row);
  expect(track.unreadable).toBe(0);
  return track.points;
}

describe('two replicas take in one patrol', () => {
  const [app, replica] = stage(2);
  const side = (n: number): TestApp => (n % 2 === 0 ? app : replica);

  it('and the same batch sent to both at once is kept once', async () => {
    const { person, patrol, row } = await buildPatrol(app);
    app.clock.advance(3_600_000);
    const points = walk(0, 300);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => {
        const from = Math.floor(n / 4) * 30;
        return side(n)
          .as(person)
          .post(`/patrols/${patrol}/points`, batch(from, points.slice(from, from + 30)));
      }),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 40 }, () => 200));
    for (let group = 0; group < 10; group += 1) {
      const texts = answers.slice(group * 4, group * 4 + 4).map((answer) => answer.text);
      expect(new Set(texts).size).toBe(1);
    }
    expect((await stored(app, row)).map((point) => [point.seq, point.at])).toEqual(
      points.slice(0, 300).map(([at], seq) => [seq, at]),
    );
  });

  it('and of two stories about one number the first stays whole', async () => {
    const { person, patrol, row } = await buildPatrol(app);
    app.clock.advance(3_600_000);
    const seed = Number(process.env.CONTENTION_SEED ?? Date.now() % 1_000_000);
    console.info(`CONTENTION_SEED=${seed}`);
    const pick = stream(seed);
    // Every upload tells its own story: its number is the metres to the east.
    const uploads = Array.from({ length: 120 }, (_, story) => {
      const from = pick(220);
      const count = 1 + pick(80);
      const points = Array.from({ length: count }, (_, index) => fix((from + index) * 5, 0, story));
      return { from, points };
    });
    const answers = await Promise.all(
      uploads.map(({ from, points }, n) =>
        side(n).as(person).post(`/patrols/${patrol}/points`, batch(from, points)),
      ),
    );
    expect(answers.filter((answer) => answer.status !== 200)).toEqual([]);
    const kept = await stored(app, row);
    const covered = new Set(uploads.flatMap(({ from, points }) => points.map((_, index) => from + index)));
    expect(new Set(kept.map((point) => point.seq))).toEqual(covered);
    expect(kept).toHaveLength(covered.size);
    for (const point of kept) {
      const told = uploads
        .map(({ from, points }) => points[point.seq - from])
        .filter((one) => one !== undefined)
        .map((one) => one.slice(0, 3).join());
      expect(told).toContain([point.at, point.latitude, point.longitude].join());
    }
    // And nothing changes it afterwards.
    await Promise.all(
      uploads.map(({ from, points }, n) =>
        side(n + 1)
          .as(person)
          .post(`/patrols/${patrol}/points`, batch(from, points))
          .expect(200),
      ),
    );
    expect(await stored(app, row)).toEqual(kept);
  });

  it('and many patrols at once keep every acknowledged point', async () => {
    const walkers = [];
    for (let n = 0; n < 20; n += 1) walkers.push(await buildPatrol(app));
    app.clock.advance(3_600_000);
    const points = walk(0, 240);
    const sends = walkers.flatMap((walker, w) =>
      [120, 0, 180, 60, 150, 0].map((from, n) =>
        side(w + n)
          .as(walker.person)
          .post(`/patrols/${walker.patrol}/points`, batch(from, points.slice(from, from + 60))),
      ),
    );
    const answers = await Promise.all(sends);
    expect(answers.filter((answer) => answer.status !== 200)).toEqual([]);
    for (const walker of walkers) {
      expect((await stored(app, walker.row)).map((point) => point.at)).toEqual(points.map(([at]) => at));
    }
  });

  it('and a patrol is started once, finished once, and never by two devices', async () => {
    const { person, claim } = await buildWalker(app.database);
    app.clock.set('2026-11-24T01:00:00Z');
    const starts = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        side(n)
          .as(person)
          .post(`/claims/${claim}/patrol`, startBody({ device: n < 5 ? startBody().device : OTHER_DEVICE })),
      ),
    );
    const begun = starts.filter((answer) => answer.status === 201);
    expect(begun).toHaveLength(5);
    expect(new Set(begun.map((answer) => (answer.body as { id: string }).id)).size).toBe(1);
    expect(
      starts
        .filter((answer) => answer.status !== 201)
        .map((answer) => (answer.body as { code: string }).code),
    ).toEqual(Array.from({ length: 5 }, () => 'PATROL_DEVICE'));
    const id = (begun[0]?.body as { id: string }).id;
    const ends = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        side(n)
          .as(person)
          .post(`/patrols/${id}/finish`, { at: new Date(second(0)).toISOString(), lastSeq: n }),
      ),
    );
    expect(ends.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([
      200,
      ...Array.from({ length: 9 }, () => 409),
    ]);
  });
});

describe('a replica that is told to stop', () => {
  it('keeps every point it has acknowledged', async () => {
    const app = await createApp();
    const leaving = await createApp({ clock: app.clock, wechat: app.wechat });
    try {
      const walkers = [];
      for (let n = 0; n < 10; n += 1) walkers.push(await buildPatrol(app));
      app.clock.advance(3_600_000);
      const points = walk(0, 600);
      const acknowledged = new Map<number, Set<number>>();
      let answered = 0;
      const sends = walkers.flatMap((walker) =>
        Array.from({ length: 20 }, async (_, n) => {
          const from = n * 30;
          try {
            const answer = await leaving
              .as(walker.person)
              .post(`/patrols/${walker.patrol}/points`, batch(from, points.slice(from, from + 30)));
            answered += 1;
            if (answered === 20) closing = leaving.close();
            if (answer.status !== 200) {
              expect(answer.status).toBe(503);
              return;
            }
            acknowledged.set(walker.row, (acknowledged.get(walker.row) ?? new Set()).add(from));
          } catch (error) {
            // Refused at the door: the phone keeps its points.
            expect(String(error)).toMatch(/ECONNREFUSED|ECONNRESET|socket hang up/);
          }
        }),
      );
      let closing: Promise<void> | undefined;
      await Promise.all(sends);
      await closing;
      expect(answered).toBeGreaterThanOrEqual(20);
      for (const [row, froms] of acknowledged) {
        const seqs = new Set((await stored(app, row)).map((point) => point.seq));
        for (const from of froms) {
          for (let seq = from; seq < from + 30; seq += 1) expect(seqs.has(seq)).toBe(true);
        }
      }
    } finally {
      await app.close();
    }
  });
});
