import { Injectable } from '@nestjs/common';
import type { ConsentPurpose } from '@jiefang/shared/volunteering';
import type { Sql } from '../../database/database.js';

/** The newest consent of a person for one purpose. */
export interface ConsentRow {
  id: number;
  purpose: ConsentPurpose;
  version: number;
  grantedAt: Date;
  withdrawnAt: Date | null;
}

/** Consents as they stand. Every row says what was agreed to and until when; the newest of a purpose counts. */
@Injectable()
export class Consents {
  /** The consent in force, or null when it was never given or is withdrawn. */
  async active(
    sql: Sql,
    personId: number,
    purpose: ConsentPurpose,
  ): Promise<{ id: number; version: number } | null> {
    const row = (await this.newest(sql, personId)).get(purpose);
    return row === undefined || row.withdrawnAt !== null ? null : { id: row.id, version: row.version };
  }

  /** The people of `personIds` whose consent for the purpose is in force. */
  async activeAmong(sql: Sql, personIds: readonly number[], purpose: ConsentPurpose): Promise<Set<number>> {
    if (personIds.length === 0) return new Set();
    const rows = await sql.query<{ personId: number }>(
      `SELECT c.person_id AS personId FROM consent c
         JOIN (SELECT MAX(id) AS id FROM consent WHERE person_id IN (?) AND purpose = ? GROUP BY person_id) newest
           ON newest.id = c.id
        WHERE c.withdrawn_at IS NULL`,
      [[...new Set(personIds)], purpose],
    );
    return new Set(rows.map((row) => row.personId));
  }

  /** The newest row of each purpose. */
  async newest(sql: Sql, personId: number): Promise<Map<ConsentPurpose, ConsentRow>> {
    const rows = await sql.query<ConsentRow>(
      `SELECT id, purpose, version, granted_at AS grantedAt, withdrawn_at AS withdrawnAt FROM consent
        WHERE person_id = ? ORDER BY id`,
      [personId],
    );
    return new Map(rows.map((row) => [row.purpose, row]));
  }

  async insert(
    tx: Sql,
    personId: number,
    purpose: ConsentPurpose,
    version: number,
    at: Date,
  ): Promise<number> {
    const { insertId } = await tx.execute(
      'INSERT INTO consent (person_id, purpose, version, granted_at) VALUES (?, ?, ?, ?)',
      [personId, purpose, version, at],
    );
    return insertId;
  }

  /** Withdraws whatever is in force for the purpose; false when nothing was. */
  async withdraw(tx: Sql, personId: number, purpose: ConsentPurpose, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      'UPDATE consent SET withdrawn_at = ? WHERE person_id = ? AND purpose = ? AND withdrawn_at IS NULL',
      [at, personId, purpose],
    );
    return affectedRows > 0;
  }
}
