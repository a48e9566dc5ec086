import { isPaused, momentsOf, standingAt, usualSpeed } from './replay';

const at = (second: number): string => new Date(second * 1000).toISOString();
const moments = momentsOf({
  moments: [
    { at: at(20), latitude: 24.002, longitude: 117, segment: 0 },
    { at: at(0), latitude: 24, longitude: 117, segment: 0 },
    { at: at(100), latitude: 24.01, longitude: 117.01, segment: 1 },
    { at: at(110), latitude: 24.01, longitude: 117.02, segment: 1 },
  ],
});

it('knows nothing before the first fix', () => {
  expect(standingAt(moments, -1)).toBeNull();
  expect(standingAt([], 5)).toBeNull();
});

it('goes from fix to fix with the time', () => {
  expect(standingAt(moments, 0)).toEqual({ place: { latitude: 24, longitude: 117 }, known: true });
  expect(standingAt(moments, 5_000)?.place.latitude).toBeCloseTo(24.0005, 9);
  expect(standingAt(moments, 105_000)?.place.longitude).toBeCloseTo(117.015, 9);
});

it('stays where it was last seen when nothing was recorded', () => {
  expect(standingAt(moments, 20_000)).toMatchObject({ known: true });
  expect(standingAt(moments, 60_000)).toEqual({
    place: { latitude: 24.002, longitude: 117 },
    known: false,
  });
  expect(standingAt(moments, 110_000)?.known).toBe(true);
  expect(standingAt(moments, 500_000)?.place.longitude).toBe(117.02);
});

it('tells pauses, also one that goes on', () => {
  const pauses = [
    { pausedAt: at(30), resumedAt: at(40) },
    { pausedAt: at(90), resumedAt: null },
  ];
  expect([29, 30, 39, 40, 89, 90, 900].map((second) => isPaused(pauses, second * 1000))).toEqual([
    false,
    true,
    true,
    false,
    false,
    true,
    true,
  ]);
});

it('takes about a minute for any walk', () => {
  const speeds = [10, 30, 60, 120];
  expect(usualSpeed(90 * 60_000, speeds)).toBe(120);
  expect(usualSpeed(20 * 60_000, speeds)).toBe(30);
  expect(usualSpeed(10 * 3600_000, speeds)).toBe(120);
});
