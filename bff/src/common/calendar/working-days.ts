import { Injectable } from '@nestjs/common';
import chineseDays from 'chinese-days';
import { addDays, instantAt, shanghaiDay, weekdayOf } from '@jiefang/shared/time';
import type { Sql } from '../../database/database.js';

/** When publication begins on a working day: minutes after midnight. */
const OPENING_MINUTE = 9 * 60;
const MAX_SEARCH_DAYS = 60;
/** How far ahead an unknown year is worth a reminder: the State Council names a year's days off in the November before. */
const HORIZON_DAYS = 45;
/** No year's arrangement has given fewer than sixteen weekdays off: with fewer in the table, the year is not entered. */
const WEEKDAYS_OFF = 10;

/**
 * China's working days. The national calendar (chinese-days) knows the years whose arrangement of days off has been
 * published; the operator's table goes before it. In a year that neither knows, a weekday counts only when no
 * arrangement that has been usual since 2008 could give it off: a publication may then last a day longer than it had to,
 * never shorter. `unknownYear` says that the table is wanted.
 */
export class WorkingDays {
  private readonly years: ReadonlySet<string>;

  constructor(private readonly table: ReadonlyMap<string, boolean>) {
    const off = [...table]
      .filter(([day, works]) => !works && weekdayOf(day) <= 5)
      .map(([day]) => day.slice(0, 4));
    this.years = new Set(off.filter((year) => off.filter((one) => one === year).length >= WEEKDAYS_OFF));
  }

  isWorking(day: string): boolean {
    const own = this.table.get(day);
    if (own !== undefined) return own;
    // Noon, for the calendar reads an instant in the zone of the process.
    if (nationalYear(day.slice(0, 4))) return chineseDays.isWorkday(`${day}T12:00:00`);
    if (weekdayOf(day) > 5) return false;
    return this.years.has(day.slice(0, 4)) || !WorkingDays.couldBeOff(day);
  }

  /** Whether a weekday could be a day off by the statutory holidays (国务院令第795号) and the usual bridges around them. */
  static couldBeOff(day: string): boolean {
    const year = Number(day.slice(0, 4));
    let spans = windows.get(year);
    if (spans === undefined) {
      const lunar = (monthDay: string): string =>
        chineseDays.getSolarDateFromLunar(`${year}-${monthDay}`).date;
      const around = (date: string, before: number, after: number): [string, string] => [
        addDays(date, -before),
        addDays(date, after),
      ];
      const qingming = chineseDays.getSolarTermDate(year, 4, 'pure_brightness');
      spans = [
        [`${year}-01-01`, `${year}-01-03`],
        [`${year}-12-30`, `${year}-12-31`],
        around(lunar('01-01'), 3, 9),
        around(qingming, 2, 2),
        [`${year}-04-29`, `${year}-05-05`],
        around(lunar('05-05'), 2, 2),
        around(lunar('08-15'), 2, 2),
        [`${year}-09-29`, `${year}-10-08`],
      ];
      windows.set(year, spans);
    }
    return spans.some(([from, to]) => from <= day && day <= to);
  }

  /** The working day that is `count` working days after `day`, not counting it. */
  add(day: string, count: number): string {
    let [current, left] = [day, count];
    while (left > 0) {
      current = addDays(current, 1);
      if (this.isWorking(current)) left -= 1;
    }
    return current;
  }

  /** The latest 09:00 of a working day that is not after `now`. */
  lastOpening(now: Date): Date {
    const today = shanghaiDay(now);
    for (let back = 0; back < MAX_SEARCH_DAYS; back += 1) {
      const day = addDays(today, -back);
      const opening = instantAt(day, OPENING_MINUTE);
      if (this.isWorking(day) && opening <= now) return opening;
    }
    throw new RangeError(
      `no working day within ${MAX_SEARCH_DAYS} days before ${today}: look into the table of working days`,
    );
  }

  /** True when the days off of a year are known, from the calendar or from the table. */
  knows(year: string): boolean {
    return this.years.has(year) || nationalYear(year);
  }

  /** The year within the coming weeks whose days off nobody has entered, or null. */
  unknownYear(now: Date): string | null {
    const days = [shanghaiDay(now), addDays(shanghaiDay(now), HORIZON_DAYS)];
    return days.map((day) => day.slice(0, 4)).find((year) => !this.knows(year)) ?? null;
  }
}

/** Loads the operator's table. */
@Injectable()
export class WorkingCalendar {
  async load(sql: Sql): Promise<WorkingDays> {
    const rows = await sql.query<{ day: string; works: number }>('SELECT day, works FROM working_day');
    return new WorkingDays(new Map(rows.map((row) => [row.day, row.works === 1])));
  }
}

const known = new Map<string, boolean>();

/** True when the national calendar has the year's arrangement: a year without any named day off is one it lacks. */
function nationalYear(year: string): boolean {
  let value = known.get(year);
  if (value === undefined) {
    value = chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;
    known.set(year, value);
  }
  return value;
}

const windows = new Map<number, [from: string, to: string][]>();
