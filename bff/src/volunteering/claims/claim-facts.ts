import { Injectable } from '@nestjs/common';
import { MAX_SHIFT_HOURS, type TaskRequirements } from '@jiefang/shared/volunteering';
import { fromJson, type Sql } from '../../database/database.js';
import { ClaimBatches, type ShiftRow, type VolunteerRow } from './claim-batches.js';
import type { Claimant, ClaimShift, ClaimTask } from './claim-judge.js';

interface TaskRow {
  id: number;
  version: number;
  divisionCode: string;
  title: string;
  placeName: string;
  requirements: unknown;
  hasRisk: number;
  releaseByMinutes: number;
}

const MAX_CACHED = 50_000;
const MAX_SHIFT_MS = MAX_SHIFT_HOURS * 3_600_000;

/** Reads what judging claims needs, for a whole batch at once. */
@Injectable()
export class ClaimFacts {
  private readonly tasks = new Map<number, ClaimTask>();

  constructor(private readonly batches: ClaimBatches) {}

  /**
   * Shift rows with their tasks, by shift id. A task's content is kept in memory and read again when its version has
   * moved; version and status are read every time.
   */
  async withTasks(sql: Sql, rows: readonly ShiftRow[]): Promise<Map<number, ClaimShift>> {
    const taskIds = [...new Set(rows.map((row) => row.taskId))];
    if (this.tasks.size + taskIds.length > MAX_CACHED) this.tasks.clear();
    const stamps = await this.batches.findTaskStamps(sql, taskIds);
    const stale = stamps.filter(({ id, version }) => this.tasks.get(id)?.version !== version);
    // What was read may be newer than the stamp; a version's content is the same wherever it was read.
    for (const task of await this.read(
      sql,
      stale.map((stamp) => stamp.id),
    ))
      this.tasks.set(task.id, task);
    const found = new Map<number, { status: ClaimShift['taskStatus']; task: ClaimTask }>();
    for (const { id, status } of stamps) {
      const task = this.tasks.get(id);
      if (task !== undefined) found.set(id, { status, task });
    }
    const shifts = new Map<number, ClaimShift>();
    for (const row of rows) {
      const one = found.get(row.taskId);
      if (one === undefined) continue;
      const { id, startsAt, endsAt, opensAt, closesAt, capacity, claimed, waiting, status } = row;
      shifts.set(id, {
        id,
        startsAt,
        endsAt,
        opensAt,
        closesAt,
        capacity,
        claimed,
        waiting,
        status,
        taskStatus: one.status,
        task: one.task,
      });
    }
    return shifts;
  }

  /** People who might claim these shifts. Trainings and homes are read only when one of the tasks asks for them. */
  async claimants(
    sql: Sql,
    volunteers: readonly VolunteerRow[],
    shifts: readonly ClaimShift[],
    now: Date,
  ): Promise<Map<number, Claimant>> {
    const people = new Map<number, Claimant>();
    for (const { personId, status, birthDay, unitId } of volunteers) {
      people.set(personId, {
        personId,
        status,
        birthDay,
        unitId,
        pauses: [],
        trainings: [],
        communityCode: null,
        held: [],
      });
    }
    if (shifts.length === 0 || people.size === 0) return people;
    const ids = [...people.keys()];
    const from = new Date(Math.min(...shifts.map((shift) => shift.startsAt.getTime())) - MAX_SHIFT_MS - 1);
    const to = new Date(Math.max(...shifts.map((shift) => shift.endsAt.getTime())));
    for (const held of await this.batches.findHeldTimes(sql, ids, from, to))
      people.get(held.personId)?.held.push(held);
    for (const pause of await this.batches.findPauses(sql, ids, now))
      people.get(pause.personId)?.pauses.push(pause);
    if (shifts.some(({ task }) => task.requirements.trainings.length > 0)) {
      for (const one of await this.batches.findTrainings(sql, ids))
        people.get(one.personId)?.trainings.push(one);
    }
    if (shifts.some(({ task }) => task.requirements.residentsOnly)) {
      for (const { personId, communityCode } of await this.batches.findHomes(sql, ids)) {
        const person = people.get(personId);
        if (person !== undefined) person.communityCode = communityCode;
      }
    }
    return people;
  }

  private async read(sql: Sql, taskIds: readonly number[]): Promise<ClaimTask[]> {
    if (taskIds.length === 0) return [];
    const rows = await sql.query<TaskRow>(
      `SELECT id, version, division_code AS divisionCode, title, place_name AS placeName, requirements,
              risk_notice <> '' AS hasRisk, release_by_minutes AS releaseByMinutes FROM task WHERE id IN (?)`,
      [taskIds],
    );
    return rows.map((row) => ({
      ...row,
      requirements: fromJson<TaskRequirements>(row.requirements),
      hasRisk: row.hasRisk === 1,
    }));
  }
}
