import { isWorthKeeping } from './cadence';
import { afterSteps, elapsedMs, stopwatch } from './facts';
import { readPoints, trimmed, writePoints } from './point-text';
import { SteadyClock } from './steady-clock';
import type { PatrolFacts, Point } from './types';
import { Way } from './way';

const AT = Date.parse('2026-11-22T11:30:00Z');
const point = (seconds: number, north = 0, accuracy: number | null = 8): Point => [
  AT + seconds * 1000,
  24.5 + north / 111_195,
  117.6,
  accuracy,
  null,
  null,
];

describe('points as text', () => {
  it('come back as they were', () => {
    const points: Point[] = [
      [AT, 24.5108123, 117.6471234, 8.5, -3.2, 0],
      [AT + 1, -24.5, -0.0000001, null, null, null],
    ];
    expect(readPoints(writePoints(points))).toEqual(points);
    expect(readPoints('')).toEqual([]);
  });

  it('give what lies before a torn end', () => {
    const text = writePoints([point(0), point(5)]);
    expect(readPoints(text.slice(0, -12))).toHaveLength(1);
    expect(readPoints('x,y,z')).toEqual([]);
  });

  it('carry no more digits than a phone knows', () => {
    expect(trimmed([AT + 0.4, 24.510812345678, 117.1, 12.3456, null, 1.23456])).toEqual([
      AT,
      24.5108123,
      117.1,
      12.3,
      null,
      1.23,
    ]);
  });
});

describe('the cadence', () => {
  it.each([
    ['the first', null, point(0), true],
    ['a second time within a second', point(0), point(0.5, 50), false],
    ['five metres on', point(0), point(2, 5.1), true],
    ['four metres on', point(0), point(3, 4), false],
    ['standing for five seconds', point(0), point(5), true],
  ])('%s', (_name, last, next, kept) => {
    expect(isWorthKeeping(last, next)).toBe(kept);
  });
});

describe('the steady clock', () => {
  it('goes on when the phone is set back', () => {
    let [wall, steady] = [AT, 0];
    const clock = new SteadyClock({ wall: () => wall, steady: () => steady });
    expect(clock.now()).toBe(AT);
    wall += 10_000;
    steady += 10_000;
    expect(clock.now()).toBe(AT + 10_000);
    wall -= 3_600_000;
    steady += 5_000;
    expect(clock.now()).toBe(AT + 15_000);
    wall += 5_000;
    steady += 5_000;
    expect(clock.now()).toBe(AT + 20_000);
  });

  it('follows the server, but not the network', () => {
    let wall = AT;
    const clock = new SteadyClock({ wall: () => wall, steady: () => wall });
    clock.hear(new Date(AT + 2_000).toISOString(), 100);
    expect(clock.now()).toBe(AT);
    clock.hear(new Date(AT - 600_000).toISOString(), 100);
    expect(clock.now()).toBe(AT - 599_950);
    wall += 1_000;
    expect(clock.now()).toBe(AT - 598_950);
    // A fix of two seconds ago stays one of two seconds ago.
    expect(clock.of(wall - 2_000)).toBe(AT - 600_950);
    expect(clock.of(wall + 60_000)).toBe(AT - 598_950);
  });
});

describe('the way as the phone shows it', () => {
  it('measures in metres whatever the coordinates are called', () => {
    const way = new Way('WGS-84');
    for (let step = 0; step <= 20; step += 1) way.add(point(step * 5, step * 7));
    expect(way.metres).toBeGreaterThan(138);
    expect(way.metres).toBeLessThan(142);
  });

  it('leaves out what the server would: bad fixes and leaps', () => {
    const way = new Way('GCJ-02');
    way.add(point(0));
    way.add(point(5, 3_000));
    way.add(point(6, 4, 400));
    way.add(point(10, 10));
    expect(way.metres).toBeCloseTo(10, 0);
  });

  it('believes the walk again when it was its beginning that was wrong', () => {
    const way = new Way('GCJ-02');
    way.add(point(0, 9_000));
    for (let step = 1; step <= 10; step += 1) way.add(point(step * 5, step * 7));
    expect(way.metres).toBeGreaterThan(35);
    expect(way.metres).toBeLessThan(60);
  });

  it('joins nothing over a pause or a long silence', () => {
    const way = new Way('GCJ-02');
    way.add(point(0));
    way.add(point(10, 10));
    way.cut();
    way.add(point(20, 60));
    way.add(point(300, 100));
    expect(way.segments.map((one) => one.length)).toEqual([2, 1, 1]);
  });

  it('sees checkpoints, and those the server knows of', () => {
    const checkpoints = [1, 2, 3].map((no) => ({
      no,
      name: `点${no}`,
      latitude: 24.5 + (no * 100) / 111_195,
      longitude: 117.6,
      radiusMetres: 30,
      dwellSeconds: 0,
    }));
    const way = new Way('GCJ-02');
    for (let step = 0; step <= 20; step += 1) way.add(point(step * 5, step * 7));
    expect([...way.reached(checkpoints, new Set([3]))].sort()).toEqual([1, 3]);
  });
});

describe('what the steps make of a patrol', () => {
  const facts: PatrolFacts = {
    id: 'p',
    claimId: 'c',
    status: 'recording',
    startedAt: new Date(AT).toISOString(),
    finishedAt: null,
    pauses: [],
  };
  const at = (seconds: number): string => new Date(AT + seconds * 1000).toISOString();

  it('counts the time without the pauses', () => {
    const paused = afterSteps(facts, [{ kind: 'pause', at: at(60), key: 'k' }]);
    expect(elapsedMs(paused, AT + 600_000)).toBe(60_000);
    const resumed = afterSteps(paused, [{ kind: 'resume', at: at(120), key: 'k' }]);
    expect(elapsedMs(resumed, AT + 180_000)).toBe(120_000);
    const finished = afterSteps(resumed, [{ kind: 'finish', at: at(240), key: 'k', note: '' }]);
    expect(elapsedMs(finished, AT + 9_999_000)).toBe(180_000);
    expect(finished.status).toBe('finished');
  });

  it('ignores a step that was taken already', () => {
    expect(afterSteps(facts, [{ kind: 'resume', at: at(60), key: 'k' }])).toBe(facts);
  });

  it.each([
    [0, '0:00'],
    [307_000, '5:07'],
    [3_907_000, '1:05:07'],
  ])('%p ms on the stopwatch', (ms, text) => expect(stopwatch(ms)).toBe(text));
});
