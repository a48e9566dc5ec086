/** Places on the ground: coordinate systems, distances in metres, lines. Degrees everywhere. */
import gcoord from 'gcoord';

/** What is used of the package; its own types differ between ways of resolving modules, the object does not. */
interface Transformer {
  transform(place: [number, number], from: string, to: string): [number, number];
  WGS84: string;
  GCJ02: string;
}
const { transform, WGS84, GCJ02 } = gcoord as unknown as Transformer;

/** A place in degrees. Which system it is in is said by whoever hands it over; the product's own places are GCJ-02. */
export interface Place {
  latitude: number;
  longitude: number;
}

/** GCJ-02: Chinese maps and WeChat. WGS-84: satellites, browsers, GPX. */
export const COORDINATE_SYSTEMS = ['GCJ-02', 'WGS-84'] as const;
export type CoordinateSystem = (typeof COORDINATE_SYSTEMS)[number];

/** Mean radius of the earth in metres (IUGG). */
const EARTH_RADIUS = 6_371_008.8;
const RADIANS = Math.PI / 180;
/** Rounds of the inverse; each brings the error down about a thousandfold, from 0.2 m. */
const INVERSE_ROUNDS = 3;

/** True for numbers that are a place on earth. */
export function isPlace({ latitude, longitude }: Place): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

/** WGS-84 to GCJ-02; unchanged outside China, where the two agree. */
export function toGcj02({ latitude, longitude }: Place): Place {
  const [east, north] = transform([longitude, latitude], WGS84, GCJ02);
  return { latitude: north, longitude: east };
}

/**
 * GCJ-02 to WGS-84. The system has no closed inverse: the library's guess is improved until going forth again gives the
 * place that was asked for (a round trip stays below a millimetre).
 */
export function toWgs84(place: Place): Place {
  const [east, north] = transform([place.longitude, place.latitude], GCJ02, WGS84);
  let guess: Place = { latitude: north, longitude: east };
  for (let round = 0; round < INVERSE_ROUNDS; round += 1) {
    const forth = toGcj02(guess);
    guess = {
      latitude: guess.latitude + place.latitude - forth.latitude,
      longitude: guess.longitude + place.longitude - forth.longitude,
    };
  }
  return guess;
}

/** A place in another system. */
export function convert(place: Place, from: CoordinateSystem, to: CoordinateSystem): Place {
  if (from === to) return place;
  return to === 'GCJ-02' ? toGcj02(place) : toWgs84(place);
}

/** Metres between two places along the great circle (haversine); heights are not counted. */
export function distanceMetres(a: Place, b: Place): number {
  const north = Math.sin(((b.latitude - a.latitude) * RADIANS) / 2);
  const east = Math.sin(((b.longitude - a.longitude) * RADIANS) / 2);
  const h = north * north + Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * east * east;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Length of a line in metres; 0 for fewer than two places. */
export function lengthMetres(line: readonly Place[]): number {
  let sum = 0;
  for (let index = 1; index < line.length; index += 1) {
    sum += distanceMetres(line[index - 1] as Place, line[index] as Place);
  }
  return sum;
}

/** A point on a plane in metres. */
export interface PlanePoint {
  x: number;
  y: number;
}

/** A flat map around `origin`, exact to a thousandth within some ten kilometres: x metres east, y metres north. */
export function planeAround(origin: Place): (place: Place) => PlanePoint {
  const scale = EARTH_RADIUS * RADIANS;
  const east = scale * Math.cos(origin.latitude * RADIANS);
  return ({ latitude, longitude }) => ({
    x: (longitude - origin.longitude) * east,
    y: (latitude - origin.latitude) * scale,
  });
}

/** Metres from `point` to the nearest point of the segment from `a` to `b`. */
export function distanceToSegment(point: PlanePoint, a: PlanePoint, b: PlanePoint): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / squared;
  const nearest = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - a.x - nearest * dx, point.y - a.y - nearest * dy);
}

/** The box that holds all places, or null when there are none. */
export function boundsOf(
  places: readonly Place[],
): { south: number; west: number; north: number; east: number } | null {
  const first = places[0];
  if (first === undefined) return null;
  const box = { south: first.latitude, west: first.longitude, north: first.latitude, east: first.longitude };
  for (const { latitude, longitude } of places) {
    box.south = Math.min(box.south, latitude);
    box.north = Math.max(box.north, latitude);
    box.west = Math.min(box.west, longitude);
    box.east = Math.max(box.east, longitude);
  }
  return box;
}
