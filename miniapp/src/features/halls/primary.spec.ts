import { primaryOf } from './primary';

const reader = { signedIn: true, verified: true };
const mine = { initiator: false, endorsed: false, canVote: true, voted: false };

test('the one action is the most pressing one the server allows', () => {
  const of = (actions: Parameters<typeof primaryOf>[0]['actions'], status: 'voting' | 'endorsing') =>
    primaryOf({ actions, status, mine }, reader);
  expect(of(['speak', 'vote', 'report'], 'voting')).toEqual({ kind: 'act', action: 'vote' });
  expect(of(['speak', 'endorse'], 'endorsing')).toEqual({ kind: 'act', action: 'endorse' });
  expect(of(['edit', 'speak'], 'endorsing')).toEqual({ kind: 'act', action: 'speak' });
});

test('writing on is the action of a draft, and of one that was returned', () => {
  expect(primaryOf({ actions: ['edit', 'submit', 'withdraw'], status: 'returned', mine }, reader)).toEqual({
    kind: 'act',
    action: 'edit',
  });
});

test('who may not act yet is shown the way: signing in, then being verified; what is over asks for nothing', () => {
  const open = { actions: [], status: 'endorsing' as const, mine: null };
  expect(primaryOf(open, { signedIn: false, verified: undefined }).kind).toBe('login');
  expect(primaryOf(open, { signedIn: true, verified: false }).kind).toBe('residency');
  expect(primaryOf({ ...open, status: 'archived' }, { signedIn: false, verified: undefined }).kind).toBe(
    'none',
  );
});

test('who has voted may look at it again', () => {
  expect(
    primaryOf({ actions: ['vote'], status: 'voting', mine: { ...mine, voted: true } }, reader).kind,
  ).toBe('voted');
});
