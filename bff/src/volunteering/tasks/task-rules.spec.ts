import { shanghaiDay, shanghaiMinute } from '@jiefang/shared/time';
import {
  planShifts,
  repeatedShifts,
  routeOf,
  shiftedBy,
  shiftFaults,
  staffTaskActions,
  taskFaults,
  type WantedShift,
} from './task-rules.js';
import type { ShiftTimes, TaskShiftRow } from './task-rows.js';

const NOW = new Date('2026-11-23T01:00:00Z');
const PLACE = { latitude: 24.51, longitude: 117.65 };
const ANYBODY = { minAge: 15, maxAge: null, trainings: [], unitIds: [], residentsOnly: false };

function times(startsAt: string, hours = 2, change: Partial<ShiftTimes> = {}): ShiftTimes {
  const start = new Date(startsAt);
  return {
    startsAt: start,
    endsAt: new Date(start.getTime() + hours * 3_600_000),
    opensAt: new Date('2026-11-20T00:00:00Z'),
    closesAt: start,
    capacity: 5,
    ...change,
  };
}

const row = (id: number, shift: ShiftTimes, change: Partial<TaskShiftRow> = {}): TaskShiftRow => ({
  ...shift,
  id,
  taskId: 1,
  claimed: 0,
  waiting: 0,
  status: 'open',
  ...change,
});

describe('a task', () => {
  const checkpoint = (no: number, latitude = 24.511) => ({
    no,
    name: `点${no}`,
    latitude,
    longitude: 117.65,
    radiusMetres: 30,
    dwellSeconds: 0,
  });
  const line = [PLACE, { latitude: 24.52, longitude: 117.65 }];

  it('of patrolling needs a line of two points, with checkpoints in order and near', () => {
    const faults = (route: ReturnType<typeof routeOf> | null) =>
      taskFaults({ ...PLACE, kind: 'patrol', route, requirements: ANYBODY }).map((fault) => fault.field);
    expect(faults(null)).toEqual(['route']);
    expect(faults(routeOf({ line: [PLACE], checkpoints: [] }))).toEqual(['route', 'route.line']);
    expect(faults(routeOf({ line, checkpoints: [checkpoint(1), checkpoint(2)] }))).toEqual([]);
    expect(faults(routeOf({ line, checkpoints: [checkpoint(2), checkpoint(1)] }))).toEqual([
      'route.checkpoints.0.no',
      'route.checkpoints.1.no',
    ]);
    expect(faults(routeOf({ line, checkpoints: [checkpoint(1, 24.56)] }))).toEqual(['route.checkpoints.0']);
    expect(
      faults(routeOf({ line: [PLACE, { latitude: 25.51, longitude: 117.65 }], checkpoints: [] })),
    ).toEqual(['route.line']);
    expect(routeOf({ line, checkpoints: [] }).lengthMetres).toBe(1112);
  });

  it('asks for ages that somebody can have', () => {
    const requirements = { ...ANYBODY, minAge: 30, maxAge: 20 };
    expect(taskFaults({ ...PLACE, kind: 'other', route: null, requirements })).toHaveLength(1);
  });
});

describe('a shift', () => {
  const faults = (shift: ShiftTimes): string[] => shiftFaults(shift, NOW, 's').map((fault) => fault.field);

  it('lies ahead, ends after it starts, and is claimed before it ends', () => {
    expect(faults(times('2026-11-24T01:00:00Z'))).toEqual([]);
    expect(faults(times('2026-11-23T01:00:00Z'))).toContain('s.startsAt');
    expect(faults(times('2028-11-24T01:00:00Z'))).toContain('s.startsAt');
    expect(faults(times('2026-11-24T01:00:00Z', 0))).toContain('s.endsAt');
    expect(faults(times('2026-11-24T01:00:00Z', -1))).toContain('s.endsAt');
    expect(faults(times('2026-11-24T01:00:00Z', 24))).toEqual([]);
    expect(faults(times('2026-11-24T01:00:00Z', 24.1))).toContain('s.endsAt');
    const start = '2026-11-24T01:00:00Z';
    expect(faults(times(start, 2, { opensAt: new Date(start) }))).toEqual(['s.closesAt']);
    expect(faults(times(start, 2, { closesAt: new Date('2026-11-24T04:00:00Z') }))).toEqual(['s.closesAt']);
    // Joining late is up to the task.
    expect(faults(times(start, 2, { closesAt: new Date('2026-11-24T03:00:00Z') }))).toEqual([]);
  });
});

describe('an edit of shifts', () => {
  const coming = row(1, times('2026-11-24T01:00:00Z'));
  const running = row(2, times('2026-11-23T00:00:00Z'));
  const over = row(3, times('2026-11-20T00:00:00Z'));
  const off = row(4, times('2026-11-25T01:00:00Z'), { status: 'cancelled' });
  const existing = [coming, running, over, off];
  const wanted = (shift: TaskShiftRow, change: Partial<ShiftTimes> = {}): WantedShift => ({
    id: shift.id,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    opensAt: shift.opensAt,
    closesAt: shift.closesAt,
    capacity: shift.capacity,
    ...change,
  });

  it('leaves alone what is the same, over or cancelled', () => {
    const plan = planShifts(existing, [wanted(coming), wanted(running)], NOW);
    expect(plan).toEqual({ insert: [], change: [], remove: [], faults: [] });
    expect(
      planShifts(
        existing,
        existing.map((shift) => wanted(shift)),
        NOW,
      ).faults,
    ).toEqual([]);
  });

  it('adds, moves, widens and takes away', () => {
    const moved = { startsAt: new Date('2026-11-24T02:00:00Z') };
    const plan = planShifts(
      existing,
      [wanted(coming, moved), { id: null, ...times('2026-11-26T01:00:00Z') }],
      NOW,
    );
    expect(plan.faults).toEqual([]);
    expect(plan.insert).toHaveLength(1);
    expect(plan.change).toMatchObject([{ before: { id: 1 }, moved: true }]);
    expect(plan.remove.map((shift) => shift.id)).toEqual([2]);
    const wider = planShifts(existing, [wanted(coming), wanted(running, { capacity: 9 })], NOW);
    expect(wider.change).toMatchObject([{ before: { id: 2 }, moved: false }]);
    expect(wider.faults).toEqual([]);
  });

  it('refuses what is not there, twice there, begun or over', () => {
    const faultsOf = (...shifts: WantedShift[]): string[] =>
      planShifts(existing, shifts, NOW).faults.map((fault) => fault.field);
    expect(faultsOf({ ...wanted(coming), id: 99 })).toEqual(['shifts.0.id']);
    expect(faultsOf(wanted(coming), wanted(coming))).toEqual(['shifts.1.id']);
    expect(faultsOf(wanted(running, { endsAt: new Date('2026-11-23T05:00:00Z') }))).toEqual(['shifts.0']);
    expect(faultsOf(wanted(over, { capacity: 9 }))).toEqual(['shifts.0']);
    expect(faultsOf(wanted(off, { capacity: 9 }))).toEqual(['shifts.0']);
  });
});

describe('later shifts', () => {
  it('keep the clock in Shanghai, also where its day is not the day in UTC', () => {
    const late = times('2026-11-24T16:30:00.250Z');
    const later = shiftedBy(late, 7);
    expect(later.startsAt.toISOString()).toBe('2026-12-01T16:30:00.250Z');
    expect(shanghaiMinute(later.startsAt)).toBe(shanghaiMinute(late.startsAt));
    expect(shanghaiDay(later.startsAt)).toBe('2026-12-02');
  });

  it('repeat the last week only, and go on from there', () => {
    const rows = [
      row(1, times('2026-11-16T01:00:00Z')),
      row(2, times('2026-11-23T01:00:00Z')),
      row(3, times('2026-11-25T01:00:00Z')),
      row(4, times('2026-11-26T01:00:00Z'), { status: 'cancelled' }),
    ];
    const starts = repeatedShifts(rows, 2).map((shift) => shift.startsAt.toISOString().slice(0, 10));
    expect(starts).toEqual(['2026-11-30', '2026-12-02', '2026-12-07', '2026-12-09']);
  });
});

test('staff do what the status allows', () => {
  const coming = [row(1, times('2026-11-24T01:00:00Z'))];
  const over = [row(1, times('2026-11-20T01:00:00Z'))];
  expect(staffTaskActions('draft', coming, NOW)).toEqual(['edit', 'publish', 'cancel', 'copy', 'repeat']);
  expect(staffTaskActions('draft', [], NOW)).toEqual(['edit', 'cancel', 'copy']);
  expect(staffTaskActions('published', coming, NOW)).toEqual(['edit', 'cancel', 'copy', 'repeat']);
  expect(staffTaskActions('published', over, NOW)).toEqual(['edit', 'copy', 'repeat']);
  expect(staffTaskActions('cancelled', coming, NOW)).toEqual(['copy']);
});
