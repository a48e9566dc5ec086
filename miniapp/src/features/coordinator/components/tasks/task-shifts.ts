import type { StaffTaskShift } from '../../api/types';

/** Open shifts that are not over, the soonest first. */
export function comingShifts(shifts: readonly StaffTaskShift[], now: Date): StaffTaskShift[] {
  return shifts
    .filter(({ status, endsAt }) => status === 'open' && Date.parse(endsAt) > now.getTime())
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}

/** Shifts that are over or called off, the latest first. */
export function pastShifts(shifts: readonly StaffTaskShift[], now: Date): StaffTaskShift[] {
  const coming = new Set(comingShifts(shifts, now).map(({ id }) => id));
  return shifts.filter(({ id }) => !coming.has(id)).sort((a, b) => b.startsAt.localeCompare(a.startsAt));
}

/** How many people stand where, over several shifts; those called off do not count. */
export function countsOf(shifts: readonly StaffTaskShift[]) {
  const open = shifts.filter(({ status }) => status === 'open');
  const sum = (field: 'claimed' | 'capacity' | 'waiting' | 'submitted'): number =>
    open.reduce((total, shift) => total + shift[field], 0);
  return {
    claimed: sum('claimed'),
    capacity: sum('capacity'),
    waiting: sum('waiting'),
    submitted: sum('submitted'),
  };
}

/** Where the people of a shift stand, in words: 认领 3 / 8 · 1 人候补 · 2 人服务中. */
export function standingWords(shift: StaffTaskShift): string {
  const { claimed, capacity, waiting, checkedIn, submitted, verified } = shift;
  return [
    `认领 ${claimed} / ${capacity}`,
    ...(waiting > 0 ? [`${waiting} 人候补`] : []),
    ...(checkedIn > 0 ? [`${checkedIn} 人服务中`] : []),
    ...(submitted > 0 ? [`${submitted} 人等核实`] : []),
    ...(verified > 0 ? [`${verified} 人已核实`] : []),
  ].join(' · ');
}
