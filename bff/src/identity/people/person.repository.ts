import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';

/** A person as stored; the phone stays encrypted. */
export interface PersonRow {
  id: number;
  openid: string | null;
  nickname: string;
  phoneCipher: Buffer | null;
  phoneHash: Buffer | null;
  phoneMasked: string | null;
  homeCommunityCode: string | null;
  status: string;
}

const COLUMNS = `id, openid, nickname, phone_cipher AS phoneCipher, phone_hash AS phoneHash, phone_masked AS phoneMasked,
  home_community_code AS homeCommunityCode, status`;

/** SQL of the table `person`. */
@Injectable()
export class PersonRepository {
  async findById(sql: Sql, id: number): Promise<PersonRow | null> {
    return (await sql.query<PersonRow>(`SELECT ${COLUMNS} FROM person WHERE id = ?`, [id])).at(0) ?? null;
  }

  /** The same, and nobody else changes the row until the transaction ends. */
  async lockById(sql: Sql, id: number): Promise<PersonRow | null> {
    return (
      (await sql.query<PersonRow>(`SELECT ${COLUMNS} FROM person WHERE id = ? FOR UPDATE`, [id])).at(0) ??
      null
    );
  }

  async findByIds(sql: Sql, ids: readonly number[]): Promise<PersonRow[]> {
    return ids.length === 0
      ? []
      : sql.query<PersonRow>(`SELECT ${COLUMNS} FROM person WHERE id IN (?)`, [ids]);
  }

  async findByOpenid(sql: Sql, openid: string): Promise<PersonRow | null> {
    return (
      (await sql.query<PersonRow>(`SELECT ${COLUMNS} FROM person WHERE openid = ?`, [openid])).at(0) ?? null
    );
  }

  async findByPhoneHash(sql: Sql, phoneHash: Buffer): Promise<PersonRow | null> {
    const rows = await sql.query<PersonRow>(`SELECT ${COLUMNS} FROM person WHERE phone_hash = ?`, [
      phoneHash,
    ]);
    return rows.at(0) ?? null;
  }

  /** Creates the person unless somebody was faster: the unique openid decides, and leaves one. */
  async insertUnlessKnown(sql: Sql, openid: string, nickname: string, at: Date): Promise<void> {
    await sql.execute(
      'INSERT INTO person (openid, nickname, created_at) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE id = id',
      [openid, nickname, at],
    );
  }

  /** Fails with a duplicate key when the phone is bound to somebody else. */
  async updatePhone(
    sql: Sql,
    id: number,
    phone: { cipher: Buffer; hash: Buffer; masked: string },
  ): Promise<void> {
    await sql.execute('UPDATE person SET phone_cipher = ?, phone_hash = ?, phone_masked = ? WHERE id = ?', [
      phone.cipher,
      phone.hash,
      phone.masked,
      id,
    ]);
  }

  /** Sets what is given and leaves the rest. */
  async updateProfile(
    sql: Sql,
    id: number,
    change: { nickname?: string | undefined; homeCommunityCode?: string | undefined },
  ): Promise<void> {
    await sql.execute(
      `UPDATE person SET nickname = COALESCE(?, nickname), home_community_code = COALESCE(?, home_community_code)
        WHERE id = ?`,
      [change.nickname ?? null, change.homeCommunityCode ?? null, id],
    );
  }

  /** Makes the community the person's own unless there is one already. */
  async proposeHomeCommunity(sql: Sql, id: number, communityCode: string): Promise<void> {
    await sql.execute(
      'UPDATE person SET home_community_code = ? WHERE id = ? AND home_community_code IS NULL',
      [communityCode, id],
    );
  }
}
