import { Injectable } from '@nestjs/common';
import { MAX_SHIFT_HOURS, type TaskRequirements } from '@jiefang/shared/volunteering';
import type { IdempotentRequest, StoredAnswer } from '../../common/idempotency/idempotency.js';
import { fromJson, type Sql } from '../../database/database.js';
import {
  ClaimBatches,
  type ShiftRow,
  type TaskContent,
  type TaskStamp,
  type VolunteerRow,
} from './claim-batches.js';
import type { Claimant, ClaimShift, ClaimTask } from './claim-judge.js';

const MAX_CACHED = 50_000;
const MAX_SHIFT_MS = MAX_SHIFT_HOURS * 3_600_000;

/** Everything that judging a batch needs. */
export interface Facts {
  /** By shift id. */
  shifts: Map<number, ClaimShift>;
  /** By person id. */
  people: Map<number, Claimant>;
  /** Answers that were given to the requests before. */
  kept: StoredAnswer[];
}

/** Reads what judging claims needs, for a whole batch at once. */
@Injectable()
export class ClaimFacts {
  private readonly tasks = new Map<number, ClaimTask>();

  constructor(private readonly batches: ClaimBatches) {}

  /**
   * Shifts with their tasks, the people who might claim them, and kept answers of `requests`. A task's content is kept in
   * memory and read again when its version has moved; version and status are read every time. Trainings and homes are
   * read only when one of the tasks asks for them.
   */
  async load(
    sql: Sql,
    volunteers: readonly VolunteerRow[],
    rows: readonly ShiftRow[],
    now: Date,
    requests: readonly IdempotentRequest[] = [],
  ): Promise<Facts> {
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
    if (rows.length === 0 && requests.length === 0) return { shifts: new Map(), people, kept: [] };
    const personIds = [...people.keys()];
    const taskIds = [...new Set(rows.map((row) => row.taskId))];
    if (this.tasks.size + taskIds.length > MAX_CACHED) this.tasks.clear();
    const around = await this.batches.findAround(sql, {
      personIds,
      knownTaskIds: taskIds.filter((id) => this.tasks.has(id)),
      newTaskIds: taskIds.filter((id) => !this.tasks.has(id)),
      requests,
      window: rows.length === 0 ? null : windowOf(rows),
      now,
    });
    this.keep(around.contents);
    await this.renew(sql, around.stamps);
    const shifts = this.join(rows, around.stamps);
    for (const held of around.held) people.get(held.personId)?.held.push(held);
    for (const pause of around.pauses) people.get(pause.personId)?.pauses.push(pause);
    await this.complete(sql, personIds, people, [...shifts.values()]);
    return { shifts, people, kept: around.kept };
  }

  private join(rows: readonly ShiftRow[], stamps: readonly TaskStamp[]): Map<number, ClaimShift> {
    const statuses = new Map(stamps.map((stamp) => [stamp.id, stamp.status]));
    const shifts = new Map<number, ClaimShift>();
    for (const row of rows) {
      const task = this.tasks.get(row.taskId);
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

  /** Reads contents whose version has moved. What is read may be newer than the stamp; what a version says is the same wherever it was read. */
  private async renew(sql: Sql, stamps: readonly TaskStamp[]): Promise<void> {
    const stale = stamps.filter(({ id, version }) => this.tasks.get(id)?.version !== version);
    if (stale.length === 0) return;
    const rows = await sql.query<TaskContent>(
      `SELECT id, version, division_code AS divisionCode, title, place_name AS placeName, requirements,
              risk_notice <> '' AS hasRisk, release_by_minutes AS releaseByMinutes FROM task WHERE id IN (?)`,
      [stale.map((stamp) => stamp.id)],
    );
    this.keep(rows);
  }

  private keep(contents: readonly TaskContent[]): void {
    for (const content of contents) {
      this.tasks.set(content.id, {
        ...content,
        requirements: fromJson<TaskRequirements>(content.requirements),
        hasRisk: content.hasRisk === 1,
      });
    }
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
