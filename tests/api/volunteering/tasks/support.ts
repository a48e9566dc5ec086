import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type { Sql } from '@jiefang/bff/database/database';
import { buildDivision, buildPerson, grantRole } from '../../../builders/people.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import type { TestApp } from '../../../support/app.js';

export const STREET = COMMUNITY.slice(0, 9);
/** The next community of the same street. */
export const SISTER = `${STREET}003`;

/** A task as its staff read it; what tests look at. */
export interface StaffTask {
  id: string;
  status: string;
  version: number;
  title: string;
  placeName: string;
  actions: string[];
  cancelReason: string | null;
  community: { code: string; name: string };
  shifts: {
    id: string;
    startsAt: string;
    endsAt: string;
    opensAt: string;
    closesAt: string;
    capacity: number;
    status: string;
    placesLeft: number;
    waiting: number;
    claimed: number;
    checkedIn: number;
    submitted: number;
    verified: number;
  }[];
}

/** A shift of the form: two hours from `startsAt`, claims open since the 20th until the start. */
export function shiftForm(startsAt = '2026-11-25T01:00:00.000Z', change: object = {}): object {
  const start = new Date(startsAt);
  return {
    startsAt: start.toISOString(),
    endsAt: new Date(start.getTime() + 2 * 3_600_000).toISOString(),
    opensAt: '2026-11-20T00:00:00.000Z',
    closesAt: start.toISOString(),
    capacity: 5,
    ...change,
  };
}

/** A sound form of a duty post with one shift. */
export function taskForm(change: object = {}): Record<string, unknown> {
  return {
    kind: 'duty_post',
    urgency: 'ordinary',
    title: '路口护学',
    intro: '早高峰护送孩子过马路。',
    placeName: '延安北路口',
    address: '漳州市芗城区延安北路 1 号',
    location: { latitude: 24.51, longitude: 117.65 },
    geofenceMetres: 200,
    route: null,
    requirements: { minAge: 15, maxAge: null, trainings: [], unitIds: [], residentsOnly: false },
    riskNotice: '',
    insured: false,
    insuranceNote: '',
    gatherNote: '在岗亭集合',
    contactName: '陈协调',
    contactPhone: '0596-2020001',
    releaseByMinutes: 120,
    checkInOpensMinutes: 30,
    shifts: [shiftForm()],
    ...change,
  };
}

/** A route of about a kilometre with two checkpoints. */
export function routeForm(change: object = {}): object {
  const checkpoint = { radiusMetres: 30, dwellSeconds: 0 };
  return {
    line: [
      { latitude: 24.51, longitude: 117.65 },
      { latitude: 24.515, longitude: 117.65 },
      { latitude: 24.515, longitude: 117.655 },
    ],
    checkpoints: [
      { no: 1, name: '北门', latitude: 24.512, longitude: 117.65, ...checkpoint },
      { no: 2, name: '菜市场', latitude: 24.515, longitude: 117.652, ...checkpoint },
    ],
    ...change,
  };
}

/** The form that a read task would be sent back with. */
export function formOf(task: StaffTask, change: object = {}): Record<string, unknown> {
  const shifts = task.shifts.map(({ id, startsAt, endsAt, opensAt, closesAt, capacity }) => ({
    id,
    startsAt,
    endsAt,
    opensAt,
    closesAt,
    capacity,
  }));
  return { ...taskForm(), shifts, version: task.version, ...change };
}

/** A coordinator of the street of COMMUNITY, an administrator of the next street, and a resident. */
export interface TaskPeople {
  coordinator: number;
  stranger: number;
  resident: number;
}

export async function buildTaskPeople(sql: Sql): Promise<TaskPeople> {
  await buildDivision(sql, COMMUNITY, '延安社区');
  await buildDivision(sql, SISTER, '西桥社区');
  await buildDivision(sql, OTHER_STREET_COMMUNITY, '新桥社区');
  const coordinator = await buildPerson(sql, { nickname: '陈协调' });
  await grantRole(sql, coordinator, 'volunteer_coordinator', STREET);
  const stranger = await buildPerson(sql);
  await grantRole(sql, stranger, 'administrator', OTHER_STREET_COMMUNITY.slice(0, 9));
  return { coordinator, stranger, resident: await buildPerson(sql) };
}

/** Creates a task through the API. */
export async function createTask(
  app: TestApp,
  person: number,
  change: object = {},
  code = COMMUNITY,
): Promise<StaffTask> {
  const answer = await app.as(person).post(`/staff/divisions/${code}/tasks`, taskForm(change));
  if (answer.status !== 201) throw new Error(`not created: ${answer.status} ${answer.text}`);
  return answer.body as StaffTask;
}

/** Creates a task through the API and publishes it. */
export async function publishTask(
  app: TestApp,
  person: number,
  change: object = {},
  code = COMMUNITY,
): Promise<StaffTask> {
  const { id } = await createTask(app, person, change, code);
  const answer = await app.as(person).post(`/staff/tasks/${id}/publish`);
  if (answer.status !== 200) throw new Error(`not published: ${answer.status} ${answer.text}`);
  return answer.body as StaffTask;
}

export const shiftId = (row: number): string => encodeId('shift', row);
export const taskId = (row: number): string => encodeId('task', row);
