import { FieldCipher } from '@jiefang/bff/common/crypto/field-cipher';
import type { Sql } from '@jiefang/bff/database/database';
import { TEST_SECRET } from '../support/app.js';
import { nextSerial } from './people.js';

const cipher = new FieldCipher(TEST_SECRET);

/** An openid in WeChat's shape that no other call of this worker has had. */
export function nextOpenid(): string {
  return `oTest${process.pid}x${nextSerial()}`;
}

/** A phone number that no other call of this worker has had. */
export function nextPhone(): string {
  return `1991${String(nextSerial()).padStart(7, '0')}`;
}

/** A household of the roster with its members. Returns the household's row number. */
export async function buildRoster(
  sql: Sql,
  place: { communityCode: string; building: string; room: string },
  members: readonly { name: string; phone?: string }[],
): Promise<number> {
  const { insertId } = await sql.execute(
    'INSERT INTO household (community_code, building, room) VALUES (?, ?, ?)',
    [place.communityCode, place.building, place.room],
  );
  for (const { name, phone } of members) {
    await sql.execute(
      `INSERT INTO roster_member (household_id, name_cipher, name_hash, phone_cipher, phone_hash, imported_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [
        insertId,
        cipher.encrypt(name),
        cipher.lookupHash('name', name),
        phone === undefined ? null : cipher.encrypt(phone),
        phone === undefined ? null : cipher.lookupHash('phone', phone),
        new Date('2026-01-01T00:00:00Z'),
      ],
    );
  }
  return insertId;
}

/** What was queued to tell a person, oldest first. */
export async function messagesTo(
  sql: Sql,
  personId: number,
): Promise<{ kind: string; payload: Record<string, unknown> }[]> {
  const rows = await sql.query<{ kind: string; payload: string | Record<string, unknown> }>(
    'SELECT kind, payload FROM outbox WHERE person_id = ? ORDER BY id',
    [personId],
  );
  return rows.map(({ kind, payload }) => ({
    kind,
    payload: typeof payload === 'string' ? (JSON.parse(payload) as Record<string, unknown>) : payload,
  }));
}

/** Rows of a table that meet a condition. */
export async function countRows(sql: Sql, from: string, values: readonly unknown[] = []): Promise<number> {
  const [row] = await sql.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${from}`, values);
  return row?.n ?? 0;
}
