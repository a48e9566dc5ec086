import { Injectable } from '@nestjs/common';
import { TOPIC_NEED_WORDS } from '@jiefang/shared/topic-needs';
import { mayAct, TOPIC_ACT_NAMES, topicRule, type TopicAct } from '@jiefang/shared/topics';
import { Access, type Grant } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeCursor, pageOfViews } from '../../common/pagination/cursor.js';
import { Database, type Sql } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { PeopleService } from '../../identity/people/people.service.js';
import { OutsideNeeds } from './outside-needs.js';
import type {
  StaffTopicActionView,
  StaffTopicCardView,
  StaffTopicPage,
  StaffTopicView,
} from './staff-topic.dto.js';
import { staffActors } from './topic-access.js';
import { TopicListsRepository } from './topic-lists.repository.js';
import { unmetBefore } from './topic-needs.js';
import type { StaffTopicsQuery } from './topic-requests.dto.js';
import type { TopicRow } from './topic-rows.js';
import { TopicViews } from './topic-views.js';
import { Topics } from './topics.js';

/** Acts that follow from another one of staff: an objection that is upheld, a ballot that is counted. */
const FOLLOWING: readonly TopicAct[] = ['uphold_objection'];

/** Staff see the topics of their divisions, with what each allows now and what it still needs. */
@Injectable()
export class StaffTopicsService {
  constructor(
    private readonly database: Database,
    private readonly lists: TopicListsRepository,
    private readonly topics: Topics,
    private readonly views: TopicViews,
    private readonly needs: OutsideNeeds,
    private readonly divisions: DivisionsService,
    private readonly people: PeopleService,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** A queue over the division's subtree, newest first. FORBIDDEN outside the caller's divisions. */
  async queue(caller: Caller, divisionCode: string, query: StaffTopicsQuery): Promise<StaffTopicPage> {
    await this.access.require(caller, 'topics.manage', divisionCode);
    await this.divisions.require(divisionCode);
    const before = query.cursor === undefined ? null : Number(decodeCursor(query.cursor, ['number'])[0]);
    const rows = await this.lists.findQueue(
      this.database,
      divisionCode,
      query.queue,
      before,
      query.limit + 1,
    );
    const shown = rows.slice(0, query.limit);
    const cards = await this.views.cards(this.database, shown, caller.personId);
    const grants = await this.grants(this.database, caller);
    const views: StaffTopicCardView[] = [];
    for (const [index, topic] of shown.entries()) {
      const card = cards[index];
      if (card === undefined) throw new Error('a topic has no card');
      const actions = await this.actions(this.database, topic, caller, grants);
      views.push({
        ...card,
        actions: actions.filter((one) => one.allowed).map((one) => one.act),
        needs: actions.filter((one) => !one.allowed),
      });
    }
    return pageOfViews(rows, views, query.limit, (row) => [row.id]);
  }

  /** A topic for its staff; a draft is its writer's alone. NOT_FOUND, FORBIDDEN. */
  async view(caller: Caller, publicId: string): Promise<StaffTopicView> {
    const topic = await this.topics.require(this.database, publicId);
    if (topic.status === 'draft') throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'topics.manage', topic.divisionCode);
    return this.page(this.database, topic, caller);
  }

  /** The same of a row at hand, for whoever has proven the caller's permission. */
  async page(sql: Sql, topic: TopicRow, caller: Caller): Promise<StaffTopicView> {
    const people = await this.people.summariesOf([topic.initiatorId], sql);
    return {
      ...(await this.views.page(sql, topic, caller.personId)),
      staffActions: await this.actions(sql, topic, caller, await this.grants(sql, caller)),
      initiatorPhoneMasked: people.get(topic.initiatorId)?.phoneMasked ?? null,
      reviewWish:
        topic.reviewAskedAt === null
          ? null
          : { askedAt: topic.reviewAskedAt.toISOString(), text: topic.reviewText ?? '' },
    };
  }

  /** Acts that the status and the caller's capacity allow, each with what it still needs. Nobody acts on their own. */
  private async actions(
    sql: Sql,
    topic: TopicRow,
    caller: Caller,
    grants: readonly Grant[],
  ): Promise<StaffTopicActionView[]> {
    if (topic.initiatorId === caller.personId) return [];
    const actors = staffActors(grants, topic.divisionCode);
    const now = this.clock.now();
    const views: StaffTopicActionView[] = [];
    for (const act of TOPIC_ACT_NAMES) {
      if (FOLLOWING.includes(act) || !actors.some((actor) => mayAct(act, topic.status, actor))) continue;
      const unmet = [
        ...unmetBefore(act, topic, now),
        ...(await this.needs.unmet(sql, act, topic, caller.personId)),
      ];
      views.push({
        act,
        word: topicRule(act).word,
        allowed: unmet.length === 0,
        unmet: [...new Set(unmet)].map((need) => TOPIC_NEED_WORDS[need]),
      });
    }
    return views;
  }

  /** Within a transaction no second connection is taken for it. */
  private grants(sql: Sql, caller: Caller): Promise<Grant[]> {
    return sql.query<Grant>(
      'SELECT role, division_code AS divisionCode FROM role_grant WHERE person_id = ? AND revoked_at IS NULL',
      [caller.personId],
    );
  }
}
