import { Injectable } from '@nestjs/common';
import { topicRule, type TopicAct } from '@jiefang/shared/topics';
import { Audit } from '../../audit/audit.js';
import type { Caller } from '../../common/auth/caller.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { Database, type Sql } from '../../database/database.js';
import { OpinionWriter } from '../opinions/opinion-writer.js';
import { Counting } from '../voting/counting.js';
import { Endorsing } from './endorsing.js';
import { HallsRepository } from './halls.repository.js';
import { MergingService } from './merging.service.js';
import { OutsideNeeds } from './outside-needs.js';
import type { StaffTopicView } from './staff-topic.dto.js';
import { StaffTopicsService } from './staff-topics.service.js';
import { TopicAccess } from './topic-access.js';
import { TopicNotices } from './topic-notices.js';
import type { TopicActDto } from './topic-requests.dto.js';
import type { TopicRow } from './topic-rows.js';
import { TopicSteps, type StepBy, type StepDetail } from './topic-steps.js';
import { TopicTexts } from './topic-texts.js';
import { Topics } from './topics.js';
import { TopicsRepository } from './topics.repository.js';

/** Acts of staff that are taken by their name; the announcement and the answer to an objection have their own routes. */
export const STAFF_ACTS = [
  'take_up',
  'return',
  'decline',
  'review_declined',
  'uphold_declined',
  'classify_instant',
  'classify_deep',
  'answer',
  'open_endorsing',
  'open_deliberation',
  'finalise',
  'open_voting',
  'extend_voting',
  'count',
  'publicise',
  'start_work',
  'evaluate',
  'merge',
  'suspend',
  'resume',
  'annul',
] as const satisfies TopicAct[];
export type StaffAct = (typeof STAFF_ACTS)[number];

/** Staff carry a topic along its path. */
@Injectable()
export class TopicActsService {
  constructor(
    private readonly database: Database,
    private readonly topics: Topics,
    private readonly repository: TopicsRepository,
    private readonly halls: HallsRepository,
    private readonly steps: TopicSteps,
    private readonly texts: TopicTexts,
    private readonly needs: OutsideNeeds,
    private readonly access: TopicAccess,
    private readonly endorsing: Endorsing,
    private readonly merging: MergingService,
    private readonly counting: Counting,
    private readonly opinions: OpinionWriter,
    private readonly notices: TopicNotices,
    private readonly staff: StaffTopicsService,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
  ) {}

  /**
   * Takes one act. NOT_FOUND for a name that is none, FORBIDDEN outside the caller's divisions or where only the street
   * may, TOPIC_OWN for a topic the caller raised, TOPIC_STATE, TOPIC_NEED or the code of what is missing.
   */
  async act(
    caller: Caller,
    key: string,
    publicId: string,
    name: string,
    dto: TopicActDto,
  ): Promise<StaffTopicView> {
    const act = STAFF_ACTS.find((one) => one === name);
    if (act === undefined) throw new DomainError('NOT_FOUND');
    const found = await this.topics.require(this.database, publicId);
    if (found.status === 'draft') throw new DomainError('NOT_FOUND');
    const actor = await this.access.requireStaff(caller, found);
    const { actors } = topicRule(act);
    if (actor === 'moderator' && !actors.includes('moderator'))
      throw new DomainError('FORBIDDEN', { message: '这一步要由街道办理。' });
    const request = idempotent(caller.personId, key, `POST /staff/topics/${found.id}/acts/${act}`, dto);
    return this.idempotency.run(request, async (tx) => {
      const topic = await this.take(tx, act, found.id, { actor, personId: caller.personId, caller }, dto);
      await this.audit.record(tx, caller, {
        action: `topic.${act}`,
        targetType: 'topic',
        targetId: topic.id,
        divisionCode: topic.divisionCode,
        detail: {
          title: topic.title,
          ...(dto.reason === undefined ? {} : { reason: dto.reason }),
          ...(dto.reasonCode === undefined ? {} : { reasonCode: dto.reasonCode }),
        },
      });
      return this.staff.page(tx, topic, caller);
    });
  }

  private async take(
    tx: Sql,
    act: StaffAct,
    topicId: number,
    by: StepBy,
    dto: TopicActDto,
  ): Promise<TopicRow> {
    const words = { ...(dto.reason === undefined ? {} : { reason: dto.reason }) };
    if (act === 'merge')
      return this.merging.merge(tx, topicId, this.merging.targetOf(dto.targetId), by, {
        ...words,
        ...(dto.reasonCode === undefined ? {} : { reasonCode: dto.reasonCode }),
      });
    const topic = await this.steps.lock(tx, topicId);
    this.steps.requireMay(act, topic, by);
    await this.needs.require(tx, act, topic, by.personId);
    const after =
      act === 'count'
        ? await this.counting.count(tx, topicId, by)
        : act === 'extend_voting'
          ? await this.counting.extend(tx, topicId, by)
          : await this.steps.step(tx, topicId, act, by, await this.detail(tx, act, topic, by, dto));
    await this.notices.tell(tx, after, act, dto.reason);
    if (act === 'count' && after.status === 'failed')
      await this.notices.tell(tx, after, 'fail', after.statusReason ?? undefined);
    if (act === 'open_endorsing') {
      await this.endorsing.settle(tx, topicId);
      return (await this.repository.findById(tx, topicId)) ?? after;
    }
    return after;
  }

  private async detail(
    tx: Sql,
    act: StaffAct,
    topic: TopicRow,
    by: StepBy,
    dto: TopicActDto,
  ): Promise<StepDetail> {
    const detail: StepDetail = {
      ...(dto.reason === undefined ? {} : { reason: dto.reason }),
      ...(dto.reasonCode === undefined ? {} : { body: { reasonCode: dto.reasonCode } }),
    };
    switch (act) {
      case 'take_up':
      case 'open_endorsing':
        return {
          ...detail,
          set: { endorseThreshold: await this.halls.threshold(tx, topic.divisionCode) },
        };
      case 'decline':
        return { ...detail, set: { declinedBy: by.personId } };
      case 'answer':
        // The answer is what is asked for; a reason on its own answers nothing.
        return dto.answer === undefined ? {} : { set: { answer: dto.answer }, body: { answer: dto.answer } };
      case 'finalise': {
        const text = await this.texts.find(tx, topic.id, topic.textNo);
        if (text === null) throw new Error('a topic has no text');
        await this.opinions.recordReactions(tx, topic.id);
        return {
          ...detail,
          set: { textHash: text.hash },
          body: { no: text.no, hash: text.hash.toString('hex') },
        };
      }
      default:
        return detail;
    }
  }
}
