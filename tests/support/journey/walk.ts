import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readGpx } from '@jiefang/bff/volunteering/patrols/gpx';
import { routeOf } from '@jiefang/bff/volunteering/tasks/task-rules';
import type { StoredRoute } from '@jiefang/bff/volunteering/tasks/task-rows';
import type { Place } from '@jiefang/shared/geo';

/** One place of a walk (GCJ-02), and the seconds it took to get there from the one before. */
export interface Stride {
  place: Place;
  seconds: number;
}

/** A real walk of 296 fixes; see the README beside it. */
const FILE = path.join(__dirname, '../tracks/cerknicko-jezero.gpx');
/** A stretch of it without long rests: some four hundred metres in seven minutes. */
const [FIRST, LAST] = [57, 95];
/** Every so many fixes the planned route has a corner; the walk strays from it as people do. */
const CORNER_EVERY = 6;
const CHECKPOINT_RADIUS = 30;

/** A walk as a satellite receiver once recorded it, begun at another place of the earth: shapes, pace and jitter are real. */
export function recordedWalk(start: Place): Stride[] {
  const fixes = readGpx(readFileSync(FILE, 'utf8'))
    .segments.flat()
    .slice(FIRST, LAST + 1);
  const origin = fixes[0];
  if (origin === undefined) throw new Error('The recorded walk is gone');
  const narrower = cosine(origin.latitude) / cosine(start.latitude);
  return fixes.map(({ latitude, longitude, at }, index) => ({
    place: {
      latitude: start.latitude + latitude - origin.latitude,
      longitude: start.longitude + (longitude - origin.longitude) * narrower,
    },
    seconds: index === 0 ? 0 : ((at ?? 0) - (fixes[index - 1]?.at ?? 0)) / 1000,
  }));
}

/** The route somebody would have drawn for the walk: its corners, and checkpoints at the start, halfway and at the end. */
export function routeAlong(walk: readonly Stride[]): StoredRoute {
  const line = walk
    .filter((_, index) => index % CORNER_EVERY === 0 || index === walk.length - 1)
    .map(({ place }) => place);
  const stations: [string, Place | undefined][] = [
    ['古城门', line[0]],
    ['中山桥', line[Math.floor(line.length / 2)]],
    ['文庙', line.at(-1)],
  ];
  return routeOf({
    line,
    checkpoints: stations.map(([name, place], index) => {
      if (place === undefined) throw new Error('A walk of no steps has no route');
      return { no: index + 1, name, ...place, radiusMetres: CHECKPOINT_RADIUS, dwellSeconds: 0 };
    }),
  });
}

function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}
