import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock/clock.js';
import type { Sql } from '../../database/database.js';
import type { VolunteeringPayloads } from '../../notices/volunteering-texts.js';

/** People told by one statement. */
const CHUNK = 5_000;

/** Tells the volunteers who asked to be told of emergency tasks (平战结合). Nobody is assigned. */
@Injectable()
export class EmergencyCalls {
  constructor(private readonly clock: Clock) {}

  /**
   * Queues the call for every opted-in active volunteer whose community lies in the division; once per task, however
   * often it is called. Written straight from the roster, in chunks by person. Returns how many are on the roster.
   */
  async call(
    tx: Sql,
    taskId: number,
    divisionCode: string,
    payload: VolunteeringPayloads['emergency_call'],
  ): Promise<number> {
    const now = this.clock.now();
    const dedupe = `emergency:${taskId}`;
    let told = 0;
    for (let after = 0; ;) {
      const people = await tx.query<{ personId: number }>(
        `SELECT person_id AS personId FROM volunteer
          WHERE emergency_opt_in = 1 AND status = 'active' AND community_code LIKE CONCAT(?, '%') AND person_id > ?
          ORDER BY person_id LIMIT ${CHUNK}`,
        [divisionCode, after],
      );
      const last = people.at(-1);
      if (last === undefined) return told;
      await tx.execute(
        `INSERT INTO outbox (person_id, kind, dedupe, payload, due_at, created_at)
         SELECT v.person_id, 'emergency_call', ?, ?, ?, ? FROM volunteer v
          WHERE v.person_id > ? AND v.person_id <= ? AND v.emergency_opt_in = 1 AND v.status = 'active'
            AND v.community_code LIKE CONCAT(?, '%')
         ON DUPLICATE KEY UPDATE outbox.id = outbox.id`,
        [dedupe, JSON.stringify(payload), now, now, after, last.personId, divisionCode],
      );
      told += people.length;
      after = last.personId;
    }
  }
}
