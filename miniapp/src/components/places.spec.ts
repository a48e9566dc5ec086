import type { ShiftCard } from '@/lib/api/volunteering';
import { distanceWord, placesWord, withPlaces } from './places';

test('says how many can still come, and who waits', () => {
  expect(placesWord({ placesLeft: 2, capacity: 8, waiting: 0 })).toEqual({
    word: '还剩 2 / 8 个名额',
    tone: 'free',
  });
  expect(placesWord({ placesLeft: 0, capacity: 8, waiting: 0 }).word).toBe('名额满了');
  expect(placesWord({ placesLeft: 0, capacity: 8, waiting: 3 }).word).toBe('满了 · 3 人候补');
});

test('says distances as people do', () => {
  expect(distanceWord(347)).toBe('350 米');
  expect(distanceWord(1240)).toBe('1.2 公里');
});

test('takes over the places told since and leaves the other shifts alone', () => {
  const shift = (shiftId: string): ShiftCard =>
    ({ shiftId, placesLeft: 5, waiting: 0, capacity: 8 }) as ShiftCard;
  const [first, second] = withPlaces([shift('a'), shift('b')], (one) => one.shiftId, [
    { id: 'b', placesLeft: 0, waiting: 2 },
  ]);
  expect(first?.placesLeft).toBe(5);
  expect(second).toMatchObject({ shiftId: 'b', placesLeft: 0, waiting: 2, capacity: 8 });
});
