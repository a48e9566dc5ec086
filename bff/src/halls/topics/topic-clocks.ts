import { Injectable } from '@nestjs/common';
import {
  DEEP_START_WORKING_DAYS,
  INSTANT_ANSWER_HOURS,
  OBJECTION_ANSWER_WORKING_DAYS,
  REVIEW_WORKING_DAYS,
  type TopicClockKind,
} from '@jiefang/shared/topics';
import { instantAt, shanghaiDay } from '@jiefang/shared/time';
import { WorkingCalendar, type WorkingDays } from '../../common/calendar/working-days.js';
import type { Sql } from '../../database/database.js';
import type { TopicClockRow } from './topic-rows.js';

const COLUMNS = `id, topic_id AS topicId, kind, started_at AS startedAt, due_at AS dueAt, stopped_at AS stoppedAt,
  late_at AS lateAt`;

const WORKING_DAYS_OF: Partial<Record<TopicClockKind, number>> = {
  review: REVIEW_WORKING_DAYS,
  start: DEEP_START_WORKING_DAYS,
  objections: OBJECTION_ANSWER_WORKING_DAYS,
};

/** When a duty that begins at `from` is due: hours to the minute, working days to the end of the last one. */
export function dueOf(kind: TopicClockKind, from: Date, calendar: WorkingDays): Date {
  const days = WORKING_DAYS_OF[kind];
  if (days === undefined) return new Date(from.getTime() + INSTANT_ANSWER_HOURS * 3_600_000);
  return instantAt(calendar.add(shanghaiDay(from), days), 24 * 60);
}

/** Duties of staff with their due instants: at most one of a kind runs for a topic. The topic's row is locked. */
@Injectable()
export class TopicClocks {
  constructor(private readonly calendar: WorkingCalendar) {}

  /**
   * Starts duties; one that runs already keeps its due instant. One that was put aside and comes back goes on counting
   * from when it first began, if that was at `since` or later: whoever puts it aside wins no time.
   */
  async start(
    tx: Sql,
    topicId: number,
    kinds: readonly TopicClockKind[],
    now: Date,
    since: Date = now,
  ): Promise<void> {
    if (kinds.length === 0) return;
    const days = await this.calendar.load(tx);
    const [first] = await tx.query<{ at: Date | null }>(
      'SELECT MIN(started_at) AS at FROM topic_clock WHERE topic_id = ? AND kind IN (?) AND started_at >= ?',
      [topicId, kinds, since],
    );
    const from = first?.at ?? now;
    await tx.execute(
      `INSERT INTO topic_clock (topic_id, kind, started_at, due_at) VALUES ? ON DUPLICATE KEY UPDATE id = id`,
      [kinds.map((kind) => [topicId, kind, from, dueOf(kind, from, days)])],
    );
  }

  /** Ends duties; one that ends after its due instant stays late for ever. */
  async stop(tx: Sql, topicId: number, kinds: readonly TopicClockKind[], at: Date): Promise<void> {
    if (kinds.length === 0) return;
    await tx.execute(
      `UPDATE topic_clock SET late_at = IF(late_at IS NULL AND due_at < ?, due_at, late_at), stopped_at = ?
        WHERE topic_id = ? AND live = 1 AND kind IN (?)`,
      [at, at, topicId, kinds],
    );
    await this.noteLateness(tx, topicId);
  }

  /** Lets a duty run since the oldest thing that waits for it; null ends it, for nothing waits any more. */
  async follow(tx: Sql, topicId: number, kind: TopicClockKind, since: Date | null, at: Date): Promise<void> {
    const [running] = await tx.query<{ startedAt: Date }>(
      'SELECT started_at AS startedAt FROM topic_clock WHERE topic_id = ? AND kind = ? AND live = 1',
      [topicId, kind],
    );
    if (running !== undefined && running.startedAt.getTime() === since?.getTime()) return;
    if (running !== undefined) await this.stop(tx, topicId, [kind], at);
    if (since !== null) await this.start(tx, topicId, [kind], since);
  }

  /** Duties that run come due later by so many milliseconds: the topic was suspended meanwhile. */
  async postpone(tx: Sql, topicId: number, milliseconds: number): Promise<void> {
    await tx.execute(
      'UPDATE topic_clock SET due_at = due_at + INTERVAL ? MICROSECOND WHERE topic_id = ? AND live = 1',
      [milliseconds * 1000, topicId],
    );
  }

  /** Since when a duty that still runs has been late, on the topic's row. */
  async noteLateness(tx: Sql, topicId: number): Promise<void> {
    await tx.execute(
      `UPDATE topic SET late_since = (SELECT MIN(late_at) FROM topic_clock WHERE topic_id = ? AND live = 1)
        WHERE id = ?`,
      [topicId, topicId],
    );
  }

  /** Every duty of these topics, oldest first. */
  async findByTopics(sql: Sql, topicIds: readonly number[]): Promise<TopicClockRow[]> {
    if (topicIds.length === 0) return [];
    return sql.query<TopicClockRow>(`SELECT ${COLUMNS} FROM topic_clock WHERE topic_id IN (?) ORDER BY id`, [
      topicIds,
    ]);
  }

  /** Duties past their due instant that nobody has called late yet, of topics that go on. */
  findOverdue(sql: Sql, now: Date, limit: number): Promise<TopicClockRow[]> {
    return sql.query<TopicClockRow>(
      `SELECT c.id, c.topic_id AS topicId, c.kind, c.started_at AS startedAt, c.due_at AS dueAt,
              c.stopped_at AS stoppedAt, c.late_at AS lateAt
         FROM topic_clock c JOIN topic t ON t.id = c.topic_id
        WHERE c.live = 1 AND c.late_at IS NULL AND c.due_at <= ? AND t.status <> 'suspended'
        ORDER BY c.due_at LIMIT ?`,
      [now, limit],
    );
  }

  /** Calls a duty late. False when it ended, was put off or was called late meanwhile. */
  async markLate(tx: Sql, id: number, now: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      'UPDATE topic_clock SET late_at = due_at WHERE id = ? AND live = 1 AND late_at IS NULL AND due_at <= ?',
      [id, now],
    );
    return affectedRows === 1;
  }
}
