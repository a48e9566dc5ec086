import { Injectable } from '@nestjs/common';
import { isDivisionCode } from '@jiefang/shared/divisions';
import { isPermitted, type Permission, type Role } from '@jiefang/shared/permissions';
import { Database } from '../../database/database.js';
import { DomainError } from '../errors/domain-error.js';
import type { Caller } from './caller.js';

/** A live role: it holds for the division and everything below it. */
export interface Grant {
  role: Role;
  divisionCode: string;
}

/** Proves permissions for the division at hand. Unknown means no. */
@Injectable()
export class Access {
  constructor(private readonly database: Database) {}

  grantsOf(personId: number): Promise<Grant[]> {
    return this.database.query<Grant>(
      'SELECT role, division_code AS divisionCode FROM role_grant WHERE person_id = ? AND revoked_at IS NULL',
      [personId],
    );
  }

  /**
   * Throws FORBIDDEN unless a live grant of the caller carries the permission for this division, NOT_FOUND for what is
   * no division's code: it may come from an address, and is compared with codes as a prefix.
   */
  async require(caller: Caller, permission: Permission, divisionCode: string): Promise<void> {
    if (!isDivisionCode(divisionCode)) throw new DomainError('NOT_FOUND');
    if (!isPermitted(await this.grantsOf(caller.personId), permission, divisionCode))
      throw new DomainError('FORBIDDEN');
  }
}
