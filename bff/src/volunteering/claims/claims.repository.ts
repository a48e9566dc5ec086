import { Injectable } from '@nestjs/common';
import {
  HOLDING_CLAIMS,
  UPCOMING_CLAIMS,
  type CheckInMethod,
  type ClaimChannel,
  type ClaimStatus,
  type PatrolStatus,
  type TaskKind,
  type TaskUrgency,
} from '@jiefang/shared/volunteering';
import type { Sql } from '../../database/database.js';
import { sqlInstant, sqlNumber, sqlRows, sqlText } from '../../database/sql-rows.js';

/** A claim as it is stored, with what its pages show of the task. The place is GCJ-02. */
export interface ClaimRow {
  id: number;
  shiftId: number;
  taskId: number;
  divisionCode: string;
  personId: number;
  startsAt: Date;
  endsAt: Date;
  channel: ClaimChannel;
  status: ClaimStatus;
  statusReason: string | null;
  createdAt: Date;
  checkedInAt: Date | null;
  checkInMethod: CheckInMethod | null;
  checkInMetres: number | null;
  finishedAt: Date | null;
  submittedAt: Date | null;
  note: string | null;
  question: string | null;
  answer: string | null;
  verifiedMinutes: number | null;
  taskTitle: string;
  taskKind: TaskKind;
  taskUrgency: TaskUrgency;
  placeName: string;
  address: string;
  latitude: number;
  longitude: number;
  geofenceMetres: number;
  hasRoute: boolean;
  gatherNote: string;
  contactName: string;
  contactPhone: string;
  riskNotice: string;
  releaseByMinutes: number;
  checkInOpensMinutes: number;
  patrolId: number | null;
  patrolStatus: PatrolStatus | null;
}

/** What became of a verified claim's minutes. */
export interface ClaimHours {
  id: number;
  status: string;
  minutes: number;
  publicationEndsOn: string | null;
}

/** One step a claim has taken after it was made. */
export interface ClaimStep {
  claimId: number;
  status: ClaimStatus;
  actorId: number | null;
  note: string | null;
}

/** A claim's end of service; the finish may not lie before the check-in. */
export interface Submission {
  at: Date;
  note: string | null;
}

type StoredClaim = Omit<ClaimRow, 'latitude' | 'longitude' | 'hasRoute'> & {
  latitude: string | number;
  longitude: string | number;
  hasRoute: number;
};

const COLUMNS = `c.id, c.shift_id AS shiftId, c.task_id AS taskId, c.division_code AS divisionCode,
  c.person_id AS personId, c.starts_at AS startsAt, c.ends_at AS endsAt, c.channel, c.status,
  c.status_reason AS statusReason, c.created_at AS createdAt, c.checked_in_at AS checkedInAt,
  c.check_in_method AS checkInMethod, c.check_in_metres AS checkInMetres, c.finished_at AS finishedAt,
  c.submitted_at AS submittedAt, c.note, c.question, c.answer, c.verified_minutes AS verifiedMinutes,
  t.title AS taskTitle, t.kind AS taskKind, t.urgency AS taskUrgency, t.place_name AS placeName, t.address,
  t.latitude, t.longitude, t.geofence_metres AS geofenceMetres, t.route IS NOT NULL AS hasRoute,
  t.gather_note AS gatherNote, t.contact_name AS contactName, t.contact_phone AS contactPhone,
  t.risk_notice AS riskNotice, t.release_by_minutes AS releaseByMinutes,
  t.check_in_opens_minutes AS checkInOpensMinutes, p.id AS patrolId, p.status AS patrolStatus`;

const FROM = 'FROM claim c JOIN task t ON t.id = c.task_id LEFT JOIN patrol p ON p.claim_id = c.id';

/** SQL over claims one by one and in lists. What happens to many at once under the lane is ClaimBatches'. */
@Injectable()
export class ClaimsRepository {
  async findById(sql: Sql, id: number): Promise<ClaimRow | null> {
    return (await this.findByIds(sql, [id])).at(0) ?? null;
  }

  async findByIds(sql: Sql, ids: readonly number[]): Promise<ClaimRow[]> {
    if (ids.length === 0) return [];
    const rows = await sql.query<StoredClaim>(`SELECT ${COLUMNS} ${FROM} WHERE c.id IN (?) ORDER BY c.id`, [
      ids,
    ]);
    return rows.map(toClaim);
  }

  /** The same rows, held until the transaction ends. */
  async findByIdsForUpdate(tx: Sql, ids: readonly number[]): Promise<ClaimRow[]> {
    if (ids.length === 0) return [];
    await tx.query('SELECT id FROM claim WHERE id IN (?) ORDER BY id FOR UPDATE', [ids]);
    return this.findByIds(tx, ids);
  }

  /** A person's claims: what is still to do by start ascending, the rest by start descending. */
  async findOfPerson(
    sql: Sql,
    personId: number,
    scope: 'upcoming' | 'past',
    after: { startsAt: Date; id: number } | null,
    limit: number,
  ): Promise<ClaimRow[]> {
    const [belongs, order, compare] = scope === 'upcoming' ? ['IN', 'ASC', '>'] : ['NOT IN', 'DESC', '<'];
    const cursor = after === null ? '' : `AND (c.starts_at, c.id) ${compare} (?, ?)`;
    const rows = await sql.query<StoredClaim>(
      `SELECT ${COLUMNS} ${FROM} WHERE c.person_id = ? AND c.status ${belongs} (?) ${cursor}
        ORDER BY c.starts_at ${order}, c.id ${order} LIMIT ?`,
      [personId, UPCOMING_CLAIMS, ...(after === null ? [] : [after.startsAt, after.id]), limit],
    );
    return rows.map(toClaim);
  }

  /** The claim a person serves next: one under way, or the first that is not over. */
  async findNext(sql: Sql, personId: number, now: Date): Promise<ClaimRow | null> {
    const rows = await sql.query<StoredClaim>(
      `SELECT ${COLUMNS} ${FROM} WHERE c.person_id = ?
          AND (c.status = 'in_progress' OR (c.status = 'claimed' AND c.ends_at > ?))
        ORDER BY (c.status = 'in_progress') DESC, c.starts_at, c.id LIMIT 1`,
      [personId, now],
    );
    return rows.map(toClaim).at(0) ?? null;
  }

  /** Claims of a shift in the order of arrival, those given back (`gone`) after all others. */
  async findOfShift(
    sql: Sql,
    shiftId: number,
    after: { gone: number; id: number } | null,
    limit: number,
  ): Promise<(ClaimRow & { gone: number })[]> {
    const cursor = after === null ? '' : 'AND (c.live IS NULL, c.id) > (?, ?)';
    const rows = await sql.query<StoredClaim & { gone: number }>(
      `SELECT ${COLUMNS}, c.live IS NULL AS gone ${FROM} WHERE c.shift_id = ? ${cursor}
        ORDER BY c.live IS NULL, c.id LIMIT ?`,
      [shiftId, ...(after === null ? [] : [after.gone, after.id]), limit],
    );
    return rows.map((row) => ({ ...toClaim(row), gone: row.gone }));
  }

  /** How many of those who hold a place of the shift were checked in. */
  async countArrived(sql: Sql, shiftId: number): Promise<number> {
    const [row] = await sql.query<{ n: number }>(
      'SELECT COUNT(*) AS n FROM claim WHERE shift_id = ? AND live = 1 AND checked_in_at IS NOT NULL',
      [shiftId],
    );
    return row?.n ?? 0;
  }

  /** Claims of the subtree that wait for staff or for the volunteer's answer, the earliest submitted first. */
  async findSubmitted(
    sql: Sql,
    divisionCode: string,
    after: { submittedAt: Date; id: number } | null,
    limit: number,
  ): Promise<ClaimRow[]> {
    const cursor = after === null ? '' : 'AND (c.submitted_at, c.id) > (?, ?)';
    const rows = await sql.query<StoredClaim>(
      `SELECT ${COLUMNS} ${FROM} WHERE c.status IN ('submitted', 'queried')
          AND c.division_code LIKE CONCAT(?, '%') ${cursor}
        ORDER BY c.submitted_at, c.id LIMIT ?`,
      [divisionCode, ...(after === null ? [] : [after.submittedAt, after.id]), limit],
    );
    return rows.map(toClaim);
  }

  /** How many claims of each shift stand where; the key is the shift's row number. */
  async countByStatus(
    sql: Sql,
    shiftIds: readonly number[],
  ): Promise<Map<number, Partial<Record<ClaimStatus, number>>>> {
    const counts = new Map<number, Partial<Record<ClaimStatus, number>>>();
    if (shiftIds.length === 0) return counts;
    const rows = await sql.query<{ shiftId: number; status: ClaimStatus; n: number }>(
      'SELECT shift_id AS shiftId, status, COUNT(*) AS n FROM claim WHERE shift_id IN (?) GROUP BY shift_id, status',
      [shiftIds],
    );
    for (const { shiftId, status, n } of rows) counts.set(shiftId, { ...counts.get(shiftId), [status]: n });
    return counts;
  }

  /** What a person holds of these shifts; at most one live claim each. */
  async findLiveOfPerson(
    sql: Sql,
    personId: number,
    shiftIds: readonly number[],
  ): Promise<{ id: number; shiftId: number; status: ClaimStatus }[]> {
    if (shiftIds.length === 0) return [];
    return sql.query(
      `SELECT id, shift_id AS shiftId, status FROM claim
        WHERE person_id = ? AND shift_id IN (?) AND status IN (?)`,
      [personId, shiftIds, HOLDING_CLAIMS],
    );
  }

  async findSteps(
    sql: Sql,
    claimId: number,
  ): Promise<{ status: ClaimStatus; at: Date; note: string | null }[]> {
    return sql.query('SELECT status, at, note FROM claim_event WHERE claim_id = ? ORDER BY id', [claimId]);
  }

  async findHours(sql: Sql, claimId: number): Promise<ClaimHours | null> {
    const rows = await sql.query<ClaimHours>(
      `SELECT id, status, minutes, publication_ends_on AS publicationEndsOn FROM hours_item WHERE claim_id = ?`,
      [claimId],
    );
    return rows[0] ?? null;
  }

  /** Moves a claim from one of `from` to `to`; false when it stood elsewhere. */
  async changeStatus(
    tx: Sql,
    id: number,
    from: readonly ClaimStatus[],
    to: ClaimStatus,
    reason: string | null,
    now: Date,
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      'UPDATE claim SET status = ?, status_reason = ?, updated_at = ? WHERE id = ? AND status IN (?)',
      [to, reason, now, id, from],
    );
    return affectedRows === 1;
  }

  async checkIn(
    tx: Sql,
    id: number,
    how: { method: CheckInMethod; metres: number | null; by: number },
    now: Date,
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE claim SET status = 'in_progress', checked_in_at = ?, check_in_method = ?, check_in_metres = ?,
         checked_in_by = ?, updated_at = ? WHERE id = ? AND status = 'claimed'`,
      [now, how.method, how.metres, how.by, now, id],
    );
    return affectedRows === 1;
  }

  async submit(tx: Sql, id: number, { at, note }: Submission, now: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE claim SET status = 'submitted', finished_at = GREATEST(checked_in_at, ?), submitted_at = ?,
         note = COALESCE(?, note), updated_at = ? WHERE id = ? AND status = 'in_progress'`,
      [at, now, note, now, id],
    );
    return affectedRows === 1;
  }

  async query(tx: Sql, id: number, question: string, now: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE claim SET status = 'queried', question = ?, answer = NULL, updated_at = ?
        WHERE id = ? AND status = 'submitted'`,
      [question, now, id],
    );
    return affectedRows === 1;
  }

  async answer(tx: Sql, id: number, text: string, now: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE claim SET status = 'submitted', answer = ?, submitted_at = ?, updated_at = ?
        WHERE id = ? AND status = 'queried'`,
      [text, now, now, id],
    );
    return affectedRows === 1;
  }

  async verify(tx: Sql, id: number, minutes: number, by: number, now: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE claim SET status = 'verified', verified_minutes = ?, verified_by = ?, verified_at = ?, updated_at = ?
        WHERE id = ? AND status IN ('submitted', 'queried')`,
      [minutes, by, now, now, id],
    );
    return affectedRows === 1;
  }

  async insertSteps(tx: Sql, steps: readonly ClaimStep[], now: Date): Promise<void> {
    if (steps.length === 0) return;
    const at = sqlInstant(now);
    await tx.later('INSERT INTO claim_event (claim_id, status, at, actor_id, note) VALUES ?', [
      sqlRows(
        steps.map(
          (s) =>
            `(${sqlNumber(s.claimId)},${sqlText(s.status)},${at},${sqlNumber(s.actorId)},${sqlText(s.note)})`,
        ),
      ),
    ]);
  }
}

function toClaim(row: StoredClaim): ClaimRow {
  return {
    ...row,
    latitude: Number(row.latitude),
    longitude: Number(row.longitude),
    hasRoute: row.hasRoute === 1,
  };
}
