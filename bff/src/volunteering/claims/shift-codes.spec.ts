import { createSecretKey } from 'node:crypto';
import { encodeId } from '../../common/ids/public-id.js';
import { ShiftCodes } from './shift-codes.js';

const codes = new ShiftCodes(createSecretKey(Buffer.alloc(32, 7)));
const now = new Date('2026-11-24T01:00:10Z');
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const shift = { shiftId: 42, checkpoint: null };

test('a code is good while it is shown and one step longer', () => {
  const { qr, expiresAt } = codes.issue(shift, now);
  expect(expiresAt).toEqual(new Date('2026-11-24T01:00:30Z'));
  expect(qr).toContain(encodeId('shift', 42));
  expect(codes.check(qr, shift, now)).toBe('good');
  expect(codes.check(` ${qr}\n`, shift, later(49))).toBe('good');
  expect(codes.check(qr, shift, later(50))).toBe('expired');
  // A phone whose clock runs ahead cannot have seen tomorrow's code.
  expect(codes.check(qr, shift, later(-60))).toBe('expired');
});

test('digits that are read out are good a step longer', () => {
  const { manualCode } = codes.issue(shift, now);
  expect(manualCode).toMatch(/^\d{6}$/);
  expect(codes.check(manualCode, shift, later(60))).toBe('good');
  expect(codes.check(manualCode, shift, later(120))).toBe('forged');
  expect(codes.check(manualCode, { shiftId: 43, checkpoint: null }, now)).toBe('forged');
});

test('a code is bound to its shift and its checkpoint', () => {
  const { qr } = codes.issue({ shiftId: 42, checkpoint: 2 }, now);
  expect(codes.check(qr, { shiftId: 42, checkpoint: 2 }, now)).toBe('good');
  expect(codes.check(qr, { shiftId: 42, checkpoint: 3 }, now)).toBe('forged');
  expect(codes.check(qr, shift, now)).toBe('forged');
  expect(codes.check(qr, { shiftId: 7, checkpoint: 2 }, now)).toBe('forged');
  const renamed = qr.replace(encodeId('shift', 42), encodeId('shift', 7)).replace('.2.', '.1.');
  expect(codes.check(renamed, { shiftId: 7, checkpoint: 1 }, now)).toBe('forged');
});

test.each([
  '',
  'JFV1',
  'JFV1.a.b.c.d',
  'JF1.aaaaaaaa.1.aaaaaaaaaaaaaaaa',
  '12345',
  '1234567',
  '１２３４５６',
])('%p is no code', (text) => {
  expect(codes.check(text, shift, now)).toBe('forged');
});
