import { Injectable } from '@nestjs/common';
import { OPINION_MAX } from '@jiefang/shared/topics';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { FieldCipher } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { PageQuery } from '../../common/http/requests.dto.js';
import { Idempotency, idempotent, replay } from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOfViews, type Page } from '../../common/pagination/cursor.js';
import { Database, type Sql } from '../../database/database.js';
import { requireText } from '../../moderation/text-check.js';
import { Attachments } from '../attachments/attachments.js';
import { RecordWriter } from '../record/record-writer.js';
import type { TopicRow } from '../topics/topic-rows.js';
import { TopicSteps } from '../topics/topic-steps.js';
import { Topics } from '../topics/topics.js';
import { contentOf, openContent, readsAlike, sealContent } from './assisted-content.js';
import { AssistedOpinions } from './assisted-opinions.js';
import { AssistedViews } from './assisted-views.js';
import { AssistedRepository, type AssistedRow } from './assisted.repository.js';
import { BallotBatches } from './ballot-batches.js';
import { BallotLane } from './ballot-lane.js';
import { confirmRequest } from './ballot-ledger.js';
import { judgeBallot } from './ballot-judge.js';
import type { BallotCast } from './ballot-commands.js';
import type { AssistedBody, AssistedView, ConfirmAssistedBody } from './voting.dto.js';

/** Kept for the key of a second reading that differed. */
const MISMATCH = { mismatch: true } as const;

/** Ballots and opinions by phone or on paper: entered by one member of staff with a photo, read again by another. */
@Injectable()
export class AssistedService {
  constructor(
    private readonly database: Database,
    private readonly entries: AssistedRepository,
    private readonly batches: BallotBatches,
    private readonly lane: BallotLane,
    private readonly opinions: AssistedOpinions,
    private readonly views: AssistedViews,
    private readonly topics: Topics,
    private readonly steps: TopicSteps,
    private readonly attachments: Attachments,
    private readonly record: RecordWriter,
    private readonly cipher: FieldCipher,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** The first reading. Judged as the ballot or opinion itself would be; ASSISTED_STATE while another of the member waits. */
  async enter(caller: Caller, key: string, topicId: string, body: AssistedBody): Promise<AssistedView> {
    const topic = await this.requireTopic(caller, topicId);
    const given = body.text === undefined ? body : { ...body, text: requireText(body.text, OPINION_MAX) };
    const content = contentOf(given);
    const photo = await this.attachments.require(this.database, body.photoId, topic);
    if (photo.access !== 'staff') {
      throw new DomainError('ATTACHMENT_INVALID', {
        message: '这张照片是公开的，不能用来录入。',
        next: '请重新拍一张，只给工作人员看。',
      });
    }
    // What was read is not part of what is kept for the key: of three choices a hash tells which it was.
    const { kind, channel, member, photoId } = body;
    const request = idempotent(caller.personId, key, `POST /staff/topics/${topicId}/assisted`, {
      kind,
      channel,
      member,
      photoId,
    });
    const id = await this.idempotency.run(request, async (tx) => {
      const now = this.clock.now();
      await this.steps.lock(tx, topic.id);
      if (kind === 'ballot') await this.requireBallot(tx, topic.id, member ?? 0, now);
      else await this.opinions.requireOpen(tx, topic.id);
      const entry = await this.entries.insert(tx, {
        topicId: topic.id,
        divisionCode: topic.divisionCode,
        kind,
        channel,
        photoId: photo.id,
        memberNo: kind === 'ballot' ? (member ?? null) : null,
        contentCipher: sealContent(this.cipher, content),
        enteredBy: caller.personId,
        enteredAt: now,
      });
      await this.note(tx, caller, topic, entry, 'enter', { kind, channel, member });
      return entry;
    });
    return this.views.one(this.database, id, caller.personId);
  }

  async list(caller: Caller, topicId: string, query: PageQuery): Promise<Page<AssistedView>> {
    const topic = await this.requireTopic(caller, topicId, false);
    const [before] = query.cursor === undefined ? [] : decodeCursor(query.cursor, ['number']);
    const rows = await this.entries.list(
      this.database,
      topic.id,
      typeof before === 'number' ? before : null,
      query.limit + 1,
    );
    const views = await this.views.of(this.database, rows.slice(0, query.limit), caller.personId);
    return pageOfViews(rows, views, query.limit, (row) => [row.id]);
  }

  /**
   * The second reading, by somebody else. ASSISTED_SAME_PERSON, ASSISTED_STATE; ASSISTED_MISMATCH, by which an entered
   * ballot is refused and must be entered again: whoever may try until it fits reads nothing.
   */
  async confirm(
    caller: Caller,
    key: string,
    publicId: string,
    body: ConfirmAssistedBody,
  ): Promise<AssistedView> {
    const row = await this.requireEntry(caller, publicId);
    const request = confirmRequest(caller.personId, key, row.id);
    const [kept] = await this.idempotency.find(this.database, [request]);
    if (kept !== undefined) {
      const answer = replay<BallotCast | typeof MISMATCH | null>(kept, request);
      if (answer !== null && 'mismatch' in answer) throw new DomainError('ASSISTED_MISMATCH');
      return this.views.one(this.database, row.id, caller.personId, answer?.receipt ?? null);
    }
    if (row.enteredBy === caller.personId) throw new DomainError('ASSISTED_SAME_PERSON');
    const content = openContent(this.cipher, row.contentCipher);
    if (row.status !== 'waiting' || content === null) throw new DomainError('ASSISTED_STATE');
    const second = body.text === undefined ? body : { ...body, text: requireText(body.text, OPINION_MAX) };
    requireReading(row, second);
    const alike = readsAlike(content, second);
    let receipt: string | null = null;
    if ('choice' in content) {
      if (!alike) {
        await this.idempotency.run(request, async (tx) => {
          await this.refuseIn(tx, caller, row, '两次读到的不一样');
          return MISMATCH;
        });
        throw new DomainError('ASSISTED_MISMATCH');
      }
      const { topicId, memberNo, channel, id: entryId, enteredAt: arrivedAt, divisionCode } = row;
      const cast = await this.lane.cast({
        kind: 'assisted',
        key,
        topicId,
        member: memberNo ?? 0,
        choice: content.choice,
        channel,
        entryId,
        divisionCode,
        caller,
        arrivedAt,
      });
      receipt = cast.receipt;
    } else {
      if (!alike) throw new DomainError('ASSISTED_MISMATCH', { next: '请看着照片再读一遍。' });
      await this.opinions.confirm(caller, request, row, content);
    }
    return this.views.one(this.database, row.id, caller.personId, receipt);
  }

  /** What cannot be counted or shown, with the reason. The one who entered it may refuse it as well. */
  async refuse(caller: Caller, key: string, publicId: string, reason: string): Promise<AssistedView> {
    const row = await this.requireEntry(caller, publicId);
    const request = idempotent(caller.personId, key, `POST /staff/assisted/${publicId}/refuse`, { reason });
    await this.idempotency.run(request, (tx) => this.refuseIn(tx, caller, row, reason));
    return this.views.one(this.database, row.id, caller.personId);
  }

  private async refuseIn(tx: Sql, caller: Caller, row: AssistedRow, reason: string): Promise<void> {
    const topic = await this.steps.lock(tx, row.topicId);
    const at = this.clock.now();
    const decision = { status: 'refused' as const, by: caller.personId, at, reason, erase: true };
    if (!(await this.entries.decide(tx, row.id, decision))) throw new DomainError('ASSISTED_STATE');
    await this.note(tx, caller, topic, row.id, 'refuse', {
      kind: row.kind,
      channel: row.channel,
      ...(row.memberNo === null ? {} : { member: row.memberNo }),
      reason,
    });
  }

  /** On the record and in the audit; neither says what was read. */
  private async note(
    tx: Sql,
    caller: Caller,
    topic: TopicRow,
    entryId: number,
    act: 'enter' | 'refuse',
    body: { kind: string; channel: string; member?: number; reason?: string },
  ): Promise<void> {
    await this.audit.record(tx, caller, {
      action: `assisted.${act}`,
      targetType: 'assisted',
      targetId: entryId,
      divisionCode: topic.divisionCode,
      detail: body,
    });
    await this.record.append(tx, topic.id, [
      {
        act: act === 'enter' ? 'assisted_entered' : 'assisted_refused',
        actor: { role: 'moderator', personId: caller.personId },
        body: { ...body },
      },
    ]);
  }

  private async requireBallot(tx: Sql, topicId: number, member: number, arrivedAt: Date): Promise<void> {
    const topic = (await this.batches.lock(tx, [topicId])).get(topicId);
    const isVoter = (await this.batches.findMember(tx, topicId, member)) !== null;
    const { casts } = await this.batches.findAround(tx, {
      keys: [],
      voters: [],
      openMembers: [],
      secretMembers: topic?.secret === true ? [{ topicId, member }] : [],
    });
    const facts = { isVoter, isOnRoll: false, isMarked: casts.length > 0 };
    const refusal = judgeBallot(topic, { arrivedAt, textHash: null }, facts);
    if (refusal !== null) throw refusal;
    if (await this.entries.isWaitingFor(tx, topicId, member)) {
      throw new DomainError('ASSISTED_STATE', {
        message: '这一票已经录入，正等同事复核。',
        next: '请先复核那一份。',
      });
    }
  }

  private async requireTopic(caller: Caller, publicId: string, acts = true): Promise<TopicRow> {
    const topic = await this.topics.require(this.database, publicId);
    await this.access.require(caller, 'ballots.enter', topic.divisionCode);
    if (acts && topic.initiatorId === caller.personId) throw new DomainError('TOPIC_OWN');
    return topic;
  }

  private async requireEntry(caller: Caller, publicId: string): Promise<AssistedRow> {
    const row = await this.entries.findById(this.database, decodeId('assisted', publicId));
    if (row === null) throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'ballots.enter', row.divisionCode);
    const topic = await this.topics.findById(this.database, row.topicId);
    if (topic?.initiatorId === caller.personId) throw new DomainError('TOPIC_OWN');
    return row;
  }
}

/** INVALID_INPUT unless everything of its kind was read again. */
function requireReading({ kind }: AssistedRow, { choice, stance, text }: ConfirmAssistedBody): void {
  const missing = kind === 'ballot' ? { choice } : { stance, text };
  const details = Object.entries(missing).flatMap(([field, value]) =>
    value === undefined ? [{ field, message: '不能空着' }] : [],
  );
  if (details.length > 0) throw new DomainError('INVALID_INPUT', { extra: { details } });
}
