import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { invalidField } from '../../identity/invalid-field.js';
import { requireText } from '../../moderation/text-check.js';
import { Attachments } from '../attachments/attachments.js';
import { RecordWriter, type RecordAct } from '../record/record-writer.js';
import { TopicAccess } from '../topics/topic-access.js';
import type { TopicRow } from '../topics/topic-rows.js';
import { TopicSteps } from '../topics/topic-steps.js';
import { Topics } from '../topics/topics.js';
import { MeetingCodes } from './meeting-codes.js';
import { MeetingNotices } from './meeting-notices.js';
import { mayEnter, MEETING_TOPICS, meetingTimeFault } from './meeting-rules.js';
import {
  meetingView,
  type MeetingCodeView,
  type MeetingPageView,
  type MeetingView,
} from './meeting-views.js';
import { SPEECH_MAX, type AttendeeBody, type CallMeetingBody, type SpeechBody } from './meetings.dto.js';
import { MeetingsRepository, type MeetingRow } from './meetings.repository.js';
import { MeetingsService } from './meetings.service.js';

type Actor = RecordAct['actor'];

/** A transaction about a meeting: its rows as they are under the topic's lock. */
interface AtMeeting {
  topic: TopicRow;
  meeting: MeetingRow;
  actor: Actor;
  now: Date;
}

/** What staff do with meetings: call them, show the code, enter who came and what was said. */
@Injectable()
export class MeetingDeskService {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly service: MeetingsService,
    private readonly topics: Topics,
    private readonly steps: TopicSteps,
    private readonly topicAccess: TopicAccess,
    private readonly attachments: Attachments,
    private readonly records: RecordWriter,
    private readonly notices: MeetingNotices,
    private readonly codes: MeetingCodes,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** Tells the initiator, endorsers and the roll. TOPIC_STATE, MEETING_TIME, TOPIC_OWN. */
  async call(caller: Caller, key: string, publicId: string, body: CallMeetingBody): Promise<MeetingView> {
    const found = await this.topics.require(this.database, publicId);
    const role = await this.topicAccess.requireStaff(caller, found);
    const request = idempotent(caller.personId, key, `POST /staff/topics/${publicId}/meetings`, body);
    return this.idempotency.run(request, async (tx) => {
      const topic = await this.steps.lock(tx, found.id);
      if (!MEETING_TOPICS.includes(topic.status)) throw new DomainError('TOPIC_STATE');
      const now = this.clock.now();
      const times = { startsAt: new Date(body.startsAt), endsAt: new Date(body.endsAt) };
      const fault = meetingTimeFault(times.startsAt, times.endsAt, now);
      if (fault !== null) throw new DomainError('MEETING_TIME', { message: fault });
      const { place, agenda } = body;
      const made = { topicId: topic.id, divisionCode: topic.divisionCode, ...times, place, agenda };
      const id = await this.meetings.insert(tx, made, caller.personId, now);
      const startsAt = times.startsAt.toISOString();
      const endsAt = times.endsAt.toISOString();
      await this.records.append(tx, topic.id, [
        {
          act: 'meeting_called',
          actor: { role, personId: caller.personId },
          body: { meeting: encodeId('meeting', id), startsAt, endsAt, place, agenda },
        },
      ]);
      await this.notices.tell(tx, topic, {
        kind: 'meeting_called',
        dedupe: `meeting:${id}:called`,
        payload: { topicId: topic.id, topicTitle: topic.title, startsAt, endsAt, place },
      });
      await this.log(tx, caller, 'meeting.call', topic, id);
      return meetingView(await this.service.requireRow(tx, id), now, null);
    });
  }

  /** MEETING_STATE for one that was closed or cancelled. */
  async cancel(caller: Caller, key: string, publicId: string, reason: string): Promise<MeetingView> {
    return this.at(
      caller,
      key,
      publicId,
      'cancel',
      { reason },
      async (tx, { topic, meeting, actor, now }) => {
        if (!(await this.meetings.end(tx, meeting.id, 'cancelled', reason, now)))
          throw new DomainError('MEETING_STATE');
        await this.records.append(tx, topic.id, [
          { act: 'meeting_cancelled', actor, body: { meeting: publicId, reason } },
        ]);
        await this.notices.tell(tx, topic, {
          kind: 'meeting_cancelled',
          dedupe: `meeting:${meeting.id}:cancelled`,
          payload: {
            topicId: topic.id,
            topicTitle: topic.title,
            startsAt: meeting.startsAt.toISOString(),
            endsAt: meeting.endsAt.toISOString(),
            reason,
          },
        });
        return this.viewOf(tx, meeting.id);
      },
    );
  }

  /** Ends signing in. MEETING_STATE before it began, and for one that was closed or cancelled. */
  async close(caller: Caller, key: string, publicId: string): Promise<MeetingView> {
    return this.at(caller, key, publicId, 'close', {}, async (tx, { topic, meeting, actor, now }) => {
      if (now < meeting.startsAt)
        throw new DomainError('MEETING_STATE', { message: '会议还没有开始。', next: '不开了可以取消。' });
      if (!(await this.meetings.end(tx, meeting.id, 'closed', null, now)))
        throw new DomainError('MEETING_STATE');
      await this.records.append(tx, topic.id, [
        {
          act: 'meeting_closed',
          actor,
          body: {
            meeting: publicId,
            attendees: Number(meeting.attendees),
            speeches: Number(meeting.speeches),
          },
        },
      ]);
      return this.viewOf(tx, meeting.id);
    });
  }

  /** The code of this moment. MEETING_STATE for a meeting that is over. */
  async code(caller: Caller, publicId: string): Promise<MeetingCodeView> {
    const { meeting, topic } = await this.service.require(publicId, caller);
    await this.topicAccess.requireStaff(caller, topic);
    if (meeting.status !== 'called') throw new DomainError('MEETING_STATE');
    const now = this.clock.now();
    const { qr, manualCode, expiresAt } = this.codes.issue(meeting.id, now);
    return { qr, manualCode, expiresAt: expiresAt.toISOString(), serverTime: now.toISOString() };
  }

  /** Somebody on the paper sheet. MEETING_STATE before the meeting, MINUTES_STATE once its minutes are being confirmed. */
  async addAttendee(
    caller: Caller,
    key: string,
    publicId: string,
    body: AttendeeBody,
  ): Promise<MeetingPageView> {
    await this.at(
      caller,
      key,
      publicId,
      'attendees',
      { ...body },
      async (tx, { topic, meeting, actor, now }) => {
        await this.requireOpen(tx, topic, meeting, now);
        const id = await this.meetings.insertAttendee(tx, {
          meetingId: meeting.id,
          personId: null,
          ...body,
          method: 'paper',
          enteredBy: caller.personId,
          at: now,
        });
        await this.records.append(tx, topic.id, [
          {
            act: 'sign_in',
            actor,
            body: {
              meeting: publicId,
              attendee: encodeId('attendee', id),
              role: body.role,
              method: 'paper',
            },
            contents: { name: body.name },
          },
        ]);
        return { id };
      },
    );
    return this.service.page(caller, publicId);
  }

  /** What somebody said, as staff heard it; on the record, and never changed. Photos must be public attachments. */
  async addSpeech(caller: Caller, key: string, publicId: string, body: SpeechBody): Promise<MeetingPageView> {
    const text = requireText(body.text, SPEECH_MAX);
    if ((body.attendeeId === undefined) === (body.speakerName === undefined))
      throw invalidField('speakerName', '请选一位参会的人，或写下说话的人');
    await this.at(
      caller,
      key,
      publicId,
      'speeches',
      { ...body },
      async (tx, { topic, meeting, actor, now }) => {
        await this.requireOpen(tx, topic, meeting, now);
        const attendee =
          body.attendeeId === undefined
            ? null
            : await this.meetings.findAttendee(tx, decodeId('attendee', body.attendeeId));
        if (body.attendeeId !== undefined && attendee?.meetingId !== meeting.id)
          throw invalidField('attendeeId', '这个人不在签到表里');
        const files = [];
        for (const id of body.attachmentIds) {
          const file = await this.attachments.require(tx, id, { divisionCode: topic.divisionCode });
          if (file.access !== 'public') throw invalidField('attachmentIds', '请用公开的照片或文件');
          files.push(file);
        }
        const speech = {
          meetingId: meeting.id,
          topicId: topic.id,
          no: await this.meetings.nextSpeechNo(tx, meeting.id),
          attendeeId: attendee?.id ?? null,
          speaker: attendee?.name ?? body.speakerName ?? null,
          role: body.role,
          stance: body.stance,
          text,
          attachments: files.map((file) => file.id),
        };
        const id = await this.meetings.insertSpeech(tx, { ...speech, enteredBy: caller.personId, at: now });
        const [seq] = await this.records.append(tx, topic.id, [
          {
            act: 'speech',
            actor,
            body: {
              meeting: publicId,
              speech: encodeId('speech', id),
              no: speech.no,
              role: body.role,
              stance: body.stance,
              attachments: files.map((file) => file.sha256.toString('hex')),
            },
            contents: { text, speaker: speech.speaker ?? '' },
          },
        ]);
        await this.meetings.setRecordSeq(tx, id, seq ?? 0);
        return { id };
      },
    );
    return this.service.page(caller, publicId);
  }

  /** Runs an act about a meeting: permission, the key, the topic's lock, the audit. */
  private async at<T>(
    caller: Caller,
    key: string,
    publicId: string,
    act: string,
    body: Record<string, unknown>,
    work: (tx: Sql, at: AtMeeting) => Promise<T>,
  ): Promise<T> {
    const found = await this.service.require(publicId, caller);
    const role = await this.topicAccess.requireStaff(caller, found.topic);
    const request = idempotent(caller.personId, key, `POST /staff/meetings/${publicId}/${act}`, body);
    return this.idempotency.run(request, async (tx) => {
      const topic = await this.steps.lock(tx, found.topic.id);
      const meeting = await this.service.requireRow(tx, found.meeting.id);
      const actor = { role, personId: caller.personId };
      const result = await work(tx, { topic, meeting, actor, now: this.clock.now() });
      await this.log(tx, caller, `meeting.${act}`, topic, meeting.id);
      return result;
    });
  }

  private async requireOpen(tx: Sql, topic: TopicRow, meeting: MeetingRow, now: Date): Promise<void> {
    if (!MEETING_TOPICS.includes(topic.status)) throw new DomainError('TOPIC_STATE');
    if (!mayEnter(meeting, now)) throw new DomainError('MEETING_STATE');
    if (await this.service.areMinutesOut(tx, topic.id)) {
      throw new DomainError('MINUTES_STATE', {
        message: '纪要已经发给参会的人确认，不能再加。',
        next: '请先写新的一版纪要。',
      });
    }
  }

  private async viewOf(tx: Sql, meetingId: number): Promise<MeetingView> {
    return meetingView(await this.service.requireRow(tx, meetingId), this.clock.now(), null);
  }

  private async log(
    tx: Sql,
    caller: Caller,
    action: string,
    topic: TopicRow,
    meetingId: number,
  ): Promise<void> {
    await this.audit.record(tx, caller, {
      action,
      targetType: 'meeting',
      targetId: meetingId,
      divisionCode: topic.divisionCode,
      detail: { topic: encodeId('topic', topic.id) },
    });
  }
}
