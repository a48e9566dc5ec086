import fc from 'fast-check';
import { distanceMetres } from '@jiefang/shared/geo';
import { boxAround, cellsOf } from './task-cells.js';

test('the cells around a place hold every place within the radius', () => {
  const micro = (low: number, high: number) =>
    fc.integer({ min: low * 1e6, max: high * 1e6 }).map((value) => value / 1e6);
  fc.assert(
    fc.property(
      micro(18, 53),
      micro(74, 134),
      micro(-1, 1),
      micro(-1, 1),
      (latitude, longitude, north, east) => {
        const centre = { latitude, longitude };
        const radius = 6_000;
        const other = { latitude: latitude + north * 0.06, longitude: longitude + east * 0.09 };
        const stored = {
          latitude: Math.round(other.latitude * 1e6) / 1e6,
          longitude: Math.round(other.longitude * 1e6) / 1e6,
        };
        if (distanceMetres(centre, stored) > radius) return;
        // As the database counts, in whole millionths.
        const cell =
          Math.floor(Math.round(stored.latitude * 1e6) / 1e4) * 100_000 +
          Math.floor(Math.round(stored.longitude * 1e6) / 1e4);
        expect(cellsOf(boxAround(centre, radius))).toContain(cell);
      },
    ),
  );
});
