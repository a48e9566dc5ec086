import type { TaskShift } from '../../api/types';
import { barState, firstShift } from './bar-state';

const NOW = new Date('2026-11-22T11:00:00Z');
const shift = (over: Partial<TaskShift> = {}): TaskShift => ({
  id: 's1',
  startsAt: '2026-11-22T12:00:00Z',
  endsAt: '2026-11-22T13:30:00Z',
  opensAt: '2026-11-20T00:00:00Z',
  closesAt: '2026-11-22T12:00:00Z',
  capacity: 8,
  placesLeft: 2,
  waiting: 0,
  status: 'open',
  claimable: { allowed: true, refusal: null },
  canWait: false,
  mine: null,
  ...over,
});
const refused = (code: string): TaskShift['claimable'] => ({
  allowed: false,
  refusal: { code, message: '', rule: null, next: null },
});
const mine = (over: object): TaskShift['mine'] => ({
  claimId: null,
  status: null,
  waitId: null,
  waitPosition: null,
  ...over,
});

test('a stranger signs in first, and nothing is offered without a shift', () => {
  expect(barState(shift(), false, NOW)).toEqual({ kind: 'login' });
  expect(barState(null, true, NOW)).toEqual({ kind: 'none' });
});

test('a place already held leads to it; one let go can be taken again', () => {
  expect(barState(shift({ mine: mine({ claimId: 'c1', status: 'claimed' }) }), true, NOW)).toEqual({
    kind: 'mine',
    claimId: 'c1',
  });
  expect(barState(shift({ mine: mine({ claimId: 'c1', status: 'released' }) }), true, NOW)).toEqual({
    kind: 'claim',
  });
});

test('a full shift offers the queue, and says where one stands in it', () => {
  const full = { placesLeft: 0, claimable: refused('CLAIM_FULL') };
  expect(barState(shift({ ...full, canWait: true }), true, NOW)).toEqual({ kind: 'wait' });
  expect(barState(shift(full), true, NOW)).toEqual({ kind: 'refused', code: 'CLAIM_FULL' });
  expect(barState(shift({ ...full, mine: mine({ waitId: 'w', waitPosition: 3 }) }), true, NOW)).toEqual({
    kind: 'waiting',
    position: 3,
  });
});

test('the button is there the moment claiming opens, though the page was read before', () => {
  const opensAt = '2026-11-22T11:00:30Z';
  const early = shift({ opensAt, claimable: refused('CLAIM_NOT_OPEN') });
  expect(barState(early, true, NOW)).toEqual({ kind: 'not_open', opensAt });
  expect(barState(early, true, new Date(opensAt))).toEqual({ kind: 'claim' });
});

test('starts with the shift asked for, else with the first one that can be taken', () => {
  const full = shift({ id: 'full', claimable: refused('CLAIM_FULL') });
  const open = shift({ id: 'open' });
  expect(firstShift([full, open], 'full')).toBe('full');
  expect(firstShift([full, open], undefined)).toBe('open');
  expect(firstShift([full], 'gone')).toBe('full');
  expect(firstShift([], undefined)).toBeNull();
});
