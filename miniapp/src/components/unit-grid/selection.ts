import type { Unit } from '@/lib/api/types';

/** A run of units in minutes since midnight; the end is exclusive. */
export interface MinuteRun {
  startMinute: number;
  endMinute: number;
}

export interface Limits {
  unitMinutes: number;
  minMinutes: number;
  maxMinutes: number;
}

export interface Outcome {
  run: MinuteRun | null;
  /** What the tap could not do, in a sentence; null when it did what it looks like. */
  remark: string | null;
}

/**
 * What a tap on the unit at `minute` makes of the present run. The first tap takes the shortest allowed run from there;
 * a later unit extends it up to that unit; an earlier or distant one starts anew; the only unit again clears it.
 */
export function tapUnit(
  units: readonly Unit[],
  limits: Limits,
  run: MinuteRun | null,
  minute: number,
): Outcome {
  const { unitMinutes, minMinutes, maxMinutes } = limits;
  if (!isFree(units, minute)) return { run, remark: null };
  if (run === null || minute < run.startMinute) return startAt(units, limits, minute);
  const end = minute + unitMinutes;
  if (run.startMinute === minute && run.endMinute - run.startMinute <= Math.max(minMinutes, unitMinutes)) {
    return { run: null, remark: null };
  }
  const wanted = Math.max(end, run.startMinute + minMinutes);
  if (end < run.endMinute || wanted === run.endMinute) {
    return { run: { startMinute: run.startMinute, endMinute: wanted }, remark: null };
  }
  if (!isFreeThrough(units, run.startMinute, wanted, unitMinutes)) {
    const anew = startAt(units, limits, minute);
    return anew.run === null ? anew : { ...anew, remark: '中间有约不到的时段，已从这里重新选。' };
  }
  if (wanted - run.startMinute > maxMinutes) {
    return {
      run: { startMinute: run.startMinute, endMinute: run.startMinute + maxMinutes },
      remark: `一次最长 ${maxMinutes} 分钟，已选到最长。`,
    };
  }
  return { run: { startMinute: run.startMinute, endMinute: wanted }, remark: null };
}

/** The shortest allowed run from `minute`, when it is free as a whole. */
function startAt(units: readonly Unit[], { unitMinutes, minMinutes }: Limits, minute: number): Outcome {
  const length = Math.max(unitMinutes, Math.ceil(minMinutes / unitMinutes) * unitMinutes);
  if (!isFreeThrough(units, minute, minute + length, unitMinutes)) {
    return { run: null, remark: `从这里开始不够最短的 ${minMinutes} 分钟，请换一格。` };
  }
  return { run: { startMinute: minute, endMinute: minute + length }, remark: null };
}

/** True when every unit of [start, end) can be booked now. */
function isFreeThrough(units: readonly Unit[], start: number, end: number, unitMinutes: number): boolean {
  for (let minute = start; minute < end; minute += unitMinutes) if (!isFree(units, minute)) return false;
  return true;
}

function isFree(units: readonly Unit[], minute: number): boolean {
  return units.some((unit) => unit.startMinute === minute && unit.state === 'free');
}

/**
 * Units of the morning (to 12:00), afternoon (to 18:00) and evening. What is over already and parts that never open are
 * left out.
 */
export function partsOfDay(units: readonly Unit[]): { name: string; units: Unit[] }[] {
  const parts = [
    { name: '上午', from: 0, to: 720 },
    { name: '下午', from: 720, to: 1080 },
    { name: '晚上', from: 1080, to: 1441 },
  ];
  return parts
    .map(({ name, from, to }) => ({
      name,
      units: units.filter(
        ({ startMinute, state }) => startMinute >= from && startMinute < to && state !== 'past',
      ),
    }))
    .filter((part) => part.units.some((unit) => unit.state !== 'closed'));
}
