/**
 * Calendar arithmetic of Asia/Shanghai. China has kept UTC+8 without daylight saving since 1991, so a fixed offset is
 * exact for every date the product handles, and needs no zone database on a phone.
 */
const OFFSET_MS = 8 * 60 * 60 * 1000;
export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** The Shanghai calendar day of an instant, as 'YYYY-MM-DD'. */
export function shanghaiDay(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** Minutes since Shanghai midnight of an instant, 0…1439, seconds dropped. */
export function shanghaiMinute(instant: Date): number {
  return Math.floor(((instant.getTime() + OFFSET_MS) % DAY_MS) / MINUTE_MS);
}

/** The instant at `minute` minutes after Shanghai midnight of `day` ('YYYY-MM-DD'); minute may be 1440 or more. */
export function instantAt(day: string, minute: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET_MS + minute * MINUTE_MS);
}

/** True for a real calendar day written 'YYYY-MM-DD' (2026-02-30 is not one). */
export function isDay(value: string): boolean {
  if (!DAY_PATTERN.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
}

/** `day` plus a number of days (may be negative). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** ISO weekday of a day: 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The Monday on or before `day`: the key of its week. */
export function weekOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}

/** 'HH:mm' of minutes since midnight; 1440 is written 24:00. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** 周一 … 周日 of a day. */
export function weekdayName(day: string): string {
  return WEEKDAYS[weekdayOf(day) - 1] as string;
}

/** How a resident says a day, seen from `today`: 今天, 明天, 昨天, 周二 (within six days), 11月28日, 2027年1月3日. */
export function spokenDay(day: string, today: string): string {
  const distance = daysBetween(today, day);
  if (distance === 0) return '今天';
  if (distance === 1) return '明天';
  if (distance === -1) return '昨天';
  if (distance > 1 && distance < 7) return weekdayName(day);
  return writtenDay(day, today);
}

/** A day in words that stay true when they are read later: 11月28日, 2027年1月3日 when the year is not that of `today`. */
export function writtenDay(day: string, today: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${year === Number(today.slice(0, 4)) ? '' : `${year}年`}${month}月${date}日`;
}

/** How a resident says an instant, seen from `now`: 今天 14:00, 周二 09:30, 11月28日 14:00. */
export function spokenTime(instant: Date, now: Date): string {
  return `${spokenDay(shanghaiDay(instant), shanghaiDay(now))} ${clockOf(shanghaiMinute(instant))}`;
}
