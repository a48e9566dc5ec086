import { Injectable } from '@nestjs/common';
import { isDivisionCode } from '@jiefang/shared/divisions';
import { isPermitted } from '@jiefang/shared/permissions';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { isDuplicateKey } from '../../database/sql-errors.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { invalidField } from '../../identity/invalid-field.js';
import { PeopleService } from '../../identity/people/people.service.js';
import { typedPhone } from '../../identity/people/phone.js';
import type { HallRolesView } from './roll-views.js';
import type { GrantHallRoleBody, HallRole, RemoveHallRoleBody } from './rolls.dto.js';

interface HallRoleRow {
  personId: number;
  nickname: string;
  phoneMasked: string | null;
  role: HallRole;
  grantedAt: Date;
}

/** In what capacity people speak in a community's 议事厅, and who represents its residents. */
@Injectable()
export class HallRolesService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly divisions: DivisionsService,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, divisionCode: string): Promise<HallRolesView> {
    await this.requireMay(caller, divisionCode);
    return this.viewOf(this.database, divisionCode);
  }

  /** PERSON_NOT_FOUND for a phone nobody bound, HALL_ROLE_EXISTS for who has it already. */
  async grant(
    caller: Caller,
    key: string,
    divisionCode: string,
    body: GrantHallRoleBody,
  ): Promise<HallRolesView> {
    await this.requireMay(caller, divisionCode);
    if (typedPhone(body.phone) === null) throw invalidField('phone', '这不像一个手机号');
    const route = `POST /staff/divisions/${divisionCode}/hall-roles`;
    return this.idempotency.run(idempotent(caller.personId, key, route, body), async (tx) => {
      const person = await this.people.findByPhone(body.phone, tx);
      if (person === null) throw new DomainError('PERSON_NOT_FOUND');
      await tx
        .execute(
          'INSERT INTO hall_role (division_code, person_id, role, granted_by, granted_at) VALUES (?, ?, ?, ?, ?)',
          [divisionCode, person.id, body.role, caller.personId, this.clock.now()],
        )
        .catch((error: unknown) => {
          throw isDuplicateKey(error) ? new DomainError('HALL_ROLE_EXISTS') : error;
        });
      await this.record(tx, caller, 'hall_role.grant', divisionCode, person.id, body.role);
      return this.viewOf(tx, divisionCode);
    });
  }

  /** Takes a role away; whoever is on a frozen roll stays there. NOT_FOUND for what is not there. */
  async remove(
    caller: Caller,
    key: string,
    divisionCode: string,
    body: RemoveHallRoleBody,
  ): Promise<HallRolesView> {
    await this.requireMay(caller, divisionCode);
    const personId = decodeId('person', body.personId);
    const route = `POST /staff/divisions/${divisionCode}/hall-roles/remove`;
    return this.idempotency.run(idempotent(caller.personId, key, route, body), async (tx) => {
      const { affectedRows } = await tx.execute(
        'DELETE FROM hall_role WHERE division_code = ? AND person_id = ? AND role = ?',
        [divisionCode, personId, body.role],
      );
      if (affectedRows !== 1) throw new DomainError('NOT_FOUND');
      await this.record(tx, caller, 'hall_role.remove', divisionCode, personId, body.role);
      return this.viewOf(tx, divisionCode);
    });
  }

  /** Either of two permissions will do: who arranges posts, and who runs the hall. */
  private async requireMay(caller: Caller, divisionCode: string): Promise<void> {
    if (!isDivisionCode(divisionCode)) throw new DomainError('NOT_FOUND');
    const grants = await this.access.grantsOf(caller.personId);
    const may = (['roles.manage', 'topics.manage'] as const).some((each) =>
      isPermitted(grants, each, divisionCode),
    );
    if (!may) throw new DomainError('FORBIDDEN');
    await this.divisions.require(divisionCode, 'community');
  }

  private async record(
    tx: Sql,
    caller: Caller,
    action: string,
    divisionCode: string,
    personId: number,
    role: HallRole,
  ): Promise<void> {
    await this.audit.record(tx, caller, {
      action,
      targetType: 'person',
      targetId: personId,
      divisionCode,
      detail: { role },
    });
  }

  private async viewOf(sql: Sql, divisionCode: string): Promise<HallRolesView> {
    const rows = await sql.query<HallRoleRow>(
      `SELECT g.person_id AS personId, p.nickname, p.phone_masked AS phoneMasked, g.role, g.granted_at AS grantedAt
         FROM hall_role g JOIN person p ON p.id = g.person_id
        WHERE g.division_code = ? ORDER BY g.role, g.granted_at, g.person_id`,
      [divisionCode],
    );
    return {
      items: rows.map((row) => ({
        personId: encodeId('person', row.personId),
        nickname: row.nickname,
        phoneMasked: row.phoneMasked,
        role: row.role,
        grantedAt: row.grantedAt.toISOString(),
      })),
    };
  }
}
