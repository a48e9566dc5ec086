/** Roles that are granted on a division and hold for its whole subtree, and what each may do there. */

export const ROLES = [
  'administrator',
  'venue_manager',
  'moderator',
  'volunteer_coordinator',
  'dispatcher',
  'editor',
] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  'venues.manage',
  'bookings.decide',
  'bookings.desk',
  'residency.decide',
  'roles.manage',
  'audit.read',
  'tasks.manage',
  'claims.verify',
  'volunteers.manage',
  'hours.manage',
  'topics.manage',
  'cases.decide',
  'ballots.enter',
  'followups.manage',
  'records.erase',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What a role may do within its division. */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  administrator: PERMISSIONS,
  venue_manager: ['venues.manage', 'bookings.decide', 'bookings.desk'],
  moderator: ['topics.manage', 'cases.decide', 'ballots.enter', 'followups.manage'],
  volunteer_coordinator: ['tasks.manage', 'claims.verify', 'volunteers.manage', 'hours.manage'],
  dispatcher: ['residency.decide', 'bookings.desk', 'followups.manage'],
  editor: [],
};

export const ROLE_WORDS: Record<Role, string> = {
  administrator: '管理员',
  venue_manager: '场地管理员',
  moderator: '议事主持',
  volunteer_coordinator: '志愿协调员',
  dispatcher: '网格调度员',
  editor: '内容编辑',
};

/** True when a grant on `grantCode` covers `divisionCode`: official codes nest as prefixes. */
export function covers(grantCode: string, divisionCode: string): boolean {
  return grantCode !== '' && divisionCode.startsWith(grantCode);
}

/** True when one of the grants carries the permission for the division. */
export function isPermitted(
  grants: readonly { role: Role; divisionCode: string }[],
  permission: Permission,
  divisionCode: string,
): boolean {
  return grants.some(
    (g) => ROLE_PERMISSIONS[g.role].includes(permission) && covers(g.divisionCode, divisionCode),
  );
}
