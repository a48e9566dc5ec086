import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';
import type { ObjectionDecision } from './outcomes.dto.js';
import type { TopicObjectionStatus } from './outcome-views.js';

export interface TopicObjectionRow {
  id: number;
  topicId: number;
  topicTitle: string;
  initiatorId: number;
  divisionCode: string;
  personId: number;
  nickname: string;
  text: string | null;
  status: TopicObjectionStatus;
  answer: string | null;
  answeredAt: Date | null;
  createdAt: Date;
}

const SELECT = `SELECT o.id, o.topic_id AS topicId, t.title AS topicTitle, t.initiator_id AS initiatorId,
    o.division_code AS divisionCode, o.person_id AS personId, p.nickname, o.text, o.status, o.answer,
    o.answered_at AS answeredAt, o.created_at AS createdAt
  FROM topic_objection o JOIN topic t ON t.id = o.topic_id JOIN person p ON p.id = o.person_id`;

/** SQL of objections to results. */
@Injectable()
export class TopicObjectionsRepository {
  /** A duplicate key says that the person has an objection to the topic that waits already. */
  async insert(
    tx: Sql,
    objection: {
      topicId: number;
      divisionCode: string;
      personId: number;
      text: string;
      status: 'open' | 'held';
      at: Date;
    },
  ): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO topic_objection (topic_id, division_code, person_id, text, status, created_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [
        objection.topicId,
        objection.divisionCode,
        objection.personId,
        objection.text,
        objection.status,
        objection.at,
      ],
    );
    return insertId;
  }

  async setRecordSeq(tx: Sql, id: number, seq: number): Promise<void> {
    await tx.execute('UPDATE topic_objection SET record_seq = ? WHERE id = ?', [seq, id]);
  }

  async countOpen(tx: Sql, topicId: number, by: 1 | -1): Promise<void> {
    await tx.execute('UPDATE topic SET open_objections = open_objections + ? WHERE id = ?', [by, topicId]);
  }

  async findById(sql: Sql, id: number): Promise<TopicObjectionRow | null> {
    return (await sql.query<TopicObjectionRow>(`${SELECT} WHERE o.id = ?`, [id])).at(0) ?? null;
  }

  /** Objections of a topic, oldest first; one that is held only for who wrote it. */
  findOf(sql: Sql, topicId: number, personId: number | null): Promise<TopicObjectionRow[]> {
    return sql.query<TopicObjectionRow>(
      `${SELECT} WHERE o.topic_id = ? AND (o.status <> 'held' OR o.person_id = ?) ORDER BY o.id`,
      [topicId, personId ?? 0],
    );
  }

  /** Objections that wait in a division's subtree, oldest first. */
  findQueue(sql: Sql, divisionCode: string, after: number, limit: number): Promise<TopicObjectionRow[]> {
    return sql.query<TopicObjectionRow>(
      `${SELECT} WHERE o.status = 'open' AND o.division_code LIKE CONCAT(?, '%') AND o.id > ? ORDER BY o.id LIMIT ?`,
      [divisionCode, after, limit],
    );
  }

  /** True when it waited for an answer and is answered by this call. */
  async answer(
    tx: Sql,
    id: number,
    answer: { decision: ObjectionDecision; answer: string; by: number; at: Date },
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE topic_objection SET status = ?, answer = ?, answered_by = ?, answered_at = ?
        WHERE id = ? AND status = 'open'`,
      [answer.decision, answer.answer, answer.by, answer.at, id],
    );
    return affectedRows === 1;
  }

  /** Since when the oldest that waits has waited; null when none does. */
  async oldestOpen(tx: Sql, topicId: number): Promise<Date | null> {
    const [row] = await tx.query<{ since: Date | null }>(
      "SELECT MIN(created_at) AS since FROM topic_objection WHERE topic_id = ? AND status = 'open'",
      [topicId],
    );
    return row?.since ?? null;
  }
}
