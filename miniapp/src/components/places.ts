import type { Places } from '@/lib/api/volunteering';
import type { Tone } from './Tag';

interface Counts {
  placesLeft: number;
  capacity: number;
  waiting: number;
}

/** How many can still come, in words and tone: 还剩 2 / 8 个名额, 满了 · 3 人候补. */
export function placesWord({ placesLeft, capacity, waiting }: Counts): { word: string; tone: Tone } {
  if (placesLeft > 0) return { word: `还剩 ${placesLeft} / ${capacity} 个名额`, tone: 'free' };
  return { word: waiting > 0 ? `满了 · ${waiting} 人候补` : '名额满了', tone: 'plain' };
}

/** 350 米, 1.2 公里. */
export function distanceWord(metres: number): string {
  return metres < 1000 ? `${Math.round(metres / 10) * 10} 米` : `${(metres / 1000).toFixed(1)} 公里`;
}

/** These shifts with the places told since. */
export function withPlaces<Shift extends Pick<Counts, 'placesLeft' | 'waiting'>>(
  shifts: readonly Shift[],
  idOf: (shift: Shift) => string,
  told: readonly Places[] | undefined,
): Shift[] {
  const fresh = new Map(told?.map((places) => [places.id, places]));
  return shifts.map((shift) => {
    const places = fresh.get(idOf(shift));
    return places === undefined
      ? shift
      : { ...shift, placesLeft: places.placesLeft, waiting: places.waiting };
  });
}
