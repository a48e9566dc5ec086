import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { encodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { ClaimLane } from '../claims/claim-lane.js';
import { ShiftClaims, type ShiftOverlap } from '../claims/shift-claims.js';
import { UnitsService } from '../volunteers/units.service.js';
import type { StaffTaskView, TaskForm, UpdateTaskForm } from './staff-task.dto.js';
import { contentOf, shiftsInvalid, wantedShifts } from './task-contents.js';
import { requireInsured, TaskDesk } from './task-desk.js';
import { isLive, planShifts, type ShiftPlan } from './task-rules.js';
import type { ShiftTimes, TaskContent, TaskRow } from './task-rows.js';
import { TasksRepository } from './tasks.repository.js';

/** Staff write tasks and change them; who has claimed is told of what changed. */
@Injectable()
export class TaskEditingService {
  constructor(
    private readonly database: Database,
    private readonly tasks: TasksRepository,
    private readonly desk: TaskDesk,
    private readonly units: UnitsService,
    private readonly claims: ShiftClaims,
    private readonly lane: ClaimLane,
    private readonly divisions: DivisionsService,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async view(caller: Caller, publicId: string): Promise<StaffTaskView> {
    const task = await this.desk.require(caller, publicId);
    return this.desk.viewOf(this.database, task.id, caller);
  }

  /** A new draft. TASK_INVALID, SHIFT_INVALID, FORBIDDEN. */
  async create(caller: Caller, key: string, divisionCode: string, form: TaskForm): Promise<StaffTaskView> {
    await this.access.require(caller, 'tasks.manage', divisionCode);
    await this.divisions.require(divisionCode);
    const content = await this.contentOf(form);
    const wanted = wantedShifts(form.shifts);
    const request = idempotent(caller.personId, key, `POST /staff/divisions/${divisionCode}/tasks`, form);
    return this.idempotency.run(request, async (tx) => {
      const now = this.clock.now();
      const plan = planShifts([], wanted, now);
      if (plan.faults.length > 0) throw shiftsInvalid(plan.faults);
      const author = { personId: caller.personId, copiedFrom: null };
      const id = await this.tasks.insert(tx, divisionCode, content, author, now);
      await this.tasks.insertShifts(tx, id, divisionCode, plan.insert, now);
      await this.tasks.noteEnd(tx, id);
      await this.audit.record(tx, caller, {
        action: 'task.create',
        targetType: 'task',
        targetId: id,
        divisionCode,
        detail: { title: content.title, shifts: plan.insert.length },
      });
      return this.desk.viewOf(tx, id, caller);
    });
  }

  /**
   * Writes an edit of the version that was read. STALE_VERSION; TASK_STATE for a cancelled task; TASK_INVALID;
   * TASK_UNINSURED; SHIFT_INVALID, also when a moved shift would overlap something else its people have claimed (they
   * are listed as `overlaps`); SHIFT_IN_USE for fewer places than are claimed.
   */
  async update(caller: Caller, key: string, publicId: string, form: UpdateTaskForm): Promise<StaffTaskView> {
    const { id, divisionCode } = await this.desk.require(caller, publicId);
    const content = await this.contentOf(form);
    const wanted = wantedShifts(form.shifts);
    const room: number[] = [];
    const request = idempotent(caller.personId, key, `PUT /staff/tasks/${id}`, form);
    const view = await this.idempotency.run(request, async (tx) => {
      const now = this.clock.now();
      room.length = 0;
      const before = await this.desk.fresh(tx, id);
      if (before.status === 'cancelled') throw new DomainError('TASK_STATE');
      if (before.version !== form.version) throw new DomainError('STALE_VERSION');
      if (before.status === 'published') requireInsured(content);
      const plan = planShifts(await this.tasks.findShifts(tx, [id]), wanted, now);
      if (plan.faults.length > 0) throw shiftsInvalid(plan.faults);
      await this.lockShifts(tx, plan);
      if (!(await this.tasks.update(tx, divisionCode, id, form.version, content, now))) {
        throw new DomainError('STALE_VERSION');
      }
      await this.writeShifts(tx, before, plan, now);
      room.push(
        ...plan.change.filter((one) => one.after.capacity > one.before.capacity).map((one) => one.before.id),
      );
      await this.tellWhatChanged(tx, before, content, plan, now);
      await this.audit.record(tx, caller, {
        action: 'task.update',
        targetType: 'task',
        targetId: id,
        divisionCode,
        detail: changesOf(before, content, plan),
      });
      return this.desk.viewOf(tx, id, caller);
    });
    // More places: whoever waits is served before anybody new.
    for (const shiftId of room) await this.serve(shiftId);
    return room.length === 0 ? view : this.desk.viewOf(this.database, id, caller);
  }

  /**
   * Volunteers and shifts before the task's own row, in the order of the lane of claims. For a move once more: who
   * claimed between the look at the holders and the lock must not claim elsewhere meanwhile either.
   */
  private async lockShifts(tx: Sql, plan: ShiftPlan): Promise<void> {
    const moved = plan.change.filter((one) => one.moved).map((one) => one.before.id);
    await this.claims.lock(tx, [
      ...plan.change.map((one) => one.before.id),
      ...plan.remove.map((shift) => shift.id),
    ]);
    await this.claims.lock(tx, moved);
  }

  /** The edit stands, whether or not the lane has time now: the clock serves what is left over. */
  private async serve(shiftId: number): Promise<void> {
    try {
      await this.lane.serve(shiftId);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }

  private async contentOf(form: TaskForm): Promise<TaskContent> {
    const unitIds = await this.units.requireKnown(form.requirements.unitIds, 'requirements.unitIds');
    return contentOf(form, unitIds);
  }

  private async writeShifts(tx: Sql, task: TaskRow, plan: ShiftPlan, now: Date): Promise<void> {
    for (const { before, after, moved } of plan.change) {
      if (!(await this.tasks.updateShift(tx, before.id, after, now))) throw new DomainError('SHIFT_IN_USE');
      if (moved) await this.claims.move(tx, before.id, after.startsAt, after.endsAt);
    }
    await this.requireNoOverlaps(tx, plan);
    const ids = plan.remove.map((shift) => shift.id);
    const [current, holders] = [
      await this.tasks.findShifts(tx, [task.id]),
      await this.claims.holdersOf(tx, ids),
    ];
    if (holders.length > 0 || current.some((shift) => ids.includes(shift.id) && shift.waiting > 0)) {
      throw new DomainError('SHIFT_IN_USE', {
        message: '要去掉的班次已经有人认领。',
        next: '请用“取消班次”，认领的人会收到通知。',
      });
    }
    if (task.status === 'draft') await this.tasks.deleteShifts(tx, ids);
    else await this.tasks.cancelShifts(tx, ids, now);
    await this.tasks.insertShifts(tx, task.id, task.divisionCode, plan.insert, now);
    await this.tasks.noteEnd(tx, task.id);
  }

  /** Once every shift has its new times: nobody may be in two places. */
  private async requireNoOverlaps(tx: Sql, plan: ShiftPlan): Promise<void> {
    const overlaps: ShiftOverlap[] = [];
    for (const { before, after, moved } of plan.change) {
      if (moved)
        overlaps.push(...(await this.claims.findOverlaps(tx, before.id, after.startsAt, after.endsAt)));
    }
    if (overlaps.length === 0) return;
    throw new DomainError('SHIFT_INVALID', {
      message: `有 ${new Set(overlaps.map((one) => one.claimId)).size} 位已认领的志愿者在新的时间有别的任务。`,
      next: '请换一个时间，或取消这个班次再开新的。',
      extra: {
        overlaps: overlaps.map((one) => ({
          claimId: encodeId('claim', one.claimId),
          otherTask: one.otherTaskTitle,
          startsAt: one.otherStartsAt.toISOString(),
          endsAt: one.otherEndsAt.toISOString(),
        })),
      },
    });
  }

  private async tellWhatChanged(
    tx: Sql,
    before: TaskRow,
    after: TaskContent,
    plan: ShiftPlan,
    now: Date,
  ): Promise<void> {
    if (before.status !== 'published') return;
    const change = `v${before.version + 1}`;
    const moved = plan.change.filter((one) => one.moved).map((one) => one.before.id);
    const shifts = await this.tasks.findShifts(tx, [before.id]);
    const elsewhere = isElsewhere(before, after);
    if (elsewhere) {
      const coming = shifts.filter((shift) => isLive(shift, now)).map((shift) => shift.id);
      const note = moved.length > 0 ? '地点和时间有变化。' : '地点改了。';
      await this.claims.tellChanged(tx, coming, change, note);
    } else {
      await this.claims.tellChanged(tx, moved, change, '时间改了。');
    }
    if (before.urgency !== 'emergency') {
      await this.desk.callIfUrgent(tx, await this.desk.fresh(tx, before.id), shifts, now);
    }
  }
}

function isElsewhere(before: TaskContent, after: TaskContent): boolean {
  return (
    before.placeName !== after.placeName ||
    before.address !== after.address ||
    before.latitude !== after.latitude ||
    before.longitude !== after.longitude
  );
}

/** What an edit changed, for the audit trail: of fields the values, of shifts the times and places. */
function changesOf(before: TaskRow, after: TaskContent, plan: ShiftPlan): Record<string, unknown> {
  const fields = (Object.keys(after) as (keyof TaskContent)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  const timesOf = ({ startsAt, endsAt, capacity }: ShiftTimes): object => ({ startsAt, endsAt, capacity });
  return {
    before: Object.fromEntries(fields.map((field) => [field, before[field]])),
    after: Object.fromEntries(fields.map((field) => [field, after[field]])),
    shifts: {
      added: plan.insert.map(timesOf),
      changed: plan.change.map((one) => ({
        shift: encodeId('shift', one.before.id),
        before: timesOf(one.before),
        after: timesOf(one.after),
      })),
      removed: plan.remove.map((shift) => encodeId('shift', shift.id)),
    },
  };
}
