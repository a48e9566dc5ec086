import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TokenStore, type StoredToken } from './token-store.js';

interface TokenRow {
  token: string;
  /** A DECIMAL: mysql2 may hand it over as text. */
  remainingMs: string | number;
}

/** Keeps the token in the table `wechat_token`. All times are the database's, in UTC. */
@Injectable()
export class DatabaseTokenStore extends TokenStore {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async read(appId: string): Promise<StoredToken | undefined> {
    const rows = await this.dataSource.query<TokenRow[]>(
      `SELECT token, TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(3), expires_at) / 1000 AS remainingMs
         FROM wechat_token WHERE app_id = ? AND token IS NOT NULL AND expires_at > UTC_TIMESTAMP(3)`,
      [appId],
    );
    const row = rows[0];
    return row && { token: row.token, remainingMs: Number(row.remainingMs) };
  }

  async acquireLease(appId: string, owner: string, leaseMs: number): Promise<boolean> {
    await this.dataSource.query('INSERT IGNORE INTO wechat_token (app_id) VALUES (?)', [appId]);
    const result = await this.dataSource.query<{ affectedRows: number }>(
      `UPDATE wechat_token
          SET fetched_by = ?, lease_until = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND
        WHERE app_id = ?
          AND (lease_until IS NULL OR lease_until <= UTC_TIMESTAMP(3))
          AND (token IS NULL OR expires_at <= UTC_TIMESTAMP(3))`,
      [owner, leaseMs * 1000, appId],
    );
    return result.affectedRows === 1;
  }

  async publish(appId: string, owner: string, token: string, ttlMs: number): Promise<void> {
    // lease_until goes first: assignments run from left to right and fetched_by must still be the holder's.
    await this.dataSource.query(
      `UPDATE wechat_token
          SET lease_until = IF(fetched_by = ?, NULL, lease_until),
              token = ?, expires_at = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND
        WHERE app_id = ? AND (fetched_by = ? OR token IS NULL OR expires_at <= UTC_TIMESTAMP(3))`,
      [owner, token, ttlMs * 1000, appId, owner],
    );
  }

  async releaseLease(appId: string, owner: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE wechat_token SET lease_until = NULL WHERE app_id = ? AND fetched_by = ?',
      [appId, owner],
    );
  }

  async invalidate(appId: string, token: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE wechat_token SET token = NULL, expires_at = NULL WHERE app_id = ? AND token = ?',
      [appId, token],
    );
  }
}
