import { covers, type Permission } from '@jiefang/shared/permissions';
import type { DeskCentre, DeskDivision, StaffContext } from '../api/types';

/** What the person may do at a division: everything granted on it or above it. */
export function permissionsAt(context: StaffContext, code: string): Permission[] {
  const held = context.divisions
    .filter(({ division }) => covers(division.code, code))
    .flatMap(({ permissions }) => permissions);
  return [...new Set(held)];
}

/** Divisions at which the permission is held; all of them when none is asked for. */
export function divisionsFor(context: StaffContext, needs: Permission | null): DeskDivision[] {
  const all = context.divisions.map((item) => ({
    ...item,
    permissions: permissionsAt(context, item.division.code),
  }));
  return needs === null ? all : all.filter(({ permissions }) => permissions.includes(needs));
}

/** Centres at which the permission is held; all of them when none is asked for. */
export function centresFor(context: StaffContext, needs: Permission | null): DeskCentre[] {
  return needs === null
    ? context.centres
    : context.centres.filter(({ divisionCode }) => permissionsAt(context, divisionCode).includes(needs));
}

/** The wanted division, else the first. */
export function pickDivision(divisions: readonly DeskDivision[], wanted: string | null): DeskDivision | null {
  return divisions.find(({ division }) => division.code === wanted) ?? divisions[0] ?? null;
}

/** The wanted centre, else the first one below the division the person looks at, else the first. */
export function pickCentre(
  centres: readonly DeskCentre[],
  wanted: string | null,
  divisionCode: string | null,
): DeskCentre | null {
  const near = centres.find((centre) => divisionCode !== null && covers(divisionCode, centre.divisionCode));
  return centres.find(({ id }) => id === wanted) ?? near ?? centres[0] ?? null;
}
