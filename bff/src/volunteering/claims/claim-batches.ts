import { Injectable } from '@nestjs/common';
import type { ClaimChannel, TaskStatus } from '@jiefang/shared/volunteering';
import type { IdempotentRequest, StoredAnswer } from '../../common/idempotency/idempotency.js';
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

/** What of a task decides claims and is told in notices. */
export interface TaskContent {
  id: number;
  version: number;
  divisionCode: string;
  title: string;
  placeName: string;
  /** JSON as the driver gives it. */
  requirements: unknown;
  hasRisk: number;
  releaseByMinutes: number;
}

/** What is asked of the surroundings of a batch. */
export interface Surroundings {
  personIds: readonly number[];
  /** Tasks whose stamp is enough. */
  knownTaskIds: readonly number[];
  /** Tasks that are wanted with their content. */
  newTaskIds: readonly number[];
  /** Requests whose kept answers are wanted. */
  requests: readonly IdempotentRequest[];
  /** Claims that begin between these count, null for none; `from` must already allow for the longest shift. */
  window: { from: Date; to: Date } | null;
  now: Date;
}

/** What stands around a batch. */
export interface Around {
  stamps: TaskStamp[];
  contents: TaskContent[];
  held: HeldTime[];
  pauses: PauseRow[];
  kept: StoredAnswer[];
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

type LockedRow = ({ kind: 'person' } & VolunteerRow) | ({ kind: 'shift' } & ShiftRow);

type AroundRow =
  | { kind: 'task'; id: number; number: number; word: TaskStatus }
  | ({ kind: 'new_task'; number: number; word: TaskStatus } & Omit<TaskContent, 'version'>)
  | { kind: 'held'; id: number; number: number; startsAt: Date; endsAt: Date }
  | { kind: 'pause'; id: number; divisionCode: string; endsAt: Date }
  | { kind: 'kept'; id: number; number: number; word: string; bodyHash: Buffer; response: string | null };

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
    await tx.later(
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
   * Holds volunteers, then shifts, in one round trip: the parts of the union are read in their order, each by its primary
   * key, ascending.
   */
  async lock(
    tx: Sql,
    personIds: readonly number[],
    shiftIds: readonly number[],
  ): Promise<{ volunteers: VolunteerRow[]; shifts: ShiftRow[] }> {
    const parts: string[] = [];
    if (personIds.length > 0) {
      parts.push(
        `(SELECT 'person' AS kind, person_id AS personId, birth_day AS birthDay, unit_id AS unitId, status,
            NULL AS id, NULL AS taskId, NULL AS startsAt, NULL AS endsAt, NULL AS opensAt, NULL AS closesAt,
            NULL AS capacity, NULL AS claimed, NULL AS waiting
            FROM volunteer FORCE INDEX (PRIMARY) WHERE person_id IN (${ids(personIds)}) FOR UPDATE)`,
      );
    }
    if (shiftIds.length > 0) {
      parts.push(
        `(SELECT 'shift' AS kind, NULL AS personId, NULL AS birthDay, NULL AS unitId, status, id, task_id AS taskId,
            starts_at AS startsAt, ends_at AS endsAt, opens_at AS opensAt, closes_at AS closesAt, capacity, claimed, waiting
            FROM shift FORCE INDEX (PRIMARY) WHERE id IN (${ids(shiftIds)}) FOR UPDATE)`,
      );
    }
    const [volunteers, shifts]: [VolunteerRow[], ShiftRow[]] = [[], []];
    if (parts.length === 0) return { volunteers, shifts };
    for (const row of await tx.query<LockedRow>(parts.join(' UNION ALL '))) {
      if (row.kind === 'person') volunteers.push(row);
      else shifts.push(row);
    }
    return { volunteers, shifts };
  }

  /**
   * What stands around a batch, in one query: its tasks, what live claims of its people hold, their pauses in force, and
   * kept answers. The latter are final: whoever is found to have one needs no decision.
   */
  async findAround(sql: Sql, wanted: Surroundings): Promise<Around> {
    const around: Around = { stamps: [], contents: [], held: [], pauses: [], kept: [] };
    for (const row of await sql.query<AroundRow>(partsOf(wanted).join(' UNION ALL '))) {
      if (row.kind === 'held') {
        const { id: personId, number: shiftId, startsAt, endsAt } = row;
        around.held.push({ personId, shiftId, startsAt, endsAt });
      } else if (row.kind === 'pause') {
        around.pauses.push({ personId: row.id, divisionCode: row.divisionCode, endsAt: row.endsAt });
      } else if (row.kind === 'kept') {
        const { id: personId, number: status, word: key, bodyHash, response } = row;
        around.kept.push({ personId, key, bodyHash, status, response });
      } else {
        around.stamps.push({ id: row.id, version: row.number, status: row.word });
        if (row.kind === 'new_task') around.contents.push({ ...contentOf(row), version: row.number });
      }
    }
    around.pauses.sort((a, b) => a.endsAt.getTime() - b.endsAt.getTime());
    return around;
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
    await tx.later(
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

  /** Adds to the counters of shifts, in one statement. The table's CHECK is the last guard of the places. */
  async addTo(
    tx: Sql,
    claimed: ReadonlyMap<number, number>,
    waiting: ReadonlyMap<number, number>,
  ): Promise<void> {
    const counters = Object.entries({ claimed, waiting }).filter(([, amounts]) => isMoved(amounts));
    if (counters.length === 0) return;
    const shiftIds = new Set(counters.flatMap(([, amounts]) => [...amounts.keys()]));
    await tx.later(
      `UPDATE shift FORCE INDEX (PRIMARY)
          SET ${counters.map(([name, amounts]) => `${name} = ${name} + ${amountOf(amounts)}`).join(', ')}
        WHERE id IN (${ids([...shiftIds])})`,
    );
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

const NO_CONTENT = 'NULL, NULL, NULL, NULL, NULL, NULL';
const NO_ANSWER = 'NULL, NULL';

/** The parts of the query around a batch, all of the same columns. */
function partsOf({ personIds, knownTaskIds, newTaskIds, requests, window, now }: Surroundings): string[] {
  const parts = [
    // First, also when it finds nothing: it names the columns.
    `SELECT 'new_task' AS kind, id, version AS number, status AS word, NULL AS startsAt, NULL AS endsAt,
       division_code AS divisionCode, title, place_name AS placeName, requirements, risk_notice <> '' AS hasRisk,
       release_by_minutes AS releaseByMinutes, NULL AS bodyHash, NULL AS response
       FROM task FORCE INDEX (PRIMARY) WHERE id IN (${newTaskIds.length > 0 ? ids(newTaskIds) : 'NULL'})`,
  ];
  if (knownTaskIds.length > 0) {
    parts.push(
      `SELECT 'task', id, version, status, NULL, NULL, ${NO_CONTENT}, ${NO_ANSWER}
         FROM task FORCE INDEX (PRIMARY) WHERE id IN (${ids(knownTaskIds)})`,
    );
  }
  if (personIds.length > 0 && window !== null) {
    parts.push(
      `SELECT 'held', person_id, shift_id, NULL, starts_at, ends_at, ${NO_CONTENT}, ${NO_ANSWER}
         FROM claim FORCE INDEX (claim_person) WHERE person_id IN (${ids(personIds)})
          AND starts_at > ${sqlInstant(window.from)} AND starts_at < ${sqlInstant(window.to)} AND live = 1`,
      `SELECT 'pause', person_id, NULL, NULL, starts_at, ends_at, division_code, NULL, NULL, NULL, NULL, NULL, ${NO_ANSWER}
         FROM volunteer_pause FORCE INDEX (volunteer_pause_person)
        WHERE person_id IN (${ids(personIds)}) AND ends_at > ${sqlInstant(now)} AND lifted_at IS NULL`,
    );
  }
  if (requests.length > 0) {
    const keys = requests.map(({ personId, key }) => `(${sqlNumber(personId)},${sqlText(key)})`);
    parts.push(
      `SELECT 'kept', person_id, status, idem_key, NULL, NULL, ${NO_CONTENT}, body_hash, response
         FROM idempotency FORCE INDEX (PRIMARY) WHERE (person_id, idem_key) IN (${keys.join(',')})`,
    );
  }
  return parts;
}

function contentOf(row: Omit<TaskContent, 'version'>): Omit<TaskContent, 'version'> {
  const { id, divisionCode, title, placeName, requirements, hasRisk, releaseByMinutes } = row;
  return { id, divisionCode, title, placeName, requirements, hasRisk, releaseByMinutes };
}

function isMoved(amounts: ReadonlyMap<number, number>): boolean {
  return [...amounts.values()].some((amount) => amount !== 0);
}

/**
 * What is added to a row: the amount of its id. Ids of one amount stand in one list, which the server searches by halving;
 * a case for each id would make it try them all for every row.
 */
function amountOf(amounts: ReadonlyMap<number, number>): string {
  const byAmount = new Map<number, number[]>();
  for (const [id, amount] of amounts) {
    const list = byAmount.get(amount);
    if (list === undefined) byAmount.set(amount, [id]);
    else list.push(id);
  }
  const cases = [...byAmount].map(([amount, list]) => `WHEN id IN (${ids(list)}) THEN ${sqlNumber(amount)}`);
  return `CASE ${cases.join(' ')} ELSE 0 END`;
}
