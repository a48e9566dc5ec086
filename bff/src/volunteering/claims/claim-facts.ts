import { Injectable } from '@nestjs/common';
import { MAX_SHIFT_HOURS, type TaskRequirements } from '@jiefang/shared/volunteering';
import { fromJson, type Sql } from '../../database/database.js';
import { ClaimBatches, type ShiftRow, type TaskStamp, type VolunteerRow } from './claim-batches.js';
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
   * Shifts with their tasks, by shift id, and the people who might claim them, by person id. A task's content is kept in
   * memory and read again when its version has moved; version and status are read every time. Trainings and homes are
   * read only when one of the tasks asks for them.
   */
  async load(
    sql: Sql,
    volunteers: readonly VolunteerRow[],
    rows: readonly ShiftRow[],
    now: Date,
  ): Promise<{ shifts: Map<number, ClaimShift>; people: Map<number, Claimant> }> {
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
    if (rows.length === 0) return { shifts: new Map(), people };
    const ids = [...people.keys()];
    const taskIds = [...new Set(rows.map((row) => row.taskId))];
    const around = await this.batches.findAround(sql, ids, taskIds, { ...windowOf(rows), now });
    const shifts = this.join(rows, around.stamps, await this.current(sql, around.stamps));
    for (const held of around.held) people.get(held.personId)?.held.push(held);
    for (const pause of around.pauses) people.get(pause.personId)?.pauses.push(pause);
    await this.complete(sql, ids, people, [...shifts.values()]);
    return { shifts, people };
  }

  private join(
    rows: readonly ShiftRow[],
    stamps: readonly TaskStamp[],
    tasks: Map<number, ClaimTask>,
  ): Map<number, ClaimShift> {
    const statuses = new Map(stamps.map((stamp) => [stamp.id, stamp.status]));
    const shifts = new Map<number, ClaimShift>();
    for (const row of rows) {
      const task = tasks.get(row.taskId);
      const taskStatus = statuses.get(row.taskId);
      if (task === undefined || taskStatus === undefined) continue;
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
        taskStatus,
        task,
      });
    }
    return shifts;
  }

  private async complete(
    sql: Sql,
    ids: readonly number[],
    people: Map<number, Claimant>,
    shifts: readonly ClaimShift[],
  ): Promise<void> {
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
  }

  /** The tasks' contents. What is read may be newer than the stamp; a version's content is the same wherever it was read. */
  private async current(sql: Sql, stamps: readonly TaskStamp[]): Promise<Map<number, ClaimTask>> {
    if (this.tasks.size + stamps.length > MAX_CACHED) this.tasks.clear();
    const stale = stamps.filter(({ id, version }) => this.tasks.get(id)?.version !== version);
    const fresh = await this.read(
      sql,
      stale.map((stamp) => stamp.id),
    );
    for (const task of fresh) this.tasks.set(task.id, task);
    return this.tasks;
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

/** When a claim must have begun to overlap one of these shifts. */
function windowOf(rows: readonly ShiftRow[]): { from: Date; to: Date } {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { startsAt, endsAt } of rows) {
    from = Math.min(from, startsAt.getTime());
    to = Math.max(to, endsAt.getTime());
  }
  return { from: new Date(from - MAX_SHIFT_MS - 1), to: new Date(to) };
}
