import { Injectable } from '@nestjs/common';
import type { TaskRequirements, TaskStatus } from '@jiefang/shared/volunteering';
import { fromJson, type Sql } from '../../database/database.js';
import type { ShiftTimes, StoredRoute, TaskContent, TaskRow, TaskShiftRow } from './task-rows.js';

const COLUMNS = `t.id, t.division_code AS divisionCode, t.kind, t.urgency, t.title, t.intro, t.place_name AS placeName,
  t.address, t.latitude, t.longitude, t.geofence_metres AS geofenceMetres, t.route, t.requirements,
  t.risk_notice AS riskNotice, t.insured, t.insurance_note AS insuranceNote, t.gather_note AS gatherNote,
  t.contact_name AS contactName, t.contact_phone AS contactPhone, t.release_by_minutes AS releaseByMinutes,
  t.check_in_opens_minutes AS checkInOpensMinutes, t.status, t.cancel_reason AS cancelReason,
  t.created_by AS createdBy, t.created_at AS createdAt, t.published_at AS publishedAt, t.version`;

const SHIFT_COLUMNS = `s.id, s.task_id AS taskId, s.starts_at AS startsAt, s.ends_at AS endsAt, s.opens_at AS opensAt,
  s.closes_at AS closesAt, s.capacity, s.claimed, s.waiting, s.status`;

/** Shifts of one task on its page; a task has at most sixty that are not over. */
const MAX_SHOWN = 200;

/** SQL over tasks and their shifts, one task or one page of staff's list at a time. */
@Injectable()
export class TasksRepository {
  async findById(sql: Sql, id: number): Promise<TaskRow | null> {
    return (await this.findMany(sql, [id])).at(0) ?? null;
  }

  async findMany(sql: Sql, ids: readonly number[]): Promise<TaskRow[]> {
    if (ids.length === 0) return [];
    const rows = await sql.query<StoredTask>(`SELECT ${COLUMNS} FROM task t WHERE t.id IN (?)`, [ids]);
    return rows.map(toTask);
  }

  /** Tasks of the division's subtree, newest first, older than the row number `before`. */
  async findByDivision(
    sql: Sql,
    divisionCode: string,
    filter: { status: TaskStatus | null; endsAfter: Date | null },
    before: number | null,
    limit: number,
  ): Promise<TaskRow[]> {
    // Keys are picked from the index alone; the long columns are read for the page.
    const rows = await sql.query<StoredTask>(
      `SELECT ${COLUMNS} FROM (
         SELECT id FROM task
          WHERE division_code LIKE CONCAT(?, '%') ${filter.status === null ? '' : 'AND status = ?'}
            ${filter.endsAfter === null ? '' : 'AND last_ends_at > ?'} ${before === null ? '' : 'AND id < ?'}
          ORDER BY id DESC LIMIT ?) k JOIN task t ON t.id = k.id ORDER BY t.id DESC`,
      [
        divisionCode,
        ...(filter.status === null ? [] : [filter.status]),
        ...(filter.endsAfter === null ? [] : [filter.endsAfter]),
        ...(before === null ? [] : [before]),
        limit,
      ],
    );
    return rows.map(toTask);
  }

  /** Every shift of these tasks, by start. */
  async findShifts(sql: Sql, taskIds: readonly number[]): Promise<TaskShiftRow[]> {
    if (taskIds.length === 0) return [];
    return sql.query<TaskShiftRow>(
      `SELECT ${SHIFT_COLUMNS} FROM shift s WHERE s.task_id IN (?) ORDER BY s.starts_at, s.id`,
      [taskIds],
    );
  }

  /** A task's shifts that are not over, and those that the person claimed and did not give back, by start. */
  async findShownShifts(
    sql: Sql,
    taskId: number,
    personId: number | null,
    now: Date,
  ): Promise<TaskShiftRow[]> {
    const mine =
      personId === null
        ? ''
        : 'OR s.id IN (SELECT c.shift_id FROM claim c WHERE c.person_id = ? AND c.task_id = ? AND c.live = 1)';
    return sql.query<TaskShiftRow>(
      `SELECT ${SHIFT_COLUMNS} FROM shift s WHERE s.task_id = ? AND (s.ends_at > ? ${mine})
        ORDER BY s.starts_at, s.id LIMIT ${MAX_SHOWN}`,
      [taskId, now, ...(personId === null ? [] : [personId, taskId])],
    );
  }

  async findShift(sql: Sql, id: number): Promise<TaskShiftRow | null> {
    const rows = await sql.query<TaskShiftRow>(`SELECT ${SHIFT_COLUMNS} FROM shift s WHERE s.id = ?`, [id]);
    return rows.at(0) ?? null;
  }

  /** Places and queues of shifts of tasks that everybody may see. */
  async findPlaces(
    sql: Sql,
    shiftIds: readonly number[],
  ): Promise<Pick<TaskShiftRow, 'id' | 'capacity' | 'claimed' | 'waiting'>[]> {
    if (shiftIds.length === 0) return [];
    return sql.query(
      `SELECT s.id, s.capacity, s.claimed, s.waiting FROM shift s JOIN task t ON t.id = s.task_id
        WHERE s.id IN (?) AND t.status <> 'draft'`,
      [shiftIds],
    );
  }

  /** Nicknames of whoever wrote tasks. */
  async findNicknames(sql: Sql, personIds: readonly number[]): Promise<Map<number, string>> {
    if (personIds.length === 0) return new Map();
    const rows = await sql.query<{ id: number; nickname: string }>(
      'SELECT id, nickname FROM person WHERE id IN (?)',
      [[...new Set(personIds)]],
    );
    return new Map(rows.map((row) => [row.id, row.nickname]));
  }

  /** A new draft. */
  async insert(
    tx: Sql,
    divisionCode: string,
    content: TaskContent,
    by: { personId: number; copiedFrom: number | null },
    at: Date,
  ): Promise<number> {
    const names = Object.keys(columnsOf(content));
    const { insertId } = await tx.execute(
      `INSERT INTO task (division_code, ${names.join(', ')}, status, copied_from, created_by, created_at, updated_at)
       VALUES (?)`,
      [[divisionCode, ...Object.values(columnsOf(content)), 'draft', by.copiedFrom, by.personId, at, at]],
    );
    return insertId;
  }

  /** False when the task is no longer at `version` or was cancelled. */
  async update(
    tx: Sql,
    divisionCode: string,
    id: number,
    version: number,
    content: TaskContent,
    at: Date,
  ): Promise<boolean> {
    const columns = columnsOf(content);
    const { affectedRows } = await tx.execute(
      `UPDATE task SET ${Object.keys(columns)
        .map((name) => `${name} = ?`)
        .join(', ')}, version = version + 1, updated_at = ?
        WHERE id = ? AND division_code = ? AND version = ? AND status <> 'cancelled'`,
      [...Object.values(columns), at, id, divisionCode, version],
    );
    return affectedRows === 1;
  }

  /** draft → published; false when it stood elsewhere. */
  async publish(tx: Sql, id: number, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE task SET status = 'published', published_at = ?, version = version + 1, updated_at = ?
        WHERE id = ? AND status = 'draft'`,
      [at, at, id],
    );
    return affectedRows === 1;
  }

  /** draft or published → cancelled; false when it was cancelled already. */
  async cancel(tx: Sql, id: number, reason: string, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE task SET status = 'cancelled', cancel_reason = ?, version = version + 1, updated_at = ?
        WHERE id = ? AND status <> 'cancelled'`,
      [reason, at, id],
    );
    return affectedRows === 1;
  }

  /** Raises the version of a task whose shifts changed; false when it was cancelled meanwhile. */
  async touch(tx: Sql, id: number, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      "UPDATE task SET version = version + 1, updated_at = ? WHERE id = ? AND status <> 'cancelled'",
      [at, id],
    );
    return affectedRows === 1;
  }

  /** Notes when the task's last open shift ends: a list by nearness leaves out what is over. */
  async noteEnd(tx: Sql, id: number): Promise<void> {
    await tx.execute(
      `UPDATE task SET last_ends_at =
         COALESCE((SELECT MAX(s.ends_at) FROM shift s WHERE s.task_id = ? AND s.status = 'open'), created_at)
        WHERE id = ?`,
      [id, id],
    );
  }

  async insertShifts(
    tx: Sql,
    taskId: number,
    divisionCode: string,
    shifts: readonly ShiftTimes[],
    at: Date,
  ): Promise<void> {
    if (shifts.length === 0) return;
    await tx.execute(
      `INSERT INTO shift (task_id, division_code, starts_at, ends_at, opens_at, closes_at, capacity, updated_at)
       VALUES ?`,
      [
        shifts.map((shift) => [
          taskId,
          divisionCode,
          shift.startsAt,
          shift.endsAt,
          shift.opensAt,
          shift.closesAt,
          shift.capacity,
          at,
        ]),
      ],
    );
  }

  /** Writes a shift's times and capacity; false when more people have claimed it than the capacity lets in. */
  async updateShift(tx: Sql, id: number, shift: ShiftTimes, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE shift SET starts_at = ?, ends_at = ?, opens_at = ?, closes_at = ?, capacity = ?, updated_at = ?
        WHERE id = ? AND status = 'open' AND claimed <= ?`,
      [shift.startsAt, shift.endsAt, shift.opensAt, shift.closesAt, shift.capacity, at, id, shift.capacity],
    );
    return affectedRows === 1;
  }

  /** Cancels open shifts. Their claims are the claims domain's. */
  async cancelShifts(tx: Sql, ids: readonly number[], at: Date): Promise<number> {
    if (ids.length === 0) return 0;
    const { affectedRows } = await tx.execute(
      "UPDATE shift SET status = 'cancelled', updated_at = ? WHERE id IN (?) AND status = 'open'",
      [at, ids],
    );
    return affectedRows;
  }

  /** Deletes shifts that nobody ever saw. */
  async deleteShifts(tx: Sql, ids: readonly number[]): Promise<void> {
    if (ids.length > 0) await tx.execute('DELETE FROM shift WHERE id IN (?)', [ids]);
  }
}

type StoredTask = Omit<TaskRow, 'latitude' | 'longitude' | 'route' | 'requirements' | 'insured'> & {
  latitude: string;
  longitude: string;
  route: unknown;
  requirements: unknown;
  insured: number;
};

function toTask(row: StoredTask): TaskRow {
  return {
    ...row,
    latitude: Number(row.latitude),
    longitude: Number(row.longitude),
    route: row.route === null ? null : fromJson<StoredRoute>(row.route),
    requirements: fromJson<TaskRequirements>(row.requirements),
    insured: row.insured === 1,
  };
}

function columnsOf(content: TaskContent): Record<string, unknown> {
  return {
    kind: content.kind,
    urgency: content.urgency,
    title: content.title,
    intro: content.intro,
    place_name: content.placeName,
    address: content.address,
    latitude: content.latitude,
    longitude: content.longitude,
    geofence_metres: content.geofenceMetres,
    route: content.route === null ? null : JSON.stringify(content.route),
    requirements: JSON.stringify(content.requirements),
    risk_notice: content.riskNotice,
    insured: content.insured ? 1 : 0,
    insurance_note: content.insuranceNote,
    gather_note: content.gatherNote,
    contact_name: content.contactName,
    contact_phone: content.contactPhone,
    release_by_minutes: content.releaseByMinutes,
    check_in_opens_minutes: content.checkInOpensMinutes,
  };
}
