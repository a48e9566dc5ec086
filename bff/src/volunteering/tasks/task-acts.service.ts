import { Injectable } from '@nestjs/common';
import { instantAt } from '@jiefang/shared/time';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { encodeId } from '../../common/ids/public-id.js';
import { decodeCursor, encodeCursor } from '../../common/pagination/cursor.js';
import { Database, type Sql } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { ShiftClaims } from '../claims/shift-claims.js';
import type { StaffTaskPage, StaffTasksQuery, StaffTaskView } from './staff-task.dto.js';
import { requireInsured, TaskDesk } from './task-desk.js';
import { isLive, MAX_SHIFTS, repeatedShifts, shiftedBy } from './task-rules.js';
import type { TaskRow } from './task-rows.js';
import { TaskViews } from './task-views.js';
import { TasksRepository } from './tasks.repository.js';

/** Staff publish, cancel, copy and repeat tasks. */
@Injectable()
export class TaskActsService {
  constructor(
    private readonly database: Database,
    private readonly tasks: TasksRepository,
    private readonly views: TaskViews,
    private readonly desk: TaskDesk,
    private readonly claims: ShiftClaims,
    private readonly divisions: DivisionsService,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Tasks of the division's subtree, newest first. FORBIDDEN outside the caller's divisions. */
  async list(caller: Caller, divisionCode: string, query: StaffTasksQuery): Promise<StaffTaskPage> {
    await this.access.require(caller, 'tasks.manage', divisionCode);
    await this.divisions.require(divisionCode);
    const [before] = query.cursor === undefined ? [null] : decodeCursor(query.cursor, ['number']);
    const filter = {
      status: query.status ?? null,
      endsAfter: query.from === undefined ? null : instantAt(query.from, 0),
    };
    const rows = await this.tasks.findByDivision(
      this.database,
      divisionCode,
      filter,
      before === null ? null : Number(before),
      query.limit + 1,
    );
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: await this.views.staff(this.database, shown, caller),
      nextCursor: rows.length > query.limit && last !== undefined ? encodeCursor([last.id]) : null,
    };
  }

  /** draft → published; an emergency task calls its roster. TASK_STATE, TASK_UNINSURED, SHIFT_INVALID. */
  async publish(caller: Caller, key: string, publicId: string): Promise<StaffTaskView> {
    const { id } = await this.desk.require(caller, publicId);
    return this.act(caller, key, `POST /staff/tasks/${id}/publish`, {}, async (tx, now) => {
      const task = await this.desk.fresh(tx, id);
      if (!(await this.tasks.publish(tx, id, now))) throw new DomainError('TASK_STATE');
      requireInsured(task);
      const shifts = await this.tasks.findShifts(tx, [id]);
      if (!shifts.some((shift) => isLive(shift, now) && shift.closesAt > now)) {
        throw new DomainError('SHIFT_INVALID', {
          message: '还没有可以认领的班次。',
          next: '请先加上以后的班次再发布。',
        });
      }
      const told = await this.desk.callIfUrgent(tx, task, shifts, now);
      await this.record(tx, caller, task, 'task.publish', { told });
      return id;
    });
  }

  /** Cancels a task with all its shifts that are not over; whoever holds a place or waits is told. TASK_STATE. */
  async cancel(caller: Caller, key: string, publicId: string, reason: string): Promise<StaffTaskView> {
    const { id } = await this.desk.require(caller, publicId);
    return this.act(caller, key, `POST /staff/tasks/${id}/cancel`, { reason }, async (tx, now) => {
      const task = await this.desk.fresh(tx, id);
      const live = (await this.tasks.findShifts(tx, [id])).filter((shift) => isLive(shift, now));
      if (task.status === 'published' && live.length === 0) {
        throw new DomainError('TASK_STATE', { message: '这个任务的班次都已经结束，不用取消。' });
      }
      const ids = live.map((shift) => shift.id);
      await this.claims.lock(tx, ids);
      const released = await this.claims.releaseAll(tx, ids, reason, caller);
      await this.tasks.cancelShifts(tx, ids, now);
      if (!(await this.tasks.cancel(tx, id, reason, now))) throw new DomainError('TASK_STATE');
      await this.tasks.noteEnd(tx, id);
      await this.record(tx, caller, task, 'task.cancel', { reason, released });
      return id;
    });
  }

  /** Cancels one shift; whoever holds a place of it or waits is told. TASK_STATE when it is over or cancelled. */
  async cancelShift(caller: Caller, key: string, publicId: string, reason: string): Promise<StaffTaskView> {
    const { task, shift } = await this.desk.requireShift(caller, publicId);
    return this.act(caller, key, `POST /staff/shifts/${shift.id}/cancel`, { reason }, async (tx, now) => {
      if (shift.endsAt <= now) throw overOrCancelled();
      await this.claims.lock(tx, [shift.id]);
      const released = await this.claims.releaseAll(tx, [shift.id], reason, caller);
      if ((await this.tasks.cancelShifts(tx, [shift.id], now)) !== 1) throw overOrCancelled();
      if (!(await this.tasks.touch(tx, task.id, now))) throw new DomainError('TASK_STATE');
      await this.tasks.noteEnd(tx, task.id);
      await this.audit.record(tx, caller, {
        action: 'shift.cancel',
        targetType: 'shift',
        targetId: shift.id,
        divisionCode: task.divisionCode,
        detail: { reason, released, task: encodeId('task', task.id) },
      });
      return task.id;
    });
  }

  /** A new draft like this task, its shifts a number of days later. */
  async copy(caller: Caller, key: string, publicId: string, days: number): Promise<StaffTaskView> {
    const task = await this.desk.require(caller, publicId);
    return this.act(caller, key, `POST /staff/tasks/${task.id}/copy`, { days }, async (tx, now) => {
      const source = await this.desk.fresh(tx, task.id);
      const shifts = await this.tasks.findShifts(tx, [task.id]);
      // A cancelled task is copied with the shifts it was cancelled with.
      const wanted = shifts.filter((shift) => source.status === 'cancelled' || shift.status === 'open');
      const author = { personId: caller.personId, copiedFrom: task.id };
      const id = await this.tasks.insert(tx, source.divisionCode, source, author, now);
      await this.tasks.insertShifts(
        tx,
        id,
        source.divisionCode,
        wanted.map((shift) => shiftedBy(shift, days)).slice(-MAX_SHIFTS),
        now,
      );
      await this.tasks.noteEnd(tx, id);
      await this.record(tx, caller, { ...source, id }, 'task.copy', {
        from: encodeId('task', task.id),
        days,
      });
      return id;
    });
  }

  /**
   * Adds the last week's shifts again in each of the coming weeks. TASK_STATE for a cancelled task, SHIFT_INVALID
   * without shifts or for more than sixty that are not over.
   */
  async repeat(caller: Caller, key: string, publicId: string, weeks: number): Promise<StaffTaskView> {
    const { id } = await this.desk.require(caller, publicId);
    return this.act(caller, key, `POST /staff/tasks/${id}/repeat`, { weeks }, async (tx, now) => {
      // The task's row first: two repetitions at once go on from one another.
      if (!(await this.tasks.touch(tx, id, now))) throw new DomainError('TASK_STATE');
      const task = await this.desk.fresh(tx, id);
      const shifts = await this.tasks.findShifts(tx, [id]);
      if (!shifts.some((shift) => shift.status === 'open')) {
        throw new DomainError('SHIFT_INVALID', {
          message: '还没有班次可以重复。',
          next: '请先加上一周的班次。',
        });
      }
      const added = repeatedShifts(shifts, weeks).filter((shift) => shift.startsAt > now);
      if (shifts.filter((shift) => isLive(shift, now)).length + added.length > MAX_SHIFTS) {
        throw new DomainError('SHIFT_INVALID', {
          message: `一个任务最多 ${MAX_SHIFTS} 个班次。`,
          next: '请少重复几周，或复制成新的任务。',
        });
      }
      await this.tasks.insertShifts(tx, id, task.divisionCode, added, now);
      await this.tasks.noteEnd(tx, id);
      await this.record(tx, caller, task, 'task.repeat', { weeks, added: added.length });
      return id;
    });
  }

  /** Runs an act once per key and answers the task that it returns the row number of. */
  private act(
    caller: Caller,
    key: string,
    route: string,
    body: object,
    work: (tx: Sql, now: Date) => Promise<number>,
  ): Promise<StaffTaskView> {
    return this.idempotency.run(idempotent(caller.personId, key, route, body), async (tx) => {
      const id = await work(tx, this.clock.now());
      return this.desk.viewOf(tx, id, caller);
    });
  }

  private record(
    tx: Sql,
    caller: Caller,
    task: Pick<TaskRow, 'id' | 'divisionCode' | 'title'>,
    action: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    const target = { targetType: 'task', targetId: task.id, divisionCode: task.divisionCode };
    return this.audit.record(tx, caller, { action, ...target, detail: { title: task.title, ...detail } });
  }
}

function overOrCancelled(): DomainError {
  return new DomainError('TASK_STATE', { message: '这个班次已经结束或取消。' });
}
