import { Injectable } from '@nestjs/common';
import type { Skill, Training } from '@jiefang/shared/volunteering';
import { fromJson, type Sql } from '../../database/database.js';
import type { GuardianMethod, VolunteerStatus } from './volunteer-rules.js';

/** A volunteer as stored; names and the identity number stay encrypted. Days are 'YYYY-MM-DD'. */
export interface VolunteerRow {
  personId: number;
  number: string;
  status: VolunteerStatus;
  nameCipher: Buffer;
  idNumberCipher: Buffer | null;
  birthDay: string;
  communityCode: string;
  unitId: number | null;
  skills: Skill[];
  pledgeVersion: number;
  pledgedAt: Date;
  guardianTokenHash: Buffer | null;
  guardianPersonId: number | null;
  guardianRelation: string | null;
  guardianMethod: GuardianMethod | null;
  guardianConsentedAt: Date | null;
  emergencyOptIn: boolean;
}

/** What a volunteer may change at any time. */
export interface VolunteerProfile {
  communityCode: string;
  unitId: number | null;
  skills: readonly Skill[];
  emergencyOptIn: boolean;
}

/** What joining writes, beside the profile. */
export interface VolunteerPledge extends VolunteerProfile {
  status: VolunteerStatus;
  nameCipher: Buffer;
  idNumberCipher: Buffer | null;
  birthDay: string;
  pledgeVersion: number;
}

/** A guardian's consent as it is written down. */
export interface GuardianConsent {
  method: GuardianMethod;
  nameCipher: Buffer;
  relation: string;
  /** The guardian's own account; null at the desk. */
  personId: number | null;
  /** Who wrote it down at the desk. */
  recordedBy: number | null;
  at: Date;
}

export interface TrainingRow {
  personId: number;
  training: Training;
  passedOn: string;
  expiresOn: string | null;
}

const COLUMNS = `v.person_id AS personId, v.number, v.status, v.name_cipher AS nameCipher,
  v.id_number_cipher AS idNumberCipher, v.birth_day AS birthDay, v.community_code AS communityCode, v.unit_id AS unitId,
  v.skills, v.pledge_version AS pledgeVersion, v.pledged_at AS pledgedAt, v.guardian_token_hash AS guardianTokenHash,
  v.guardian_person_id AS guardianPersonId, v.guardian_relation AS guardianRelation,
  v.guardian_method AS guardianMethod, v.guardian_consented_at AS guardianConsentedAt,
  v.emergency_opt_in AS emergencyOptIn`;

/** SQL of the tables `volunteer` and `volunteer_training`. */
@Injectable()
export class VolunteersRepository {
  async find(sql: Sql, personId: number): Promise<VolunteerRow | null> {
    return (await this.findMany(sql, [personId])).at(0) ?? null;
  }

  async findMany(sql: Sql, personIds: readonly number[]): Promise<VolunteerRow[]> {
    if (personIds.length === 0) return [];
    const rows = await sql.query<StoredVolunteer>(
      `SELECT ${COLUMNS} FROM volunteer v WHERE v.person_id IN (?)`,
      [[...new Set(personIds)]],
    );
    return rows.map(toVolunteer);
  }

  /** The volunteer whose newest guardian link has this hash. */
  async findByGuardianToken(sql: Sql, hash: Buffer): Promise<VolunteerRow | null> {
    const [row] = await sql.query<StoredVolunteer>(
      `SELECT ${COLUMNS} FROM volunteer v WHERE v.guardian_token_hash = ?`,
      [hash],
    );
    return row === undefined ? null : toVolunteer(row);
  }

  /** Volunteers of the division's subtree who have not left, after the key (community, person), in its order. */
  async findByDivision(
    sql: Sql,
    divisionCode: string,
    after: { communityCode: string; personId: number } | null,
    limit: number,
  ): Promise<VolunteerRow[]> {
    const rows = await sql.query<StoredVolunteer>(
      `SELECT ${COLUMNS} FROM volunteer v
        WHERE v.community_code LIKE CONCAT(?, '%') AND v.status <> 'left'
          ${after === null ? '' : 'AND (v.community_code > ? OR (v.community_code = ? AND v.person_id > ?))'}
        ORDER BY v.community_code, v.person_id LIMIT ?`,
      [
        divisionCode,
        ...(after === null ? [] : [after.communityCode, after.communityCode, after.personId]),
        limit,
      ],
    );
    return rows.map(toVolunteer);
  }

  /** The volunteers of the subtree with this number or this phone, also one who has left. */
  async findByNumberOrPhone(
    sql: Sql,
    divisionCode: string,
    number: string,
    phoneHash: Buffer | null,
  ): Promise<VolunteerRow[]> {
    const rows = await sql.query<StoredVolunteer>(
      `SELECT ${COLUMNS} FROM (
         SELECT person_id AS id FROM volunteer WHERE number = ? UNION SELECT id FROM person WHERE phone_hash = ?) k
         JOIN volunteer v ON v.person_id = k.id
        WHERE v.community_code LIKE CONCAT(?, '%') ORDER BY v.community_code, v.person_id LIMIT 20`,
      [number, phoneHash, divisionCode],
    );
    return rows.map(toVolunteer);
  }

  /** Fails with a duplicate key when the number is taken or the person is registered already. */
  async insert(tx: Sql, personId: number, number: string, pledge: VolunteerPledge, at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO volunteer (person_id, number, status, name_cipher, id_number_cipher, birth_day, community_code, unit_id,
         skills, pledge_version, pledged_at, emergency_opt_in, updated_at) VALUES (?)`,
      [
        [
          personId,
          number,
          pledge.status,
          pledge.nameCipher,
          pledge.idNumberCipher,
          pledge.birthDay,
          pledge.communityCode,
          pledge.unitId,
          JSON.stringify(pledge.skills),
          pledge.pledgeVersion,
          at,
          pledge.emergencyOptIn ? 1 : 0,
          at,
        ],
      ],
    );
  }

  /** left → active or awaiting_guardian with the same number; what a guardian agreed to before does not count again. */
  async rejoin(tx: Sql, personId: number, pledge: VolunteerPledge, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE volunteer SET status = ?, name_cipher = ?, id_number_cipher = COALESCE(?, id_number_cipher), birth_day = ?,
              community_code = ?, unit_id = ?, skills = ?, pledge_version = ?, pledged_at = ?, emergency_opt_in = ?,
              guardian_token_hash = NULL, guardian_person_id = NULL, guardian_name_cipher = NULL,
              guardian_relation = NULL, guardian_method = NULL, guardian_recorded_by = NULL,
              guardian_consented_at = NULL, left_at = NULL, updated_at = ?
        WHERE person_id = ? AND status = 'left'`,
      [
        pledge.status,
        pledge.nameCipher,
        pledge.idNumberCipher,
        pledge.birthDay,
        pledge.communityCode,
        pledge.unitId,
        JSON.stringify(pledge.skills),
        pledge.pledgeVersion,
        at,
        pledge.emergencyOptIn ? 1 : 0,
        at,
        personId,
      ],
    );
    return affectedRows === 1;
  }

  /** Writes the profile of a volunteer who has not left; `idNumberCipher` undefined keeps the number that is there. */
  async updateProfile(
    tx: Sql,
    personId: number,
    profile: VolunteerProfile,
    idNumberCipher: Buffer | null | undefined,
    at: Date,
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE volunteer SET community_code = ?, unit_id = ?, skills = ?, emergency_opt_in = ?,
              id_number_cipher = IF(?, id_number_cipher, ?), updated_at = ?
        WHERE person_id = ? AND status <> 'left'`,
      [
        profile.communityCode,
        profile.unitId,
        JSON.stringify(profile.skills),
        profile.emergencyOptIn ? 1 : 0,
        idNumberCipher === undefined ? 1 : 0,
        idNumberCipher ?? null,
        at,
        personId,
      ],
    );
    return affectedRows === 1;
  }

  /**
   * active or awaiting_guardian → left. It writes claim_version, the lock of a person's own time: no claim of theirs is
   * decided meanwhile.
   */
  async leave(tx: Sql, personId: number, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE volunteer SET status = 'left', emergency_opt_in = 0, guardian_token_hash = NULL, left_at = ?,
              claim_version = claim_version + 1, updated_at = ?
        WHERE person_id = ? AND status <> 'left'`,
      [at, at, personId],
    );
    return affectedRows === 1;
  }

  /** awaiting_guardian → active for one who came of age meanwhile. */
  async comeOfAge(sql: Sql, personId: number, at: Date): Promise<void> {
    await sql.execute(
      `UPDATE volunteer SET status = 'active', guardian_token_hash = NULL, updated_at = ?
        WHERE person_id = ? AND status = 'awaiting_guardian'`,
      [at, personId],
    );
  }

  /** A new link replaces the one before. */
  async setGuardianToken(tx: Sql, personId: number, hash: Buffer, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE volunteer SET guardian_token_hash = ?, updated_at = ?
        WHERE person_id = ? AND status = 'awaiting_guardian'`,
      [hash, at, personId],
    );
    return affectedRows === 1;
  }

  /** awaiting_guardian → active; with `tokenHash` only while that link is the newest one. */
  async recordGuardian(
    tx: Sql,
    personId: number,
    consent: GuardianConsent,
    tokenHash: Buffer | null,
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE volunteer SET status = 'active', guardian_method = ?, guardian_name_cipher = ?, guardian_relation = ?,
              guardian_person_id = ?, guardian_recorded_by = ?, guardian_consented_at = ?, updated_at = ?
        WHERE person_id = ? AND status = 'awaiting_guardian' ${tokenHash === null ? '' : 'AND guardian_token_hash = ?'}`,
      [
        consent.method,
        consent.nameCipher,
        consent.relation,
        consent.personId,
        consent.recordedBy,
        consent.at,
        consent.at,
        personId,
        ...(tokenHash === null ? [] : [tokenHash]),
      ],
    );
    return affectedRows === 1;
  }

  /** Trainings of these people, by training. */
  async findTrainings(sql: Sql, personIds: readonly number[]): Promise<TrainingRow[]> {
    if (personIds.length === 0) return [];
    return sql.query<TrainingRow>(
      `SELECT person_id AS personId, training, passed_on AS passedOn, expires_on AS expiresOn FROM volunteer_training
        WHERE person_id IN (?) ORDER BY person_id, training`,
      [[...new Set(personIds)]],
    );
  }

  /** A training that was passed again replaces the earlier one. */
  async upsertTraining(tx: Sql, row: TrainingRow, recordedBy: number, at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO volunteer_training (person_id, training, passed_on, expires_on, recorded_by, recorded_at)
       VALUES (?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE passed_on = VALUES(passed_on), expires_on = VALUES(expires_on),
         recorded_by = VALUES(recorded_by), recorded_at = VALUES(recorded_at)`,
      [row.personId, row.training, row.passedOn, row.expiresOn, recordedBy, at],
    );
  }

  /** True while the person has a claim that is not done. */
  async hasOpenClaims(tx: Sql, personId: number): Promise<boolean> {
    const rows = await tx.query(
      "SELECT 1 FROM claim WHERE person_id = ? AND status IN ('claimed', 'in_progress') LIMIT 1",
      [personId],
    );
    return rows.length > 0;
  }

  /** Ends the person's places in queues. The caller's transaction holds the volunteer's row. */
  async leaveWaits(tx: Sql, personId: number, at: Date): Promise<void> {
    const waits = await tx.query<{ shiftId: number }>(
      "SELECT shift_id AS shiftId FROM shift_wait WHERE person_id = ? AND status = 'waiting'",
      [personId],
    );
    if (waits.length === 0) return;
    const shiftIds = waits.map((wait) => wait.shiftId).sort((a, b) => a - b);
    // Shifts in the order of their ids, as every other writer takes them; the rows say who still waits.
    await tx.query('SELECT id FROM shift WHERE id IN (?) ORDER BY id FOR UPDATE', [shiftIds]);
    const still = await tx.query<{ id: number; shiftId: number }>(
      `SELECT id, shift_id AS shiftId FROM shift_wait
        WHERE person_id = ? AND status = 'waiting' AND shift_id IN (?) FOR UPDATE`,
      [personId, shiftIds],
    );
    if (still.length === 0) return;
    await tx.execute('UPDATE shift SET waiting = waiting - 1, updated_at = ? WHERE id IN (?)', [
      at,
      still.map((wait) => wait.shiftId),
    ]);
    await tx.execute("UPDATE shift_wait SET status = 'left', updated_at = ? WHERE id IN (?)", [
      at,
      still.map((wait) => wait.id),
    ]);
  }

  /** Minutes that are recorded for each of these people; one without any is left out. */
  async recordedMinutes(sql: Sql, personIds: readonly number[]): Promise<Map<number, number>> {
    if (personIds.length === 0) return new Map();
    const rows = await sql.query<{ personId: number; minutes: string }>(
      `SELECT person_id AS personId, SUM(minutes) AS minutes FROM hours_item
        WHERE person_id IN (?) AND status = 'recorded' GROUP BY person_id`,
      [[...personIds]],
    );
    return new Map(rows.map((row) => [row.personId, Number(row.minutes)]));
  }
}

type StoredVolunteer = Omit<VolunteerRow, 'skills' | 'emergencyOptIn'> & {
  skills: unknown;
  emergencyOptIn: number;
};

function toVolunteer(row: StoredVolunteer): VolunteerRow {
  return { ...row, skills: fromJson<Skill[]>(row.skills), emergencyOptIn: row.emergencyOptIn === 1 };
}
