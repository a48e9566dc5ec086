/** A patrol's route: how much of it a walk covered and which of its checkpoints it reached. Lengths are metres. */
import {
  distanceMetres,
  distanceToSegment,
  lengthMetres,
  planeAround,
  type Place,
  type PlanePoint,
} from './geo.js';

export interface Checkpoint extends Place {
  /** Counts from 1 in the order of the walk. */
  no: number;
  name: string;
  radiusMetres: number;
  /** How long one stays there; 0 when passing is enough. */
  dwellSeconds: number;
}

export interface PatrolRoute {
  line: readonly Place[];
  checkpoints: readonly Checkpoint[];
}

/** A fix of the walk: a place at an instant (epoch milliseconds). */
export interface Fix extends Place {
  at: number;
}

/** What became of a checkpoint. */
export interface CheckpointVisit {
  no: number;
  name: string;
  reached: boolean;
  at: number | null;
  dwellSeconds: number | null;
  method: 'track' | 'qr' | null;
  /** False when a checkpoint with a lower number was reached later. */
  inOrder: boolean;
}

/** A walk this near to the route has covered it. */
export const ROUTE_BUFFER_METRES = 25;
const SAMPLE_METRES = 5;
const CELL_METRES = 100;

/** Share (0…1) of the route's length that lies within the buffer of the walk's legs. */
export function routeCoverage(line: readonly Place[], walk: readonly (readonly Place[])[]): number {
  const origin = line[0];
  if (origin === undefined || line.length < 2) return 0;
  const plane = planeAround(origin);
  const near = nearnessIndex(walk.map((segment) => segment.map(plane)));
  const places = line.map(plane);
  let covered = 0;
  let total = 0;
  for (let index = 1; index < places.length; index += 1) {
    const [a, b] = [places[index - 1] as PlanePoint, places[index] as PlanePoint];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    // Each sample stands for an equal stretch of its leg.
    const samples = Math.max(1, Math.round(length / SAMPLE_METRES));
    for (let sample = 0; sample < samples; sample += 1) {
      const share = (sample + 0.5) / samples;
      const point = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
      total += length / samples;
      if (near(point)) covered += length / samples;
    }
  }
  return total === 0 ? 0 : covered / total;
}

type Leg = readonly [PlanePoint, PlanePoint];

/** Tells whether a point lies within the buffer of any leg; legs are filed by the cells they may be near to. */
function nearnessIndex(walk: readonly (readonly PlanePoint[])[]): (point: PlanePoint) => boolean {
  const cells = new Map<string, Leg[]>();
  const cell = (metres: number): number => Math.floor(metres / CELL_METRES);
  const legs = walk.flatMap((segment): Leg[] => {
    const only = segment[0];
    if (segment.length === 1 && only !== undefined) return [[only, only]];
    return segment.slice(1).map((point, index): Leg => [segment[index] as PlanePoint, point]);
  });
  for (const [a, b] of legs) {
    const reach = ROUTE_BUFFER_METRES;
    for (let x = cell(Math.min(a.x, b.x) - reach); x <= cell(Math.max(a.x, b.x) + reach); x += 1) {
      for (let y = cell(Math.min(a.y, b.y) - reach); y <= cell(Math.max(a.y, b.y) + reach); y += 1) {
        const key = `${x}|${y}`;
        const filed = cells.get(key);
        if (filed === undefined) cells.set(key, [[a, b]]);
        else filed.push([a, b]);
      }
    }
  }
  return (point) =>
    cells
      .get(`${cell(point.x)}|${cell(point.y)}`)
      ?.some(([a, b]) => distanceToSegment(point, a, b) <= ROUTE_BUFFER_METRES) ?? false;
}

/**
 * Visits of the checkpoints: by the walk (inside the radius for the dwell, or passing through it where none is asked),
 * or by a code that was scanned there (`scanned`: number → instant), which stands beside a lost track.
 */
export function checkpointVisits(
  checkpoints: readonly Checkpoint[],
  walk: readonly (readonly Fix[])[],
  scanned: ReadonlyMap<number, number> = new Map(),
): CheckpointVisit[] {
  let latest = -Infinity;
  return [...checkpoints]
    .sort((a, b) => a.no - b.no)
    .map((checkpoint) => {
      const walked = visitOf(checkpoint, walk);
      const scannedAt = scanned.get(checkpoint.no) ?? null;
      const at = scannedAt ?? walked?.at ?? null;
      const inOrder = at === null || at >= latest;
      if (at !== null) latest = Math.max(latest, at);
      return {
        no: checkpoint.no,
        name: checkpoint.name,
        reached: at !== null,
        at,
        dwellSeconds: walked?.dwellSeconds ?? null,
        method: at === null ? null : scannedAt === null ? 'track' : 'qr',
        inOrder,
      };
    });
}

/** The first stay inside the radius that is long enough. */
function visitOf(
  checkpoint: Checkpoint,
  walk: readonly (readonly Fix[])[],
): { at: number; dwellSeconds: number } | null {
  const plane = planeAround(checkpoint);
  const centre = { x: 0, y: 0 };
  for (const segment of walk) {
    let since: number | null = null;
    let last: Fix | null = null;
    for (const fix of segment) {
      const inside = distanceMetres(checkpoint, fix) <= checkpoint.radiusMetres;
      if (inside) {
        since ??= fix.at;
        const dwellSeconds = (fix.at - since) / 1000;
        if (dwellSeconds >= checkpoint.dwellSeconds) {
          return { at: since, dwellSeconds: stayOf(checkpoint, segment, since) };
        }
      } else {
        since = null;
        const passed =
          checkpoint.dwellSeconds === 0 &&
          last !== null &&
          distanceToSegment(centre, plane(last), plane(fix)) <= checkpoint.radiusMetres;
        if (passed) return { at: fix.at, dwellSeconds: 0 };
      }
      last = fix;
    }
  }
  return null;
}

/** Seconds from `since` to the last fix before the radius is left. */
function stayOf(checkpoint: Checkpoint, segment: readonly Fix[], since: number): number {
  let until = since;
  for (const fix of segment) {
    if (fix.at < since) continue;
    if (distanceMetres(checkpoint, fix) > checkpoint.radiusMetres) break;
    until = fix.at;
  }
  return (until - since) / 1000;
}

/** Metres of the route's line. */
export function routeLength(route: PatrolRoute): number {
  return lengthMetres(route.line);
}
