import { Injectable } from '@nestjs/common';
import type { UnitKind } from '@jiefang/shared/volunteering';
import type { Sql } from '../../database/database.js';

export interface UnitRow {
  id: number;
  divisionCode: string;
  name: string;
  kind: UnitKind;
  status: 'active' | 'closed';
}

const COLUMNS = 'id, division_code AS divisionCode, name, kind, status';
const MAX_UNITS = 500;

/** SQL of the table `unit`. */
@Injectable()
export class UnitsRepository {
  /** Active units of exactly these divisions, the nearest division's first. */
  async findIn(sql: Sql, divisionCodes: readonly string[]): Promise<UnitRow[]> {
    return sql.query<UnitRow>(
      `SELECT ${COLUMNS} FROM unit WHERE division_code IN (?) AND status = 'active'
        ORDER BY CHAR_LENGTH(division_code) DESC, name LIMIT ${MAX_UNITS}`,
      [divisionCodes],
    );
  }

  /** Active units of the division's subtree. */
  async findBelow(sql: Sql, divisionCode: string): Promise<UnitRow[]> {
    return sql.query<UnitRow>(
      `SELECT ${COLUMNS} FROM unit WHERE division_code LIKE CONCAT(?, '%') AND status = 'active'
        ORDER BY division_code, name LIMIT ${MAX_UNITS}`,
      [divisionCode],
    );
  }

  async findMany(sql: Sql, ids: readonly number[]): Promise<Map<number, UnitRow>> {
    if (ids.length === 0) return new Map();
    const rows = await sql.query<UnitRow>(`SELECT ${COLUMNS} FROM unit WHERE id IN (?)`, [[...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Fails with a duplicate key when the division has a unit of this name. */
  async insert(
    tx: Sql,
    unit: { divisionCode: string; name: string; kind: UnitKind; createdBy: number },
    at: Date,
  ): Promise<number> {
    const { insertId } = await tx.execute(
      'INSERT INTO unit (division_code, name, kind, created_by, created_at) VALUES (?)',
      [[unit.divisionCode, unit.name, unit.kind, unit.createdBy, at]],
    );
    return insertId;
  }
}
