import type { Sql } from '@jiefang/bff/database/database';

const LIVE = "('claimed', 'in_progress', 'submitted', 'queried', 'verified')";

/**
 * What must never be found in the stored claims, counted by SQL that shares no code with the product: more people than
 * places, one person twice in a shift or in two places at once, counters that do not count, waits passed over, people
 * told twice, claims whose history ends elsewhere.
 */
export async function claimFaultsIn(sql: Sql): Promise<Record<string, number>> {
  const count = async (statement: string): Promise<number> =>
    Number((await sql.query<{ n: number }>(`SELECT COUNT(*) AS n FROM (${statement}) found`))[0]?.n);
  return {
    oversold: await count(
      `SELECT s.id FROM shift s JOIN claim c ON c.shift_id = s.id WHERE c.status IN ${LIVE}
        GROUP BY s.id, s.capacity HAVING COUNT(*) > s.capacity`,
    ),
    doubled: await count(
      `SELECT shift_id FROM claim WHERE status IN ${LIVE} GROUP BY shift_id, person_id HAVING COUNT(*) > 1`,
    ),
    overlaps: await count(
      `SELECT a.id FROM claim a JOIN claim b ON b.person_id = a.person_id AND b.id > a.id
          AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
        WHERE a.status IN ${LIVE} AND b.status IN ${LIVE}`,
    ),
    miscounted: await count(
      `SELECT s.id FROM shift s WHERE s.claimed <> (SELECT COUNT(*) FROM claim c
          WHERE c.shift_id = s.id AND c.status IN ${LIVE})`,
    ),
    miscountedWaits: await count(
      `SELECT s.id FROM shift s WHERE s.waiting <> (SELECT COUNT(*) FROM shift_wait w
          WHERE w.shift_id = s.id AND w.status = 'waiting')`,
    ),
    jumpedTheQueue: await count(
      `SELECT a.id FROM shift_wait a JOIN shift_wait b ON b.shift_id = a.shift_id AND b.id > a.id
        WHERE a.status = 'waiting' AND b.status = 'promoted'`,
    ),
    promotedTwice: await count(
      "SELECT claim_id FROM shift_wait WHERE status = 'promoted' GROUP BY claim_id HAVING COUNT(*) > 1",
    ),
    promotedToNothing: await count(
      `SELECT w.id FROM shift_wait w LEFT JOIN claim c ON c.id = w.claim_id AND c.person_id = w.person_id
          AND c.shift_id = w.shift_id AND c.channel = 'waitlist'
        WHERE w.status = 'promoted' AND c.id IS NULL`,
    ),
    toldTwice: await count('SELECT person_id FROM outbox GROUP BY person_id, dedupe HAVING COUNT(*) > 1'),
    withoutHistory: await count(
      `SELECT c.id FROM claim c WHERE c.id < 5000000 AND c.status <> COALESCE((SELECT e.status FROM claim_event e
          WHERE e.claim_id = c.id ORDER BY e.id DESC LIMIT 1), 'claimed')`,
    ),
    elsewhere: await count(
      `SELECT c.id FROM claim c JOIN shift s ON s.id = c.shift_id
        WHERE c.task_id <> s.task_id OR c.starts_at <> s.starts_at OR c.ends_at <> s.ends_at`,
    ),
  };
}

/** The answer of `claimFaultsIn` when all is well. */
export const NO_CLAIM_FAULTS = {
  oversold: 0,
  doubled: 0,
  overlaps: 0,
  miscounted: 0,
  miscountedWaits: 0,
  jumpedTheQueue: 0,
  promotedTwice: 0,
  promotedToNothing: 0,
  toldTwice: 0,
  withoutHistory: 0,
  elsewhere: 0,
};
