import { Injectable } from '@nestjs/common';
import type { ClaimChannel, TaskStatus } from '@jiefang/shared/volunteering';
import type { Sql } from '../../database/database.js';
import { sqlInstant, sqlNumber, sqlRows, sqlText } from '../../database/sql-rows.js';

/** The part of a volunteer that decides claims. */
export interface VolunteerRow {
  personId: number;
  status: 'awaiting_guardian' | 'active' | 'left';
  /** 'YYYY-MM-DD' */
  birthDay: string;
  unitId: number | null;
}

/** A shift as it stands while the batch holds it. */
export interface ShiftRow {
  id: number;
  taskId: number;
  startsAt: Date;
  endsAt: Date;
  opensAt: Date;
  closesAt: Date;
  capacity: number;
  claimed: number;
  waiting: number;
  status: 'open' | 'cancelled';
}

/** A stamp of a task: equal versions mean equal content. */
export interface TaskStamp {
  id: number;
  version: number;
  status: TaskStatus;
}

/** A claim to be written. */
export interface NewClaim {
  id: number;
  shiftId: number;
  taskId: number;
  divisionCode: string;
  personId: number;
  startsAt: Date;
  endsAt: Date;
  channel: ClaimChannel;
}

/** A stretch of somebody's time that a live claim holds. */
export interface HeldTime {
  personId: number;
  shiftId: number;
  startsAt: Date;
  endsAt: Date;
}

/** A pause in force. */
export interface PauseRow {
  personId: number;
  divisionCode: string;
  endsAt: Date;
}

type AroundRow =
  | { kind: 'task'; id: number; number: number; word: TaskStatus }
  | { kind: 'held'; id: number; number: number; startsAt: Date; endsAt: Date }
  | { kind: 'pause'; id: number; word: string; endsAt: Date };

const SHIFT_COLUMNS = `id, task_id AS taskId, starts_at AS startsAt, ends_at AS endsAt, opens_at AS opensAt,
  closes_at AS closesAt, capacity, claimed, waiting, status`;

/**
 * Set-based SQL of the claims' hot path: a few statements for a whole batch. Locks are taken in one order everywhere,
 * volunteers by person before shifts by id. Indexes are forced where statistics that lag behind a table's growth would
 * make the optimizer read, and in a locking read hold, all of it.
 */
@Injectable()
export class ClaimBatches {
  /** Holds these volunteers' rows, and with them their time, until the transaction ends; who is none is left out. */
  async lockPeople(tx: Sql, personIds: readonly number[]): Promise<VolunteerRow[]> {
    if (personIds.length === 0) return [];
    return tx.query<VolunteerRow>(
      `SELECT person_id AS personId, status, birth_day AS birthDay, unit_id AS unitId
         FROM volunteer FORCE INDEX (PRIMARY) WHERE person_id IN (${ids(personIds)}) ORDER BY person_id FOR UPDATE`,
    );
  }

  /** The same without holding them, for advice. */
  async findPeople(sql: Sql, personIds: readonly number[]): Promise<VolunteerRow[]> {
    if (personIds.length === 0) return [];
    return sql.query<VolunteerRow>(
      `SELECT person_id AS personId, status, birth_day AS birthDay, unit_id AS unitId
         FROM volunteer WHERE person_id IN (${ids(personIds)})`,
    );
  }

  /**
   * Counts up the people whose time changes hands. A locking read holds on one node only; two nodes of a cluster collide
   * on this write.
   */
  async touchPeople(tx: Sql, personIds: readonly number[]): Promise<void> {
    if (personIds.length === 0) return;
    await tx.execute(
      `UPDATE volunteer FORCE INDEX (PRIMARY) SET claim_version = claim_version + 1
        WHERE person_id IN (${ids(personIds)}) ORDER BY person_id`,
    );
  }

  async lockShifts(tx: Sql, shiftIds: readonly number[]): Promise<ShiftRow[]> {
    if (shiftIds.length === 0) return [];
    return tx.query<ShiftRow>(
      `SELECT ${SHIFT_COLUMNS} FROM shift FORCE INDEX (PRIMARY) WHERE id IN (${ids(shiftIds)}) ORDER BY id FOR UPDATE`,
    );
  }

  async findShifts(sql: Sql, shiftIds: readonly number[]): Promise<ShiftRow[]> {
    if (shiftIds.length === 0) return [];
    return sql.query<ShiftRow>(`SELECT ${SHIFT_COLUMNS} FROM shift WHERE id IN (${ids(shiftIds)})`);
  }

  /**
   * What stands around a batch, in one query: versions of its tasks, what live claims of its people hold between the two
   * instants, and their pauses in force at `now`. `from` must already allow for the longest shift: the index knows
   * starts only.
   */
  async findAround(
    sql: Sql,
    personIds: readonly number[],
    taskIds: readonly number[],
    { from, to, now }: { from: Date; to: Date; now: Date },
  ): Promise<{ stamps: TaskStamp[]; held: HeldTime[]; pauses: PauseRow[] }> {
    const parts = [
      `SELECT 'task' AS kind, id, version AS number, status AS word, NULL AS startsAt, NULL AS endsAt
         FROM task FORCE INDEX (PRIMARY) WHERE id IN (${ids(taskIds)})`,
    ];
    if (personIds.length > 0) {
      parts.push(
        `SELECT 'held', person_id, shift_id, NULL, starts_at, ends_at FROM claim FORCE INDEX (claim_person)
          WHERE person_id IN (${ids(personIds)}) AND starts_at > ${sqlInstant(from)} AND starts_at < ${sqlInstant(to)}
            AND live = 1`,
        `SELECT 'pause', person_id, NULL, division_code, starts_at, ends_at
           FROM volunteer_pause FORCE INDEX (volunteer_pause_person)
          WHERE person_id IN (${ids(personIds)}) AND ends_at > ${sqlInstant(now)} AND lifted_at IS NULL`,
      );
    }
    const rows = await sql.query<AroundRow>(parts.join(' UNION ALL '));
    const [stamps, held, pauses]: [TaskStamp[], HeldTime[], PauseRow[]] = [[], [], []];
    for (const row of rows) {
      if (row.kind === 'task') stamps.push({ id: row.id, version: row.number, status: row.word });
      else if (row.kind === 'held')
        held.push({ personId: row.id, shiftId: row.number, startsAt: row.startsAt, endsAt: row.endsAt });
      else pauses.push({ personId: row.id, divisionCode: row.word, endsAt: row.endsAt });
    }
    return { stamps, held, pauses: pauses.sort((a, b) => a.endsAt.getTime() - b.endsAt.getTime()) };
  }

  async findTrainings(
    sql: Sql,
    personIds: readonly number[],
  ): Promise<{ personId: number; training: string; passedOn: string; expiresOn: string | null }[]> {
    if (personIds.length === 0) return [];
    return sql.query(
      `SELECT person_id AS personId, training, passed_on AS passedOn, expires_on AS expiresOn
         FROM volunteer_training WHERE person_id IN (${ids(personIds)})`,
    );
  }

  /** Communities of the approved residencies. */
  async findHomes(
    sql: Sql,
    personIds: readonly number[],
  ): Promise<{ personId: number; communityCode: string }[]> {
    if (personIds.length === 0) return [];
    return sql.query(
      `SELECT person_id AS personId, community_code AS communityCode FROM residency
        WHERE person_id IN (${ids(personIds)}) AND live = 1 AND status = 'approved'`,
    );
  }

  async insertClaims(tx: Sql, claims: readonly NewClaim[], now: Date): Promise<void> {
    if (claims.length === 0) return;
    const at = sqlInstant(now);
    await tx.execute(
      `INSERT INTO claim (id, shift_id, task_id, division_code, person_id, starts_at, ends_at, channel, status,
         created_at, updated_at) VALUES ?`,
      [
        sqlRows(
          claims.map(
            (c) =>
              `(${sqlNumber(c.id)},${sqlNumber(c.shiftId)},${sqlNumber(c.taskId)},${sqlText(c.divisionCode)},` +
              `${sqlNumber(c.personId)},${sqlInstant(c.startsAt)},${sqlInstant(c.endsAt)},${sqlText(c.channel)},` +
              `'claimed',${at},${at})`,
          ),
        ),
      ],
    );
  }

  /** Adds to a counter of shifts, one statement for each amount. The table's CHECK is the last guard of the places. */
  async addTo(tx: Sql, counter: 'claimed' | 'waiting', amounts: ReadonlyMap<number, number>): Promise<void> {
    const byAmount = new Map<number, number[]>();
    for (const [shiftId, amount] of amounts) {
      if (amount === 0) continue;
      const same = byAmount.get(amount);
      if (same === undefined) byAmount.set(amount, [shiftId]);
      else same.push(shiftId);
    }
    for (const [amount, shiftIds] of byAmount) {
      await tx.execute(
        `UPDATE shift FORCE INDEX (PRIMARY) SET ${counter} = ${counter} + (${sqlNumber(amount)}) WHERE id IN (${ids(shiftIds)})`,
      );
    }
  }

  /** Claims of these shifts that nobody has begun, held until the transaction ends. */
  async lockClaimed(tx: Sql, shiftIds: readonly number[]): Promise<number[]> {
    if (shiftIds.length === 0) return [];
    const rows = await tx.query<{ id: number }>(
      `SELECT id FROM claim FORCE INDEX (claim_live) WHERE shift_id IN (${ids(shiftIds)}) AND status = 'claimed' FOR UPDATE`,
    );
    return rows.map((row) => row.id);
  }

  /** Releases held claims that nobody has begun, and counts their shifts anew. */
  async release(
    tx: Sql,
    claimIds: readonly number[],
    shiftIds: readonly number[],
    reason: string,
    actorId: number,
    now: Date,
  ): Promise<void> {
    if (claimIds.length === 0) return;
    const list = ids(claimIds);
    await tx.execute(
      `INSERT INTO claim_event (claim_id, status, at, actor_id, note)
       SELECT id, 'released', ?, ?, ? FROM claim WHERE id IN (${list})`,
      [now, actorId, reason],
    );
    await tx.execute(
      `UPDATE claim SET status = 'released', status_reason = ?, updated_at = ? WHERE id IN (${list}) AND status = 'claimed'`,
      [reason, now],
    );
    await tx.execute(
      `UPDATE shift SET claimed = (SELECT COUNT(*) FROM claim c WHERE c.shift_id = shift.id AND c.live = 1)
        WHERE id IN (${ids(shiftIds)})`,
    );
  }
}

/** Row numbers for an IN (…), ascending: locks are taken in this order. */
function ids(numbers: readonly number[]): string {
  return [...numbers]
    .sort((a, b) => a - b)
    .map(sqlNumber)
    .join(',');
}
