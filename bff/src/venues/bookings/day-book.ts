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
import type { HeldUnit, QuotaSlot } from './bookings.repository.js';

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
    for (const unit of units) this.hold(unit);
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
    const slots = this.quotaKeys(config, units.day, subjects).map(({ limit, ...key }) => ({
      ...key,
      slot: this.freeSlot(config, key, limit),
      bookingId,
    }));
    for (const slot of slots) this.slotsOf(slot).add(slot.slot);

    const cleaning = cleaningUnits(config.policy, config.unitMinutes);
    const taken = occupiedUnits(units, cleaning, config.unitMinutes).map((unit) => ({
      venueId: config.id,
      day: units.day,
      unit,
      bookingId,
      kind: unit < units.endUnit ? kind : UNIT_KIND.cleaning,
    }));
    for (const unit of taken) this.hold(unit);
    return { units: taken, slots };
  }

  /** The quota rows that a booking would have to find room in. */
  quotaKeys(config: VenueConfig, day: string, subjects: QuotaSubjects): (SlotKey & { limit: number })[] {
    const { weeklyPerPerson, weeklyPerHousehold } = config.policy;
    const week = weekOf(day);
    const keys: (SlotKey & { limit: number })[] = [];
    if (weeklyPerPerson !== null && subjects.personId !== null) {
      keys.push({
        venueId: config.id,
        week,
        subject: 'person',
        subjectId: subjects.personId,
        limit: weeklyPerPerson,
      });
    }
    if (weeklyPerHousehold !== null && subjects.householdId !== null) {
      keys.push({
        venueId: config.id,
        week,
        subject: 'household',
        subjectId: subjects.householdId,
        limit: weeklyPerHousehold,
      });
    }
    return keys;
  }

  private freeSlot(config: VenueConfig, key: SlotKey, limit: number): number {
    const used = this.slotsOf(key);
    if (used.size < limit) {
      for (let slot = 1; slot <= limit; slot += 1) if (!used.has(slot)) return slot;
    }
    const [code, who] =
      key.subject === 'person'
        ? (['BOOKING_QUOTA_PERSON', '你'] as const)
        : (['BOOKING_QUOTA_HOUSEHOLD', '你家'] as const);
    throw new DomainError(code, {
      rule: 'quota',
      message: `${key.subject === 'person' ? '每人' : '每户'}每周 ${limit} 次，${who}那一周在${config.name}已经约了 ${used.size} 次。`,
    });
  }

  private hold(unit: HeldUnit): void {
    const key = dayKey(unit.venueId, unit.day);
    const day = this.held.get(key) ?? new Map<number, UnitKind>();
    this.held.set(key, day.set(unit.unit, unit.kind));
  }

  private slotsOf(key: SlotKey): Set<number> {
    const name = `${key.venueId}|${key.week}|${key.subject}|${key.subjectId}`;
    const found = this.slots.get(name) ?? new Set<number>();
    this.slots.set(name, found);
    return found;
  }
}

type SlotKey = Pick<QuotaSlot, 'venueId' | 'week' | 'subject' | 'subjectId'>;

function dayKey(venueId: number, day: string): string {
  return `${venueId}|${day}`;
}
