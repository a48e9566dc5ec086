import type { Place } from '@jiefang/shared/geo';
import type { ShiftForm, StaffTask, TaskForm } from '../../api/types';
import { MOST_SHIFTS, shiftFaults } from './shift-drafts';

/** The fields of a task in words. */
export const TASK_WORDS: Record<keyof TaskForm, string> = {
  kind: '类别',
  urgency: '缓急',
  title: '名称',
  intro: '做什么',
  placeName: '集合点',
  address: '地址',
  location: '位置',
  geofenceMetres: '签到范围',
  route: '路线',
  requirements: '参加条件',
  riskNotice: '风险告知',
  insured: '保险',
  insuranceNote: '保险说明',
  gatherNote: '集合提醒',
  contactName: '联系人',
  contactPhone: '联系电话',
  releaseByMinutes: '让出时间',
  checkInOpensMinutes: '签到时间',
  shifts: '班次',
};

/** A new task before anything is typed. */
export const NEW_TASK: TaskForm = {
  kind: 'duty_post',
  urgency: 'ordinary',
  title: '',
  intro: '',
  placeName: '',
  address: '',
  location: { latitude: 0, longitude: 0 },
  geofenceMetres: 200,
  route: null,
  requirements: { minAge: 15, maxAge: null, trainings: [], unitIds: [], residentsOnly: false },
  riskNotice: '',
  insured: false,
  insuranceNote: '',
  gatherNote: '',
  contactName: '',
  contactPhone: '',
  releaseByMinutes: 120,
  checkInOpensMinutes: 30,
  shifts: [],
};

/** What of a task staff may write: shifts that are over or called off stay as they are, outside the form. */
export function taskDraft(task: StaffTask, now: Date): TaskForm {
  const { route, requirements, contact } = task;
  return {
    kind: task.kind,
    urgency: task.urgency,
    title: task.title,
    intro: task.intro,
    placeName: task.placeName,
    address: task.address,
    location: bare(task.location),
    geofenceMetres: task.geofenceMetres,
    route:
      route === null
        ? null
        : {
            line: route.line.map(bare),
            checkpoints: route.checkpoints.map((point) => ({
              ...bare(point),
              no: point.no,
              name: point.name,
              radiusMetres: point.radiusMetres,
              dwellSeconds: point.dwellSeconds,
            })),
          },
    requirements: {
      minAge: requirements.minAge,
      maxAge: requirements.maxAge,
      trainings: requirements.trainings.map(({ code }) => code),
      unitIds: requirements.units.map(({ id }) => id),
      residentsOnly: requirements.residentsOnly,
    },
    riskNotice: task.riskNotice,
    insured: task.insured,
    insuranceNote: task.insuranceNote,
    gatherNote: task.gatherNote,
    contactName: contact.name,
    contactPhone: contact.phone,
    releaseByMinutes: task.releaseByMinutes,
    checkInOpensMinutes: task.checkInOpensMinutes,
    shifts: task.shifts.filter((shift) => isWritable(shift, now)).map(shiftDraft),
  };
}

/** The server says which shifts are over by the same rule: open, and not ended. */
export function isWritable(
  { status, endsAt }: Pick<StaffTask['shifts'][number], 'status' | 'endsAt'>,
  now: Date,
) {
  return status === 'open' && Date.parse(endsAt) > now.getTime();
}

function shiftDraft({ id, startsAt, endsAt, opensAt, closesAt, capacity }: Required<ShiftForm>): ShiftForm {
  return { id, startsAt, endsAt, opensAt, closesAt, capacity };
}

function bare({ latitude, longitude }: Place): Place {
  return { latitude, longitude };
}

/** What goes to the server: texts without blanks around them, no route where there is none. */
export function taskForm(draft: TaskForm): TaskForm {
  const texts = Object.fromEntries(
    Object.entries(draft).flatMap(([field, value]) =>
      typeof value === 'string' ? [[field, value.trim()]] : [],
    ),
  ) as Partial<TaskForm>;
  const { route } = draft;
  const empty = route === null || (route.line.length === 0 && route.checkpoints.length === 0);
  return { ...draft, ...texts, route: empty ? null : route };
}

/** What one must put right before saving, by field; the server judges the rest. `now` decides what has begun. */
export function taskFaults(draft: TaskForm, now: Date): Record<string, string> {
  const { route, requirements, location } = draft;
  const faults: Record<string, string> = {};
  if (draft.title.trim().length < 2) faults.title = '请写任务名称。';
  if (draft.placeName.trim().length < 2) faults.placeName = '请写集合点，如：社区大门口。';
  if (draft.address.trim().length < 2) faults.address = '请写地址。';
  if (!isInChina(location)) faults.location = '请填集合点在地图上的位置。';
  if (draft.contactName.trim() === '') faults.contactName = '请写联系人。';
  if (!/^\+?[0-9][0-9 -]{4,28}$/.test(draft.contactPhone.trim())) {
    faults.contactPhone = '请写电话号码，座机要带区号。';
  }
  if (draft.kind === 'patrol' && (route === null || route.line.length < 2)) {
    faults.route = '巡防要画出路线，至少两个点。';
  }
  if (route !== null && route.line.length === 1) faults.route = '路线至少要两个点。';
  if (route?.checkpoints.some(({ name }) => name.trim() === '')) faults.route = '每个打卡点都要有名称。';
  const { minAge, maxAge } = requirements;
  if (maxAge !== null && maxAge < minAge) faults['requirements.maxAge'] = '最大年龄不能小于最小年龄。';
  if (draft.shifts.length > MOST_SHIFTS) faults.shifts = `一个任务最多 ${MOST_SHIFTS} 个班次。`;
  for (const [index, shift] of draft.shifts.entries()) {
    for (const [field, message] of Object.entries(shiftFaults(shift, now))) {
      faults[`shifts.${index}.${field}`] = message;
    }
  }
  return faults;
}

/** The bounding box of the country, as the server takes places. */
export function isInChina({ latitude, longitude }: Place): boolean {
  return latitude >= 3.5 && latitude <= 53.6 && longitude >= 73.4 && longitude <= 135.1;
}

/** The part of the form that holds a field; its element has this id. */
export function partOf(field: string): string {
  const [name = ''] = field.split('.');
  if (name === 'route') return 'task-route';
  if (name === 'shifts') return 'task-shifts';
  if (name === 'requirements') return 'task-who';
  if (['kind', 'urgency', 'title', 'intro'].includes(name)) return 'task-what';
  if (['riskNotice', 'insured', 'insuranceNote'].includes(name)) return 'task-safety';
  if (['releaseByMinutes', 'checkInOpensMinutes'].includes(name)) return 'task-times';
  return 'task-place';
}
