import { instantAt, addDays, DAY_MS } from '@jiefang/shared/time';
import type { MinuteRange, VenuePolicy, WeekdayHours } from '@jiefang/shared/venues';
import type { Sql } from '../database/database.js';
import { spell } from '../divisions/spelling.js';
import { insertRows } from './insert.js';
import { DEMO_CENTRES, DEMO_CLOSURES } from './places.js';
import { VENUE_KINDS, type VenueKindName } from './venue-kinds.js';

/** A venue of the demo city as the bookings need it. */
export interface SeedVenue {
  id: number;
  centreId: number;
  centreName: string;
  divisionCode: string;
  name: string;
  capacity: number;
  unitMinutes: number;
  policy: VenuePolicy;
  hours: WeekdayHours[];
  purposes: readonly string[];
  busy: number;
  /** Minutes of days that a closure takes; the key is 'YYYY-MM-DD'. */
  closed: Map<string, MinuteRange[]>;
}

/** Writes centres, venues and closures; returns the venues. `staffId` made the closures. */
export async function seedCentres(tx: Sql, today: string, staffId: number, now: Date): Promise<SeedVenue[]> {
  const venues: SeedVenue[] = [];
  for (const centre of DEMO_CENTRES) {
    const { pinyin, initials } = spell(centre.name);
    const { insertId: centreId } = await tx.execute(
      `INSERT INTO centre (division_code, name, pinyin, initials, tags, address, intro, phone, latitude, longitude,
         services, hours, venue_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        centre.divisionCode,
        centre.name,
        pinyin,
        initials,
        JSON.stringify(centre.tags),
        centre.address,
        centre.intro,
        centre.phone,
        centre.latitude,
        centre.longitude,
        JSON.stringify(centre.services),
        JSON.stringify(centre.hours),
        centre.venues.length,
      ],
    );
    const base = {
      centreId,
      centreName: centre.name,
      divisionCode: centre.divisionCode,
      hours: centre.hours,
    };
    for (const [index, kindName] of centre.venues.entries()) {
      venues.push({ ...base, ...(await insertVenue(tx, base, kindName, index)), closed: new Map() });
    }
  }
  await seedClosures(tx, venues, today, staffId, now);
  return venues;
}

/** The venues that were written before, for a later start. */
export async function readSeedVenues(tx: Sql): Promise<SeedVenue[]> {
  const rows = await tx.query<{
    id: number;
    centreId: number;
    centreName: string;
    name: string;
    divisionCode: string;
  }>(
    `SELECT v.id, v.centre_id AS centreId, c.name AS centreName, v.name, v.division_code AS divisionCode
       FROM venue v JOIN centre c ON c.id = v.centre_id WHERE c.name IN (?) AND v.status = 'open' ORDER BY v.id`,
    [DEMO_CENTRES.map((centre) => centre.name)],
  );
  const closures = await tx.query<{ centreId: number; venueId: number | null; startsAt: Date; endsAt: Date }>(
    `SELECT centre_id AS centreId, venue_id AS venueId, starts_at AS startsAt, ends_at AS endsAt FROM closure
      WHERE ended_at IS NULL`,
  );
  const byName = new Map(Object.values(VENUE_KINDS).map((kind) => [kind.name, kind]));
  return rows.flatMap((row) => {
    const kind = byName.get(row.name);
    const centre = DEMO_CENTRES.find((each) => each.name === row.centreName);
    if (kind === undefined || centre === undefined) return [];
    const venue: SeedVenue = { ...kind, ...row, hours: centre.hours, closed: new Map() };
    for (const closure of closures) {
      if (closure.centreId !== row.centreId || (closure.venueId !== null && closure.venueId !== row.id))
        continue;
      markClosed(venue, closure.startsAt, closure.endsAt);
    }
    return [venue];
  });
}

async function insertVenue(
  tx: Sql,
  centre: { centreId: number; divisionCode: string },
  kindName: VenueKindName,
  index: number,
) {
  const kind = VENUE_KINDS[kindName];
  const { insertId } = await tx.execute(
    `INSERT INTO venue (centre_id, division_code, name, capacity, facilities, intro, unit_minutes, policy, sort_order)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      centre.centreId,
      centre.divisionCode,
      kind.name,
      kind.capacity,
      JSON.stringify(kind.facilities),
      kind.intro,
      kind.unitMinutes,
      JSON.stringify(kind.policy),
      index,
    ],
  );
  return { ...kind, id: insertId };
}

async function seedClosures(
  tx: Sql,
  venues: readonly SeedVenue[],
  today: string,
  staffId: number,
  now: Date,
) {
  const rows = DEMO_CLOSURES.map((closure) => {
    const day = addDays(today, closure.day);
    const startsAt = instantAt(day, closure.from);
    const endsAt = instantAt(day, closure.to);
    const touched = venues.filter(
      (v) => v.centreName === closure.centre && (closure.venue === null || v.name === closure.venue),
    );
    const [first] = touched;
    if (first === undefined) throw new Error(`no venue for the closure at ${closure.centre}`);
    for (const venue of touched) markClosed(venue, startsAt, endsAt);
    const created = new Date(Math.min(now.getTime() - DAY_MS, startsAt.getTime() - DAY_MS));
    return [
      first.centreId,
      closure.venue === null ? null : first.id,
      startsAt,
      endsAt,
      closure.reason,
      staffId,
      created,
    ];
  });
  const columns = ['centre_id', 'venue_id', 'starts_at', 'ends_at', 'reason', 'created_by', 'created_at'];
  await insertRows(tx, 'closure', columns, rows);
}

/** Closures of the demo stay within one Shanghai day; one that staff made longer closes each of its days wholly. */
function markClosed(venue: SeedVenue, startsAt: Date, endsAt: Date): void {
  for (let time = startsAt.getTime(); time < endsAt.getTime(); time += DAY_MS) {
    const day = new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);
    const from = Math.max(0, (startsAt.getTime() - instantAt(day, 0).getTime()) / 60_000);
    const to = Math.min(1440, (endsAt.getTime() - instantAt(day, 0).getTime()) / 60_000);
    const within = endsAt.getTime() - startsAt.getTime() <= DAY_MS;
    const range = within ? { openMinute: from, closeMinute: to } : { openMinute: 0, closeMinute: 1440 };
    venue.closed.set(day, [...(venue.closed.get(day) ?? []), range]);
  }
}
