import { judgeClaim, placesFor, type Claimant, type ClaimShift } from './claim-judge.js';

const now = new Date('2026-11-23T01:00:00Z');
const at = (text: string): Date => new Date(text);

const shift: ClaimShift = {
  id: 1,
  startsAt: at('2026-11-24T01:00:00Z'),
  endsAt: at('2026-11-24T03:00:00Z'),
  opensAt: at('2026-11-20T00:00:00Z'),
  closesAt: at('2026-11-24T01:00:00Z'),
  capacity: 5,
  claimed: 0,
  waiting: 0,
  status: 'open',
  taskStatus: 'published',
  task: {
    id: 1,
    version: 1,
    divisionCode: '350602002002',
    title: '值守',
    placeName: '路口',
    requirements: { minAge: 15, maxAge: null, trainings: [], unitIds: [], residentsOnly: false },
    hasRisk: false,
    releaseByMinutes: 120,
  },
};

const claimant: Claimant = {
  personId: 1,
  status: 'active',
  birthDay: '2008-11-24',
  unitId: null,
  pauses: [],
  trainings: [],
  communityCode: null,
  held: [],
};

function codeOf(
  person: Partial<Claimant> | null = {},
  change: Partial<ClaimShift> = {},
  requirements: Partial<ClaimShift['task']['requirements']> = {},
  riskAccepted = false,
): string | null {
  const task = { ...shift.task, ...change.task };
  const whole = {
    ...shift,
    ...change,
    task: { ...task, requirements: { ...task.requirements, ...requirements } },
  };
  return (
    judgeClaim(person === null ? null : { ...claimant, ...person }, whole, riskAccepted, now)?.code ?? null
  );
}

test('somebody whom nothing stands against may claim', () => {
  expect(codeOf()).toBeNull();
});

test.each([
  [{ opensAt: new Date(now.getTime() + 1) }, 'CLAIM_NOT_OPEN'],
  [{ opensAt: now }, null],
  [{ closesAt: now }, 'CLAIM_CLOSED'],
  [{ closesAt: new Date(now.getTime() + 1) }, null],
  [{ status: 'cancelled' as const }, 'SHIFT_CANCELLED'],
  [{ taskStatus: 'cancelled' as const }, 'SHIFT_CANCELLED'],
  [{ taskStatus: 'draft' as const }, 'NOT_FOUND'],
])('a shift with %p answers %p', (change, code) => {
  expect(codeOf({}, change)).toBe(code);
});

test('ages are those on the day of the shift', () => {
  expect(codeOf({}, {}, { minAge: 18 })).toBeNull();
  expect(codeOf({ birthDay: '2008-11-25' }, {}, { minAge: 18 })).toBe('CLAIM_AGE');
  expect(codeOf({ birthDay: '2007-11-25' }, {}, { maxAge: 18 })).toBeNull();
  expect(codeOf({ birthDay: '2007-11-24' }, {}, { maxAge: 18 })).toBe('CLAIM_AGE');
});

test('every training asked for must hold on the day', () => {
  const training = { training: 'patrol', passedOn: '2026-01-01', expiresOn: '2026-11-24' };
  const asked = { trainings: ['patrol', 'first_aid'] as ('patrol' | 'first_aid')[] };
  expect(codeOf({ trainings: [training] }, {}, asked)).toBe('CLAIM_TRAINING');
  const both = [training, { training: 'first_aid', passedOn: '2026-11-24', expiresOn: null }];
  expect(codeOf({ trainings: both }, {}, asked)).toBeNull();
  const expired = [{ ...training, expiresOn: '2026-11-23' }, ...both.slice(1)];
  expect(codeOf({ trainings: expired }, {}, asked)).toBe('CLAIM_TRAINING');
  const notYet = [training, { training: 'first_aid', passedOn: '2026-11-25', expiresOn: null }];
  expect(codeOf({ trainings: notYet }, {}, asked)).toBe('CLAIM_TRAINING');
});

test('a pause holds for its division and all below, until it ends', () => {
  const pause = (divisionCode: string, endsAt = at('2026-12-01T00:00:00Z')) => ({
    pauses: [{ divisionCode, endsAt }],
  });
  expect(codeOf(pause('350602'))).toBe('CLAIM_PAUSED');
  expect(codeOf(pause('350602002002'))).toBe('CLAIM_PAUSED');
  expect(codeOf(pause('350602002003'))).toBeNull();
  expect(codeOf(pause('350602002002001'))).toBeNull();
  expect(codeOf(pause('350602', now))).toBeNull();
});

test('overlaps are half-open', () => {
  const held = (from: string, to: string) => ({
    held: [{ shiftId: 9, startsAt: at(`2026-11-24T${from}Z`), endsAt: at(`2026-11-24T${to}Z`) }],
  });
  expect(codeOf(held('00:00:00', '01:00:00'))).toBeNull();
  expect(codeOf(held('03:00:00', '05:00:00'))).toBeNull();
  expect(codeOf(held('00:00:00', '01:00:00.001'))).toBe('CLAIM_OVERLAP');
  expect(codeOf(held('02:59:59.999', '05:00:00'))).toBe('CLAIM_OVERLAP');
  expect(codeOf(held('00:00:00', '05:00:00'))).toBe('CLAIM_OVERLAP');
});

test('risk must be accepted where there is one, units and homes where they are asked for', () => {
  const risky = { task: { ...shift.task, hasRisk: true } };
  expect(codeOf({}, risky)).toBe('CLAIM_RISK');
  expect(codeOf({}, risky, {}, true)).toBeNull();
  expect(codeOf({ unitId: 3 }, {}, { unitIds: [3, 4] })).toBeNull();
  expect(codeOf({ unitId: 5 }, {}, { unitIds: [3, 4] })).toBe('CLAIM_UNIT');
  expect(codeOf({ communityCode: '350602002002' }, {}, { residentsOnly: true })).toBeNull();
  expect(codeOf({ communityCode: '350602002003' }, {}, { residentsOnly: true })).toBe('CLAIM_RESIDENTS');
});

test('who is no volunteer, or waits for a guardian, is told that first', () => {
  expect(codeOf(null)).toBe('VOLUNTEER_REQUIRED');
  expect(codeOf({ status: 'left' })).toBe('VOLUNTEER_REQUIRED');
  expect(codeOf({ status: 'awaiting_guardian', birthDay: '2020-01-01' })).toBe('VOLUNTEER_GUARDIAN');
});

test('free places belong first to whoever waits', () => {
  expect(placesFor({ capacity: 5, claimed: 3, waiting: 0 })).toBe(2);
  expect(placesFor({ capacity: 5, claimed: 3, waiting: 2 })).toBe(0);
});
