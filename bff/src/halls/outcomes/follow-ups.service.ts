import { Injectable } from '@nestjs/common';
import { shanghaiDay } from '@jiefang/shared/time';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOfViews, type Page } from '../../common/pagination/cursor.js';
import { Database, type Sql } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { requireText } from '../../moderation/text-check.js';
import { RecordWriter } from '../record/record-writer.js';
import { TopicSteps } from '../topics/topic-steps.js';
import { Topics } from '../topics/topics.js';
import { FollowUpViews } from './follow-up-views.js';
import { RATED_TOPICS } from './follow-up-rules.js';
import { FollowUpsRepository, type FollowUpRow, type PromiseFilter } from './follow-ups.repository.js';
import type { FollowUpListView, FollowUpView, PromiseView } from './outcome-views.js';
import type { PromisesQuery, RateBody } from './outcomes.dto.js';
import { Participants } from './participants.js';

/** More than any decision ever had. */
const OF_TOPIC = 200;

/** Promises as residents see and rate them. */
@Injectable()
export class FollowUpsService {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUpsRepository,
    private readonly views: FollowUpViews,
    private readonly participants: Participants,
    private readonly topics: Topics,
    private readonly steps: TopicSteps,
    private readonly divisions: DivisionsService,
    private readonly records: RecordWriter,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** A topic's promises, oldest first. */
  async ofTopic(caller: Caller | null, topicPublicId: string): Promise<FollowUpListView> {
    const topic = await this.topics.requireShown(this.database, topicPublicId, caller);
    const rows = await this.followUps.find(this.database, {
      scope: { topicId: topic.id },
      state: null,
      today: this.today(),
      before: null,
      limit: OF_TOPIC,
    });
    return { items: await this.views.views(this.database, rows.reverse(), caller?.personId ?? null) };
  }

  /** What a community promised, newest first. */
  async ofCommunity(caller: Caller | null, code: string, query: PromisesQuery): Promise<Page<PromiseView>> {
    await this.divisions.require(code, 'community');
    return this.page(caller?.personId ?? null, { community: code }, query);
  }

  /** The same for staff, over a division's subtree. */
  async ofDivision(caller: Caller, code: string, query: PromisesQuery): Promise<Page<PromiseView>> {
    await this.access.require(caller, 'followups.manage', code);
    return this.page(caller.personId, { division: code }, query);
  }

  /** Stars for what was done; a second rating takes the place of the first. FOLLOW_UP_STATE, RESIDENT_REQUIRED. */
  async rate(caller: Caller, key: string, publicId: string, body: RateBody): Promise<FollowUpView> {
    const found = await this.require(this.database, publicId);
    const shown = await this.topics.requireShown(this.database, encodeId('topic', found.topicId), caller);
    await this.participants.require(this.database, shown, caller.personId);
    const comment = body.comment === undefined || body.comment === '' ? null : requireText(body.comment, 300);
    const request = idempotent(caller.personId, key, `POST /follow-ups/${publicId}/rating`, body);
    return this.idempotency.run(request, async (tx) => {
      const topic = await this.steps.lock(tx, found.topicId);
      const row = await this.require(tx, publicId);
      if (row.status !== 'done' || !RATED_TOPICS.includes(topic.status))
        throw new DomainError('FOLLOW_UP_STATE', {
          message: '现在不能评价。',
          next: '办结后、归档前可以评价。',
        });
      const { personId } = caller;
      await this.followUps.rate(tx, row.id, { personId, stars: body.stars, comment, at: this.clock.now() });
      await this.records.append(tx, topic.id, [
        {
          act: 'rating',
          actor: { role: 'resident', personId },
          body: { followUp: publicId, stars: body.stars },
        },
      ]);
      return this.view(tx, row.id, personId);
    });
  }

  /** NOT_FOUND for what there is not. */
  async require(sql: Sql, publicId: string): Promise<FollowUpRow> {
    const row = await this.followUps.findById(sql, decodeId('follow_up', publicId));
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  async view(sql: Sql, id: number, personId: number): Promise<PromiseView> {
    const row = await this.followUps.findById(sql, id);
    const [view] = row === null ? [] : await this.views.views(sql, [row], personId);
    if (view === undefined) throw new Error('a promise vanished');
    return view;
  }

  private async page(
    personId: number | null,
    scope: PromiseFilter['scope'],
    query: PromisesQuery,
  ): Promise<Page<PromiseView>> {
    const rows = await this.followUps.find(this.database, {
      scope,
      state: query.state ?? null,
      today: this.today(),
      before: query.cursor === undefined ? null : (decodeCursor(query.cursor, ['number'])[0] as number),
      limit: query.limit + 1,
    });
    const views = await this.views.views(this.database, rows.slice(0, query.limit), personId);
    return pageOfViews(rows, views, query.limit, (row) => [row.id]);
  }

  private today(): string {
    return shanghaiDay(this.clock.now());
  }
}
