import { residencyActions, residencyDeskActions, rosterDecides, rosterHint } from './residency-rules.js';

const [chen, lin, phone, other] = ['chen', 'lin', 'phone', 'other'].map((text) => Buffer.from(text)) as [
  Buffer,
  Buffer,
  Buffer,
  Buffer,
];
const household = [
  { nameHash: chen, phoneHash: phone },
  { nameHash: lin, phoneHash: null },
];

describe('rosterDecides', () => {
  it('wants name and phone of one and the same member', () => {
    expect(rosterDecides(household, { nameHash: chen, phoneHash: phone })).toBe(true);
    expect(rosterDecides(household, { nameHash: lin, phoneHash: phone })).toBe(false);
    expect(rosterDecides(household, { nameHash: chen, phoneHash: other })).toBe(false);
  });

  it('never takes a missing phone for an equal one', () => {
    expect(rosterDecides(household, { nameHash: lin, phoneHash: null })).toBe(false);
    expect(rosterDecides([], { nameHash: chen, phoneHash: phone })).toBe(false);
  });
});

describe('rosterHint', () => {
  it.each([
    [null, { nameHash: chen, phoneHash: phone }, 'no_household'],
    [household, { nameHash: chen, phoneHash: null }, 'match_name'],
    [household, { nameHash: other, phoneHash: phone }, 'match_phone'],
    [household, { nameHash: other, phoneHash: null }, 'none'],
  ])('%#', (members, claimant, hint) => expect(rosterHint(members, claimant)).toBe(hint));
});

it('a pending claim can be withdrawn, an approved residency ended, nothing else', () => {
  expect(residencyActions('pending')).toEqual(['withdraw']);
  expect(residencyActions('approved')).toEqual(['end']);
  expect(residencyActions('rejected')).toEqual([]);
  expect(residencyActions('ended')).toEqual([]);
});

test('staff decide what waits, and never about themselves', () => {
  expect(residencyDeskActions('pending', false)).toEqual(['approve', 'reject']);
  expect(residencyDeskActions('pending', true)).toEqual([]);
  for (const status of ['approved', 'rejected', 'ended'] as const) {
    expect(residencyDeskActions(status, false)).toEqual([]);
  }
});
