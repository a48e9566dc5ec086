interface Point {
  latitude: number;
  longitude: number;
}

/** Krasovsky 1940 ellipsoid, on which GCJ-02 is defined: semi-major axis in metres and eccentricity squared. */
const AXIS = 6_378_245;
const ECCENTRICITY = 0.006_693_421_622_965_943;

/** WGS-84 (browsers) to GCJ-02 (Chinese maps, the BFF); unchanged outside China, where the two agree. */
export function toGcj02({ latitude, longitude }: Point): Point {
  if (longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271) {
    return { latitude, longitude };
  }
  const x = longitude - 105;
  const y = latitude - 35;
  const radians = (latitude / 180) * Math.PI;
  const magic = 1 - ECCENTRICITY * Math.sin(radians) ** 2;
  const root = Math.sqrt(magic);
  const north = (shiftNorth(x, y) * 180) / (((AXIS * (1 - ECCENTRICITY)) / (magic * root)) * Math.PI);
  const east = (shiftEast(x, y) * 180) / ((AXIS / root) * Math.cos(radians) * Math.PI);
  return { latitude: latitude + north, longitude: longitude + east };
}

const wave = (value: number, ...parts: [amplitude: number, divisor: number][]): number =>
  (parts.reduce((sum, [amplitude, divisor]) => sum + amplitude * Math.sin((value / divisor) * Math.PI), 0) *
    2) /
  3;

function shiftNorth(x: number, y: number): number {
  const base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  return base + wave(x, [20, 1 / 6], [20, 1 / 2]) + wave(y, [20, 1], [40, 3]) + wave(y, [160, 12], [320, 30]);
}

function shiftEast(x: number, y: number): number {
  const base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  return base + wave(x, [20, 1 / 6], [20, 1 / 2]) + wave(x, [20, 1], [40, 3]) + wave(x, [150, 12], [300, 30]);
}
