import type { Sql } from '@jiefang/bff/database/database';
import { DEFAULT_POLICY, type VenuePolicy, type WeekdayHours } from '@jiefang/shared/venues';
import { nextSerial } from './people.js';

/** The community most tests play in, and its neighbour in the next street. */
export const COMMUNITY = '350602002002';
export const OTHER_STREET_COMMUNITY = '350602003001';

/** Open every day from 08:00 to 21:00. */
export const DAILY: WeekdayHours[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  ranges: [{ openMinute: 480, closeMinute: 1260 }],
}));

/** Inserts a centre open daily 08:00–21:00. Returns the row number. */
export async function buildCentre(
  sql: Sql,
  options: { divisionCode?: string; name?: string; hours?: WeekdayHours[]; tags?: string[] } = {},
): Promise<number> {
  const { insertId } = await sql.execute(
    `INSERT INTO centre (division_code, name, tags, address, intro, phone, latitude, longitude, services, hours)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      options.divisionCode ?? COMMUNITY,
      options.name ?? `党群服务中心${nextSerial()}`,
      JSON.stringify(options.tags ?? ['夜间开放']),
      '漳州市芗城区延安北路 1 号',
      '街坊们的客厅。',
      '0596-0000000',
      24.51,
      117.65,
      JSON.stringify([]),
      JSON.stringify(options.hours ?? DAILY),
    ],
  );
  return insertId;
}

/** Inserts a venue: anyone may book, instant, 30-minute units, no quota, no cleaning, unless the policy says otherwise. */
export async function buildVenue(
  sql: Sql,
  options: {
    centreId?: number;
    divisionCode?: string;
    name?: string;
    capacity?: number;
    unitMinutes?: 15 | 30;
    policy?: Partial<VenuePolicy>;
    opening?: WeekdayHours[];
    status?: 'open' | 'suspended';
  } = {},
): Promise<number> {
  const divisionCode = options.divisionCode ?? COMMUNITY;
  const centreId = options.centreId ?? (await buildCentre(sql, { divisionCode }));
  const policy: VenuePolicy = {
    ...DEFAULT_POLICY,
    audience: 'anyone',
    weeklyPerPerson: null,
    weeklyPerHousehold: null,
    cleaningMinutes: 0,
    ...options.policy,
  };
  const { insertId } = await sql.execute(
    `INSERT INTO venue (centre_id, division_code, name, capacity, facilities, unit_minutes, policy, opening, status)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      centreId,
      divisionCode,
      options.name ?? `会议室${nextSerial()}`,
      options.capacity ?? 30,
      JSON.stringify(['投影']),
      options.unitMinutes ?? 30,
      JSON.stringify(policy),
      options.opening === undefined ? null : JSON.stringify(options.opening),
      options.status ?? 'open',
    ],
  );
  await sql.execute('UPDATE centre SET venue_count = venue_count + 1 WHERE id = ?', [centreId]);
  return insertId;
}
