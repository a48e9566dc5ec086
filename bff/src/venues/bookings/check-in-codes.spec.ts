import { createSecretKey } from 'node:crypto';
import { CheckInCodes } from './check-in-codes.js';

const codes = new CheckInCodes(createSecretKey(Buffer.alloc(32, 7)));
const subject = { bookingId: 42, venueId: 7 };
const NOW = new Date('2026-11-24T01:00:10Z');
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

function scanned(at = NOW, of = subject) {
  const read = codes.read(codes.issue(of, 'publicId1', at).qr);
  if (read === null) throw new Error('unreadable');
  return read;
}

describe('check-in codes', () => {
  it('rotate every thirty seconds and say until when they are shown', () => {
    const first = codes.issue(subject, 'publicId1', NOW);
    expect(codes.issue(subject, 'publicId1', later(19))).toEqual(first);
    expect(codes.issue(subject, 'publicId1', later(20)).qr).not.toBe(first.qr);
    expect(first.expiresAt.toISOString()).toBe('2026-11-24T01:00:30.000Z');
  });

  it('are good in their own step and the next', () => {
    expect(codes.check(scanned(), subject, NOW)).toBe('good');
    expect(codes.check(scanned(), subject, later(49))).toBe('good');
    expect(codes.check(scanned(), subject, later(50))).toBe('expired');
    expect(codes.check(scanned(later(30)), subject, NOW)).toBe('expired');
  });

  it('belong to one booking, one venue, one step and one key', () => {
    expect(codes.check(scanned(), { ...subject, bookingId: 43 }, NOW)).toBe('forged');
    expect(codes.check(scanned(), { ...subject, venueId: 8 }, NOW)).toBe('forged');
    expect(codes.check({ ...scanned(), step: scanned().step + 1 }, subject, NOW)).toBe('forged');
    const other = new CheckInCodes(createSecretKey(Buffer.alloc(32, 8)));
    expect(other.check(scanned(), subject, NOW)).toBe('forged');
    // The numbers cannot be moved across the border between the two fields.
    expect(codes.check(scanned(NOW, { bookingId: 4, venueId: 27 }), { bookingId: 42, venueId: 7 }, NOW)).toBe(
      'forged',
    );
  });

  it.each([
    '',
    'JF1',
    'JF1.a.b.c',
    'JF2.publicId1.abc.AAAAAAAAAAAAAAAA',
    'JF1.publicId1.ABC.AAAAAAAAAAAAAAAA',
    'x'.repeat(1000),
  ])('are not read from %j', (text) => {
    expect(codes.read(text)).toBeNull();
  });

  it('have six digits that hold for the step and two after it', () => {
    const { manualCode } = codes.issue(subject, 'publicId1', NOW);
    expect(manualCode).toMatch(/^\d{6}$/);
    expect(codes.matchesDigits(manualCode, subject, later(79))).toBe(true);
    expect(codes.matchesDigits(manualCode, subject, later(80))).toBe(false);
    expect(codes.matchesDigits(manualCode, { ...subject, bookingId: 43 }, NOW)).toBe(false);
  });
});
