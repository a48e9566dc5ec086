import { Injectable } from '@nestjs/common';
import { addDays, shanghaiDay } from '@jiefang/shared/time';
import { Clock } from '../../common/clock/clock.js';
import { encodeId } from '../../common/ids/public-id.js';
import type { Sql } from '../../database/database.js';
import type { ClosureView, VenueCardView } from './centre.dto.js';
import { dayTotals, firstFreeStretch, isFreeNow, type FreeStretch, type HeldUnits } from './day-grid.js';
import { VenueConfigs, type VenueClosure, type VenueConfig } from './venue-config.js';
import { VenuesRepository } from './venues.repository.js';

/** How many days a card looks ahead for the next free stretch. */
const LOOK_AHEAD_DAYS = 7;

/** A venue with what is held in it today. */
export interface LiveVenue {
  config: VenueConfig;
  heldToday: HeldUnits;
}

/** Builds what lists show about venues as things stand now. */
@Injectable()
export class VenueCards {
  constructor(
    private readonly configs: VenueConfigs,
    private readonly repository: VenuesRepository,
    private readonly clock: Clock,
  ) {}

  /** The venues of these centres with today's held units: one query while the configurations are cached. */
  async liveVenues(sql: Sql, centreIds: readonly number[]): Promise<LiveVenue[]> {
    const rows = await this.repository.findOfCentres(sql, centreIds, shanghaiDay(this.clock.now()));
    const configs = await this.configs.resolve(sql, rows);
    return rows.flatMap(({ id, held }) => {
      const config = configs.get(id);
      return config === undefined ? [] : [{ config, heldToday: held }];
    });
  }

  /** Cards in the order given; one more query when a venue has nothing left today. */
  async cardsOf(sql: Sql, venues: readonly LiveVenue[]): Promise<VenueCardView[]> {
    const now = this.clock.now();
    const today = shanghaiDay(now);
    const next = new Map<number, FreeStretch | null>();
    for (const { config, heldToday } of venues)
      next.set(config.id, firstFreeStretch(config, today, heldToday, now));
    const full = venues.filter(
      ({ config }) => next.get(config.id) === null && config.policy.earliestLeadDays > 0,
    );
    for (const [id, stretch] of await this.lookAhead(sql, full, now)) next.set(id, stretch);
    return venues.map((venue) => cardOf(venue, next.get(venue.config.id) ?? null, now));
  }

  private async lookAhead(
    sql: Sql,
    venues: readonly LiveVenue[],
    now: Date,
  ): Promise<Map<number, FreeStretch>> {
    const found = new Map<number, FreeStretch>();
    const bookable = venues.filter(({ config }) => config.status === 'open').map(({ config }) => config);
    if (bookable.length === 0) return found;
    const today = shanghaiDay(now);
    const rows = await this.repository.findHeldDays(
      sql,
      bookable.map((config) => config.id),
      addDays(today, 1),
      addDays(today, LOOK_AHEAD_DAYS),
    );
    const held = new Map(rows.map((row) => [`${row.venueId}:${row.day}`, row.held]));
    for (const config of bookable) {
      const days = Math.min(LOOK_AHEAD_DAYS, config.policy.earliestLeadDays);
      for (let ahead = 1; ahead <= days && !found.has(config.id); ahead += 1) {
        const day = addDays(today, ahead);
        const stretch = firstFreeStretch(config, day, held.get(`${config.id}:${day}`) ?? new Map(), now);
        if (stretch !== null) found.set(config.id, stretch);
      }
    }
    return found;
  }
}

function cardOf({ config, heldToday }: LiveVenue, nextFree: FreeStretch | null, now: Date): VenueCardView {
  return {
    id: encodeId('venue', config.id),
    name: config.name,
    centre: { id: encodeId('centre', config.centreId), name: config.centreName },
    capacity: config.capacity,
    facilities: [...config.facilities],
    approval: config.policy.approval,
    freeNow: isFreeNow(config, heldToday, now),
    nextFree,
    freeUnitsToday: dayTotals(config, shanghaiDay(now), heldToday, now).freeUnits,
    status: config.status,
    eligibility: config.policy.audience,
  };
}

/** A closure as clients see it; `venueName` is needed when it closes one venue only. */
export function closureView(closure: VenueClosure, venueName: string): ClosureView {
  return {
    id: encodeId('closure', closure.id),
    venue: closure.venueId === null ? null : { id: encodeId('venue', closure.venueId), name: venueName },
    startsAt: closure.startsAt.toISOString(),
    endsAt: closure.endsAt.toISOString(),
    reason: closure.reason,
  };
}
