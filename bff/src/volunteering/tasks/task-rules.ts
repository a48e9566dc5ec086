import { distanceMetres, lengthMetres, type Place } from '@jiefang/shared/geo';
import { addDays, DAY_MS, instantAt, MINUTE_MS, shanghaiDay, shanghaiMinute } from '@jiefang/shared/time';
import { MAX_SHIFT_HOURS } from '@jiefang/shared/volunteering';
import type { ShiftTimes, StoredRoute, TaskContent, TaskShiftRow } from './task-rows.js';

/** A fault of a form: the dotted path of the field and what is wrong with it. */
export interface FieldFault {
  field: string;
  message: string;
}

/** Shifts of one task that are not over. */
export const MAX_SHIFTS = 60;
const MAX_CHECKPOINT_METRES = 5_000;
const MAX_ROUTE_METRES = 50_000;
const MAX_AHEAD_DAYS = 366;
const MIN_SHIFT_MINUTES = 10;

/** A route with the length of its line. */
export function routeOf(route: Pick<StoredRoute, 'line' | 'checkpoints'>): StoredRoute {
  const { line, checkpoints } = route;
  return { line, lengthMetres: Math.round(lengthMetres(line)), checkpoints };
}

/** What does not fit together in a task; empty when it is sound. */
export function taskFaults(task: Pick<TaskContent, 'kind' | 'route' | 'requirements'> & Place): FieldFault[] {
  const { kind, route, requirements } = task;
  const { minAge, maxAge } = requirements;
  return [
    ...(kind === 'patrol' && (route === null || route.line.length < 2)
      ? [{ field: 'route', message: '巡防要画出路线，至少两个点' }]
      : []),
    ...(maxAge !== null && maxAge < minAge
      ? [{ field: 'requirements.maxAge', message: '最大年龄不能小于最小年龄' }]
      : []),
    ...(route === null ? [] : routeFaults(route, task)),
  ];
}

function routeFaults(route: StoredRoute, place: Place): FieldFault[] {
  const { line, checkpoints } = route;
  return [
    ...(line.length === 1 ? [{ field: 'route.line', message: '路线至少要两个点' }] : []),
    ...(route.lengthMetres > MAX_ROUTE_METRES
      ? [{ field: 'route.line', message: `路线最长 ${MAX_ROUTE_METRES / 1000} 公里` }]
      : []),
    ...checkpoints.flatMap((checkpoint, index) => {
      const field = `route.checkpoints.${index}`;
      return [
        ...(checkpoint.no === index + 1
          ? []
          : [{ field: `${field}.no`, message: '打卡点要从 1 开始，一个接一个编号' }]),
        ...(distanceMetres(place, checkpoint) <= MAX_CHECKPOINT_METRES
          ? []
          : [{ field, message: `打卡点离集合点最远 ${MAX_CHECKPOINT_METRES / 1000} 公里` }]),
      ];
    }),
  ];
}

/** What is wrong with the times of a new or moved shift at `now`; `field` is the shift's path. */
export function shiftFaults(shift: ShiftTimes, now: Date, field: string): FieldFault[] {
  const { startsAt, endsAt, opensAt, closesAt } = shift;
  const minutes = (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS;
  const fault = (name: keyof ShiftTimes, message: string): FieldFault[] => [
    { field: `${field}.${name}`, message },
  ];
  return [
    ...(startsAt <= now ? fault('startsAt', '开始时间要在现在以后') : []),
    ...(startsAt.getTime() > now.getTime() + MAX_AHEAD_DAYS * DAY_MS
      ? fault('startsAt', '最多安排到一年以后')
      : []),
    ...(minutes < MIN_SHIFT_MINUTES ? fault('endsAt', `结束要比开始晚至少 ${MIN_SHIFT_MINUTES} 分钟`) : []),
    ...(minutes > MAX_SHIFT_HOURS * 60 ? fault('endsAt', `一个班次最长 ${MAX_SHIFT_HOURS} 小时`) : []),
    ...(closesAt <= opensAt ? fault('closesAt', '截止认领要晚于开放认领') : []),
    ...(closesAt > endsAt ? fault('closesAt', '截止认领不能晚于班次结束') : []),
  ];
}

/** A shift of the edited form; `id` is the row number of one that exists. */
export type WantedShift = ShiftTimes & { id: number | null };

/** What an edit does to a task's shifts. */
export interface ShiftPlan {
  insert: ShiftTimes[];
  /** Existing shifts with their new values; `moved` when somebody who claimed must come at another time. */
  change: { before: TaskShiftRow; after: ShiftTimes; moved: boolean }[];
  /** Shifts that are not over and not in the form any more. */
  remove: TaskShiftRow[];
  faults: FieldFault[];
}

/**
 * Compares the form's shifts with those that exist. What is over or cancelled stays as it is and may be left out; a
 * shift that has begun keeps its times.
 */
export function planShifts(
  existing: readonly TaskShiftRow[],
  wanted: readonly WantedShift[],
  now: Date,
): ShiftPlan {
  const plan: ShiftPlan = { insert: [], change: [], remove: [], faults: [] };
  const byId = new Map(existing.map((shift) => [shift.id, shift]));
  const seen = new Set<number>();
  for (const [index, { id, ...after }] of wanted.entries()) {
    const field = `shifts.${index}`;
    const before = id === null ? undefined : byId.get(id);
    if (id === null) {
      plan.insert.push(after);
      plan.faults.push(...shiftFaults(after, now, field));
    } else if (before === undefined) {
      plan.faults.push({ field: `${field}.id`, message: '这个任务没有这个班次' });
    } else if (seen.has(id)) {
      plan.faults.push({ field: `${field}.id`, message: '同一个班次写了两次' });
    } else {
      seen.add(id);
      planChange(plan, before, after, now, field);
    }
  }
  plan.remove = existing.filter((shift) => isLive(shift, now) && !seen.has(shift.id));
  return plan;
}

function planChange(
  plan: ShiftPlan,
  before: TaskShiftRow,
  after: ShiftTimes,
  now: Date,
  field: string,
): void {
  if (sameTimes(before, after) && before.capacity === after.capacity) return;
  if (!isLive(before, now)) {
    plan.faults.push({ field, message: '已经结束或取消的班次不能改' });
    return;
  }
  const moved = !sameInstant(before.startsAt, after.startsAt) || !sameInstant(before.endsAt, after.endsAt);
  if (moved && before.startsAt <= now) {
    plan.faults.push({ field, message: '已经开始的班次不能改时间' });
    return;
  }
  const faults = shiftFaults(after, now, field);
  // A shift that runs keeps its start, which lies behind.
  plan.faults.push(...faults.filter((fault) => moved || !fault.field.endsWith('.startsAt')));
  plan.change.push({ before, after, moved });
}

/** Open and not over. */
export function isLive({ status, endsAt }: Pick<TaskShiftRow, 'status' | 'endsAt'>, now: Date): boolean {
  return status === 'open' && endsAt > now;
}

function sameInstant(a: Date, b: Date): boolean {
  return a.getTime() === b.getTime();
}

function sameTimes(a: ShiftTimes, b: ShiftTimes): boolean {
  return (
    sameInstant(a.startsAt, b.startsAt) &&
    sameInstant(a.endsAt, b.endsAt) &&
    sameInstant(a.opensAt, b.opensAt) &&
    sameInstant(a.closesAt, b.closesAt)
  );
}

/** The same shift a number of days later, at the same time by the clock in Shanghai. */
export function shiftedBy(
  { startsAt, endsAt, opensAt, closesAt, capacity }: ShiftTimes,
  days: number,
): ShiftTimes {
  const later = (instant: Date): Date => {
    const whole = instantAt(addDays(shanghaiDay(instant), days), shanghaiMinute(instant));
    return new Date(whole.getTime() + (instant.getTime() % MINUTE_MS));
  };
  return {
    startsAt: later(startsAt),
    endsAt: later(endsAt),
    opensAt: later(opensAt),
    closesAt: later(closesAt),
    capacity,
  };
}

/**
 * What a weekly repetition adds: the open shifts of the last seven days that have any, again in each of the next
 * `weeks` weeks. Repeating once more goes on from there.
 */
export function repeatedShifts(existing: readonly TaskShiftRow[], weeks: number): ShiftTimes[] {
  const open = existing.filter((shift) => shift.status === 'open');
  const last = Math.max(...open.map((shift) => shift.startsAt.getTime()));
  const pattern = open.filter((shift) => shift.startsAt.getTime() > last - 7 * DAY_MS);
  return Array.from({ length: weeks }, (_, week) =>
    pattern.map((shift) => shiftedBy(shift, 7 * (week + 1))),
  ).flat();
}

export const STAFF_TASK_ACTIONS = ['edit', 'publish', 'cancel', 'copy', 'repeat'] as const;
export type StaffTaskAction = (typeof STAFF_TASK_ACTIONS)[number];

/** What staff may do about a task now. */
export function staffTaskActions(
  status: 'draft' | 'published' | 'cancelled',
  shifts: readonly TaskShiftRow[],
  now: Date,
): StaffTaskAction[] {
  const live = shifts.some((shift) => isLive(shift, now));
  const open = shifts.some((shift) => shift.status === 'open');
  if (status === 'cancelled') return ['copy'];
  return [
    'edit',
    ...(status === 'draft' && live ? (['publish'] as const) : []),
    ...(status === 'draft' || live ? (['cancel'] as const) : []),
    'copy',
    ...(open ? (['repeat'] as const) : []),
  ];
}
