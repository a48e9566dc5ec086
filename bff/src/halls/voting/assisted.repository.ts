import { Injectable } from '@nestjs/common';
import type { HallChannel } from '@jiefang/shared/topics';
import type { Sql } from '../../database/database.js';

export type AssistedKind = 'ballot' | 'opinion';
export type AssistedStatus = 'waiting' | 'confirmed' | 'refused';

/** What one member of staff read off a paper or heard on the phone. */
export interface AssistedRow {
  id: number;
  topicId: number;
  divisionCode: string;
  kind: AssistedKind;
  channel: Exclude<HallChannel, 'app'>;
  photoId: number;
  memberNo: number | null;
  /** Empty once a secret ballot was confirmed, and after a refusal. */
  contentCipher: Buffer;
  status: AssistedStatus;
  refuseReason: string | null;
  enteredBy: number;
  enteredAt: Date;
  decidedBy: number | null;
  decidedAt: Date | null;
  opinionId: number | null;
  enteredByName: string | null;
  decidedByName: string | null;
}

const COLUMNS = `e.id, e.topic_id AS topicId, e.division_code AS divisionCode, e.kind, e.channel, e.photo_id AS photoId,
  e.member_no AS memberNo, e.content_cipher AS contentCipher, e.status, e.refuse_reason AS refuseReason,
  e.entered_by AS enteredBy, e.entered_at AS enteredAt, e.decided_by AS decidedBy, e.decided_at AS decidedAt,
  e.opinion_id AS opinionId, a.nickname AS enteredByName, b.nickname AS decidedByName`;
const TABLES = `assisted_entry e LEFT JOIN person a ON a.id = e.entered_by LEFT JOIN person b ON b.id = e.decided_by`;

/** SQL over ballots and opinions that staff entered for residents. */
@Injectable()
export class AssistedRepository {
  async insert(
    tx: Sql,
    entry: Pick<
      AssistedRow,
      | 'topicId'
      | 'divisionCode'
      | 'kind'
      | 'channel'
      | 'photoId'
      | 'memberNo'
      | 'contentCipher'
      | 'enteredBy'
      | 'enteredAt'
    >,
  ): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO assisted_entry (topic_id, division_code, kind, channel, photo_id, member_no, content_cipher, status,
         entered_by, entered_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?)`,
      [
        entry.topicId,
        entry.divisionCode,
        entry.kind,
        entry.channel,
        entry.photoId,
        entry.memberNo,
        entry.contentCipher,
        entry.enteredBy,
        entry.enteredAt,
      ],
    );
    return insertId;
  }

  async findById(sql: Sql, id: number): Promise<AssistedRow | null> {
    const rows = await sql.query<AssistedRow>(`SELECT ${COLUMNS} FROM ${TABLES} WHERE e.id = ?`, [id]);
    return rows[0] ?? null;
  }

  /** Of one topic, the newest first; at most `limit`, below the id `before`. */
  async list(sql: Sql, topicId: number, before: number | null, limit: number): Promise<AssistedRow[]> {
    return sql.query<AssistedRow>(
      `SELECT ${COLUMNS} FROM ${TABLES} WHERE e.topic_id = ? AND e.id < ? ORDER BY e.id DESC LIMIT ?`,
      [topicId, before ?? Number.MAX_SAFE_INTEGER, limit],
    );
  }

  /** Whose votes these are, of the topic's roll. */
  async findLabels(
    sql: Sql,
    topicId: number,
    members: readonly number[],
  ): Promise<{ no: number; labelCipher: Buffer }[]> {
    return sql.query(
      `SELECT m.no, m.label_cipher AS labelCipher FROM roll r JOIN roll_member m ON m.roll_id = r.id
        WHERE r.topic_id = ? AND m.no IN (?)`,
      [topicId, members],
    );
  }

  async countWaiting(sql: Sql, topicId: number, kind: AssistedKind | null = null): Promise<number> {
    const [row] = await sql.query<{ n: number }>(
      `SELECT COUNT(*) AS n FROM assisted_entry WHERE topic_id = ? AND status = 'waiting' AND (? IS NULL OR kind = ?)`,
      [topicId, kind, kind],
    );
    return row?.n ?? 0;
  }

  /** Ballots of a topic that wait for their second reader. */
  async findWaitingBallots(sql: Sql, topicId: number): Promise<number[]> {
    const rows = await sql.query<{ id: number }>(
      `SELECT id FROM assisted_entry WHERE topic_id = ? AND status = 'waiting' AND kind = 'ballot' ORDER BY id`,
      [topicId],
    );
    return rows.map((row) => row.id);
  }

  /** True when somebody else entered the same member's ballot and it waits. */
  async isWaitingFor(sql: Sql, topicId: number, memberNo: number): Promise<boolean> {
    const rows = await sql.query(
      `SELECT 1 FROM assisted_entry WHERE topic_id = ? AND status = 'waiting' AND kind = 'ballot' AND member_no = ? LIMIT 1`,
      [topicId, memberNo],
    );
    return rows.length > 0;
  }

  /** Ends an entry that waits; `erase` forgets what was read. False when it waits no longer. */
  async decide(
    tx: Sql,
    id: number,
    decision: { status: AssistedStatus; by: number | null; at: Date; reason?: string; erase: boolean },
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE assisted_entry SET status = ?, decided_by = ?, decided_at = ?, refuse_reason = ?,
         content_cipher = IF(?, '', content_cipher) WHERE id = ? AND status = 'waiting'`,
      [decision.status, decision.by, decision.at, decision.reason ?? null, decision.erase ? 1 : 0, id],
    );
    return affectedRows === 1;
  }

  async setOpinion(tx: Sql, id: number, opinionId: number): Promise<void> {
    await tx.execute('UPDATE assisted_entry SET opinion_id = ? WHERE id = ?', [opinionId, id]);
  }
}
