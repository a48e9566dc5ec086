/** Times as residents say them, always in Asia/Shanghai whatever the device's zone. */
import {
  addDays,
  clockOf,
  shanghaiDay,
  shanghaiMinute,
  spokenDay,
  spokenTime,
  writtenDay,
} from '@jiefang/shared/time';

/** 今天 14:00, 周二 14:00, 11月28日 14:00 of an ISO instant. */
export function spoken(iso: string, now: Date = new Date()): string {
  return spokenTime(new Date(iso), now);
}

/** 14:00 of an ISO instant. */
export function clock(iso: string): string {
  return clockOf(shanghaiMinute(new Date(iso)));
}

/** 14:00–15:30 of minutes since midnight. */
export function minuteRange(startMinute: number, endMinute: number): string {
  return `${clockOf(startMinute)}–${clockOf(endMinute)}`;
}

/** 周二 14:00–15:30; over midnight both days are said. */
export function spokenRange(startsAt: string, endsAt: string, now: Date = new Date()): string {
  const start = new Date(startsAt);
  const end = new Date(endsAt);
  const endMinute = shanghaiMinute(end);
  const sameDay = shanghaiDay(start) === shanghaiDay(new Date(end.getTime() - 1));
  if (!sameDay) return `${spokenTime(start, now)} 到 ${spokenTime(end, now)}`;
  return `${spokenDay(shanghaiDay(start), shanghaiDay(now))} ${minuteRange(shanghaiMinute(start), endMinute || 1440)}`;
}

/** 今天, 明天, 11月28日: the last day of a window that ends at this ISO instant, which may be its midnight. */
export function lastDay(until: string, now: Date = new Date()): string {
  return plainDay(new Date(Date.parse(until) - 1), now);
}

/** 今天 14:00, 11月28日: until when something is due; a midnight is the end of the day before it. */
export function dueBy(iso: string, now: Date = new Date()): string {
  const due = new Date(iso);
  return shanghaiMinute(due) === 0 ? lastDay(iso, now) : spokenTime(due, now);
}

/** 今天, 明天, 11月28日: the day of an instant, without its weekday, as notices write it. */
export function plainDay(instant: Date, now: Date = new Date()): string {
  const [day, today] = [shanghaiDay(instant), shanghaiDay(now)];
  const isNear = day === today || day === addDays(today, 1);
  return isNear ? spokenDay(day, today) : writtenDay(day, today);
}

/** 11月28日 of a day 'YYYY-MM-DD'. */
export function monthAndDay(day: string): string {
  const [, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${month}月${date}日`;
}

/** 2026年11月28日 of a day 'YYYY-MM-DD'. */
export function fullDay(day: string): string {
  return `${Number(day.slice(0, 4))}年${monthAndDay(day)}`;
}

/** 还有 12 分钟 / 还有 3 小时 / 还有 2 天 until an ISO instant; empty once it has passed. */
export function timeLeft(iso: string, now: Date): string {
  const minutes = Math.ceil((Date.parse(iso) - now.getTime()) / 60_000);
  if (minutes <= 0) return '';
  if (minutes < 60) return `还有 ${minutes} 分钟`;
  if (minutes < 48 * 60) return `还有 ${Math.round(minutes / 60)} 小时`;
  return `还有 ${Math.round(minutes / 1440)} 天`;
}
