import { Injectable } from '@nestjs/common';
import { fromJson, type Sql } from '../../database/database.js';
import type { CiteKind } from './meetings.dto.js';

/** A sentence as it is stored; `id` is a row number. */
export interface StoredSentence {
  text: string;
  cites: { kind: CiteKind; id: number }[];
}

export interface MinutesRow {
  topicId: number;
  no: number;
  sentences: StoredSentence[];
  minority: StoredSentence[];
  status: 'draft' | 'confirming' | 'confirmed' | 'superseded';
  confirmUntil: Date | null;
}

export interface ConfirmationRow {
  attendeeId: number;
  agrees: boolean;
  comment: string | null;
  method: 'app' | 'paper';
}

const SELECT = `SELECT topic_id AS topicId, no, sentences, minority, status, confirm_until AS confirmUntil FROM minutes`;

/** SQL of minutes and their confirmations. */
@Injectable()
export class MinutesRepository {
  async findLatest(sql: Sql, topicId: number): Promise<MinutesRow | null> {
    const rows = await sql.query<MinutesRow>(`${SELECT} WHERE topic_id = ? ORDER BY no DESC LIMIT 1`, [
      topicId,
    ]);
    return rows.map(toMinutes).at(0) ?? null;
  }

  /** The newest that went out to the attendees, whatever was drafted since. */
  async findLatestSent(sql: Sql, topicId: number): Promise<MinutesRow | null> {
    const rows = await sql.query<MinutesRow>(
      `${SELECT} WHERE topic_id = ? AND status IN ('confirming', 'confirmed') ORDER BY no DESC LIMIT 1`,
      [topicId],
    );
    return rows.map(toMinutes).at(0) ?? null;
  }

  /** A new version. The topic's row is held, so nobody else writes the same number. */
  async insert(
    tx: Sql,
    minutes: Pick<MinutesRow, 'topicId' | 'no' | 'sentences' | 'minority'>,
    by: number,
    at: Date,
  ): Promise<void> {
    await tx.execute(
      "UPDATE minutes SET status = 'superseded' WHERE topic_id = ? AND status IN ('draft', 'confirming')",
      [minutes.topicId],
    );
    await tx.execute(
      `INSERT INTO minutes (topic_id, no, sentences, minority, status, written_by, written_at)
       VALUES (?, ?, ?, ?, 'draft', ?, ?)`,
      [
        minutes.topicId,
        minutes.no,
        JSON.stringify(minutes.sentences),
        JSON.stringify(minutes.minority),
        by,
        at,
      ],
    );
  }

  /** False when they were no draft any more. */
  async send(tx: Sql, topicId: number, no: number, sentAt: Date, until: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE minutes SET status = 'confirming', sent_at = ?, confirm_until = ?
        WHERE topic_id = ? AND no = ? AND status = 'draft'`,
      [sentAt, until, topicId, no],
    );
    return affectedRows === 1;
  }

  /** False when they were not being confirmed any more. */
  async confirm(tx: Sql, topicId: number, no: number, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE minutes SET status = 'confirmed', confirmed_at = ?
        WHERE topic_id = ? AND no = ? AND status = 'confirming'`,
      [at, topicId, no],
    );
    return affectedRows === 1;
  }

  findConfirmations(sql: Sql, topicId: number, no: number): Promise<ConfirmationRow[]> {
    return sql
      .query<Omit<ConfirmationRow, 'agrees'> & { agrees: number }>(
        `SELECT attendee_id AS attendeeId, agrees, comment, method FROM minutes_confirmation
          WHERE topic_id = ? AND no = ?`,
        [topicId, no],
      )
      .then((rows) => rows.map((row) => ({ ...row, agrees: row.agrees === 1 })));
  }

  /** A duplicate key says that this attendee has answered before. */
  async insertConfirmation(
    tx: Sql,
    topicId: number,
    no: number,
    answer: ConfirmationRow & { photoId: number | null; at: Date },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO minutes_confirmation (topic_id, no, attendee_id, agrees, comment, method, photo_id, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        topicId,
        no,
        answer.attendeeId,
        answer.agrees ? 1 : 0,
        answer.comment,
        answer.method,
        answer.photoId,
        answer.at,
      ],
    );
  }

  /** Minutes whose time to be confirmed is over. */
  findDue(sql: Sql, now: Date, limit: number): Promise<{ topicId: number; no: number }[]> {
    return sql.query<{ topicId: number; no: number }>(
      `SELECT topic_id AS topicId, no FROM minutes WHERE status = 'confirming' AND confirm_until <= ?
        ORDER BY confirm_until LIMIT ?`,
      [now, limit],
    );
  }

  /** Visible opinions of the topic among these, with who said them. */
  async findOpinions(sql: Sql, topicId: number, ids: readonly number[]): Promise<Map<number, string>> {
    if (ids.length === 0) return new Map();
    const rows = await sql.query<{ id: number; name: string }>(
      `SELECT o.id, COALESCE(o.author_name, p.nickname, '') AS name FROM opinion o LEFT JOIN person p ON p.id = o.author_id
        WHERE o.topic_id = ? AND o.status = 'visible' AND o.id IN (?)`,
      [topicId, ids],
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }
}

function toMinutes(row: MinutesRow): MinutesRow {
  return {
    ...row,
    sentences: fromJson<StoredSentence[]>(row.sentences),
    minority: fromJson<StoredSentence[]>(row.minority),
  };
}
