import { shanghaiDay } from '@jiefang/shared/time';
import type { FieldCipher } from '../common/crypto/field-cipher.js';
import type { Sql } from '../database/database.js';
import type { SeedVenue } from './centres.js';
import { DEMO_PEOPLE, XINQIAO, YANAN } from './people.js';
import type { Planner } from './planner.js';
import type { Resident } from './residents.js';
import type { Cast } from './stories.js';
import { writeBookings, type StaffOf } from './write-bookings.js';

/** Days of the past and of the future that the demo city has bookings for. */
export const PAST_DAYS = 60;
export const COMING_DAYS = 9;

/** Who acts for a division's centre in the demo. */
export function staffFinder(residents: readonly { id: number; openid: string }[]): StaffOf {
  const byOpenid = new Map(residents.map((resident) => [resident.openid, resident.id]));
  const of = (key: string): number => {
    const id = byOpenid.get(DEMO_PEOPLE.find((person) => person.key === key)?.openid ?? '');
    if (id === undefined) throw new Error(`the demo city lacks ${key}`);
    return id;
  };
  return (divisionCode) => {
    if (divisionCode.startsWith(YANAN)) return of('venue-manager');
    return of(divisionCode.startsWith(XINQIAO) ? 'neighbour-manager' : 'administrator');
  };
}

/** Takes row numbers for bookings, numbers them and writes them. */
export async function commitPlan(
  tx: Sql,
  planner: Planner,
  cipher: FieldCipher,
  staffOf: StaffOf,
): Promise<number> {
  const { bookings } = planner;
  if (bookings.length === 0) return 0;
  const { insertId } = await tx.execute(
    "UPDATE id_block SET next_id = LAST_INSERT_ID(next_id) + ? WHERE name = 'booking'",
    [bookings.length],
  );
  planner.number(insertId);
  await writeBookings(tx, bookings, cipher, staffOf);
  return bookings.length;
}

/** The people that the filler may book for: neighbours, not those whom a guest takes on. */
export function fillersOf(residents: readonly Resident[]): Resident[] {
  return residents.filter(
    (resident) => resident.openid.startsWith('demo-neighbour-') && /\d$/.test(resident.openid),
  );
}

/** Finds the people of the stories. */
export function castOf(residents: readonly Resident[], venues: readonly SeedVenue[], now: Date): Cast {
  const person = (openid: string): Resident => {
    const found = residents.find((resident) => resident.openid === openid);
    if (found === undefined) throw new Error(`the demo city lacks ${openid}`);
    return found;
  };
  const neighbours = fillersOf(residents).filter((resident) => resident.communityCode === YANAN);
  return {
    lin: person('demo-verified'),
    chen: person('demo-resident'),
    neighbours,
    venues,
    today: shanghaiDay(now),
    now,
  };
}
