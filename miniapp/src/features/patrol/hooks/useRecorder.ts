import { useEffect, useSyncExternalStore } from 'react';
import type { PositionTrouble } from '@/lib/position-signal';
import { keeper } from '../keeper';
import type { Recorder, Recording } from '../recorder/recorder';

/** The recorder of a claim's patrol on this phone, if it has one; what an earlier run left is found again. */
export function useRecorder(claimId: string): Recorder | null {
  useEffect(() => keeper.wake(), []);
  return useSyncExternalStore(keeper.subscribe, () => keeper.ofClaim(claimId));
}

/** Whether another tab of this browser has taken the patrols over. */
export function useResting(): boolean {
  return useSyncExternalStore(keeper.subscribe, () => keeper.isResting);
}

/** What a recorder shows, followed. */
export function useRecording(recorder: Recorder): Recording {
  return useSyncExternalStore(recorder.subscribe, recorder.snapshot);
}

/** Why the position does not come as it should. */
export function usePositionTrouble(): PositionTrouble | null {
  return useSyncExternalStore(keeper.subscribe, () => keeper.positionTrouble);
}
