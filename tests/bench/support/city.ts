import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { DEFAULT_POLICY, type VenuePolicy } from '@jiefang/shared/venues';
import type { DataSource } from 'typeorm';

/** Where every benched centre lies. */
export const STREET = '350602002';
const COMMUNITY = '350602002002';
const CHUNK = 2000;

/** Inserts rows in chunks; `values` are in the order of `columns`. */
export async function insertAll(
  dataSource: DataSource,
  table: string,
  columns: string,
  values: unknown[][],
): Promise<void> {
  for (let from = 0; from < values.length; from += CHUNK) {
    await dataSource.query(`INSERT INTO ${table} (${columns}) VALUES ?`, [values.slice(from, from + CHUNK)]);
  }
}

/** People with a bound phone, two to a household, all verified residents. Ids are 1…count. */
export async function buildResidents(dataSource: DataSource, count: number): Promise<void> {
  const at = new Date('2026-01-01T00:00:00Z');
  const ids = Array.from({ length: count }, (_, index) => index + 1);
  const hash = (id: number): Buffer => {
    const bytes = Buffer.alloc(32);
    bytes.writeUInt32BE(id, 28);
    return bytes;
  };
  await insertAll(
    dataSource,
    'person',
    'id, openid, nickname, phone_hash, phone_masked, created_at',
    ids.map((id) => [id, `bench-${id}`, `街坊${id}`, hash(id), '199****0000', at]),
  );
  const households = Array.from({ length: Math.ceil(count / 2) }, (_, index) => index + 1);
  await insertAll(
    dataSource,
    'household',
    'id, community_code, building, room',
    households.map((id) => [id, COMMUNITY, `${Math.ceil(id / 100)}幢`, String(id)]),
  );
  await insertAll(
    dataSource,
    'residency',
    'person_id, community_code, building, room, household_id, name_cipher, status, method, created_at',
    ids.map((id) => [
      id,
      COMMUNITY,
      '1幢',
      '1',
      Math.ceil(id / 2),
      Buffer.alloc(30),
      'approved',
      'roster',
      at,
    ]),
  );
}

/** Centres of one street open daily 08:00–21:00, each with `venues` venues. Ids count from 1. */
export async function buildCentres(
  dataSource: DataSource,
  centres: number,
  venues: number,
  policyOf: (venue: number) => Partial<VenuePolicy>,
): Promise<void> {
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    ranges: [{ openMinute: 480, closeMinute: 1260 }],
  }));
  const centreIds = Array.from({ length: centres }, (_, index) => index + 1);
  await insertAll(
    dataSource,
    'centre',
    'id, division_code, name, tags, address, phone, latitude, longitude, services, hours, venue_count',
    centreIds.map((id) => [
      id,
      COMMUNITY,
      `党群服务中心${id}`,
      JSON.stringify(['夜间开放']),
      `延安北路 ${id} 号`,
      '0596-0000000',
      24.4 + (id % 100) / 500,
      117.6 + Math.floor(id / 100) / 500,
      JSON.stringify([]),
      JSON.stringify(hours),
      venues,
    ]),
  );
  const venueIds = Array.from({ length: centres * venues }, (_, index) => index + 1);
  await insertAll(
    dataSource,
    'venue',
    'id, centre_id, division_code, name, capacity, facilities, unit_minutes, policy',
    venueIds.map((id) => [
      id,
      Math.ceil(id / venues),
      COMMUNITY,
      `会议室${id}`,
      40,
      JSON.stringify(['投影']),
      30,
      JSON.stringify({ ...DEFAULT_POLICY, ...policyOf(id) }),
    ]),
  );
}

/** The body of a booking request: half-hour units counted from midnight, `daysAhead` days from now in Shanghai. */
export function wish(venue: number, daysAhead: number, startUnit: number, endUnit: number) {
  const midnight =
    Math.floor((Date.now() + 8 * 3600_000) / 86_400_000) * 86_400_000 - 8 * 3600_000 + daysAhead * 86_400_000;
  return {
    venueId: encodeId('venue', venue),
    startsAt: new Date(midnight + startUnit * 1_800_000).toISOString(),
    endsAt: new Date(midnight + endUnit * 1_800_000).toISOString(),
    purpose: '合唱排练',
    attendees: 12,
  };
}

/** Numbers that look random and are the same in every run (a linear congruential generator). */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
