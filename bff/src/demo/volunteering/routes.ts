import type { Place } from '@jiefang/shared/geo';
import { routeOf } from '../../volunteering/tasks/task-rules.js';
import type { StoredRoute } from '../../volunteering/tasks/task-rows.js';

/** A corner of a route; one with a name is a checkpoint as well. */
type Corner = [latitude: number, longitude: number, name?: string];

const RADIUS_METRES = 35;
const DWELL_SECONDS = 60;

/** Checkpoints are corners of the line, numbered in the order of the walk. GCJ-02. */
function route(corners: readonly Corner[]): StoredRoute {
  const line: Place[] = corners.map(([latitude, longitude]) => ({ latitude, longitude }));
  const named = corners.filter((corner) => corner[2] !== undefined);
  return routeOf({
    line,
    checkpoints: named.map(([latitude, longitude, name = ''], index) => ({
      no: index + 1,
      name,
      latitude,
      longitude,
      radiusMetres: RADIUS_METRES,
      dwellSeconds: DWELL_SECONDS,
    })),
  });
}

/** A round through the old town of 漳州, a good kilometre. */
export const OLD_TOWN_ROUTE = route([
  [24.513, 117.655, '延安北路口岗亭'],
  [24.5124, 117.6549],
  [24.51165, 117.6548, '台湾路口'],
  [24.51158, 117.65395],
  [24.5115, 117.6531, '香港路石牌坊'],
  [24.5107, 117.653],
  [24.50985, 117.65292],
  [24.50978, 117.6538, '文庙前'],
  [24.5097, 117.6547],
  [24.5106, 117.65505],
  [24.51165, 117.6556, '新华西路口'],
  [24.5124, 117.65545],
  [24.513, 117.655],
]);

/** Along the river from 旧桥头 and back. */
export const RIVERSIDE_ROUTE = route([
  [24.5068, 117.6503, '旧桥头停车场'],
  [24.50655, 117.6515],
  [24.5064, 117.6527, '亲水平台'],
  [24.50628, 117.6539],
  [24.5062, 117.655, '新桥下'],
]);

/** The streets around the school at 大桥头. */
export const SCHOOL_ROUTE = route([
  [24.5092, 117.6557, '大桥头站'],
  [24.50995, 117.6558],
  [24.5107, 117.65592, '学校北门'],
  [24.51062, 117.6569],
  [24.51052, 117.6578, '新华南路口'],
  [24.5098, 117.65768],
  [24.50912, 117.65755],
  [24.5092, 117.6557],
]);
