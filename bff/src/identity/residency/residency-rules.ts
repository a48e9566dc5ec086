/** Lifecycle of a residency: claimed, decided by roster or staff, ended by the resident. */

export const RESIDENCY_STATUSES = ['pending', 'approved', 'rejected', 'ended'] as const;
export type ResidencyStatus = (typeof RESIDENCY_STATUSES)[number];

export const RESIDENCY_METHODS = ['roster', 'staff'] as const;
export type ResidencyMethod = (typeof RESIDENCY_METHODS)[number];

export const RESIDENCY_ACTIONS = ['withdraw', 'end', 'approve', 'reject'] as const;
export type ResidencyAction = (typeof RESIDENCY_ACTIONS)[number];

export const ROSTER_HINTS = ['match_name', 'match_phone', 'no_household', 'none'] as const;
/**
 * What the roster says of a claim that it could not decide: somebody of that name lives there; somebody with that phone
 * lives there; the roster does not know the household; it knows the household but nobody like this.
 */
export type RosterHint = (typeof ROSTER_HINTS)[number];

/** What the resident may do about a residency now. */
export function residencyActions(status: ResidencyStatus): ResidencyAction[] {
  if (status === 'pending') return ['withdraw'];
  return status === 'approved' ? ['end'] : [];
}

/** What staff may do about a residency now; nobody decides their own (`isOwn`). */
export function residencyDeskActions(status: ResidencyStatus, isOwn: boolean): ResidencyAction[] {
  return status === 'pending' && !isOwn ? ['approve', 'reject'] : [];
}

/** One member of a household in the roster, as hashes. */
export interface RosterMember {
  nameHash: Buffer;
  phoneHash: Buffer | null;
}

/** A claimant as hashes; null while no phone is bound. */
export interface Claimant {
  nameHash: Buffer;
  phoneHash: Buffer | null;
}

/** True when one member of the household has both the claimed name and the bound phone. */
export function rosterDecides(members: readonly RosterMember[], claimant: Claimant): boolean {
  return members.some((member) => sameName(member, claimant) && samePhone(member, claimant));
}

/** The hint for staff; `members` is null when the roster does not know the household. */
export function rosterHint(members: readonly RosterMember[] | null, claimant: Claimant): RosterHint {
  if (members === null) return 'no_household';
  if (members.some((member) => sameName(member, claimant))) return 'match_name';
  return members.some((member) => samePhone(member, claimant)) ? 'match_phone' : 'none';
}

function sameName(member: RosterMember, claimant: Claimant): boolean {
  return member.nameHash.equals(claimant.nameHash);
}

function samePhone(member: RosterMember, claimant: Claimant): boolean {
  return (
    member.phoneHash !== null && claimant.phoneHash !== null && member.phoneHash.equals(claimant.phoneHash)
  );
}
