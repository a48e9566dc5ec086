import {
  guardianToken,
  guardianTokenEnd,
  idNumberFault,
  joiningStatus,
  maskIdNumber,
  volunteerActions,
} from './volunteer-rules.js';

const TODAY = '2026-11-23';

test('fifteen may join with a guardian, eighteen without, on the birthday itself', () => {
  expect(joiningStatus('2011-11-24', TODAY)).toBeNull();
  expect(joiningStatus('2011-11-23', TODAY)).toBe('awaiting_guardian');
  expect(joiningStatus('2008-11-24', TODAY)).toBe('awaiting_guardian');
  expect(joiningStatus('2008-11-23', TODAY)).toBe('active');
});

test('an identity number has a check digit and tells the birth day', () => {
  // The standard's own examples (GB 11643-1999).
  expect(idNumberFault('11010519491231002X', '1949-12-31')).toBeNull();
  expect(idNumberFault('440524188001010014', '1880-01-01')).toBeNull();
  expect(idNumberFault('110105194912310021', '1949-12-31')).toMatch(/不对/);
  expect(idNumberFault('11010519491231002X', '1949-12-30')).toMatch(/对不上/);
  for (const text of ['', '1101051949123100', '11010519491231002x', '１１０１０５１９４９１２３１００２X']) {
    expect(idNumberFault(text, '1949-12-31')).toMatch(/18 位/);
  }
  expect(maskIdNumber('11010519491231002X')).toBe('110***********002X');
});

test('a guardian link says itself until when it is good', () => {
  const end = new Date('2026-11-30T01:05:00Z');
  const token = guardianToken(Buffer.alloc(24, 7), end);
  expect(token).toMatch(/^[A-Za-z0-9_-]{32}\.[0-9a-z]+$/);
  expect(guardianTokenEnd(token)).toEqual(end);
  for (const other of ['', 'x', `${token}x.1`, token.replace('.', '-')])
    expect(guardianTokenEnd(other)).toBeNull();
});

test('what one may do depends on the status', () => {
  expect(volunteerActions('active')).toEqual(['edit', 'leave']);
  expect(volunteerActions('awaiting_guardian')).toContain('send_guardian_link');
  expect(volunteerActions('left')).toEqual([]);
});
