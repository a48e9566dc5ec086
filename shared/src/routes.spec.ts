import { checkpointVisits, routeCoverage, type Checkpoint, type Fix } from './routes.js';

const METRE = 1 / 111_195;
const at = (metres: number, east = 0) => ({
  latitude: 24.5 + metres * METRE,
  longitude: 117.65 + east * METRE,
});
const line = [at(0), at(1000)];
const fixes = (...places: [seconds: number, metres: number, east?: number][]): Fix[] =>
  places.map(([seconds, metres, east]) => ({ ...at(metres, east), at: seconds * 1000 }));
const checkpoint = (no: number, metres: number, dwellSeconds = 0): Checkpoint => ({
  ...at(metres),
  no,
  name: `点${no}`,
  radiusMetres: 20,
  dwellSeconds,
});

test('covers what lies within 25 m of the legs, and no more', () => {
  expect(routeCoverage(line, [[at(0), at(1000)]])).toBe(1);
  expect(routeCoverage(line, [[at(0), at(500)]])).toBeCloseTo(0.525, 2);
  expect(routeCoverage(line, [[at(0, 20), at(1000, 20)]])).toBe(1);
  expect(routeCoverage(line, [[at(0, 40), at(1000, 40)]])).toBe(0);
  expect(routeCoverage(line, [])).toBe(0);
  expect(routeCoverage([at(0)], [[at(0)]])).toBe(0);
});

test('a leg across a break is not walked', () => {
  const broken = routeCoverage(line, [
    [at(0), at(100)],
    [at(900), at(1000)],
  ]);
  expect(broken).toBeCloseTo(0.25, 1);
});

test('reaches a checkpoint by passing through it between two fixes', () => {
  const [visit] = checkpointVisits([checkpoint(1, 50)], [fixes([0, 0], [60, 100])]);
  expect(visit).toMatchObject({ reached: true, method: 'track', at: 60_000, dwellSeconds: 0 });
});

test('asks for the dwell in one stay', () => {
  const passing = checkpointVisits(
    [checkpoint(1, 50, 60)],
    [fixes([0, 0], [40, 50], [80, 100], [120, 50], [150, 0])],
  );
  expect(passing[0]?.reached).toBe(false);
  const staying = checkpointVisits(
    [checkpoint(1, 50, 60)],
    [fixes([0, 0], [40, 45], [80, 50], [120, 55], [150, 100])],
  );
  expect(staying[0]).toMatchObject({ reached: true, at: 40_000, dwellSeconds: 80 });
});

test('says which checkpoint came out of order', () => {
  const visits = checkpointVisits(
    [checkpoint(1, 100), checkpoint(2, 50)],
    [fixes([0, 0], [50, 50], [100, 100])],
  );
  expect(visits.map(({ no, inOrder }) => [no, inOrder])).toEqual([
    [1, true],
    [2, false],
  ]);
});

test('a scanned code stands beside the track', () => {
  const visits = checkpointVisits([checkpoint(1, 100), checkpoint(2, 500)], [], new Map([[2, 9000]]));
  expect(visits).toMatchObject([
    { reached: false, method: null, at: null },
    { reached: true, method: 'qr', at: 9000 },
  ]);
});
