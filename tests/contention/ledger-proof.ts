import type { Sql } from '@jiefang/bff/database/database';

const LIVE = "('pending', 'confirmed', 'checked_in', 'completed')";

/**
 * What must never be found in the stored bookings, counted by SQL that shares no code with the product: pairs of live
 * bookings of one venue that overlap, units of no live booking, live bookings without their units, used-up quotas.
 */
export async function faultsIn(sql: Sql): Promise<Record<string, number>> {
  const count = async (statement: string): Promise<number> =>
    Number((await sql.query<{ n: number }>(`SELECT COUNT(*) AS n FROM (${statement}) found`))[0]?.n);
  const limit = (field: string): string => `JSON_VALUE(v.policy, '$.${field}')`;
  const breaches = (subject: 'person' | 'household', field: string): string =>
    `SELECT b.venue_id FROM booking b JOIN venue v ON v.id = b.venue_id
      WHERE b.status IN ${LIVE} AND b.${subject}_id IS NOT NULL AND ${limit(field)} IS NOT NULL AND ${limit(field)} <> 'null'
      GROUP BY b.venue_id, v.policy, b.${subject}_id, YEARWEEK(b.day, 3) HAVING COUNT(*) > CAST(${limit(field)} AS UNSIGNED)`;
  return {
    overlaps: await count(
      `SELECT a.id FROM booking a JOIN booking b ON b.venue_id = a.venue_id AND b.id > a.id
          AND b.starts_at < a.ends_at AND a.starts_at < b.ends_at WHERE a.status IN ${LIVE} AND b.status IN ${LIVE}`,
    ),
    orphanUnits: await count(
      `SELECT u.unit FROM booking_unit u LEFT JOIN booking b ON b.id = u.booking_id AND b.venue_id = u.venue_id
          AND b.day = u.day AND u.unit >= b.start_unit WHERE b.id IS NULL OR b.status NOT IN ${LIVE}`,
    ),
    missingUnits: await count(
      `SELECT b.id FROM booking b LEFT JOIN booking_unit u ON u.booking_id = b.id AND u.venue_id = b.venue_id
          AND u.day = b.day AND u.unit < b.end_unit
        WHERE b.status IN ${LIVE} GROUP BY b.id, b.start_unit, b.end_unit HAVING COUNT(u.unit) <> b.end_unit - b.start_unit`,
    ),
    personQuota: await count(breaches('person', 'weeklyPerPerson')),
    householdQuota: await count(breaches('household', 'weeklyPerHousehold')),
    slotsOfNobody: await count(
      `SELECT q.slot FROM booking_quota q LEFT JOIN booking b ON b.id = q.booking_id
        WHERE b.id IS NULL OR b.status IN ('cancelled', 'rejected')`,
    ),
    waitingForFreeRuns: await count(
      `SELECT w.id FROM waitlist_entry w WHERE w.status = 'waiting' AND NOT EXISTS (SELECT 1 FROM booking_unit u
          WHERE u.venue_id = w.venue_id AND u.day = w.day AND u.unit >= w.start_unit
            AND u.unit < w.end_unit + CEIL((SELECT JSON_VALUE(v.policy, '$.cleaningMinutes') / v.unit_minutes FROM venue v WHERE v.id = w.venue_id)))`,
    ),
    jumpedTheQueue: await count(
      `SELECT a.id FROM waitlist_entry a JOIN waitlist_entry b ON b.venue_id = a.venue_id AND b.day = a.day
          AND b.start_unit = a.start_unit AND b.end_unit = a.end_unit AND b.id > a.id
        WHERE a.status = 'waiting' AND b.status = 'promoted' AND b.updated_at > a.created_at`,
    ),
    toldTwice: await count('SELECT person_id FROM outbox GROUP BY person_id, dedupe HAVING COUNT(*) > 1'),
    withoutHistory: await count(
      `SELECT b.id FROM booking b WHERE b.status <> (SELECT e.status FROM booking_event e WHERE e.booking_id = b.id ORDER BY e.id DESC LIMIT 1)`,
    ),
  };
}

/** The answer of `faultsIn` when all is well. */
export const NO_FAULTS = {
  overlaps: 0,
  orphanUnits: 0,
  missingUnits: 0,
  personQuota: 0,
  householdQuota: 0,
  slotsOfNobody: 0,
  waitingForFreeRuns: 0,
  jumpedTheQueue: 0,
  toldTwice: 0,
  withoutHistory: 0,
};
