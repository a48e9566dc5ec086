import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock/clock.js';
import { Ticker } from '../../common/clock/ticker.js';
import { Database, type Sql } from '../../database/database.js';
import { RecordWriter, type RecordAct } from '../record/record-writer.js';
import { TopicSteps } from '../topics/topic-steps.js';
import { MeetingsRepository } from './meetings.repository.js';
import { MinutesRepository } from './minutes.repository.js';

const TICK_MS = 60_000;
const LEASE_SECONDS = 120;
const BATCH = 100;

/** Ends the time in which minutes are confirmed: when everybody answered, or when it is over. Silence is no consent. */
@Injectable()
export class MinutesClosing {
  constructor(
    private readonly database: Database,
    private readonly minutes: MinutesRepository,
    private readonly meetings: MeetingsRepository,
    private readonly steps: TopicSteps,
    private readonly records: RecordWriter,
    private readonly clock: Clock,
    ticker: Ticker,
  ) {
    ticker.add({
      name: 'minutes_clock',
      every: TICK_MS,
      leaseSeconds: LEASE_SECONDS,
      work: () => this.run(),
    });
  }

  /** Confirms all minutes whose time is over. */
  async run(): Promise<void> {
    for (;;) {
      const due = await this.minutes.findDue(this.database, this.clock.now(), BATCH);
      for (const { topicId, no } of due) {
        await this.database.transaction(async (tx) => {
          await this.steps.lock(tx, topicId);
          await this.confirm(tx, topicId, no, { role: 'clock', personId: null });
        });
      }
      if (due.length < BATCH) return;
    }
  }

  /** Confirms the minutes when nobody is left to answer. The caller holds the topic. */
  async confirmIfAnswered(tx: Sql, topicId: number, no: number, actor: RecordAct['actor']): Promise<void> {
    const attendees = await this.meetings.findAttendeesOfTopic(tx, topicId);
    const answered = new Set(
      (await this.minutes.findConfirmations(tx, topicId, no)).map((c) => c.attendeeId),
    );
    if (attendees.every((attendee) => answered.has(attendee.id))) await this.confirm(tx, topicId, no, actor);
  }

  private async confirm(tx: Sql, topicId: number, no: number, actor: RecordAct['actor']): Promise<void> {
    const attendees = await this.meetings.findAttendeesOfTopic(tx, topicId);
    const answers = await this.minutes.findConfirmations(tx, topicId, no);
    if (!(await this.minutes.confirm(tx, topicId, no, this.clock.now()))) return;
    const agreed = answers.filter((answer) => answer.agrees).length;
    await this.records.append(tx, topicId, [
      {
        act: 'minutes_confirmed',
        actor,
        body: {
          no,
          agreed,
          disagreed: answers.length - agreed,
          unanswered: Math.max(0, attendees.length - answers.length),
        },
      },
    ]);
  }
}
