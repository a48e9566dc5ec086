import type { StaffTask } from '../../api/types';
import { NEW_TASK, taskDraft, taskFaults, taskForm } from './task-drafts';

const NOW = new Date('2026-11-22T12:00:00Z');
const shift = (
  id: string,
  day: string,
  status: 'open' | 'cancelled' = 'open',
): StaffTask['shifts'][number] => ({
  id,
  startsAt: `${day}T11:00:00.000Z`,
  endsAt: `${day}T13:00:00.000Z`,
  opensAt: '2026-11-01T00:00:00.000Z',
  closesAt: `${day}T11:00:00.000Z`,
  capacity: 8,
  placesLeft: 8,
  waiting: 0,
  status,
  claimable: { allowed: true, refusal: null },
  canWait: false,
  mine: null,
  claimed: 0,
  checkedIn: 0,
  submitted: 0,
  verified: 0,
});
const task: StaffTask = {
  id: 't',
  title: '夜间巡防',
  kind: 'patrol',
  urgency: 'ordinary',
  intro: '',
  status: 'published',
  placeName: '社区大门口',
  address: '新华南路 1 号',
  location: { latitude: 24.51, longitude: 117.65 },
  geofenceMetres: 150,
  route: {
    line: [
      { latitude: 24.51, longitude: 117.65 },
      { latitude: 24.512, longitude: 117.65 },
    ],
    lengthMetres: 222,
    checkpoints: [
      { no: 1, name: '古城门', latitude: 24.511, longitude: 117.65, radiusMetres: 30, dwellSeconds: 60 },
    ],
  },
  requirements: {
    minAge: 18,
    maxAge: null,
    trainings: [{ code: 'patrol', name: '巡防培训' }],
    units: [{ id: 'u', name: '西桥小学' }],
    residentsOnly: true,
  },
  riskNotice: '夜间注意车辆',
  insured: true,
  insuranceNote: '',
  gatherNote: '',
  contact: { name: '陈', phone: '0596-2020001' },
  community: { code: '350602002001', name: '延安社区' },
  releaseByMinutes: 60,
  checkInOpensMinutes: 30,
  rules: [],
  shifts: [shift('over', '2026-11-20'), shift('off', '2026-11-25', 'cancelled'), shift('next', '2026-11-24')],
  version: 3,
  createdBy: null,
  createdAt: '2026-11-01T00:00:00.000Z',
  publishedAt: null,
  cancelReason: null,
  actions: ['edit'],
};

it('brings a task into the form and back as it was, without what is over', () => {
  const draft = taskDraft(task, NOW);
  expect(taskFaults(draft, NOW)).toEqual({});
  const form = taskForm(draft);
  expect(form.shifts.map(({ id }) => id)).toEqual(['next']);
  expect(form.requirements).toEqual({
    minAge: 18,
    maxAge: null,
    trainings: ['patrol'],
    unitIds: ['u'],
    residentsOnly: true,
  });
  expect(form.route).toEqual({ line: task.route?.line, checkpoints: task.route?.checkpoints });
  expect(form.contactPhone).toBe('0596-2020001');
  expect(form).not.toHaveProperty('contact');
});

it('asks for what is missing in a new task', () => {
  const faults = taskFaults(NEW_TASK, NOW);
  expect(Object.keys(faults)).toEqual([
    'title',
    'placeName',
    'address',
    'location',
    'contactName',
    'contactPhone',
  ]);
  expect(Object.values(faults).join('')).not.toMatch(/[a-z]/i);
});

it('asks for a route only where one patrols, and for its names', () => {
  const draft = taskDraft(task, NOW);
  expect(taskFaults({ ...draft, route: null }, NOW).route).toContain('路线');
  expect(taskFaults({ ...draft, kind: 'visit', route: null }, NOW)).toEqual({});
  const nameless = { ...draft.route!, checkpoints: [{ ...draft.route!.checkpoints[0]!, name: ' ' }] };
  expect(taskFaults({ ...draft, route: nameless }, NOW).route).toContain('名称');
});

it('sends trimmed texts and no empty route', () => {
  const form = taskForm({ ...NEW_TASK, title: ' 清扫楼道 ', route: { line: [], checkpoints: [] } });
  expect(form.title).toBe('清扫楼道');
  expect(form.route).toBeNull();
});

it('points at the shift that is wrong', () => {
  const draft = taskDraft(task, NOW);
  const [only] = draft.shifts;
  const faults = taskFaults({ ...draft, shifts: [{ ...only!, capacity: 0 }] }, NOW);
  expect(Object.keys(faults)).toEqual(['shifts.0.capacity']);
});
