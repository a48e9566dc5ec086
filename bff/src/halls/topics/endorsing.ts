import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Sql } from '../../database/database.js';
import { RecordWriter } from '../record/record-writer.js';
import { TopicAccess } from './topic-access.js';
import { collectsEndorsements } from './topic-actions.js';
import { enoughEndorsed } from './topic-needs.js';
import { TopicNotices } from './topic-notices.js';
import type { TopicRow } from './topic-rows.js';
import { TopicSteps } from './topic-steps.js';
import { TopicsRepository } from './topics.repository.js';

/**
 * Endorsements under the topic's row: whoever holds it counts, so the hundredth of a hundred at once is the hundredth,
 * and the threshold is reached once. An endorsement belongs to the text it endorsed.
 */
@Injectable()
export class Endorsing {
  constructor(
    private readonly topics: TopicsRepository,
    private readonly steps: TopicSteps,
    private readonly access: TopicAccess,
    private readonly records: RecordWriter,
    private readonly notices: TopicNotices,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds an endorsement to the text in force. TOPIC_STATE, ENDORSE_OWN, RESIDENT_REQUIRED, ENDORSE_OLD_VERSION,
   * ENDORSE_ALREADY.
   */
  async endorse(tx: Sql, topic: TopicRow, personId: number, textNo: number): Promise<void> {
    if (!collectsEndorsements(topic, this.clock.now())) throw new DomainError('TOPIC_STATE');
    if (topic.initiatorId === personId) throw new DomainError('ENDORSE_OWN');
    await this.access.requireVerified(tx, personId, topic.divisionCode);
    if (textNo !== topic.textNo) throw new DomainError('ENDORSE_OLD_VERSION');
    if (!(await this.add(tx, topic, personId, null))) throw new DomainError('ENDORSE_ALREADY');
  }

  /** An endorsement that comes over from a merged topic. False when it was there already. */
  async move(tx: Sql, topic: TopicRow, personId: number, from: number): Promise<boolean> {
    return this.add(tx, topic, personId, from);
  }

  /** TOPIC_STATE, ENDORSE_NONE. */
  async unendorse(tx: Sql, topic: TopicRow, personId: number): Promise<void> {
    const now = this.clock.now();
    if (!collectsEndorsements(topic, now)) throw new DomainError('TOPIC_STATE');
    const { affectedRows } = await tx.execute(
      `UPDATE endorsement SET withdrawn_at = ?
        WHERE topic_id = ? AND person_id = ? AND text_no = ? AND withdrawn_at IS NULL`,
      [now, topic.id, personId, topic.textNo],
    );
    if (affectedRows !== 1) throw new DomainError('ENDORSE_NONE');
    await this.count(tx, topic, 'unendorse', personId);
  }

  /** Takes the step of the threshold where it is reached and has not been for this text. */
  async settle(tx: Sql, topicId: number): Promise<void> {
    const topic = await this.steps.lock(tx, topicId);
    if (topic.status !== 'endorsing' || topic.endorsedNo === topic.textNo || !enoughEndorsed(topic)) return;
    const reached = await this.steps.step(
      tx,
      topicId,
      'reach_endorsements',
      { actor: 'tally', personId: null },
      {
        body: { no: topic.textNo, endorsements: topic.endorsements, threshold: topic.endorseThreshold },
      },
    );
    await this.notices.tell(tx, reached, 'reach_endorsements');
  }

  private async add(tx: Sql, topic: TopicRow, personId: number, movedFrom: number | null): Promise<boolean> {
    const now = this.clock.now();
    const [known] = await tx.query<{ withdrawnAt: Date | null }>(
      `SELECT withdrawn_at AS withdrawnAt FROM endorsement WHERE topic_id = ? AND person_id = ? AND text_no = ?
          FOR UPDATE`,
      [topic.id, personId, topic.textNo],
    );
    if (known !== undefined && known.withdrawnAt === null) return false;
    await tx.execute(
      `INSERT INTO endorsement (topic_id, person_id, text_no, moved_from, created_at) VALUES (?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE withdrawn_at = NULL, moved_from = VALUES(moved_from), created_at = VALUES(created_at)`,
      [topic.id, personId, topic.textNo, movedFrom, now],
    );
    await this.count(tx, topic, 'endorse', personId, movedFrom !== null);
    await this.settle(tx, topic.id);
    return true;
  }

  /** The row is held: what is counted now is what there is. */
  private async count(
    tx: Sql,
    topic: TopicRow,
    act: 'endorse' | 'unendorse',
    personId: number,
    moved = false,
  ): Promise<void> {
    const endorsements = topic.endorsements + (act === 'endorse' ? 1 : -1);
    await this.topics.change(tx, topic.id, { endorsements }, this.clock.now());
    await this.records.append(tx, topic.id, [
      {
        act,
        actor: { role: 'resident', personId },
        body: { no: topic.textNo, endorsements, ...(moved ? { moved: true } : {}) },
      },
    ]);
  }
}
