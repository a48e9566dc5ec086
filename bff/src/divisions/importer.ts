import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { DivisionLevel } from '@jiefang/shared/divisions';
import type { DataSource, QueryRunner } from 'typeorm';
import { readCsv } from '../common/csv/csv-lines.js';
import { ImportProblems } from '../common/csv/import-problems.js';
import { DIVISION_FILES, DivisionJudge, type DivisionLine } from './division-lines.js';
import { spell } from './spelling.js';

/** How far an import is: `bytes` of `totalBytes` over all files, `rows` read so far. */
export interface ImportProgress {
  file: string;
  bytes: number;
  totalBytes: number;
  rows: number;
}

/** What an import did. `read` counts lines by level; inserted + updated + unchanged is their sum. */
export interface DivisionImportReport {
  read: Partial<Record<DivisionLevel, number>>;
  inserted: number;
  updated: number;
  unchanged: number;
}

const LOCK_SECONDS = 600;

/**
 * Imports the five division files of `folder` (provinces, cities, areas, streets, villages .csv) in one transaction.
 *
 * Streams: memory does not grow with the files but for one small set of codes. Only rows that differ from what is
 * stored are written, so a second import of the same files writes nothing. Divisions that the files lack stay, because
 * bookings and people may hang on them. One import at a time per database.
 *
 * @throws {ImportRefused} naming file and line of every orphan, duplicate or broken line; the database is unchanged.
 * @throws the system's error when a file cannot be read.
 */
export async function importDivisions(
  dataSource: DataSource,
  folder: string,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<DivisionImportReport> {
  const files = await Promise.all(
    DIVISION_FILES.map(async (file) => {
      const location = path.join(folder, file.name);
      return { ...file, path: location, bytes: (await stat(location)).size };
    }),
  );
  const totalBytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return exclusively(dataSource, async (runner) => {
    const problems = new ImportProblems();
    const judge = new DivisionJudge(problems, await possibleParents(runner));
    const writer = new DivisionWriter(runner, await isEmpty(runner));
    const read: DivisionImportReport['read'] = {};
    let rows = 0;
    let bytesBefore = 0;
    for (const file of files) {
      judge.open(file);
      let bytes = 0;
      for await (const lines of readCsv(file.path, file.columns, problems, (count) => (bytes = count))) {
        const divisions = lines.map((line) => judge.judge(line)).filter((division) => division !== null);
        rows += divisions.length;
        read[file.level] = (read[file.level] ?? 0) + divisions.length;
        // What will be refused need not be written; the rest is still read, to name every fault.
        if (!problems.any) await writer.write(divisions);
        onProgress({ file: file.name, bytes: bytesBefore + bytes, totalBytes, rows });
      }
      bytesBefore += file.bytes;
    }
    problems.refuseIfAny();
    await writer.finish();
    const { inserted, updated } = writer;
    return { read, inserted, updated, unchanged: rows - inserted - updated };
  });
}

/** One transaction under a lock of this database, rolled back whole on any error. */
async function exclusively<T>(dataSource: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  const lock = `${String(dataSource.options.database)}.divisions`.slice(-64);
  try {
    const [row] = (await runner.query('SELECT GET_LOCK(?, ?) AS got', [lock, LOCK_SECONDS])) as {
      got: number | null;
    }[];
    if (row?.got !== 1) throw new Error('Another import of divisions is still running.');
    try {
      await runner.startTransaction('READ COMMITTED');
      const result = await work(runner);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.query('SELECT RELEASE_LOCK(?)', [lock]).catch(() => undefined);
    }
  } finally {
    await runner.release();
  }
}

async function possibleParents(runner: QueryRunner): Promise<Set<string>> {
  const rows = (await runner.query(
    "SELECT code FROM division WHERE level IN ('province', 'city', 'district', 'street')",
  )) as { code: string }[];
  return new Set(rows.map((row) => row.code));
}

async function isEmpty(runner: QueryRunner): Promise<boolean> {
  return ((await runner.query('SELECT 1 FROM division LIMIT 1')) as unknown[]).length === 0;
}

/** Writes batches one after the other while the next one is being read and spelled. */
class DivisionWriter {
  inserted = 0;
  updated = 0;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly runner: QueryRunner,
    private readonly empty: boolean,
  ) {}

  /** Resolves when the batch before this one is written; an error of that one surfaces here. */
  async write(divisions: readonly DivisionLine[]): Promise<void> {
    await this.running;
    this.running = this.writeChanged(divisions);
    // The error is thrown by the next write or by finish; without this it would end the process first.
    this.running.catch(() => undefined);
  }

  async finish(): Promise<void> {
    await this.running;
  }

  private async writeChanged(divisions: readonly DivisionLine[]): Promise<void> {
    if (divisions.length === 0) return;
    const stored = this.empty ? new Map<string, DivisionLine>() : await this.stored(divisions);
    const changed = divisions.filter((division) => !isSame(division, stored.get(division.code)));
    if (changed.length === 0) return;
    const updates = changed.filter((division) => stored.has(division.code)).length;
    await this.runner.query(
      `INSERT INTO division (code, parent_code, level, name, short_name, pinyin, initials) VALUES ?
       ON DUPLICATE KEY UPDATE parent_code = VALUES(parent_code), level = VALUES(level), name = VALUES(name),
         short_name = VALUES(short_name), pinyin = VALUES(pinyin), initials = VALUES(initials)`,
      [
        changed.map((d) => {
          const { pinyin, initials } = spell(d.shortName);
          return [d.code, d.parentCode, d.level, d.name, d.shortName, pinyin, initials];
        }),
      ],
    );
    this.inserted += changed.length - updates;
    this.updated += updates;
  }

  private async stored(divisions: readonly DivisionLine[]): Promise<Map<string, DivisionLine>> {
    const rows = (await this.runner.query(
      `SELECT code, parent_code AS parentCode, level, name, short_name AS shortName
         FROM division WHERE code IN (?)`,
      [divisions.map((division) => division.code)],
    )) as DivisionLine[];
    return new Map(rows.map((row) => [row.code, row]));
  }
}

function isSame(division: DivisionLine, stored: DivisionLine | undefined): boolean {
  return (
    stored !== undefined &&
    stored.name === division.name &&
    stored.shortName === division.shortName &&
    stored.parentCode === division.parentCode &&
    stored.level === division.level
  );
}
