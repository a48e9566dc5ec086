import type { TaskUrgency } from '@jiefang/shared/volunteering';
import { addDays, daysBetween, instantAt, MINUTE_MS, shanghaiDay, weekdayOf } from '@jiefang/shared/time';
import type { Sql } from '../../database/database.js';
import type { ClaimShift, ClaimTask } from '../../volunteering/claims/claim-judge.js';
import type { ShiftTimes, StoredRoute, TaskContent } from '../../volunteering/tasks/task-rows.js';
import { TasksRepository } from '../../volunteering/tasks/tasks.repository.js';
import { YANAN } from '../people.js';
import { DEMO_CENTRES } from '../places.js';
import { STREET_TASKS } from './tasks-street.js';
import { YANAN_TASKS } from './tasks-yanan.js';
import type { DemoTaskTemplate, Rhythm } from './template.js';
import type { SeedUnit } from './units.js';

/** Days of the past and of the future that recurring tasks have shifts for. */
export const PAST_SHIFT_DAYS = 42;
export const COMING_SHIFT_DAYS = 13;
/** Claims open so many days before the shift, at eight in the morning. */
const OPENS_DAYS_BEFORE = 10;
const OPENS_MINUTE = 8 * 60;
const RELEASE_BY_MINUTES = 120;
const CHECK_IN_OPENS_MINUTES = 30;

export const TEMPLATES: readonly DemoTaskTemplate[] = [...YANAN_TASKS, ...STREET_TASKS];

/** A task as claims judge it, with what the seed writes of it. */
export interface DemoTask extends ClaimTask {
  route: StoredRoute | null;
  popular: number;
}

/** A shift as claims are judged against it. */
export interface DemoShift extends ClaimShift {
  task: DemoTask;
  /** 'YYYY-MM-DD' of the start. */
  day: string;
}

/** Days of a rhythm from `first` to `last`, both included. */
export function daysOf(rhythm: Rhythm, today: string, first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const fits =
      'weekdays' in rhythm
        ? rhythm.weekdays.includes(weekdayOf(day))
        : (daysBetween(today, day) - rhythm.from) % rhythm.every === 0;
    if (fits) days.push(day);
  }
  return days;
}

/** A shift of the template on a day. */
export function shiftOn(template: DemoTaskTemplate, day: string): ShiftTimes {
  const startsAt = instantAt(day, Math.round(template.hour * 60));
  return {
    startsAt,
    endsAt: new Date(startsAt.getTime() + template.minutes * MINUTE_MS),
    opensAt: instantAt(addDays(day, -OPENS_DAYS_BEFORE), OPENS_MINUTE),
    closesAt: startsAt,
    capacity: template.capacity,
  };
}

/** What the template says about its task, as staff would have written it. */
export function contentOf(
  template: DemoTaskTemplate,
  units: readonly SeedUnit[],
  urgency: TaskUrgency = 'ordinary',
): TaskContent {
  const { requirements, divisionCode, riskNotice } = template;
  const centre = DEMO_CENTRES.find((one) => one.divisionCode === divisionCode);
  const hasRisk = riskNotice !== '';
  return {
    kind: template.kind,
    urgency,
    title: template.title,
    intro: template.intro,
    placeName: template.placeName,
    address: template.address,
    latitude: template.place.latitude,
    longitude: template.place.longitude,
    geofenceMetres: 150,
    route: template.route,
    requirements: {
      minAge: requirements.minAge ?? 15,
      maxAge: requirements.maxAge ?? null,
      trainings: requirements.trainings ?? [],
      unitIds: (requirements.units ?? []).map((name) => unitId(units, name)),
      residentsOnly: requirements.residentsOnly ?? false,
    },
    riskNotice,
    insured: hasRisk,
    insuranceNote: hasRisk ? '社区给每位志愿者买了意外险，当次有效' : '',
    gatherNote: template.gatherNote,
    contactName: divisionCode === YANAN ? '小蔡' : '志愿服务岗',
    contactPhone: centre?.phone ?? '0596-0000200',
    releaseByMinutes: RELEASE_BY_MINUTES,
    checkInOpensMinutes: CHECK_IN_OPENS_MINUTES,
  };
}

function unitId(units: readonly SeedUnit[], name: string): number {
  const unit = units.find((one) => one.name === name);
  if (unit === undefined) throw new Error(`the demo city has no unit ${name}`);
  return unit.id;
}

/** Writes tasks of the demo city the way its staff would: as a draft, with shifts, then published. */
export class TaskWriter {
  private readonly repository = new TasksRepository();

  constructor(
    private readonly tx: Sql,
    private readonly units: readonly SeedUnit[],
    private readonly staffOf: (divisionCode: string) => number,
  ) {}

  /** A draft. */
  async draft(
    template: DemoTaskTemplate,
    shifts: readonly ShiftTimes[],
    at: Date,
    urgency: TaskUrgency = 'ordinary',
  ): Promise<DemoTask> {
    const { divisionCode } = template;
    const content = contentOf(template, this.units, urgency);
    const by = { personId: this.staffOf(divisionCode), copiedFrom: null };
    const id = await this.repository.insert(this.tx, divisionCode, content, by, at);
    await this.addShifts(id, divisionCode, shifts, at);
    return {
      id,
      version: 1,
      divisionCode,
      title: content.title,
      placeName: content.placeName,
      requirements: content.requirements,
      hasRisk: content.riskNotice !== '',
      releaseByMinutes: content.releaseByMinutes,
      route: content.route,
      popular: template.popular,
    };
  }

  async publish(task: DemoTask, at: Date): Promise<void> {
    await this.repository.publish(this.tx, task.id, at);
  }

  async cancel(task: DemoTask, reason: string, at: Date): Promise<void> {
    await this.repository.cancel(this.tx, task.id, reason, at);
    const shifts = await this.repository.findShifts(this.tx, [task.id]);
    await this.repository.cancelShifts(
      this.tx,
      shifts.map((shift) => shift.id),
      at,
    );
    await this.repository.noteEnd(this.tx, task.id);
  }

  async addShifts(
    taskId: number,
    divisionCode: string,
    shifts: readonly ShiftTimes[],
    at: Date,
  ): Promise<void> {
    await this.repository.insertShifts(this.tx, taskId, divisionCode, shifts, at);
    await this.repository.noteEnd(this.tx, taskId);
  }
}

/** The shifts of these tasks as they stand, by start. */
export async function readShifts(tx: Sql, tasks: readonly DemoTask[]): Promise<DemoShift[]> {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const rows = await new TasksRepository().findShifts(tx, [...byId.keys()]);
  return rows.flatMap((row) => {
    const task = byId.get(row.taskId);
    return task === undefined
      ? []
      : [{ ...row, task, taskStatus: 'published' as const, day: shanghaiDay(row.startsAt) }];
  });
}
