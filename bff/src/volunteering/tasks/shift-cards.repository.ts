import { Injectable } from '@nestjs/common';
import type { Place } from '@jiefang/shared/geo';
import { DAY_MS } from '@jiefang/shared/time';
import { MAX_SHIFT_HOURS, type TaskKind, type TaskUrgency } from '@jiefang/shared/volunteering';
import type { Sql } from '../../database/database.js';
import { boxAround, cellsOf } from './task-cells.js';
import type { ShiftCardRow } from './task-rows.js';

/** What to list of the shifts that are not over; everything given must hold. */
export interface ShiftFilter {
  now: Date;
  /** Shifts that start in [from, to). */
  from: Date | null;
  to: Date | null;
  kind: TaskKind | null;
  urgency: TaskUrgency | null;
  /** Part of a task's title or of its place's name. */
  q: string | null;
  /** Only what can be claimed at this moment. */
  open: boolean;
}

/** A list's last row: the next page begins behind it. `metres` counts in a list by nearness only. */
export interface ShiftKey {
  metres: number;
  startsAt: Date;
  id: number;
}

const COLUMNS = `s.id, s.task_id AS taskId, s.starts_at AS startsAt, s.ends_at AS endsAt, s.opens_at AS opensAt,
  s.closes_at AS closesAt, s.capacity, s.claimed, s.waiting, s.status, t.division_code AS divisionCode, t.title, t.kind,
  t.urgency, t.place_name AS placeName, t.address, t.latitude, t.longitude,
  COALESCE(JSON_LENGTH(t.route, '$.checkpoints'), 0) AS checkpoints, t.insured, t.risk_notice <> '' AS hasRisk`;

/** The rows of a page whose keys have been picked. */
const ofPage = (keys: string): string =>
  `STRAIGHT_JOIN shift s FORCE INDEX (PRIMARY) ON s.id = ${keys}.id
   STRAIGHT_JOIN task t FORCE INDEX (PRIMARY) ON t.id = s.task_id`;

const EARTH_METRES = 6_371_008.8;
/** A shift that is not over started at most this long ago. */
const LONGEST_MS = MAX_SHIFT_HOURS * (DAY_MS / 24);

/** SQL over shifts of many tasks. Every list reads ranges of an index, whatever the city holds. */
@Injectable()
export class ShiftCardsRepository {
  /** Soonest first, of tasks of exactly these divisions. Each division is one range, read in order and cut early. */
  async findSoonest(
    sql: Sql,
    divisionCodes: readonly string[],
    filter: ShiftFilter,
    after: ShiftKey | null,
    limit: number,
  ): Promise<ShiftCardRow[]> {
    const [shifts, tasks] = [onShifts(filter), onTasks(filter)];
    const cursor = after === null ? '' : 'AND s.starts_at >= ? AND (s.starts_at > ? OR s.id > ?)';
    const range = `(SELECT s.id, s.starts_at FROM shift s FORCE INDEX (shift_day)
       STRAIGHT_JOIN task t FORCE INDEX (PRIMARY) ON t.id = s.task_id
       WHERE s.division_code = ? AND s.status = 'open' AND ${shifts.where} AND ${tasks.where} ${cursor}
       ORDER BY s.starts_at, s.id LIMIT ?)`;
    const rows = await sql.query<StoredCard>(
      `SELECT ${COLUMNS} FROM (
         SELECT id FROM (${divisionCodes.map(() => range).join(' UNION ALL ')}) ranges ORDER BY starts_at, id LIMIT ?) k
         ${ofPage('k')} ORDER BY s.starts_at, s.id`,
      [
        ...divisionCodes.flatMap((code) => [
          code,
          ...shifts.values,
          ...tasks.values,
          ...(after === null ? [] : [after.startsAt, after.startsAt, after.id]),
          limit,
        ]),
        limit,
      ],
    );
    return rows.map(toCard);
  }

  /** Nearest first within the radius, then soonest; only the cells around the place are read. */
  async findNearest(
    sql: Sql,
    place: Place,
    radiusMetres: number,
    divisionCodes: readonly string[] | null,
    filter: ShiftFilter,
    after: ShiftKey | null,
    limit: number,
  ): Promise<ShiftCardRow[]> {
    const box = boxAround(place, radiusMetres);
    const [shifts, tasks] = [onShifts(filter), onTasks(filter)];
    const cursor =
      after === null
        ? ''
        : 'AND (k.metres > ? OR (k.metres = ? AND (s.starts_at > ? OR (s.starts_at = ? AND s.id > ?))))';
    const rows = await sql.query<StoredCard & { metres: string | number }>(
      `SELECT ${COLUMNS}, page.metres FROM (
         SELECT s.id, k.metres FROM (
           SELECT t.id, ROUND(${2 * EARTH_METRES} * ASIN(SQRT(LEAST(1,
                    POW(SIN(RADIANS(t.latitude - ?) / 2), 2) +
                    COS(RADIANS(?)) * COS(RADIANS(t.latitude)) * POW(SIN(RADIANS(t.longitude - ?) / 2), 2))))) AS metres
             FROM task t FORCE INDEX (task_place)
            WHERE ${tasks.where} AND t.cell IN (?) AND t.last_ends_at > ?
              AND t.latitude BETWEEN ? AND ? AND t.longitude BETWEEN ? AND ?
              ${divisionCodes === null ? '' : 'AND t.division_code IN (?)'}) k
           STRAIGHT_JOIN shift s FORCE INDEX (shift_task) ON s.task_id = k.id
          WHERE k.metres <= ? AND s.status = 'open' AND ${shifts.where} ${cursor}
          ORDER BY k.metres, s.starts_at, s.id LIMIT ?) page
         ${ofPage('page')} ORDER BY page.metres, s.starts_at, s.id`,
      [
        place.latitude,
        place.latitude,
        place.longitude,
        ...tasks.values,
        cellsOf(box),
        filter.now,
        box.south,
        box.north,
        box.west,
        box.east,
        ...(divisionCodes === null ? [] : [divisionCodes]),
        radiusMetres,
        ...shifts.values,
        ...(after === null ? [] : [after.metres, after.metres, after.startsAt, after.startsAt, after.id]),
        limit,
      ],
    );
    return rows.map((row) => ({ ...toCard(row), metres: Number(row.metres) }));
  }

  /** Shifts with the cards of their tasks, in no order. */
  async findByIds(sql: Sql, ids: readonly number[]): Promise<ShiftCardRow[]> {
    if (ids.length === 0) return [];
    const rows = await sql.query<StoredCard>(
      `SELECT ${COLUMNS} FROM shift s JOIN task t ON t.id = s.task_id WHERE s.id IN (?)`,
      [ids],
    );
    return rows.map(toCard);
  }

  /** Other shifts of the task that have places and can be claimed now, soonest first. */
  async findOthersOfTask(
    sql: Sql,
    taskId: number,
    shiftId: number,
    now: Date,
    limit: number,
  ): Promise<ShiftCardRow[]> {
    const { where, values } = onShifts({ ...ANY, now, open: true });
    const rows = await sql.query<StoredCard>(
      `SELECT ${COLUMNS} FROM shift s JOIN task t ON t.id = s.task_id
        WHERE s.task_id = ? AND s.id <> ? AND s.status = 'open' AND t.status = 'published' AND ${where}
        ORDER BY s.starts_at, s.id LIMIT ?`,
      [taskId, shiftId, ...values, limit],
    );
    return rows.map(toCard);
  }

  /** The times of what a person holds between two instants. */
  async findHeldTimes(
    sql: Sql,
    personId: number,
    from: Date,
    to: Date,
  ): Promise<{ startsAt: Date; endsAt: Date }[]> {
    return sql.query(
      `SELECT starts_at AS startsAt, ends_at AS endsAt FROM claim
        WHERE person_id = ? AND starts_at > ? AND starts_at < ? AND live = 1`,
      [personId, new Date(from.getTime() - LONGEST_MS), to],
    );
  }
}

/** A filter that lets everything through. */
export const ANY: Omit<ShiftFilter, 'now'> = {
  from: null,
  to: null,
  kind: null,
  urgency: null,
  q: null,
  open: false,
};

type StoredCard = Omit<ShiftCardRow, 'latitude' | 'longitude' | 'insured' | 'hasRisk' | 'metres'> & {
  latitude: string;
  longitude: string;
  insured: number;
  hasRisk: number;
};

function toCard(row: StoredCard): ShiftCardRow {
  return {
    ...row,
    latitude: Number(row.latitude),
    longitude: Number(row.longitude),
    insured: row.insured === 1,
    hasRisk: row.hasRisk === 1,
    metres: null,
  };
}

interface Conditions {
  where: string;
  values: unknown[];
}

/** Conditions on `shift s`; the bound on starts_at is what the index cuts by. */
function onShifts({ now, from, to, open }: ShiftFilter): Conditions {
  const earliest = Math.max(now.getTime() - LONGEST_MS, from?.getTime() ?? 0);
  return allOf([
    { where: 's.starts_at >= ?', values: [new Date(earliest)] },
    ...(to === null ? [] : [{ where: 's.starts_at < ?', values: [to] }]),
    // What has begun is of use only while it can still be claimed.
    { where: 's.ends_at > ? AND (s.starts_at > ? OR s.closes_at > ?)', values: [now, now, now] },
    ...(open
      ? [
          {
            where: 's.opens_at <= ? AND s.closes_at > ? AND s.claimed + s.waiting < s.capacity',
            values: [now, now],
          },
        ]
      : []),
  ]);
}

/** Conditions on `task t`. */
function onTasks({ kind, urgency, q }: ShiftFilter): Conditions {
  return allOf([
    { where: "t.status = 'published'", values: [] },
    ...(kind === null ? [] : [{ where: 't.kind = ?', values: [kind] }]),
    ...(urgency === null ? [] : [{ where: 't.urgency = ?', values: [urgency] }]),
    ...(q === null ? [] : [{ where: '(t.title LIKE ? OR t.place_name LIKE ?)', values: [like(q), like(q)] }]),
  ]);
}

function allOf(parts: readonly Conditions[]): Conditions {
  return {
    where: parts.map((part) => part.where).join(' AND '),
    values: parts.flatMap((part) => part.values),
  };
}

function like(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
