import { ROLE_WORDS } from '@jiefang/shared/permissions';
import { addDays, shanghaiDay } from '@jiefang/shared/time';
import type { DataSource } from 'typeorm';
import { FieldCipher } from '../common/crypto/field-cipher.js';
import { Database, type Sql } from '../database/database.js';
import { writeAuditTrail } from './audit-trail.js';
import { seedCentres, type SeedVenue } from './centres.js';
import { castOf, COMING_DAYS, commitPlan, fillersOf, PAST_DAYS, staffFinder } from './city.js';
import { DayFiller } from './fill.js';
import { DEMO_BACKGROUNDS, DEMO_PEOPLE, YANAN } from './people.js';
import { Planner } from './planner.js';
import { Random } from './random.js';
import { seedResidents, type Resident } from './residents.js';
import { planStories } from './stories.js';
import { readResidents, topUp } from './top-up.js';
import { seedHalls } from './halls/seed.js';
import { topUpHalls } from './halls/top-up.js';
import type { PastNotice } from './notices.js';
import { seedVolunteering } from './volunteering/seed.js';
import { topUpVolunteering } from './volunteering/top-up.js';
import type { StaffOf } from './write-bookings.js';
import { writeStories } from './write-stories.js';

/**
 * Fills an empty installation with a living demo city around 西桥街道: centres, venues, residents, staff, two months of
 * bookings and the next ten days, volunteers with six weeks of tasks and the next two, topics of the 议事厅 at every
 * stage. On a later start it only keeps the coming days alive. One transaction: a start that is cut off leaves nothing.
 * Needs the divisions. `appSecret` must be the product's own, or phones and names stay unreadable.
 */
export async function seedDemo(
  dataSource: DataSource,
  log: (line: string) => void,
  options: { appSecret: string; now: Date },
): Promise<void> {
  const cipher = new FieldCipher(options.appSecret);
  const { now } = options;
  await new Database(dataSource).transaction(async (tx) => {
    // Two replicas that start at once take turns; the second finds the city built.
    await tx.query("SELECT next_id FROM id_block WHERE name = 'booking' FOR UPDATE");
    if (await isSeeded(tx)) {
      const added = await topUp(tx, cipher, now);
      if (added > 0) log(`演示城市添了 ${added} 个新预约`);
      const claims = await topUpVolunteering(tx, { appSecret: options.appSecret, now });
      if (claims > 0) log(`演示城市添了 ${claims} 个新认领`);
      const people = await readResidents(tx, cipher);
      const { appSecret } = options;
      const topics = await topUpHalls(tx, { dataSource, appSecret, residents: people, now });
      if (topics > 0) log(`演示城市添了 ${topics} 个新议题`);
      return;
    }
    log('建立演示城市：西桥街道和 12 个社区');
    const residents = await seedResidents(tx, cipher, now);
    const staffOf = staffFinder(residents);
    const venues = await seedCentres(tx, shanghaiDay(now), staffOf(YANAN), now);
    log(`演示城市：${residents.length} 位街坊，${venues.length} 个场地`);
    const { appSecret } = options;
    const { claims, notices } = await seedVolunteering(tx, { cipher, appSecret, residents, now });
    log(`演示城市：${claims} 次志愿认领`);
    const halls = await seedHalls(tx, { dataSource, appSecret, residents, now });
    log(`演示城市：${halls.topics} 个议题`);
    const told = [...notices, ...halls.notices];
    const count = await seedBookings(tx, { cipher, residents, venues, staffOf, notices: told, now });
    await writeAuditTrail(tx, now, halls.audit);
    log(`演示城市：${count} 个预约`);
  });
}

async function isSeeded(tx: Sql): Promise<boolean> {
  const rows = await tx.query("SELECT 1 FROM person WHERE openid = 'demo-neighbour-1'");
  return rows.length > 0;
}

async function seedBookings(
  tx: Sql,
  city: {
    cipher: FieldCipher;
    residents: Resident[];
    venues: SeedVenue[];
    staffOf: StaffOf;
    /** What the same people were told about other things; an inbox is written in the order of time. */
    notices: readonly PastNotice[];
    now: Date;
  },
): Promise<number> {
  const { cipher, residents, venues, staffOf, notices, now } = city;
  const today = shanghaiDay(now);
  const cast = castOf(residents, venues, now);
  const planner = new Planner();
  const stories = planStories(planner, cast);
  // Who is paused or tells a story does not book at random as well.
  const busy = new Set(stories.pauses.map(({ person }) => person.id));
  const free = fillersOf(residents).filter((resident) => !busy.has(resident.id));
  const filler = new DayFiller(planner, new Random(3), free, now);
  filler.fill(venues, addDays(today, -PAST_DAYS), addDays(today, COMING_DAYS));
  const count = await commitPlan(tx, planner, cipher, staffOf);
  await writeStories(tx, stories, { lin: cast.lin, staff: await staffOfCity(tx) }, notices, now);
  return count;
}

async function staffOfCity(tx: Sql): Promise<{ id: number; roleName: string; divisionName: string }[]> {
  const rows = await tx.query<{ id: number; openid: string; divisionName: string }>(
    `SELECT p.id, p.openid, d.short_name AS divisionName FROM role_grant g
       JOIN person p ON p.id = g.person_id JOIN division d ON d.code = g.division_code WHERE p.openid LIKE 'demo-%'`,
  );
  return rows.map(({ id, openid, divisionName }) => {
    const key = DEMO_PEOPLE.find((person) => person.openid === openid)?.key;
    const role = DEMO_BACKGROUNDS.find((background) => background.key === key)?.grant?.role;
    return { id, divisionName, roleName: role === undefined ? '' : ROLE_WORDS[role] };
  });
}
