import {
  closedMinutes,
  freeRunStarts,
  onlineUnitsLeft,
  openUnits,
  shortestRun,
  UNIT_KIND,
  unitOf,
} from '@jiefang/shared/availability';
import { instantAt, MINUTE_MS, shanghaiDay, shanghaiMinute, weekdayOf } from '@jiefang/shared/time';
import { rangesOn, type MinuteRange } from '@jiefang/shared/venues';
import type { VenueConfig } from './venue-config.js';

export const UNIT_STATES = ['free', 'taken', 'cleaning', 'mine', 'closed', 'past', 'reserved'] as const;
export type UnitState = (typeof UNIT_STATES)[number];

/** Units that somebody holds on one day, with their kind (UNIT_KIND of shared/availability). */
export type HeldUnits = ReadonlyMap<number, number>;

/** One cell of a venue's day. */
export interface GridUnit {
  startMinute: number;
  state: UnitState;
}

type GridConfig = Pick<VenueConfig, 'opening' | 'closures' | 'unitMinutes' | 'status' | 'policy'>;

/** The units of a day that are neither outside the hours nor closed; a suspended venue has none. Ascending. */
function openUnitsOn(config: GridConfig, day: string): number[] {
  if (config.status !== 'open') return [];
  return openUnits(openingOn(config, day), closedMinutes(config.closures, day), config.unitMinutes);
}

/** The opening of a venue on a day by its weekly hours, closures not taken off. */
export function openingOn(config: Pick<VenueConfig, 'opening'>, day: string): MinuteRange[] {
  return rangesOn(config.opening, weekdayOf(day));
}

/** How many units of the day online bookings use. */
function onlineUnitsTaken(held: HeldUnits): number {
  let count = 0;
  for (const kind of held.values()) if (kind === UNIT_KIND.online) count += 1;
  return count;
}

/**
 * Every unit from the first opening to the last closing of a day, as one person sees it. A unit that has begun is past.
 * `mine` are units in use by the viewer's own bookings. A free unit is reserved when the online share that is left
 * cannot hold even the shortest booking. Empty on a day without opening.
 */
export function dayGrid(
  config: GridConfig,
  day: string,
  held: HeldUnits,
  mine: ReadonlySet<number>,
  now: Date,
): GridUnit[] {
  const { unitMinutes } = config;
  const ranges = openingOn(config, day);
  if (ranges.length === 0) return [];
  const first = Math.ceil(Math.min(...ranges.map((r) => r.openMinute)) / unitMinutes);
  const end = Math.floor(Math.max(...ranges.map((r) => r.closeMinute)) / unitMinutes);
  const open = openUnitsOn(config, day);
  const isOpen = new Set(open);
  const taken = onlineUnitsTaken(held);
  const shortest = shortestRun(config.policy, unitMinutes).length;

  const stateOf = (unit: number): UnitState => {
    const hoursBefore = hoursUntil(day, unit * unitMinutes, now);
    const kind = held.get(unit);
    if (mine.has(unit) && hoursUntil(day, (unit + 1) * unitMinutes, now) > 0) return 'mine';
    if (kind === undefined && !isOpen.has(unit)) return 'closed';
    if (hoursBefore <= 0) return 'past';
    if (kind !== undefined) return kind === UNIT_KIND.cleaning ? 'cleaning' : 'taken';
    return onlineUnitsLeft(config.policy, open.length, taken, hoursBefore) < shortest ? 'reserved' : 'free';
  };
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => ({
    startMinute: (first + index) * unitMinutes,
    state: stateOf(first + index),
  }));
}

/** How many units of a day are free for a visitor, and how many the day has. */
export function dayTotals(
  config: GridConfig,
  day: string,
  held: HeldUnits,
  now: Date,
): { freeUnits: number; totalUnits: number } {
  const grid = dayGrid(config, day, held, new Set(), now);
  return {
    freeUnits: grid.filter((unit) => unit.state === 'free').length,
    totalUnits: openUnitsOn(config, day).length,
  };
}

/** True when the room is open and unheld at this moment, booked or not. */
export function isFreeNow(config: GridConfig, heldToday: HeldUnits, now: Date): boolean {
  const unit = unitOf(shanghaiMinute(now), config.unitMinutes);
  return !heldToday.has(unit) && openUnitsOn(config, shanghaiDay(now)).includes(unit);
}

/** A stretch of a day that can be booked online. */
export interface FreeStretch {
  date: string;
  startMinute: number;
  endMinute: number;
}

/**
 * The first stretch of the day in which at least the shortest booking, with its cleaning, can still be made online now;
 * null when there is none. It reaches as far as the room stays free.
 */
export function firstFreeStretch(
  config: GridConfig,
  day: string,
  held: HeldUnits,
  now: Date,
): FreeStretch | null {
  const { unitMinutes, policy } = config;
  const open = openUnitsOn(config, day);
  const shortest = shortestRun(policy, unitMinutes);
  const earliest = new Date(now.getTime() + policy.latestLeadMinutes * MINUTE_MS);
  const starts = freeRunStarts({ open, held: new Set(held.keys()), ...shortest, from: 0 });
  const taken = onlineUnitsTaken(held);
  const start = starts.find((unit) => {
    const instant = instantAt(day, unit * unitMinutes);
    return (
      instant > now &&
      instant >= earliest &&
      onlineUnitsLeft(policy, open.length, taken, hoursUntil(day, unit * unitMinutes, now)) >= shortest.length
    );
  });
  if (start === undefined) return null;
  // Runs of the shortest length that start unit after unit join into one stretch.
  let last = start;
  const isStart = new Set(starts);
  while (isStart.has(last + 1)) last += 1;
  return { date: day, startMinute: start * unitMinutes, endMinute: (last + shortest.length) * unitMinutes };
}

/** Opening ranges with the closed parts of the day cut out. */
export function withoutClosed(ranges: readonly MinuteRange[], closed: readonly MinuteRange[]): MinuteRange[] {
  return closed.reduce<MinuteRange[]>(
    (left, cut) =>
      left.flatMap((range) =>
        [
          { openMinute: range.openMinute, closeMinute: Math.min(range.closeMinute, cut.openMinute) },
          { openMinute: Math.max(range.openMinute, cut.closeMinute), closeMinute: range.closeMinute },
        ].filter((part) => part.openMinute < part.closeMinute),
      ),
    [...ranges],
  );
}

function hoursUntil(day: string, minute: number, now: Date): number {
  return (instantAt(day, minute).getTime() - now.getTime()) / 3_600_000;
}
