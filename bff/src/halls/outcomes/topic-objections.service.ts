import { Injectable } from '@nestjs/common';
import { OPINION_MAX, type TopicStatus } from '@jiefang/shared/topics';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { PageQuery } from '../../common/http/requests.dto.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOf, type Page } from '../../common/pagination/cursor.js';
import { Database, type Sql } from '../../database/database.js';
import { isDuplicateKey } from '../../database/sql-errors.js';
import { Cases } from '../../moderation/cases/cases.js';
import { DailyLimits } from '../../moderation/daily-limits.js';
import { requireText, TextCheck } from '../../moderation/text-check.js';
import { Outbox } from '../../outbox/outbox.js';
import { RecordWriter } from '../record/record-writer.js';
import { TopicAccess } from '../topics/topic-access.js';
import { TopicClocks } from '../topics/topic-clocks.js';
import { TopicNotices } from '../topics/topic-notices.js';
import type { TopicRow } from '../topics/topic-rows.js';
import { TopicSteps } from '../topics/topic-steps.js';
import { Topics } from '../topics/topics.js';
import { TopicObjectionsRepository, type TopicObjectionRow } from './objections.repository.js';
import type { StaffTopicObjectionView, TopicObjectionListView, TopicObjectionView } from './outcome-views.js';
import type { AnswerTopicObjectionBody } from './outcomes.dto.js';
import { Participants } from './participants.js';

/** Statuses in which objections are answered: also of a topic that was given up meanwhile, without a duty then. */
const ANSWERED_TOPICS: readonly TopicStatus[] = ['publicised', 'suspended', 'failed'];

/** Objections to a result that is publicised, and their answers. Each is answered before the result takes effect. */
@Injectable()
export class TopicObjectionsService {
  constructor(
    private readonly database: Database,
    private readonly objections: TopicObjectionsRepository,
    private readonly participants: Participants,
    private readonly topics: Topics,
    private readonly steps: TopicSteps,
    private readonly clocks: TopicClocks,
    private readonly topicAccess: TopicAccess,
    private readonly notices: TopicNotices,
    private readonly textCheck: TextCheck,
    private readonly limits: DailyLimits,
    private readonly cases: Cases,
    private readonly records: RecordWriter,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller | null, topicPublicId: string): Promise<TopicObjectionListView> {
    const topic = await this.topics.requireShown(this.database, topicPublicId, caller);
    const rows = await this.objections.findOf(this.database, topic.id, caller?.personId ?? null);
    return { items: rows.map((row) => viewOf(row, caller?.personId ?? null)) };
  }

  /**
   * Objects. What the check does not let through waits for a person; it holds up the result all the same. TOPIC_STATE
   * outside of the publication, RESIDENT_REQUIRED, TOPIC_OBJECTION_EXISTS, TOPIC_TEXT, DAILY_LIMIT.
   */
  async object(
    caller: Caller,
    key: string,
    topicPublicId: string,
    words: string,
  ): Promise<TopicObjectionView> {
    const found = await this.topics.requireShown(this.database, topicPublicId, caller);
    const text = requireText(words, OPINION_MAX);
    await this.participants.require(this.database, found, caller.personId);
    this.requirePublicised(found);
    const verdict = await this.textCheck.verdictOf(caller.personId, text);
    const status = verdict === 'pass' ? 'open' : 'held';
    const request = idempotent(caller.personId, key, `POST /topics/${topicPublicId}/objections`, { text });
    return this.idempotency.run(request, async (tx) => {
      const topic = await this.steps.lock(tx, found.id);
      this.requirePublicised(topic);
      await this.limits.take(tx, caller.personId, 'objection');
      const { personId } = caller;
      const { divisionCode } = topic;
      const at = this.clock.now();
      const id = await this.objections
        .insert(tx, { topicId: topic.id, divisionCode, personId, text, status, at })
        .catch((error: unknown) => {
          throw isDuplicateKey(error) ? new DomainError('TOPIC_OBJECTION_EXISTS') : error;
        });
      if (status === 'open') {
        await this.objections.countOpen(tx, topic.id, 1);
        await this.clocks.start(tx, topic.id, ['objections'], at);
      } else {
        await this.cases.open(tx, {
          topic,
          subjectKind: 'objection',
          subjectId: id,
          no: 1,
          authorId: personId,
          source: 'check',
          verdict,
        });
      }
      const [seq] = await this.records.append(tx, topic.id, [
        {
          act: status === 'open' ? 'objection' : 'objection_held',
          actor: { role: 'resident', personId },
          body: { objection: encodeId('topic_objection', id) },
          contents: { text },
          withheld: status === 'held',
        },
      ]);
      await this.objections.setRecordSeq(tx, id, seq ?? 0);
      return viewOf(await this.requireRow(tx, id), personId);
    });
  }

  /** What waits for an answer in a division, oldest first. */
  async queue(
    caller: Caller,
    divisionCode: string,
    query: PageQuery,
  ): Promise<Page<StaffTopicObjectionView>> {
    await this.access.require(caller, 'topics.manage', divisionCode);
    const after = query.cursor === undefined ? 0 : (decodeCursor(query.cursor, ['number'])[0] as number);
    const rows = await this.objections.findQueue(this.database, divisionCode, after, query.limit + 1);
    return pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => staffViewOf(row, caller),
    );
  }

  /**
   * Upheld suspends the topic, dismissed lets it go on. Not by the objector, nor by who raised the topic:
   * TOPIC_OBJECTION_OWN. TOPIC_OBJECTION_STATE for one that was answered.
   */
  async answer(
    caller: Caller,
    key: string,
    publicId: string,
    body: AnswerTopicObjectionBody,
  ): Promise<StaffTopicObjectionView> {
    const found = await this.requireRow(this.database, decodeId('topic_objection', publicId));
    await this.access.require(caller, 'topics.manage', found.divisionCode);
    if (concerned(found, caller)) throw new DomainError('TOPIC_OBJECTION_OWN');
    const actors = await this.topicAccess.actorOf(caller, found);
    const role = actors.includes('street') ? 'street' : 'moderator';
    const request = idempotent(caller.personId, key, `POST /staff/topic-objections/${publicId}/answer`, body);
    return this.idempotency.run(request, async (tx) => {
      const topic = await this.steps.lock(tx, found.topicId);
      if (!ANSWERED_TOPICS.includes(topic.status)) throw new DomainError('TOPIC_STATE');
      const at = this.clock.now();
      const by = caller.personId;
      if (!(await this.objections.answer(tx, found.id, { ...body, by, at })))
        throw new DomainError('TOPIC_OBJECTION_STATE');
      await this.objections.countOpen(tx, topic.id, -1);
      const waiting = topic.status === 'failed' ? null : await this.objections.oldestOpen(tx, topic.id);
      await this.clocks.follow(tx, topic.id, 'objections', waiting, at);
      await this.records.append(tx, topic.id, [
        {
          act: 'objection_answer',
          actor: { role, personId: by },
          body: { objection: publicId, decision: body.decision, answer: body.answer },
        },
      ]);
      const upheld = body.decision === 'upheld';
      if (upheld && topic.status === 'publicised') {
        const step = { actor: role, personId: by, caller } as const;
        const after = await this.steps.step(tx, topic.id, 'uphold_objection', step, { reason: body.answer });
        await this.notices.tell(tx, after, 'uphold_objection', body.answer);
      }
      await this.outbox.enqueue(tx, [
        {
          personId: found.personId,
          kind: 'topic_objection_answered',
          dedupe: `topic-objection:${found.id}:answered`,
          payload: { topicId: topic.id, topicTitle: topic.title, reason: body.answer, upheld },
        },
      ]);
      await this.audit.record(tx, caller, {
        action: 'topic_objection.answer',
        targetType: 'topic_objection',
        targetId: found.id,
        divisionCode: found.divisionCode,
        detail: { ...body },
      });
      return staffViewOf(await this.requireRow(tx, found.id), caller);
    });
  }

  private requirePublicised(topic: TopicRow): void {
    const isOpen =
      topic.status === 'publicised' &&
      topic.publicationUntil !== null &&
      this.clock.now() < topic.publicationUntil;
    if (!isOpen) {
      throw new DomainError('TOPIC_STATE', {
        message: '现在不在公示期，不能提异议。',
        next: '可以联系社区反映。',
      });
    }
  }

  private async requireRow(sql: Sql, id: number): Promise<TopicObjectionRow> {
    const row = await this.objections.findById(sql, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }
}

function concerned(row: TopicObjectionRow, caller: Caller): boolean {
  return row.personId === caller.personId || row.initiatorId === caller.personId;
}

function viewOf(row: TopicObjectionRow, personId: number | null): TopicObjectionView {
  const mine = row.personId === personId;
  const gone = row.text === null || (row.status === 'hidden' && !mine);
  return {
    id: encodeId('topic_objection', row.id),
    author: gone ? null : { nickname: row.nickname },
    text: gone ? null : row.text,
    status: row.status,
    answer: row.answer,
    createdAt: row.createdAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    mine,
  };
}

function staffViewOf(row: TopicObjectionRow, caller: Caller): StaffTopicObjectionView {
  return {
    ...viewOf(row, caller.personId),
    topic: { id: encodeId('topic', row.topicId), title: row.topicTitle },
    actions: row.status !== 'open' || concerned(row, caller) ? [] : ['answer'],
  };
}
