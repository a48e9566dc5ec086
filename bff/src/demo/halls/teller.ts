import { randomUUID } from 'node:crypto';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import type { Sql } from '../../database/database.js';
import { MeetingCodes } from '../../halls/meetings/meeting-codes.js';
import { MeetingDeskService } from '../../halls/meetings/meeting-desk.service.js';
import type { SentenceBody } from '../../halls/meetings/meetings.dto.js';
import { MeetingsService } from '../../halls/meetings/meetings.service.js';
import { MinutesClosing } from '../../halls/meetings/minutes-closing.js';
import { MinutesConfirmationsService } from '../../halls/meetings/minutes-confirmations.service.js';
import { MinutesService } from '../../halls/meetings/minutes.service.js';
import { OpinionsRepository } from '../../halls/opinions/opinions.repository.js';
import { OpinionsService } from '../../halls/opinions/opinions.service.js';
import { FollowUpClock } from '../../halls/outcomes/follow-up-clock.js';
import { FollowUpDeskService } from '../../halls/outcomes/follow-up-desk.service.js';
import { FollowUpsService } from '../../halls/outcomes/follow-ups.service.js';
import { TopicObjectionsService } from '../../halls/outcomes/topic-objections.service.js';
import { AnnouncingService } from '../../halls/rolls/announcing.service.js';
import { HallRolesService } from '../../halls/rolls/hall-roles.service.js';
import { OwnersImportsService } from '../../halls/rolls/owners-imports.service.js';
import type { RollChoiceBody } from '../../halls/rolls/rolls.dto.js';
import { Endorsing } from '../../halls/topics/endorsing.js';
import { MergingService } from '../../halls/topics/merging.service.js';
import { TopicActsService, type StaffAct } from '../../halls/topics/topic-acts.service.js';
import { TopicClock } from '../../halls/topics/topic-clock.js';
import type { TopicActDto } from '../../halls/topics/topic-requests.dto.js';
import type { TopicRow } from '../../halls/topics/topic-rows.js';
import { TopicSteps } from '../../halls/topics/topic-steps.js';
import { TopicWritingService } from '../../halls/topics/topic-writing.service.js';
import { TopicsRepository } from '../../halls/topics/topics.repository.js';
import { VotingService } from '../../halls/voting/voting.service.js';
import { CaseDesk } from '../../moderation/cases/case-desk.service.js';
import { MyCases } from '../../moderation/cases/my-cases.service.js';
import { Reports } from '../../moderation/reports/reports.service.js';
import { addDays, instantAt, MINUTE_MS, shanghaiDay } from '@jiefang/shared/time';
import type { BallotChoice, Stance, TopicStatus, TopicTrack } from '@jiefang/shared/topics';
import type { Random } from '../random.js';
import { callerOf, type Backstage } from './backstage.js';

/** A text as a resident raises it. */
export interface RaisedText {
  communityCode: string;
  title: string;
  body: string;
  track: TopicTrack;
}

/** Somebody who may vote for a member of a roll. */
export interface Voter {
  member: number;
  personId: number;
}

/**
 * Tells what happened in a hall by letting people do it: every act goes through the product's own services at its own
 * instant, so that its rules hold and its record proves. Topics are named by their public ids.
 */
export class HallTeller {
  readonly today: string;

  constructor(
    readonly tx: Sql,
    private readonly stage: Backstage,
    readonly random: Random,
    private readonly now: Date,
  ) {
    this.today = shanghaiDay(now);
  }

  /** Goes to a time of day so many days ago; never later than the seed itself. */
  at(daysAgo: number, hour: number, minute = 0): void {
    const wanted = instantAt(addDays(this.today, -daysAgo), hour * 60 + minute);
    this.stage.clock.set(wanted < this.now ? wanted : this.now);
  }

  /** Lets minutes pass; never beyond the seed itself. */
  later(minutes: number): void {
    const wanted = new Date(this.stage.clock.now().getTime() + minutes * MINUTE_MS);
    this.stage.clock.set(wanted < this.now ? wanted : this.now);
  }

  /** Goes to an instant that the product has set, and a little beyond; lets time do what is due then. */
  async until(instant: Date | null): Promise<void> {
    if (instant === null || instant > this.now)
      throw new Error('a story of the demo city runs ahead of time');
    this.stage.clock.set(instant);
    this.later(1);
    await this.passTime();
  }

  /** What the product's clocks find to do. */
  async passTime(): Promise<void> {
    await this.stage.get(TopicClock).run();
    await this.stage.get(MinutesClosing).run();
    await this.stage.get(FollowUpClock).run();
  }

  async topic(id: string): Promise<TopicRow> {
    const row = await this.stage.get(TopicsRepository).findById(this.tx, decodeId('topic', id));
    if (row === null) throw new Error('a topic of the demo city is missing');
    return row;
  }

  /** Checks where a story has come to: the rules may have changed since it was written. */
  async expect(id: string, status: TopicStatus): Promise<void> {
    const topic = await this.topic(id);
    if (topic.status !== status)
      throw new Error(`“${topic.title}” should be ${status}, it is ${topic.status}`);
  }

  // residents --------------------------------------------------------------------------------------------------------

  async raise(personId: number, text: RaisedText): Promise<string> {
    const writing = this.stage.get(TopicWritingService);
    const { id } = await writing.create(callerOf(personId), randomUUID(), text);
    this.later(6);
    await writing.submit(callerOf(personId), randomUUID(), id);
    return id;
  }

  async askReview(personId: number, id: string, words: string): Promise<void> {
    await this.stage.get(TopicWritingService).askReview(callerOf(personId), randomUUID(), id, words);
  }

  /** One after another, `every` minutes apart. */
  async endorse(people: readonly number[], id: string, every: number): Promise<void> {
    for (const personId of people) {
      this.later(every);
      const topic = await this.stage.get(TopicSteps).lock(this.tx, decodeId('topic', id));
      await this.stage.get(Endorsing).endorse(this.tx, topic, personId, topic.textNo);
    }
  }

  async answerMerge(personId: number, id: string, agrees: boolean): Promise<void> {
    await this.stage.get(MergingService).answer(callerOf(personId), randomUUID(), id, agrees);
  }

  /** Returns the opinion's public id. */
  async say(
    personId: number,
    id: string,
    words: { stance: Stance; text: string; parentId?: string },
  ): Promise<string> {
    const said = await this.stage.get(OpinionsService).post(callerOf(personId), randomUUID(), id, words);
    return said.id;
  }

  async edit(personId: number, opinionId: string, text: string): Promise<void> {
    const body = { text, textNo: 1 };
    await this.stage.get(OpinionsService).edit(callerOf(personId), randomUUID(), opinionId, body);
  }

  /** Whoever reacts lives there, did not write it, and has not reacted before: the rules are not asked again for each. */
  async react(personId: number, opinionId: string, value: -1 | 0 | 1): Promise<void> {
    const change = { from: null, to: value };
    const at = this.stage.clock.now();
    await this.stage
      .get(OpinionsRepository)
      .react(this.tx, decodeId('opinion', opinionId), personId, change, at);
  }

  async report(
    personId: number,
    opinionId: string,
    reason: 'abuse' | 'advert' | 'off_topic' | 'false',
    text: string,
  ): Promise<void> {
    const body = { subject: { kind: 'opinion' as const, id: opinionId }, reason, text };
    await this.stage.get(Reports).report(callerOf(personId), randomUUID(), body);
  }

  async appeal(personId: number, caseId: string, text: string): Promise<void> {
    await this.stage.get(MyCases).appeal(callerOf(personId), randomUUID(), caseId, text);
  }

  async object(personId: number, id: string, text: string): Promise<void> {
    await this.stage.get(TopicObjectionsService).object(callerOf(personId), randomUUID(), id, text);
  }

  async rate(personId: number, followUpId: string, stars: number, comment?: string): Promise<void> {
    const body = { stars, ...(comment === undefined ? {} : { comment }) };
    await this.stage.get(FollowUpsService).rate(callerOf(personId), randomUUID(), followUpId, body);
  }

  // voting -----------------------------------------------------------------------------------------------------------

  /** One voter a member of the topic's roll, in the order of the roll; members nobody can vote for are left out. */
  async voters(id: string): Promise<Voter[]> {
    return this.tx.query<Voter>(
      `SELECT v.member_no AS member, MIN(v.person_id) AS personId FROM roll_voter v JOIN roll r ON r.id = v.roll_id
        WHERE r.topic_id = ? AND v.person_id IS NOT NULL GROUP BY v.member_no ORDER BY v.member_no`,
      [decodeId('topic', id)],
    );
  }

  /** Casts ballots, `every` minutes apart. */
  async vote(
    id: string,
    ballots: readonly (Voter & { choice: BallotChoice })[],
    every: number,
  ): Promise<void> {
    const textHash = (await this.topic(id)).textHash?.toString('hex') ?? '';
    for (const { member, personId, choice } of ballots) {
      this.later(every);
      const body = { member, choice, textHash };
      await this.stage.get(VotingService).cast(callerOf(personId), randomUUID(), id, body);
    }
  }

  // staff ------------------------------------------------------------------------------------------------------------

  async act(staffId: number, id: string, name: StaffAct, dto: TopicActDto = {}): Promise<void> {
    await this.stage.get(TopicActsService).act(callerOf(staffId), randomUUID(), id, name, dto);
  }

  /** Announces what the preview shows. */
  async announce(staffId: number, id: string, choice: RollChoiceBody): Promise<void> {
    const announcing = this.stage.get(AnnouncingService);
    const { hash } = await announcing.preview(callerOf(staffId), id, choice);
    this.later(5);
    await announcing.announce(callerOf(staffId), randomUUID(), id, { ...choice, hash });
  }

  /** Returns the public id of the import. */
  async importOwners(staffId: number, communityCode: string, fileName: string, csv: string): Promise<string> {
    const upload = { fileName, content: Buffer.from(csv), fields: {} };
    const imports = this.stage.get(OwnersImportsService);
    return (await imports.import(callerOf(staffId), randomUUID(), communityCode, upload)).id;
  }

  async grantHallRole(
    staffId: number,
    communityCode: string,
    phone: string,
    role: 'committee' | 'owners_committee' | 'property' | 'representative',
  ): Promise<void> {
    await this.stage
      .get(HallRolesService)
      .grant(callerOf(staffId), randomUUID(), communityCode, { phone, role });
  }

  /** Claims the open case of an opinion; returns its public id. */
  async claimCase(staffId: number, opinionId: string): Promise<string> {
    const [row] = await this.tx.query<{ id: number }>(
      `SELECT id FROM moderation_case WHERE subject_kind = 'opinion' AND subject_id = ? ORDER BY id DESC LIMIT 1`,
      [decodeId('opinion', opinionId)],
    );
    const id = encodeId('case', row?.id ?? 0);
    await this.stage.get(CaseDesk).claim(callerOf(staffId), randomUUID(), id);
    return id;
  }

  async decideCase(
    staffId: number,
    caseId: string,
    decision: { decision: 'hide' | 'keep'; reason?: 'abuse' | 'advert' | 'off_topic'; words: string },
  ): Promise<void> {
    await this.stage.get(CaseDesk).decide(callerOf(staffId), randomUUID(), caseId, decision);
  }

  // meetings and minutes ---------------------------------------------------------------------------------------------

  /** Returns the public id of the meeting that is to be held `daysAgo`, from `hour` on for two hours. */
  async callMeeting(
    staffId: number,
    id: string,
    when: { daysAgo: number; hour: number },
    where: { place: string; agenda: string },
  ): Promise<string> {
    const startsAt = instantAt(addDays(this.today, -when.daysAgo), when.hour * 60);
    const body = {
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 120 * MINUTE_MS).toISOString(),
      ...where,
    };
    return (await this.stage.get(MeetingDeskService).call(callerOf(staffId), randomUUID(), id, body)).id;
  }

  /** Signs in with the code on the meeting's screen. */
  async signIn(personId: number, meetingId: string): Promise<void> {
    const meeting = decodeId('meeting', meetingId);
    const { qr } = this.stage.get(MeetingCodes).issue(meeting, this.stage.clock.now());
    await this.stage.get(MeetingsService).signIn(callerOf(personId), randomUUID(), meetingId, qr);
  }

  get meetings(): MeetingDeskService {
    return this.stage.get(MeetingDeskService);
  }

  /** Writes the minutes and sends them to those who came; who was not asked to a meeting confirms nothing. */
  async minutes(
    staffId: number,
    id: string,
    sentences: SentenceBody[],
    minority: SentenceBody[],
  ): Promise<void> {
    const minutes = this.stage.get(MinutesService);
    await minutes.write(callerOf(staffId), randomUUID(), id, { no: 0, sentences, minority });
    this.later(20);
    await minutes.send(callerOf(staffId), randomUUID(), id);
  }

  async confirmMinutes(personId: number, id: string, comment?: string): Promise<void> {
    const body = { no: 1, agrees: true, ...(comment === undefined ? {} : { comment }) };
    await this.stage.get(MinutesConfirmationsService).confirm(callerOf(personId), randomUUID(), id, body);
  }

  // promises ---------------------------------------------------------------------------------------------------------

  /** A promise that is due `dueIn` days from today; returns its public id. */
  async promise(
    staffId: number,
    id: string,
    promise: { title: string; responsible: string; dueIn: number },
  ): Promise<string> {
    const { title, responsible, dueIn } = promise;
    const body = { title, responsible, dueOn: addDays(this.today, dueIn) };
    return (await this.stage.get(FollowUpDeskService).create(callerOf(staffId), randomUUID(), id, body)).id;
  }

  async progress(staffId: number, followUpId: string, text: string): Promise<void> {
    const body = { text, photoIds: [] };
    await this.stage.get(FollowUpDeskService).progress(callerOf(staffId), randomUUID(), followUpId, body);
  }

  async done(staffId: number, followUpId: string, text: string): Promise<void> {
    const body = { text, photoIds: [] };
    await this.stage.get(FollowUpDeskService).done(callerOf(staffId), randomUUID(), followUpId, body);
  }
}
