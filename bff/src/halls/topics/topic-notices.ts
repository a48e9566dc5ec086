import { Injectable } from '@nestjs/common';
import { TOPIC_CLOCK_WORDS, TOPIC_TRACK_WORDS, type TopicAct } from '@jiefang/shared/topics';
import { Clock } from '../../common/clock/clock.js';
import type { Sql } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import type { HallPayloads } from '../../notices/hall-texts.js';
import { RollNotices } from '../rolls/roll-notices.js';
import type { TopicClockRow, TopicRow } from './topic-rows.js';

/** One thing to tell: kind and facts. */
type Message = { [K in keyof HallPayloads]: { kind: K; payload: HallPayloads[K] } }[keyof HallPayloads];

/** Who is told beside the initiator. */
type Audience = 'endorsers' | 'roll';

const AUDIENCES: Partial<Record<TopicAct, Audience[]>> = {
  announce: ['endorsers', 'roll'],
  open_deliberation: ['endorsers'],
  open_voting: ['roll'],
  extend_voting: ['roll'],
  fail: ['endorsers', 'roll'],
  lapse_endorsing: ['endorsers'],
  publicise: ['endorsers', 'roll'],
  take_effect: ['endorsers', 'roll'],
  evaluate: ['endorsers', 'roll'],
  suspend: ['endorsers', 'roll'],
  uphold_objection: ['endorsers', 'roll'],
  resume: ['endorsers', 'roll'],
  annul: ['endorsers', 'roll'],
};

/** Tells people what became of a topic: its initiator of every act, its endorsers and its roll of what concerns them. */
@Injectable()
export class TopicNotices {
  constructor(
    private readonly rolls: RollNotices,
    private readonly divisions: DivisionsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Queues what follows from an act, for everybody once; `topic` is the row after it. Hundreds of endorsers and thousands
   * of members are written by one statement each.
   */
  async tell(tx: Sql, topic: TopicRow, act: TopicAct, reason?: string): Promise<void> {
    const message = messageOf(act, topic, reason);
    if (message === null) return;
    // Acts that can come again are told again.
    const dedupe =
      act === 'announce' ? `topic:${topic.id}:announced` : `topic:${topic.id}:${act}:${topic.version}`;
    const audiences = AUDIENCES[act] ?? [];
    // “You are on the roll” is for those who are.
    if (act !== 'open_voting')
      await this.toPeople(tx, message, dedupe, 'SELECT ? AS personId', [topic.initiatorId]);
    if (audiences.includes('endorsers')) await this.toEndorsers(tx, topic, message, dedupe);
    if (audiences.includes('roll') && topic.rollId !== null)
      await this.rolls.tell(tx, topic.rollId, { ...message, dedupe });
  }

  /** Asks each endorser of a merged topic whether the endorsement moves. */
  async askEndorsers(tx: Sql, topic: TopicRow, targetTitle: string): Promise<void> {
    await this.toPeople(
      tx,
      {
        kind: 'merge_asked',
        payload: { topicId: topic.id, topicTitle: topic.title, targetTitle },
      },
      `topic:${topic.id}:merge`,
      "SELECT person_id AS personId FROM merge_consent WHERE topic_id = ? AND status = 'asked'",
      [topic.id],
    );
  }

  /** Tells the initiator that the topic went into another one. */
  async tellMerged(tx: Sql, topic: TopicRow, targetTitle: string, reason: string): Promise<void> {
    const payload = { topicId: topic.id, topicTitle: topic.title, targetTitle, reason };
    await this.toPeople(
      tx,
      { kind: 'topic_merged', payload },
      `topic:${topic.id}:merged`,
      'SELECT ? AS personId',
      [topic.initiatorId],
    );
  }

  /**
   * Tells moderators and administrators of the street that a duty is late; where the street has none, those of the next
   * division above that has.
   */
  async escalate(tx: Sql, topic: TopicRow, clock: TopicClockRow): Promise<void> {
    const names = await this.divisions.namesOf([topic.divisionCode], tx);
    await this.toPeople(
      tx,
      {
        kind: 'topic_late',
        payload: {
          topicId: topic.id,
          topicTitle: topic.title,
          duty: TOPIC_CLOCK_WORDS[clock.kind],
          divisionName: names.get(topic.divisionCode)?.name ?? '',
          dueAt: clock.dueAt.toISOString(),
        },
      },
      `topic:${topic.id}:late:${clock.id}`,
      `SELECT DISTINCT g.person_id AS personId FROM role_grant g
        WHERE g.live = 1 AND g.role IN ('moderator', 'administrator') AND ? LIKE CONCAT(g.division_code, '%')
          AND CHAR_LENGTH(g.division_code) = (
            SELECT MAX(CHAR_LENGTH(o.division_code)) FROM role_grant o
             WHERE o.live = 1 AND o.role IN ('moderator', 'administrator')
               AND ? LIKE CONCAT(o.division_code, '%') AND CHAR_LENGTH(o.division_code) <= 9)`,
      [topic.divisionCode, topic.divisionCode],
    );
  }

  private toEndorsers(tx: Sql, topic: TopicRow, message: Message, dedupe: string): Promise<void> {
    return this.toPeople(
      tx,
      message,
      dedupe,
      `SELECT DISTINCT person_id AS personId FROM endorsement
        WHERE topic_id = ? AND text_no IN (?, ?) AND withdrawn_at IS NULL`,
      [topic.id, topic.textNo, topic.endorsedNo ?? topic.textNo],
    );
  }

  private async toPeople(
    tx: Sql,
    { kind, payload }: Message,
    dedupe: string,
    people: string,
    values: readonly unknown[],
  ): Promise<void> {
    const now = this.clock.now();
    await tx.execute(
      `INSERT INTO outbox (person_id, kind, dedupe, payload, due_at, created_at)
       SELECT w.personId, ?, ?, ?, ?, ? FROM (${people}) w
       ON DUPLICATE KEY UPDATE outbox.id = outbox.id`,
      [kind, dedupe, JSON.stringify(payload), now, now, ...values],
    );
  }
}

/** What an act has to say; null for acts that are the initiator's own, or told by whoever takes them. */
function messageOf(act: TopicAct, topic: TopicRow, reason: string | undefined): Message | null {
  const facts = {
    topicId: topic.id,
    topicTitle: topic.title,
    ...(reason === undefined ? {} : { reason }),
  };
  const at = (instant: Date | null): string => (instant ?? topic.statusAt).toISOString();
  switch (act) {
    case 'take_up':
      return { kind: 'topic_taken_up', payload: facts };
    case 'return':
      return { kind: 'topic_returned', payload: facts };
    case 'decline':
      return { kind: 'topic_declined', payload: facts };
    case 'review_declined':
    case 'uphold_declined':
      return { kind: 'topic_reviewed', payload: { ...facts, upheld: act === 'uphold_declined' } };
    case 'classify_instant':
    case 'classify_deep':
      return { kind: 'topic_classified', payload: { ...facts, trackWord: TOPIC_TRACK_WORDS[topic.track] } };
    case 'answer':
      return { kind: 'topic_answered', payload: facts };
    case 'open_endorsing':
      return {
        kind: 'topic_endorsing',
        payload: { ...facts, threshold: topic.endorseThreshold, until: at(topic.endorseUntil) },
      };
    case 'reach_endorsements':
      return { kind: 'topic_endorsed', payload: { ...facts, threshold: topic.endorseThreshold } };
    case 'announce':
      return { kind: 'topic_announced', payload: { ...facts, deliberatesFrom: at(topic.deliberatesFrom) } };
    case 'open_deliberation':
      return { kind: 'topic_deliberating', payload: { ...facts, until: at(topic.deliberatesUntil) } };
    case 'finalise':
      return { kind: 'topic_finalised', payload: facts };
    case 'open_voting':
      return { kind: 'topic_voting', payload: { ...facts, until: at(topic.votesUntil) } };
    case 'extend_voting':
      return { kind: 'topic_extended', payload: { ...facts, until: at(topic.votesUntil) } };
    case 'publicise':
      return { kind: 'topic_publicised', payload: { ...facts, until: at(topic.publicationUntil) } };
    case 'take_effect':
      return { kind: 'topic_effective', payload: facts };
    case 'start_work':
      return { kind: 'topic_started', payload: facts };
    case 'evaluate':
      return { kind: 'topic_evaluated', payload: facts };
    case 'archive':
      return { kind: 'topic_archived', payload: facts };
    case 'fail':
    case 'annul':
    case 'lapse_endorsing':
      return { kind: 'topic_failed', payload: facts };
    case 'lapse_returned':
      return { kind: 'topic_lapsed', payload: facts };
    case 'suspend':
    case 'uphold_objection':
      return { kind: 'topic_suspended', payload: facts };
    case 'resume':
      return { kind: 'topic_resumed', payload: facts };
    case 'submit':
    case 'revise':
    case 'withdraw':
    case 'merge':
    case 'count':
      return null;
  }
}
