import { FieldCipher } from '@jiefang/bff/common/crypto/field-cipher';
import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import type { Sql } from '@jiefang/bff/database/database';
import { ClaimClock } from '@jiefang/bff/volunteering/claims/claim-clock';
import { HOLDING_CLAIMS, type ClaimStatus, type TaskRequirements } from '@jiefang/shared/volunteering';
import type { TestApp } from '../support/app.js';
import { TEST_SECRET } from '../support/app.js';
import { buildPerson, nextSerial } from './people.js';
import { COMMUNITY } from './venues.js';

const cipher = new FieldCipher(TEST_SECRET);
const LONG_AGO = new Date('2026-01-03T00:00:00Z');

/** Where every built task is, in GCJ-02, unless it says otherwise. */
export const PLACE = { latitude: 24.51, longitude: 117.65 };

/** Asks for nothing. */
export const NO_REQUIREMENTS: TaskRequirements = {
  minAge: 15,
  maxAge: null,
  trainings: [],
  unitIds: [],
  residentsOnly: false,
};

/** Inserts a volunteer (born 1990, active, of the community), with a person of their own unless one is given. */
export async function buildVolunteer(
  sql: Sql,
  options: {
    personId?: number;
    name?: string;
    idNumber?: string | null;
    birthDay?: string;
    status?: 'awaiting_guardian' | 'active' | 'left';
    communityCode?: string;
    unitId?: number | null;
    emergencyOptIn?: boolean;
  } = {},
): Promise<number> {
  const personId = options.personId ?? (await buildPerson(sql));
  const idNumber = options.idNumber ?? null;
  await sql.execute(
    `INSERT INTO volunteer (person_id, number, status, name_cipher, id_number_cipher, birth_day, community_code, unit_id,
       skills, pledge_version, pledged_at, emergency_opt_in, updated_at) VALUES (?)`,
    [
      [
        personId,
        `350602${String(nextSerial()).padStart(6, '0')}`,
        options.status ?? 'active',
        cipher.encrypt(options.name ?? '林小明'),
        idNumber === null ? null : cipher.encrypt(idNumber),
        options.birthDay ?? '1990-05-01',
        options.communityCode ?? COMMUNITY,
        options.unitId ?? null,
        JSON.stringify([]),
        1,
        LONG_AGO,
        options.emergencyOptIn === true ? 1 : 0,
        LONG_AGO,
      ],
    ],
  );
  return personId;
}

/** Inserts a unit. Returns the row number. */
export async function buildUnit(
  sql: Sql,
  name = `单位${nextSerial()}`,
  divisionCode = COMMUNITY,
): Promise<number> {
  const { insertId } = await sql.execute(
    'INSERT INTO unit (division_code, name, kind, created_at) VALUES (?, ?, ?, ?)',
    [divisionCode, name, 'enterprise', LONG_AGO],
  );
  return insertId;
}

/** Records a passed training of a volunteer. */
export async function buildTraining(
  sql: Sql,
  personId: number,
  training: string,
  expiresOn: string | null = null,
): Promise<void> {
  await sql.execute(
    'INSERT INTO volunteer_training (person_id, training, passed_on, expires_on, recorded_by, recorded_at) VALUES (?)',
    [[personId, training, '2026-01-10', expiresOn, personId, LONG_AGO]],
  );
}

/** Inserts a published duty post of the community that asks for nothing, unless told otherwise. Returns the row number. */
export async function buildTask(
  sql: Sql,
  options: {
    divisionCode?: string;
    kind?: string;
    urgency?: 'ordinary' | 'emergency';
    title?: string;
    status?: 'draft' | 'published' | 'cancelled';
    latitude?: number;
    longitude?: number;
    geofenceMetres?: number;
    route?: object | null;
    requirements?: Partial<TaskRequirements>;
    riskNotice?: string;
    insured?: boolean;
    releaseByMinutes?: number;
    checkInOpensMinutes?: number;
    createdBy?: number | null;
  } = {},
): Promise<number> {
  const status = options.status ?? 'published';
  const { insertId } = await sql.execute(
    `INSERT INTO task (division_code, kind, urgency, title, intro, place_name, address, latitude, longitude,
       geofence_metres, route, requirements, risk_notice, insured, gather_note, contact_name, contact_phone,
       release_by_minutes, check_in_opens_minutes, status, created_by, created_at, updated_at, published_at) VALUES (?)`,
    [
      [
        options.divisionCode ?? COMMUNITY,
        options.kind ?? 'duty_post',
        options.urgency ?? 'ordinary',
        options.title ?? `值守${nextSerial()}`,
        '在路口帮助过马路的老人。',
        '延安北路口',
        '漳州市芗城区延安北路 1 号',
        options.latitude ?? PLACE.latitude,
        options.longitude ?? PLACE.longitude,
        options.geofenceMetres ?? 200,
        options.route === undefined || options.route === null ? null : JSON.stringify(options.route),
        JSON.stringify({ ...NO_REQUIREMENTS, ...options.requirements }),
        options.riskNotice ?? '',
        options.insured === true ? 1 : 0,
        '在岗亭集合',
        '陈协调',
        '0596-2020001',
        options.releaseByMinutes ?? 120,
        options.checkInOpensMinutes ?? 30,
        status,
        options.createdBy ?? null,
        LONG_AGO,
        LONG_AGO,
        status === 'draft' ? null : LONG_AGO,
      ],
    ],
  );
  return insertId;
}

/**
 * Inserts a shift: Tuesday 2026-11-24 09:00–11:00 in Shanghai unless told, claims open since long ago until the start,
 * five places. Returns the row number.
 */
export async function buildShift(
  sql: Sql,
  options: {
    taskId: number;
    divisionCode?: string;
    startsAt?: string | Date;
    endsAt?: string | Date;
    opensAt?: string | Date;
    closesAt?: string | Date;
    capacity?: number;
    status?: 'open' | 'cancelled';
  },
): Promise<number> {
  const startsAt = new Date(options.startsAt ?? '2026-11-24T01:00:00Z');
  const endsAt = new Date(options.endsAt ?? startsAt.getTime() + 2 * 3_600_000);
  const { insertId } = await sql.execute(
    `INSERT INTO shift (task_id, division_code, starts_at, ends_at, opens_at, closes_at, capacity, status, updated_at)
     SELECT id, division_code, ?, ?, ?, ?, ?, ?, ? FROM task WHERE id = ?`,
    [
      startsAt,
      endsAt,
      new Date(options.opensAt ?? LONG_AGO),
      new Date(options.closesAt ?? startsAt),
      options.capacity ?? 5,
      options.status ?? 'open',
      LONG_AGO,
      options.taskId,
    ],
  );
  return insertId;
}

let lastClaimId = 5_000_000;

/** Inserts a claim of a shift and counts it there, as the product would. Returns the row number. */
export async function buildClaim(
  sql: Sql,
  options: {
    shiftId: number;
    personId: number;
    status?: ClaimStatus;
    checkedInAt?: string | Date | null;
    checkInMethod?: 'location' | 'qr' | 'staff';
    finishedAt?: string | Date | null;
    verifiedMinutes?: number | null;
    verifiedBy?: number | null;
    note?: string | null;
    createdAt?: string | Date;
  },
): Promise<number> {
  lastClaimId += 1;
  const status = options.status ?? 'claimed';
  const at = new Date(options.createdAt ?? '2026-11-20T00:00:00Z');
  const begun = status !== 'claimed' && !['released', 'abandoned', 'no_show'].includes(status);
  const ended = begun && status !== 'in_progress';
  const [shift] = await sql.query<{ startsAt: Date; endsAt: Date }>(
    'SELECT starts_at AS startsAt, ends_at AS endsAt FROM shift WHERE id = ?',
    [options.shiftId],
  );
  if (shift === undefined) throw new Error(`no shift ${options.shiftId}`);
  const checkedInAt = options.checkedInAt ?? (begun ? shift.startsAt : null);
  const finishedAt = options.finishedAt ?? (ended ? shift.endsAt : null);
  await sql.execute(
    `INSERT INTO claim (id, shift_id, task_id, division_code, person_id, starts_at, ends_at, channel, status, created_at,
       updated_at, checked_in_at, check_in_method, finished_at, submitted_at, note, verified_minutes, verified_by, verified_at)
     SELECT ?, id, task_id, division_code, ?, starts_at, ends_at, 'app', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
       FROM shift WHERE id = ?`,
    [
      lastClaimId,
      options.personId,
      status,
      at,
      at,
      checkedInAt === null ? null : new Date(checkedInAt),
      checkedInAt === null ? null : (options.checkInMethod ?? 'location'),
      finishedAt === null ? null : new Date(finishedAt),
      finishedAt === null ? null : new Date(finishedAt),
      options.note ?? null,
      options.verifiedMinutes ?? null,
      options.verifiedBy ?? null,
      status === 'verified' ? new Date(finishedAt ?? at) : null,
      options.shiftId,
    ],
  );
  if ((HOLDING_CLAIMS as readonly ClaimStatus[]).includes(status))
    await sql.execute('UPDATE shift SET claimed = claimed + 1 WHERE id = ?', [options.shiftId]);
  return lastClaimId;
}

/** A task with one shift. */
export async function buildPost(
  sql: Sql,
  task: Parameters<typeof buildTask>[1] = {},
  shift: Omit<Parameters<typeof buildShift>[1], 'taskId'> = {},
): Promise<{ task: number; shift: number }> {
  const taskId = await buildTask(sql, task);
  return { task: taskId, shift: await buildShift(sql, { ...shift, taskId }) };
}

/** Claims through the API. Returns the claim's public id. */
export async function claim(
  app: TestApp,
  person: number,
  shift: number,
  change: { riskAccepted?: boolean } = {},
): Promise<string> {
  const answer = await app.as(person).post('/claims', { shiftId: encodeId('shift', shift), ...change });
  if (answer.status !== 201) throw new Error(`not claimed: ${answer.status} ${answer.text}`);
  return (answer.body as { id: string }).id;
}

/** Joins the queue of a full shift through the API. Returns the wait's public id. */
export async function waitFor(app: TestApp, person: number, shift: number): Promise<string> {
  const answer = await app.as(person).post(`/shifts/${encodeId('shift', shift)}/wait`);
  if (answer.status !== 201) throw new Error(`not waiting: ${answer.status} ${answer.text}`);
  return (answer.body as { id: string }).id;
}

/** Lets time do to claims what is due at the application's clock. */
export function runClaimClock(app: TestApp): Promise<void> {
  return app.app.get(ClaimClock).run();
}

/** Counters of a shift. */
export async function placesOf(sql: Sql, shift: number): Promise<{ claimed: number; waiting: number }> {
  const [row] = await sql.query<{ claimed: number; waiting: number }>(
    'SELECT claimed, waiting FROM shift WHERE id = ?',
    [shift],
  );
  if (row === undefined) throw new Error(`no shift ${shift}`);
  return row;
}

/** Where a claim stands, by its public id. */
export async function claimStatus(sql: Sql, publicId: string): Promise<string> {
  const [row] = await sql.query<{ status: string }>('SELECT status FROM claim WHERE id = ?', [
    decodeId('claim', publicId),
  ]);
  if (row === undefined) throw new Error(`no claim ${publicId}`);
  return row.status;
}
