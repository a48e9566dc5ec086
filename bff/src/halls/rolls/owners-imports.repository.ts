import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';
import { sqlBytes, sqlNumber, sqlRows, sqlText } from '../../database/sql-rows.js';
import type { OwnerUnit, UnitPerson } from './owners-units.js';

export interface OwnersImportRow {
  id: number;
  divisionCode: string;
  fileName: string;
  owners: number;
  flats: number;
  area: number;
  createdAt: Date;
}

const COLUMNS = `id, division_code AS divisionCode, file_name AS fileName, owners, flats, area, created_at AS createdAt`;
const CHUNK = 500;

/** A person of a unit as it is stored. */
export type StoredPerson = Pick<UnitPerson, 'capacity'> & { nameCipher: Buffer; phoneHash: Buffer | null };

/** SQL of imported owners. */
@Injectable()
export class OwnersImportsRepository {
  async insert(
    tx: Sql,
    made: Omit<OwnersImportRow, 'id'> & { fileHash: Buffer; createdBy: number },
  ): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO owners_import (division_code, file_name, file_hash, owners, flats, area, created_by, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        made.divisionCode,
        made.fileName,
        made.fileHash,
        made.owners,
        made.flats,
        made.area,
        made.createdBy,
        made.createdAt,
      ],
    );
    return insertId;
  }

  /** All units of an import, some hundred rows a statement. */
  async insertUnits(
    tx: Sql,
    importId: number,
    units: readonly OwnerUnit[],
    peopleOf: (unit: OwnerUnit) => StoredPerson[],
  ): Promise<void> {
    const id = sqlNumber(importId);
    for (let from = 0; from < units.length; from += CHUNK) {
      const chunk = units.slice(from, from + CHUNK);
      const send = async (head: string, rows: string[]): Promise<void> => {
        if (rows.length > 0) await tx.execute(`INSERT INTO ${head} VALUES ?`, [sqlRows(rows)]);
      };
      await send(
        'owner_flat (import_id, building, room, unit_no, area)',
        chunk.flatMap((unit) =>
          unit.flats.map(
            (flat) =>
              `(${id},${sqlText(flat.building)},${sqlText(flat.room)},${sqlNumber(unit.no)},${sqlNumber(flat.area)})`,
          ),
        ),
      );
      await send(
        'owner_person (import_id, unit_no, seq, capacity, name_cipher, phone_hash)',
        chunk.flatMap((unit) =>
          peopleOf(unit).map(
            (person, seq) =>
              `(${id},${sqlNumber(unit.no)},${sqlNumber(seq + 1)},${sqlText(person.capacity)},` +
              `${sqlBytes(person.nameCipher)},${sqlBytes(person.phoneHash)})`,
          ),
        ),
      );
    }
  }

  /** Imports of one community, newest first; `before` null begins at the newest. */
  findOf(sql: Sql, divisionCode: string, before: number | null, limit: number): Promise<OwnersImportRow[]> {
    return sql.query<OwnersImportRow>(
      `SELECT ${COLUMNS} FROM owners_import WHERE division_code = ?${before === null ? '' : ' AND id < ?'}
        ORDER BY id DESC LIMIT ?`,
      [divisionCode, ...(before === null ? [] : [before]), limit],
    );
  }
}
