import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { requireText, TextCheck } from '../../moderation/text-check.js';
import { Attachments } from '../attachments/attachments.js';
import { RecordWriter, type RecordAct } from '../record/record-writer.js';
import { TopicAccess } from '../topics/topic-access.js';
import { TopicSteps } from '../topics/topic-steps.js';
import { Topics } from '../topics/topics.js';
import type { TopicMinutesView } from './meeting-views.js';
import { COMMENT_MAX, type ConfirmMinutesBody, type PaperConfirmationBody } from './meetings.dto.js';
import { MeetingsRepository, type AttendeeRow } from './meetings.repository.js';
import { MinutesClosing } from './minutes-closing.js';
import { MinutesRepository } from './minutes.repository.js';
import { MinutesService } from './minutes.service.js';

interface Answer {
  agrees: boolean;
  comment: string | null;
  method: 'app' | 'paper';
  photo: { id: number; sha256: Buffer } | null;
}

/** What attendees say to the minutes: in the app, or on paper with a photo of it. */
@Injectable()
export class MinutesConfirmationsService {
  constructor(
    private readonly database: Database,
    private readonly minutes: MinutesRepository,
    private readonly meetings: MeetingsRepository,
    private readonly closing: MinutesClosing,
    private readonly service: MinutesService,
    private readonly topics: Topics,
    private readonly steps: TopicSteps,
    private readonly topicAccess: TopicAccess,
    private readonly attachments: Attachments,
    private readonly textCheck: TextCheck,
    private readonly records: RecordWriter,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** MINUTES_ATTENDEE for who was not there, STALE_VERSION for another version, MINUTES_STATE when it is too late. */
  async confirm(
    caller: Caller,
    key: string,
    publicId: string,
    body: ConfirmMinutesBody,
  ): Promise<TopicMinutesView> {
    const found = await this.topics.requireShown(this.database, publicId, caller);
    const comment = await this.commentOf(caller.personId, body.comment);
    const request = idempotent(caller.personId, key, `POST /topics/${publicId}/minutes/confirm`, body);
    return this.idempotency.run(request, async (tx) => {
      const topic = await this.steps.lock(tx, found.id);
      const attendees = await this.meetings.findAttendeesOfTopic(tx, topic.id);
      const own = attendees.filter((attendee) => attendee.personId === caller.personId);
      const [first] = own;
      if (first === undefined) throw new DomainError('MINUTES_ATTENDEE');
      const actor = { role: first.role, personId: caller.personId };
      const answer: Answer = { agrees: body.agrees, comment, method: 'app', photo: null };
      await this.answer(tx, topic.id, own, answer, actor, body.no);
      return this.service.viewOf(tx, topic, caller.personId, false);
    });
  }

  /** An answer that was signed on paper. Only for who has not answered. */
  async confirmOnPaper(
    caller: Caller,
    key: string,
    attendeePublicId: string,
    body: PaperConfirmationBody,
  ): Promise<TopicMinutesView> {
    const id = decodeId('attendee', attendeePublicId);
    const found = await this.meetings.findAttendee(this.database, id);
    if (found === null) throw new DomainError('NOT_FOUND');
    const topicId = encodeId('topic', found.topicId);
    const role = await this.topicAccess.requireStaff(
      caller,
      await this.topics.require(this.database, topicId),
    );
    const comment = body.comment === undefined ? null : requireText(body.comment, COMMENT_MAX);
    const route = `POST /staff/attendees/${attendeePublicId}/confirm-on-paper`;
    return this.idempotency.run(idempotent(caller.personId, key, route, body), async (tx) => {
      const topic = await this.steps.lock(tx, found.topicId);
      const photo = await this.attachments.require(tx, body.photoId, { divisionCode: topic.divisionCode });
      const answer: Answer = { agrees: body.agrees, comment, method: 'paper', photo };
      await this.answer(tx, topic.id, [found], answer, { role, personId: caller.personId }, null);
      await this.audit.record(tx, caller, {
        action: 'minutes.confirm_on_paper',
        targetType: 'attendee',
        targetId: id,
        divisionCode: topic.divisionCode,
        detail: { agrees: body.agrees },
      });
      return this.service.viewOf(tx, topic, caller.personId, true);
    });
  }

  private async answer(
    tx: Sql,
    topicId: number,
    attendees: readonly AttendeeRow[],
    answer: Answer,
    actor: RecordAct['actor'],
    readNo: number | null,
  ): Promise<void> {
    const minutes = await this.minutes.findLatestSent(tx, topicId);
    if (minutes === null) throw new DomainError('MINUTES_STATE');
    if (readNo !== null && readNo !== minutes.no) throw new DomainError('STALE_VERSION');
    const now = this.clock.now();
    const isOver = minutes.confirmUntil === null || minutes.confirmUntil <= now;
    if (minutes.status !== 'confirming' || isOver) throw new DomainError('MINUTES_STATE');
    const before = await this.minutes.findConfirmations(tx, topicId, minutes.no);
    const answered = new Set(before.map((one) => one.attendeeId));
    const waiting = attendees.filter((attendee) => !answered.has(attendee.id));
    if (waiting.length === 0)
      throw new DomainError('MINUTES_STATE', { message: '已经答复过了。', next: '要补充可以联系社区。' });
    const { agrees, comment, method, photo } = answer;
    for (const attendee of waiting) {
      await this.minutes.insertConfirmation(tx, topicId, minutes.no, {
        attendeeId: attendee.id,
        agrees,
        comment,
        method,
        photoId: photo?.id ?? null,
        at: now,
      });
    }
    await this.records.append(
      tx,
      topicId,
      waiting.map((attendee) => ({
        act: 'minutes_confirmation',
        actor,
        body: {
          no: minutes.no,
          attendee: encodeId('attendee', attendee.id),
          agrees,
          method,
          ...(photo === null ? {} : { photo: photo.sha256.toString('hex') }),
        },
        ...(comment === null ? {} : { contents: { comment } }),
      })),
    );
    await this.closing.confirmIfAnswered(tx, topicId, minutes.no, actor);
  }

  /** A comment is read by everybody at once, so one that the check does not let through is given back to its writer. */
  private async commentOf(personId: number, comment: string | undefined): Promise<string | null> {
    if (comment === undefined || comment.trim() === '') return null;
    const clean = requireText(comment, COMMENT_MAX);
    if ((await this.textCheck.judge(personId, clean)) === 'pass') return clean;
    throw new DomainError('TOPIC_TEXT', {
      message: '补充的话暂时没有通过内容检查。',
      next: '可以换个说法，或先不写补充，直接确认。',
    });
  }
}
