import type { Fix } from './fix';

const PATIENCE_MS = 10_000;
/** A position this old still says where one stands. */
const MAX_AGE_MS = 10_000;

/** The device's exact position; asked only after a tap. Rejects when it is refused or unknown. */
export function takeFix(): Promise<Fix> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) {
      reject(new Error('no geolocation'));
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve({ latitude, longitude, accuracy, coordinateSystem: 'WGS-84' }),
      reject,
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: MAX_AGE_MS },
    );
  });
}
