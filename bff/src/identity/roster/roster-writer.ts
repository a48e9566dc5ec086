import type { FieldCipher } from '../../common/crypto/field-cipher.js';
import type { Sql } from '../../database/database.js';
import type { RosterLine } from './roster-importer.js';

/** What a batch changed. */
export interface RosterCounts {
  households: number;
  added: number;
  updated: number;
  unchanged: number;
}

type Place = Pick<RosterLine, 'communityCode' | 'building' | 'room'>;

interface StoredMember {
  householdId: number;
  nameHash: Buffer;
  phoneHash: Buffer | null;
}

/** Writes a batch of checked lines; only households and members that are new or differ are touched. */
export async function writeRosterLines(
  tx: Sql,
  lines: readonly RosterLine[],
  cipher: FieldCipher,
  now: Date,
): Promise<RosterCounts> {
  const counts: RosterCounts = { households: 0, added: 0, updated: 0, unchanged: 0 };
  if (lines.length === 0) return counts;
  const { ids, created } = await householdsOf(tx, lines);
  counts.households = created;
  const stored = await membersOf(tx, [...new Set(ids.values())]);
  const rows: unknown[][] = [];
  for (const line of lines) {
    // The collation knows more equalities than keyOf (accents, ligatures): it is asked for the odd one left over.
    const householdId = ids.get(keyOf(line)) ?? (await findHouseholds(tx, [line])).values().next().value;
    if (householdId === undefined) throw new Error('a household vanished between insert and read');
    const nameHash = cipher.lookupHash('name', line.name);
    const phoneHash = line.phone === null ? null : cipher.lookupHash('phone', line.phone);
    const known = stored.get(memberKey({ householdId, nameHash }));
    if (known !== undefined && sameHash(known.phoneHash, phoneHash)) {
      counts.unchanged += 1;
      continue;
    }
    counts[known === undefined ? 'added' : 'updated'] += 1;
    const phoneCipher = line.phone === null ? null : cipher.encrypt(line.phone);
    rows.push([householdId, cipher.encrypt(line.name), nameHash, phoneCipher, phoneHash, now]);
  }
  if (rows.length > 0) {
    await tx.execute(
      `INSERT INTO roster_member (household_id, name_cipher, name_hash, phone_cipher, phone_hash, imported_at) VALUES ?
       ON DUPLICATE KEY UPDATE phone_cipher = VALUES(phone_cipher), phone_hash = VALUES(phone_hash),
         imported_at = VALUES(imported_at)`,
      [rows],
    );
  }
  return counts;
}

async function householdsOf(
  tx: Sql,
  lines: readonly RosterLine[],
): Promise<{ ids: Map<string, number>; created: number }> {
  const places = new Map(lines.map((line) => [keyOf(line), line]));
  const known = await findHouseholds(tx, [...places.values()]);
  const missing = [...places].filter(([key]) => !known.has(key)).map(([, place]) => place);
  if (missing.length === 0) return { ids: known, created: 0 };
  await tx.execute(
    'INSERT INTO household (community_code, building, room) VALUES ? ON DUPLICATE KEY UPDATE id = id',
    [missing.map((place) => [place.communityCode, place.building, place.room])],
  );
  const added = await findHouseholds(tx, missing);
  return { ids: new Map([...known, ...added]), created: added.size };
}

async function findHouseholds(tx: Sql, places: readonly Place[]): Promise<Map<string, number>> {
  const rows = await tx.query<Place & { id: number }>(
    `SELECT id, community_code AS communityCode, building, room FROM household
      WHERE (community_code, building, room) IN (?)`,
    [places.map((place) => [place.communityCode, place.building, place.room])],
  );
  return new Map(rows.map((row) => [keyOf(row), row.id]));
}

async function membersOf(tx: Sql, householdIds: readonly number[]): Promise<Map<string, StoredMember>> {
  const rows = await tx.query<StoredMember>(
    `SELECT household_id AS householdId, name_hash AS nameHash, phone_hash AS phoneHash FROM roster_member
      WHERE household_id IN (?)`,
    [householdIds],
  );
  return new Map(rows.map((row) => [memberKey(row), row]));
}

function keyOf({ communityCode, building, room }: Place): string {
  // The database compares letters without regard to case (utf8mb4_unicode_ci): so does this.
  return `${communityCode}|${building}|${room}`.toLowerCase();
}

function memberKey(member: Pick<StoredMember, 'householdId' | 'nameHash'>): string {
  return `${member.householdId}|${member.nameHash.toString('base64')}`;
}

function sameHash(a: Buffer | null, b: Buffer | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}
