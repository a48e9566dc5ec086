import { addDays, daysBetween, DAY_MS, shanghaiDay } from '@jiefang/shared/time';
import type { Training } from '@jiefang/shared/volunteering';
import type { Sql } from '../../database/database.js';
import { HoursLedger } from '../../volunteering/hours/hours-ledger.js';
import { TasksRepository } from '../../volunteering/tasks/tasks.repository.js';
import type { TaskRow } from '../../volunteering/tasks/task-rows.js';
import { Random } from '../random.js';
import type { DemoVolunteer } from './cast.js';
import { ClaimPlanner } from './claims.js';
import { ShiftFiller } from './fill.js';
import { volunteerStaff } from './seed.js';
import { settlePastClaims } from './settle.js';
import {
  COMING_SHIFT_DAYS,
  daysOf,
  readShifts,
  shiftOn,
  TaskWriter,
  TEMPLATES,
  type DemoShift,
  type DemoTask,
} from './tasks.js';
import { VISITS } from './tasks-yanan.js';
import type { DemoTaskTemplate } from './template.js';
import { writeClaims } from './write-claims.js';

/**
 * Keeps volunteering alive on a later start: what demo people had claimed meanwhile was served, recurring tasks get the
 * shifts that have come into reach with claims, 林阿姨 has something before her. Returns how many claims were added.
 */
export async function topUpVolunteering(
  tx: Sql,
  { appSecret, now }: { appSecret: string; now: Date },
): Promise<number> {
  const people = await tx.query<{ id: number; openid: string }>(
    "SELECT id, openid FROM person WHERE openid LIKE 'demo-%'",
  );
  // Installed before there were volunteers.
  if (!people.some((person) => person.openid === 'demo-coordinator')) return 0;
  const staff = volunteerStaff(people);
  await settlePastClaims(tx, { ledger: new HoursLedger({ appSecret }), staffOf: staff.of, now });

  const writer = new TaskWriter(tx, [], staff.of);
  const added = await addShifts(tx, writer, now);
  const volunteers = await readVolunteers(tx, now);
  // Another sequence every day, or each start would repeat the one before.
  const planner = new ClaimPlanner(new Random(daysBetween('2026-01-01', shanghaiDay(now))), staff.of, now);
  const lin = volunteers.find((one) => one.openid === 'demo-verified');
  if (lin !== undefined && !lin.held.some((held) => held.startsAt > now)) planNextVisit(planner, lin, added);
  const free = volunteers.filter((one) => one !== lin && one.pauses.length === 0);
  const known = new Set(added.fresh);
  if (free.length > 0)
    new ShiftFiller(planner, free).fill(added.shifts.filter((shift) => known.has(shift.id)));
  await writeClaims(tx, planner);
  return planner.claims.length;
}

interface Added {
  /** Every shift of the recurring tasks that is not over. */
  shifts: DemoShift[];
  /** Row numbers of those that were added now. */
  fresh: number[];
}

async function addShifts(tx: Sql, writer: TaskWriter, now: Date): Promise<Added> {
  const today = shanghaiDay(now);
  const repository = new TasksRepository();
  const found = await tx.query<{ id: number; lastDay: string | null }>(
    `SELECT t.id, DATE(DATE_ADD(MAX(s.starts_at), INTERVAL 8 HOUR)) AS lastDay FROM task t JOIN shift s ON s.task_id = t.id
      WHERE t.status = 'published' AND t.urgency = 'ordinary' AND t.title IN (?)
        AND t.created_by IN (SELECT id FROM person WHERE openid LIKE 'demo-%') GROUP BY t.id`,
    [TEMPLATES.map((template) => template.title)],
  );
  const rows = await repository.findMany(
    tx,
    found.map((row) => row.id),
  );
  const tasks: DemoTask[] = [];
  const before = new Set<number>();
  for (const row of rows) {
    const template = TEMPLATES.find(
      (one) => one.title === row.title && one.divisionCode === row.divisionCode,
    );
    const lastDay = found.find((one) => one.id === row.id)?.lastDay ?? null;
    if (template === undefined || lastDay === null) continue;
    tasks.push(taskOf(row, template));
    for (const shift of await repository.findShifts(tx, [row.id])) before.add(shift.id);
    // The rhythm goes on from the last shift, wherever today falls.
    const rhythm =
      'every' in template.rhythm
        ? { every: template.rhythm.every, from: daysBetween(today, lastDay) }
        : template.rhythm;
    const next = addDays(lastDay, 1);
    const days = daysOf(
      rhythm,
      today,
      next > today ? next : addDays(today, 1),
      addDays(today, COMING_SHIFT_DAYS),
    );
    const shifts = days.map((day) => shiftOn(template, day));
    if (shifts.length > 0) await writer.addShifts(row.id, row.divisionCode, shifts, now);
  }
  const shifts = (await readShifts(tx, tasks)).filter(
    (shift) => shift.endsAt > now && shift.status === 'open',
  );
  return { shifts, fresh: shifts.map((shift) => shift.id).filter((id) => !before.has(id)) };
}

function taskOf(row: TaskRow, template: DemoTaskTemplate): DemoTask {
  const { id, version, divisionCode, title, placeName, requirements, riskNotice, releaseByMinutes, route } =
    row;
  return {
    id,
    version,
    divisionCode,
    title,
    placeName,
    requirements,
    hasRisk: riskNotice !== '',
    releaseByMinutes,
    route,
    popular: template.popular,
  };
}

function planNextVisit(planner: ClaimPlanner, lin: DemoVolunteer, { shifts }: Added): void {
  const next = shifts.find(
    (shift) =>
      shift.task.title === VISITS &&
      shift.startsAt.getTime() > planner.now.getTime() + DAY_MS / 2 &&
      shift.opensAt < planner.now &&
      shift.claimed < shift.capacity,
  );
  if (next !== undefined) planner.claim(next, lin, { status: 'claimed' });
}

/** Volunteers among the demo people, with what they hold from yesterday on. */
async function readVolunteers(tx: Sql, now: Date): Promise<DemoVolunteer[]> {
  const rows = await tx.query<Omit<DemoVolunteer, 'trainings' | 'pauses' | 'held' | 'emergencyOptIn'>>(
    `SELECT v.person_id AS personId, v.number, v.status, v.birth_day AS birthDay, v.unit_id AS unitId,
            v.community_code AS home, p.openid, p.nickname, p.nickname AS name,
            (SELECT r.community_code FROM residency r WHERE r.person_id = p.id AND r.status = 'approved' LIMIT 1) AS communityCode,
            (SELECT MAX(c.id) FROM consent c WHERE c.person_id = p.id AND c.purpose = 'track' AND c.withdrawn_at IS NULL)
              AS trackConsentId
       FROM volunteer v JOIN person p ON p.id = v.person_id WHERE p.openid LIKE 'demo-%' AND v.status = 'active'
      ORDER BY v.person_id`,
  );
  const trainings = await tx.query<{
    personId: number;
    training: Training;
    passedOn: string;
    expiresOn: string | null;
  }>(
    'SELECT person_id AS personId, training, passed_on AS passedOn, expires_on AS expiresOn FROM volunteer_training',
  );
  const pauses = await tx.query<{ personId: number; divisionCode: string; endsAt: Date }>(
    `SELECT person_id AS personId, division_code AS divisionCode, ends_at AS endsAt FROM volunteer_pause
      WHERE lifted_at IS NULL AND ends_at > ? ORDER BY ends_at`,
    [now],
  );
  const held = await tx.query<{ personId: number; shiftId: number; startsAt: Date; endsAt: Date }>(
    `SELECT person_id AS personId, shift_id AS shiftId, starts_at AS startsAt, ends_at AS endsAt FROM claim
      WHERE live = 1 AND starts_at > ?`,
    [new Date(now.getTime() - DAY_MS)],
  );
  const own = <T extends { personId: number }>(list: readonly T[], personId: number): T[] =>
    list.filter((one) => one.personId === personId);
  return rows.map((row) => ({
    ...row,
    emergencyOptIn: false,
    trainings: own(trainings, row.personId),
    pauses: own(pauses, row.personId),
    held: own(held, row.personId),
  }));
}
