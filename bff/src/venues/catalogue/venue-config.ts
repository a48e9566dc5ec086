import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  DEFAULT_POLICY,
  type UnitMinutes,
  type VenuePolicy,
  type WeekdayHours,
} from '@jiefang/shared/venues';
import { Clock } from '../../common/clock/clock.js';
import { fromJson, type Sql } from '../../database/database.js';

export const VENUE_STATUSES = ['open', 'suspended'] as const;
export type VenueStatus = (typeof VENUE_STATUSES)[number];

/** A closure that had not ended when it was read; check its times against the clock at every use. */
export interface VenueClosure {
  id: number;
  /** Null when the whole centre is closed. */
  venueId: number | null;
  startsAt: Date;
  endsAt: Date;
  reason: string;
}

/** All that decides whether and when a venue can be booked. Shared between requests: never change one. */
export interface VenueConfig {
  readonly id: number;
  readonly centreId: number;
  /** The centre's division; residents below it are its community. */
  readonly divisionCode: string;
  readonly name: string;
  readonly centreName: string;
  readonly centreAddress: string;
  readonly centrePhone: string;
  readonly capacity: number;
  readonly facilities: readonly string[];
  readonly intro: string;
  readonly sortOrder: number;
  readonly unitMinutes: UnitMinutes;
  readonly status: VenueStatus;
  readonly policy: Readonly<VenuePolicy>;
  /** The venue's own hours, or the centre's when it has none. */
  readonly opening: readonly WeekdayHours[];
  readonly hasOwnOpening: boolean;
  /** An opaque stamp: equal stamps mean equal configuration. */
  readonly configVersion: number;
  /** Of the venue and of its whole centre, by start. */
  readonly closures: readonly VenueClosure[];
}

/** A venue's id with the stamp read in the caller's own query. */
export interface VenueStamp {
  id: number;
  configVersion: number;
}

interface ConfigRow {
  id: number;
  centreId: number;
  divisionCode: string;
  name: string;
  centreName: string;
  centreAddress: string;
  centrePhone: string;
  capacity: number;
  facilities: unknown;
  intro: string;
  sortOrder: number;
  unitMinutes: UnitMinutes;
  status: VenueStatus;
  policy: unknown;
  opening: unknown;
  hours: unknown;
  configVersion: number;
}

type ClosureRow = VenueClosure & { centreId: number };

const MAX_CACHED = 20_000;

/**
 * Venue configurations with an in-process cache. `venue.config_version` is read from the database at every load, so an
 * edit on another replica is seen by the next request; only what changed is read again.
 */
@Injectable()
export class VenueConfigs {
  private readonly cache = new Map<number, VenueConfig>();

  constructor(private readonly clock: Clock) {}

  /** Configurations by venue id; an id without a venue is left out. One small query while nothing changed. */
  async load(sql: Sql, venueIds: readonly number[]): Promise<Map<number, VenueConfig>> {
    if (venueIds.length === 0) return new Map();
    return this.resolve(
      sql,
      await sql.query<VenueStamp>('SELECT id, config_version AS configVersion FROM venue WHERE id IN (?)', [
        [...new Set(venueIds)],
      ]),
    );
  }

  /** The same for stamps that the caller has read already; no query while nothing changed. */
  async resolve(sql: Sql, stamps: readonly VenueStamp[]): Promise<Map<number, VenueConfig>> {
    const found = new Map<number, VenueConfig>();
    const stale: number[] = [];
    for (const { id, configVersion } of stamps) {
      const cached = this.cache.get(id);
      if (cached?.configVersion === configVersion) found.set(id, cached);
      else stale.push(id);
    }
    for (const config of stale.length === 0 ? [] : await this.read(sql, stale)) {
      found.set(config.id, config);
      this.remember(config);
    }
    return found;
  }

  /**
   * Makes every replica read these venues again; belongs into the transaction of every change to a venue, its policy,
   * hours or closures, after the change is written: what is loaded between touching and changing would be kept. The
   * stamp is random, not counted up: a counter's next value could be cached inside a transaction that is then rolled
   * back, and be given to another content later.
   */
  async touch(tx: Sql, venueIds: readonly number[]): Promise<void> {
    if (venueIds.length === 0) return;
    await tx.execute('UPDATE venue SET config_version = ? WHERE id IN (?)', [newStamp(), [...venueIds]]);
  }

  /** `touch` for all venues of a centre: its hours, name, address, phone or closures changed. */
  async touchCentre(tx: Sql, centreId: number): Promise<void> {
    await tx.execute('UPDATE venue SET config_version = ? WHERE centre_id = ?', [newStamp(), centreId]);
  }

  private async read(sql: Sql, venueIds: readonly number[]): Promise<VenueConfig[]> {
    const rows = await sql.query<ConfigRow>(
      `SELECT v.id, v.centre_id AS centreId, c.division_code AS divisionCode, v.name, c.name AS centreName,
              c.address AS centreAddress, c.phone AS centrePhone, v.capacity, v.facilities, v.intro,
              v.sort_order AS sortOrder, v.unit_minutes AS unitMinutes, v.status, v.policy, v.opening, c.hours,
              v.config_version AS configVersion
         FROM venue v JOIN centre c ON c.id = v.centre_id
        WHERE v.id IN (?)`,
      [venueIds],
    );
    if (rows.length === 0) return [];
    // Closures are read after the stamp: they can only be newer than it, and then the next load reads all again.
    const closures = await sql.query<ClosureRow>(
      `SELECT id, centre_id AS centreId, venue_id AS venueId, starts_at AS startsAt, ends_at AS endsAt, reason
         FROM closure WHERE centre_id IN (?) AND ends_at > ? AND ended_at IS NULL ORDER BY starts_at, id`,
      [[...new Set(rows.map((row) => row.centreId))], this.clock.now()],
    );
    return rows.map((row) => toConfig(row, closures));
  }

  private remember(config: VenueConfig): void {
    this.cache.delete(config.id);
    this.cache.set(config.id, config);
    if (this.cache.size <= MAX_CACHED) return;
    const oldest = this.cache.keys().next();
    if (!oldest.done) this.cache.delete(oldest.value);
  }
}

/** A value for `config_version` that was never used for this venue before, but by a chance of one in two billion. */
export function newStamp(): number {
  return randomInt(1, 2 ** 31 - 1);
}

function toConfig(row: ConfigRow, closures: readonly ClosureRow[]): VenueConfig {
  const { facilities, policy, opening, hours, ...plain } = row;
  return {
    ...plain,
    facilities: fromJson<string[]>(facilities),
    // A field that a later version adds to policies has its default in rows written before.
    policy: { ...DEFAULT_POLICY, ...fromJson<Partial<VenuePolicy>>(policy) },
    opening: fromJson<WeekdayHours[]>(opening ?? hours),
    hasOwnOpening: opening !== null,
    closures: closures
      .filter((c) => c.centreId === row.centreId && (c.venueId === null || c.venueId === row.id))
      .map(({ id, venueId, startsAt, endsAt, reason }) => ({ id, venueId, startsAt, endsAt, reason })),
  };
}
