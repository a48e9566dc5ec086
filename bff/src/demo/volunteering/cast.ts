import { CONSENTS, PLEDGE_VERSION, type Skill, type Training } from '@jiefang/shared/volunteering';
import { addDays, DAY_MS, instantAt } from '@jiefang/shared/time';
import type { FieldCipher } from '../../common/crypto/field-cipher.js';
import type { Sql } from '../../database/database.js';
import type { Claimant } from '../../volunteering/claims/claim-judge.js';
import { idNumberFault } from '../../volunteering/volunteers/volunteer-rules.js';
import { fillersOf } from '../city.js';
import { insertRows } from '../insert.js';
import { YANAN } from '../people.js';
import type { Random } from '../random.js';
import type { Resident } from '../residents.js';
import { SCHOOL_UNIT } from './tasks-street.js';
import { CHOIR_UNIT, unitsFor, type SeedUnit } from './units.js';

/** A volunteer of the demo city as claims judge one, and what else the seed needs to know. */
export interface DemoVolunteer extends Claimant {
  openid: string;
  nickname: string;
  name: string;
  /** Community of the registration; `communityCode` is that of the approved residency. */
  home: string;
  number: string;
  emergencyOptIn: boolean;
  /** Row number of the consent to tracks. */
  trackConsentId: number | null;
}

/** Volunteers in the parts of the stories. All but 林阿姨 are neighbours of 延安社区. */
export interface VolunteerCast {
  lin: DemoVolunteer;
  /** Missed three shifts and is paused. */
  paused: DemoVolunteer;
  /** Objects to somebody's hours, and whose they are. */
  objector: DemoVolunteer;
  objected: DemoVolunteer;
  /** Waits for a certificate, and had one that was revoked. */
  applicant: DemoVolunteer;
  revoked: DemoVolunteer;
  all: readonly DemoVolunteer[];
}

interface Draft extends Omit<DemoVolunteer, 'trackConsentId'> {
  skills: Skill[];
  pledgedAt: Date;
  idNumber: string | null;
  guardian: { relation: string; consentedAt: Date } | null;
  consents: ('track' | 'publish_name')[];
}

const PER_COMMUNITY = 5;
const OF_YANAN = 16;
const SKILL_SETS: readonly Skill[][] = [
  [],
  ['cooking'],
  ['repair'],
  ['first_aid', 'driving'],
  ['teaching'],
  ['calligraphy'],
  ['haircut'],
  ['photography', 'computing'],
  ['counselling'],
  ['legal'],
  ['sign_language'],
];
const TRAINING_CHANCES: Record<Training, { yanan: number; elsewhere: number }> = {
  patrol: { yanan: 0.9, elsewhere: 0.5 },
  elder_care: { yanan: 0.8, elsewhere: 0.4 },
  child_care: { yanan: 0.5, elsewhere: 0.35 },
  first_aid: { yanan: 0.3, elsewhere: 0.35 },
  fire_safety: { yanan: 0.2, elsewhere: 0.1 },
};

/** Registers some sixty neighbours and 林阿姨 as volunteers, with trainings and consents. */
export async function seedVolunteers(
  tx: Sql,
  city: {
    cipher: FieldCipher;
    residents: readonly Resident[];
    units: readonly SeedUnit[];
    random: Random;
    today: string;
    staffId: number;
  },
): Promise<VolunteerCast> {
  const drafts = draftsOf(city);
  await writeVolunteers(tx, drafts, city);
  const consentIds = await writeConsents(tx, drafts);
  await writeTrainings(tx, drafts, city.staffId);
  const all = drafts.map(
    ({ skills: _s, pledgedAt: _p, idNumber: _i, guardian: _g, consents: _c, ...own }) => ({
      ...own,
      trackConsentId: consentIds.get(own.personId) ?? null,
    }),
  );
  const lin = all.find((one) => one.openid === 'demo-verified');
  const [paused, objector, objected, applicant, revoked] = all.filter(
    (one) => one.home === YANAN && one !== lin && one.status === 'active',
  );
  if (!lin || !paused || !objector || !objected || !applicant || !revoked)
    throw new Error('the demo city lacks volunteers of 延安社区');
  return { lin, paused, objector, objected, applicant, revoked, all };
}

function draftsOf(city: {
  residents: readonly Resident[];
  units: readonly SeedUnit[];
  random: Random;
  today: string;
}): Draft[] {
  const { residents, units, random, today } = city;
  const lin = residents.find((resident) => resident.openid === 'demo-verified');
  if (lin === undefined) throw new Error('the demo city lacks 林阿姨');
  const drafts: Draft[] = [linDraft(lin, units, today)];
  const communities = [...new Set(fillersOf(residents).flatMap((one) => one.communityCode ?? []))].sort();
  for (const community of communities) {
    const pool = fillersOf(residents).filter((one) => one.communityCode === community && one.phone !== '');
    const wanted = community === YANAN ? OF_YANAN : PER_COMMUNITY;
    for (const resident of pool.slice(0, wanted)) drafts.push(neighbourDraft(resident, city, drafts.length));
  }
  // Two pupils of every community's last volunteers: one with a guardian's consent, one still waiting for it.
  for (const [index, draft] of drafts.slice(-3).entries()) {
    Object.assign(draft, pupil(draft, units, today, index === 2, random));
  }
  return drafts;
}

function linDraft(lin: Resident, units: readonly SeedUnit[], today: string): Draft {
  const birthDay = '1962-08-17';
  return {
    ...base(lin, 0),
    birthDay,
    unitId: units.find((unit) => unit.name === CHOIR_UNIT)?.id ?? null,
    skills: ['cooking', 'counselling'],
    pledgedAt: instantAt(addDays(today, -88), 10 * 60),
    idNumber: idNumberOf(birthDay, '026'),
    emergencyOptIn: true,
    trainings: (['patrol', 'elder_care'] as const).map((training) => ({
      training,
      passedOn: addDays(today, -80),
      expiresOn: training === 'patrol' ? addDays(today, 285) : null,
    })),
    consents: ['track', 'publish_name'],
  };
}

function neighbourDraft(
  resident: Resident,
  { units, random, today }: { units: readonly SeedUnit[]; random: Random; today: string },
  serial: number,
): Draft {
  const home = resident.communityCode ?? '';
  const chances = home === YANAN ? 'yanan' : 'elsewhere';
  const birthDay = addDays(today, -(random.int(21, 71) * 365 + random.int(0, 364)));
  const trainings = (Object.keys(TRAINING_CHANCES) as Training[])
    .filter((training) => random.chance(TRAINING_CHANCES[training][chances]))
    .map((training) => ({
      training,
      passedOn: addDays(today, -random.int(62, 85)),
      expiresOn: random.chance(0.5) ? addDays(today, random.int(9, 160)) : null,
    }));
  const walks = trainings.some(({ training }) => training === 'patrol');
  return {
    ...base(resident, serial),
    birthDay,
    unitId: random.chance(0.6) ? random.pick(unitsFor(units, home)).id : null,
    skills: random.pick(SKILL_SETS),
    pledgedAt: instantAt(addDays(today, -random.int(58, 92)), random.int(8 * 60, 20 * 60)),
    idNumber: serial % 3 === 0 || home === YANAN ? idNumberOf(birthDay, String(100 + serial)) : null,
    emergencyOptIn: random.chance(0.4),
    trainings,
    consents: [
      ...(walks ? (['track'] as const) : []),
      ...(random.chance(0.5) ? (['publish_name'] as const) : []),
    ],
  };
}

/** What makes a neighbour a pupil of the school. */
function pupil(
  draft: Draft,
  units: readonly SeedUnit[],
  today: string,
  waits: boolean,
  random: Random,
): Partial<Draft> {
  const birthDay = addDays(today, -(16 * 365 + random.int(30, 330)));
  return {
    birthDay,
    idNumber: null,
    status: waits ? 'awaiting_guardian' : 'active',
    unitId: units.find((unit) => unit.name === SCHOOL_UNIT)?.id ?? null,
    trainings: [],
    skills: ['computing'],
    consents: [],
    guardian: waits ? null : { relation: '母亲', consentedAt: new Date(draft.pledgedAt.getTime() + DAY_MS) },
  };
}

function base(
  resident: Resident,
  serial: number,
): Pick<
  Draft,
  | 'personId'
  | 'openid'
  | 'nickname'
  | 'name'
  | 'home'
  | 'communityCode'
  | 'number'
  | 'status'
  | 'pauses'
  | 'held'
  | 'guardian'
> {
  return {
    personId: resident.id,
    openid: resident.openid,
    nickname: resident.nickname,
    name: resident.name,
    home: resident.communityCode ?? YANAN,
    communityCode: resident.communityCode,
    // Spread over the block by a step that shares no factor with it, so that no two are alike.
    number: `350602${String((104_729 + serial * 15_487) % 1_000_000).padStart(6, '0')}`,
    status: 'active',
    pauses: [],
    held: [],
    guardian: null,
  };
}

/** An identity number of a district that does not exist, with the right check digit: nobody's. */
function idNumberOf(birthDay: string, sequence: string): string {
  const start = `350699${birthDay.replaceAll('-', '')}${sequence}`;
  const digit = [...'0123456789X'].find((each) => idNumberFault(start + each, birthDay) === null);
  return `${start}${digit ?? ''}`;
}

async function writeVolunteers(
  tx: Sql,
  drafts: readonly Draft[],
  { cipher, staffId }: { cipher: FieldCipher; staffId: number },
): Promise<void> {
  const columns = `person_id number status name_cipher id_number_cipher birth_day community_code unit_id skills
    pledge_version pledged_at guardian_name_cipher guardian_relation guardian_method guardian_recorded_by
    guardian_consented_at emergency_opt_in updated_at`;
  await insertRows(
    tx,
    'volunteer',
    columns.split(/\s+/),
    drafts.map((draft) => [
      draft.personId,
      draft.number,
      draft.status,
      cipher.encrypt(draft.name),
      draft.idNumber === null ? null : cipher.encrypt(draft.idNumber),
      draft.birthDay,
      draft.home,
      draft.unitId,
      JSON.stringify(draft.skills),
      PLEDGE_VERSION,
      draft.pledgedAt,
      draft.guardian === null ? null : cipher.encrypt(`${draft.name.slice(0, 1)}妈妈`),
      draft.guardian?.relation ?? null,
      draft.guardian === null ? null : 'desk',
      draft.guardian === null ? null : staffId,
      draft.guardian?.consentedAt ?? null,
      draft.emergencyOptIn ? 1 : 0,
      draft.pledgedAt,
    ]),
  );
}

/** Returns the row numbers of the consents to tracks, by person. */
async function writeConsents(tx: Sql, drafts: readonly Draft[]): Promise<Map<number, number>> {
  await insertRows(
    tx,
    'consent',
    ['person_id', 'purpose', 'version', 'granted_at'],
    drafts.flatMap(({ personId, consents, pledgedAt }) =>
      consents.map((purpose) => [personId, purpose, CONSENTS[purpose].version, pledgedAt]),
    ),
  );
  const rows = await tx.query<{ id: number; personId: number }>(
    "SELECT id, person_id AS personId FROM consent WHERE purpose = 'track' AND withdrawn_at IS NULL",
  );
  return new Map(rows.map((row) => [row.personId, row.id]));
}

async function writeTrainings(tx: Sql, drafts: readonly Draft[], staffId: number): Promise<void> {
  await insertRows(
    tx,
    'volunteer_training',
    ['person_id', 'training', 'passed_on', 'expires_on', 'recorded_by', 'recorded_at'],
    drafts.flatMap(({ personId, trainings }) =>
      trainings.map(({ training, passedOn, expiresOn }) => [
        personId,
        training,
        passedOn,
        expiresOn,
        staffId,
        instantAt(addDays(passedOn, 1), 10 * 60),
      ]),
    ),
  );
}
