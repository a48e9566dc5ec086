import { Injectable } from '@nestjs/common';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { EmergencyCalls } from './emergency-calls.js';
import type { StaffTaskView } from './staff-task.dto.js';
import { isLive } from './task-rules.js';
import type { TaskRow, TaskShiftRow } from './task-rows.js';
import { TaskViews } from './task-views.js';
import { TasksRepository } from './tasks.repository.js';

/** What every act of staff about a task begins and ends with: the task that is theirs, and its view. */
@Injectable()
export class TaskDesk {
  constructor(
    private readonly database: Database,
    private readonly tasks: TasksRepository,
    private readonly views: TaskViews,
    private readonly divisions: DivisionsService,
    private readonly calls: EmergencyCalls,
    private readonly access: Access,
  ) {}

  /** The task, once the caller's permission for its division is proven. NOT_FOUND, FORBIDDEN. */
  async require(caller: Caller, publicId: string): Promise<TaskRow> {
    const task = await this.tasks.findById(this.database, decodeId('task', publicId));
    if (task === null) throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'tasks.manage', task.divisionCode);
    return task;
  }

  /** A shift with its task, the same way. */
  async requireShift(caller: Caller, publicId: string): Promise<{ task: TaskRow; shift: TaskShiftRow }> {
    const shift = await this.tasks.findShift(this.database, decodeId('shift', publicId));
    const task = shift === null ? null : await this.tasks.findById(this.database, shift.taskId);
    if (shift === null || task === null) throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'tasks.manage', task.divisionCode);
    return { task, shift };
  }

  /** The task as it is now. */
  async fresh(sql: Sql, taskId: number): Promise<TaskRow> {
    const task = await this.tasks.findById(sql, taskId);
    if (task === null) throw new Error('a task vanished');
    return task;
  }

  async viewOf(sql: Sql, taskId: number, caller: Caller): Promise<StaffTaskView> {
    const [view] = await this.views.staff(sql, [await this.fresh(sql, taskId)], caller);
    return view as StaffTaskView;
  }

  /** Calls the roster for a published emergency task that has a shift to come; returns how many are on it. */
  async callIfUrgent(tx: Sql, task: TaskRow, shifts: readonly TaskShiftRow[], now: Date): Promise<number> {
    const next = shifts.find((shift) => isLive(shift, now));
    if (task.urgency !== 'emergency' || next === undefined) return 0;
    const names = await this.divisions.namesOf([task.divisionCode], tx);
    return this.calls.call(tx, task.id, task.divisionCode, {
      taskId: task.id,
      taskTitle: task.title,
      placeName: task.placeName,
      startsAt: next.startsAt.toISOString(),
      endsAt: next.endsAt.toISOString(),
      divisionName: names.get(task.divisionCode)?.name ?? '',
    });
  }
}

/** A task with a risk must be insured before anybody is let in (志愿服务条例 17). TASK_UNINSURED. */
export function requireInsured({ riskNotice, insured }: Pick<TaskRow, 'riskNotice' | 'insured'>): void {
  if (riskNotice !== '' && !insured) throw new DomainError('TASK_UNINSURED');
}
