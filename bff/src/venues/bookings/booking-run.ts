import { DAY_MS, instantAt, MINUTE_MS, shanghaiDay, shanghaiMinute } from '@jiefang/shared/time';
import { DomainError } from '../../common/errors/domain-error.js';

/** A stretch of one Shanghai day. Minutes count from midnight; the end is exclusive. */
export interface Run {
  day: string;
  startMinute: number;
  endMinute: number;
  startsAt: Date;
  endsAt: Date;
}

/** A run in a venue's units: numbers from midnight, the end exclusive. */
export interface UnitRun {
  day: string;
  startUnit: number;
  endUnit: number;
}

/** No venue opens its days so far ahead; beyond the year 9999 a day no longer fits 'YYYY-MM-DD'. */
const LATEST = Date.UTC(2200, 0, 1);

/**
 * Reads the run that a client asked for, two ISO instants. Throws BOOKING_RUN_INVALID for seconds, zero or negative
 * length, and for a run that crosses midnight.
 */
export function runOf(startsAtText: string, endsAtText: string): Run {
  const startsAt = new Date(startsAtText);
  const endsAt = new Date(endsAtText);
  const length = endsAt.getTime() - startsAt.getTime();
  if (
    Number.isNaN(length) ||
    startsAt.getTime() % MINUTE_MS !== 0 ||
    length % MINUTE_MS !== 0 ||
    endsAt.getTime() > LATEST
  ) {
    throw new DomainError('BOOKING_RUN_INVALID');
  }
  if (length <= 0) {
    throw new DomainError('BOOKING_RUN_INVALID', { message: '结束时间要晚于开始时间。' });
  }
  const day = shanghaiDay(startsAt);
  const startMinute = shanghaiMinute(startsAt);
  const endMinute = startMinute + length / MINUTE_MS;
  if (length > DAY_MS || endMinute > 1440) {
    throw new DomainError('BOOKING_RUN_INVALID', {
      message: '一次预约不能跨过半夜 12 点。',
      next: '请分成两天预约。',
    });
  }
  return { day, startMinute, endMinute, startsAt, endsAt };
}

/** The run in units, or null when it does not begin and end on whole units. */
export function unitRunOf(run: Run, unitMinutes: number): UnitRun | null {
  if (run.startMinute % unitMinutes !== 0 || run.endMinute % unitMinutes !== 0) return null;
  return { day: run.day, startUnit: run.startMinute / unitMinutes, endUnit: run.endMinute / unitMinutes };
}

/** The run that stored units stand for. */
export function runOfUnits(units: UnitRun, unitMinutes: number): Run {
  const startMinute = units.startUnit * unitMinutes;
  const endMinute = units.endUnit * unitMinutes;
  return {
    day: units.day,
    startMinute,
    endMinute,
    startsAt: instantAt(units.day, startMinute),
    endsAt: instantAt(units.day, endMinute),
  };
}

/** Every unit the run occupies, cleaning included, never past midnight. */
export function occupiedUnits(units: UnitRun, cleaning: number, unitMinutes: number): number[] {
  const end = Math.min(units.endUnit + cleaning, 1440 / unitMinutes);
  return Array.from({ length: end - units.startUnit }, (_, index) => units.startUnit + index);
}
