import type { CoordinateSystem } from '@jiefang/shared/geo';
import { known, type PositionListener, type StreamFix } from './position-signal';

/** What a browser's positions are in. */
export const POSITION_SYSTEM: CoordinateSystem = 'WGS-84';
/** After this long a silent browser is asked anew: some say nothing while one stands still. */
const SILENT_MS = 20_000;
const PATIENCE_MS = 20_000;
/** A fix older than this says nothing about now; one off by more than an hour comes from a clock that is wrong. */
const STALE_MS = 60_000;
const WRONG_CLOCK_MS = 3_600_000;

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
    const now = Date.now();
    const fix = fixOf(position, now);
    if (stopped || now - fix.at > STALE_MS) return;
    heardAt = now;
    onTrouble(null);
    onFix(fix);
  };
  const failed = ({ code }: GeolocationPositionError): void => {
    if (!stopped) onTrouble(code === REFUSED ? 'refused' : 'unavailable');
  };
  const watch = (): number =>
    navigator.geolocation.watchPosition(found, failed, {
      enableHighAccuracy: true,
      maximumAge: 0,
      timeout: PATIENCE_MS,
    });
  let watching = watch();
  const restart = (): void => {
    heardAt = Date.now();
    navigator.geolocation.clearWatch(watching);
    watching = watch();
  };
  // A refused watch stays silent when the permission is given later: it is begun anew at once where the browser tells of
  // it, elsewhere with the next asking.
  const stopListening = onAllowed(restart);
  const asking = setInterval(() => {
    if (Date.now() - heardAt >= SILENT_MS) restart();
  }, SILENT_MS / 4);
  return () => {
    stopped = true;
    stopListening();
    clearInterval(asking);
    navigator.geolocation.clearWatch(watching);
  };
}

/** Runs `act` whenever the person allows the position, until the returned function is called. */
function onAllowed(act: () => void): () => void {
  let stopped = false;
  let permission: PermissionStatus | null = null;
  const changed = (): void => {
    if (permission?.state === 'granted') act();
  };
  // Safari before 16 has no `permissions`.
  (navigator.permissions as Permissions | undefined)?.query({ name: 'geolocation' }).then(
    (status) => {
      if (stopped) return;
      permission = status;
      status.addEventListener('change', changed);
    },
    () => undefined,
  );
  return () => {
    stopped = true;
    permission?.removeEventListener('change', changed);
  };
}

/** A browser's settings cannot be opened by a page. */
export async function openPositionSettings(): Promise<void> {}

export const hasPositionSettings = false;

/** Some receivers give the satellite's time, some a wrong one: then the fix is of now. */
function fixOf({ coords, timestamp }: GeolocationPosition, now: number): StreamFix {
  const { latitude, longitude, accuracy, altitude, speed } = coords;
  const age = now - timestamp;
  return {
    at: age >= 0 && age <= WRONG_CLOCK_MS ? timestamp : now,
    latitude,
    longitude,
    accuracy: known(accuracy),
    altitude,
    speed: known(speed),
  };
}
