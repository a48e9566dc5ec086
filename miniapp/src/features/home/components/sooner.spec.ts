import type { BookingCard } from '@/lib/api/types';
import type { ClaimCard } from '@/lib/api/volunteering';
import { soonerOf } from './sooner';

const booking = (startsAt: string): BookingCard => ({ startsAt }) as BookingCard;
const claim = (startsAt: string): ClaimCard => ({ startsAt }) as ClaimCard;

test('the one that begins first is next', () => {
  expect(soonerOf(booking('2026-11-22T06:00:00Z'), claim('2026-11-22T05:00:00Z'))?.kind).toBe('claim');
  expect(soonerOf(booking('2026-11-22T04:00:00Z'), claim('2026-11-22T05:00:00Z'))?.kind).toBe('booking');
});

test('one of them alone is next, none leaves nothing', () => {
  expect(soonerOf(null, claim('2026-11-22T05:00:00Z'))?.kind).toBe('claim');
  expect(soonerOf(booking('2026-11-22T05:00:00Z'), null)?.kind).toBe('booking');
  expect(soonerOf(null, null)).toBeNull();
});
