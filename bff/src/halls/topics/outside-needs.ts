import { Injectable } from '@nestjs/common';
import type { TopicNeed } from '@jiefang/shared/topic-needs';
import { topicRule, type TopicAct } from '@jiefang/shared/topics';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Sql } from '../../database/database.js';
import { Minutes } from '../meetings/minutes.js';
import { FollowUps } from '../outcomes/follow-ups.js';
import { Objections } from '../outcomes/objections.js';
import { Counting } from '../voting/counting.js';
import { isQuorate } from '@jiefang/shared/tally';
import { TopicAccess } from './topic-access.js';
import { needRefusal } from './topic-needs.js';
import type { TopicRow } from './topic-rows.js';
import { TopicTexts } from './topic-texts.js';

type Ask = (sql: Sql, topic: TopicRow, personId: number | null) => Promise<boolean>;

/** Needs that other parts of the 议事厅 answer: minutes, objections, promises, texts, participation. */
@Injectable()
export class OutsideNeeds {
  private readonly asks: Partial<Record<TopicNeed, Ask>>;

  constructor(
    access: TopicAccess,
    texts: TopicTexts,
    minutes: Minutes,
    objections: Objections,
    followUps: FollowUps,
    counting: Counting,
  ) {
    this.asks = {
      verified_resident: (sql, topic) => access.isVerified(sql, topic.initiatorId, topic.divisionCode),
      text_passed: (sql, topic) => texts.passed(sql, topic.id, topic.textNo),
      minutes_confirmed: async (sql, topic) => (await minutes.ready(sql, topic.id)).confirmed,
      minority_views: async (sql, topic) => (await minutes.ready(sql, topic.id)).minority,
      objections_answered: async (sql, topic) => (await objections.open(sql, topic.id)) === 0,
      follow_ups: async (sql, topic) => (await followUps.count(sql, topic.id)) > 0,
      follow_ups_closed: (sql, topic) => followUps.closed(sql, topic.id),
      extension_allowed: async (sql, topic) =>
        topic.pack === null || topic.rollId === null || !isQuorate(await counting.participation(sql, topic)),
      other_reviewer: (_, topic, personId) =>
        Promise.resolve(topic.declinedBy === null || topic.declinedBy !== personId),
    };
  }

  /** Unmet needs of an act, in the order of the table; `personId` is who takes it. */
  async unmet(sql: Sql, act: TopicAct, topic: TopicRow, personId: number | null): Promise<TopicNeed[]> {
    const unmet: TopicNeed[] = [];
    for (const need of topicRule(act).needs) {
      const ask = this.asks[need];
      if (ask !== undefined && !(await ask(sql, topic, personId))) unmet.push(need);
    }
    return unmet;
  }

  /** TOPIC_NEED, or the code of what is missing. */
  async require(sql: Sql, act: TopicAct, topic: TopicRow, personId: number | null): Promise<void> {
    const unmet = await this.unmet(sql, act, topic, personId);
    if (unmet.includes('other_reviewer')) {
      throw new DomainError('TOPIC_OWN', {
        message: '不予立项是你决定的，不能由你复核。',
        extra: { unmet },
      });
    }
    if (unmet.length > 0) throw needRefusal(unmet);
  }
}
