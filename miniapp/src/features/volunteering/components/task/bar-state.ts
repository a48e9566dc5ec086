import type { TaskShift } from '../../api/types';

/** What the bar at the foot of a task's page offers for the chosen shift. */
export type BarState =
  | { kind: 'login' }
  | { kind: 'none' }
  | { kind: 'mine'; claimId: string }
  | { kind: 'waiting'; position: number | null }
  | { kind: 'not_open'; opensAt: string }
  | { kind: 'claim' }
  | { kind: 'wait' }
  | { kind: 'refused'; code: string };

/**
 * The bar's state, from what the server says about the shift. When claiming has just opened by the phone's clock, the
 * button is there at once and the server decides.
 */
export function barState(shift: TaskShift | null, signedIn: boolean, now: Date): BarState {
  if (shift === null) return { kind: 'none' };
  if (!signedIn) return { kind: 'login' };
  const { mine, claimable, canWait } = shift;
  if (mine !== null && mine.claimId !== null && holds(mine.status)) {
    return { kind: 'mine', claimId: mine.claimId };
  }
  if (mine !== null && mine.waitId !== null) return { kind: 'waiting', position: mine.waitPosition };
  if (claimable.allowed) return { kind: 'claim' };
  const code = claimable.refusal?.code ?? '';
  if (code === 'CLAIM_NOT_OPEN') {
    const opened = Date.parse(shift.opensAt) <= now.getTime();
    return opened ? { kind: 'claim' } : { kind: 'not_open', opensAt: shift.opensAt };
  }
  return canWait ? { kind: 'wait' } : { kind: 'refused', code };
}

/** A place that was let go can be taken again. */
function holds(status: NonNullable<TaskShift['mine']>['status']): boolean {
  return status !== 'released' && status !== 'abandoned';
}

/** The shift to start with: the one asked for, else the first that can be taken, else the first. */
export function firstShift(shifts: readonly TaskShift[], asked: string | undefined): string | null {
  const found =
    shifts.find((shift) => shift.id === asked) ??
    shifts.find((shift) => shift.claimable.allowed) ??
    shifts.find((shift) => shift.canWait) ??
    shifts[0];
  return found?.id ?? null;
}
