import { Injectable } from '@nestjs/common';
import type { HoursAct, HoursStatus, HoursTier } from '@jiefang/shared/hours';
import type { Sql } from '../../database/database.js';

export type HoursKind = 'service' | 'adjustment';

/** What became of one service or adjustment. Days are 'YYYY-MM-DD' in Shanghai, minutes are signed. */
export interface HoursItemRow {
  id: number;
  personId: number;
  claimId: number | null;
  /** The service that an adjustment corrects. */
  correctsId: number | null;
  divisionCode: string;
  unitId: number | null;
  kind: HoursKind;
  content: string;
  day: string;
  minutes: number;
  tier: HoursTier;
  status: HoursStatus;
  publicisedOn: string | null;
  publicationEndsOn: string | null;
  recordedAt: Date | null;
  openObjections: number;
  /** Why it was adjusted or reversed. */
  reason: string | null;
}

/** An item with whose it is. */
export interface StaffItemRow extends HoursItemRow {
  number: string;
  nameCipher: Buffer;
}

/** One line of an item's history. */
export interface ActRow {
  act: HoursAct;
  minutes: number;
  at: Date;
  reason: string | null;
  /** Nickname of the member of staff; null for the clock, and for whoever objected. */
  by: string | null;
}

/** What a new item starts from. */
export type NewItem = Pick<
  HoursItemRow,
  'personId' | 'divisionCode' | 'unitId' | 'kind' | 'content' | 'day' | 'minutes' | 'tier' | 'correctsId'
> & { claimId: number | null; at: Date };

const COLUMNS = `i.id, i.person_id AS personId, i.claim_id AS claimId, i.corrects_id AS correctsId,
  i.division_code AS divisionCode, i.unit_id AS unitId, i.kind, i.content, i.day, i.minutes, i.tier, i.status,
  i.publicised_on AS publicisedOn, i.publication_ends_on AS publicationEndsOn, i.recorded_at AS recordedAt,
  i.open_objections AS openObjections,
  (SELECT l.reason FROM hours_ledger l WHERE l.item_id = i.id AND l.act IN ('adjustment', 'reversal')
    ORDER BY l.seq DESC LIMIT 1) AS reason`;

/** SQL over items of hours: the state of the ledger as lists need it. */
@Injectable()
export class HoursItemsRepository {
  async insert(sql: Sql, item: NewItem): Promise<number> {
    const { insertId } = await sql.execute(
      `INSERT INTO hours_item (person_id, claim_id, corrects_id, division_code, unit_id, kind, content, day, minutes, tier,
         status, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'provisional', ?, ?)`,
      [
        item.personId,
        item.claimId,
        item.correctsId,
        item.divisionCode,
        item.unitId,
        item.kind,
        item.content,
        item.day,
        item.minutes,
        item.tier,
        item.at,
        item.at,
      ],
    );
    return insertId;
  }

  /** The sum of the ledger over a person's service day. */
  async minutesOfDay(sql: Sql, personId: number, day: string): Promise<number> {
    const [row] = await sql.query<{ minutes: string | number }>(
      'SELECT COALESCE(SUM(minutes), 0) AS minutes FROM hours_ledger WHERE person_id = ? AND day = ?',
      [personId, day],
    );
    return Number(row?.minutes ?? 0);
  }

  /** The same for many people and days; the key is `person|day`. */
  async minutesOfDays(
    sql: Sql,
    services: readonly { personId: number; day: string }[],
  ): Promise<Map<string, number>> {
    if (services.length === 0) return new Map();
    const rows = await sql.query<{ personId: number; day: string; minutes: string | number }>(
      `SELECT person_id AS personId, day, SUM(minutes) AS minutes FROM hours_ledger
        WHERE person_id IN (?) AND day IN (?) GROUP BY person_id, day`,
      [services.map((one) => one.personId), services.map((one) => one.day)],
    );
    return new Map(rows.map(({ personId, day, minutes }) => [`${personId}|${day}`, Number(minutes)]));
  }

  /** What a service and its adjustments come to, without what was reversed. Final once the person's chain is held. */
  async minutesOfService(sql: Sql, serviceId: number): Promise<number> {
    const [row] = await sql.query<{ minutes: string | number }>(
      `SELECT COALESCE(SUM(minutes), 0) AS minutes FROM hours_item
        WHERE (id = ? OR corrects_id = ?) AND status <> 'reversed'`,
      [serviceId, serviceId],
    );
    return Number(row?.minutes ?? 0);
  }

  /** Sums of the ledger by what became of the items. */
  async balanceOf(sql: Sql, personId: number): Promise<Map<HoursStatus, number>> {
    const rows = await sql.query<{ status: HoursStatus; minutes: string | number }>(
      `SELECT i.status, SUM(l.minutes) AS minutes FROM hours_ledger l JOIN hours_item i ON i.id = l.item_id
        WHERE l.person_id = ? GROUP BY i.status`,
      [personId],
    );
    return new Map(rows.map((row) => [row.status, Number(row.minutes)]));
  }

  async findById(sql: Sql, id: number): Promise<HoursItemRow | null> {
    return (
      (await sql.query<HoursItemRow>(`SELECT ${COLUMNS} FROM hours_item i WHERE i.id = ?`, [id]))[0] ?? null
    );
  }

  /** The item, kept from others until the transaction ends: on one node by the row, on a cluster by the later write. */
  async findForUpdate(sql: Sql, id: number): Promise<HoursItemRow | null> {
    const rows = await sql.query<HoursItemRow>(
      `SELECT ${COLUMNS} FROM hours_item i WHERE i.id = ? FOR UPDATE`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Adjustments of a service that still count, kept from others like the service itself. */
  findLiveAdjustments(sql: Sql, itemId: number): Promise<HoursItemRow[]> {
    return sql.query<HoursItemRow>(
      `SELECT ${COLUMNS} FROM hours_item i WHERE i.corrects_id = ? AND i.status <> 'reversed' ORDER BY i.id FOR UPDATE`,
      [itemId],
    );
  }

  /** A person's items, latest service day first; `year` null means all of them. */
  findByPerson(
    sql: Sql,
    personId: number,
    year: number | null,
    after: { day: string; id: number } | null,
    limit: number,
  ): Promise<HoursItemRow[]> {
    const [from, to] = year === null ? ['1000-01-01', '9999-12-31'] : [`${year}-01-01`, `${year}-12-31`];
    return sql.query<HoursItemRow>(
      `SELECT ${COLUMNS} FROM hours_item i WHERE i.person_id = ? AND i.day BETWEEN ? AND ?
          ${after === null ? '' : 'AND (i.day, i.id) < (?, ?)'}
        ORDER BY i.day DESC, i.id DESC LIMIT ?`,
      [personId, from, to, ...(after === null ? [] : [after.day, after.id]), limit],
    );
  }

  /** Items of a division's subtree, latest service day first. */
  findByDivision(
    sql: Sql,
    divisionCode: string,
    filter: {
      status?: HoursStatus | undefined;
      from?: string | undefined;
      to?: string | undefined;
      number?: string | undefined;
    },
    after: { day: string; id: number } | null,
    limit: number,
  ): Promise<StaffItemRow[]> {
    const conditions: [string, readonly unknown[]][] = [
      ["i.division_code LIKE CONCAT(?, '%')", [divisionCode]],
    ];
    if (filter.status !== undefined) conditions.push(['i.status = ?', [filter.status]]);
    if (filter.from !== undefined) conditions.push(['i.day >= ?', [filter.from]]);
    if (filter.to !== undefined) conditions.push(['i.day <= ?', [filter.to]]);
    if (filter.number !== undefined) {
      const of = "i.person_id IN (SELECT v.person_id FROM volunteer v WHERE v.number LIKE CONCAT(?, '%'))";
      conditions.push([of, [filter.number]]);
    }
    if (after !== null) conditions.push(['(i.day, i.id) < (?, ?)', [after.day, after.id]]);
    // Keys are picked from the index; names and reasons are read for the page.
    return sql.query<StaffItemRow>(
      `SELECT ${COLUMNS}, v.number, v.name_cipher AS nameCipher FROM (
         SELECT i.id FROM hours_item i
          WHERE ${conditions.map(([text]) => text).join(' AND ')} ORDER BY i.day DESC, i.id DESC LIMIT ?) k
         JOIN hours_item i ON i.id = k.id JOIN volunteer v ON v.person_id = i.person_id
        ORDER BY i.day DESC, i.id DESC`,
      [...conditions.flatMap(([, values]) => values), limit],
    );
  }

  async findStaffItems(sql: Sql, ids: readonly number[]): Promise<StaffItemRow[]> {
    if (ids.length === 0) return [];
    return sql.query<StaffItemRow>(
      `SELECT ${COLUMNS}, v.number, v.name_cipher AS nameCipher FROM hours_item i
         JOIN volunteer v ON v.person_id = i.person_id WHERE i.id IN (?)`,
      [ids],
    );
  }

  /** History of an item, oldest first. */
  findActs(sql: Sql, itemId: number): Promise<ActRow[]> {
    return sql.query<ActRow>(
      `SELECT l.act, l.minutes, l.at, l.reason, IF(l.act = 'objection', NULL, p.nickname) AS \`by\`
         FROM hours_ledger l LEFT JOIN person p ON p.id = l.actor_id WHERE l.item_id = ? ORDER BY l.seq`,
      [itemId],
    );
  }

  /** Who wrote the act that brought each item's minutes; the key is the item's row number. */
  async findCreditors(sql: Sql, itemIds: readonly number[]): Promise<Map<number, number | null>> {
    if (itemIds.length === 0) return new Map();
    const rows = await sql.query<{ itemId: number; actorId: number | null }>(
      `SELECT item_id AS itemId, actor_id AS actorId FROM hours_ledger
        WHERE item_id IN (?) AND act IN ('service', 'adjustment')`,
      [itemIds],
    );
    return new Map(rows.map((row) => [row.itemId, row.actorId]));
  }

  /**
   * Provisional items that were made before an instant, by id, after an id. The index is forced here and below: few items
   * wait among all that are done, and the order by id would have the table read through.
   */
  findProvisionalBefore(sql: Sql, before: Date, afterId: number, limit: number): Promise<{ id: number }[]> {
    return sql.query(
      `SELECT id FROM hours_item FORCE INDEX (hours_item_status)
        WHERE status = 'provisional' AND created_at < ? AND id > ? ORDER BY id LIMIT ?`,
      [before, afterId, limit],
    );
  }

  /** Items whose publication ended before a day and to which nobody objects, by id, after an id. */
  findToRecord(sql: Sql, today: string, afterId: number, limit: number): Promise<{ id: number }[]> {
    return sql.query(
      `SELECT id FROM hours_item FORCE INDEX (hours_item_status)
        WHERE status = 'publicised' AND publication_ends_on < ? AND open_objections = 0 AND id > ? ORDER BY id LIMIT ?`,
      [today, afterId, limit],
    );
  }

  /** Those of the items that are still in a status, kept from others. */
  findStillIn(sql: Sql, ids: readonly number[], status: HoursStatus): Promise<HoursItemRow[]> {
    return sql.query<HoursItemRow>(
      `SELECT ${COLUMNS} FROM hours_item i WHERE i.id IN (?) AND i.status = ? ORDER BY i.id FOR UPDATE`,
      [ids, status],
    );
  }

  /** Returns how many went public: those that were provisional. */
  async publicise(sql: Sql, ids: readonly number[], on: string, endsOn: string, at: Date): Promise<number> {
    const { affectedRows } = await sql.execute(
      `UPDATE hours_item SET status = 'publicised', publicised_on = ?, publication_ends_on = ?, updated_at = ?
        WHERE id IN (?) AND status = 'provisional'`,
      [on, endsOn, at, ids],
    );
    return affectedRows;
  }

  /** Returns how many were recorded: those that were public and without an open objection. */
  async record(sql: Sql, ids: readonly number[], at: Date): Promise<number> {
    const { affectedRows } = await sql.execute(
      `UPDATE hours_item SET status = 'recorded', recorded_at = ?, updated_at = ?
        WHERE id IN (?) AND status = 'publicised' AND open_objections = 0`,
      [at, at, ids],
    );
    return affectedRows;
  }

  /** True when the item was reversed by this call. */
  async reverse(sql: Sql, id: number, at: Date): Promise<boolean> {
    const { affectedRows } = await sql.execute(
      "UPDATE hours_item SET status = 'reversed', open_objections = 0, updated_at = ? WHERE id = ? AND status <> 'reversed'",
      [at, id],
    );
    return affectedRows === 1;
  }

  /** One more or one less open objection to a public item; true when the item was public. */
  async countObjection(sql: Sql, id: number, by: 1 | -1, at: Date): Promise<boolean> {
    const { affectedRows } = await sql.execute(
      "UPDATE hours_item SET open_objections = open_objections + ?, updated_at = ? WHERE id = ? AND status = 'publicised'",
      [by, at, id],
    );
    return affectedRows === 1;
  }
}
