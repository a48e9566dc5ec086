import type { DataSource } from 'typeorm';
import { fromJson, type Sql } from '../../database/database.js';
import type { NoticeKind, NoticePayloads } from '../../notices/notice-texts.js';
import { addDays, instantAt, shanghaiDay } from '@jiefang/shared/time';
import type { AuditAct } from '../audit-trail.js';
import { fillersOf } from '../city.js';
import type { PastNotice } from '../notices.js';
import { DEMO_PEOPLE, YANAN } from '../people.js';
import { Random } from '../random.js';
import type { Resident } from '../residents.js';
import { openBackstage } from './backstage.js';
import { canteenStory, gateStory, liftStory, wasteStory } from './past-stories.js';
import { HallPaths, type Hall } from './paths.js';
import { danceStory, libraryStory, parkingStory, shedStory, type HallGuests } from './present-stories.js';
import { HallTeller } from './teller.js';
import { HUANAN } from './texts.js';
import {
  basementStory,
  benchesStory,
  dogsStory,
  drainsStory,
  freshStories,
  lampsStory,
} from './waiting-stories.js';

/** What the halls need of the city around them. */
export interface HallsCity {
  dataSource: DataSource;
  /** The product's own: names on records are derived from it. */
  appSecret: string;
  residents: readonly Resident[];
  now: Date;
}

/** What came of it: how many topics there are, and what is written with everybody else's in the order of time. */
export interface ToldHalls {
  topics: number;
  notices: PastNotice[];
  audit: AuditAct[];
}

/** Notices older than so many days were read. */
const UNREAD_DAYS = 2;

/**
 * Fills the 议事厅 of the demo city: sixteen topics on every stretch of the path, each told by letting its people act
 * through the product's own services at their instants.
 */
export async function seedHalls(tx: Sql, city: HallsCity): Promise<ToldHalls> {
  const { residents, now } = city;
  const before = await lastRows(tx);
  const stage = await openBackstage(tx, city);
  try {
    const teller = new HallTeller(tx, stage, new Random(17), now);
    const guests = guestsOf(residents);
    const hallOf = (code: string, staff: number): Hall => ({
      neighbours: fillersOf(residents).filter((one) => one.communityCode === code),
      staff,
    });
    const yanan = new HallPaths(teller, hallOf(YANAN, guests.moderator));
    const huanan = new HallPaths(teller, hallOf(HUANAN, guests.street));
    await grantRoles(teller, yanan, guests.street);

    // In the order in which they were raised: lists go by row numbers.
    await gateStory(yanan);
    await canteenStory(huanan);
    await wasteStory(yanan);
    await liftStory(yanan);
    await parkingStory(yanan, guests);
    await danceStory(yanan, guests);
    await libraryStory(yanan);
    await shedStory(yanan, guests);
    await lampsStory(yanan);
    await basementStory(yanan);
    await benchesStory(yanan, guests);
    await drainsStory(yanan);
    await dogsStory(yanan, guests);
    await freshStories(yanan);
    stage.clock.set(now);
    await teller.passTime();
  } finally {
    await stage.close();
  }
  const [count] = await tx.query<{ n: number }>('SELECT COUNT(*) AS n FROM topic');
  return {
    topics: Number(count?.n),
    notices: await takeNotices(tx, before.outbox, now),
    audit: await takeAudit(tx, before.audit),
  };
}

/** The people of the stories whom a guest takes on. */
export function guestsOf(people: readonly Pick<Resident, 'id' | 'openid'>[]): HallGuests {
  const find = (key: string): number => {
    const openid = DEMO_PEOPLE.find((one) => one.key === key)?.openid;
    const found = people.find((one) => one.openid === openid);
    if (found === undefined) throw new Error(`the demo city lacks ${key}`);
    return found.id;
  };
  return { lin: find('verified'), moderator: find('moderator'), street: find('street-moderator') };
}

/** Who speaks for the owners, the property company and the residents. */
async function grantRoles(teller: HallTeller, { hall }: HallPaths, street: number): Promise<void> {
  teller.at(88, 10);
  const roles = [
    ['owners_committee', 4],
    ['property', 11],
    ['committee', 18],
    ['representative', 0],
    ['representative', 5],
    ['representative', 9],
    ['representative', 13],
  ] as const;
  for (const [role, index] of roles) {
    const one = hall.neighbours[index % hall.neighbours.length];
    if (one !== undefined) await teller.grantHallRole(street, YANAN, one.phone, role);
  }
}

export async function lastRows(tx: Sql): Promise<{ outbox: number; audit: number }> {
  const [row] = await tx.query<{ outbox: number | null; audit: number | null }>(
    'SELECT (SELECT MAX(id) FROM outbox) AS outbox, (SELECT MAX(id) FROM audit_entry) AS audit',
  );
  return { outbox: row?.outbox ?? 0, audit: row?.audit ?? 0 };
}

/** Takes what was queued out of the outbox: it was told long ago. What is due only later stays. */
export async function takeNotices(tx: Sql, after: number, now: Date): Promise<PastNotice[]> {
  const rows = await tx.query<{
    personId: number;
    kind: NoticeKind;
    dedupe: string;
    payload: unknown;
    dueAt: Date;
  }>(
    `SELECT person_id AS personId, kind, dedupe, payload, due_at AS dueAt FROM outbox
      WHERE id > ? AND due_at <= ? ORDER BY due_at, id`,
    [after, now],
  );
  await tx.execute('DELETE FROM outbox WHERE id > ? AND due_at <= ?', [after, now]);
  const fresh = instantAt(addDays(shanghaiDay(now), -UNREAD_DAYS), 0);
  return rows.map(({ personId, kind, dedupe, payload, dueAt }) => ({
    personId,
    kind,
    dedupe,
    payload: fromJson<NoticePayloads[NoticeKind]>(payload),
    at: dueAt,
    read: dueAt < fresh,
  }));
}

/** Takes what staff did out of the audit trail: it is written again among everything else, in the order of time. */
async function takeAudit(tx: Sql, after: number): Promise<AuditAct[]> {
  const rows = await tx.query<Omit<AuditAct, 'detail'> & { detail: unknown }>(
    `SELECT at, actor_id AS actorId, action, target_type AS targetType, target_id AS targetId,
            division_code AS divisionCode, detail FROM audit_entry WHERE id > ? ORDER BY id`,
    [after],
  );
  await tx.execute('DELETE FROM audit_entry WHERE id > ?', [after]);
  return rows.map((row) => ({ ...row, detail: fromJson<Record<string, unknown>>(row.detail) }));
}
