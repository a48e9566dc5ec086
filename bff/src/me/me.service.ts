import { Inject, Injectable } from '@nestjs/common';
import { PERMISSIONS, ROLE_PERMISSIONS, type Permission } from '@jiefang/shared/permissions';
import { APP_CONFIG } from '../common/tokens.js';
import { encodeId } from '../common/ids/public-id.js';
import type { AppConfig } from '../config/app-config.js';
import { DivisionsService } from '../divisions/divisions.service.js';
import { isDemoOpenid } from '../identity/demo/demo-openid.js';
import { PeopleService } from '../identity/people/people.service.js';
import { ResidenciesService } from '../identity/residency/residencies.service.js';
import type { RoleGrant } from '../identity/roles/roles.dto.js';
import { RolesService } from '../identity/roles/roles.service.js';
import { NoticesService } from '../notices/notices.service.js';
import { PausesService } from '../venues/bookings/pauses.service.js';
import { CentreDirectory } from '../venues/catalogue/centre-directory.js';
import type { Me, StaffContext, StaffDivision } from './me.dto.js';

/** Puts together what several domains know of one person. It decides nothing. */
@Injectable()
export class MeService {
  constructor(
    private readonly people: PeopleService,
    private readonly residencies: ResidenciesService,
    private readonly roles: RolesService,
    private readonly divisions: DivisionsService,
    private readonly pauses: PausesService,
    private readonly notices: NoticesService,
    private readonly centres: CentreDirectory,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** The person as they see themselves. */
  async view(personId: number): Promise<Me> {
    const person = await this.people.require(personId);
    const [residency, roles, pauses, unreadNotices, names] = await Promise.all([
      this.residencies.liveFor(personId),
      this.roles.listOf(personId),
      this.pauses.listFor(personId),
      this.notices.unreadCount(personId),
      this.divisions.namesOf(person.homeCommunityCode === null ? [] : [person.homeCommunityCode]),
    ]);
    const home = person.homeCommunityCode === null ? undefined : names.get(person.homeCommunityCode);
    return {
      id: encodeId('person', personId),
      nickname: person.nickname,
      phone: person.phoneMasked === null ? null : { masked: person.phoneMasked },
      residency,
      homeCommunity: home === undefined ? null : { code: home.code, name: home.name },
      roles,
      permissions: permissionsOf(roles),
      pauses,
      unreadNotices,
      isDemo: this.config.demoMode && isDemoOpenid(person.openid),
    };
  }

  /** The divisions in which the person works and the centres there. Empty for who is no staff. */
  async staffContext(personId: number): Promise<StaffContext> {
    const byDivision = new Map<string, RoleGrant[]>();
    for (const grant of await this.roles.listOf(personId)) {
      byDivision.set(grant.division.code, [...(byDivision.get(grant.division.code) ?? []), grant]);
    }
    const divisions = [...byDivision.values()].flatMap((grants): StaffDivision[] => {
      const [first] = grants;
      return first === undefined ? [] : [{ division: first.division, permissions: permissionsOf(grants) }];
    });
    return { divisions, centres: await this.centres.inDivisions([...byDivision.keys()]) };
  }
}

function permissionsOf(roles: readonly RoleGrant[]): Permission[] {
  return PERMISSIONS.filter((permission) =>
    roles.some(({ role }) => ROLE_PERMISSIONS[role].includes(permission)),
  );
}
