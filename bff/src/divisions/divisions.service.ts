import { Injectable } from '@nestjs/common';
import { ancestorsOf, isDivisionCode, levelOf, type DivisionLevel } from '@jiefang/shared/divisions';
import { DomainError } from '../common/errors/domain-error.js';
import { Database, type Sql } from '../database/database.js';
import { DivisionsRepository, type DivisionRow } from './divisions.repository.js';

/** A division with its ancestors, top first. */
export interface DivisionView extends DivisionRow {
  path: { code: string; name: string }[];
}

const SEARCH_LIMIT = 20;
const SCOPE_LIMIT = 8;
const SCOPE_LEVELS = ['province', 'city', 'district', 'street'] as const satisfies DivisionLevel[];

/** Divisions for every domain: names, ancestors, existence; and finding one's own by what a resident types. */
@Injectable()
export class DivisionsService {
  constructor(
    private readonly database: Database,
    private readonly repository: DivisionsRepository,
  ) {}

  /** The division of a code. Throws NOT_FOUND when there is none, or when it is not of the wanted level. */
  async require(code: string, level?: DivisionLevel): Promise<DivisionRow> {
    if (isDivisionCode(code) && (level === undefined || levelOf(code) === level)) {
      const [row] = await this.repository.findMany(this.database, [code]);
      if (row !== undefined) return row;
    }
    throw new DomainError('NOT_FOUND', {
      message: level === 'community' ? '没有找到这个社区。' : '没有找到这个地方。',
      next: '请重新选一次。',
    });
  }

  /**
   * Divisions by code in one query; codes that do not exist are missing from the map. Inside a transaction it must be
   * given that transaction: waiting for a second connection while holding one can exhaust the pool for good.
   */
  async namesOf(codes: Iterable<string>, sql: Sql = this.database): Promise<Map<string, DivisionRow>> {
    const rows = await this.repository.findMany(sql, [...new Set(codes)]);
    return new Map(rows.map((row) => [row.code, row]));
  }

  /** The ancestors of a code and the division itself, top first. */
  async path(code: string): Promise<DivisionRow[]> {
    const codes = [...ancestorsOf(code), code];
    const names = await this.namesOf(codes);
    return codes.flatMap((each) => names.get(each) ?? []);
  }

  async view(code: string): Promise<DivisionView> {
    const [view] = await this.withPaths([await this.require(code)]);
    return view as DivisionView;
  }

  /** Direct children of a division, or the provinces for null. Throws NOT_FOUND for an unknown parent. */
  async children(parentCode: string | null): Promise<DivisionView[]> {
    if (parentCode !== null) await this.require(parentCode);
    return this.withPaths(await this.repository.children(this.database, parentCode));
  }

  /**
   * At most 20 divisions for what was typed: digits of a code, pinyin or its initials, or a name (延安, 安社区,
   * 芗城 延安: the words before the last narrow the place). Names that start with the text come first.
   */
  async search(text: string, level: DivisionLevel | null): Promise<DivisionView[]> {
    const words = text
      .normalize('NFKC')
      .split(/\s+/)
      .filter((word) => word !== '');
    const last = words.pop();
    if (last === undefined) return [];
    const rows =
      words.length > 0 ? await this.searchWithin(words, last, level) : await this.searchAnywhere(last, level);
    return this.withPaths(rows);
  }

  private async searchAnywhere(text: string, level: DivisionLevel | null): Promise<DivisionRow[]> {
    if (/^\d+$/.test(text)) return this.repository.byCode(this.database, text, level, SEARCH_LIMIT);
    if (/^[a-z]+$/i.test(text)) return this.searchByLetters(text.toLowerCase(), level);
    const rows = await this.repository.startingWith(this.database, 'short_name', text, level, SEARCH_LIMIT);
    // One character is in too many names, and enough names that start with the text are better than more.
    if (rows.length > 0 || Array.from(text).length < 2) return rows;
    return this.repository.containing(this.database, text, level ?? 'community', SEARCH_LIMIT);
  }

  private async searchByLetters(letters: string, level: DivisionLevel | null): Promise<DivisionRow[]> {
    const [byInitials, byPinyin] = await Promise.all([
      this.repository.startingWith(this.database, 'initials', letters, level, SEARCH_LIMIT),
      this.repository.startingWith(this.database, 'pinyin', letters, level, SEARCH_LIMIT),
    ]);
    return distinct(letters.length > 4 ? [...byPinyin, ...byInitials] : [...byInitials, ...byPinyin]);
  }

  /** The last word below the places that the words before it name, each narrowing the one before. */
  private async searchWithin(
    words: readonly string[],
    last: string,
    level: DivisionLevel | null,
  ): Promise<DivisionRow[]> {
    let scopes: string[] | null = null;
    for (const word of words) {
      const places: DivisionRow[] = (
        scopes === null
          ? await Promise.all(
              SCOPE_LEVELS.map((each) =>
                this.repository.startingWith(this.database, 'short_name', word, each, SCOPE_LIMIT),
              ),
            ).then((found) => found.flat())
          : await this.repository.containingWithin(this.database, word, scopes, null, SCOPE_LIMIT)
      ).slice(0, SCOPE_LIMIT);
      scopes = places.map((place) => place.code);
    }
    return this.repository.containingWithin(this.database, last, scopes ?? [], level, SEARCH_LIMIT);
  }

  private async withPaths(rows: readonly DivisionRow[]): Promise<DivisionView[]> {
    const names = await this.namesOf(rows.flatMap((row) => ancestorsOf(row.code)));
    return rows.map((row) => ({
      ...row,
      path: ancestorsOf(row.code).flatMap((code) => {
        const found = names.get(code);
        return found === undefined ? [] : [{ code, name: found.name }];
      }),
    }));
  }
}

function distinct(rows: readonly DivisionRow[]): DivisionRow[] {
  return [...new Map(rows.map((row) => [row.code, row])).values()].slice(0, SEARCH_LIMIT);
}
