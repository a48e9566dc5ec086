import { Injectable } from '@nestjs/common';
import { encodeId } from '../../common/ids/public-id.js';
import { Clock } from '../../common/clock/clock.js';
import type { Sql } from '../../database/database.js';
import { RecordContents } from '../../halls/record/record-contents.js';
import { RecordWriter } from '../../halls/record/record-writer.js';
import { TopicClocks } from '../../halls/topics/topic-clocks.js';
import {
  refKey,
  type CaseSubject,
  type ReportableText,
  type SubjectRef,
  type SubjectText,
} from './case-subject.js';

interface ObjectionTextRow {
  id: number;
  topicId: number;
  personId: number;
  status: string;
  recordSeq: number | null;
}

const OBJECTION_TEXT = 'text';

/** Objections to a topic's result as the subject of cases; their texts have one version. */
@Injectable()
export class ObjectionSubject implements CaseSubject {
  readonly kind = 'objection';

  constructor(
    private readonly record: RecordWriter,
    private readonly contents: RecordContents,
    private readonly clocks: TopicClocks,
    private readonly clock: Clock,
  ) {}

  async find(sql: Sql, id: number): Promise<ReportableText | null> {
    const row = await this.row(sql, id);
    if (row === null) return null;
    const hidden = row.status === 'hidden' ? 'hidden' : 'unseen';
    return {
      topicId: row.topicId,
      no: 1,
      authorId: row.personId,
      state: ['open', 'upheld', 'dismissed'].includes(row.status) ? 'visible' : hidden,
    };
  }

  async texts(sql: Sql, refs: readonly SubjectRef[]): Promise<Map<string, SubjectText>> {
    if (refs.length === 0) return new Map();
    const rows = await sql.query<SubjectText & { id: number }>(
      `SELECT o.id, o.text, o.created_at AS createdAt, p.nickname
         FROM topic_objection o JOIN person p ON p.id = o.person_id WHERE o.id IN (?)`,
      [refs.map(({ id }) => id)],
    );
    return new Map(refs.flatMap((ref) => rows.filter((r) => r.id === ref.id).map((r) => [refKey(ref), r])));
  }

  /** It waits for its answer from now on. */
  async release(tx: Sql, { id }: SubjectRef): Promise<boolean> {
    const row = await this.row(tx, id);
    if (row === null || !(await this.move(tx, id, ['held'], 'open'))) return false;
    await tx.execute('UPDATE topic SET open_objections = open_objections + 1 WHERE id = ?', [row.topicId]);
    await this.clocks.start(tx, row.topicId, ['objections'], this.clock.now());
    await this.record.append(tx, row.topicId, [
      {
        act: 'objection',
        actor: { role: 'resident', personId: row.personId },
        body: { objection: encodeId('topic_objection', id), text: row.recordSeq },
      },
    ]);
    if (row.recordSeq !== null) {
      await this.contents.disclose(tx, row.topicId, row.recordSeq, OBJECTION_TEXT);
    }
    return true;
  }

  /** A hidden objection waits for no answer. */
  async hide(tx: Sql, { id }: SubjectRef): Promise<boolean> {
    const row = await this.row(tx, id);
    if (row === null || !(await this.move(tx, id, ['held', 'open'], 'hidden'))) return false;
    if (row.status === 'open') await this.countOpen(tx, row.topicId, -1);
    if (row.recordSeq !== null) {
      await this.contents.withhold(tx, row.topicId, row.recordSeq, OBJECTION_TEXT);
    }
    return true;
  }

  async restore(tx: Sql, { id }: SubjectRef): Promise<boolean> {
    const row = await this.row(tx, id);
    if (row === null || !(await this.move(tx, id, ['hidden'], 'open'))) return false;
    await this.countOpen(tx, row.topicId, 1);
    if (row.recordSeq !== null) {
      await this.contents.disclose(tx, row.topicId, row.recordSeq, OBJECTION_TEXT);
    }
    return true;
  }

  private async row(sql: Sql, id: number): Promise<ObjectionTextRow | null> {
    const rows = await sql.query<ObjectionTextRow>(
      `SELECT id, topic_id AS topicId, person_id AS personId, status, record_seq AS recordSeq FROM topic_objection
        WHERE id = ?`,
      [id],
    );
    return rows.at(0) ?? null;
  }

  private async move(tx: Sql, id: number, from: readonly string[], to: string): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      'UPDATE topic_objection SET status = ? WHERE id = ? AND status IN (?)',
      [to, id, from],
    );
    return affectedRows === 1;
  }

  private async countOpen(tx: Sql, topicId: number, by: 1 | -1): Promise<void> {
    await tx.execute('UPDATE topic SET open_objections = open_objections + ? WHERE id = ?', [by, topicId]);
  }
}
