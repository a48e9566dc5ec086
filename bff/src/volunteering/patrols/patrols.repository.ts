import { Injectable } from '@nestjs/common';
import type { CoordinateSystem } from '@jiefang/shared/geo';
import type { ClaimStatus, PatrolStatus, TaskKind } from '@jiefang/shared/volunteering';
import type { PatrolRoute } from '@jiefang/shared/routes';
import { fromJson, type Sql } from '../../database/database.js';
import type { StoredAnalysis } from './patrol-analysis.js';

/** A patrol with what its claim and task say about it. */
export interface PatrolRow {
  id: number;
  claimId: number;
  personId: number;
  shiftId: number;
  taskId: number;
  divisionCode: string;
  status: PatrolStatus;
  device: string;
  coordinateSystem: CoordinateSystem;
  consentId: number;
  startedAt: Date;
  finishedAt: Date | null;
  /** The last number of the phone's own count, known when it finished. */
  lastSeq: number | null;
  /** Counts every change of points, pauses and checkpoints. */
  version: number;
  lastPointAt: Date | null;
  lastReceivedAt: Date | null;
  /** What was worked out when the patrol had `analysedVersion`. */
  analysis: StoredAnalysis | null;
  analysedVersion: number;
  erasedAt: Date | null;
  claimStatus: ClaimStatus;
  taskTitle: string;
  /** Of the task, in GCJ-02. */
  route: PatrolRoute | null;
}

export interface PauseRow {
  patrolId: number;
  pausedAt: Date;
  resumedAt: Date | null;
}

export interface ScanRow {
  patrolId: number;
  no: number;
  at: Date;
}

/** Numbers that were received, sixty to a row: bits 0 … 29 and 30 … 59. */
export interface MaskRow {
  chunk: number;
  low: number;
  high: number;
}

/** A claim as far as starting a patrol asks. */
export interface ClaimFacts {
  id: number;
  personId: number;
  shiftId: number;
  taskId: number;
  divisionCode: string;
  status: ClaimStatus;
  kind: TaskKind;
  hasRoute: boolean;
}

export interface NewPatrol {
  claimId: number;
  personId: number;
  shiftId: number;
  taskId: number;
  divisionCode: string;
  device: string;
  coordinateSystem: CoordinateSystem;
  consentId: number;
  startedAt: Date;
}

/** A running patrol for the coordinators' map. */
export interface LivePatrolRow {
  id: number;
  claimId: number;
  taskId: number;
  taskTitle: string;
  status: PatrolStatus;
  coordinateSystem: CoordinateSystem;
  startedAt: Date;
  position: Buffer | null;
  positionAt: Date | null;
  receivedAt: Date | null;
  number: string;
  nameCipher: Buffer;
}

const PATROL = `SELECT p.id, p.claim_id AS claimId, p.person_id AS personId, p.shift_id AS shiftId, p.task_id AS taskId,
    p.division_code AS divisionCode, p.status, p.device, p.coordinate_system AS coordinateSystem,
    p.consent_id AS consentId, p.started_at AS startedAt, p.finished_at AS finishedAt, p.last_seq AS lastSeq, p.version,
    p.last_point_at AS lastPointAt, p.last_received_at AS lastReceivedAt, p.analysis,
    p.analysed_version AS analysedVersion, p.erased_at AS erasedAt, c.status AS claimStatus, t.title AS taskTitle, t.route
  FROM patrol p JOIN claim c ON c.id = p.claim_id JOIN task t ON t.id = p.task_id`;

/** SQL of patrols, their pauses and checkpoints. Points are in TrackRepository. */
@Injectable()
export class PatrolsRepository {
  async findById(sql: Sql, id: number): Promise<PatrolRow | null> {
    return (await this.find(sql, 'p.id = ?', [id]))[0] ?? null;
  }

  findByClaims(sql: Sql, claimIds: readonly number[]): Promise<PatrolRow[]> {
    return claimIds.length === 0 ? Promise.resolve([]) : this.find(sql, 'p.claim_id IN (?)', [claimIds]);
  }

  findOfPerson(sql: Sql, personId: number): Promise<PatrolRow[]> {
    return this.find(sql, 'p.person_id = ? ORDER BY p.id', [personId]);
  }

  private async find(sql: Sql, condition: string, values: readonly unknown[]): Promise<PatrolRow[]> {
    const rows = await sql.query<
      Omit<PatrolRow, 'analysis' | 'route'> & { analysis: unknown; route: unknown }
    >(`${PATROL} WHERE ${condition}`, values);
    return rows.map((row) => ({
      ...row,
      analysis: fromJson<StoredAnalysis | null>(row.analysis),
      route: fromJson<PatrolRoute | null>(row.route),
    }));
  }

  /** Locks the patrols until the transaction ends, always in the order of their numbers. */
  async lock(tx: Sql, ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.query('SELECT id FROM patrol WHERE id IN (?) ORDER BY id FOR UPDATE', [ids]);
  }

  async findClaim(tx: Sql, claimId: number): Promise<ClaimFacts | null> {
    const [row] = await tx.query<Omit<ClaimFacts, 'hasRoute'> & { hasRoute: number }>(
      `SELECT c.id, c.person_id AS personId, c.shift_id AS shiftId, c.task_id AS taskId,
              c.division_code AS divisionCode, c.status, t.kind, t.route IS NOT NULL AS hasRoute
         FROM claim c JOIN task t ON t.id = c.task_id WHERE c.id = ?`,
      [claimId],
    );
    return row === undefined ? null : { ...row, hasRoute: row.hasRoute === 1 };
  }

  /** Holds the claim as it is until the transaction ends; its status as of now. */
  async lockClaim(tx: Sql, claimId: number): Promise<ClaimStatus | null> {
    const [row] = await tx.query<{ status: ClaimStatus }>(
      'SELECT status FROM claim WHERE id = ? FOR UPDATE',
      [claimId],
    );
    return row?.status ?? null;
  }

  /** Answers the row's number. A second patrol of one claim fails the transaction as a duplicate key. */
  async insert(tx: Sql, patrol: NewPatrol): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO patrol (claim_id, person_id, shift_id, task_id, division_code, status, device, coordinate_system,
         consent_id, started_at) VALUES (?, ?, ?, ?, ?, 'recording', ?, ?, ?, ?)`,
      [
        patrol.claimId,
        patrol.personId,
        patrol.shiftId,
        patrol.taskId,
        patrol.divisionCode,
        patrol.device,
        patrol.coordinateSystem,
        patrol.consentId,
        patrol.startedAt,
      ],
    );
    return insertId;
  }

  /** Moves patrols from one of `from` to `to`; how many moved. */
  async changeStatus(
    tx: Sql,
    ids: readonly number[],
    from: readonly PatrolStatus[],
    to: PatrolStatus,
  ): Promise<number> {
    if (ids.length === 0) return 0;
    const { affectedRows } = await tx.execute(
      'UPDATE patrol SET status = ?, version = version + 1 WHERE id IN (?) AND status IN (?)',
      [to, ids, from],
    );
    return affectedRows;
  }

  /** Ends a running patrol; how many ended. */
  async finish(tx: Sql, id: number, at: Date, lastSeq: number | null): Promise<number> {
    const { affectedRows } = await tx.execute(
      `UPDATE patrol SET status = 'finished', finished_at = ?, last_seq = ?, version = version + 1
        WHERE id = ? AND status IN ('recording', 'paused')`,
      [at, lastSeq, id],
    );
    return affectedRows;
  }

  async setConsent(tx: Sql, id: number, consentId: number): Promise<void> {
    await tx.execute('UPDATE patrol SET consent_id = ? WHERE id = ?', [consentId, id]);
  }

  async changeDevice(tx: Sql, id: number, device: string): Promise<void> {
    await tx.execute('UPDATE patrol SET device = ?, device_changes = device_changes + 1 WHERE id = ?', [
      device,
      id,
    ]);
  }

  async pause(tx: Sql, id: number, at: Date): Promise<void> {
    await tx.execute('INSERT INTO patrol_pause (patrol_id, paused_at) VALUES (?, ?)', [id, at]);
  }

  async resume(tx: Sql, id: number, at: Date): Promise<void> {
    await tx.execute(
      'UPDATE patrol_pause SET resumed_at = GREATEST(paused_at, ?) WHERE patrol_id = ? AND resumed_at IS NULL',
      [at, id],
    );
  }

  async findPauses(sql: Sql, ids: readonly number[]): Promise<PauseRow[]> {
    if (ids.length === 0) return [];
    return sql.query<PauseRow>(
      `SELECT patrol_id AS patrolId, paused_at AS pausedAt, resumed_at AS resumedAt FROM patrol_pause
        WHERE patrol_id IN (?) ORDER BY patrol_id, paused_at`,
      [ids],
    );
  }

  /** Checkpoints that a rotating code proved. */
  async findScans(sql: Sql, ids: readonly number[]): Promise<ScanRow[]> {
    if (ids.length === 0) return [];
    return sql.query<ScanRow>(
      'SELECT patrol_id AS patrolId, checkpoint_no AS no, at FROM patrol_checkpoint WHERE patrol_id IN (?)',
      [ids],
    );
  }

  /** Notes a checkpoint that a code proved. The first scan stays. */
  async scan(tx: Sql, id: number, no: number, at: Date, actorId: number): Promise<void> {
    await tx.execute(
      `INSERT INTO patrol_checkpoint (patrol_id, checkpoint_no, at, method, actor_id) VALUES (?, ?, ?, 'qr', ?)
       ON DUPLICATE KEY UPDATE checkpoint_no = checkpoint_no`,
      [id, no, at, actorId],
    );
    await tx.execute('UPDATE patrol SET version = version + 1 WHERE id = ?', [id]);
  }

  /** Keeps an analysis, unless the patrol has changed meanwhile. */
  async storeAnalysis(sql: Sql, row: PatrolRow, analysis: StoredAnalysis): Promise<void> {
    await sql.execute('UPDATE patrol SET analysis = ?, analysed_version = ? WHERE id = ? AND version = ?', [
      JSON.stringify(analysis),
      row.version,
      row.id,
      row.version,
    ]);
  }

  /** Forgets where a person's patrols were. */
  async markErased(tx: Sql, ids: readonly number[], at: Date): Promise<void> {
    if (ids.length === 0) return;
    await tx.execute(
      'UPDATE patrol SET erased_at = ?, last_point_cipher = NULL, last_point_at = NULL WHERE id IN (?)',
      [at, ids],
    );
  }

  /** Patrols that go on now in a division's subtree. */
  async findLive(sql: Sql, divisionCode: string, limit: number): Promise<LivePatrolRow[]> {
    return sql.query<LivePatrolRow>(
      `SELECT p.id, p.claim_id AS claimId, p.task_id AS taskId, t.title AS taskTitle, p.status,
              p.coordinate_system AS coordinateSystem, p.started_at AS startedAt, p.last_point_cipher AS position,
              p.last_point_at AS positionAt, p.last_received_at AS receivedAt, v.number, v.name_cipher AS nameCipher
         FROM patrol p JOIN task t ON t.id = p.task_id JOIN volunteer v ON v.person_id = p.person_id
        WHERE p.status IN ('recording', 'paused') AND p.division_code LIKE ? ORDER BY p.id DESC LIMIT ?`,
      [`${divisionCode}%`, limit],
    );
  }
}
