import { addDays, DAY_MS, instantAt, shanghaiDay } from '@jiefang/shared/time';
import { deriveKey, type FieldCipher } from '../../common/crypto/field-cipher.js';
import type { Sql } from '../../database/database.js';
import { CertificateCodes } from '../../volunteering/certificates/certificate-codes.js';
import { HoursLedger } from '../../volunteering/hours/hours-ledger.js';
import { WorkingCalendar } from '../../common/calendar/working-days.js';
import { TrackCipher } from '../../volunteering/patrols/track-chunks.js';
import type { PastNotice } from '../notices.js';
import { DEMO_PEOPLE, YANAN } from '../people.js';
import { Random } from '../random.js';
import type { Resident } from '../residents.js';
import { seedVolunteers, type VolunteerCast } from './cast.js';
import { CertificateWriter } from './certificates.js';
import { ClaimPlanner, dayBefore } from './claims.js';
import { ShiftFiller } from './fill.js';
import { planHours, writeHours } from './hours.js';
import { linsVolunteerNotices } from './notices.js';
import { writePatrols } from './patrols.js';
import { writeSpecialTasks } from './special-tasks.js';
import { correctHours, planVolunteerStories, writePause, type StoryStaff } from './stories.js';
import {
  COMING_SHIFT_DAYS,
  daysOf,
  PAST_SHIFT_DAYS,
  readShifts,
  shiftOn,
  TaskWriter,
  TEMPLATES,
  type DemoTask,
} from './tasks.js';
import { seedUnits } from './units.js';
import { writeClaims } from './write-claims.js';

/** Days ago on which the tasks were written. */
const TASKS_SINCE = 55;
const UNITS_SINCE = 89;

export interface VolunteeringCity {
  cipher: FieldCipher;
  /** The product's own: the ledger, tracks and certificates are proved and read with keys derived from it. */
  appSecret: string;
  residents: readonly Resident[];
  now: Date;
}

/** Who acts for a division's volunteers in the demo: the coordinator in 延安社区, elsewhere the street's administrator. */
export function volunteerStaff(people: readonly { id: number; openid: string }[]): StoryStaff & {
  of: (divisionCode: string) => number;
} {
  const find = (key: string): number => {
    const openid = DEMO_PEOPLE.find((person) => person.key === key)?.openid;
    const id = people.find((person) => person.openid === openid)?.id;
    if (id === undefined) throw new Error(`the demo city lacks ${key}`);
    return id;
  };
  const [coordinator, administrator] = [find('coordinator'), find('administrator')];
  return {
    coordinator,
    administrator,
    of: (divisionCode) => (divisionCode.startsWith(YANAN) ? coordinator : administrator),
  };
}

/**
 * Fills the demo city with volunteers, six weeks of tasks, claims, patrols and hours, and the next two weeks. Every
 * claim passes the product's own rules, every act of the ledger is written by the product's own writer. Returns how many
 * claims there are, and what the demo people were told.
 */
export async function seedVolunteering(
  tx: Sql,
  city: VolunteeringCity,
): Promise<{ claims: number; notices: PastNotice[] }> {
  const { cipher, appSecret, residents, now } = city;
  const today = shanghaiDay(now);
  const staff = volunteerStaff(residents);
  const random = new Random(11);
  const units = await seedUnits(tx, staff.administrator, instantAt(addDays(today, -UNITS_SINCE), 10 * 60));
  const cast = await seedVolunteers(tx, {
    cipher,
    residents,
    units,
    random,
    today,
    staffId: staff.administrator,
  });
  const writer = new TaskWriter(tx, units, staff.of);
  const tasks = await writeTasks(writer, today);
  const shifts = await readShifts(tx, tasks);

  const planner = new ClaimPlanner(random, staff.of, now);
  const calendar = await new WorkingCalendar().load(tx);
  const stories = planVolunteerStories(planner, cast, { shifts, calendar, staff });
  const free = cast.all.filter((one) => ![cast.lin, cast.paused].includes(one));
  const call = await writeSpecialTasks(tx, writer, planner, free);
  new ShiftFiller(planner, free).fill(shifts);
  await writeClaims(tx, planner);
  await writePause(tx, stories);
  const track = new TrackCipher(deriveKey(appSecret, 'track'));
  await writePatrols(tx, planner.claims, { cipher: track, random });

  const hours = await planHours(tx, planner.claims, now);
  await correctHours(tx, hours, stories, { cast, staff, now });
  await writeHours(tx, new HoursLedger({ appSecret }), hours);
  const certificate = await writeCertificates(tx, city, cast, staff);
  const notices = linsVolunteerNotices(cast.lin, {
    claims: stories.lins,
    hours,
    certificate,
    call: call === null ? null : { ...call, divisionName: '延安社区' },
    now,
  });
  return { claims: planner.claims.length, notices };
}

/** The recurring tasks with the shifts of the past and coming weeks. */
async function writeTasks(writer: TaskWriter, today: string): Promise<DemoTask[]> {
  const at = instantAt(addDays(today, -TASKS_SINCE), 15 * 60);
  const [first, last] = [addDays(today, -PAST_SHIFT_DAYS), addDays(today, COMING_SHIFT_DAYS)];
  const tasks: DemoTask[] = [];
  for (const template of TEMPLATES) {
    const shifts = daysOf(template.rhythm, today, first, last).map((day) => shiftOn(template, day));
    const task = await writer.draft(template, shifts, at);
    await writer.publish(task, at);
    tasks.push(task);
  }
  return tasks;
}

/** 林阿姨 has a certificate, one neighbour waits for theirs, another's was revoked. Returns hers. */
async function writeCertificates(
  tx: Sql,
  { cipher, appSecret, now }: VolunteeringCity,
  { lin, applicant, revoked }: VolunteerCast,
  staff: StoryStaff,
): Promise<{ id: number; number: string; at: Date } | null> {
  const writer = new CertificateWriter(tx, cipher, new CertificateCodes({ appSecret }));
  const ago = (days: number, hour: number): Date =>
    dayBefore(new Date(now.getTime() - (days - 1) * DAY_MS), hour);
  const signed = { by: staff.coordinator, responsible: '郑国平', handler: '小蔡' };
  const wrong = await writer.issue(
    { volunteer: revoked, purpose: '求职', requestedAt: ago(12, 20) },
    { ...signed, at: ago(11, 10) },
  );
  if (wrong !== null) {
    const reason = '开具时的证件号码填错了，重新申请后再开';
    await writer.revoke(wrong.id, reason, staff.administrator, ago(5, 11));
  }
  const at = ago(1, 15);
  const issued = await writer.issue(
    { volunteer: lin, purpose: '参加街道先进志愿者评选', requestedAt: ago(2, 19) },
    { ...signed, at },
  );
  await writer.request({ volunteer: applicant, purpose: '单位年度评优', requestedAt: ago(1, 21) });
  return issued === null ? null : { ...issued, at };
}
