import { toGcj02, type Place } from '@jiefang/shared/geo';

const PATIENCE_MS = 8_000;

/** Where the device is, in GCJ-02; asked only after a tap. Rejects when it is refused or unknown. */
export function locate(): Promise<Place> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) {
      reject(new Error('no geolocation'));
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(toGcj02({ latitude: coords.latitude, longitude: coords.longitude })),
      reject,
      { timeout: PATIENCE_MS, maximumAge: 300_000 },
    );
  });
}
