import { weekdayOf } from '@jiefang/shared/time';
import { isWithin, rangesOn, type MinuteRange, type WeekdayHours } from '@jiefang/shared/venues';

/** A fault of an edited form: the dotted path of the field and what is wrong with it. */
export interface FieldFault {
  field: string;
  message: string;
}

/**
 * What is wrong with weekly hours: a weekday twice, a range that ends before it begins, ranges that overlap or touch,
 * a boundary that is not on a whole unit. Empty when they are sound.
 */
export function hoursFaults(
  hours: readonly WeekdayHours[],
  unitMinutes: number,
  field: string,
): FieldFault[] {
  const seen = new Set<number>();
  return hours.flatMap(({ weekday, ranges }, index) => {
    const path = `${field}.${index}`;
    const twice = seen.has(weekday) ? [{ field: `${path}.weekday`, message: '这一天写了两次' }] : [];
    seen.add(weekday);
    return [...twice, ...rangeFaults(ranges, unitMinutes, `${path}.ranges`)];
  });
}

function rangeFaults(ranges: readonly MinuteRange[], unitMinutes: number, field: string): FieldFault[] {
  const faults = ranges.flatMap((range, index) => {
    const path = `${field}.${index}`;
    if (range.closeMinute <= range.openMinute) return [{ field: path, message: '结束要晚于开始' }];
    if (range.openMinute % unitMinutes !== 0 || range.closeMinute % unitMinutes !== 0) {
      return [{ field: path, message: `开始和结束要落在每 ${unitMinutes} 分钟的整格上` }];
    }
    return [];
  });
  const sorted = [...ranges].sort((a, b) => a.openMinute - b.openMinute);
  const clash = sorted.some((range, index) => {
    const before = sorted[index - 1];
    return before !== undefined && range.openMinute <= before.closeMinute;
  });
  return clash ? [...faults, { field, message: '几段时间连在一起或重叠，请合并' }] : faults;
}

/** Where a live booking lies: minutes since Shanghai midnight of its day. */
export interface BookedRun {
  id: number;
  day: string;
  startMinute: number;
  endMinute: number;
}

/** Bookings that the old hours held and the new ones no longer do. */
export function newlyOutside<T extends BookedRun>(
  runs: readonly T[],
  before: readonly WeekdayHours[],
  after: readonly WeekdayHours[],
): T[] {
  return runs.filter(({ day, startMinute, endMinute }) => {
    const weekday = weekdayOf(day);
    return (
      isWithin(rangesOn(before, weekday), startMinute, endMinute) &&
      !isWithin(rangesOn(after, weekday), startMinute, endMinute)
    );
  });
}

/** All seven weekdays in order, each with its ranges in order; one that is not given is closed. */
export function wholeWeek(hours: readonly WeekdayHours[]): WeekdayHours[] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    ranges: rangesOn(hours, weekday).map(({ openMinute, closeMinute }) => ({ openMinute, closeMinute })),
  }));
}
