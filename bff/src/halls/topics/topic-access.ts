import { Injectable } from '@nestjs/common';
import { DIVISION_CODE_LENGTH } from '@jiefang/shared/divisions';
import { covers, ROLE_PERMISSIONS } from '@jiefang/shared/permissions';
import type { TopicActor } from '@jiefang/shared/topics';
import { Access, type Grant } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Sql } from '../../database/database.js';
import type { TopicRow } from './topic-rows.js';

/** In what capacities a person may act on a topic. */
export type PersonActor = Extract<TopicActor, 'initiator' | 'moderator' | 'street'>;

/** Who may do what with a topic. */
@Injectable()
export class TopicAccess {
  constructor(private readonly access: Access) {}

  /**
   * The caller's capacities. Who raised a topic is never its staff: nobody judges their own.
   */
  async actorOf(
    caller: Caller,
    topic: Pick<TopicRow, 'initiatorId' | 'divisionCode'>,
  ): Promise<PersonActor[]> {
    if (topic.initiatorId === caller.personId) return ['initiator'];
    return staffActors(await this.access.grantsOf(caller.personId), topic.divisionCode);
  }

  /**
   * In what capacity the caller acts as staff: FORBIDDEN without topics.manage here, TOPIC_OWN for one's own topic.
   */
  async requireStaff(
    caller: Caller,
    topic: Pick<TopicRow, 'initiatorId' | 'divisionCode'>,
  ): Promise<'moderator' | 'street'> {
    await this.access.require(caller, 'topics.manage', topic.divisionCode);
    if (topic.initiatorId === caller.personId) throw new DomainError('TOPIC_OWN');
    const actors = staffActors(await this.access.grantsOf(caller.personId), topic.divisionCode);
    return actors.includes('street') ? 'street' : 'moderator';
  }

  /** True when staff of this division, whoever raised the topic. */
  async isStaff(caller: Caller, divisionCode: string): Promise<boolean> {
    return staffActors(await this.access.grantsOf(caller.personId), divisionCode).length > 0;
  }

  /** RESIDENT_REQUIRED unless the person lives in the community and it was confirmed; PHONE_REQUIRED without a phone. */
  async requireVerified(sql: Sql, personId: number, communityCode: string): Promise<void> {
    const [person] = await sql.query<{ phone: number }>(
      'SELECT phone_hash IS NOT NULL AS phone FROM person WHERE id = ?',
      [personId],
    );
    if (person?.phone !== 1) throw new DomainError('PHONE_REQUIRED');
    if (!(await this.isVerified(sql, personId, communityCode))) throw new DomainError('RESIDENT_REQUIRED');
  }

  async isVerified(sql: Sql, personId: number, communityCode: string): Promise<boolean> {
    const rows = await sql.query<{ id: number }>(
      `SELECT id FROM residency WHERE person_id = ? AND live = 1 AND status = 'approved' AND community_code = ?`,
      [personId, communityCode],
    );
    return rows.length > 0;
  }
}

/** What these grants make somebody for a community's topics. */
export function staffActors(grants: readonly Grant[], communityCode: string): ('moderator' | 'street')[] {
  const over = grants.filter(
    (grant) =>
      ROLE_PERMISSIONS[grant.role].includes('topics.manage') && covers(grant.divisionCode, communityCode),
  );
  const actors: ('moderator' | 'street')[] = [];
  if (over.length > 0) actors.push('moderator');
  if (over.some((grant) => grant.divisionCode.length <= DIVISION_CODE_LENGTH.street)) actors.push('street');
  return actors;
}
