import Taro from '@tarojs/taro';
import type { CoordinateSystem } from '@jiefang/shared/geo';
import { known, type PositionListener, type StreamFix } from './position-signal';

/** What WeChat's positions are in; it is asked for explicitly. */
export const POSITION_SYSTEM: CoordinateSystem = 'GCJ-02';
const TYPE = 'gcj02';
/** Without a stream the position is asked for this often. */
const ASK_EVERY_MS = 10_000;

/**
 * Follows the phone's position until the returned function is called; in the background too where the person has allowed
 * that in WeChat's settings, otherwise while the app is on screen (`foreground_only`).
 */
export function watchPosition({ onFix, onTrouble }: PositionListener): () => void {
  let stopped = false;
  let asking: ReturnType<typeof setInterval> | undefined;
  /** Asking was in vain since the stream was last tried: once it succeeds, the stream may, too. */
  let failed = false;
  const changed = (found: Taro.onLocationChange.CallbackResult): void => {
    if (!stopped) onFix(fixOf(found));
  };
  const ask = async (): Promise<void> => {
    try {
      const found = await Taro.getLocation({
        type: TYPE,
        isHighAccuracy: true,
        highAccuracyExpireTime: 5_000,
      });
      if (stopped) return;
      onTrouble('foreground_only');
      onFix(fixOf(found));
      if (!failed) return;
      failed = false;
      await stream();
    } catch (error) {
      failed = true;
      if (!stopped) onTrouble(isRefusal(error) ? 'refused' : 'unavailable');
    }
  };
  /** Follows the stream, if there is one, and then asks no longer. */
  const stream = async (): Promise<boolean> => {
    const kind = await startUpdates();
    if (kind === null) return false;
    clearInterval(asking);
    if (stopped) Taro.stopLocationUpdate();
    else onTrouble(kind === 'background' ? null : 'foreground_only');
    return true;
  };
  const start = async (): Promise<void> => {
    // Before the start, which is followed by a first position.
    Taro.onLocationChange(changed);
    if ((await stream()) || stopped) return;
    asking = setInterval(() => void ask(), ASK_EVERY_MS);
    await ask();
  };
  const started = start().catch(() => onTrouble('unavailable'));
  return () => {
    stopped = true;
    clearInterval(asking);
    void started.then(() => {
      clearInterval(asking);
      Taro.offLocationChange(changed);
      Taro.stopLocationUpdate();
    });
  };
}

/** Opens WeChat's settings, where the location may be allowed (“使用小程序期间和离开小程序后”). */
export async function openPositionSettings(): Promise<void> {
  await Taro.openSetting().catch(() => undefined);
}

/** Whether there are settings to open. */
export const hasPositionSettings = true;

/** The best stream that this phone and its permissions give; null when there is none. */
async function startUpdates(): Promise<'background' | 'foreground' | null> {
  const begin = (start: ((option: Taro.startLocationUpdate.Option) => void) | undefined): Promise<boolean> =>
    new Promise((resolve) => {
      // An old WeChat does not have it.
      if (typeof start !== 'function') return resolve(false);
      // Taro makes it a promise as well, whose refusal the callback has told already.
      const answer: unknown = start({ type: TYPE, success: () => resolve(true), fail: () => resolve(false) });
      if (answer instanceof Promise) answer.catch(() => resolve(false));
    });
  if (await begin(Taro.startLocationUpdateBackground)) return 'background';
  return (await begin(Taro.startLocationUpdate)) ? 'foreground' : null;
}

/** WeChat's positions carry no time: they are of now. */
function fixOf(found: {
  latitude: number;
  longitude: number;
  accuracy: number;
  altitude: number;
  speed: number;
}): StreamFix {
  const { latitude, longitude, accuracy, altitude, speed } = found;
  return {
    at: Date.now(),
    latitude,
    longitude,
    accuracy: known(accuracy),
    altitude: Number.isFinite(altitude) ? altitude : null,
    speed: known(speed),
  };
}

function isRefusal(error: unknown): boolean {
  const { errMsg = '' } = (error ?? {}) as { errMsg?: string };
  return /auth|deny|denied|permission/i.test(errMsg);
}
