import { Injectable } from '@nestjs/common';
import { closedMinutes } from '@jiefang/shared/availability';
import { addDays, instantAt, isDay, shanghaiDay, weekOf } from '@jiefang/shared/time';
import { rulesInWords, type VenuePolicy } from '@jiefang/shared/venues';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { dayGrid, dayTotals, openingOn } from './day-grid.js';
import { eligibility } from './eligibility.js';
import { PersonFacts, type Person } from './person-facts.js';
import { closureView } from './venue-cards.js';
import { VenueConfigs, type VenueConfig } from './venue-config.js';
import type { DayStripQuery, DaySummaryListView, QuotaView, VenueDayView, VenueView } from './venue.dto.js';
import { VenuesRepository } from './venues.repository.js';

/** The grid is shown for days that close to now; nothing further away is stored or bookable. */
const GRID_DAYS = 400;

/** What visitors and residents read about a venue. Who holds a unit is never told. */
@Injectable()
export class VenuesService {
  constructor(
    private readonly database: Database,
    private readonly repository: VenuesRepository,
    private readonly configs: VenueConfigs,
    private readonly people: PersonFacts,
    private readonly clock: Clock,
  ) {}

  /** A venue's page as the caller (null for a visitor) sees it. */
  async view(publicId: string, caller: Caller | null): Promise<VenueView> {
    const config = await this.require(this.database, decodeId('venue', publicId));
    return this.viewOf(this.database, config, caller);
  }

  /** The page of a venue whose configuration has been read already. */
  async viewOf(sql: Sql, config: VenueConfig, caller: Caller | null): Promise<VenueView> {
    const now = this.clock.now();
    const today = shanghaiDay(now);
    const person = caller === null ? null : await this.findPerson(sql, caller.personId);
    const refusal = eligibility(person, config, now)?.refusal ?? null;
    return {
      id: encodeId('venue', config.id),
      name: config.name,
      centre: {
        id: encodeId('centre', config.centreId),
        name: config.centreName,
        phone: config.centrePhone,
        address: config.centreAddress,
      },
      capacity: config.capacity,
      facilities: [...config.facilities],
      intro: config.intro,
      unitMinutes: config.unitMinutes,
      status: config.status,
      policy: { ...config.policy },
      rules: rulesInWords(config.policy, config.unitMinutes, config.capacity),
      bookable: {
        allowed: refusal === null,
        refusal:
          refusal === null
            ? null
            : { code: refusal.code, message: refusal.message, rule: refusal.rule, next: refusal.next },
      },
      firstDay: today,
      lastDay: addDays(today, config.policy.earliestLeadDays),
      quota:
        person === null ? null : await this.quotaOf(sql, person, config.id, config.policy, weekOf(today)),
    };
  }

  /** The venue's configuration; NOT_FOUND without such a venue. */
  async require(sql: Sql, venueId: number): Promise<VenueConfig> {
    const config = (await this.configs.load(sql, [venueId])).get(venueId);
    if (config === undefined) throw new DomainError('NOT_FOUND');
    return config;
  }

  /** A venue's day, unit by unit. INVALID_INPUT for something that is not a day. */
  async day(publicId: string, date: string, caller: Caller | null): Promise<VenueDayView> {
    const venueId = decodeId('venue', publicId);
    const now = this.clock.now();
    requireDay(date, 'date', now);
    const row = await this.repository.findDay(this.database, venueId, date);
    const config = row === null ? undefined : (await this.configs.resolve(this.database, [row])).get(venueId);
    if (row === null || config === undefined) throw new DomainError('NOT_FOUND');
    const mine = caller === null ? new Set<number>() : await this.ownUnits(venueId, caller.personId, date);
    return {
      venueId: publicId,
      date,
      unitMinutes: config.unitMinutes,
      version: row.version,
      opening: openingOn(config, date),
      units: dayGrid(config, date, row.held, mine, now),
      closures: config.closures
        .filter((closure) => closure.endsAt > now && closedMinutes([closure], date).length > 0)
        .map((closure) => closureView(closure, config.name)),
      waitlistCount: row.waiting,
    };
  }

  /** How full each of the days is. */
  async days(publicId: string, query: DayStripQuery): Promise<DaySummaryListView> {
    const venueId = decodeId('venue', publicId);
    const now = this.clock.now();
    const from = query.from ?? shanghaiDay(now);
    requireDay(from, 'from', now);
    const config = await this.require(this.database, venueId);
    const dates = Array.from({ length: query.count }, (_, index) => addDays(from, index));
    const rows = await this.repository.findHeldDays(
      this.database,
      [venueId],
      from,
      addDays(from, query.count - 1),
    );
    const held = new Map(rows.map((row) => [row.day, row.held]));
    return {
      items: dates.map((date) => {
        const totals = dayTotals(config, date, held.get(date) ?? new Map(), now);
        return { date, ...totals, closed: totals.totalUnits === 0 };
      }),
    };
  }

  private async findPerson(sql: Sql, personId: number): Promise<Person | null> {
    return (await this.people.load(sql, [personId])).get(personId) ?? null;
  }

  private async ownUnits(venueId: number, personId: number, date: string): Promise<Set<number>> {
    const runs = await this.repository.findOwnRuns(
      this.database,
      venueId,
      personId,
      instantAt(date, 0),
      instantAt(date, 1440),
    );
    return new Set(
      runs.flatMap(({ startUnit, endUnit }) =>
        Array.from({ length: endUnit - startUnit }, (_, i) => startUnit + i),
      ),
    );
  }

  private async quotaOf(
    sql: Sql,
    person: Person,
    venueId: number,
    policy: VenuePolicy,
    week: string,
  ): Promise<QuotaView> {
    const { weeklyPerPerson, weeklyPerHousehold } = policy;
    const used = await this.repository.countQuota(sql, venueId, week, person.personId, person.householdId);
    return {
      person: weeklyPerPerson === null ? null : { used: used.person, limit: weeklyPerPerson },
      household:
        weeklyPerHousehold === null || person.householdId === null
          ? null
          : { used: used.household, limit: weeklyPerHousehold },
    };
  }
}

function requireDay(date: string, field: string, now: Date): void {
  const distance = isDay(date)
    ? Math.abs(instantAt(date, 0).getTime() - now.getTime()) / 86_400_000
    : Infinity;
  if (distance > GRID_DAYS) {
    throw new DomainError('INVALID_INPUT', { extra: { details: [{ field, message: '日期不对' }] } });
  }
}
