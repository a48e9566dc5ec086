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
/** Statuses in which everybody reads it. */
const SHOWN = ['open', 'upheld', 'dismissed'];

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
      state: SHOWN.includes(row.status) ? 'visible' : hidden,
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
    await this.countOpen(tx, row.topicId, 1);
    await this.record.append(tx, row.topicId, [
      {
        act: 'objection',
        actor: { role: 'resident', personId: row.personId },
        body: { objection: encodeId('topic_objection', id), text: row.recordSeq },
      },
    ]);
    await this.showText(tx, row);
    return true;
  }

  /** Its answer stays; one that had none waits for none any more. */
  async hide(tx: Sql, { id }: SubjectRef): Promise<boolean> {
    const row = await this.row(tx, id);
    if (row === null || !(await this.move(tx, id, ['held', ...SHOWN], 'hidden'))) return false;
    if (row.status === 'open') await this.countOpen(tx, row.topicId, -1);
    if (row.recordSeq !== null) {
      await this.contents.withhold(tx, row.topicId, row.recordSeq, OBJECTION_TEXT);
    }
    return true;
  }

  /**
   * Back to what it was. One without an answer waits for it again, unless the publication is over or its author has
   * objected anew meanwhile: then it is shown as it stands.
   */
  async restore(tx: Sql, { id }: SubjectRef): Promise<boolean> {
    const row = await this.row(tx, id);
    if (row === null || row.status !== 'hidden') return false;
    const answered = await this.answerOf(tx, row);
    const to = answered ?? ((await this.mayWait(tx, row)) ? 'open' : 'dismissed');
    if (!(await this.move(tx, id, ['hidden'], to))) return false;
    if (to === 'open') await this.countOpen(tx, row.topicId, 1);
    await this.showText(tx, row);
    return true;
  }

  /** How it was answered, as the record says; null when it was not. */
  private async answerOf(tx: Sql, row: ObjectionTextRow): Promise<'upheld' | 'dismissed' | null> {
    const entries = await tx.query<{ entry: string }>(
      `SELECT entry FROM record_entry WHERE topic_id = ? AND act = 'objection_answer' AND entry LIKE ?`,
      [row.topicId, `%"${encodeId('topic_objection', row.id)}"%`],
    );
    const [entry] = entries.map((one) => JSON.parse(one.entry) as { body: { decision?: string } });
    if (entry === undefined) return null;
    return entry.body.decision === 'upheld' ? 'upheld' : 'dismissed';
  }

  private async mayWait(tx: Sql, row: ObjectionTextRow): Promise<boolean> {
    const [found] = await tx.query<{ open: number; others: number }>(
      `SELECT t.status IN ('publicised', 'suspended') AS open,
              EXISTS (SELECT 1 FROM topic_objection o WHERE o.topic_id = t.id AND o.person_id = ? AND o.live = 1) AS others
         FROM topic t WHERE t.id = ?`,
      [row.personId, row.topicId],
    );
    return Number(found?.open) === 1 && Number(found?.others) === 0;
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

  /** The topic's counter, and the duty to answer, which runs since the oldest that waits. */
  private async countOpen(tx: Sql, topicId: number, by: 1 | -1): Promise<void> {
    await tx.execute('UPDATE topic SET open_objections = open_objections + ? WHERE id = ?', [by, topicId]);
    const [oldest] = await tx.query<{ since: Date | null }>(
      "SELECT MIN(created_at) AS since FROM topic_objection WHERE topic_id = ? AND status = 'open'",
      [topicId],
    );
    await this.clocks.follow(tx, topicId, 'objections', oldest?.since ?? null, this.clock.now());
  }

  private async showText(tx: Sql, { topicId, recordSeq }: ObjectionTextRow): Promise<void> {
    if (recordSeq !== null) await this.contents.disclose(tx, topicId, recordSeq, OBJECTION_TEXT);
  }
}
