import { distanceMetres, type Place } from '@jiefang/shared/geo';
import type { StoredRoute } from '../../volunteering/tasks/task-rows.js';
import type { RawPoint } from '../../volunteering/patrols/track-chunks.js';
import type { Random } from '../random.js';

/** A recorded patrol. `gap`: the receiver was silent for a while; `noisy`: some fixes are bad, one leaps away. */
export interface Walk {
  route: StoredRoute;
  startedAt: Date;
  finishedAt: Date;
  quality: 'good' | 'paused' | 'gap' | 'noisy';
}

/** A place at an instant (epoch milliseconds). */
interface Stop extends Place {
  at: number;
}

const SPEED = 1.05;
const METRES_OF_A_DEGREE = 111_195;
/** How far fixes stray, and how much of the last straying the next one keeps. */
const STRAY_METRES = 1.6;
const STRAY_KEPT = 0.8;

/**
 * The fixes of a walk, one every six to nine seconds: along the route as often as the time allows, standing at each
 * checkpoint. `pause` is left out.
 */
export function fixesOf(walk: Walk, pause: { from: number; to: number } | null, random: Random): RawPoint[] {
  const stops = stopsOf(walk);
  const [from, to] = [walk.startedAt.getTime(), walk.finishedAt.getTime()];
  const silent =
    walk.quality === 'gap' ? { from: from + (to - from) * 0.35, to: from + (to - from) * 0.65 } : null;
  const points: RawPoint[] = [];
  let [north, east] = [0, 0];
  let leg = 0;
  for (let at = from + 4000; at < to; at += random.int(6000, 9000)) {
    if (isWithin(at, pause) || isWithin(at, silent)) continue;
    while (leg < stops.length - 2 && (stops[leg + 1] as Stop).at <= at) leg += 1;
    const place = between(stops[leg] as Stop, stops[leg + 1] as Stop, at);
    north = north * STRAY_KEPT + (random.next() - 0.5) * 2 * STRAY_METRES;
    east = east * STRAY_KEPT + (random.next() - 0.5) * 2 * STRAY_METRES;
    const bad = walk.quality === 'noisy' && random.chance(0.12);
    points.push({
      at,
      latitude: place.latitude + (north + (bad ? 40 : 0)) / METRES_OF_A_DEGREE,
      longitude: place.longitude + (east + (bad ? 55 : 0)) / (METRES_OF_A_DEGREE * 0.91),
      accuracy: bad ? random.int(80, 150) : random.int(4, 16),
      altitude: 12 + random.int(0, 30) / 10,
      speed: null,
    });
  }
  const middle = points[Math.floor(points.length / 2)];
  // One leap of two kilometres, as receivers make between tall houses.
  if (walk.quality === 'noisy' && middle !== undefined) middle.latitude += 0.018;
  return points;
}

/** Where the walker is when: corners on the way, and twice at each checkpoint that is stood at. */
function stopsOf({ route, startedAt, finishedAt }: Walk): Stop[] {
  const [from, to] = [startedAt.getTime(), finishedAt.getTime()];
  const rounds = Math.max(1, Math.floor((((to - from) / 1000) * 0.6) / (route.lengthMetres / SPEED)));
  const corners = Array.from({ length: rounds }, (_, round) => cornersOf(route, round)).flat();
  const walking = (corners.reduce((sum, place, i) => sum + legBefore(corners, i, place), 0) / SPEED) * 1000;
  const standing = corners.filter((place) => isCheckpoint(route, place)).length;
  const stay = Math.max(0, to - from - walking) / Math.max(1, standing);
  // A walk that is too long for its time goes faster.
  const pace = Math.min(1, (to - from) / walking);
  const stops: Stop[] = [];
  let at = from;
  for (const [index, place] of corners.entries()) {
    at += (legBefore(corners, index, place) / SPEED) * 1000 * pace;
    stops.push({ ...place, at });
    if (isCheckpoint(route, place)) {
      at += stay;
      stops.push({ ...place, at });
    }
  }
  return [...stops, { ...(corners.at(-1) as Place), at: to }];
}

/** The line of a round: a closed one again, an open one back. A corner that the round before ended at is left out. */
function cornersOf({ line }: StoredRoute, round: number): Place[] {
  const [first, last] = [line[0] as Place, line.at(-1) as Place];
  const closed = distanceMetres(first, last) < 1;
  const way = closed || round % 2 === 0 ? line : [...line].reverse();
  return round === 0 ? [...way] : way.slice(1);
}

function legBefore(corners: readonly Place[], index: number, place: Place): number {
  const before = corners[index - 1];
  return before === undefined ? 0 : distanceMetres(before, place);
}

function isCheckpoint({ checkpoints }: StoredRoute, place: Place): boolean {
  return checkpoints.some((one) => one.latitude === place.latitude && one.longitude === place.longitude);
}

function between(a: Stop, b: Stop, at: number): Place {
  const share = b.at <= a.at ? 1 : Math.min(1, Math.max(0, (at - a.at) / (b.at - a.at)));
  return {
    latitude: a.latitude + (b.latitude - a.latitude) * share,
    longitude: a.longitude + (b.longitude - a.longitude) * share,
  };
}

function isWithin(at: number, span: { from: number; to: number } | null): boolean {
  return span !== null && at >= span.from && at <= span.to;
}
