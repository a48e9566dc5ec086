import type { HoursStatus } from '@jiefang/shared/hours';
import type { Sql } from '../../database/database.js';
import type { ChainedAct, ChainHead } from './hours-chain.js';
import type { HoursItemRow } from './hours-items.repository.js';

/** The proof only reads. */
export type Reader = Pick<Sql, 'query'>;

export interface ProofRow extends ChainedAct {
  id: number;
  mac: Buffer;
}

export interface StoredHead extends ChainHead {
  mac: Buffer;
}

/** What the ledger can prove of an item. */
export interface ProofItem extends Pick<
  HoursItemRow,
  | 'kind'
  | 'claimId'
  | 'divisionCode'
  | 'unitId'
  | 'day'
  | 'minutes'
  | 'publicisedOn'
  | 'publicationEndsOn'
  | 'openObjections'
> {
  id: number;
  personId: number;
  tier: string | null;
  /** Of a service; null for an adjustment, which shows the content of what it corrects. */
  content: string | null;
  status: HoursStatus;
  /** ISO instant. */
  recordedAt: string | null;
}

/** A claim and the item of its service, where the two do not agree. `key` is what the next page starts after. */
export interface ProofClaim {
  key: number;
  claimId: number;
  personId: number;
  volunteer: string | null;
  claimStatus: string | null;
  claimMinutes: number | null;
  itemMinutes: number | null;
  samePerson: number;
  /** The ledger's row of the service. */
  ledgerId: number | null;
}

/** All that is stored of the people between two ids, by person. */
export interface ProofBatch {
  rows: Map<number, ProofRow[]>;
  items: Map<number, ProofItem[]>;
  heads: Map<number, StoredHead>;
  volunteers: Map<number, string>;
}

/** SQL of the proof. It reads nothing that a page is made from but the tables themselves. */
export class HoursProofRepository {
  /** People with any trace of hours, by id. */
  async findPeopleAfter(sql: Reader, after: number, limit: number): Promise<number[]> {
    const part = (table: string): string =>
      `(SELECT DISTINCT person_id AS id FROM ${table} WHERE person_id > ? ORDER BY person_id LIMIT ?)`;
    const rows = await sql.query<{ id: number }>(
      `SELECT id FROM (${['hours_head', 'hours_ledger', 'hours_item'].map(part).join(' UNION ')}) people ORDER BY id LIMIT ?`,
      [after, limit, after, limit, after, limit, limit],
    );
    return rows.map((row) => row.id);
  }

  async findBatch(sql: Reader, after: number, last: number): Promise<ProofBatch> {
    const within = [after, last];
    const rows = await sql.query<ProofRow>(
      `SELECT id, person_id AS personId, seq, act, item_id AS itemId, minutes, day, claim_id AS claimId,
              division_code AS divisionCode, unit_id AS unitId, tier, actor_id AS actorId, reason, at, mac
         FROM hours_ledger WHERE person_id > ? AND person_id <= ? ORDER BY person_id, seq`,
      within,
    );
    const items = await sql.query<Omit<ProofItem, 'recordedAt'> & { recordedAt: Date | null }>(
      `SELECT id, person_id AS personId, claim_id AS claimId, division_code AS divisionCode, unit_id AS unitId, kind, day,
              minutes, tier, IF(kind = 'service', content, NULL) AS content, status, publicised_on AS publicisedOn,
              publication_ends_on AS publicationEndsOn, recorded_at AS recordedAt, open_objections AS openObjections
         FROM hours_item WHERE person_id > ? AND person_id <= ? ORDER BY person_id, id`,
      within,
    );
    const heads = await sql.query<StoredHead>(
      `SELECT person_id AS personId, seq, minutes, last_mac AS lastMac, mac FROM hours_head
        WHERE person_id > ? AND person_id <= ?`,
      within,
    );
    const volunteers = await sql.query<{ personId: number; number: string }>(
      'SELECT person_id AS personId, number FROM volunteer WHERE person_id > ? AND person_id <= ?',
      within,
    );
    return {
      rows: byPerson(rows),
      items: byPerson(items.map((item) => ({ ...item, recordedAt: item.recordedAt?.toISOString() ?? null }))),
      heads: new Map(heads.map((head) => [head.personId, head])),
      volunteers: new Map(volunteers.map((row) => [row.personId, row.number])),
    };
  }

  /** Verified claims of which no item of hours was made. */
  findClaimsWithoutItem(sql: Reader, after: number, limit: number): Promise<ProofClaim[]> {
    return sql.query<ProofClaim>(
      `SELECT c.id AS \`key\`, c.id AS claimId, c.person_id AS personId, v.number AS volunteer, c.status AS claimStatus,
              c.verified_minutes AS claimMinutes, NULL AS itemMinutes, 1 AS samePerson, NULL AS ledgerId
         FROM claim c LEFT JOIN hours_item i ON i.claim_id = c.id LEFT JOIN volunteer v ON v.person_id = c.person_id
        WHERE c.status = 'verified' AND c.id > ? AND i.id IS NULL ORDER BY c.id LIMIT ?`,
      [after, limit],
    );
  }

  /** Items of claims that are not verified, say other minutes or are another person's. */
  findItemsUnlikeClaim(sql: Reader, after: number, limit: number): Promise<ProofClaim[]> {
    return sql.query<ProofClaim>(
      `SELECT i.id AS \`key\`, i.claim_id AS claimId, i.person_id AS personId, v.number AS volunteer,
              c.status AS claimStatus, c.verified_minutes AS claimMinutes, i.minutes AS itemMinutes,
              COALESCE(c.person_id = i.person_id, 1) AS samePerson,
              (SELECT MIN(l.id) FROM hours_ledger l WHERE l.item_id = i.id AND l.act = 'service') AS ledgerId
         FROM hours_item i LEFT JOIN claim c ON c.id = i.claim_id LEFT JOIN volunteer v ON v.person_id = i.person_id
        WHERE i.claim_id IS NOT NULL AND i.id > ?
          AND (c.id IS NULL OR c.status <> 'verified' OR NOT (c.verified_minutes <=> i.minutes) OR c.person_id <> i.person_id)
        ORDER BY i.id LIMIT ?`,
      [after, limit],
    );
  }
}

function byPerson<T extends { personId: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.personId);
    if (group === undefined) groups.set(row.personId, [row]);
    else group.push(row);
  }
  return groups;
}
