import { Injectable } from '@nestjs/common';
import { DIVISION_LEVELS, type DivisionLevel } from '@jiefang/shared/divisions';
import type { Sql } from '../database/database.js';

/** A stored division; `name` is the short one that residents say. */
export interface DivisionRow {
  code: string;
  name: string;
  level: DivisionLevel;
}

/** The three indexed ways to look a division up by what somebody typed. */
export type SearchColumn = 'short_name' | 'initials' | 'pinyin';

const COLUMNS = 'code, short_name AS name, level';

/** SQL of the divisions. Every read is an index range, whether four cities are stored or the whole country. */
@Injectable()
export class DivisionsRepository {
  findMany(sql: Sql, codes: readonly string[]): Promise<DivisionRow[]> {
    if (codes.length === 0) return Promise.resolve([]);
    return sql.query<DivisionRow>(`SELECT ${COLUMNS} FROM division WHERE code IN (?)`, [codes]);
  }

  /** Direct children in the order of their codes; `null` asks for the provinces. */
  children(sql: Sql, parentCode: string | null): Promise<DivisionRow[]> {
    return parentCode === null
      ? sql.query<DivisionRow>(`SELECT ${COLUMNS} FROM division WHERE parent_code IS NULL ORDER BY code`)
      : sql.query<DivisionRow>(`SELECT ${COLUMNS} FROM division WHERE parent_code = ? ORDER BY code`, [
          parentCode,
        ]);
  }

  /** Divisions whose column starts with a text, higher levels first; `level` null means all of them. */
  startingWith(
    sql: Sql,
    column: SearchColumn,
    text: string,
    level: DivisionLevel | null,
    limit: number,
  ): Promise<DivisionRow[]> {
    // One range per level keeps the sort inside the index; `level IN (…)` would sort every match.
    const levels = level === null ? DIVISION_LEVELS : [level];
    const part = `(SELECT ${COLUMNS} FROM division WHERE level = ? AND ${column} LIKE ? ORDER BY ${column}, code LIMIT ?)`;
    return sql.query<DivisionRow>(`${levels.map(() => part).join(' UNION ALL ')} LIMIT ?`, [
      ...levels.flatMap((l) => [l, prefix(text), limit]),
      limit,
    ]);
  }

  /** Divisions of the codes that start with some digits. */
  byCode(sql: Sql, digits: string, level: DivisionLevel | null, limit: number): Promise<DivisionRow[]> {
    return sql.query<DivisionRow>(
      `SELECT ${COLUMNS} FROM division WHERE code LIKE ? ${level === null ? '' : 'AND level = ?'} ORDER BY code LIMIT ?`,
      level === null ? [prefix(digits), limit] : [prefix(digits), level, limit],
    );
  }

  /** Divisions with the text anywhere in the name, below one of the scopes. The primary key bounds the rows read. */
  containingWithin(
    sql: Sql,
    text: string,
    scopes: readonly string[],
    level: DivisionLevel | null,
    limit: number,
  ): Promise<DivisionRow[]> {
    if (scopes.length === 0) return Promise.resolve([]);
    return sql.query<DivisionRow>(
      `SELECT ${COLUMNS} FROM division FORCE INDEX (PRIMARY)
        WHERE (${scopes.map(() => 'code LIKE ?').join(' OR ')}) ${level === null ? '' : 'AND level = ?'}
          AND short_name LIKE ? ORDER BY code LIMIT ?`,
      [...scopes.map(prefix), ...(level === null ? [] : [level]), `%${escapeLike(text)}%`, limit],
    );
  }

  /** Divisions of one level with the text anywhere in the name: reads that level's name index, no row beyond it. */
  containing(sql: Sql, text: string, level: DivisionLevel, limit: number): Promise<DivisionRow[]> {
    return sql.query<DivisionRow>(
      `SELECT ${COLUMNS} FROM division WHERE level = ? AND short_name LIKE ? LIMIT ?`,
      [level, `%${escapeLike(text)}%`, limit],
    );
  }
}

function prefix(text: string): string {
  return `${escapeLike(text)}%`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
