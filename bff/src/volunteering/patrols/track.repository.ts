import { Injectable } from '@nestjs/common';
import type { ClaimStatus, PatrolStatus } from '@jiefang/shared/volunteering';
import type { Sql } from '../../database/database.js';
import { sqlBytes, sqlInstant, sqlNumber, sqlRows } from '../../database/sql-rows.js';
import type { MaskRow } from './patrols.repository.js';
import { MASK_HALF } from './track-chunks.js';

/** A patrol as far as taking in points asks. */
export interface IntakeRow {
  id: number;
  personId: number;
  device: string;
  status: PatrolStatus;
  startedAt: Date;
  finishedAt: Date | null;
  lastPointAt: Date | null;
  erasedAt: Date | null;
}

/** What stands around a patrol and may close it to points. */
export interface GateRow {
  id: number;
  claimStatus: ClaimStatus;
  consentWithdrawnAt: Date | null;
}

/** A row of points, still encrypted. */
export interface ChunkRow extends MaskRow {
  patrolId: number;
  points: Buffer;
}

/** What an upload leaves behind in the patrol's own row. */
export interface IntakeMark {
  id: number;
  /** New points came: whatever was worked out of the old ones is out of date. */
  changed: boolean;
  position: { cipher: Buffer; at: Date } | null;
}

const CHUNK = `SELECT patrol_id AS patrolId, chunk, seq_mask & ${2 ** MASK_HALF - 1} AS low,
    seq_mask >> ${MASK_HALF} AS high, points FROM patrol_chunk`;

/** SQL of the points. Values are written by hand: this is the busiest statement of the product. */
@Injectable()
export class TrackRepository {
  /**
   * The patrols, locked in the order of their numbers until the transaction ends. `mark` writes to every row whose points
   * change, so that on a cluster one of two replicas fails at its commit and runs again.
   */
  lock(tx: Sql, ids: readonly number[]): Promise<IntakeRow[]> {
    return tx.query<IntakeRow>(
      `SELECT id, person_id AS personId, device, status, started_at AS startedAt, finished_at AS finishedAt,
              last_point_at AS lastPointAt, erased_at AS erasedAt
         FROM patrol FORCE INDEX (PRIMARY) WHERE id IN (?) ORDER BY id FOR UPDATE`,
      [ids],
    );
  }

  /** Read after the lock: a consent withdrawn, or a claim decided, before it closes the patrol. */
  findGates(tx: Sql, ids: readonly number[]): Promise<GateRow[]> {
    return tx.query<GateRow>(
      `SELECT p.id, c.status AS claimStatus, n.withdrawn_at AS consentWithdrawnAt
         FROM patrol p FORCE INDEX (PRIMARY) JOIN claim c ON c.id = p.claim_id JOIN consent n ON n.id = p.consent_id
        WHERE p.id IN (?)`,
      [ids],
    );
  }

  async findChunks(sql: Sql, keys: readonly { patrolId: number; chunk: number }[]): Promise<ChunkRow[]> {
    if (keys.length === 0) return [];
    const rows = keys.map(({ patrolId, chunk }) => `(${sqlNumber(patrolId)},${sqlNumber(chunk)})`);
    return sql.query<ChunkRow>(`${CHUNK} FORCE INDEX (PRIMARY) WHERE (patrol_id, chunk) IN (?)`, [
      sqlRows(rows),
    ]);
  }

  /** Everything that was received of a patrol, in order. */
  findTrack(sql: Sql, patrolId: number): Promise<ChunkRow[]> {
    return sql.query<ChunkRow>(`${CHUNK} WHERE patrol_id = ? ORDER BY chunk`, [patrolId]);
  }

  /** Which numbers were received, without the points themselves. */
  findMasks(sql: Sql, patrolId: number): Promise<MaskRow[]> {
    return sql.query<MaskRow>(
      `SELECT chunk, seq_mask & ${2 ** MASK_HALF - 1} AS low, seq_mask >> ${MASK_HALF} AS high
         FROM patrol_chunk WHERE patrol_id = ? ORDER BY chunk`,
      [patrolId],
    );
  }

  /** Writes new rows and rows that gained points. The caller's transaction holds their patrols. */
  async writeChunks(tx: Sql, chunks: readonly ChunkRow[], at: Date): Promise<void> {
    if (chunks.length === 0) return;
    const received = sqlInstant(at);
    const rows = chunks.map(
      ({ patrolId, chunk, low, high, points }) =>
        `(${sqlNumber(patrolId)},${sqlNumber(chunk)},(${sqlNumber(high)}<<${MASK_HALF})|${sqlNumber(low)},${sqlBytes(points)},${received})`,
    );
    await tx.execute(
      `INSERT INTO patrol_chunk (patrol_id, chunk, seq_mask, points, received_at) VALUES ?
       ON DUPLICATE KEY UPDATE seq_mask = VALUES(seq_mask), points = VALUES(points), received_at = VALUES(received_at)`,
      [sqlRows(rows)],
    );
  }

  /** One statement for all patrols of a batch: heard of now, changed or not, and where each was last. */
  async mark(tx: Sql, marks: readonly IntakeMark[], at: Date): Promise<void> {
    if (marks.length === 0) return;
    const sets = [`last_received_at = ${sqlInstant(at)}`];
    const changed = marks.filter((mark) => mark.changed).map((mark) => sqlNumber(mark.id));
    if (changed.length > 0) sets.push(`version = version + (id IN (${changed.join(',')}))`);
    const moved = marks.flatMap(({ id, position }) => (position === null ? [] : [{ id, ...position }]));
    if (moved.length > 0) {
      const cases = (value: (one: (typeof moved)[number]) => string): string =>
        moved.map((one) => `WHEN ${sqlNumber(one.id)} THEN ${value(one)}`).join(' ');
      sets.push(
        `last_point_at = CASE id ${cases((one) => sqlInstant(one.at))} ELSE last_point_at END`,
        `last_point_cipher = CASE id ${cases((one) => sqlBytes(one.cipher))} ELSE last_point_cipher END`,
      );
    }
    const ids = marks.map((mark) => sqlNumber(mark.id)).join(',');
    await tx.execute(`UPDATE patrol SET ${sets.join(', ')} WHERE id IN (${ids})`);
  }

  async eraseChunks(tx: Sql, patrolIds: readonly number[]): Promise<void> {
    if (patrolIds.length === 0) return;
    await tx.execute('DELETE FROM patrol_chunk WHERE patrol_id IN (?)', [patrolIds]);
  }
}
