import type { PatrolFacts, Step, TextStore } from './types';

/** Where the patrols of this phone are listed. */
export const INDEX = 'jf.patrols';

/** Ids of the patrols of which this phone still holds something. */
export function listed(store: TextStore): string[] {
  const text = store.read(INDEX);
  return text === null || text === '' ? [] : text.split(',');
}

/** What is written beside the points of a patrol. */
export interface Head {
  facts: PatrolFacts;
  /** All numbers up to this one were delivered. */
  acked: number;
  /** The greatest number that was ever offered to the server: what lies above may be numbered anew. */
  offered: number;
  /** The number of the next point. */
  next: number;
  /** Points left out because the phone was full. */
  thinned: number;
  /** Metres walked, as the phone counts. */
  metres: number;
  steps: Step[];
  /** Another phone has recorded meanwhile: what waits needs new numbers before it is delivered. */
  foreign: boolean;
  /** When something was recorded last, epoch milliseconds. */
  touchedAt: number;
}

export const headKey = (id: string): string => `jf.patrol.${id}`;

export function readHead(text: string | null): Head | null {
  if (text === null) return null;
  try {
    const head = JSON.parse(text) as Partial<Head>;
    return typeof head.next === 'number' && head.facts !== undefined ? (head as Head) : null;
  } catch {
    return null;
  }
}
