import { Injectable } from '@nestjs/common';
import type { HideReason } from '@jiefang/shared/topics';
import type { Sql } from '../../database/database.js';
import { SHOWABLE } from '../../halls/topics/topic-rows.js';
import { TopicTexts } from '../../halls/topics/topic-texts.js';
import { Topics } from '../../halls/topics/topics.js';
import {
  refKey,
  type CaseSubject,
  type ReportableText,
  type SubjectRef,
  type SubjectText,
} from './case-subject.js';

/** The texts of topics themselves as the subject of cases. */
@Injectable()
export class TopicSubject implements CaseSubject {
  readonly kind = 'topic';

  constructor(
    private readonly topics: Topics,
    private readonly topicTexts: TopicTexts,
  ) {}

  async find(sql: Sql, id: number): Promise<ReportableText | null> {
    const topic = await this.topics.findById(sql, id);
    if (topic === null) return null;
    const text = await this.topicTexts.find(sql, id, topic.textNo);
    const isReadable = text !== null && SHOWABLE.includes(text.verdict);
    const hidden = text?.verdict === 'hidden' ? 'hidden' : 'unseen';
    return {
      topicId: id,
      no: topic.textNo,
      authorId: topic.initiatorId,
      state: topic.shown && isReadable ? 'visible' : hidden,
    };
  }

  async texts(sql: Sql, refs: readonly SubjectRef[]): Promise<Map<string, SubjectText>> {
    if (refs.length === 0) return new Map();
    const rows = await sql.query<SubjectText & SubjectRef>(
      `SELECT v.topic_id AS id, v.no, IF(v.verdict = 'erased', NULL, CONCAT(v.title, '\n', v.body)) AS text,
              v.created_at AS createdAt, p.nickname
         FROM topic_text v JOIN topic t ON t.id = v.topic_id JOIN person p ON p.id = t.initiator_id
        WHERE (v.topic_id, v.no) IN (?)`,
      [refs.map(({ id, no }) => [id, no])],
    );
    return new Map(rows.map((row) => [refKey(row), row]));
  }

  release(tx: Sql, { id, no }: SubjectRef): Promise<boolean> {
    return this.topicTexts.release(tx, id, no);
  }

  /** What was reported is what everybody reads: a newer version that waits beside it is no shield for it. */
  async hide(tx: Sql, { id, no }: SubjectRef, _reason: HideReason, reported: boolean): Promise<boolean> {
    const inForce = (await this.topics.findById(tx, id))?.textNo ?? no;
    const isHidden = await this.topicTexts.hide(tx, id, no);
    const isStub = reported && no > inForce && (await this.topicTexts.hide(tx, id, inForce));
    return isHidden || isStub;
  }

  restore(tx: Sql, { id, no }: SubjectRef): Promise<boolean> {
    return this.topicTexts.restore(tx, id, no);
  }
}
