import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { encodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { invalidField } from '../../identity/invalid-field.js';
import { Outbox } from '../../outbox/outbox.js';
import { RecordWriter } from '../record/record-writer.js';
import { TopicAccess } from '../topics/topic-access.js';
import type { TopicRow } from '../topics/topic-rows.js';
import { TopicSteps } from '../topics/topic-steps.js';
import { Topics } from '../topics/topics.js';
import { MINUTES_TOPICS } from './meeting-rules.js';
import type { MinutesView, TopicMinutesView } from './meeting-views.js';
import type { MinutesBody } from './meetings.dto.js';
import { MeetingsRepository } from './meetings.repository.js';
import { MinutesCites } from './minutes-cites.js';
import { MinutesClosing } from './minutes-closing.js';
import { Minutes } from './minutes.js';
import { MinutesRepository, type MinutesRow, type StoredSentence } from './minutes.repository.js';

/** Hours in which attendees confirm. */
const CONFIRM_HOURS = 48;
/** Bytes of one text on the record. */
const RECORD_TEXT_BYTES = 60_000;

/** Minutes: what a topic's discussion came to, sentence by sentence, with where it was said. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly database: Database,
    private readonly minutes: MinutesRepository,
    private readonly meetings: MeetingsRepository,
    private readonly cites: MinutesCites,
    private readonly closing: MinutesClosing,
    private readonly needs: Minutes,
    private readonly topics: Topics,
    private readonly steps: TopicSteps,
    private readonly topicAccess: TopicAccess,
    private readonly records: RecordWriter,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** The newest minutes; a draft is for staff alone. */
  async show(caller: Caller | null, publicId: string): Promise<TopicMinutesView> {
    const topic = await this.topics.requireShown(this.database, publicId, caller);
    const isStaff = caller !== null && (await this.topicAccess.isStaff(caller, topic.divisionCode));
    return this.viewOf(this.database, topic, caller?.personId ?? null, isStaff);
  }

  /** A new version; it takes the place of a draft, or of one that is being confirmed. STALE_VERSION, MINUTES_CITE. */
  async write(caller: Caller, key: string, publicId: string, body: MinutesBody): Promise<TopicMinutesView> {
    if (body.sentences.length === 0) throw invalidField('sentences', '纪要至少要有一句');
    return this.act(caller, key, publicId, 'minutes', { ...body }, async (tx, topic, role) => {
      const latest = await this.minutes.findLatest(tx, topic.id);
      if ((latest?.no ?? 0) !== body.no) throw new DomainError('STALE_VERSION');
      const sentences = await this.cites.read(tx, topic.id, body.sentences);
      const minority = await this.cites.read(tx, topic.id, body.minority);
      const no = body.no + 1;
      const text = wordsOf(sentences, minority);
      if (Buffer.byteLength(text) > RECORD_TEXT_BYTES)
        throw invalidField('sentences', '纪要太长，请写短一些');
      await this.minutes.insert(
        tx,
        { topicId: topic.id, no, sentences, minority },
        caller.personId,
        this.clock.now(),
      );
      await this.records.append(tx, topic.id, [
        {
          act: 'minutes',
          actor: { role, personId: caller.personId },
          body: {
            no,
            sentences: sentences.length,
            minority: minority.length,
            cites: citesOf(sentences, minority),
          },
          contents: { minutes: text },
          // A draft is for staff alone; what goes out to the attendees is shown.
          withheld: true,
        },
      ]);
    });
  }

  /** Sends the draft to everybody who came; with nobody to ask it counts as confirmed. MINUTES_MINORITY, MINUTES_STATE. */
  async send(caller: Caller, key: string, publicId: string): Promise<TopicMinutesView> {
    return this.act(caller, key, publicId, 'minutes/send', {}, async (tx, topic, role) => {
      const draft = await this.minutes.findLatest(tx, topic.id);
      if (draft?.status !== 'draft') throw new DomainError('MINUTES_STATE');
      const mustSay = await this.needs.hasMinority(tx, topic.id);
      const unsourced = draft.minority.some((sentence) => sentence.cites.length === 0);
      if (unsourced || (mustSay && draft.minority.length === 0)) throw new DomainError('MINUTES_MINORITY');
      const now = this.clock.now();
      const until = new Date(now.getTime() + CONFIRM_HOURS * 3_600_000);
      if (!(await this.minutes.send(tx, topic.id, draft.no, now, until)))
        throw new DomainError('MINUTES_STATE');
      const attendees = await this.meetings.findAttendeesOfTopic(tx, topic.id);
      const actor = { role, personId: caller.personId };
      await this.records.append(tx, topic.id, [
        {
          act: 'minutes_sent',
          actor,
          body: { no: draft.no, attendees: attendees.length, until: until.toISOString() },
          contents: { minutes: wordsOf(draft.sentences, draft.minority) },
        },
      ]);
      const people = new Set(attendees.flatMap((attendee) => attendee.personId ?? []));
      await this.outbox.enqueue(
        tx,
        [...people].map((personId) => ({
          personId,
          kind: 'minutes_sent' as const,
          dedupe: `minutes:${topic.id}:${draft.no}`,
          payload: { topicId: topic.id, topicTitle: topic.title, until: until.toISOString() },
        })),
      );
      await this.closing.confirmIfAnswered(tx, topic.id, draft.no, actor);
    });
  }

  /** The minutes as this person may see them. */
  async viewOf(
    sql: Sql,
    topic: TopicRow,
    personId: number | null,
    isStaff: boolean,
  ): Promise<TopicMinutesView> {
    const row = isStaff
      ? await this.minutes.findLatest(sql, topic.id)
      : await this.minutes.findLatestSent(sql, topic.id);
    return {
      minutes: row === null ? null : await this.minutesView(sql, row, personId),
      minorityNeeded: await this.needs.hasMinority(sql, topic.id),
    };
  }

  private async minutesView(sql: Sql, row: MinutesRow, personId: number | null): Promise<MinutesView> {
    const isDraft = row.status === 'draft';
    const attendees = isDraft ? [] : await this.meetings.findAttendeesOfTopic(sql, row.topicId);
    const answers = new Map(
      (await this.minutes.findConfirmations(sql, row.topicId, row.no)).map((one) => [one.attendeeId, one]),
    );
    const own = attendees.filter((attendee) => personId !== null && attendee.personId === personId);
    const waiting = row.status === 'confirming' && own.some((attendee) => !answers.has(attendee.id));
    return {
      no: row.no,
      sentences: await this.cites.show(sql, row.topicId, row.sentences),
      minority: await this.cites.show(sql, row.topicId, row.minority),
      status: row.status === 'superseded' ? 'draft' : row.status,
      confirmUntil: row.confirmUntil?.toISOString() ?? null,
      confirmations: attendees.map(({ id, name }) => {
        const answer = answers.get(id);
        return {
          attendeeId: encodeId('attendee', id),
          name,
          agrees: answer?.agrees ?? null,
          comment: answer?.comment ?? null,
          method: answer?.method ?? null,
        };
      }),
      mine: own.length === 0 ? null : waiting ? 'waiting' : answers.has(own[0]?.id ?? 0) ? 'answered' : null,
    };
  }

  private async act(
    caller: Caller,
    key: string,
    publicId: string,
    route: string,
    body: Record<string, unknown>,
    work: (tx: Sql, topic: TopicRow, role: 'moderator' | 'street') => Promise<void>,
  ): Promise<TopicMinutesView> {
    const found = await this.topics.require(this.database, publicId);
    const role = await this.topicAccess.requireStaff(caller, found);
    const request = idempotent(caller.personId, key, `staff/topics/${publicId}/${route}`, body);
    return this.idempotency.run(request, async (tx) => {
      const topic = await this.steps.lock(tx, found.id);
      if (!MINUTES_TOPICS.includes(topic.status)) throw new DomainError('TOPIC_STATE');
      await work(tx, topic, role);
      await this.audit.record(tx, caller, {
        action: route === 'minutes' ? 'minutes.write' : 'minutes.send',
        targetType: 'topic',
        targetId: topic.id,
        divisionCode: topic.divisionCode,
      });
      return this.viewOf(tx, topic, caller.personId, true);
    });
  }
}

/** The minutes in one text for the record, minority views under their own line. */
function wordsOf(sentences: readonly StoredSentence[], minority: readonly StoredSentence[]): string {
  const lines = sentences.map((sentence) => sentence.text);
  return minority.length === 0
    ? lines.join('\n')
    : [...lines, '少数人的意见：', ...minority.map((sentence) => sentence.text)].join('\n');
}

/** What each sentence points at, for the record. */
function citesOf(sentences: readonly StoredSentence[], minority: readonly StoredSentence[]): string[][] {
  return [...sentences, ...minority].map((sentence) =>
    sentence.cites.map(({ kind, id }) => `${kind}:${encodeId(kind, id)}`),
  );
}
