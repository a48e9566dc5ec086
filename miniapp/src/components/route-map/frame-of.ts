import { boundsOf, planeAround, type Place } from '@jiefang/shared/geo';

/** A window onto the ground: north is up, one scale in both directions. */
export interface GroundFrame {
  width: number;
  height: number;
  metresPerPixel: number;
  centre: Place;
  /** Pixels from the upper left corner. */
  toPixels: (place: Place) => { x: number; y: number };
  toPlace: (x: number, y: number) => Place;
}

/** Nothing is drawn larger than this: a lone point gets its surroundings. */
const MIN_SPAN_METRES = 120;
const METRES_PER_DEGREE = 111_195;

/** The frame that shows all `places` with `padding` pixels around; around `fallback` when there are none. */
export function fitFrame(
  places: readonly Place[],
  size: { width: number; height: number; padding: number },
  fallback: Place = { latitude: 0, longitude: 0 },
): GroundFrame {
  const box = boundsOf(places);
  const centre =
    box === null ? fallback : { latitude: (box.south + box.north) / 2, longitude: (box.west + box.east) / 2 };
  const plane = planeAround(centre);
  const corner = box === null ? { x: 0, y: 0 } : plane({ latitude: box.north, longitude: box.east });
  const inner = { width: size.width - 2 * size.padding, height: size.height - 2 * size.padding };
  const metresPerPixel = Math.max(
    Math.max(2 * corner.x, MIN_SPAN_METRES) / Math.max(1, inner.width),
    Math.max(2 * corner.y, MIN_SPAN_METRES) / Math.max(1, inner.height),
  );
  return frameAround(centre, metresPerPixel, size);
}

/** The frame around a centre at a given scale. */
export function frameAround(
  centre: Place,
  metresPerPixel: number,
  { width, height }: { width: number; height: number },
): GroundFrame {
  const plane = planeAround(centre);
  const east = METRES_PER_DEGREE * Math.cos((centre.latitude * Math.PI) / 180);
  return {
    width,
    height,
    metresPerPixel,
    centre,
    toPixels: (place) => {
      const { x, y } = plane(place);
      return { x: width / 2 + x / metresPerPixel, y: height / 2 - y / metresPerPixel };
    },
    toPlace: (x, y) => ({
      latitude: centre.latitude + ((height / 2 - y) * metresPerPixel) / METRES_PER_DEGREE,
      longitude: centre.longitude + ((x - width / 2) * metresPerPixel) / east,
    }),
  };
}

/** A bar of a round length that is at most `maxPixels` long: 50 米, 2 公里. */
export function scaleBar(
  metresPerPixel: number,
  maxPixels: number,
): { metres: number; pixels: number; word: string } {
  const room = metresPerPixel * maxPixels;
  const power = 10 ** Math.floor(Math.log10(room));
  const metres = ([5, 2, 1].find((step) => step * power <= room) ?? 1) * power;
  const word = metres >= 1000 ? `${metres / 1000} 公里` : `${metres} 米`;
  return { metres, pixels: metres / metresPerPixel, word };
}
