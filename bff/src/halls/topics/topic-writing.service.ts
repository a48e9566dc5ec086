import { Injectable } from '@nestjs/common';
import { mayAct, TOPIC_BODY_MAX, TOPIC_TITLE_MAX } from '@jiefang/shared/topics';
import type { Caller } from '../../common/auth/caller.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Clock } from '../../common/clock/clock.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { encodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { Cases } from '../../moderation/cases/cases.js';
import { DailyLimits } from '../../moderation/daily-limits.js';
import { requireText, TextCheck } from '../../moderation/text-check.js';
import { RecordWriter } from '../record/record-writer.js';
import { Endorsing } from './endorsing.js';
import { HallsRepository } from './halls.repository.js';
import { TopicAccess } from './topic-access.js';
import { mayAskReview } from './topic-actions.js';
import type { CreateTopicDto, EditTopicDto } from './topic-requests.dto.js';
import type { TopicRow } from './topic-rows.js';
import { TopicSteps, type StepBy } from './topic-steps.js';
import { TopicTexts } from './topic-texts.js';
import { TopicViews } from './topic-views.js';
import type { TopicView } from './topic.dto.js';
import { Topics } from './topics.js';
import { TopicsRepository } from './topics.repository.js';

/** A text that WeChat has been asked about. */
interface JudgedText {
  title: string;
  body: string;
  verdict: 'pass' | 'held';
  /** WeChat's own word, for the case. */
  word: string;
}

/** Residents raise topics, write them, submit them, take them back. */
@Injectable()
export class TopicWritingService {
  constructor(
    private readonly database: Database,
    private readonly topics: Topics,
    private readonly repository: TopicsRepository,
    private readonly halls: HallsRepository,
    private readonly texts: TopicTexts,
    private readonly steps: TopicSteps,
    private readonly access: TopicAccess,
    private readonly endorsing: Endorsing,
    private readonly check: TextCheck,
    private readonly limits: DailyLimits,
    private readonly cases: Cases,
    private readonly divisions: DivisionsService,
    private readonly records: RecordWriter,
    private readonly views: TopicViews,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /**
   * A new draft of a verified resident. A text that the check does not let through is kept, and cannot be submitted
   * until a person has looked at it. RESIDENT_REQUIRED, PHONE_REQUIRED, TOPIC_TEXT, DAILY_LIMIT.
   */
  async create(caller: Caller, key: string, dto: CreateTopicDto): Promise<TopicView> {
    await this.divisions.require(dto.communityCode, 'community');
    await this.access.requireVerified(this.database, caller.personId, dto.communityCode);
    const text = await this.judge(caller, dto);
    return this.idempotency.run(idempotent(caller.personId, key, 'POST /topics', dto), async (tx) => {
      await this.limits.take(tx, caller.personId, 'topic');
      const id = await this.repository.insert(
        tx,
        {
          divisionCode: dto.communityCode,
          initiatorId: caller.personId,
          track: dto.track,
          title: text.title,
          endorseThreshold: await this.halls.threshold(tx, dto.communityCode),
        },
        this.clock.now(),
      );
      await this.records.open(tx, id);
      const { no } = await this.texts.insert(tx, id, { ...text, createdBy: caller.personId });
      await this.openCase(tx, { id, divisionCode: dto.communityCode }, no, caller, text);
      return this.viewOf(tx, id, caller);
    });
  }

  /**
   * A new version. In a draft it is in force at once; of a topic that everybody sees, once it may be shown: until then
   * the version before stays. STALE_VERSION when another version came in between, TOPIC_STATE once the text is frozen,
   * DAILY_LIMIT.
   */
  async edit(caller: Caller, key: string, publicId: string, dto: EditTopicDto): Promise<TopicView> {
    const { id, status } = await this.topics.requireOwn(this.database, publicId, caller);
    if (!mayAct('revise', status, 'initiator')) throw new DomainError('TOPIC_STATE');
    const text = await this.judge(caller, dto);
    return this.run(caller, key, `PUT /topics/${id}/text`, dto, id, async (tx, topic) => {
      if (topic.textNo !== dto.no) throw new DomainError('STALE_VERSION');
      await this.limits.take(tx, caller.personId, 'topic_edit');
      const version = await this.texts.insert(tx, id, { ...text, createdBy: caller.personId });
      const isPrivate = !topic.shown;
      const inForce = isPrivate || text.verdict === 'pass';
      await this.steps.step(tx, id, 'revise', byInitiator(caller), {
        body: { no: version.no, hash: version.hash.toString('hex'), held: text.verdict === 'held' },
      });
      if (inForce) await this.texts.bringIntoForce(tx, id, { no: version.no, title: text.title });
      if (inForce && !isPrivate)
        await this.texts.publish(tx, id, version.no, { role: 'initiator', personId: caller.personId });
      await this.openCase(tx, topic, version.no, caller, text);
    });
  }

  /** draft or returned → submitted. RESIDENT_REQUIRED, TOPIC_TEXT_HELD, TOPIC_STATE. */
  async submit(caller: Caller, key: string, publicId: string): Promise<TopicView> {
    const { id } = await this.topics.requireOwn(this.database, publicId, caller);
    return this.run(caller, key, `POST /topics/${id}/submit`, {}, id, async (tx, topic) => {
      if (!mayAct('submit', topic.status, 'initiator')) throw new DomainError('TOPIC_STATE');
      await this.access.requireVerified(tx, caller.personId, topic.divisionCode);
      if (!(await this.texts.passed(tx, id, topic.textNo))) throw new DomainError('TOPIC_TEXT_HELD');
      const text = await this.texts.find(tx, id, topic.textNo);
      await this.steps.step(tx, id, 'submit', byInitiator(caller), {
        body: { no: topic.textNo, hash: text?.hash.toString('hex') ?? '' },
      });
    });
  }

  /** Takes a topic back before it is announced. TOPIC_STATE. */
  async withdraw(
    caller: Caller,
    key: string,
    publicId: string,
    reason: string | undefined,
  ): Promise<TopicView> {
    const { id } = await this.topics.requireOwn(this.database, publicId, caller);
    return this.run(caller, key, `POST /topics/${id}/withdraw`, { reason }, id, async (tx) => {
      await this.steps.step(
        tx,
        id,
        'withdraw',
        byInitiator(caller),
        reason === undefined || reason === '' ? {} : { reason },
      );
    });
  }

  /** Asks the street to look again at a topic that was declined: once, within fifteen days. TOPIC_STATE. */
  async askReview(caller: Caller, key: string, publicId: string, words: string): Promise<TopicView> {
    const { id } = await this.topics.requireOwn(this.database, publicId, caller);
    const text = requireText(words, 500);
    return this.run(caller, key, `POST /topics/${id}/ask-review`, { text }, id, async (tx, topic) => {
      const now = this.clock.now();
      if (!mayAskReview(topic, now)) throw new DomainError('TOPIC_STATE');
      await this.repository.change(tx, id, { reviewAskedAt: now, reviewText: text }, now);
      // For the street to read; nobody has checked it for everybody.
      await this.records.append(tx, id, [
        {
          act: 'ask_review',
          actor: { role: 'initiator', personId: caller.personId },
          body: {},
          contents: { text },
          withheld: true,
        },
      ]);
    });
  }

  /** Endorses the version that was read, exactly once. ENDORSE_OWN, ENDORSE_OLD_VERSION, ENDORSE_ALREADY, … */
  async endorse(caller: Caller, key: string, publicId: string, textNo: number): Promise<TopicView> {
    const { id } = await this.topics.requireShown(this.database, publicId, caller);
    return this.run(caller, key, `POST /topics/${id}/endorse`, { textNo }, id, (tx, topic) =>
      this.endorsing.endorse(tx, topic, caller.personId, textNo),
    );
  }

  /** Takes one's endorsement back. ENDORSE_NONE. */
  async unendorse(caller: Caller, key: string, publicId: string): Promise<TopicView> {
    const { id } = await this.topics.requireShown(this.database, publicId, caller);
    return this.run(caller, key, `POST /topics/${id}/unendorse`, {}, id, (tx, topic) =>
      this.endorsing.unendorse(tx, topic, caller.personId),
    );
  }

  private async judge(caller: Caller, raw: { title: string; body: string }): Promise<JudgedText> {
    const title = requireText(raw.title, TOPIC_TITLE_MAX);
    if (title.includes('\n')) throw new DomainError('TOPIC_TEXT', { message: '标题请写成一行。' });
    const body = requireText(raw.body, TOPIC_BODY_MAX);
    const word = await this.check.verdictOf(caller.personId, `${title}\n${body}`);
    return { title, body, verdict: word === 'pass' ? 'pass' : 'held', word };
  }

  private async openCase(
    tx: Sql,
    topic: Pick<TopicRow, 'id' | 'divisionCode'>,
    no: number,
    caller: Caller,
    text: JudgedText,
  ): Promise<void> {
    if (text.verdict !== 'held') return;
    await this.cases.open(tx, {
      topic,
      subjectKind: 'topic',
      subjectId: topic.id,
      no,
      authorId: caller.personId,
      source: 'check',
      verdict: text.word,
    });
  }

  /** Runs a write once per key under the topic's row, and answers the topic's page. */
  private run(
    caller: Caller,
    key: string,
    route: string,
    body: object,
    topicId: number,
    work: (tx: Sql, topic: TopicRow) => Promise<void>,
  ): Promise<TopicView> {
    return this.idempotency.run(idempotent(caller.personId, key, route, body), async (tx) => {
      await work(tx, await this.steps.lock(tx, topicId));
      return this.viewOf(tx, topicId, caller);
    });
  }

  private async viewOf(tx: Sql, topicId: number, caller: Caller): Promise<TopicView> {
    const topic = await this.repository.findById(tx, topicId);
    if (topic === null) throw new Error(`topic ${encodeId('topic', topicId)} vanished`);
    return this.views.page(tx, topic, caller.personId);
  }
}

function byInitiator(caller: Caller): StepBy {
  return { actor: 'initiator', personId: caller.personId, caller };
}
