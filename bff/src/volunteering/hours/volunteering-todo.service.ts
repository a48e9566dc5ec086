import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { isPermitted, type Permission } from '@jiefang/shared/permissions';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Database } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { WorkingCalendar } from '../../common/calendar/working-days.js';

/** How much waits, and since when. */
export class VolunteeringQueueView {
  @ApiProperty() count: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) oldestAt: string | null;
}

/** What waits for the caller in a division; a queue that is not theirs is empty. */
export class VolunteeringTodoView {
  @ApiProperty({ type: VolunteeringQueueView }) submissions: VolunteeringQueueView;
  @ApiProperty({ type: VolunteeringQueueView }) objections: VolunteeringQueueView;
  @ApiProperty({ type: VolunteeringQueueView }) certificates: VolunteeringQueueView;
  @ApiProperty({ description: 'patrols under way' }) livePatrols: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'a sentence when the days off of the coming year are unknown',
  })
  calendarGap: string | null;
}

const QUEUES = {
  submissions: `SELECT COUNT(*) AS count, MIN(submitted_at) AS oldestAt FROM claim
    WHERE status = 'submitted' AND division_code LIKE CONCAT(?, '%')`,
  objections: `SELECT COUNT(*) AS count, MIN(created_at) AS oldestAt FROM hours_objection
    WHERE status = 'open' AND division_code LIKE CONCAT(?, '%')`,
  certificates: `SELECT COUNT(*) AS count, MIN(created_at) AS oldestAt FROM certificate
    WHERE status = 'requested' AND division_code LIKE CONCAT(?, '%')`,
  livePatrols: `SELECT COUNT(*) AS count, NULL AS oldestAt FROM patrol
    WHERE status IN ('recording', 'paused') AND division_code LIKE CONCAT(?, '%')`,
} as const;

/** What waits for staff in volunteering. It only counts, over the queue index of each domain's table. */
@Injectable()
export class VolunteeringTodo {
  constructor(
    private readonly database: Database,
    private readonly divisions: DivisionsService,
    private readonly calendar: WorkingCalendar,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** FORBIDDEN unless at least one of the queues is the caller's. */
  async of(caller: Caller, divisionCode: string): Promise<VolunteeringTodoView> {
    const grants = await this.access.grantsOf(caller.personId);
    const may = (permission: Permission): boolean => isPermitted(grants, permission, divisionCode);
    const [claims, hours] = [may('claims.verify'), may('hours.manage')];
    if (!claims && !hours) throw new DomainError('FORBIDDEN');
    await this.divisions.require(divisionCode);
    const [submissions, livePatrols, objections, certificates] = await Promise.all([
      this.count('submissions', divisionCode, claims),
      this.count('livePatrols', divisionCode, claims),
      this.count('objections', divisionCode, hours),
      this.count('certificates', divisionCode, hours),
    ]);
    const unknown = hours ? (await this.calendar.load(this.database)).unknownYear(this.clock.now()) : null;
    return {
      submissions,
      objections,
      certificates,
      livePatrols: livePatrols.count,
      calendarGap:
        unknown === null ? null : `${unknown} 年的节假日还没有登记，公示会多留几天，请管理员导入。`,
    };
  }

  private async count(
    queue: keyof typeof QUEUES,
    divisionCode: string,
    mine: boolean,
  ): Promise<VolunteeringQueueView> {
    if (!mine) return { count: 0, oldestAt: null };
    const [row] = await this.database.query<{ count: number; oldestAt: Date | null }>(QUEUES[queue], [
      divisionCode,
    ]);
    return { count: row?.count ?? 0, oldestAt: row?.oldestAt?.toISOString() ?? null };
  }
}
