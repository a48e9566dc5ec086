import { DEFAULT_POLICY, type VenuePolicy, type WeekdayHours } from '@jiefang/shared/venues';
import { changesBetween } from './changes.js';
import { hoursFaults, newlyOutside, wholeWeek } from './hours-rules.js';
import { policyFaults } from './policy-rules.js';

const day = (weekday: number, ...ranges: [number, number][]): WeekdayHours => ({
  weekday,
  ranges: ranges.map(([openMinute, closeMinute]) => ({ openMinute, closeMinute })),
});

describe('weekly hours', () => {
  it('takes several stretches a day', () => {
    expect(hoursFaults([day(1, [480, 720], [840, 1260]), day(7)], 30, 'hours')).toEqual([]);
  });

  it.each([
    ['a weekday twice', [day(1, [480, 720]), day(1, [840, 900])], 'hours.1.weekday'],
    ['an end before its start', [day(1, [720, 480])], 'hours.0.ranges.0'],
    ['nothing between start and end', [day(1, [480, 480])], 'hours.0.ranges.0'],
    ['a boundary off the grid', [day(1, [485, 720])], 'hours.0.ranges.0'],
    [
      'an overlap',
      [day(1, [480, 720], [700, 800].map((m) => m - (m % 30)) as [number, number])],
      'hours.0.ranges',
    ],
    ['two stretches that touch', [day(1, [600, 720], [480, 600])], 'hours.0.ranges'],
  ])('refuses %s', (_, hours, field) => {
    expect(hoursFaults(hours, 30, 'hours').map((fault) => fault.field)).toContain(field);
  });

  it('finds only the bookings that the change itself leaves outside', () => {
    const run = (id: number, startMinute: number, endMinute: number) => ({
      id,
      day: '2026-11-23',
      startMinute,
      endMinute,
    });
    const runs = [run(1, 480, 540), run(2, 1200, 1260), run(3, 1260, 1320)];
    const before = [day(1, [480, 1260])];
    expect(newlyOutside(runs, before, [day(1, [480, 1200])]).map((r) => r.id)).toEqual([2]);
    expect(newlyOutside(runs, before, [day(1)]).map((r) => r.id)).toEqual([1, 2]);
    expect(newlyOutside(runs, before, before)).toEqual([]);
  });

  it('fills the week up', () => {
    const week = wholeWeek([day(3, [600, 720], [480, 540])]);
    expect(week.map((d) => d.ranges.length)).toEqual([0, 0, 2, 0, 0, 0, 0]);
    expect(week[2]?.ranges[0]?.openMinute).toBe(480);
  });
});

describe('a policy', () => {
  const opening = [day(1, [480, 1260])];
  const fields = (change: Partial<VenuePolicy>, unit = 30): string[] =>
    policyFaults({ ...DEFAULT_POLICY, ...change }, unit, opening).map((fault) => fault.field);

  it('of the default is coherent', () => {
    expect(fields({})).toEqual([]);
    expect(fields({}, 15)).toEqual([]);
  });

  it.each([
    [{ minMinutes: 45 }, 'policy.minMinutes'],
    [{ maxMinutes: 100 }, 'policy.maxMinutes'],
    [{ minMinutes: 120, maxMinutes: 60 }, 'policy.maxMinutes'],
    [{ earliestLeadDays: 0, latestLeadMinutes: 1440 }, 'policy.latestLeadMinutes'],
    [{ releaseAfterMinutes: 45 }, 'policy.releaseAfterMinutes'],
    [{ reservedPercent: 20, earliestLeadDays: 1, reservedUntilHours: 72 }, 'policy.reservedUntilHours'],
    [{ minMinutes: 840, maxMinutes: 840 }, 'policy.minMinutes'],
  ])('with %j is refused at %s', (change, field) => {
    expect(fields(change)).toContain(field);
  });
});

describe('the audit of an edit', () => {
  it('keeps what changed, before and after', () => {
    expect(changesBetween({ name: '甲', tags: ['a'] }, { name: '乙', tags: ['a'] })).toEqual({
      before: { name: '甲' },
      after: { name: '乙' },
    });
  });
});
