import {
  isNear,
  maxMinutesOf,
  proposedMinutesOf,
  releaseNoteOf,
  staffActions,
  volunteerActions,
} from './claim-rules.js';

const at = (clock: string): Date => new Date(`2026-11-24T${clock}:00Z`);
const facts = {
  startsAt: at('02:00'),
  endsAt: at('04:00'),
  checkInOpensMinutes: 30,
  releaseByMinutes: 60,
  patrolId: null,
  patrolStatus: null,
  taskKind: 'duty_post' as const,
  hasRoute: false,
};

test.each([
  ['00:30', ['release']],
  ['01:00', ['release']],
  ['01:01', ['abandon']],
  ['01:30', ['check_in', 'abandon']],
  ['02:00', ['check_in']],
  ['03:59', ['check_in']],
  ['04:00', []],
])('at %s who has claimed may %p', (clock, actions) => {
  expect(volunteerActions({ ...facts, status: 'claimed' }, at(clock))).toEqual(actions);
});

test('a walk is started, then opened; its claim ends with it', () => {
  const walk = { ...facts, status: 'in_progress' as const, taskKind: 'patrol' as const };
  expect(volunteerActions(walk, at('02:30'))).toEqual(['start_patrol', 'finish']);
  const begun = { ...walk, patrolId: 1, patrolStatus: 'recording' as const };
  expect(volunteerActions(begun, at('02:30'))).toEqual(['open_patrol']);
  expect(volunteerActions({ ...begun, status: 'queried', patrolStatus: 'finished' }, at('02:30'))).toEqual([
    'answer',
    'open_patrol',
  ]);
  expect(volunteerActions({ ...facts, status: 'verified' }, at('05:00'))).toEqual([]);
});

test('staff decide what is there to decide, and nothing of their own', () => {
  expect(staffActions({ ...facts, status: 'claimed' }, false, at('01:30'))).toEqual(['staff_check_in']);
  expect(staffActions({ ...facts, status: 'claimed' }, false, at('02:30'))).toEqual([
    'staff_check_in',
    'mark_no_show',
  ]);
  expect(staffActions({ ...facts, status: 'submitted' }, false, at('05:00'))).toEqual([
    'verify',
    'query',
    'reject',
  ]);
  for (const status of ['claimed', 'in_progress', 'submitted', 'queried'] as const)
    expect(staffActions({ ...facts, status }, true, at('02:30'))).toEqual([]);
});

test.each([
  [300, 0, false],
  [200, 0, true],
  [250, 50, true],
  [251, 50, false],
  [300, 100, true],
  [301, 180, false],
])('%i m away with %i m of doubt is there: %p', (metres, accuracy, there) => {
  expect(isNear(metres, accuracy, 200)).toBe(there);
});

test('minutes are counted whole, from the start for who came early, pauses off', () => {
  const service = {
    startsAt: at('02:00'),
    checkedInAt: at('01:45'),
    finishedAt: new Date('2026-11-24T03:00:01Z'),
  };
  expect(maxMinutesOf(service, 0)).toBe(76);
  expect(proposedMinutesOf(service, 0)).toBe(61);
  expect(proposedMinutesOf(service, 600)).toBe(51);
  expect(maxMinutesOf({ ...service, finishedAt: service.checkedInAt }, 0)).toBe(1);
  expect(proposedMinutesOf({ ...service, finishedAt: at('01:50') }, 0)).toBe(5);
  expect(maxMinutesOf({ ...service, finishedAt: null }, 0)).toBeNull();
  expect(proposedMinutesOf({ ...service, checkedInAt: null }, 0)).toBeNull();
});

test('giving back is explained before it is done', () => {
  const claim = { status: 'claimed' as const, startsAt: at('02:00'), releaseByMinutes: 60 };
  expect(releaseNoteOf(claim, at('01:00'))).toContain('没有影响');
  expect(releaseNoteOf(claim, at('01:01'))).toBe('离开始不到 1 小时，现在让出会记为临时放弃。');
  expect(releaseNoteOf(claim, at('02:00'))).toContain('不能再让出');
  expect(releaseNoteOf({ ...claim, status: 'verified' }, at('01:00'))).toBe('现在不用让出。');
});
