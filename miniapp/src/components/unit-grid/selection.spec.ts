import type { Unit, UnitState } from '@/lib/api/types';
import { partsOfDay, tapUnit, type Limits, type MinuteRun } from './selection';

const LIMITS: Limits = { unitMinutes: 30, minMinutes: 60, maxMinutes: 180 };

/** 09:00–15:00 in half hours: free but for those named. */
function day(states: Record<number, UnitState> = {}): Unit[] {
  return Array.from({ length: 12 }, (_unit, index) => {
    const startMinute = 540 + index * 30;
    return { startMinute, state: states[startMinute] ?? 'free' };
  });
}

const tap = (run: MinuteRun | null, minute: number, units = day(), limits = LIMITS) =>
  tapUnit(units, limits, run, minute);

test('the first tap takes the shortest run the venue allows', () => {
  expect(tap(null, 600)).toEqual({ run: { startMinute: 600, endMinute: 660 }, remark: null });
});

test('a later unit extends the run up to its end', () => {
  expect(tap({ startMinute: 600, endMinute: 660 }, 690).run).toEqual({ startMinute: 600, endMinute: 720 });
});

test('a unit inside the run shortens it, but never below the minimum', () => {
  const run = { startMinute: 600, endMinute: 780 };
  expect(tap(run, 690).run).toEqual({ startMinute: 600, endMinute: 720 });
  expect(tap(run, 600).run).toEqual({ startMinute: 600, endMinute: 660 });
});

test('an earlier unit starts anew', () => {
  expect(tap({ startMinute: 660, endMinute: 720 }, 570).run).toEqual({ startMinute: 570, endMinute: 630 });
});

test('the first unit of the shortest run clears it', () => {
  expect(tap({ startMinute: 600, endMinute: 660 }, 600).run).toBeNull();
});

test('a taken unit between starts anew and says so', () => {
  const outcome = tap({ startMinute: 540, endMinute: 600 }, 720, day({ 660: 'taken' }));
  expect(outcome.run).toEqual({ startMinute: 720, endMinute: 780 });
  expect(outcome.remark).toMatch('中间有约不到的时段');
});

test('a run is cut at the longest the venue allows', () => {
  const outcome = tap({ startMinute: 540, endMinute: 600 }, 810);
  expect(outcome.run).toEqual({ startMinute: 540, endMinute: 720 });
  expect(outcome.remark).toMatch('一次最长 180 分钟');
});

test('too little room for the shortest run is said, not taken', () => {
  const outcome = tap(null, 600, day({ 630: 'taken' }));
  expect(outcome.run).toBeNull();
  expect(outcome.remark).toMatch('不够最短的 60 分钟');
});

test('a unit that is not free changes nothing', () => {
  const run = { startMinute: 540, endMinute: 600 };
  expect(tap(run, 660, day({ 660: 'closed' }))).toEqual({ run, remark: null });
});

test('what is over and parts of the day without an open unit are left out', () => {
  const units: Unit[] = [
    { startMinute: 570, state: 'past' },
    { startMinute: 600, state: 'free' },
    { startMinute: 800, state: 'closed' },
    { startMinute: 1100, state: 'taken' },
  ];
  const parts = partsOfDay(units);
  expect(parts.map((part) => part.name)).toEqual(['上午', '晚上']);
  expect(parts[0]?.units).toHaveLength(1);
});
