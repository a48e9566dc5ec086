import { FieldCipher, maskPhone } from '@jiefang/bff/common/crypto/field-cipher';
import type { Sql } from '@jiefang/bff/database/database';
import type { Role } from '@jiefang/shared/permissions';
import { TEST_SECRET } from '../support/app.js';

const cipher = new FieldCipher(TEST_SECRET);
let serial = 0;

/** A number that no other builder call of this worker has had. */
export function nextSerial(): number {
  serial += 1;
  return serial;
}

/** Inserts a person; with a bound phone unless `phone` is null. Returns the row number. */
export async function buildPerson(
  sql: Sql,
  options: { nickname?: string; phone?: string | null; openid?: string } = {},
): Promise<number> {
  const n = nextSerial();
  const phone = options.phone === undefined ? `1990${String(n).padStart(7, '0')}` : options.phone;
  const { insertId } = await sql.execute(
    `INSERT INTO person (openid, nickname, phone_cipher, phone_hash, phone_masked, created_at) VALUES (?, ?, ?, ?, ?, ?)`,
    [
      options.openid ?? `openid-${n}-${process.pid}`,
      options.nickname ?? `街坊${n}`,
      phone === null ? null : cipher.encrypt(phone),
      phone === null ? null : cipher.lookupHash('phone', phone),
      phone === null ? null : maskPhone(phone),
      new Date('2026-01-01T00:00:00Z'),
    ],
  );
  return insertId;
}

/** Inserts the ancestors and the division itself, named after their codes unless a name is given. */
export async function buildDivision(sql: Sql, code: string, name?: string): Promise<void> {
  const levels = {
    2: 'province',
    4: 'city',
    6: 'district',
    9: 'street',
    12: 'community',
    15: 'grid',
  } as const;
  const lengths = [2, 4, 6, 9, 12, 15].filter((length) => length <= code.length);
  for (const [index, length] of lengths.entries()) {
    const own = code.slice(0, length);
    const label = own === code && name !== undefined ? name : `区划${own}`;
    await sql.execute(
      `INSERT INTO division (code, parent_code, level, name, short_name) VALUES (?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE name = IF(? = code AND ?, VALUES(name), name), short_name = IF(? = code AND ?, VALUES(short_name), short_name)`,
      [
        own,
        index === 0 ? null : code.slice(0, lengths[index - 1]),
        levels[length as keyof typeof levels],
        label,
        label,
        code,
        name !== undefined ? 1 : 0,
        code,
        name !== undefined ? 1 : 0,
      ],
    );
  }
}

/** A household and an approved residency in it. Returns the household's row number. */
export async function buildResidency(
  sql: Sql,
  personId: number,
  communityCode: string,
  place: { building?: string; room?: string } = {},
): Promise<number> {
  const building = place.building ?? '1幢';
  const room = place.room ?? String(100 + nextSerial());
  await sql.execute(
    'INSERT INTO household (community_code, building, room) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE id = id',
    [communityCode, building, room],
  );
  const [household] = await sql.query<{ id: number }>(
    'SELECT id FROM household WHERE community_code = ? AND building = ? AND room = ?',
    [communityCode, building, room],
  );
  if (household === undefined) throw new Error('household vanished');
  const at = new Date('2026-01-02T00:00:00Z');
  await sql.execute(
    `INSERT INTO residency (person_id, community_code, building, room, household_id, name_cipher, status, method, created_at, decided_at)
     VALUES (?, ?, ?, ?, ?, ?, 'approved', 'roster', ?, ?)`,
    [personId, communityCode, building, room, household.id, cipher.encrypt('王小明'), at, at],
  );
  return household.id;
}

/** Grants a role on a division. */
export async function grantRole(sql: Sql, personId: number, role: Role, divisionCode: string): Promise<void> {
  await sql.execute(
    'INSERT INTO role_grant (person_id, division_code, role, granted_at) VALUES (?, ?, ?, ?)',
    [personId, divisionCode, role, new Date('2026-01-01T00:00:00Z')],
  );
}
