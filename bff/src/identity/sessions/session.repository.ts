import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';

/** A presented refresh token, with its family and person. */
export interface TokenRow {
  id: number;
  familyId: number;
  expiresAt: Date;
  usedAt: Date | null;
  successorSeed: Buffer | null;
  familyRevokedAt: Date | null;
  personId: number;
  openid: string | null;
  personStatus: string;
}

/** SQL of the tables `session_family` and `refresh_token`. */
@Injectable()
export class SessionRepository {
  async insertFamily(sql: Sql, personId: number, userAgent: string, at: Date): Promise<number> {
    const { insertId } = await sql.execute(
      'INSERT INTO session_family (person_id, created_at, user_agent) VALUES (?, ?, ?)',
      [personId, at, userAgent],
    );
    return insertId;
  }

  async insertToken(
    sql: Sql,
    familyId: number,
    tokenHash: Buffer,
    issuedAt: Date,
    expiresAt: Date,
  ): Promise<void> {
    await sql.execute(
      'INSERT INTO refresh_token (family_id, token_hash, issued_at, expires_at) VALUES (?, ?, ?, ?)',
      [familyId, tokenHash, issuedAt, expiresAt],
    );
  }

  async findFamilyOfToken(sql: Sql, tokenHash: Buffer): Promise<{ familyId: number } | null> {
    const rows = await sql.query<{ familyId: number }>(
      'SELECT family_id AS familyId FROM refresh_token WHERE token_hash = ?',
      [tokenHash],
    );
    return rows.at(0) ?? null;
  }

  /** Everything that changes a family passes here first, so that one decision follows the other. */
  async lockFamily(sql: Sql, familyId: number): Promise<void> {
    await sql.query('SELECT id FROM session_family WHERE id = ? FOR UPDATE', [familyId]);
  }

  async findToken(sql: Sql, tokenHash: Buffer): Promise<TokenRow | null> {
    const rows = await sql.query<TokenRow>(
      `SELECT t.id, t.family_id AS familyId, t.expires_at AS expiresAt, t.used_at AS usedAt,
              t.successor_seed AS successorSeed, f.revoked_at AS familyRevokedAt,
              p.id AS personId, p.openid, p.status AS personStatus
         FROM refresh_token t
         JOIN session_family f ON f.id = t.family_id
         JOIN person p ON p.id = f.person_id
        WHERE t.token_hash = ?`,
      [tokenHash],
    );
    return rows.at(0) ?? null;
  }

  async findUsedAt(sql: Sql, tokenHash: Buffer): Promise<Date | null> {
    const rows = await sql.query<{ usedAt: Date | null }>(
      'SELECT used_at AS usedAt FROM refresh_token WHERE token_hash = ?',
      [tokenHash],
    );
    return rows.at(0)?.usedAt ?? null;
  }

  /** Marks a token used unless somebody was faster; true for the one who does it. */
  async markUsed(sql: Sql, tokenId: number, seed: Buffer, at: Date): Promise<boolean> {
    const { affectedRows } = await sql.execute(
      'UPDATE refresh_token SET used_at = ?, successor_seed = ? WHERE id = ? AND used_at IS NULL',
      [at, seed, tokenId],
    );
    return affectedRows === 1;
  }

  /**
   * Deletes up to `limit` expired tokens, oldest first; returns how many. All live equally long, so they expire in the
   * order of their numbers and only the head of the table is read.
   */
  async deleteExpiredTokens(sql: Sql, now: Date, limit: number): Promise<number> {
    const oldest = await sql.query<{ id: number; expiresAt: Date }>(
      'SELECT id, expires_at AS expiresAt FROM refresh_token ORDER BY id LIMIT ?',
      [limit],
    );
    const expired = oldest.filter((token) => token.expiresAt < now).map((token) => token.id);
    if (expired.length === 0) return 0;
    return (await sql.execute('DELETE FROM refresh_token WHERE id IN (?)', [expired])).affectedRows;
  }

  async revokeFamily(sql: Sql, familyId: number, reason: string, at: Date): Promise<void> {
    await sql.execute(
      'UPDATE session_family SET revoked_at = ?, revoke_reason = ? WHERE id = ? AND revoked_at IS NULL',
      [at, reason, familyId],
    );
  }

  /** Ends every family of a person and returns those that it ended. */
  async revokeFamiliesOf(sql: Sql, personId: number, reason: string, at: Date): Promise<number[]> {
    const rows = await sql.query<{ id: number }>(
      'SELECT id FROM session_family WHERE person_id = ? AND revoked_at IS NULL FOR UPDATE',
      [personId],
    );
    const ids = rows.map((row) => row.id);
    if (ids.length > 0) {
      await sql.execute('UPDATE session_family SET revoked_at = ?, revoke_reason = ? WHERE id IN (?)', [
        at,
        reason,
        ids,
      ]);
    }
    return ids;
  }

  /** Ends every family of the people whose openid has this prefix; returns how many it ended. */
  async revokeFamiliesByOpenidPrefix(sql: Sql, prefix: string, reason: string, at: Date): Promise<number> {
    const { affectedRows } = await sql.execute(
      `UPDATE session_family f JOIN person p ON p.id = f.person_id
          SET f.revoked_at = ?, f.revoke_reason = ?
        WHERE f.revoked_at IS NULL AND p.openid LIKE ?`,
      [at, reason, `${prefix}%`],
    );
    return affectedRows;
  }
}
