import { focusManager } from '@tanstack/react-query';
import { useSession } from '@/lib/session';
import { leftBehind, tellOngoing, useOngoing } from './ongoing';
import { deviceStore } from './recorder/device-store';
import { listed } from './recorder/stored';

/**
 * Goes on with what the last run of the app left, whichever page is opened: an unfinished patrol is recorded on, points
 * that wait are delivered. To be called when the app is launched; looks again whenever the app comes back or somebody
 * signs in.
 */
export function keepPatrols(): void {
  focusManager.subscribe((focused) => {
    if (focused) resume();
  });
  useSession.subscribe(({ tokens }, before) => {
    if (tokens !== null && before.tokens === null) resume();
  });
  resume();
}

function resume(): void {
  // Whose patrol it is, only the server knows: it is asked in somebody's name.
  if (useOngoing.getState().isKept || useSession.getState().tokens === null) return;
  tellOngoing(leftBehind(deviceStore), false);
  if (listed(deviceStore).length === 0) return;
  // In a browser its code is fetched only now; WeChat has it in the main package and runs it only now.
  import('./keeper').then(
    ({ keeper }) => keeper.wakeInTurn(),
    // No network: again when the app comes back. The patrol page loads it, too.
    () => undefined,
  );
}
