import type { CoordinateSystem } from '@jiefang/shared/geo';
import { known, type PositionListener, type StreamFix } from './position-signal';

/** What a browser's positions are in. */
export const POSITION_SYSTEM: CoordinateSystem = 'WGS-84';
/** A browser may say nothing while one stands still; then it is asked, so that standing is known too. */
const ASK_EVERY_MS = 10_000;
const PATIENCE_MS = 20_000;

const REFUSED = 1;

/** Follows the device's position until the returned function is called. A browser does so only while it is awake. */
export function watchPosition({ onFix, onTrouble }: PositionListener): () => void {
  if (!('geolocation' in navigator)) {
    onTrouble('unavailable');
    return () => undefined;
  }
  let stopped = false;
  let heardAt = Date.now();
  const found = (position: GeolocationPosition): void => {
    if (stopped) return;
    heardAt = Date.now();
    onTrouble(null);
    onFix(fixOf(position, heardAt));
  };
  const failed = ({ code }: GeolocationPositionError): void => {
    if (!stopped) onTrouble(code === REFUSED ? 'refused' : 'unavailable');
  };
  const exactly: PositionOptions = { enableHighAccuracy: true, maximumAge: 0, timeout: PATIENCE_MS };
  const watch = navigator.geolocation.watchPosition(found, failed, exactly);
  const asking = setInterval(() => {
    if (Date.now() - heardAt < ASK_EVERY_MS) return;
    // Its refusals say what the watch has said.
    navigator.geolocation.getCurrentPosition(found, () => undefined, exactly);
  }, ASK_EVERY_MS / 2);
  return () => {
    stopped = true;
    clearInterval(asking);
    navigator.geolocation.clearWatch(watch);
  };
}

/** A browser's settings cannot be opened by a page. */
export async function openPositionSettings(): Promise<void> {}

export const hasPositionSettings = false;

/** Some receivers give the satellite's time, some a wrong one: a fix is never of the future nor of long ago. */
function fixOf({ coords, timestamp }: GeolocationPosition, now: number): StreamFix {
  const { latitude, longitude, accuracy, altitude, speed } = coords;
  const age = now - timestamp;
  return {
    at: age >= 0 && age <= 30_000 ? timestamp : now,
    latitude,
    longitude,
    accuracy: known(accuracy),
    altitude,
    speed: known(speed),
  };
}
