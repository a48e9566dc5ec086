import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isQuorate, participationOf, tally, type Participation } from '@jiefang/shared/tally';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Database, type Sql } from '../../database/database.js';
import { RecordWriter } from '../record/record-writer.js';
import type { TopicRow } from '../topics/topic-rows.js';
import { TopicSteps, type StepBy } from '../topics/topic-steps.js';
import { AssistedRepository } from './assisted.repository.js';
import { countEntries, countedBallots, inputsHash, type BoxContent } from './count-entries.js';
import { CountingRepository } from './counting.repository.js';

/** Paper and phone ballots that were entered in time wait so long after the end for their second reader. */
const ASSISTED_GRACE_MS = 24 * 3_600_000;
const TOKEN_BYTES = 16;
const BY_CLOCK: StepBy = { actor: 'clock', personId: null };
const BY_TALLY: StepBy = { actor: 'tally', personId: null };

/** What the end of a voting window brought: nothing yet, more time, or the result. */
export type EndOfVoting = { outcome: 'open' | 'waiting' | 'extended' | 'counted'; topic: TopicRow };

/** Opens the box once, counts what is in it and puts everything on the record. */
@Injectable()
export class Counting {
  constructor(
    private readonly database: Database,
    private readonly boxes: CountingRepository,
    private readonly entries: AssistedRepository,
    private readonly steps: TopicSteps,
    private readonly record: RecordWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a topic whose voting is over, in the caller's transaction or one of its own, and takes `count`, then `fail`
   * where it was not passed. Whoever comes second, another replica or a person beside the clock, gets the counted topic.
   * TOPIC_STATE when nothing is voted on, TOPIC_NEED before the end, while assisted ballots wait, and while the rules
   * still give more time to those who have not taken part: whoever counts has no choice in it.
   */
  count(sql: Sql, topicId: number, by: StepBy = BY_CLOCK): Promise<TopicRow> {
    return this.within(sql, (tx) => this.countIn(tx, topicId, by));
  }

  /** What the clock does at the end of a window: waits for assisted ballots, extends once where it helps, or counts. */
  atEnd(sql: Sql, topicId: number): Promise<EndOfVoting> {
    return this.within(sql, async (tx) => {
      const topic = await this.steps.lock(tx, topicId);
      const until = topic.votesUntil;
      if (topic.status !== 'voting' || until === null || this.clock.now() < until)
        return { outcome: 'open', topic };
      if (await this.isWaiting(tx, topic)) return { outcome: 'waiting', topic };
      if (mayExtend(topic) && !isQuorate(await this.participation(tx, topic)))
        return { outcome: 'extended', topic: await this.steps.step(tx, topicId, 'extend_voting', BY_CLOCK) };
      return { outcome: 'counted', topic: await this.countIn(tx, topicId, BY_CLOCK) };
    });
  }

  /** Extends by a person's hand. TOPIC_NEED when the pack allows none, it was used, or enough take part already. */
  extend(sql: Sql, topicId: number, by: StepBy): Promise<TopicRow> {
    return this.within(sql, async (tx) => {
      const topic = await this.steps.lock(tx, topicId);
      if (topic.status === 'voting' && isQuorate(await this.participation(tx, topic)))
        throw new DomainError('TOPIC_NEED', { message: '参加的已经够了，不用延长。', next: '到期后计票。' });
      return this.steps.step(tx, topicId, 'extend_voting', by);
    });
  }

  /** Participation out of the marks as they stand. */
  async participation(sql: Sql, topic: TopicRow): Promise<Participation> {
    if (topic.pack === null || topic.rollId === null) throw new DomainError('TOPIC_STATE');
    return participationOf(topic.pack, await this.boxes.findShares(sql, topic.id, topic.rollId));
  }

  private async countIn(tx: Sql, topicId: number, by: StepBy): Promise<TopicRow> {
    const topic = await this.steps.lock(tx, topicId);
    if (topic.status !== 'voting') {
      if (topic.tally !== null) return topic;
      throw new DomainError('TOPIC_STATE');
    }
    const { pack, rollId, votesUntil } = topic;
    if (pack === null || rollId === null || votesUntil === null) throw new DomainError('TOPIC_STATE');
    const now = this.clock.now();
    if (now < votesUntil)
      throw new DomainError('TOPIC_NEED', { message: '投票还没有到期，不能计票。', next: '到期后再计票。' });
    if (await this.isWaiting(tx, topic)) {
      throw new DomainError('TOPIC_NEED', {
        message: '还有电话或纸面的选票等人复核。',
        next: '复核完再计票，最多等到期后一天。',
      });
    }
    if (mayExtend(topic) && !isQuorate(await this.participation(tx, topic))) {
      throw new DomainError('TOPIC_NEED', {
        message: '参加的还不够，按规则先延长一次，不能马上计票。',
        next: '延长到期后再计票。',
      });
    }
    await this.refuseWaiting(tx, topic, now);
    if (!(await this.boxes.seal(tx, topicId, now))) throw new DomainError('BOX_STATE');

    const content = await this.open(tx, topic);
    const marks = await this.boxes.findMarks(tx, topicId);
    const roll = await this.boxes.findRoll(tx, rollId);
    const ballots = countedBallots(content);
    const result = tally(pack, roll, ballots);
    await this.record.append(
      tx,
      topicId,
      countEntries(content, marks, { pack, inputs: inputsHash(pack, roll, ballots), tally: result }),
    );
    const counted = await this.steps.step(tx, topicId, 'count', by, {
      set: { tally: { ...result } },
      body: { passed: result.passed, participated: result.participated.heads, size: result.size },
    });
    if (result.passed) return counted;
    return this.steps.step(tx, topicId, 'fail', BY_TALLY, {
      reason: result.sentences.at(-1) ?? '没有通过。',
    });
  }

  /** What is in the sealed box. Secret ballots are shuffled and written anew. */
  private async open(tx: Sql, { id, secret }: TopicRow): Promise<BoxContent> {
    if (!secret) return { secret: false, open: await this.boxes.findOpen(tx, id) };
    const ballots = (await this.boxes.findSecret(tx, id))
      .map((choice) => ({ token: randomBytes(TOKEN_BYTES), choice }))
      .sort((a, b) => Buffer.compare(a.token, b.token));
    await this.boxes.rewriteSecret(tx, id, ballots);
    return { secret: true, choices: ballots.map((ballot) => ballot.choice) };
  }

  private async isWaiting(tx: Sql, { id, votesUntil }: TopicRow): Promise<boolean> {
    const isLate = this.clock.now().getTime() >= (votesUntil?.getTime() ?? 0) + ASSISTED_GRACE_MS;
    return !isLate && (await this.entries.countWaiting(tx, id, 'ballot')) > 0;
  }

  /** Nobody read these again in time: they are refused on the record, and what was read is forgotten. */
  private async refuseWaiting(tx: Sql, topic: TopicRow, at: Date): Promise<void> {
    const waiting = await this.entries.findWaitingBallots(tx, topic.id);
    const reason = '计票前没有人复核';
    for (const id of waiting)
      await this.entries.decide(tx, id, { status: 'refused', by: null, at, reason, erase: true });
    await this.record.append(
      tx,
      topic.id,
      waiting.map(() => ({
        act: 'assisted_refused',
        actor: { role: 'clock', personId: null },
        body: { kind: 'ballot', reason },
      })),
    );
  }

  private within<T>(sql: Sql, work: (tx: Sql) => Promise<T>): Promise<T> {
    return sql instanceof Database ? this.database.transaction(work) : work(sql);
  }
}

function mayExtend({ pack, extended }: TopicRow): boolean {
  return !extended && (pack?.decision?.extensionDays ?? 0) > 0;
}
