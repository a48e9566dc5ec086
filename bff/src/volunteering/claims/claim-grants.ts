import type { Claimant, ClaimShift } from './claim-judge.js';
import { count, type Writes } from './claim-writes.js';

/** Gives a place to somebody whom every rule allows it. */
export function grant(
  id: number,
  claimant: Claimant,
  shift: ClaimShift,
  channel: 'app' | 'waitlist',
  writes: Writes,
): void {
  const { id: shiftId, startsAt, endsAt, task } = shift;
  shift.claimed += 1;
  claimant.held.push({ shiftId, startsAt, endsAt });
  count(writes.claimed, shiftId, 1);
  writes.people.add(claimant.personId);
  writes.claims.push({
    id,
    shiftId,
    taskId: task.id,
    divisionCode: task.divisionCode,
    personId: claimant.personId,
    startsAt,
    endsAt,
    channel,
  });
}
