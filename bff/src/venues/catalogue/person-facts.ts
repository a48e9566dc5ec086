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
  pausedCentreId: number | null;
  pauseEndsAt: Date | null;
}

/** Reads the facts of many people at once, in one query. */
@Injectable()
export class PersonFacts {
  constructor(private readonly clock: Clock) {}

  /** Facts by person id; an id without a person is left out. */
  async load(sql: Sql, personIds: readonly number[]): Promise<Map<number, Person>> {
    if (personIds.length === 0) return new Map();
    // A row for each pause in force; a person without one has a single row.
    const rows = await sql.query<PersonRow>(
      `SELECT p.id AS personId, p.phone_hash IS NOT NULL AS phoneBound, r.community_code AS communityCode,
              r.household_id AS householdId, b.centre_id AS pausedCentreId, b.ends_at AS pauseEndsAt
         FROM person p
         LEFT JOIN residency r ON r.person_id = p.id AND r.live = 1 AND r.status = 'approved'
         LEFT JOIN booking_pause b ON b.person_id = p.id AND b.ends_at > ? AND b.lifted_at IS NULL
        WHERE p.id IN (?) ORDER BY p.id, b.ends_at`,
      [this.clock.now(), [...new Set(personIds)]],
    );
    const people = new Map<number, Person>();
    for (const { personId, phoneBound, communityCode, householdId, pausedCentreId, pauseEndsAt } of rows) {
      const person = people.get(personId) ?? {
        personId,
        phoneBound: phoneBound === 1,
        communityCode,
        householdId,
        pauses: [],
      };
      people.set(personId, person);
      if (pausedCentreId !== null && pauseEndsAt !== null) {
        person.pauses.push({ centreId: pausedCentreId, endsAt: pauseEndsAt });
      }
    }
    return people;
  }
}
