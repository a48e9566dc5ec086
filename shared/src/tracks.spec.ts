import { analyseTrack, judgePoints, type TrackPoint, type TrackWindow } from './tracks.js';

const START = Date.parse('2026-11-22T11:30:00Z');
/** Degrees of latitude in a metre. */
const METRE = 1 / 111_195;

/** A fix `metres` north of the start, `seconds` after it. */
function fix(seq: number, seconds: number, metres: number, change: Partial<TrackPoint> = {}): TrackPoint {
  return {
    seq,
    at: START + seconds * 1000,
    latitude: 24.5 + metres * METRE,
    longitude: 117.65,
    accuracy: 8,
    receivedAt: START + seconds * 1000 + 500,
    segment: 0,
    ...change,
  };
}

/** One fix every ten seconds, walking 1.2 m/s north. */
const walk = (from: number, to: number): TrackPoint[] =>
  Array.from({ length: to - from }, (_, index) =>
    fix(from + index, (from + index) * 10, (from + index) * 12),
  );

const WINDOW: TrackWindow = { startedAt: START, finishedAt: START + 1_200_000, pauses: [] };
const reasonsOf = (points: readonly TrackPoint[], window: TrackWindow | null = WINDOW) =>
  judgePoints(points, window).map(({ seq, aside }) => [seq, aside]);

test('a clean walk counts in full', () => {
  const analysis = analyseTrack(walk(0, 121), WINDOW);
  expect(analysis).toMatchObject({
    pointsKept: 121,
    pointsAside: {},
    durationSeconds: 1200,
    movingSeconds: 1200,
    recordedSeconds: 1200,
    longestGapSeconds: 10,
    grade: 'strong',
  });
  expect(analysis.distanceKeptMetres).toBeCloseTo(1440, 0);
  expect(analysis.distanceAllMetres).toBeCloseTo(1440, 0);
});

test('judges each point by itself: future, window, no fix, accuracy', () => {
  const points = [
    fix(0, 0, 0),
    fix(1, 10, 12, { receivedAt: START - 200_000 }),
    fix(2, -5, 0),
    fix(3, 1201, 1500),
    fix(4, 40, 48, { latitude: 0, longitude: 0 }),
    fix(5, 50, 60, { accuracy: 66 }),
    fix(6, 60, 72, { accuracy: null }),
  ];
  expect(new Map(reasonsOf(points) as [number, string | null][])).toEqual(
    new Map<number, string | null>([
      [2, 'out_of_window'],
      [0, null],
      [1, 'future'],
      [4, 'no_fix'],
      [5, 'inaccurate'],
      [6, null],
      [3, 'out_of_window'],
    ]),
  );
});

test('sets a leap aside that neither neighbour believes, and keeps the walk around it', () => {
  const points = walk(0, 10);
  points[5] = fix(5, 50, 5000);
  const analysis = analyseTrack(points, WINDOW);
  expect(analysis.pointsAside).toEqual({ impossible_speed: 1 });
  expect(analysis.distanceKeptMetres).toBeCloseTo(108, 0);
  expect(analysis.distanceAllMetres).toBeGreaterThan(9000);
});

test('blames a leaping first or last fix, not its neighbour', () => {
  expect(reasonsOf([fix(0, 0, 5000), ...walk(1, 4)])[0]).toEqual([0, 'impossible_speed']);
  expect(reasonsOf([...walk(0, 3), fix(3, 30, 5000)])).toEqual([
    [0, null],
    [1, null],
    [2, null],
    [3, 'impossible_speed'],
  ]);
});

test('does not count the leg over which a whole stretch leapt', () => {
  const away = walk(5, 10).map((point) => ({ ...point, latitude: point.latitude + 3000 * METRE }));
  const { pointsAside, distanceKeptMetres } = analyseTrack([...walk(0, 5), ...away], WINDOW);
  expect(pointsAside).toEqual({});
  expect(distanceKeptMetres).toBeCloseTo(96, 0);
});

test('at 400 km/h nothing counts but the first fix', () => {
  const points = Array.from({ length: 20 }, (_, index) => fix(index, index * 10, index * 1111));
  const { pointsKept, distanceKeptMetres, pointsAside } = analyseTrack(points, WINDOW);
  expect(pointsKept).toBe(1);
  expect(pointsAside).toEqual({ impossible_speed: 19 });
  expect(distanceKeptMetres).toBe(0);
});

test('one instant has one place', () => {
  expect(reasonsOf([fix(0, 0, 0), fix(1, 10, 12), fix(2, 10, 13), fix(3, 20, 24)])).toEqual([
    [0, null],
    [1, null],
    [2, 'duplicate'],
    [3, null],
  ]);
});

test('identical digits for an hour come from a receiver that hangs; a few minutes do not', () => {
  const still = (count: number) => Array.from({ length: count }, (_, index) => fix(index, index * 60, 0));
  const hour = { ...WINDOW, finishedAt: START + 3_600_000 };
  const analysis = analyseTrack(still(61), hour);
  expect(analysis.pointsAside).toEqual({ frozen: 60 });
  expect(analysis.grade).toBe('weak');
  expect(analysis.reasons.join()).toContain('一动不动');
  expect(reasonsOf(still(9), hour).every(([, aside]) => aside === null)).toBe(true);
});

test('leaves pauses out of time and distance', () => {
  const window = { ...WINDOW, pauses: [{ from: START + 105_000, to: START + 195_000 }] };
  const { durationSeconds, distanceKeptMetres, pointsAside } = analyseTrack(walk(0, 31), window);
  expect(pointsAside).toEqual({ out_of_window: 9 });
  expect(durationSeconds).toBe(300 - 90);
  expect(distanceKeptMetres).toBeCloseTo(120 + 120, 0);
});

test('does not depend on the order of arrival', () => {
  const points = walk(0, 60);
  const shuffled = [...points].sort((a, b) => ((a.seq * 37) % 61) - ((b.seq * 37) % 61));
  expect(analyseTrack(shuffled, WINDOW)).toEqual(analyseTrack(points, WINDOW));
});

test('grades a thin record lower, says why, and asks for a person', () => {
  const sparse = [fix(0, 0, 0), fix(1, 60, 70), fix(2, 900, 1000)];
  const { grade, reasons } = analyseTrack(sparse, WINDOW);
  expect(grade).toBe('weak');
  expect(reasons).toContain('最长有 14 分钟没有记录到位置');
  expect(reasons.at(-1)).toContain('不等于没来');
  expect(analyseTrack([], WINDOW)).toMatchObject({ grade: 'none', pointsKept: 0, durationSeconds: 0 });
});

test('checkpoints and route decide with the times', () => {
  const line = [
    { latitude: 24.5, longitude: 117.65 },
    { latitude: 24.5 + 2880 * METRE, longitude: 117.65 },
  ];
  const checkpoint = (no: number, metres: number) => ({
    no,
    name: `打卡点${no}`,
    latitude: 24.5 + metres * METRE,
    longitude: 117.65,
    radiusMetres: 30,
    dwellSeconds: 0,
  });
  const route = { line, checkpoints: [checkpoint(1, 300), checkpoint(2, 2700)] };
  const half = analyseTrack(walk(0, 121), WINDOW, route);
  expect(half.coverage).toBeCloseTo(0.5, 1);
  expect(half.grade).toBe('fair');
  expect(half.checkpoints.map((one) => one.reached)).toEqual([true, false]);
  // A code scanned at the place stands for a track that was lost.
  const scanned = analyseTrack(
    [],
    WINDOW,
    route,
    new Map([
      [1, START],
      [2, START + 60_000],
    ]),
  );
  expect(scanned.grade).toBe('weak');
  expect(scanned.checkpoints.map((one) => one.method)).toEqual(['qr', 'qr']);
});
