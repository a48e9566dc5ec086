import { Injectable } from '@nestjs/common';
import {
  mayAct,
  PUBLIC_TOPICS,
  statusAfter,
  topicRule,
  type TopicAct,
  type TopicActor,
} from '@jiefang/shared/topics';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Sql } from '../../database/database.js';
import type { JsonObject } from '../record/record-chain.js';
import { RecordWriter } from '../record/record-writer.js';
import { TopicClocks } from './topic-clocks.js';
import { stagesAfter } from './topic-path.js';
import { needRefusal, unmetNeeds } from './topic-needs.js';
import type { TopicChange, TopicRow } from './topic-rows.js';
import { TopicTexts } from './topic-texts.js';
import { windowsOf } from './topic-windows.js';
import { TopicsRepository } from './topics.repository.js';

/** Who takes a step: in what capacity, and which person it was (null for time and for the count). */
export interface StepBy {
  actor: TopicActor;
  personId: number | null;
  caller?: Caller;
}

/** What a step brings along. */
export interface StepDetail {
  /** Why; shown on the topic's page and, as everything in `body`, on the record for good. */
  reason?: string;
  set?: TopicChange;
  body?: JsonObject;
  /** Texts that the record commits to. */
  contents?: Record<string, string>;
}

/** Letters of a reason that the topic's page shows; the record keeps the whole. */
const REASON_MAX = 300;

const STAFF: readonly TopicActor[] = ['moderator', 'street'];

/** The only way a topic moves along its path. */
@Injectable()
export class TopicSteps {
  constructor(
    private readonly topics: TopicsRepository,
    private readonly clocks: TopicClocks,
    private readonly texts: TopicTexts,
    private readonly records: RecordWriter,
    private readonly clock: Clock,
  ) {}

  /** The topic's row, held until the transaction ends: the first lock of every transaction about a topic. NOT_FOUND. */
  async lock(tx: Sql, topicId: number): Promise<TopicRow> {
    const topic = await this.topics.findByIdForUpdate(tx, topicId);
    if (topic === null) throw new DomainError('NOT_FOUND');
    return topic;
  }

  /** TOPIC_STATE when the act does not start here or is not this actor's, TOPIC_OWN for one's own topic. */
  requireMay(act: TopicAct, topic: TopicRow, by: StepBy): void {
    if (!mayAct(act, topic.status, by.actor)) throw new DomainError('TOPIC_STATE');
    if (STAFF.includes(by.actor) && by.personId === topic.initiatorId) throw new DomainError('TOPIC_OWN');
  }

  /**
   * Takes one act: judged by the table of acts and by what the topic's row and the time say of its needs, guarded, its
   * windows set, its duties begun and ended, one entry of its name on the record. What other domains say of its needs
   * was asked before. Tells nobody. TOPIC_STATE, TOPIC_OWN, TOPIC_NEED, or the code of what is missing.
   */
  async step(
    tx: Sql,
    topicId: number,
    act: TopicAct,
    by: StepBy,
    detail: StepDetail = {},
  ): Promise<TopicRow> {
    const topic = await this.lock(tx, topicId);
    const now = this.clock.now();
    this.requireMay(act, topic, by);
    const change = { ...windowsOf(act, topic, now), ...detail.set };
    const unmet = unmetNeeds(act, topic, {
      now,
      change,
      ...(detail.reason === undefined ? {} : { reason: detail.reason }),
    });
    if (unmet.length > 0) throw needRefusal(unmet);

    const rule = topicRule(act);
    const to = statusAfter(act, topic.status, topic.suspendedFrom);
    const moves = to !== topic.status;
    const shown = PUBLIC_TOPICS.includes(to);
    const moved = await this.topics.move(
      tx,
      topicId,
      topic.status,
      {
        status: to,
        statusAt: moves ? now : topic.statusAt,
        statusReason: moves ? shortened(detail.reason) : topic.statusReason,
        // A topic that is ended while it is suspended keeps what it was, so that its path can still be shown.
        suspendedFrom: to === 'suspended' ? topic.status : act === 'annul' ? topic.suspendedFrom : null,
        suspendedAt: to === 'suspended' ? now : null,
        shown,
        stagesAt: stagesAfter(topic.stagesAt, to, now),
      },
      change,
      now,
    );
    if (!moved) throw new DomainError('TOPIC_STATE');
    await this.clocks.stop(tx, topicId, rule.stops, now);
    // Turning a topic to the other track and back is no new beginning.
    const since = ['classify_instant', 'classify_deep'].includes(act) ? topic.statusAt : now;
    await this.clocks.start(tx, topicId, rule.starts, now, since);
    if (act === 'resume' && topic.suspendedAt !== null)
      await this.clocks.postpone(tx, topicId, now.getTime() - topic.suspendedAt.getTime());

    const actor = { role: by.actor, personId: by.personId };
    await this.records.append(tx, topicId, [
      {
        act,
        actor,
        body: {
          from: topic.status,
          to,
          ...(detail.reason === undefined ? {} : { reason: detail.reason }),
          ...detail.body,
        },
        ...(detail.contents === undefined ? {} : { contents: detail.contents }),
      },
    ]);
    if (shown && !topic.shown) await this.texts.publish(tx, topicId, change.textNo ?? topic.textNo, actor);
    return this.lock(tx, topicId);
  }
}

function shortened(reason: string | undefined): string | null {
  if (reason === undefined) return null;
  const letters = [...reason];
  return letters.length <= REASON_MAX ? reason : `${letters.slice(0, REASON_MAX - 2).join('')}……`;
}
