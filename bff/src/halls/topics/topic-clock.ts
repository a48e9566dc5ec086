import { Injectable, Logger } from '@nestjs/common';
import { RESUBMIT_DAYS, type TopicAct } from '@jiefang/shared/topics';
import { DAY_MS } from '@jiefang/shared/time';
import { Clock } from '../../common/clock/clock.js';
import { Ticker } from '../../common/clock/ticker.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Database, type Sql } from '../../database/database.js';
import { RecordWriter } from '../record/record-writer.js';
import { Counting } from '../voting/counting.js';
import { OutsideNeeds } from './outside-needs.js';
import { TopicClocks } from './topic-clocks.js';
import { TopicNotices } from './topic-notices.js';
import type { TopicClockRow } from './topic-rows.js';
import { TopicSteps } from './topic-steps.js';

const TICK_MS = 10_000;
const LEASE_SECONDS = 60;
const BATCH = 200;

/** Steps that time takes by itself: which topics are due, and why the topic ends where it does. */
const DUE: readonly { act: TopicAct; where: string; reason?: string }[] = [
  {
    act: 'lapse_endorsing',
    where: "status = 'endorsing' AND endorse_until <= ? AND NOT endorsed_no <=> text_no",
    reason: '附议期满，人数不够。',
  },
  { act: 'lapse_returned', where: "status = 'returned' AND status_at <= ?", reason: '没有按期补正。' },
  { act: 'open_deliberation', where: "status = 'announced' AND deliberates_from <= ?" },
  {
    act: 'take_effect',
    where: `status = 'publicised' AND publication_until <= ? AND NOT EXISTS (
      SELECT 1 FROM topic_objection o WHERE o.topic_id = topic.id AND o.live = 1)`,
  },
  { act: 'archive', where: "status = 'evaluated' AND rated_until <= ?" },
];

/**
 * What time alone does to topics: windows open and close, what is not answered in time lapses, duties that are late show
 * and go up to the street. One replica at a time works; every step is a guarded status change, so doing it twice changes
 * nothing.
 */
@Injectable()
export class TopicClock {
  private readonly logger = new Logger(TopicClock.name);

  constructor(
    private readonly database: Database,
    private readonly steps: TopicSteps,
    private readonly clocks: TopicClocks,
    private readonly needs: OutsideNeeds,
    private readonly counting: Counting,
    private readonly notices: TopicNotices,
    private readonly records: RecordWriter,
    private readonly clock: Clock,
    ticker: Ticker,
  ) {
    ticker.add({ name: 'topic_clock', every: TICK_MS, leaseSeconds: LEASE_SECONDS, work: () => this.run() });
  }

  /** Everything that is due now. */
  async run(): Promise<void> {
    for (const { act, where, reason } of DUE) {
      await this.each(where, this.dueBefore(act), (tx, topicId) => this.take(tx, topicId, act, reason));
    }
    await this.each("status = 'voting' AND votes_until <= ?", this.clock.now(), (tx, topicId) =>
      this.endVoting(tx, topicId),
    );
    await this.callLate();
  }

  private dueBefore(act: TopicAct): Date {
    const now = this.clock.now();
    return act === 'lapse_returned' ? new Date(now.getTime() - RESUBMIT_DAYS * DAY_MS) : now;
  }

  private async take(tx: Sql, topicId: number, act: TopicAct, reason: string | undefined): Promise<void> {
    const topic = await this.steps.lock(tx, topicId);
    this.steps.requireMay(act, topic, { actor: 'clock', personId: null });
    await this.needs.require(tx, act, topic, null);
    const after = await this.steps.step(
      tx,
      topicId,
      act,
      { actor: 'clock', personId: null },
      reason === undefined ? {} : { reason },
    );
    await this.notices.tell(tx, after, act, reason);
  }

  private async endVoting(tx: Sql, topicId: number): Promise<void> {
    const { outcome, topic } = await this.counting.atEnd(tx, topicId);
    if (outcome === 'extended') await this.notices.tell(tx, topic, 'extend_voting');
    if (outcome === 'counted' && topic.status === 'failed')
      await this.notices.tell(tx, topic, 'fail', topic.statusReason ?? undefined);
  }

  /** One transaction a topic: one that cannot go on must not keep the others. */
  private async each(
    where: string,
    due: Date,
    work: (tx: Sql, topicId: number) => Promise<void>,
  ): Promise<void> {
    const rows = await this.database.query<{ id: number }>(
      `SELECT id FROM topic WHERE ${where} ORDER BY id LIMIT ${BATCH}`,
      [due],
    );
    for (const { id } of rows) {
      try {
        await this.database.transaction((tx) => work(tx, id));
      } catch (error) {
        // Somebody else moved it between the look and the lock, or it still needs something: it is looked at again.
        if (!(error instanceof DomainError)) this.logger.error({ err: error }, `topic ${id} missed a beat`);
      }
    }
  }

  private async callLate(): Promise<void> {
    for (const one of await this.clocks.findOverdue(this.database, this.clock.now(), BATCH)) {
      await this.database.transaction((tx) => this.markLate(tx, one));
    }
  }

  private async markLate(tx: Sql, one: TopicClockRow): Promise<void> {
    const topic = await this.steps.lock(tx, one.topicId);
    if (topic.status === 'suspended' || !(await this.clocks.markLate(tx, one.id, this.clock.now()))) return;
    await this.clocks.noteLateness(tx, topic.id);
    await this.records.append(tx, topic.id, [
      {
        act: 'clock_late',
        actor: { role: 'clock', personId: null },
        body: { clock: one.kind, dueAt: one.dueAt.toISOString() },
      },
    ]);
    await this.notices.escalate(tx, topic, one);
  }
}
