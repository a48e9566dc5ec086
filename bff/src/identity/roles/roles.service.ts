import { Injectable } from '@nestjs/common';
import { ROLE_WORDS, type Role } from '@jiefang/shared/permissions';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { idempotent, Idempotency } from '../../common/idempotency/idempotency.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { isDuplicateKey } from '../../database/sql-errors.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { Outbox } from '../../outbox/outbox.js';
import { invalidField } from '../invalid-field.js';
import { PeopleService } from '../people/people.service.js';
import { typedPhone } from '../people/phone.js';
import type { GrantRoleDto, RoleGrant, StaffRole } from './roles.dto.js';
import { RoleRepository, type RoleRow } from './role.repository.js';

const ADMINISTRATOR: Role = 'administrator';

/** Roles are granted on a division and hold for its subtree. An administrator grants and revokes within their own. */
@Injectable()
export class RolesService {
  constructor(
    private readonly database: Database,
    private readonly roles: RoleRepository,
    private readonly people: PeopleService,
    private readonly divisions: DivisionsService,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A person's own live roles. */
  async listOf(personId: number): Promise<RoleGrant[]> {
    const rows = await this.roles.findLiveByPerson(this.database, personId);
    const names = await this.divisions.namesOf(rows.map((row) => row.divisionCode));
    return rows.flatMap((row) => {
      const division = names.get(row.divisionCode);
      return division === undefined ? [] : [{ role: row.role, division: levelled(division) }];
    });
  }

  /** Live roles in the division's subtree. FORBIDDEN outside the caller's division. */
  async list(caller: Caller, divisionCode: string): Promise<StaffRole[]> {
    await this.access.require(caller, 'roles.manage', divisionCode);
    await this.divisions.require(divisionCode);
    return this.views(this.database, await this.roles.findLiveByDivision(this.database, divisionCode));
  }

  /** Gives the person behind a phone a role on the division. PERSON_NOT_FOUND, ROLE_EXISTS, FORBIDDEN for oneself. */
  async grant(caller: Caller, key: string, divisionCode: string, body: GrantRoleDto): Promise<StaffRole> {
    await this.access.require(caller, 'roles.manage', divisionCode);
    const division = await this.divisions.require(divisionCode);
    if (typedPhone(body.phone) === null) throw invalidField('phone', '这不像一个手机号');
    const route = `POST /staff/divisions/${divisionCode}/roles`;
    return this.idempotency.run(idempotent(caller.personId, key, route, body), async (tx) => {
      const person = await this.people.findByPhone(body.phone, tx);
      if (person === null) throw new DomainError('PERSON_NOT_FOUND');
      if (person.id === caller.personId) {
        throw new DomainError('FORBIDDEN', {
          message: '不能给自己安排岗位。',
          next: '请由另一位管理员办理。',
        });
      }
      const grant = { personId: person.id, divisionCode, role: body.role, grantedAt: this.clock.now() };
      const id = await this.insert(tx, { ...grant, grantedBy: caller.personId });
      await this.tell(tx, caller, { ...grant, id, revokedAt: null }, 'granted', division.name);
      return required((await this.views(tx, [{ ...grant, id, revokedAt: null }])).at(0));
    });
  }

  /**
   * Takes a role back; one that was taken back already stays so. ROLE_SELF for one's own administrator role, so that
   * no division loses its last administrator by a slip.
   */
  async revoke(caller: Caller, publicId: string): Promise<void> {
    const row = await this.roles.findById(this.database, decodeId('role', publicId));
    if (row === null) throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'roles.manage', row.divisionCode);
    if (row.personId === caller.personId && row.role === ADMINISTRATOR) throw new DomainError('ROLE_SELF');
    const names = await this.divisions.namesOf([row.divisionCode]);
    await this.database.transaction(async (tx) => {
      if (!(await this.roles.revoke(tx, row.id, caller.personId, this.clock.now()))) return;
      await this.tell(tx, caller, row, 'revoked', names.get(row.divisionCode)?.name ?? '');
    });
  }

  private async insert(tx: Sql, grant: Parameters<RoleRepository['insert']>[1]): Promise<number> {
    try {
      return await this.roles.insert(tx, grant);
    } catch (error) {
      throw isDuplicateKey(error) ? new DomainError('ROLE_EXISTS') : error;
    }
  }

  private async tell(
    tx: Sql,
    caller: Caller,
    row: RoleRow,
    event: 'granted' | 'revoked',
    divisionName: string,
  ): Promise<void> {
    const kind = event === 'granted' ? 'role_granted' : 'role_revoked';
    const payload = { roleName: ROLE_WORDS[row.role], divisionName };
    await this.outbox.enqueue(tx, [
      { personId: row.personId, kind, dedupe: `role:${row.id}:${event}`, payload },
    ]);
    await this.audit.record(tx, caller, {
      action: event === 'granted' ? 'role.grant' : 'role.revoke',
      targetType: 'role',
      targetId: row.id,
      divisionCode: row.divisionCode,
      detail: { role: row.role, roleName: ROLE_WORDS[row.role], person: encodeId('person', row.personId) },
    });
  }

  private async views(sql: Sql, rows: readonly RoleRow[]): Promise<StaffRole[]> {
    const people = await this.people.summariesOf(
      rows.map((row) => row.personId),
      sql,
    );
    const codes = rows.map((row) => row.divisionCode);
    const names = await this.divisions.namesOf(codes, sql);
    return rows.map((row) => ({
      id: encodeId('role', row.id),
      person: required(people.get(row.personId)),
      role: row.role,
      division: levelled(required(names.get(row.divisionCode))),
      grantedAt: row.grantedAt.toISOString(),
    }));
  }
}

function levelled<D extends RoleGrant['division']>({ code, name, level }: D): RoleGrant['division'] {
  return { code, name, level };
}

function required<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('a row of a foreign key is missing');
  return value;
}
