import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { ENDORSE_DAYS, TEXT_OPEN } from '@jiefang/shared/topics';
import { Clock } from '../../common/clock/clock.js';
import type { Sql } from '../../database/database.js';
import { RecordContents } from '../record/record-contents.js';
import { RecordWriter, type RecordAct } from '../record/record-writer.js';
import { TopicClocks } from './topic-clocks.js';
import { SHOWABLE, type TextVerdict, type TopicRow, type TopicTextRow } from './topic-rows.js';
import { TopicsRepository } from './topics.repository.js';
import { endOfDay } from './topic-windows.js';

const COLUMNS = `topic_id AS topicId, no, title, body, hash, verdict, record_seq AS recordSeq, created_at AS createdAt`;

/** What stands in the place of a title that is hidden. */
export const HIDDEN_TITLE = '（文字已隐藏）';
/** What stands in the place of a title that the law made us delete. */
export const ERASED_TITLE = '（文字已依法删除）';

/** SHA-256 over the canonical JSON of {title, body, no}: what is frozen at `finalised`. */
export function textHash(text: { title: string; body: string; no: number }): Buffer {
  const json = canonicalize({ title: text.title, body: text.body, no: text.no });
  if (json === undefined) throw new TypeError('a text is no JSON');
  return hash('sha256', json, 'buffer');
}

/** Versions of a topic's text. Whoever changes one holds the topic's row. */
@Injectable()
export class TopicTexts {
  constructor(
    private readonly topics: TopicsRepository,
    private readonly clocks: TopicClocks,
    private readonly records: RecordWriter,
    private readonly contents: RecordContents,
    private readonly clock: Clock,
  ) {}

  async find(sql: Sql, topicId: number, no: number): Promise<TopicTextRow | null> {
    const rows = await sql.query<TopicTextRow>(
      `SELECT ${COLUMNS} FROM topic_text WHERE topic_id = ? AND no = ?`,
      [topicId, no],
    );
    return rows.at(0) ?? null;
  }

  /** All versions, newest first. */
  findAll(sql: Sql, topicId: number): Promise<TopicTextRow[]> {
    return sql.query<TopicTextRow>(`SELECT ${COLUMNS} FROM topic_text WHERE topic_id = ? ORDER BY no DESC`, [
      topicId,
    ]);
  }

  /** A new version, one above the highest. Returns its number and hash. */
  async insert(
    tx: Sql,
    topicId: number,
    text: { title: string; body: string; verdict: 'pass' | 'held'; createdBy: number },
  ): Promise<{ no: number; hash: Buffer }> {
    const [row] = await tx.query<{ no: number | null }>(
      'SELECT MAX(no) AS no FROM topic_text WHERE topic_id = ?',
      [topicId],
    );
    const no = (row?.no ?? 0) + 1;
    const sum = textHash({ ...text, no });
    await tx.execute(
      `INSERT INTO topic_text (topic_id, no, title, body, hash, verdict, created_by, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [topicId, no, text.title, text.body, sum, text.verdict, text.createdBy, this.clock.now()],
    );
    return { no, hash: sum };
  }

  /** True when the text in force may be shown and the newest does not wait for a person. */
  async passed(sql: Sql, topicId: number, textNo: number): Promise<boolean> {
    const texts = await this.findAll(sql, topicId);
    const inForce = texts.find((text) => text.no === textNo);
    // A held one that its writer has replaced since is nobody's wish any more.
    return inForce !== undefined && SHOWABLE.includes(inForce.verdict) && texts[0]?.verdict !== 'held';
  }

  /** Puts a text that everybody may see on the record, once. */
  async publish(tx: Sql, topicId: number, no: number, actor: RecordAct['actor']): Promise<void> {
    const text = await this.find(tx, topicId, no);
    if (text === null || text.recordSeq !== null) return;
    const [seq] = await this.records.append(tx, topicId, [
      {
        act: 'version',
        actor,
        body: { no, hash: text.hash.toString('hex') },
        contents: { title: text.title, body: text.body },
        withheld: !SHOWABLE.includes(text.verdict),
      },
    ]);
    await tx.execute('UPDATE topic_text SET record_seq = ? WHERE topic_id = ? AND no = ?', [
      seq,
      topicId,
      no,
    ]);
  }

  /**
   * A person has looked at a held text: it may be shown. The newest one comes into force where the text may still
   * change. False when the text was not held.
   */
  async release(tx: Sql, topicId: number, no: number): Promise<boolean> {
    const topic = await this.topics.findByIdForUpdate(tx, topicId);
    if (topic === null || !(await this.setVerdict(tx, topicId, no, ['held'], 'released'))) return false;
    const text = await this.find(tx, topicId, no);
    if (text === null) return false;
    await this.letIn(tx, topic, text);
    return true;
  }

  /** Makes a version the one in force. Endorsements of the one before stay with it and count no more. */
  async bringIntoForce(tx: Sql, topicId: number, text: Pick<TopicTextRow, 'no' | 'title'>): Promise<void> {
    const topic = await this.topics.findByIdForUpdate(tx, topicId);
    if (topic === null) return;
    const now = this.clock.now();
    const collects = topic.status === 'endorsing';
    const counted = collects || topic.status === 'draft' || topic.status === 'returned';
    const nobodyMust = collects && topic.endorseThreshold === 0;
    const reached = collects && !nobodyMust && topic.endorsedNo === topic.textNo;
    await this.topics.change(
      tx,
      topicId,
      {
        textNo: text.no,
        title: text.title,
        ...(counted
          ? { endorsements: 0, endorsedNo: nobodyMust ? text.no : null }
          : { endorsedNo: topic.endorsedNo }),
        // Enough had endorsed the old text: the new one gets the whole time again.
        ...(reached ? { endorseUntil: endOfDay(now, ENDORSE_DAYS) } : {}),
      },
      now,
    );
    if (reached) await this.clocks.stop(tx, topicId, ['start'], now);
  }

  /** Hides a shown text: a stub stays. False when it was not shown. */
  async hide(tx: Sql, topicId: number, no: number): Promise<boolean> {
    const topic = await this.topics.findByIdForUpdate(tx, topicId);
    if (topic === null) return false;
    if (!(await this.setVerdict(tx, topicId, no, ['pass', 'released', 'held'], 'hidden'))) return false;
    const text = await this.find(tx, topicId, no);
    if (topic.textNo === no) await this.topics.change(tx, topicId, { title: HIDDEN_TITLE }, this.clock.now());
    if (text !== null && text.recordSeq !== null) {
      for (const name of ['title', 'body']) await this.contents.withhold(tx, topicId, text.recordSeq, name);
    }
    return true;
  }

  /** Shows a hidden text again. False when it was not hidden. */
  async restore(tx: Sql, topicId: number, no: number): Promise<boolean> {
    const topic = await this.topics.findByIdForUpdate(tx, topicId);
    if (topic === null || !(await this.setVerdict(tx, topicId, no, ['hidden'], 'released'))) return false;
    const text = await this.find(tx, topicId, no);
    if (text === null) return false;
    if (topic.textNo === no) await this.topics.change(tx, topicId, { title: text.title }, this.clock.now());
    if (text.recordSeq !== null) {
      for (const name of ['title', 'body']) await this.contents.disclose(tx, topicId, text.recordSeq, name);
    } else await this.letIn(tx, topic, text);
    return true;
  }

  /** Deletes a text that the law makes us delete; its hash stays. What the record holds of it is the record's. */
  async erase(tx: Sql, topicId: number, no: number): Promise<boolean> {
    const topic = await this.topics.findByIdForUpdate(tx, topicId);
    const { affectedRows } = await tx.execute(
      `UPDATE topic_text SET title = ?, body = '', verdict = 'erased'
        WHERE topic_id = ? AND no = ? AND verdict <> 'erased'`,
      [ERASED_TITLE, topicId, no],
    );
    if (topic?.textNo === no && affectedRows === 1)
      await this.topics.change(tx, topicId, { title: ERASED_TITLE }, this.clock.now());
    return affectedRows === 1;
  }

  /**
   * A version that nobody has read yet: a newer one comes into force where the text may change, and what is in force
   * everybody reads. One that was replaced before it could be shown stays its writer's own.
   */
  private async letIn(tx: Sql, topic: TopicRow, text: TopicTextRow): Promise<void> {
    const status = topic.status === 'suspended' ? topic.suspendedFrom : topic.status;
    const isNewer = text.no > topic.textNo && TEXT_OPEN.some((open) => open === status);
    if (isNewer) await this.bringIntoForce(tx, topic.id, text);
    if (topic.shown && (isNewer || text.no === topic.textNo))
      await this.publish(tx, topic.id, text.no, { role: 'product', personId: null });
  }

  private async setVerdict(
    tx: Sql,
    topicId: number,
    no: number,
    from: readonly TextVerdict[],
    to: TextVerdict,
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      'UPDATE topic_text SET verdict = ? WHERE topic_id = ? AND no = ? AND verdict IN (?)',
      [to, topicId, no, from],
    );
    return affectedRows === 1;
  }
}
