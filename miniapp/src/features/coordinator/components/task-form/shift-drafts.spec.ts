import {
  closingOf,
  endOf,
  nextShift,
  repeatedWeekly,
  shiftFaults,
  withClosing,
  withDay,
  withEnd,
  withStart,
} from './shift-drafts';

/** 周日 20:00 in Shanghai. */
const NOW = new Date('2026-11-22T12:00:30Z');
/** 周二 19:00–21:00. */
const EVENING = {
  startsAt: '2026-11-24T11:00:00.000Z',
  endsAt: '2026-11-24T13:00:00.000Z',
  opensAt: '2026-11-20T00:00:00.000Z',
  closesAt: '2026-11-24T10:00:00.000Z',
  capacity: 8,
};

it('begins with tomorrow morning, then goes on from the last shift', () => {
  const first = nextShift([], NOW);
  expect(first).toMatchObject({
    startsAt: '2026-11-23T01:00:00.000Z',
    endsAt: '2026-11-23T03:00:00.000Z',
    opensAt: '2026-11-22T12:00:00.000Z',
    closesAt: '2026-11-23T01:00:00.000Z',
  });
  const next = nextShift([{ ...EVENING, id: 's1' }], NOW);
  expect(next).toEqual({
    ...EVENING,
    startsAt: '2026-11-25T11:00:00.000Z',
    endsAt: '2026-11-25T13:00:00.000Z',
    closesAt: '2026-11-25T10:00:00.000Z',
    opensAt: '2026-11-22T12:00:00.000Z',
  });
});

it('never proposes a day that has passed', () => {
  const old = withDay(EVENING, '2026-10-01');
  expect(nextShift([old], NOW).startsAt).toBe('2026-11-23T11:00:00.000Z');
});

it('keeps length and closing when it is moved', () => {
  expect(withStart(EVENING, '2026-11-26', 8 * 60)).toEqual({
    ...EVENING,
    startsAt: '2026-11-26T00:00:00.000Z',
    endsAt: '2026-11-26T02:00:00.000Z',
    closesAt: '2026-11-25T23:00:00.000Z',
  });
});

it('ends on the next day when the end is not after the start', () => {
  const night = withEnd(EVENING, 2 * 60);
  expect(night.endsAt).toBe('2026-11-24T18:00:00.000Z');
  expect(endOf(night)).toEqual({ minute: 120, nextDay: true });
  expect(endOf(withEnd(EVENING, 1440))).toEqual({ minute: 1440, nextDay: false });
  expect(endOf(EVENING)).toEqual({ minute: 21 * 60, nextDay: false });
});

it('never closes after its end', () => {
  const open = withClosing(EVENING, -90);
  expect(closingOf(open)).toBe(-90);
  expect(withEnd(open, 20 * 60).closesAt).toBe('2026-11-24T12:00:00.000Z');
});

it('repeats weekly without doubling and within the limit', () => {
  const once = repeatedWeekly([{ ...EVENING, id: 's1' }], 0, 2);
  expect(once.map(({ startsAt, id }) => [startsAt.slice(0, 10), id])).toEqual([
    ['2026-11-24', 's1'],
    ['2026-12-01', undefined],
    ['2026-12-08', undefined],
  ]);
  expect(repeatedWeekly(once, 0, 2)).toHaveLength(3);
  expect(repeatedWeekly(once, 0, 100)).toHaveLength(60);
});

it('says what is wrong with a shift', () => {
  expect(shiftFaults(EVENING, NOW)).toEqual({});
  expect(Object.keys(shiftFaults(withDay(EVENING, '2026-11-20'), NOW))).toEqual(['startsAt']);
  expect(shiftFaults({ ...withDay(EVENING, '2026-11-20'), id: 's1' }, NOW).startsAt).toBeUndefined();
  expect(shiftFaults({ ...EVENING, endsAt: EVENING.startsAt }, NOW).endsAt).toContain('10 分钟');
  expect(shiftFaults({ ...EVENING, capacity: Number.NaN }, NOW).capacity).toBeDefined();
});
