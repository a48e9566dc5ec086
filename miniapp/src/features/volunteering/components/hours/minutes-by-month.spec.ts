import { monthBars } from './minutes-by-month';

test('twelve bars, as long as their minutes beside the longest', () => {
  const bars = monthBars([
    { month: 3, minutes: 60 },
    { month: 11, minutes: 240 },
  ]);
  expect(bars).toHaveLength(12);
  expect(bars[2]).toEqual({ month: 3, minutes: 60, percent: 25 });
  expect(bars[10]?.percent).toBe(100);
  expect(bars[0]).toEqual({ month: 1, minutes: 0, percent: 0 });
});

test('an empty year has no long bars', () => {
  expect(monthBars([]).every((bar) => bar.percent === 0)).toBe(true);
});
