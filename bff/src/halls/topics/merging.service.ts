import { Injectable } from '@nestjs/common';
import type { TopicStatus } from '@jiefang/shared/topics';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { RecordWriter } from '../record/record-writer.js';
import { Endorsing } from './endorsing.js';
import { TopicNotices } from './topic-notices.js';
import type { TopicRow } from './topic-rows.js';
import { TopicSteps, type StepBy } from './topic-steps.js';
import type { MergeList, TopicView } from './topic.dto.js';
import { TopicViews } from './topic-views.js';
import { Topics } from './topics.js';
import { TopicsRepository } from './topics.repository.js';

/** A topic can be merged into one that is public and whose text may still change. */
const TARGETS: readonly TopicStatus[] = ['under_review', 'endorsing', 'announced', 'deliberating'];

/** Statuses in which an endorsement that moves is counted; before it collects, a topic keeps it for then. */
const COUNTED: readonly TopicStatus[] = ['under_review', 'endorsing'];

/** Duplicates become one topic; an endorsement moves with its endorser's yes, and never without. */
@Injectable()
export class MergingService {
  constructor(
    private readonly database: Database,
    private readonly topics: Topics,
    private readonly repository: TopicsRepository,
    private readonly steps: TopicSteps,
    private readonly endorsing: Endorsing,
    private readonly notices: TopicNotices,
    private readonly records: RecordWriter,
    private readonly views: TopicViews,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** Merges in the caller's transaction and asks each endorser of the text in force. MERGE_INVALID, TOPIC_STATE. */
  async merge(
    tx: Sql,
    topicId: number,
    targetId: number,
    by: StepBy,
    detail: { reason?: string; reasonCode?: string },
  ): Promise<TopicRow> {
    const target = await this.lockBoth(tx, topicId, targetId);
    const topic = await this.steps.lock(tx, topicId);
    if (target === null || targetId === topicId || target.divisionCode !== topic.divisionCode)
      throw new DomainError('MERGE_INVALID');
    if (!TARGETS.includes(target.status)) throw new DomainError('MERGE_INVALID');
    const { reason = '', reasonCode } = detail;
    const merged = await this.steps.step(tx, topicId, 'merge', by, {
      ...(reason === '' ? {} : { reason }),
      set: { mergedInto: targetId },
      body: {
        target: encodeId('topic', targetId),
        ...(reasonCode === undefined ? {} : { reasonCode }),
      },
    });
    const now = this.clock.now();
    await tx.execute(
      `INSERT INTO merge_consent (topic_id, person_id, target_id, status, asked_at)
       SELECT e.topic_id, e.person_id, ?, 'asked', ? FROM endorsement e
        WHERE e.topic_id = ? AND e.text_no = ? AND e.withdrawn_at IS NULL AND e.person_id <> ?`,
      [targetId, now, topicId, topic.textNo, target.initiatorId],
    );
    await this.notices.askEndorsers(tx, merged, target.title);
    await this.notices.tellMerged(tx, merged, target.title, reason);
    return merged;
  }

  /** Merges that wait for the caller's answer, newest first. */
  async waitingFor(caller: Caller): Promise<MergeList> {
    const rows = await this.database.query<{
      id: number;
      title: string;
      targetId: number;
      targetTitle: string;
      askedAt: Date;
    }>(
      `SELECT t.id, t.title, o.id AS targetId, o.title AS targetTitle, c.asked_at AS askedAt
         FROM merge_consent c JOIN topic t ON t.id = c.topic_id JOIN topic o ON o.id = c.target_id
        WHERE c.person_id = ? AND c.status = 'asked' ORDER BY c.asked_at DESC, t.id DESC LIMIT 100`,
      [caller.personId],
    );
    return {
      items: rows.map((row) => ({
        topic: { id: encodeId('topic', row.id), title: row.title },
        target: { id: encodeId('topic', row.targetId), title: row.targetTitle },
        askedAt: row.askedAt.toISOString(),
      })),
    };
  }

  /**
   * The endorser's answer, once. A yes counts on the other topic until that one is announced; after that it is on the
   * record alone. MERGE_CONSENT_STATE.
   */
  async answer(caller: Caller, key: string, publicId: string, agrees: boolean): Promise<TopicView> {
    const { id } = await this.topics.requireShown(this.database, publicId, caller);
    const request = idempotent(caller.personId, key, `POST /topics/${id}/merge-consent`, { agrees });
    return this.idempotency.run(request, async (tx) => {
      const targetId = (await this.repository.findById(tx, id))?.mergedInto ?? null;
      if (targetId === null) throw new DomainError('MERGE_CONSENT_STATE');
      const target = await this.lockBoth(tx, id, targetId);
      const now = this.clock.now();
      const { affectedRows } = await tx.execute(
        `UPDATE merge_consent SET status = ?, answered_at = ? WHERE topic_id = ? AND person_id = ? AND status = 'asked'`,
        [agrees ? 'agreed' : 'declined', now, id, caller.personId],
      );
      if (affectedRows !== 1) throw new DomainError('MERGE_CONSENT_STATE');
      await this.records.append(tx, id, [
        {
          act: agrees ? 'merge_consent' : 'merge_decline',
          actor: { role: 'resident', personId: caller.personId },
          body: { target: encodeId('topic', targetId) },
        },
      ]);
      if (agrees && target !== null && COUNTED.includes(target.status))
        await this.endorsing.move(tx, target, caller.personId, id);
      const topic = await this.repository.findById(tx, id);
      if (topic === null) throw new Error('a merged topic vanished');
      return this.views.page(tx, topic, caller.personId);
    });
  }

  /** The row number behind a target's public id; MERGE_INVALID for what is none. */
  targetOf(publicId: string | undefined): number {
    try {
      return decodeId('topic', publicId ?? '');
    } catch {
      throw new DomainError('MERGE_INVALID');
    }
  }

  /** Both rows, the older topic first: two merges the other way round wait for each other, and never for ever. */
  private async lockBoth(tx: Sql, topicId: number, targetId: number): Promise<TopicRow | null> {
    if (topicId < targetId) await this.repository.findByIdForUpdate(tx, topicId);
    const target = await this.repository.findByIdForUpdate(tx, targetId);
    if (topicId > targetId) await this.repository.findByIdForUpdate(tx, topicId);
    return target;
  }
}
