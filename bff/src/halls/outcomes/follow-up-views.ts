import { Injectable } from '@nestjs/common';
import { promiseState } from '@jiefang/shared/topics';
import { shanghaiDay } from '@jiefang/shared/time';
import { Clock } from '../../common/clock/clock.js';
import { encodeId } from '../../common/ids/public-id.js';
import { fromJson, type Sql } from '../../database/database.js';
import { Attachments } from '../attachments/attachments.js';
import { TopicsRepository } from '../topics/topics.repository.js';
import { FollowUpsRepository, type FollowUpRow } from './follow-ups.repository.js';
import { RATED_TOPICS } from './follow-up-rules.js';
import type { PromiseView } from './outcome-views.js';
import { Participants } from './participants.js';

/** Makes views of promises: many at once, with a few statements whatever their number. */
@Injectable()
export class FollowUpViews {
  constructor(
    private readonly followUps: FollowUpsRepository,
    private readonly topics: TopicsRepository,
    private readonly participants: Participants,
    private readonly attachments: Attachments,
    private readonly clock: Clock,
  ) {}

  /** In the order of the rows; `personId` null for a visitor. */
  async views(sql: Sql, rows: readonly FollowUpRow[], personId: number | null): Promise<PromiseView[]> {
    const ids = rows.map((row) => row.id);
    const progress = await this.followUps.findProgress(sql, ids);
    const photos = await this.attachments.viewsOf(
      sql,
      progress.flatMap((one) => fromJson<number[]>(one.photos)),
    );
    const mine =
      personId === null ? new Map<number, number>() : await this.followUps.findRatings(sql, ids, personId);
    const rateable = personId === null ? new Set<number>() : await this.rateable(sql, rows, personId);
    const today = shanghaiDay(this.clock.now());
    return rows.map((row) => ({
      id: encodeId('follow_up', row.id),
      title: row.title,
      responsible: row.responsible,
      dueOn: row.dueOn,
      status: row.status,
      state: promiseState(row, today),
      doneOn: row.doneOn,
      dropReason: row.dropReason,
      progress: progress
        .filter((one) => one.followUpId === row.id)
        .map((one) => ({
          text: one.text,
          photos: fromJson<number[]>(one.photos).flatMap((id) => photos.get(id) ?? []),
          at: one.at.toISOString(),
        })),
      rating: {
        count: row.ratings,
        average: row.ratings === 0 ? null : Math.round((row.stars * 10) / row.ratings) / 10,
        mine: mine.get(row.id) ?? null,
      },
      actions: rateable.has(row.topicId) && row.status === 'done' ? ['rate'] : [],
      topic: { id: encodeId('topic', row.topicId), title: row.topicTitle },
    }));
  }

  /** Topics among those of the rows that the person may rate. */
  private async rateable(sql: Sql, rows: readonly FollowUpRow[], personId: number): Promise<Set<number>> {
    const wanted = new Set(rows.filter((row) => row.status === 'done').map((row) => row.topicId));
    const found = new Set<number>();
    for (const topic of await this.topics.findByIds(sql, [...wanted])) {
      const open = RATED_TOPICS.includes(topic.status);
      if (open && (await this.participants.isOne(sql, topic, personId))) found.add(topic.id);
    }
    return found;
  }
}
