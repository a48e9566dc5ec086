import { addDays, DAY_MS, instantAt, MINUTE_MS, shanghaiDay, shanghaiMinute } from '@jiefang/shared/time';
import type { ShiftForm } from '../../api/types';

/** Shifts that a form may hold; the server takes no more. */
export const MOST_SHIFTS = 60;
const USUAL_START = 9 * 60;
const TWO_HOURS = 120;
const USUAL_CAPACITY = 10;

/** A shift for the day after the last one (tomorrow when there is none), like the last one, open from `now`. */
export function nextShift(shifts: readonly ShiftForm[], now: Date): ShiftForm {
  const last = [...shifts].sort((a, b) => a.startsAt.localeCompare(b.startsAt)).pop();
  if (last !== undefined) {
    const tomorrow = addDays(shanghaiDay(now), 1);
    const following = addDays(shanghaiDay(new Date(last.startsAt)), 1);
    return {
      ...withDay(fresh(last), following > tomorrow ? following : tomorrow),
      opensAt: wholeMinute(now),
    };
  }
  const day = addDays(shanghaiDay(now), 1);
  const startsAt = instantAt(day, USUAL_START).toISOString();
  return {
    startsAt,
    endsAt: instantAt(day, USUAL_START + TWO_HOURS).toISOString(),
    opensAt: wholeMinute(now),
    closesAt: startsAt,
    capacity: USUAL_CAPACITY,
  };
}

/** The same shift as one that does not exist yet. */
function fresh({ startsAt, endsAt, opensAt, closesAt, capacity }: ShiftForm): ShiftForm {
  return { startsAt, endsAt, opensAt, closesAt, capacity };
}

/** On another day at the same times; claiming closes as long before or after its start as it did. */
export function withDay(shift: ShiftForm, day: string): ShiftForm {
  return withStart(shift, day, shanghaiMinute(new Date(shift.startsAt)));
}

/** Begins at another minute of a day and lasts as long; claiming closes as long before or after its start as it did. */
export function withStart(shift: ShiftForm, day: string, minute: number): ShiftForm {
  const startsAt = instantAt(day, minute);
  const by = startsAt.getTime() - Date.parse(shift.startsAt);
  const moved = (iso: string): string => new Date(Date.parse(iso) + by).toISOString();
  return {
    ...shift,
    startsAt: startsAt.toISOString(),
    endsAt: moved(shift.endsAt),
    closesAt: moved(shift.closesAt),
  };
}

/** Ends at a minute of its first day, or of the next day when that is not after its start. */
export function withEnd(shift: ShiftForm, minute: number): ShiftForm {
  const day = shanghaiDay(new Date(shift.startsAt));
  const start = shanghaiMinute(new Date(shift.startsAt));
  const endsAt = instantAt(day, minute > start ? minute : minute + 1440).toISOString();
  return { ...shift, endsAt, closesAt: shift.closesAt > endsAt ? endsAt : shift.closesAt };
}

/** Minute of the day at which it ends, 1440 for midnight right after its day, and whether that is the next day. */
export function endOf(shift: Pick<ShiftForm, 'startsAt' | 'endsAt'>): { minute: number; nextDay: boolean } {
  const minute = shanghaiMinute(new Date(shift.endsAt));
  const [first, last] = [shift.startsAt, shift.endsAt].map((iso) => shanghaiDay(new Date(iso)));
  if (first === last) return { minute, nextDay: false };
  return minute === 0 && last === addDays(first as string, 1)
    ? { minute: 1440, nextDay: false }
    : { minute, nextDay: true };
}

/** The shift again in each of the next `weeks` weeks, claiming open from when it is now; none beyond what a form may hold. */
export function repeatedWeekly(shifts: readonly ShiftForm[], index: number, weeks: number): ShiftForm[] {
  const shift = shifts[index];
  if (shift === undefined) return [...shifts];
  const again = Array.from({ length: weeks }, (_week, week) => {
    const day = addDays(shanghaiDay(new Date(shift.startsAt)), 7 * (week + 1));
    return withDay(fresh(shift), day);
  });
  const known = new Set(shifts.map(({ startsAt }) => startsAt));
  return inOrder([...shifts, ...again.filter(({ startsAt }) => !known.has(startsAt))]).slice(0, MOST_SHIFTS);
}

export function inOrder(shifts: readonly ShiftForm[]): ShiftForm[] {
  return [...shifts].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}

/** When claiming closes, counted from the start: usual choices in minutes before it; negative is after. */
export function closingOf({ startsAt, closesAt }: Pick<ShiftForm, 'startsAt' | 'closesAt'>): number {
  return Math.round((Date.parse(startsAt) - Date.parse(closesAt)) / MINUTE_MS);
}

export function withClosing(shift: ShiftForm, minutesBefore: number): ShiftForm {
  const closesAt = new Date(Date.parse(shift.startsAt) - minutesBefore * MINUTE_MS).toISOString();
  return { ...shift, closesAt };
}

/** What is wrong with a shift's times by field; the server judges the same and the rest. */
export function shiftFaults(shift: ShiftForm, now: Date): Partial<Record<keyof ShiftForm, string>> {
  const [start, end, opens, closes] = [shift.startsAt, shift.endsAt, shift.opensAt, shift.closesAt].map(
    Date.parse,
  ) as [number, number, number, number];
  const begun = shift.id !== undefined && start <= now.getTime();
  return {
    ...(begun || start > now.getTime() ? {} : { startsAt: '开始时间要在现在以后。' }),
    ...(end - start < 10 * MINUTE_MS ? { endsAt: '结束要比开始晚至少 10 分钟。' } : {}),
    ...(end - start > DAY_MS ? { endsAt: '一个班次最长 24 小时。' } : {}),
    ...(closes <= opens ? { closesAt: '截止认领要晚于开放认领。' } : {}),
    ...(closes > end ? { closesAt: '截止认领不能晚于班次结束。' } : {}),
    ...(Number.isInteger(shift.capacity) && shift.capacity >= 1 && shift.capacity <= 10_000
      ? {}
      : { capacity: '请填 1 到 10000 之间的整数。' }),
  };
}

function wholeMinute(now: Date): string {
  return new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS).toISOString();
}
