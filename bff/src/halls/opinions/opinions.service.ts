import { Injectable } from '@nestjs/common';
import { OPINION_MAX, type SpeakerRole } from '@jiefang/shared/topics';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import {
  Idempotency,
  idempotent,
  replay,
  type IdempotentRequest,
} from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import type { TextVerdict } from '../../integrations/wechat/wechat-client.js';
import { Cases } from '../../moderation/cases/cases.js';
import { DailyLimits } from '../../moderation/daily-limits.js';
import { requireText, TextCheck } from '../../moderation/text-check.js';
import type { EditOpinionBody, NewOpinionBody, OpinionTextsView, OpinionView } from './opinion.dto.js';
import { OpinionPagesRepository } from './opinion-pages.repository.js';
import { FIRST_LEVEL, type OpinionRow, type OpinionTopic } from './opinion-rows.js';
import { OpinionSpeakers, type Speaker } from './opinion-speakers.js';
import { isOpen, opinionView } from './opinion-views.js';
import { OpinionWriter } from './opinion-writer.js';
import { OpinionsRepository } from './opinions.repository.js';

/** Writing opinions and reading their versions. */
@Injectable()
export class OpinionsService {
  constructor(
    private readonly database: Database,
    private readonly opinions: OpinionsRepository,
    private readonly pages: OpinionPagesRepository,
    private readonly writer: OpinionWriter,
    private readonly speakers: OpinionSpeakers,
    private readonly check: TextCheck,
    private readonly limits: DailyLimits,
    private readonly cases: Cases,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /**
   * Says something on a topic, or replies to what was said. WeChat's check comes before the transaction; a text it does
   * not let through is kept, waits for a person, and is its author's alone until then. OPINION_CLOSED,
   * RESIDENT_REQUIRED, OPINION_DEPTH, OPINION_HIDDEN, TOPIC_TEXT, DAILY_LIMIT.
   */
  async post(caller: Caller, key: string, topicPublicId: string, body: NewOpinionBody): Promise<OpinionView> {
    const { personId } = caller;
    const request = idempotent(personId, key, `POST /topics/${topicPublicId}/opinions`, body);
    const kept = await this.keptAnswer(request);
    if (kept !== null) return kept;
    const topic = await this.requireShown(decodeId('topic', topicPublicId));
    requireOpen(topic);
    const { speaker, role } = await this.requireSpeaker(personId, topic);
    const parentId = body.parentId === undefined ? FIRST_LEVEL : decodeId('opinion', body.parentId);
    if (parentId !== FIRST_LEVEL) {
      requireParent(await this.opinions.findById(this.database, parentId), topic.id);
    }
    const text = requireText(body.text, OPINION_MAX);
    const verdict = await this.check.verdictOf(personId, text);
    return this.idempotency.run(request, async (tx) => {
      const held = await this.lockOpen(tx, topic.id);
      if (parentId !== FIRST_LEVEL) {
        requireParent(await this.opinions.findByIdForUpdate(tx, parentId), topic.id);
      }
      await this.limits.take(tx, personId, 'opinion');
      const id = await this.writer.add(tx, {
        topicId: topic.id,
        parentId,
        authorId: personId,
        authorName: null,
        role,
        channel: 'app',
        stance: body.stance,
        text,
        verdict: verdict === 'pass' ? 'pass' : 'held',
      });
      await this.holdForPerson(tx, held, { id, authorId: personId }, 1, verdict);
      return this.viewOf(tx, id, held, personId, speaker);
    });
  }

  /**
   * A new version of an own opinion; the old ones stay readable. A text that is held comes into force when a person lets
   * it through. STALE_VERSION, OPINION_CLOSED, OPINION_HIDDEN, OPINION_STATE while another version waits.
   */
  async edit(caller: Caller, key: string, publicId: string, body: EditOpinionBody): Promise<OpinionView> {
    const { personId } = caller;
    const request = idempotent(personId, key, `PUT /opinions/${publicId}`, body);
    const kept = await this.keptAnswer(request);
    if (kept !== null) return kept;
    const id = decodeId('opinion', publicId);
    const seen = await this.opinions.findById(this.database, id);
    // Somebody else's opinion is nobody's to edit: staff get the same answer as everybody.
    if (seen === null || seen.authorId !== personId) throw new DomainError('NOT_FOUND');
    const topic = await this.requireShown(seen.topicId);
    requireOpen(topic);
    const { speaker } = await this.requireSpeaker(personId, topic);
    requireEditable(seen, body.textNo);
    const text = requireText(body.text, OPINION_MAX);
    const verdict = await this.check.verdictOf(personId, text);
    return this.idempotency.run(request, async (tx) => {
      const locked = await this.lockOpen(tx, topic.id);
      const opinion = await this.opinions.findByIdForUpdate(tx, id);
      if (opinion === null) throw new DomainError('NOT_FOUND');
      requireEditable(opinion, body.textNo);
      const shown = await this.pages.findOne(tx, id, personId);
      if (Number(shown?.pending) === 1) {
        throw new DomainError('OPINION_STATE', {
          message: '上一次修改还在等人工查看。',
          next: '查看后会告诉你，然后可以再改。',
        });
      }
      await this.limits.take(tx, personId, 'opinion');
      const no = await this.writer.edit(tx, opinion, text, verdict === 'pass' ? 'pass' : 'held');
      await this.holdForPerson(tx, locked, opinion, no, verdict);
      return this.viewOf(tx, id, locked, personId, speaker);
    });
  }

  /** Every version that may be read: a hidden or erased opinion has none but for its author; held ones are theirs alone. */
  async texts(caller: Caller | null, publicId: string): Promise<OpinionTextsView> {
    const id = decodeId('opinion', publicId);
    const opinion = await this.opinions.findById(this.database, id);
    const own = opinion !== null && caller !== null && opinion.authorId === caller.personId;
    if (opinion === null || (opinion.status === 'held' && !own)) throw new DomainError('NOT_FOUND');
    await this.requireShown(opinion.topicId);
    const texts = await this.opinions.findTexts(this.database, id);
    const readable = opinion.status === 'visible' || (own && opinion.status !== 'erased');
    return {
      items: texts
        .filter(({ verdict }) => own || verdict === 'pass' || verdict === 'released' || !readable)
        .filter(({ no }) => own || no <= opinion.textNo)
        .map(({ no, text, createdAt, verdict }) => ({
          no,
          text: readable ? text : null,
          createdAt: createdAt.toISOString(),
          held: verdict === 'held',
        })),
    };
  }

  /** A repeat is answered before anything else is asked: not WeChat again, nor whether the topic is still open. */
  private async keptAnswer(request: IdempotentRequest): Promise<OpinionView | null> {
    const [kept] = await this.idempotency.find(this.database, [request]);
    return kept === undefined ? null : replay<OpinionView>(kept, request);
  }

  /** The topic if everybody may see it. NOT_FOUND. */
  private async requireShown(topicId: number): Promise<OpinionTopic> {
    const topic = await this.opinions.findTopic(this.database, topicId);
    if (topic === null || topic.shown !== 1) throw new DomainError('NOT_FOUND');
    return topic;
  }

  private async lockOpen(tx: Sql, topicId: number): Promise<OpinionTopic> {
    const topic = await this.opinions.findTopicForUpdate(tx, topicId);
    if (topic === null) throw new DomainError('NOT_FOUND');
    requireOpen(topic);
    return topic;
  }

  private async requireSpeaker(
    personId: number,
    topic: OpinionTopic,
  ): Promise<{ speaker: Speaker; role: SpeakerRole }> {
    const speaker = await this.speakers.of(this.database, personId, topic.divisionCode);
    if (speaker.role === null) throw new DomainError('RESIDENT_REQUIRED');
    return { speaker, role: speaker.role };
  }

  private async holdForPerson(
    tx: Sql,
    topic: OpinionTopic,
    opinion: Pick<OpinionRow, 'id' | 'authorId'>,
    no: number,
    verdict: TextVerdict,
  ): Promise<void> {
    if (verdict === 'pass') return;
    await this.cases.open(tx, {
      topic,
      subjectKind: 'opinion',
      subjectId: opinion.id,
      no,
      authorId: opinion.authorId,
      source: 'check',
      verdict,
    });
  }

  private async viewOf(
    tx: Sql,
    id: number,
    topic: OpinionTopic,
    personId: number,
    speaker: Speaker,
  ): Promise<OpinionView> {
    const row = await this.pages.findOne(tx, id, personId);
    if (row === null) throw new Error('an opinion vanished in its own transaction');
    return opinionView(row, topic.status, { personId, speaker }, this.clock.now());
  }
}

function requireOpen(topic: OpinionTopic): void {
  if (!isOpen(topic.status)) throw new DomainError('OPINION_CLOSED');
}

function requireParent(parent: OpinionRow | null, topicId: number): void {
  if (parent === null || parent.topicId !== topicId || parent.status === 'held') {
    throw new DomainError('NOT_FOUND', { message: '没有找到你要回复的发言。', next: '请刷新后再看。' });
  }
  if (parent.parentId !== FIRST_LEVEL) throw new DomainError('OPINION_DEPTH');
  if (parent.status === 'hidden') throw new DomainError('OPINION_HIDDEN');
  if (parent.status === 'erased') throw new DomainError('OPINION_STATE');
}

function requireEditable(opinion: OpinionRow, seenNo: number): void {
  if (opinion.status === 'hidden') throw new DomainError('OPINION_HIDDEN');
  if (opinion.status === 'held') {
    throw new DomainError('OPINION_STATE', {
      message: '这条发言还在等人工查看，现在不能改。',
      next: '查看后会告诉你。',
    });
  }
  if (opinion.status === 'erased') throw new DomainError('OPINION_STATE');
  if (opinion.textNo !== seenNo) throw new DomainError('STALE_VERSION');
}
