import { Injectable } from '@nestjs/common';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Sql } from '../../database/database.js';
import { Rolls } from '../rolls/rolls.js';
import { TopicAccess } from '../topics/topic-access.js';
import type { TopicRow } from '../topics/topic-rows.js';

/** Whom a topic's result concerns: verified residents of the community, and who is on its roll. */
@Injectable()
export class Participants {
  constructor(
    private readonly access: TopicAccess,
    private readonly rolls: Rolls,
  ) {}

  async isOne(
    sql: Sql,
    topic: Pick<TopicRow, 'divisionCode' | 'rollId'>,
    personId: number,
  ): Promise<boolean> {
    if (await this.access.isVerified(sql, personId, topic.divisionCode)) return true;
    return topic.rollId !== null && (await this.rolls.isOn(sql, topic.rollId, personId));
  }

  /** RESIDENT_REQUIRED for everybody else, PHONE_REQUIRED without a phone. */
  async require(sql: Sql, topic: Pick<TopicRow, 'divisionCode' | 'rollId'>, personId: number): Promise<void> {
    if (topic.rollId !== null && (await this.rolls.isOn(sql, topic.rollId, personId))) return;
    await this.access.requireVerified(sql, personId, topic.divisionCode);
    if (!(await this.isOne(sql, topic, personId))) throw new DomainError('RESIDENT_REQUIRED');
  }
}
