import { isPlace, type Place } from '@jiefang/shared/geo';
import { MAX_CHECKPOINTS, MAX_ROUTE_POINTS, NEW_CHECKPOINT, type PickedRoute } from './types';

/** What of a route is meant: a point of its line, or a checkpoint (by index). */
export interface Chosen {
  kind: 'line' | 'checkpoint';
  index: number;
}

/** Five places behind the point are a metre and finer than any finger. */
const DIGITS = 6;

/** A place as it is kept: rounded to a tenth of a metre. */
export function tidy({ latitude, longitude }: Place): Place {
  return { latitude: Number(latitude.toFixed(DIGITS)), longitude: Number(longitude.toFixed(DIGITS)) };
}

/** The route with a place at the end of its line, or as its next checkpoint; unchanged when it is full. */
export function addPlace(route: PickedRoute, kind: Chosen['kind'], place: Place, name?: string): PickedRoute {
  if (kind === 'line') {
    if (route.line.length >= MAX_ROUTE_POINTS) return route;
    return { ...route, line: [...route.line, tidy(place)] };
  }
  const no = route.checkpoints.length + 1;
  if (no > MAX_CHECKPOINTS) return route;
  const checkpoint = { no, name: name ?? `打卡点 ${no}`, ...tidy(place), ...NEW_CHECKPOINT };
  return { ...route, checkpoints: [...route.checkpoints, checkpoint] };
}

/** The route with one of its places changed. */
export function changeChosen(
  route: PickedRoute,
  { kind, index }: Chosen,
  change: Partial<PickedRoute['checkpoints'][number]>,
): PickedRoute {
  return kind === 'line'
    ? { ...route, line: route.line.map((one, at) => (at === index ? { ...one, ...change } : one)) }
    : {
        ...route,
        checkpoints: route.checkpoints.map((one, at) => (at === index ? { ...one, ...change } : one)),
      };
}

/** The route without one of its places; checkpoints keep counting from 1. */
export function removeChosen(route: PickedRoute, { kind, index }: Chosen): PickedRoute {
  if (kind === 'line') return { ...route, line: route.line.filter((_, at) => at !== index) };
  const checkpoints = route.checkpoints
    .filter((_, at) => at !== index)
    .map((one, at) => ({ ...one, no: at + 1 }));
  return { ...route, checkpoints };
}

/** A checkpoint one place earlier (-1) or later (1) in the order of the walk. */
export function moveCheckpoint(route: PickedRoute, index: number, step: -1 | 1): PickedRoute {
  const to = index + step;
  const moved = route.checkpoints[index];
  if (moved === undefined || to < 0 || to >= route.checkpoints.length) return route;
  const rest = route.checkpoints.filter((_, at) => at !== index);
  const checkpoints = [...rest.slice(0, to), moved, ...rest.slice(to)];
  return { ...route, checkpoints: checkpoints.map((one, at) => ({ ...one, no: at + 1 })) };
}

/** A number typed as degrees; null when it is none. */
export function degrees(text: string, limit: 90 | 180): number | null {
  const value = text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) && Math.abs(value) <= limit ? value : null;
}

/**
 * Reads pasted lines “latitude,longitude[,name]”: a line with a name is a checkpoint (and a point of the line). Any
 * separator of comma, blank or tab; lines that cannot be read are counted.
 */
export function readPasted(text: string, route: PickedRoute): { route: PickedRoute; unread: number } {
  let unread = 0;
  let grown = route;
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [first = '', second = '', ...rest] = line.trim().split(/[\s,，、]+/);
    const [latitude, longitude] = [degrees(first, 90), degrees(second, 180)];
    if (latitude === null || longitude === null || !isPlace({ latitude, longitude })) {
      unread += 1;
      continue;
    }
    const name = rest.join(' ').trim();
    grown = addPlace(grown, 'line', { latitude, longitude });
    if (name !== '') grown = addPlace(grown, 'checkpoint', { latitude, longitude }, name.slice(0, 40));
  }
  return { route: grown, unread };
}
