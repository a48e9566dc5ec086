import { DIVISION_CODE_LENGTH } from '@jiefang/shared/divisions';
import { HOURS_TIERS, type HoursTier } from '@jiefang/shared/hours';
import { isPermitted, type Permission } from '@jiefang/shared/permissions';
import type { Grant } from '../../common/auth/access.js';

/** The lowest level at which a tier's approval may be granted: longer codes are lower divisions. */
const LOWEST_GRANT: Record<HoursTier, number> = {
  community: DIVISION_CODE_LENGTH.grid,
  street: DIVISION_CODE_LENGTH.street,
  district: DIVISION_CODE_LENGTH.district,
};

/** True when one of the grants carries the permission for the division and is granted high enough for the tier. */
export function mayApprove(
  grants: readonly Grant[],
  permission: Permission,
  divisionCode: string,
  tier: HoursTier,
): boolean {
  const high = grants.filter((grant) => grant.divisionCode.length <= LOWEST_GRANT[tier]);
  return isPermitted(high, permission, divisionCode);
}

/** The higher of two tiers. */
export function higherTier(one: HoursTier, other: HoursTier): HoursTier {
  return HOURS_TIERS.indexOf(one) >= HOURS_TIERS.indexOf(other) ? one : other;
}
