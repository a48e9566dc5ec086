import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock/clock.js';
import type { Sql } from '../../database/database.js';

/** What decides who may book: read fresh for every decision, never cached. */
export interface Person {
  personId: number;
  phoneBound: boolean;
  /** Community of the approved residency; null without one. */
  communityCode: string | null;
  /** Household of the approved residency; null without one. */
  householdId: number | null;
  /** Pauses that were neither lifted nor over when read. */
  pauses: { centreId: number; endsAt: Date }[];
}

interface PersonRow {
  personId: number;
  phoneBound: number;
  communityCode: string | null;
  householdId: number | null;
}

/** Reads the facts of many people at once, in two queries. */
@Injectable()
export class PersonFacts {
  constructor(private readonly clock: Clock) {}

  /** Facts by person id; an id without a person is left out. */
  async load(sql: Sql, personIds: readonly number[]): Promise<Map<number, Person>> {
    if (personIds.length === 0) return new Map();
    const ids = [...new Set(personIds)];
    const rows = await sql.query<PersonRow>(
      `SELECT p.id AS personId, p.phone_hash IS NOT NULL AS phoneBound,
              r.community_code AS communityCode, r.household_id AS householdId
         FROM person p
         LEFT JOIN residency r ON r.person_id = p.id AND r.live = 1 AND r.status = 'approved'
        WHERE p.id IN (?)`,
      [ids],
    );
    const people = new Map<number, Person>();
    for (const row of rows)
      people.set(row.personId, { ...row, phoneBound: row.phoneBound === 1, pauses: [] });
    const pauses = await sql.query<{ personId: number; centreId: number; endsAt: Date }>(
      `SELECT person_id AS personId, centre_id AS centreId, ends_at AS endsAt
         FROM booking_pause WHERE person_id IN (?) AND ends_at > ? AND lifted_at IS NULL ORDER BY ends_at`,
      [ids, this.clock.now()],
    );
    for (const { personId, centreId, endsAt } of pauses)
      people.get(personId)?.pauses.push({ centreId, endsAt });
    return people;
  }
}
