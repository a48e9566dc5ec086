import { Injectable } from '@nestjs/common';
import { CERTIFICATE_PUBLICATION_DAYS, type CertificateStatus } from '@jiefang/shared/hours';
import type { Sql } from '../../database/database.js';

/** A certificate as stored. Days are 'YYYY-MM-DD'. */
export interface CertificateRow {
  id: number;
  personId: number;
  divisionCode: string;
  number: string | null;
  codeHash: Buffer | null;
  codeCipher: Buffer | null;
  status: CertificateStatus;
  fromDay: string;
  toDay: string;
  minutes: number;
  contentCipher: Buffer | null;
  purpose: string;
  createdAt: Date;
  issuedAt: Date | null;
  decidedReason: string | null;
  revokedAt: Date | null;
  revokeReason: string | null;
}

export interface StaffCertificateRow extends CertificateRow {
  volunteerNumber: string;
  nameCipher: Buffer;
  /** Minutes of an issued certificate that were taken back since; 0 for any other. */
  takenBackMinutes: number;
}

/** What issuing writes. */
export interface Issue {
  number: string;
  codeHash: Buffer;
  codeCipher: Buffer;
  contentCipher: Buffer;
  minutes: number;
  by: number;
  at: Date;
}

const COLUMNS = `c.id, c.person_id AS personId, c.division_code AS divisionCode, c.number, c.code_hash AS codeHash,
  c.code_cipher AS codeCipher, c.status, c.from_day AS fromDay, c.to_day AS toDay, c.minutes, c.purpose,
  c.created_at AS createdAt, c.issued_at AS issuedAt, c.decided_reason AS decidedReason, c.revoked_at AS revokedAt,
  c.revoke_reason AS revokeReason`;

/** Whether an item counted when certificate `c` was issued; its parameter is the days that publication must be old. */
const countedThen = (item: string): string =>
  `${item}.recorded_at <= c.issued_at
   AND ${item}.publicised_on <= DATE(c.issued_at + INTERVAL 8 HOUR) - INTERVAL ? DAY`;

/**
 * Minutes of the certified services that reversals and adjustments have taken back since. Added ones count only as far as
 * they stood on the paper. Parameters: the days of publication, twice.
 */
const TAKEN_BACK = `(SELECT CAST(GREATEST(0, -COALESCE(SUM(l.minutes), 0)) AS SIGNED)
    FROM hours_ledger l
    JOIN hours_item i ON i.id = l.item_id
    JOIN hours_item s ON s.id = COALESCE(i.corrects_id, i.id)
   WHERE c.status = 'issued' AND l.person_id = c.person_id AND l.at > c.issued_at
     AND l.day BETWEEN c.from_day AND c.to_day AND l.act IN ('adjustment', 'reversal')
     AND ${countedThen('s')} AND (i.minutes < 0 OR (l.act = 'reversal' AND ${countedThen('i')}))
  ) AS takenBackMinutes`;
const TAKEN_BACK_DAYS = [CERTIFICATE_PUBLICATION_DAYS, CERTIFICATE_PUBLICATION_DAYS];

/** SQL of certificates. */
@Injectable()
export class CertificatesRepository {
  /** A duplicate key says that the person has asked for one already. */
  async insert(
    sql: Sql,
    row: Pick<
      CertificateRow,
      'personId' | 'divisionCode' | 'fromDay' | 'toDay' | 'minutes' | 'purpose' | 'createdAt'
    >,
  ): Promise<number> {
    const { insertId } = await sql.execute(
      `INSERT INTO certificate (person_id, division_code, status, from_day, to_day, minutes, purpose, created_at)
       VALUES (?, ?, 'requested', ?, ?, ?, ?, ?)`,
      [row.personId, row.divisionCode, row.fromDay, row.toDay, row.minutes, row.purpose, row.createdAt],
    );
    return insertId;
  }

  /** The row with what the paper says. */
  async findById(sql: Sql, id: number): Promise<CertificateRow | null> {
    const rows = await sql.query<CertificateRow>(
      `SELECT ${COLUMNS}, c.content_cipher AS contentCipher FROM certificate c WHERE c.id = ?`,
      [id],
    );
    return rows[0] ?? null;
  }

  async findByNumber(sql: Sql, number: string): Promise<CertificateRow | null> {
    const rows = await sql.query<CertificateRow>(
      `SELECT ${COLUMNS}, c.content_cipher AS contentCipher FROM certificate c WHERE c.number = ?`,
      [number],
    );
    return rows[0] ?? null;
  }

  /** A person's certificates, latest first; there are few. */
  findByPerson(sql: Sql, personId: number): Promise<CertificateRow[]> {
    return sql.query<CertificateRow>(
      `SELECT ${COLUMNS}, NULL AS contentCipher FROM certificate c WHERE c.person_id = ? ORDER BY c.id DESC LIMIT 200`,
      [personId],
    );
  }

  /** Certificates of a division's subtree; those that wait oldest first, others latest first. */
  findByDivision(
    sql: Sql,
    divisionCode: string,
    status: CertificateStatus | null,
    after: number | null,
    limit: number,
  ): Promise<StaffCertificateRow[]> {
    const oldestFirst = status === 'requested';
    return sql.query<StaffCertificateRow>(
      `SELECT ${COLUMNS}, NULL AS contentCipher, v.number AS volunteerNumber, v.name_cipher AS nameCipher,
              ${TAKEN_BACK}
         FROM certificate c JOIN volunteer v ON v.person_id = c.person_id
        WHERE c.division_code LIKE CONCAT(?, '%') ${status === null ? '' : 'AND c.status = ?'}
          ${after === null ? '' : `AND c.id ${oldestFirst ? '>' : '<'} ?`}
        ORDER BY c.id ${oldestFirst ? 'ASC' : 'DESC'} LIMIT ?`,
      [
        ...TAKEN_BACK_DAYS,
        divisionCode,
        ...(status === null ? [] : [status]),
        ...(after === null ? [] : [after]),
        limit,
      ],
    );
  }

  async findStaffRow(sql: Sql, id: number): Promise<StaffCertificateRow | null> {
    const rows = await sql.query<StaffCertificateRow>(
      `SELECT ${COLUMNS}, NULL AS contentCipher, v.number AS volunteerNumber, v.name_cipher AS nameCipher,
              ${TAKEN_BACK}
         FROM certificate c JOIN volunteer v ON v.person_id = c.person_id WHERE c.id = ?`,
      [...TAKEN_BACK_DAYS, id],
    );
    return rows[0] ?? null;
  }

  /** The next number of a division's year, from 1 without gaps: its counter is held until the transaction ends. */
  async nextNumber(sql: Sql, divisionCode: string, year: string): Promise<number> {
    const name = `cert:${divisionCode}:${year}`;
    await sql.execute(
      'INSERT INTO id_block (name, next_id) VALUES (?, 1) ON DUPLICATE KEY UPDATE name = name',
      [name],
    );
    const { insertId } = await sql.execute(
      'UPDATE id_block SET next_id = LAST_INSERT_ID(next_id) + 1 WHERE name = ?',
      [name],
    );
    return insertId;
  }

  /** True when the certificate was waiting and is issued by this call. */
  async issue(sql: Sql, id: number, issue: Issue): Promise<boolean> {
    const { affectedRows } = await sql.execute(
      `UPDATE certificate SET status = 'issued', number = ?, code_hash = ?, code_cipher = ?, content_cipher = ?, minutes = ?,
              issued_by = ?, issued_at = ? WHERE id = ? AND status = 'requested'`,
      [
        issue.number,
        issue.codeHash,
        issue.codeCipher,
        issue.contentCipher,
        issue.minutes,
        issue.by,
        issue.at,
        id,
      ],
    );
    return affectedRows === 1;
  }

  /** True when the certificate was waiting and is declined by this call. */
  async decline(sql: Sql, id: number, reason: string): Promise<boolean> {
    const { affectedRows } = await sql.execute(
      "UPDATE certificate SET status = 'declined', decided_reason = ? WHERE id = ? AND status = 'requested'",
      [reason, id],
    );
    return affectedRows === 1;
  }

  /** True when the certificate was issued and is revoked by this call. */
  async revoke(sql: Sql, id: number, reason: string, by: number, at: Date): Promise<boolean> {
    const { affectedRows } = await sql.execute(
      `UPDATE certificate SET status = 'revoked', revoke_reason = ?, revoked_by = ?, revoked_at = ? WHERE id = ? AND status = 'issued'`,
      [reason, by, at, id],
    );
    return affectedRows === 1;
  }
}
