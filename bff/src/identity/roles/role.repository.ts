import { Injectable } from '@nestjs/common';
import type { Role } from '@jiefang/shared/permissions';
import type { Sql } from '../../database/database.js';

/** A role of a person on a division. */
export interface RoleRow {
  id: number;
  personId: number;
  divisionCode: string;
  role: Role;
  grantedAt: Date;
  revokedAt: Date | null;
}

const COLUMNS = `id, person_id AS personId, division_code AS divisionCode, role, granted_at AS grantedAt,
  revoked_at AS revokedAt`;
/** Most roles in one answer; a city's largest street has fewer. */
const ROLES_MAX = 1000;

/** SQL of the table `role_grant`. */
@Injectable()
export class RoleRepository {
  async findById(sql: Sql, id: number): Promise<RoleRow | null> {
    return (await sql.query<RoleRow>(`SELECT ${COLUMNS} FROM role_grant WHERE id = ?`, [id])).at(0) ?? null;
  }

  /** Live roles in the division's subtree, higher divisions first. */
  async findLiveByDivision(sql: Sql, divisionCode: string): Promise<RoleRow[]> {
    return sql.query<RoleRow>(
      `SELECT ${COLUMNS} FROM role_grant WHERE division_code LIKE CONCAT(?, '%') AND revoked_at IS NULL
        ORDER BY division_code, role, id LIMIT ?`,
      [divisionCode, ROLES_MAX],
    );
  }

  async findLiveByPerson(sql: Sql, personId: number): Promise<RoleRow[]> {
    return sql.query<RoleRow>(
      `SELECT ${COLUMNS} FROM role_grant WHERE person_id = ? AND revoked_at IS NULL ORDER BY division_code, role`,
      [personId],
    );
  }

  /** Fails with a duplicate key while the person has this role there. */
  async insert(sql: Sql, grant: Omit<RoleRow, 'id' | 'revokedAt'> & { grantedBy: number }): Promise<number> {
    const { insertId } = await sql.execute(
      'INSERT INTO role_grant (person_id, division_code, role, granted_by, granted_at) VALUES (?, ?, ?, ?, ?)',
      [grant.personId, grant.divisionCode, grant.role, grant.grantedBy, grant.grantedAt],
    );
    return insertId;
  }

  /** False when it was revoked already. */
  async revoke(sql: Sql, id: number, by: number, at: Date): Promise<boolean> {
    const { affectedRows } = await sql.execute(
      'UPDATE role_grant SET revoked_by = ?, revoked_at = ? WHERE id = ? AND revoked_at IS NULL',
      [by, at, id],
    );
    return affectedRows === 1;
  }
}
