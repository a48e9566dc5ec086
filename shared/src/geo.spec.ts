import fc from 'fast-check';
import {
  convert,
  distanceMetres,
  distanceToSegment,
  lengthMetres,
  planeAround,
  toGcj02,
  toWgs84,
} from './geo.js';

const inChina = fc.record({
  latitude: fc.double({ min: 18, max: 53, noNaN: true }),
  longitude: fc.double({ min: 74, max: 134, noNaN: true }),
});

test('shifts a known place by the known amount', () => {
  // Tian'anmen: 39.907500, 116.391300 in WGS-84 is 39.908904, 116.397543 in GCJ-02 by the published transform.
  const { latitude, longitude } = toGcj02({ latitude: 39.9075, longitude: 116.3913 });
  expect(latitude).toBeCloseTo(39.9089, 3);
  expect(longitude).toBeCloseTo(116.3975, 3);
});

test('leaves the rest of the world alone', () => {
  const london = { latitude: 51.5, longitude: -0.12 };
  expect(toGcj02(london)).toEqual(london);
  expect(toWgs84(london)).toEqual(london);
});

test('comes back within a millimetre from anywhere in China, both ways round', () => {
  fc.assert(
    fc.property(inChina, (place) => {
      expect(distanceMetres(place, toWgs84(toGcj02(place)))).toBeLessThan(0.001);
      expect(distanceMetres(place, toGcj02(toWgs84(place)))).toBeLessThan(0.001);
    }),
    { numRuns: 500 },
  );
});

test('shifts by 50 to 1,000 metres inside China: a label must never be guessed', () => {
  fc.assert(
    fc.property(inChina, (place) => {
      const shift = distanceMetres(place, convert(place, 'WGS-84', 'GCJ-02'));
      expect(shift).toBeGreaterThan(10);
      expect(shift).toBeLessThan(1500);
    }),
  );
  expect(convert({ latitude: 24.5, longitude: 117.6 }, 'GCJ-02', 'GCJ-02')).toEqual({
    latitude: 24.5,
    longitude: 117.6,
  });
});

test('measures along the great circle', () => {
  // One degree of a meridian of the mean sphere.
  expect(distanceMetres({ latitude: 24, longitude: 117 }, { latitude: 25, longitude: 117 })).toBeCloseTo(
    111_195,
    0,
  );
  expect(lengthMetres([])).toBe(0);
  expect(lengthMetres([{ latitude: 24, longitude: 117 }])).toBe(0);
});

test('lays a neighbourhood flat and measures to its lines', () => {
  const plane = planeAround({ latitude: 24.5, longitude: 117.65 });
  const { x, y } = plane({ latitude: 24.501, longitude: 117.651 });
  expect(Math.hypot(x, y)).toBeCloseTo(
    distanceMetres({ latitude: 24.5, longitude: 117.65 }, { latitude: 24.501, longitude: 117.651 }),
    1,
  );
  expect(distanceToSegment({ x: 5, y: 3 }, { x: 0, y: 0 }, { x: 10, y: 0 })).toBe(3);
  expect(distanceToSegment({ x: -4, y: 3 }, { x: 0, y: 0 }, { x: 10, y: 0 })).toBe(5);
  expect(distanceToSegment({ x: 3, y: 4 }, { x: 0, y: 0 }, { x: 0, y: 0 })).toBe(5);
});
