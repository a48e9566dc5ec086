import {
  closedMinutes,
  onlineUnitsLeft,
  openUnits,
  UNIT_KIND,
  type UnitKind,
} from '@jiefang/shared/availability';
import { weekOf } from '@jiefang/shared/time';
import { cleaningUnits } from '@jiefang/shared/venues';
import { DomainError } from '../../common/errors/domain-error.js';
import type { VenueConfig } from '../catalogue/venue-config.js';
import { openingOn } from './booking-judge.js';
import { occupiedUnits, type UnitRun } from './booking-run.js';
import type { HeldUnit, QuotaSlot } from './holdings.repository.js';

/** Who a booking counts for: a person, and their household when they have one. */
export interface QuotaSubjects {
  personId: number | null;
  householdId: number | null;
}

/** What a booking takes when it is granted. */
export interface Grant {
  units: HeldUnit[];
  slots: QuotaSlot[];
}

/**
 * The units and quota slots that a transaction has read under the venues' locks, kept up to date while it decides one
 * command after another. What is granted here is what will be inserted; the unique keys have the last word.
 */
export class DayBook {
  private readonly held = new Map<string, Map<number, UnitKind>>();
  private readonly slots = new Map<string, Set<number>>();

  constructor(units: readonly HeldUnit[], slots: readonly QuotaSlot[]) {
    for (const unit of units) this.dayOf(unit.venueId, unit.day).set(unit.unit, unit.kind);
    for (const slot of slots) this.slotsOf(slot).add(slot.slot);
  }

  /** True when nobody holds a unit of the run, and its cleaning falls on nobody's. */
  isFree(config: VenueConfig, units: UnitRun): boolean {
    const held = this.held.get(dayKey(config.id, units.day));
    if (held === undefined) return true;
    const cleaning = cleaningUnits(config.policy, config.unitMinutes);
    return occupiedUnits(units, cleaning, config.unitMinutes).every((unit) => !held.has(unit));
  }

  /** True when the day's online share still covers the run. */
  isWithinShare(config: VenueConfig, units: UnitRun, hoursBefore: number): boolean {
    if (config.policy.reservedPercent === 0) return true;
    const closed = closedMinutes(config.closures, units.day);
    const total = openUnits(openingOn(config, units.day), closed, config.unitMinutes).length;
    const kinds = [...(this.held.get(dayKey(config.id, units.day))?.values() ?? [])];
    const online = kinds.filter((kind) => kind === UNIT_KIND.online).length;
    return onlineUnitsLeft(config.policy, total, online, hoursBefore) >= units.endUnit - units.startUnit;
  }

  /** Takes the run and its quota slots, or throws the refusal of a used-up quota and takes nothing. */
  grant(
    bookingId: number,
    config: VenueConfig,
    units: UnitRun,
    subjects: QuotaSubjects,
    kind: UnitKind,
  ): Grant {
    const { day } = units;
    const places: { used: Set<number>; slot: QuotaSlot }[] = [];
    for (const { venueId, week, subject, subjectId, limit } of quotaKeys(config, day, subjects)) {
      const used = this.slotsOf({ venueId, week, subject, subjectId });
      const slot = freeSlot(config, subject, limit, used);
      places.push({ used, slot: { venueId, week, subject, subjectId, slot, bookingId } });
    }
    for (const { used, slot } of places) used.add(slot.slot);

    const cleaning = cleaningUnits(config.policy, config.unitMinutes);
    const taken: HeldUnit[] = [];
    const held = this.dayOf(config.id, day);
    for (const unit of occupiedUnits(units, cleaning, config.unitMinutes)) {
      const own = unit < units.endUnit ? kind : UNIT_KIND.cleaning;
      taken.push({ venueId: config.id, day, unit, bookingId, kind: own });
      held.set(unit, own);
    }
    return { units: taken, slots: places.map(({ slot }) => slot) };
  }

  private dayOf(venueId: number, day: string): Map<number, UnitKind> {
    const key = dayKey(venueId, day);
    let held = this.held.get(key);
    if (held === undefined) this.held.set(key, (held = new Map()));
    return held;
  }

  private slotsOf(key: SlotKey): Set<number> {
    const name = `${key.venueId}|${key.week}|${key.subject}|${key.subjectId}`;
    let used = this.slots.get(name);
    if (used === undefined) this.slots.set(name, (used = new Set()));
    return used;
  }
}

type SlotKey = Pick<QuotaSlot, 'venueId' | 'week' | 'subject' | 'subjectId'>;

/** The quota rows that a booking would have to find room in. */
export function quotaKeys(
  config: VenueConfig,
  day: string,
  subjects: QuotaSubjects,
): (SlotKey & { limit: number })[] {
  const { weeklyPerPerson, weeklyPerHousehold } = config.policy;
  const { personId, householdId } = subjects;
  const week = weekOf(day);
  const keys: (SlotKey & { limit: number })[] = [];
  if (weeklyPerPerson !== null && personId !== null) {
    keys.push({ venueId: config.id, week, subject: 'person', subjectId: personId, limit: weeklyPerPerson });
  }
  if (weeklyPerHousehold !== null && householdId !== null) {
    const limit = weeklyPerHousehold;
    keys.push({ venueId: config.id, week, subject: 'household', subjectId: householdId, limit });
  }
  return keys;
}

/** The first slot nobody has used, or the refusal of a used-up quota. */
function freeSlot(
  config: VenueConfig,
  subject: QuotaSlot['subject'],
  limit: number,
  used: ReadonlySet<number>,
): number {
  if (used.size < limit) {
    for (let slot = 1; slot <= limit; slot += 1) if (!used.has(slot)) return slot;
  }
  const [code, who] =
    subject === 'person'
      ? (['BOOKING_QUOTA_PERSON', '你'] as const)
      : (['BOOKING_QUOTA_HOUSEHOLD', '你家'] as const);
  throw new DomainError(code, {
    rule: 'quota',
    message: `${subject === 'person' ? '每人' : '每户'}每周 ${limit} 次，${who}那一周在${config.name}已经约了 ${used.size} 次。`,
  });
}

function dayKey(venueId: number, day: string): string {
  return `${venueId}|${day}`;
}
