import { stat } from 'node:fs/promises';
import path from 'node:path';
import { isDivisionCode, levelOf, shortNameOf } from '@jiefang/shared/divisions';
import type { DataSource } from 'typeorm';
import { readCsv, type CsvLine } from '../../common/csv/csv-lines.js';
import { ImportProblems } from '../../common/csv/import-problems.js';
import type { FieldCipher } from '../../common/crypto/field-cipher.js';
import { Database, type Sql } from '../../database/database.js';
import { NAME_MAX, realNameFault, tidyText } from '../people/person-name.js';
import { typedPhone } from '../people/phone.js';
import { placeFault, tidyPlace } from '../residency/place.js';
import { writeRosterLines, type RosterCounts } from './roster-writer.js';

/** One person of a household as a line of the roster states it, checked and brought to the stored form. */
export interface RosterLine {
  communityCode: string;
  building: string;
  room: string;
  name: string;
  /** Null when the roster has none. */
  phone: string | null;
}

/** What an import did. `read` counts lines; households and members count what was new or differed. */
export type RosterImportReport = RosterCounts & { read: number };

export interface RosterOptions {
  /** Code of the division within which a community may be named instead of coded, and outside of which no line may lie. */
  scope: string | null;
  now: Date;
  onProgress?: (progress: { bytes: number; totalBytes: number; rows: number }) => void;
}

const COLUMNS = ['community', 'building', 'room', 'name', 'phone'] as const;

/** The import's own scope is wrong: no such division. The message is for the operator. */
export class RosterScopeError extends Error {}

/**
 * Imports a roster of households: a CSV with the columns community, building, room, name, phone (phone may be empty).
 * Names and phones are encrypted, hashes of them are kept for matching. One transaction; a second import of the same file
 * changes nothing. People whom the file lacks stay: a roster is often brought in parts.
 *
 * @throws {ImportRefused} naming the line of everything wrong; the database is unchanged.
 */
export async function importRoster(
  dataSource: DataSource,
  file: string,
  cipher: FieldCipher,
  options: RosterOptions,
): Promise<RosterImportReport> {
  const totalBytes = (await stat(file)).size;
  return new Database(dataSource).transaction(async (tx) => {
    const problems = new ImportProblems();
    const judge = new RosterJudge(path.basename(file), problems, await Communities.within(tx, options.scope));
    const report: RosterImportReport = { read: 0, households: 0, added: 0, updated: 0, unchanged: 0 };
    let bytes = 0;
    for await (const lines of readCsv(file, COLUMNS, problems, (count) => (bytes = count))) {
      const good: RosterLine[] = [];
      for (const line of lines) {
        const judged = await judge.judge(line);
        if (judged !== null) good.push(judged);
      }
      report.read += good.length;
      if (!problems.any) {
        const counts = await writeRosterLines(tx, good, cipher, options.now);
        for (const key of ['households', 'added', 'updated', 'unchanged'] as const)
          report[key] += counts[key];
      }
      options.onProgress?.({ bytes, totalBytes, rows: report.read });
    }
    problems.refuseIfAny();
    return report;
  });
}

/** Judges one line after the other and remembers whom it has seen where. */
class RosterJudge {
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly file: string,
    private readonly problems: ImportProblems,
    private readonly communities: Communities,
  ) {}

  /** The line in its stored form, or null when it was noted as a problem. */
  async judge({ line, fields }: CsvLine): Promise<RosterLine | null> {
    const [communityText, buildingText, roomText, nameText, phoneText] = fields as [
      string,
      string,
      string,
      string,
      string,
    ];
    const building = tidyPlace(buildingText);
    const room = tidyPlace(roomText);
    const name = tidyText(nameText);
    const phone = phoneText === '' ? null : typedPhone(phoneText);
    const community = await this.communities.find(communityText);
    const message =
      community.fault ??
      faultOf('building', buildingText, building) ??
      faultOf('room', roomText, room) ??
      (realNameFault(name) === null ? null : `name "${name}" must be 1 to ${NAME_MAX} letters`) ??
      (phoneText !== '' && phone === null ? 'phone is not a phone number' : null) ??
      this.meet(`${community.code}|${building}|${room}`.toLowerCase() + name, line);
    if (message !== null || community.code === null) {
      this.problems.add(this.file, line, message ?? 'unknown community');
      return null;
    }
    return { communityCode: community.code, building, room, name, phone };
  }

  private meet(key: string, line: number): string | null {
    const earlier = this.seen.get(key);
    if (earlier !== undefined) return `duplicate: line ${earlier} has the same person in the same home`;
    this.seen.set(key, line);
    return null;
  }
}

function faultOf(column: string, text: string, place: string): string | null {
  if (text === '') return `${column} is empty`;
  return placeFault(place) === null
    ? null
    : `${column} "${text}" is too long or has characters other than letters, digits and dashes`;
}

/** Finds communities by code, or by name within a scope; each text is looked up once. */
class Communities {
  private readonly known = new Map<string, { code: string | null; fault: string | null }>();

  private constructor(
    private readonly tx: Sql,
    private readonly scope: string | null,
  ) {}

  static async within(tx: Sql, scope: string | null): Promise<Communities> {
    if (scope !== null) {
      const rows = isDivisionCode(scope)
        ? await tx.query('SELECT 1 FROM division WHERE code = ?', [scope])
        : [];
      if (rows.length === 0)
        throw new RosterScopeError(`--community ${scope}: there is no division with this code.`);
    }
    return new Communities(tx, scope);
  }

  async find(text: string): Promise<{ code: string | null; fault: string | null }> {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const found = await this.lookUp(text);
    this.known.set(text, found);
    return found;
  }

  private async lookUp(text: string): Promise<{ code: string | null; fault: string | null }> {
    const no = (fault: string) => ({ code: null, fault });
    if (text === '') return no('community is empty');
    if (/^\d+$/.test(text)) {
      if (!isDivisionCode(text) || levelOf(text) !== 'community')
        return no(`community "${text}" is not a code of 12 digits`);
      if (!text.startsWith(this.scope ?? ''))
        return no(`community ${text} lies outside of ${this.scope ?? ''}`);
      const rows = await this.tx.query('SELECT 1 FROM division WHERE code = ?', [text]);
      return rows.length === 0 ? no(`there is no community ${text}`) : { code: text, fault: null };
    }
    const rows = await this.tx.query<{ code: string }>(
      `SELECT code FROM division WHERE level = 'community' AND short_name = ? AND code LIKE CONCAT(?, '%') LIMIT 2`,
      [shortNameOf(text), this.scope ?? ''],
    );
    const [only, another] = rows;
    if (only === undefined) return no(`there is no community named "${text}"`);
    if (another !== undefined) {
      return no(`several communities are named "${text}": write the code, or narrow with --community <code>`);
    }
    return { code: only.code, fault: null };
  }
}
