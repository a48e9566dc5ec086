import Taro from '@tarojs/taro';
import type { StreamFix } from './position-signal';

type Watch = typeof import('./position').watchPosition;
// As each platform has it: plain resolution in these tests finds the browser's only.
const { watchPosition: inBrowser } = jest.requireActual<{ watchPosition: Watch }>('./position.h5.ts');
const { watchPosition: inWeapp } = jest.requireActual<{ watchPosition: Watch }>('./position.ts');

const PLACE = { latitude: 24.51, longitude: 117.65, accuracy: 9, altitude: 3, speed: 1 };

function follow(watch: Watch): { fixes: StreamFix[]; troubles: unknown[]; stop: () => void } {
  const fixes: StreamFix[] = [];
  const troubles: unknown[] = [];
  const stop = watch({
    onFix: (fix) => void fixes.push(fix),
    onTrouble: (trouble) => void troubles.push(trouble),
  });
  return { fixes, troubles, stop };
}

/** Lets answers that are there already arrive. */
const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(0);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('a browser that refuses the position and then allows it', () => {
  /** A watch that failed stays silent, also once the permission is given. */
  class Browser {
    allowed = false;
    watches = new Map<number, PositionCallback>();
    begun = 0;
    readonly permission = Object.assign(new EventTarget(), { state: 'denied' });

    watchPosition = (found: PositionCallback, failed: PositionErrorCallback): number => {
      this.begun += 1;
      if (this.allowed) this.watches.set(this.begun, found);
      else queueMicrotask(() => failed({ code: 1 } as GeolocationPositionError));
      return this.begun;
    };
    clearWatch = (id: number): void => void this.watches.delete(id);

    allow(): void {
      this.allowed = true;
      this.permission.state = 'granted';
      this.permission.dispatchEvent(new Event('change'));
    }
    walk(): void {
      const position = { coords: PLACE, timestamp: Date.now() } as unknown as GeolocationPosition;
      for (const found of this.watches.values()) found(position);
    }
  }

  function browser(tells: boolean): Browser {
    const one = new Browser();
    const permissions = tells ? { query: () => Promise.resolve(one.permission) } : undefined;
    Object.defineProperty(navigator, 'geolocation', { value: one, configurable: true });
    Object.defineProperty(navigator, 'permissions', { value: permissions, configurable: true });
    return one;
  }

  it('follows at once where the browser tells of the permission', async () => {
    const one = browser(true);
    const { fixes, troubles, stop } = follow(inBrowser);
    await settle();
    expect(troubles).toEqual(['refused']);
    one.allow();
    one.walk();
    one.walk();
    expect(fixes).toHaveLength(2);
    expect(troubles.at(-1)).toBeNull();
    expect(one.watches.size).toBe(1);
    stop();
    one.permission.dispatchEvent(new Event('change'));
    expect(one.watches.size).toBe(0);
  });

  it('follows with the next asking where it does not', async () => {
    const one = browser(false);
    const { fixes, stop } = follow(inBrowser);
    await settle();
    one.allow();
    await jest.advanceTimersByTimeAsync(25_000);
    one.walk();
    one.walk();
    expect(fixes).toHaveLength(2);
    stop();
    expect(one.watches.size).toBe(0);
  });
});

describe('WeChat that refuses the position and then allows it', () => {
  it('follows the stream again, and asks no longer', async () => {
    let allowed = false;
    let moved: ((found: typeof PLACE) => void) | undefined;
    const start = jest.fn((option: { success: () => void; fail: () => void }) =>
      allowed ? option.success() : option.fail(),
    );
    const asked = jest.fn(() =>
      allowed
        ? Promise.resolve(PLACE)
        : Promise.reject(Object.assign(new Error('refused'), { errMsg: 'getLocation:fail auth deny' })),
    );
    Object.assign(Taro, {
      onLocationChange: (listener: typeof moved) => void (moved = listener),
      offLocationChange: () => void (moved = undefined),
      startLocationUpdateBackground: start,
      startLocationUpdate: start,
      stopLocationUpdate: jest.fn(),
      getLocation: asked,
    });
    const { fixes, troubles, stop } = follow(inWeapp);
    await settle();
    expect(troubles).toEqual(['refused']);

    allowed = true;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(troubles.at(-1)).toBeNull();
    expect(fixes).toHaveLength(1);
    const calls = asked.mock.calls.length;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveBeenCalledTimes(calls);
    moved?.(PLACE);
    expect(fixes).toHaveLength(2);
    stop();
    await settle();
    expect(moved).toBeUndefined();
  });

  it('goes on asking where there is no stream at all', async () => {
    const asked = jest.fn(() => Promise.resolve(PLACE));
    Object.assign(Taro, {
      onLocationChange: jest.fn(),
      offLocationChange: jest.fn(),
      startLocationUpdateBackground: undefined,
      startLocationUpdate: undefined,
      stopLocationUpdate: jest.fn(),
      getLocation: asked,
    });
    const { fixes, stop } = follow(inWeapp);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(fixes.length).toBeGreaterThanOrEqual(3);
    stop();
    await jest.advanceTimersByTimeAsync(30_000);
    expect(asked.mock.calls.length).toBeLessThanOrEqual(5);
  });
});
