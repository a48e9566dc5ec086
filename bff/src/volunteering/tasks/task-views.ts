import { Injectable } from '@nestjs/common';
import { TRAINING_WORDS } from '@jiefang/shared/volunteering';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { encodeId } from '../../common/ids/public-id.js';
import type { Sql } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { ClaimAdvice, type ShiftAdvice } from '../claims/claim-advice.js';
import { ClaimsRepository } from '../claims/claims.repository.js';
import { UnitsRepository } from '../volunteers/units.repository.js';
import type { UnitName } from '../volunteers/volunteer.dto.js';
import type { StaffTaskShiftView, StaffTaskView } from './staff-task.dto.js';
import { staffTaskActions } from './task-rules.js';
import type { ShiftFactsView, TaskFactsView, TaskShiftView, TaskView } from './task.dto.js';
import type { TaskRow, TaskShiftRow } from './task-rows.js';
import { claimRulesInWords } from './task-words.js';
import { TasksRepository } from './tasks.repository.js';

/** Tasks as pages show them. Each read is one query for all tasks, whatever their number. */
@Injectable()
export class TaskViews {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly units: UnitsRepository,
    private readonly divisions: DivisionsService,
    private readonly advice: ClaimAdvice,
    private readonly claims: ClaimsRepository,
    private readonly clock: Clock,
  ) {}

  /** A task's page for a resident, or for a visitor when the caller is null. */
  async page(sql: Sql, task: TaskRow, caller: Caller | null): Promise<TaskView> {
    const personId = caller?.personId ?? null;
    const shifts = await this.tasks.findShownShifts(sql, task.id, personId, this.clock.now());
    const ids = shifts.map((shift) => shift.id);
    const advice = await this.advice.of(sql, personId, ids);
    const facts = await this.facts(sql, [task]);
    return {
      ...facts(task),
      shifts: shifts.flatMap((shift) => {
        const told = advice.get(shift.id);
        return told === undefined ? [] : [taskShiftView(shift, told)];
      }),
    };
  }

  /** Tasks as their form and staff's lists show them, in the order given. */
  async staff(sql: Sql, tasks: readonly TaskRow[], caller: Caller): Promise<StaffTaskView[]> {
    const now = this.clock.now();
    const shifts = await this.tasks.findShifts(
      sql,
      tasks.map((task) => task.id),
    );
    const ids = shifts.map((shift) => shift.id);
    const counts = await this.claims.countByStatus(sql, ids);
    const advice = await this.advice.of(sql, caller.personId, ids);
    const facts = await this.facts(sql, tasks);
    const nicknames = await this.tasks.findNicknames(
      sql,
      tasks.flatMap((task) => task.createdBy ?? []),
    );
    return tasks.map((task) => {
      const own = shifts.filter((shift) => shift.taskId === task.id);
      const nickname = task.createdBy === null ? undefined : nicknames.get(task.createdBy);
      return {
        ...facts(task),
        shifts: own.flatMap((shift): StaffTaskShiftView[] => {
          const told = advice.get(shift.id);
          const count = counts.get(shift.id) ?? {};
          if (told === undefined) return [];
          return [
            {
              ...taskShiftView(shift, told),
              claimed: shift.claimed,
              checkedIn: count.in_progress ?? 0,
              submitted: (count.submitted ?? 0) + (count.queried ?? 0),
              verified: count.verified ?? 0,
            },
          ];
        }),
        version: task.version,
        createdBy: nickname === undefined ? null : { nickname },
        createdAt: task.createdAt.toISOString(),
        publishedAt: task.publishedAt?.toISOString() ?? null,
        cancelReason: task.cancelReason,
        actions: staffTaskActions(task.status, own, now),
      };
    });
  }

  private async facts(sql: Sql, tasks: readonly TaskRow[]): Promise<(task: TaskRow) => TaskFactsView> {
    const names = await this.divisions.namesOf(
      tasks.map((task) => task.divisionCode),
      sql,
    );
    const units = await this.units.findMany(
      sql,
      tasks.flatMap((task) => task.requirements.unitIds.map(Number)),
    );
    return (task) => {
      const unitNames = task.requirements.unitIds.flatMap((id): UnitName[] => {
        const unit = units.get(Number(id));
        return unit === undefined ? [] : [{ id: encodeId('unit', unit.id), name: unit.name }];
      });
      return factsView(task, unitNames, names.get(task.divisionCode)?.name ?? '');
    };
  }
}

function factsView(task: TaskRow, units: UnitName[], divisionName: string): TaskFactsView {
  const { minAge, maxAge, trainings, residentsOnly } = task.requirements;
  return {
    id: encodeId('task', task.id),
    title: task.title,
    kind: task.kind,
    urgency: task.urgency,
    intro: task.intro,
    status: task.status,
    placeName: task.placeName,
    address: task.address,
    location: { latitude: task.latitude, longitude: task.longitude },
    geofenceMetres: task.geofenceMetres,
    route: task.route,
    requirements: {
      minAge,
      maxAge,
      trainings: trainings.map((code) => ({ code, name: TRAINING_WORDS[code] })),
      units,
      residentsOnly,
    },
    riskNotice: task.riskNotice,
    insured: task.insured,
    insuranceNote: task.insuranceNote,
    gatherNote: task.gatherNote,
    contact: { name: task.contactName, phone: task.contactPhone },
    community: { code: task.divisionCode, name: divisionName },
    releaseByMinutes: task.releaseByMinutes,
    checkInOpensMinutes: task.checkInOpensMinutes,
    rules: claimRulesInWords(
      task,
      units.map((unit) => unit.name),
    ),
  };
}

/** A shift's times and places; free places belong first to whoever waits. */
export function shiftFacts(shift: TaskShiftRow): ShiftFactsView {
  return {
    startsAt: shift.startsAt.toISOString(),
    endsAt: shift.endsAt.toISOString(),
    opensAt: shift.opensAt.toISOString(),
    closesAt: shift.closesAt.toISOString(),
    capacity: shift.capacity,
    placesLeft: placesLeft(shift),
    waiting: shift.waiting,
    status: shift.status,
  };
}

export function placesLeft(shift: Pick<TaskShiftRow, 'capacity' | 'claimed' | 'waiting'>): number {
  return Math.max(0, shift.capacity - shift.claimed - shift.waiting);
}

function taskShiftView(shift: TaskShiftRow, { refusal, canWait, mine }: ShiftAdvice): TaskShiftView {
  return {
    id: encodeId('shift', shift.id),
    ...shiftFacts(shift),
    claimable: {
      allowed: refusal === null,
      refusal:
        refusal === null
          ? null
          : {
              code: refusal.refusal.code,
              message: refusal.refusal.message,
              rule: refusal.refusal.rule,
              next: refusal.refusal.next,
            },
    },
    canWait,
    mine:
      mine === null
        ? null
        : {
            claimId: mine.claimId === null ? null : encodeId('claim', mine.claimId),
            status: mine.status,
            waitId: mine.waitId === null ? null : encodeId('shift_wait', mine.waitId),
            waitPosition: mine.waitPosition,
          },
  };
}
