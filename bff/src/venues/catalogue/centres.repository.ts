import { Injectable } from '@nestjs/common';
import type { WeekdayHours } from '@jiefang/shared/venues';
import { fromJson, type Sql } from '../../database/database.js';
import type { VenueClosure } from './venue-config.js';

/** Something a centre offers beside its venues; hours in words. */
export interface CentreService {
  name: string;
  description: string;
  hours: string;
}

/** A centre as it is stored; coordinates are GCJ-02 degrees. */
export interface CentreRow {
  id: number;
  divisionCode: string;
  name: string;
  tags: string[];
  address: string;
  intro: string;
  phone: string;
  latitude: number;
  longitude: number;
  services: CentreService[];
  hours: WeekdayHours[];
  venueCount: number;
  version: number;
}

/** A listed centre with the value it is ordered by: metres, or how far above the asked community it stands, or 0. */
export type ListedCentre = CentreRow & { rank: number };

/** What to list; everything given must hold. */
export interface CentreFilter {
  /** The centres below this division and those of its ancestors. */
  community: { code: string; ancestors: readonly string[] } | null;
  /** Nearest first; without a name to search for, only within `radiusMetres`. */
  near: { latitude: number; longitude: number; radiusMetres: number } | null;
  q: string | null;
  tag: string | null;
}

const COLUMNS = `c.id, c.division_code AS divisionCode, c.name, c.tags, c.address, c.intro, c.phone,
  c.latitude, c.longitude, c.services, c.hours, c.venue_count AS venueCount, c.version`;

const EARTH_METRES = 6_371_008.8;
const METRES_PER_DEGREE = 111_195;

/** SQL over centres and their closures. */
@Injectable()
export class CentresRepository {
  async findById(sql: Sql, id: number): Promise<CentreRow | null> {
    const [row] = await sql.query<StoredCentre>(`SELECT ${COLUMNS} FROM centre c WHERE c.id = ?`, [id]);
    return row === undefined ? null : toCentre(row);
  }

  /** A page of centres after the key (rank, id), one row more than `limit` when there are more. */
  async findPage(
    sql: Sql,
    filter: CentreFilter,
    after: { rank: number; id: number } | null,
    limit: number,
  ): Promise<ListedCentre[]> {
    const { rank, where, values } = conditionsOf(filter);
    const cursor = after === null ? '' : 'HAVING (sort > ? OR (sort = ? AND id > ?))';
    // Only keys are sorted; the long columns are read for the page alone.
    const rows = await sql.query<StoredCentre & { rank: number }>(
      `SELECT ${COLUMNS}, k.sort AS \`rank\`
         FROM (SELECT id, ${rank.sql} AS sort FROM centre WHERE ${where} ${cursor} ORDER BY sort, id LIMIT ?) k
         JOIN centre c ON c.id = k.id
        ORDER BY k.sort, c.id`,
      [...rank.values, ...values, ...(after === null ? [] : [after.rank, after.rank, after.id]), limit + 1],
    );
    return rows.map((row) => ({ ...toCentre(row), rank: Number(row.rank) }));
  }

  /** Closures of whole centres that touch [from, to), in no order. */
  async findCentreClosures(
    sql: Sql,
    centreIds: readonly number[],
    from: Date,
    to: Date,
  ): Promise<{ centreId: number; startsAt: Date; endsAt: Date }[]> {
    if (centreIds.length === 0) return [];
    return sql.query(
      `SELECT centre_id AS centreId, starts_at AS startsAt, ends_at AS endsAt FROM closure
        WHERE centre_id IN (?) AND ends_at > ? AND starts_at < ? AND venue_id IS NULL AND ended_at IS NULL`,
      [centreIds, from, to],
    );
  }

  /** Closures of a centre or its venues that are not over, by start. */
  async findComingClosures(sql: Sql, centreId: number, now: Date): Promise<VenueClosure[]> {
    return sql.query<VenueClosure>(
      `SELECT id, venue_id AS venueId, starts_at AS startsAt, ends_at AS endsAt, reason FROM closure
        WHERE centre_id = ? AND ends_at > ? AND ended_at IS NULL ORDER BY starts_at, id`,
      [centreId, now],
    );
  }
}

type StoredCentre = Omit<CentreRow, 'tags' | 'services' | 'hours' | 'latitude' | 'longitude'> & {
  tags: unknown;
  services: unknown;
  hours: unknown;
  latitude: string;
  longitude: string;
};

function toCentre(row: StoredCentre): CentreRow {
  return {
    ...row,
    tags: fromJson<string[]>(row.tags),
    services: fromJson<CentreService[]>(row.services),
    hours: fromJson<WeekdayHours[]>(row.hours),
    latitude: Number(row.latitude),
    longitude: Number(row.longitude),
  };
}

interface Fragment {
  sql: string;
  values: unknown[];
}

function conditionsOf({ community, near, q, tag }: CentreFilter): {
  rank: Fragment;
  where: string;
  values: unknown[];
} {
  const parts: Fragment[] = [{ sql: '1 = 1', values: [] }];
  if (community !== null) {
    const above = community.ancestors.length === 0 ? '' : ' OR division_code IN (?)';
    parts.push({
      sql: `(division_code LIKE ?${above})`,
      values: [`${community.code}%`, ...(above === '' ? [] : [community.ancestors])],
    });
  }
  if (q !== null) {
    const spelled = /^[a-z0-9]+$/i.test(q);
    parts.push({
      sql: spelled ? '(name LIKE ? OR pinyin LIKE ? OR initials LIKE ?)' : 'name LIKE ?',
      values: spelled ? [contains(q), contains(q.toLowerCase()), contains(q.toLowerCase())] : [contains(q)],
    });
  }
  if (tag !== null) parts.push({ sql: 'JSON_CONTAINS(tags, JSON_QUOTE(?))', values: [tag] });
  if (near !== null && q === null) parts.push(boxAround(near));
  return {
    rank: near !== null ? distanceFrom(near) : nearnessTo(community),
    where: parts.map((part) => part.sql).join(' AND '),
    values: parts.flatMap((part) => part.values),
  };
}

/** 0 for centres within the asked division, then the nearest ancestor's first. */
function nearnessTo(community: CentreFilter['community']): Fragment {
  if (community === null) return { sql: '0', values: [] };
  return { sql: 'GREATEST(0, ? - CHAR_LENGTH(division_code))', values: [community.code.length] };
}

/** Great-circle distance in whole metres, so that it can be a paging key. */
function distanceFrom(near: { latitude: number; longitude: number }): Fragment {
  return {
    sql: `ROUND(${2 * EARTH_METRES} * ASIN(SQRT(LEAST(1,
      POW(SIN(RADIANS(latitude - ?) / 2), 2) +
      COS(RADIANS(?)) * COS(RADIANS(latitude)) * POW(SIN(RADIANS(longitude - ?) / 2), 2)))))`,
    values: [near.latitude, near.latitude, near.longitude],
  };
}

/** A box of degrees that holds the circle: the index cuts by latitude before distances are computed. */
function boxAround(near: { latitude: number; longitude: number; radiusMetres: number }): Fragment {
  const high = near.radiusMetres / METRES_PER_DEGREE;
  const wide = high / Math.max(0.01, Math.cos((near.latitude * Math.PI) / 180));
  return {
    sql: 'latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?',
    values: [near.latitude - high, near.latitude + high, near.longitude - wide, near.longitude + wide],
  };
}

function contains(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
