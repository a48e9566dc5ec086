import { distanceMetres } from '@jiefang/shared/geo';
import { fitFrame, scaleBar } from './frame-of';

const SIZE = { width: 360, height: 260, padding: 36 };
const GATE = { latitude: 24.5108, longitude: 117.6471 };
const BRIDGE = { latitude: 24.5135, longitude: 117.6522 };

describe('the frame of a map', () => {
  it('shows every place inside the padding, north up, east to the right', () => {
    const frame = fitFrame([GATE, BRIDGE], SIZE);
    const [gate, bridge] = [frame.toPixels(GATE), frame.toPixels(BRIDGE)];
    for (const { x, y } of [gate, bridge]) {
      expect(x).toBeGreaterThanOrEqual(SIZE.padding - 1);
      expect(x).toBeLessThanOrEqual(SIZE.width - SIZE.padding + 1);
      expect(y).toBeGreaterThanOrEqual(SIZE.padding - 1);
      expect(y).toBeLessThanOrEqual(SIZE.height - SIZE.padding + 1);
    }
    expect(bridge.x).toBeGreaterThan(gate.x);
    expect(bridge.y).toBeLessThan(gate.y);
  });

  it('is to scale in both directions', () => {
    const frame = fitFrame([GATE, BRIDGE], SIZE);
    const [a, b] = [frame.toPixels(GATE), frame.toPixels(BRIDGE)];
    const drawn = Math.hypot(b.x - a.x, b.y - a.y) * frame.metresPerPixel;
    expect(Math.abs(drawn / distanceMetres(GATE, BRIDGE) - 1)).toBeLessThan(0.002);
  });

  it('finds the place under a pixel', () => {
    const frame = fitFrame([GATE, BRIDGE], SIZE);
    const { x, y } = frame.toPixels(BRIDGE);
    expect(distanceMetres(frame.toPlace(x, y), BRIDGE)).toBeLessThan(0.5);
  });

  it('gives a lone point its surroundings and none a map all the same', () => {
    expect(fitFrame([GATE], SIZE).metresPerPixel * (SIZE.width - 72)).toBeGreaterThanOrEqual(119);
    expect(fitFrame([], SIZE, GATE).centre).toEqual(GATE);
  });
});

describe('the scale bar', () => {
  it.each([
    [1, 100, 100, '100 米'],
    [1, 99, 50, '50 米'],
    [0.42, 120, 50, '50 米'],
    [7, 120, 500, '500 米'],
    [25, 120, 2000, '2 公里'],
  ])('is round: %p m a pixel, at most %p pixels', (metresPerPixel, room, metres, word) => {
    const bar = scaleBar(metresPerPixel, room);
    expect(bar).toMatchObject({ metres, word });
    expect(bar.pixels).toBeLessThanOrEqual(room);
    expect(bar.pixels * metresPerPixel).toBeCloseTo(metres, 6);
  });
});
