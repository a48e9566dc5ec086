import { Injectable } from '@nestjs/common';
import { isPermitted, type Permission } from '@jiefang/shared/permissions';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Database } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { shanghaiDay } from '@jiefang/shared/time';
import type { HallQueueView, HallsTodoView } from './staff-topic.dto.js';

/** Each counts one queue over its table's index; `?` is the division, and the day where it asks for one. */
const QUEUES = {
  review: `SELECT COUNT(*) AS count, MIN(status_at) AS oldestAt FROM topic
    WHERE division_code LIKE CONCAT(?, '%') AND (status IN ('submitted', 'under_review')
      OR (status = 'declined' AND review_asked_at IS NOT NULL AND reviewed_at IS NULL))`,
  cases: `SELECT COUNT(*) AS count, MIN(created_at) AS oldestAt FROM moderation_case
    WHERE division_code LIKE CONCAT(?, '%') AND status IN ('open', 'claimed', 'appealed')`,
  objections: `SELECT COUNT(*) AS count, MIN(created_at) AS oldestAt FROM topic_objection
    WHERE division_code LIKE CONCAT(?, '%') AND status = 'open'`,
  assisted: `SELECT COUNT(*) AS count, MIN(entered_at) AS oldestAt FROM assisted_entry
    WHERE division_code LIKE CONCAT(?, '%') AND status = 'waiting'`,
  followUps: `SELECT COUNT(*) AS count, MIN(created_at) AS oldestAt FROM follow_up
    WHERE division_code LIKE CONCAT(?, '%') AND status = 'open' AND due_on < ?`,
  late: `SELECT COUNT(*) AS count, MIN(late_since) AS oldestAt FROM topic
    WHERE division_code LIKE CONCAT(?, '%') AND late_since IS NOT NULL`,
} as const;

/** What waits for staff in the halls of a division. It only counts. */
@Injectable()
export class HallsTodo {
  constructor(
    private readonly database: Database,
    private readonly divisions: DivisionsService,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** FORBIDDEN unless at least one of the queues is the caller's. */
  async of(caller: Caller, divisionCode: string): Promise<HallsTodoView> {
    const grants = await this.access.grantsOf(caller.personId);
    const may = (permission: Permission): boolean => isPermitted(grants, permission, divisionCode);
    const [topics, cases] = [may('topics.manage'), may('cases.decide')];
    const [ballots, followUps] = [may('ballots.enter'), may('followups.manage')];
    if (!topics && !cases && !ballots && !followUps) throw new DomainError('FORBIDDEN');
    await this.divisions.require(divisionCode);
    return {
      review: await this.count('review', divisionCode, topics),
      cases: await this.count('cases', divisionCode, cases),
      objections: await this.count('objections', divisionCode, topics),
      assisted: await this.count('assisted', divisionCode, ballots),
      followUps: await this.count('followUps', divisionCode, followUps),
      late: await this.count('late', divisionCode, topics),
    };
  }

  private async count(
    queue: keyof typeof QUEUES,
    divisionCode: string,
    mine: boolean,
  ): Promise<HallQueueView> {
    if (!mine) return { count: 0, oldestAt: null };
    const [row] = await this.database.query<{ count: number; oldestAt: Date | null }>(QUEUES[queue], [
      divisionCode,
      ...(queue === 'followUps' ? [shanghaiDay(this.clock.now())] : []),
    ]);
    return { count: row?.count ?? 0, oldestAt: row?.oldestAt?.toISOString() ?? null };
  }
}
