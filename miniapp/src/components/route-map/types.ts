import type { Place } from '@jiefang/shared/geo';

/** A checkpoint on a map; `reached` is null where nobody has walked yet (a plan). */
export interface MapCheckpoint extends Place {
  /** Counts from 1 in the order of the walk. */
  no: number;
  name: string;
  reached: boolean | null;
}

/** Someone on a live map. */
interface MapPerson extends Place {
  key: string;
  /** Short name beside the mark. */
  word: string;
  /** Nothing was heard of them for a while: drawn hollow, and said. */
  stale: boolean;
}

/**
 * What a map of a patrol shows. All places are GCJ-02. Everything may be empty; the map fits itself around what there is
 * and draws to scale, north up. It needs no network on H5; on weapp it is WeChat's own map.
 */
export interface RouteMapProps {
  /** What the map is of, e.g. 巡防路线; the spoken description follows it. */
  label: string;
  /** The planned way. */
  route?: readonly Place[] | null;
  /** The way that was walked; the lines are not joined. */
  segments?: readonly (readonly Place[])[];
  /** Fixes that do not count. */
  aside?: readonly Place[];
  checkpoints?: readonly MapCheckpoint[];
  /** Where the reader is (or the replay's moment); `accuracy` in metres draws a ring. */
  position?: (Place & { accuracy?: number | null }) | null;
  people?: readonly MapPerson[];
  /** Someone of `people` was tapped; without it they are not tappable. */
  onPerson?: (key: string) => void;
  /** Explains the marks below the map; true by default. */
  legend?: boolean;
  testId?: string;
}

/** A checkpoint as a task keeps it. */
interface PickedCheckpoint extends Place {
  no: number;
  name: string;
  radiusMetres: number;
  dwellSeconds: number;
}

/** A route that is being drawn. */
export interface PickedRoute {
  line: Place[];
  checkpoints: PickedCheckpoint[];
}

/**
 * Draws a route: taps on the map add points or checkpoints, a chosen one is moved by tapping its new place, and every
 * point can be typed as numbers. Controlled: `onChange` gets the whole route, checkpoints numbered from 1.
 */
export interface RoutePickerProps {
  /** The task's place, GCJ-02; the map begins around it. */
  centre: Place;
  value: PickedRoute;
  onChange: (route: PickedRoute) => void;
}

/** As many as a task takes (POST /staff/divisions/:code/tasks). */
export const MAX_ROUTE_POINTS = 500;
export const MAX_CHECKPOINTS = 30;
/** What a new checkpoint begins with: near enough is reached, passing is enough. */
export const NEW_CHECKPOINT = { radiusMetres: 40, dwellSeconds: 0 };
