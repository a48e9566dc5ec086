import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';

export interface YearItemRow {
  day: string;
  content: string;
  minutes: number;
  divisionCode: string;
}

export interface MonthRow {
  month: number;
  minutes: number;
}

export interface UnitRow {
  unitId: number | null;
  name: string | null;
  minutes: number;
  people: number;
}

export interface PersonYearRow {
  number: string;
  nameCipher: Buffer;
  minutes: number;
  services: number;
}

/** Whose year: a division's subtree, or one unit's part of it. */
export interface YearScope {
  divisionCode: string;
  unitId: number | null;
  year: number;
}

/** SQL of yearly statements. Only recorded items count: what is still public may yet be taken back. */
@Injectable()
export class StatementsRepository {
  async findSubject(sql: Sql, personId: number): Promise<{ number: string; nameCipher: Buffer } | null> {
    const rows = await sql.query<{ number: string; nameCipher: Buffer }>(
      'SELECT number, name_cipher AS nameCipher FROM volunteer WHERE person_id = ?',
      [personId],
    );
    return rows[0] ?? null;
  }

  async findUnit(sql: Sql, id: number): Promise<{ name: string } | null> {
    return (await sql.query<{ name: string }>('SELECT name FROM unit WHERE id = ?', [id]))[0] ?? null;
  }

  /** A person's recorded items of a year, oldest first. */
  findPersonYear(sql: Sql, personId: number, year: number): Promise<YearItemRow[]> {
    return sql.query<YearItemRow>(
      `SELECT day, content, minutes, division_code AS divisionCode FROM hours_item
        WHERE person_id = ? AND status = 'recorded' AND day BETWEEN ? AND ? ORDER BY day, id`,
      [personId, `${year}-01-01`, `${year}-12-31`],
    );
  }

  async sumByMonth(sql: Sql, scope: YearScope): Promise<MonthRow[]> {
    const [where, values] = within(scope);
    const rows = await sql.query<{ month: number; minutes: string | number }>(
      `SELECT MONTH(i.day) AS month, SUM(i.minutes) AS minutes FROM hours_item i WHERE ${where} GROUP BY MONTH(i.day) ORDER BY 1`,
      values,
    );
    return rows.map(({ month, minutes }) => ({ month, minutes: Number(minutes) }));
  }

  async sumByUnit(sql: Sql, scope: YearScope): Promise<UnitRow[]> {
    const [where, values] = within(scope);
    const rows = await sql.query<UnitRow & { minutes: string | number }>(
      `SELECT i.unit_id AS unitId, u.name, SUM(i.minutes) AS minutes, COUNT(DISTINCT i.person_id) AS people
         FROM hours_item i LEFT JOIN unit u ON u.id = i.unit_id WHERE ${where}
        GROUP BY i.unit_id, u.name ORDER BY u.name IS NULL, u.name`,
      values,
    );
    return rows.map((row) => ({ ...row, minutes: Number(row.minutes) }));
  }

  async countPeople(sql: Sql, scope: YearScope): Promise<number> {
    const [where, values] = within(scope);
    const [row] = await sql.query<{ n: number }>(
      `SELECT COUNT(DISTINCT i.person_id) AS n FROM hours_item i WHERE ${where}`,
      values,
    );
    return row?.n ?? 0;
  }

  /** Everybody's year by volunteer number: a register, not a ranking. */
  async sumByPerson(sql: Sql, scope: YearScope, limit: number): Promise<PersonYearRow[]> {
    const [where, values] = within(scope);
    const rows = await sql.query<PersonYearRow & { minutes: string | number; services: string | number }>(
      `SELECT v.number, v.name_cipher AS nameCipher, k.minutes, k.services FROM (
         SELECT i.person_id AS personId, SUM(i.minutes) AS minutes, SUM(i.kind = 'service') AS services
           FROM hours_item i WHERE ${where} GROUP BY i.person_id) k
         JOIN volunteer v ON v.person_id = k.personId ORDER BY v.number LIMIT ?`,
      [...values, limit],
    );
    return rows.map((row) => ({ ...row, minutes: Number(row.minutes), services: Number(row.services) }));
  }
}

function within({ divisionCode, unitId, year }: YearScope): [string, unknown[]] {
  return [
    `i.status = 'recorded' AND i.division_code LIKE CONCAT(?, '%') AND i.day BETWEEN ? AND ?
       ${unitId === null ? '' : 'AND i.unit_id = ?'}`,
    [divisionCode, `${year}-01-01`, `${year}-12-31`, ...(unitId === null ? [] : [unitId])],
  ];
}
