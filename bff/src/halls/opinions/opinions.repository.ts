import { Injectable } from '@nestjs/common';
import type { HideReason, Stance } from '@jiefang/shared/topics';
import type { Sql } from '../../database/database.js';
import {
  FIRST_LEVEL,
  type OpinionRow,
  type OpinionTextRow,
  type OpinionTopic,
  type OpinionVerdict,
} from './opinion-rows.js';

/** Columns of an opinion under the alias `o`. */
export const OPINION_COLUMNS = `o.id, o.topic_id AS topicId, o.parent_id AS parentId, o.author_id AS authorId, o.role,
  o.channel, o.stance, o.status, o.text, o.text_no AS textNo, o.record_seq AS recordSeq, o.hide_reason AS hideReason,
  o.agree, o.disagree, o.pass, o.replies, o.created_at AS createdAt, o.updated_at AS updatedAt`;

const TOPIC = `SELECT id, division_code AS divisionCode, initiator_id AS initiatorId, title, status, shown FROM topic
  WHERE id = ?`;

/** A new opinion; its text is version 1. */
export type NewOpinion = Pick<
  OpinionRow,
  'topicId' | 'parentId' | 'authorId' | 'role' | 'channel' | 'stance' | 'status'
> & { text: string; authorName: string | null; verdict: OpinionVerdict };

/** A reaction as a column: agree, disagree, pass. */
export type Reaction = -1 | 0 | 1;
const COLUMN_OF: Record<Reaction, string> = { 1: 'agree', [-1]: 'disagree', 0: 'pass' };
const STANCE_COLUMNS: Record<Stance, string> = {
  for: 'stance_for',
  against: 'stance_against',
  neutral: 'stance_neutral',
};

/** One version of an opinion with its author's name; `text` is null once it was erased. */
export interface OpinionVersionText {
  id: number;
  no: number;
  text: string | null;
  createdAt: Date;
  nickname: string | null;
}

/** SQL over opinions one by one. Pages of them are OpinionPagesRepository's. */
@Injectable()
export class OpinionsRepository {
  async findTopic(sql: Sql, topicId: number): Promise<OpinionTopic | null> {
    return (await sql.query<OpinionTopic>(TOPIC, [topicId])).at(0) ?? null;
  }

  /** The topic, held until the transaction ends: nobody else writes on it, or moves it on. */
  async findTopicForUpdate(tx: Sql, topicId: number): Promise<OpinionTopic | null> {
    return (await tx.query<OpinionTopic>(`${TOPIC} FOR UPDATE`, [topicId])).at(0) ?? null;
  }

  /** The topic, which others may read and react to, but not move on until the transaction ends. */
  async findTopicInShareMode(tx: Sql, topicId: number): Promise<OpinionTopic | null> {
    return (await tx.query<OpinionTopic>(`${TOPIC} LOCK IN SHARE MODE`, [topicId])).at(0) ?? null;
  }

  async findById(sql: Sql, id: number): Promise<OpinionRow | null> {
    const rows = await sql.query<OpinionRow>(`SELECT ${OPINION_COLUMNS} FROM opinion o WHERE o.id = ?`, [id]);
    return rows.at(0) ?? null;
  }

  async findByIdForUpdate(tx: Sql, id: number): Promise<OpinionRow | null> {
    const rows = await tx.query<OpinionRow>(
      `SELECT ${OPINION_COLUMNS} FROM opinion o WHERE o.id = ? FOR UPDATE`,
      [id],
    );
    return rows.at(0) ?? null;
  }

  /** Inserts the opinion with its first version. Returns its row number. */
  async findVersions(
    sql: Sql,
    versions: readonly { id: number; no: number }[],
  ): Promise<OpinionVersionText[]> {
    if (versions.length === 0) return [];
    return sql.query<OpinionVersionText>(
      `SELECT v.opinion_id AS id, v.no, v.text, v.created_at AS createdAt,
              COALESCE(o.author_name, p.nickname) AS nickname
         FROM opinion_text v JOIN opinion o ON o.id = v.opinion_id LEFT JOIN person p ON p.id = o.author_id
        WHERE (v.opinion_id, v.no) IN (?)`,
      [versions.map(({ id, no }) => [id, no])],
    );
  }

  async insert(tx: Sql, opinion: NewOpinion, at: Date): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO opinion (topic_id, parent_id, author_id, author_name, role, channel, stance, status, text, created_at,
         updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        opinion.topicId,
        opinion.parentId,
        opinion.authorId,
        opinion.authorName,
        opinion.role,
        opinion.channel,
        opinion.stance,
        opinion.status,
        opinion.text,
        at,
        at,
      ],
    );
    await this.insertText(
      tx,
      { opinionId: insertId, no: 1, text: opinion.text, verdict: opinion.verdict },
      at,
    );
    return insertId;
  }

  async insertText(
    tx: Sql,
    text: Pick<OpinionTextRow, 'opinionId' | 'no' | 'text' | 'verdict'>,
    at: Date,
  ): Promise<void> {
    await tx.execute(
      'INSERT INTO opinion_text (opinion_id, no, text, verdict, created_at) VALUES (?, ?, ?, ?, ?)',
      [text.opinionId, text.no, text.text, text.verdict, at],
    );
  }

  /** Versions, oldest first. */
  findTexts(sql: Sql, opinionId: number): Promise<OpinionTextRow[]> {
    return sql.query<OpinionTextRow>(
      `SELECT opinion_id AS opinionId, no, text, verdict, record_seq AS recordSeq, created_at AS createdAt
         FROM opinion_text WHERE opinion_id = ? ORDER BY no`,
      [opinionId],
    );
  }

  /** Notes where on the record a version is. */
  async setRecordSeq(tx: Sql, opinionId: number, no: number, seq: number): Promise<void> {
    await tx.execute('UPDATE opinion_text SET record_seq = ? WHERE opinion_id = ? AND no = ?', [
      seq,
      opinionId,
      no,
    ]);
    if (no === 1) await tx.execute('UPDATE opinion SET record_seq = ? WHERE id = ?', [seq, opinionId]);
  }

  async setVerdict(tx: Sql, opinionId: number, no: number, verdict: OpinionVerdict): Promise<void> {
    await tx.execute('UPDATE opinion_text SET verdict = ? WHERE opinion_id = ? AND no = ?', [
      verdict,
      opinionId,
      no,
    ]);
  }

  /** Puts a version in force; its words now stand in the opinion. */
  async putInForce(
    tx: Sql,
    opinionId: number,
    version: { no: number; text: string; at: Date },
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      "UPDATE opinion SET text = ?, text_no = ?, updated_at = ? WHERE id = ? AND status = 'visible' AND text_no < ?",
      [version.text, version.no, version.at, opinionId, version.no],
    );
    return affectedRows === 1;
  }

  /** True when the opinion went from one of the statuses to `visible`. */
  async show(tx: Sql, id: number, from: 'held' | 'hidden'): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      "UPDATE opinion SET status = 'visible', hide_reason = NULL WHERE id = ? AND status = ?",
      [id, from],
    );
    return affectedRows === 1;
  }

  /** True when the opinion was visible or held and is hidden now. */
  async hide(tx: Sql, id: number, reason: HideReason): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      "UPDATE opinion SET status = 'hidden', hide_reason = ? WHERE id = ? AND status IN ('visible', 'held')",
      [reason, id],
    );
    return affectedRows === 1;
  }

  /**
   * Counts an opinion that can be read into its topic, or out of it again: all of them, and the stances of the first
   * level. The caller holds the topic's row.
   */
  async countInTopic(tx: Sql, opinion: Pick<OpinionRow, 'topicId' | 'parentId' | 'stance'>, by: 1 | -1) {
    const stance = STANCE_COLUMNS[opinion.stance];
    const more = opinion.parentId === FIRST_LEVEL ? `, ${stance} = ${stance} + ?` : '';
    await tx.execute(`UPDATE topic SET opinions = opinions + ?${more} WHERE id = ?`, [
      by,
      ...(more === '' ? [] : [by]),
      opinion.topicId,
    ]);
  }

  /** One more reply that stands in the list below an opinion. */
  async countReply(tx: Sql, parentId: number): Promise<void> {
    if (parentId === FIRST_LEVEL) return;
    await tx.execute('UPDATE opinion SET replies = replies + 1 WHERE id = ?', [parentId]);
  }

  async findReaction(sql: Sql, opinionId: number, personId: number): Promise<Reaction | null> {
    const [row] = await sql.query<{ value: Reaction }>(
      'SELECT value FROM opinion_reaction WHERE opinion_id = ? AND person_id = ?',
      [opinionId, personId],
    );
    return row?.value ?? null;
  }

  /** Keeps what a person thinks of an opinion, and its counters. The caller holds the opinion's row. */
  async react(
    tx: Sql,
    opinionId: number,
    personId: number,
    change: { from: Reaction | null; to: Reaction | null },
    at: Date,
  ): Promise<void> {
    if (change.to === null) {
      await tx.execute('DELETE FROM opinion_reaction WHERE opinion_id = ? AND person_id = ?', [
        opinionId,
        personId,
      ]);
    } else {
      await tx.execute(
        `INSERT INTO opinion_reaction (opinion_id, person_id, value, updated_at) VALUES (?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE value = VALUES(value), updated_at = VALUES(updated_at)`,
        [opinionId, personId, change.to, at],
      );
    }
    const steps = [
      ...(change.from === null ? [] : [`${COLUMN_OF[change.from]} = ${COLUMN_OF[change.from]} - 1`]),
      ...(change.to === null ? [] : [`${COLUMN_OF[change.to]} = ${COLUMN_OF[change.to]} + 1`]),
    ];
    if (steps.length > 0)
      await tx.execute(`UPDATE opinion SET ${steps.join(', ')} WHERE id = ?`, [opinionId]);
  }

  /** Counters of a topic's opinions by row number after `afterId`, for the record. */
  findCounters(
    sql: Sql,
    topicId: number,
    afterId: number,
    limit: number,
  ): Promise<Pick<OpinionRow, 'id' | 'agree' | 'disagree' | 'pass'>[]> {
    return sql.query(
      `SELECT id, agree, disagree, pass FROM opinion FORCE INDEX (PRIMARY)
        WHERE topic_id = ? AND id > ? AND listed = 1 ORDER BY id LIMIT ?`,
      [topicId, afterId, limit],
    );
  }
}
