import { Injectable } from '@nestjs/common';
import { shanghaiDay } from '@jiefang/shared/time';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { encodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { invalidField } from '../../identity/invalid-field.js';
import { Attachments } from '../attachments/attachments.js';
import { RecordWriter, type RecordAct } from '../record/record-writer.js';
import { RollNotices, type RollMessage } from '../rolls/roll-notices.js';
import type { TopicRow } from '../topics/topic-rows.js';
import { TopicSteps } from '../topics/topic-steps.js';
import { Topics } from '../topics/topics.js';
import { Outbox } from '../../outbox/outbox.js';
import { dueFault, FOLLOWED_TOPICS } from './follow-up-rules.js';
import { FollowUpsRepository, type FollowUpRow } from './follow-ups.repository.js';
import { FollowUpsService } from './follow-ups.service.js';
import type { FollowUpView } from './outcome-views.js';
import type { FollowUpBody, ProgressBody } from './outcomes.dto.js';

/** A transaction about one promise, under its topic's lock. */
interface AtFollowUp {
  topic: TopicRow;
  followUp: FollowUpRow;
  actor: RecordAct['actor'];
  now: Date;
}

/** What staff do with promises: give them, tell how they go, close them. */
@Injectable()
export class FollowUpDeskService {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUpsRepository,
    private readonly service: FollowUpsService,
    private readonly topics: Topics,
    private readonly steps: TopicSteps,
    private readonly attachments: Attachments,
    private readonly records: RecordWriter,
    private readonly rolls: RollNotices,
    private readonly outbox: Outbox,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** TOPIC_STATE before the decision takes effect, FOLLOW_UP_DATE, TOPIC_OWN. */
  async create(
    caller: Caller,
    key: string,
    topicPublicId: string,
    body: FollowUpBody,
  ): Promise<FollowUpView> {
    const found = await this.topics.require(this.database, topicPublicId);
    await this.requireMay(caller, found);
    const request = idempotent(caller.personId, key, `POST /staff/topics/${topicPublicId}/follow-ups`, body);
    return this.idempotency.run(request, async (tx) => {
      const topic = await this.steps.lock(tx, found.id);
      if (!FOLLOWED_TOPICS.includes(topic.status)) throw new DomainError('TOPIC_STATE');
      const now = this.clock.now();
      const fault = dueFault(body.dueOn, shanghaiDay(now));
      if (fault !== null) throw new DomainError('FOLLOW_UP_DATE', { message: fault });
      const { title, responsible, dueOn } = body;
      const id = await this.followUps.insert(
        tx,
        { topicId: topic.id, divisionCode: topic.divisionCode, title, responsible, dueOn },
        caller.personId,
        now,
      );
      await this.records.append(tx, topic.id, [
        {
          act: 'follow_up',
          actor: { role: 'staff', personId: caller.personId },
          body: { followUp: encodeId('follow_up', id), title, responsible, dueOn },
        },
      ]);
      await this.log(tx, caller, 'follow_up.create', topic, id);
      return this.service.view(tx, id, caller.personId);
    });
  }

  /** How it goes. FOLLOW_UP_STATE for one that was closed. */
  progress(caller: Caller, key: string, publicId: string, body: ProgressBody): Promise<FollowUpView> {
    return this.at(caller, key, publicId, 'progress', { ...body }, async (tx, at) => {
      if (at.followUp.status !== 'open') throw new DomainError('FOLLOW_UP_STATE');
      await this.tellProgress(tx, caller, publicId, body, at, 'progress');
    });
  }

  /** Done, today; residents are asked to rate it. */
  done(caller: Caller, key: string, publicId: string, body: ProgressBody): Promise<FollowUpView> {
    return this.at(caller, key, publicId, 'done', { ...body }, async (tx, at) => {
      const doneOn = shanghaiDay(at.now);
      if (!(await this.followUps.end(tx, at.followUp.id, { status: 'done', doneOn })))
        throw new DomainError('FOLLOW_UP_STATE');
      await this.tellProgress(tx, caller, publicId, body, at, 'follow_up_done');
      await this.tell(tx, at.topic, {
        kind: 'follow_up_done',
        dedupe: `follow-up:${at.followUp.id}:done`,
        payload: {
          topicId: at.topic.id,
          topicTitle: at.topic.title,
          followUpTitle: at.followUp.title,
        },
      });
    });
  }

  /** Given up, with a reason that everybody reads: the promise counts as broken. */
  drop(caller: Caller, key: string, publicId: string, reason: string): Promise<FollowUpView> {
    return this.at(caller, key, publicId, 'drop', { reason }, async (tx, { topic, followUp, actor }) => {
      if (!(await this.followUps.end(tx, followUp.id, { status: 'dropped', reason })))
        throw new DomainError('FOLLOW_UP_STATE');
      await this.records.append(tx, topic.id, [
        { act: 'follow_up_drop', actor, body: { followUp: publicId, reason } },
      ]);
      await this.tell(tx, topic, {
        kind: 'follow_up_dropped',
        dedupe: `follow-up:${followUp.id}:dropped`,
        payload: { topicId: topic.id, topicTitle: topic.title, followUpTitle: followUp.title, reason },
      });
    });
  }

  private async tellProgress(
    tx: Sql,
    caller: Caller,
    publicId: string,
    body: ProgressBody,
    { topic, followUp, actor, now }: AtFollowUp,
    act: 'progress' | 'follow_up_done',
  ): Promise<void> {
    const photos = [];
    for (const id of body.photoIds) {
      const file = await this.attachments.require(tx, id, { divisionCode: topic.divisionCode });
      if (file.access !== 'public') throw invalidField('photoIds', '请用公开的照片');
      photos.push(file);
    }
    await this.followUps.insertProgress(tx, followUp.id, {
      text: body.text,
      photos: photos.map((photo) => photo.id),
      by: caller.personId,
      at: now,
    });
    await this.records.append(tx, topic.id, [
      {
        act,
        actor,
        body: { followUp: publicId, photos: photos.map((photo) => photo.sha256.toString('hex')) },
        contents: { text: body.text },
      },
    ]);
  }

  private async at(
    caller: Caller,
    key: string,
    publicId: string,
    act: string,
    body: Record<string, unknown>,
    work: (tx: Sql, at: AtFollowUp) => Promise<void>,
  ): Promise<FollowUpView> {
    const found = await this.service.require(this.database, publicId);
    const shown = await this.topics.require(this.database, encodeId('topic', found.topicId));
    await this.requireMay(caller, shown);
    const request = idempotent(caller.personId, key, `POST /staff/follow-ups/${publicId}/${act}`, body);
    return this.idempotency.run(request, async (tx) => {
      const topic = await this.steps.lock(tx, found.topicId);
      const followUp = await this.service.require(tx, publicId);
      const actor = { role: 'staff', personId: caller.personId };
      await work(tx, { topic, followUp, actor, now: this.clock.now() });
      await this.log(tx, caller, `follow_up.${act}`, topic, found.id);
      return this.service.view(tx, found.id, caller.personId);
    });
  }

  private async requireMay(
    caller: Caller,
    topic: Pick<TopicRow, 'divisionCode' | 'initiatorId'>,
  ): Promise<void> {
    await this.access.require(caller, 'followups.manage', topic.divisionCode);
    if (topic.initiatorId === caller.personId) throw new DomainError('TOPIC_OWN');
  }

  /** The initiator and everybody on the roll. */
  private async tell(
    tx: Sql,
    topic: TopicRow,
    message: Extract<RollMessage, { kind: 'follow_up_done' | 'follow_up_dropped' }>,
  ): Promise<void> {
    await this.outbox.enqueue(tx, [{ personId: topic.initiatorId, ...message }]);
    if (topic.rollId !== null) await this.rolls.tell(tx, topic.rollId, message);
  }

  private async log(
    tx: Sql,
    caller: Caller,
    action: string,
    topic: TopicRow,
    followUpId: number,
  ): Promise<void> {
    await this.audit.record(tx, caller, {
      action,
      targetType: 'follow_up',
      targetId: followUpId,
      divisionCode: topic.divisionCode,
      detail: { topic: encodeId('topic', topic.id) },
    });
  }
}
