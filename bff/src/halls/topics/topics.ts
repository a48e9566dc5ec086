import { Injectable } from '@nestjs/common';
import type { Caller } from '../../common/auth/caller.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeId } from '../../common/ids/public-id.js';
import type { Sql } from '../../database/database.js';
import { TopicAccess } from './topic-access.js';
import type { TopicRow } from './topic-rows.js';
import { TopicsRepository } from './topics.repository.js';

/** Finds topics by their public ids, for every part of the 议事厅. */
@Injectable()
export class Topics {
  constructor(
    private readonly topics: TopicsRepository,
    private readonly access: TopicAccess,
  ) {}

  /** By its row number, for other domains that keep it. */
  findById(sql: Sql, id: number): Promise<TopicRow | null> {
    return this.topics.findById(sql, id);
  }

  /** Any topic, shown or not: for staff's routes and after. NOT_FOUND. */
  async require(sql: Sql, publicId: string): Promise<TopicRow> {
    const topic = await this.topics.findById(sql, decodeId('topic', publicId));
    if (topic === null) throw new DomainError('NOT_FOUND');
    return topic;
  }

  /** A topic that the caller may see: everybody a shown one, its initiator and its staff any. NOT_FOUND. */
  async requireShown(sql: Sql, publicId: string, caller: Caller | null): Promise<TopicRow> {
    const topic = await this.require(sql, publicId);
    if (topic.shown || topic.initiatorId === caller?.personId) return topic;
    const isStaff =
      caller !== null && topic.status !== 'draft' && (await this.access.isStaff(caller, topic.divisionCode));
    if (!isStaff) throw new DomainError('NOT_FOUND');
    return topic;
  }

  /** One's own topic; NOT_FOUND for everybody else, for whom a draft does not exist. */
  async requireOwn(sql: Sql, publicId: string, caller: Caller): Promise<TopicRow> {
    const topic = await this.requireShown(sql, publicId, caller);
    if (topic.initiatorId !== caller.personId) throw new DomainError('FORBIDDEN');
    return topic;
  }
}
