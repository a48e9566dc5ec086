import { Injectable } from '@nestjs/common';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { CodeTries } from '../../common/codes/code-tries.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { Database, fromJson, type Sql } from '../../database/database.js';
import { PeopleService } from '../../identity/people/people.service.js';
import { Attachments } from '../attachments/attachments.js';
import { OpinionSpeakers } from '../opinions/opinion-speakers.js';
import { RecordWriter } from '../record/record-writer.js';
import { TopicSteps } from '../topics/topic-steps.js';
import { Topics } from '../topics/topics.js';
import type { TopicRow } from '../topics/topic-rows.js';
import { MeetingCodes } from './meeting-codes.js';
import { maySignIn } from './meeting-rules.js';
import {
  meetingFacts,
  meetingView,
  type MeetingListView,
  type MeetingPageView,
  type MeetingView,
} from './meeting-views.js';
import { MinutesRepository } from './minutes.repository.js';
import { MeetingsRepository, type MeetingRow } from './meetings.repository.js';

/** Meetings as residents see them, and how they sign in. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly minutes: MinutesRepository,
    private readonly topics: Topics,
    private readonly steps: TopicSteps,
    private readonly speakers: OpinionSpeakers,
    private readonly attachments: Attachments,
    private readonly records: RecordWriter,
    private readonly people: PeopleService,
    private readonly codes: MeetingCodes,
    private readonly tries: CodeTries,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** A topic's meetings, earliest first. */
  async list(caller: Caller | null, topicPublicId: string): Promise<MeetingListView> {
    const topic = await this.topics.requireShown(this.database, topicPublicId, caller);
    const rows = await this.meetings.findOf(this.database, topic.id);
    const ids = rows.map((row) => row.id);
    const signed =
      caller === null ? null : await this.meetings.findSigned(this.database, ids, caller.personId);
    const now = this.clock.now();
    return { items: rows.map((row) => meetingView(row, now, signed?.has(row.id) ?? null)) };
  }

  /** One meeting with who came and what was said. */
  async page(caller: Caller | null, publicId: string): Promise<MeetingPageView> {
    const { meeting, topic } = await this.require(publicId, caller);
    const signed =
      caller === null ? null : await this.meetings.findSigned(this.database, [meeting.id], caller.personId);
    const attendees = await this.meetings.findAttendees(this.database, meeting.id);
    const names = new Map(attendees.map((one) => [one.id, one.name]));
    const speeches = await this.meetings.findSpeeches(this.database, { meetingId: meeting.id });
    const idsOf = (stored: unknown): number[] => fromJson<number[]>(stored);
    const files = await this.attachments.viewsOf(
      this.database,
      speeches.flatMap((speech) => idsOf(speech.attachments)),
    );
    return {
      ...meetingFacts(meeting, this.clock.now(), signed?.has(meeting.id) ?? null),
      topic: { id: encodeId('topic', topic.id), title: topic.title },
      attendees: attendees.map(({ id, name, role, method }) => ({
        id: encodeId('attendee', id),
        name,
        role,
        method,
      })),
      speeches: speeches.map((speech) => ({
        id: encodeId('speech', speech.id),
        no: speech.no,
        speaker: speech.speaker ?? names.get(speech.attendeeId ?? 0) ?? '',
        role: speech.role,
        stance: speech.stance,
        text: speech.status === 'erased' ? null : speech.text,
        attachments:
          speech.status === 'erased' ? [] : idsOf(speech.attachments).flatMap((id) => files.get(id) ?? []),
      })),
    };
  }

  /**
   * Puts the caller on the sign-in sheet; once more changes nothing. MEETING_STATE, MEETING_CODE, MINUTES_STATE once the
   * minutes went out, PHONE_REQUIRED.
   */
  async signIn(caller: Caller, key: string, publicId: string, qr: string): Promise<MeetingView> {
    const { meeting, topic } = await this.require(publicId, caller);
    const person = await this.people.require(caller.personId);
    if (person.phoneCipher === null) throw new DomainError('PHONE_REQUIRED');
    await this.tries.count(caller.personId, qr, 'meeting-code');
    return this.idempotency.run(
      idempotent(caller.personId, key, `POST /meetings/${publicId}/sign-in`, { qr }),
      async (tx) => {
        await this.steps.lock(tx, topic.id);
        const now = this.clock.now();
        const current = await this.requireRow(tx, meeting.id);
        if (!maySignIn(current, now)) {
          throw new DomainError('MEETING_STATE', {
            message: '现在不在签到时间里。',
            next: '会前 30 分钟开始签到，直到会议结束。',
          });
        }
        if (this.codes.check(qr, meeting.id, now) !== 'good') throw new DomainError('MEETING_CODE');
        const signed = await this.meetings.findSigned(tx, [meeting.id], caller.personId);
        if (!signed.has(meeting.id) && (await this.areMinutesOut(tx, topic.id))) {
          throw new DomainError('MINUTES_STATE', {
            message: '纪要已经发给参会的人确认，不能再签到。',
            next: '请告诉会场的工作人员。',
          });
        }
        if (!signed.has(meeting.id))
          await this.addSigned(tx, caller.personId, person.nickname, { meeting, topic });
        return meetingView(await this.requireRow(tx, meeting.id), now, true);
      },
    );
  }

  private async addSigned(
    tx: Sql,
    personId: number,
    name: string,
    { meeting, topic }: { meeting: MeetingRow; topic: TopicRow },
  ): Promise<void> {
    const { role: known } = await this.speakers.of(tx, personId, topic.divisionCode);
    const role = known ?? 'resident';
    const id = await this.meetings.insertAttendee(tx, {
      meetingId: meeting.id,
      personId,
      name,
      role,
      method: 'qr',
      enteredBy: null,
      at: this.clock.now(),
    });
    await this.records.append(tx, topic.id, [
      {
        act: 'sign_in',
        actor: { role, personId },
        body: {
          meeting: encodeId('meeting', meeting.id),
          attendee: encodeId('attendee', id),
          role,
          method: 'qr',
        },
        contents: { name },
      },
    ]);
  }

  /** True once the newest minutes went to those who came: nobody comes any more, or they would not have been asked. */
  async areMinutesOut(tx: Sql, topicId: number): Promise<boolean> {
    const minutes = await this.minutes.findLatest(tx, topicId);
    return minutes !== null && minutes.status !== 'draft';
  }

  /** A meeting and its topic, when the caller may see the topic. NOT_FOUND. */
  async require(publicId: string, caller: Caller | null): Promise<{ meeting: MeetingRow; topic: TopicRow }> {
    const meeting = await this.requireRow(this.database, decodeId('meeting', publicId));
    const topic = await this.topics.requireShown(this.database, encodeId('topic', meeting.topicId), caller);
    return { meeting, topic };
  }

  async requireRow(sql: Sql, id: number): Promise<MeetingRow> {
    const meeting = await this.meetings.findById(sql, id);
    if (meeting === null) throw new DomainError('NOT_FOUND');
    return meeting;
  }
}
