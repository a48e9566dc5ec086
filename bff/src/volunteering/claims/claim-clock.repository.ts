import { Injectable } from '@nestjs/common';
import { MAX_SHIFT_HOURS } from '@jiefang/shared/volunteering';
import type { Sql } from '../../database/database.js';

/** A claim whose volunteer is to be reminded. */
export interface DueReminder {
  claimId: number;
  personId: number;
  taskTitle: string;
  placeName: string;
  startsAt: Date;
  endsAt: Date;
}

/** An ended shift that time has not done with. */
export interface EndedShift {
  id: number;
  endsAt: Date;
}

/** A claim of an ended shift that nobody has begun, or that nobody has ended. */
export interface OverdueClaim {
  id: number;
  shiftId: number;
  personId: number;
  status: 'claimed' | 'in_progress';
  endsAt: Date;
}

/** SQL of what is due. Everything goes by the shifts that are not settled yet: there are few, however many are past. */
@Injectable()
export class ClaimClockRepository {
  /** Claims that begin within (now, until], made longer before their start than that, and not reminded of. */
  async findToRemind(sql: Sql, now: Date, until: Date, limit: number): Promise<DueReminder[]> {
    return sql.query<DueReminder>(
      `SELECT c.id AS claimId, c.person_id AS personId, t.title AS taskTitle, t.place_name AS placeName,
              c.starts_at AS startsAt, c.ends_at AS endsAt
         FROM shift s FORCE INDEX (shift_clock)
         JOIN claim c FORCE INDEX (claim_live) ON c.shift_id = s.id
         JOIN task t ON t.id = c.task_id
        WHERE s.settled_at IS NULL AND s.ends_at > ? AND s.ends_at <= DATE_ADD(?, INTERVAL ? HOUR)
          AND s.starts_at > ? AND s.starts_at <= ? AND c.status = 'claimed' AND c.reminded_at IS NULL
          AND TIMESTAMPDIFF(SECOND, c.created_at, s.starts_at) > ?
        ORDER BY c.id LIMIT ?`,
      [now, until, MAX_SHIFT_HOURS, now, until, (until.getTime() - now.getTime()) / 1000, limit],
    );
  }

  /** Marks claims as reminded. Returns those that were still to be: not given back or moved since they were read. */
  async markReminded(tx: Sql, due: readonly DueReminder[], now: Date): Promise<DueReminder[]> {
    const rows = await tx.query<{ id: number; startsAt: Date }>(
      `SELECT id, starts_at AS startsAt FROM claim
        WHERE id IN (?) AND reminded_at IS NULL AND status = 'claimed' ORDER BY id FOR UPDATE`,
      [due.map((one) => one.claimId)],
    );
    const held = new Map(rows.map((row) => [row.id, row.startsAt.getTime()]));
    const still = due.filter((one) => held.get(one.claimId) === one.startsAt.getTime());
    if (still.length > 0) {
      const ids = still.map((one) => one.claimId);
      await tx.execute('UPDATE claim SET reminded_at = ? WHERE id IN (?)', [now, ids]);
    }
    return still;
  }

  /** Shifts that have ended and are not settled, the earliest first; `after` is the last of the page before. */
  async findEnded(sql: Sql, now: Date, after: EndedShift | null, limit: number): Promise<EndedShift[]> {
    const cursor = after === null ? '' : 'AND (ends_at, id) > (?, ?)';
    return sql.query<EndedShift>(
      `SELECT id, ends_at AS endsAt FROM shift FORCE INDEX (shift_clock)
        WHERE settled_at IS NULL AND ends_at <= ? ${cursor} ORDER BY ends_at, id LIMIT ?`,
      [now, ...(after === null ? [] : [after.endsAt, after.id]), limit],
    );
  }

  /** Claims of these shifts that are still open. */
  async findOpen(sql: Sql, shiftIds: readonly number[]): Promise<OverdueClaim[]> {
    return sql.query<OverdueClaim>(
      `SELECT id, shift_id AS shiftId, person_id AS personId, status, ends_at AS endsAt
         FROM claim FORCE INDEX (claim_live)
        WHERE shift_id IN (?) AND status IN ('claimed', 'in_progress') ORDER BY id`,
      [shiftIds],
    );
  }

  async settle(sql: Sql, shiftIds: readonly number[], now: Date): Promise<void> {
    if (shiftIds.length === 0) return;
    await sql.execute('UPDATE shift SET settled_at = ? WHERE id IN (?) AND settled_at IS NULL', [
      now,
      shiftIds,
    ]);
  }

  /** Shifts whose queue has nothing to hope for any more. */
  async findExpiredQueues(sql: Sql, now: Date, limit: number): Promise<number[]> {
    const rows = await sql.query<{ id: number }>(
      `SELECT DISTINCT s.id FROM shift_wait w JOIN shift s ON s.id = w.shift_id
        WHERE w.status = 'waiting' AND s.closes_at <= ? ORDER BY s.id LIMIT ?`,
      [now, limit],
    );
    return rows.map((row) => row.id);
  }

  /** Shifts with free places that somebody waits for. */
  async findServable(sql: Sql, now: Date, limit: number): Promise<number[]> {
    const rows = await sql.query<{ id: number }>(
      `SELECT DISTINCT s.id FROM shift_wait w JOIN shift s ON s.id = w.shift_id JOIN task t ON t.id = s.task_id
        WHERE w.status = 'waiting' AND s.claimed < s.capacity AND s.closes_at > ? AND s.status = 'open'
          AND t.status = 'published' ORDER BY s.id LIMIT ?`,
      [now, limit],
    );
    return rows.map((row) => row.id);
  }
}
