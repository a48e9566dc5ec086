import { toGcj02 } from './gcj02';

test('shifts a known place by the known amount', () => {
  // Tian'anmen: 39.907500, 116.391300 in WGS-84 is 39.908904, 116.397543 in GCJ-02 by the published transform.
  const { latitude, longitude } = toGcj02({ latitude: 39.9075, longitude: 116.3913 });
  expect(latitude).toBeCloseTo(39.9089, 3);
  expect(longitude).toBeCloseTo(116.3975, 3);
});

test('leaves the rest of the world alone', () => {
  expect(toGcj02({ latitude: 51.5, longitude: -0.12 })).toEqual({ latitude: 51.5, longitude: -0.12 });
});
