import { create } from 'zustand';
import { afterSteps } from './recorder/facts';
import { headKey, listed, readHead } from './recorder/stored';
import type { Standing, TextStore } from './recorder/types';

/** A patrol of this phone that was not finished. */
export interface Ongoing {
  claimId: string;
  standing: Standing;
}

interface Known {
  patrol: Ongoing | null;
  /** The keeper tells it; until then it is what was written down. */
  isKept: boolean;
}

/**
 * What the rest of the app knows of the patrols on this phone. Light on purpose: the first pages show it, the recorder is
 * loaded only when there is something to record or to deliver.
 */
export const useOngoing = create<Known>(() => ({ patrol: null, isKept: false }));

export function tellOngoing(patrol: Ongoing | null, isKept: boolean): void {
  const known = useOngoing.getState();
  const isSame =
    known.isKept === isKept &&
    known.patrol?.claimId === patrol?.claimId &&
    known.patrol?.standing === patrol?.standing;
  if (!isSame) useOngoing.setState({ patrol, isKept });
}

/** The patrol that an earlier run of the app left unfinished, from what it wrote down. */
export function leftBehind(store: TextStore): Ongoing | null {
  for (const id of listed(store)) {
    const head = readHead(store.read(headKey(id)));
    if (head === null || head.foreign) continue;
    const { claimId, status } = afterSteps(head.facts, head.steps);
    if (status !== 'finished') return { claimId, standing: status === 'paused' ? 'paused' : 'stopped' };
  }
  return null;
}
