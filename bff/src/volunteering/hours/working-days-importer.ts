import path from 'node:path';
import { isDay } from '@jiefang/shared/time';
import type { DataSource } from 'typeorm';
import { readCsv } from '../../common/csv/csv-lines.js';
import { ImportProblems } from '../../common/csv/import-problems.js';
import { Database } from '../../database/database.js';
import { WorkingCalendar } from '../../common/calendar/working-days.js';

/** What an import did. Years are those of the file whose days off are still not all known. */
export interface WorkingDaysReport {
  read: number;
  changed: number;
  unchanged: number;
  incompleteYears: string[];
}

const COLUMNS = ['day', 'works', 'note'] as const;
const WORKS: Record<string, 0 | 1> = { '0': 0, '1': 1 };
const MAX_NOTE = 60;

/**
 * Imports working days and days off that the national calendar cannot know: a CSV with the columns day (2027-02-08), works
 * (1 for a weekend that is worked, 0 for a day off) and note. One transaction; the same file again changes nothing; days
 * that the file lacks stay.
 *
 * @throws {ImportRefused} naming the line of everything wrong; the database is unchanged.
 */
export async function importWorkingDays(dataSource: DataSource, file: string): Promise<WorkingDaysReport> {
  const problems = new ImportProblems();
  const name = path.basename(file);
  const days = new Map<string, { works: 0 | 1; note: string }>();
  for await (const lines of readCsv(file, COLUMNS, problems)) {
    for (const { line, fields } of lines) {
      const [day = '', given = '', note = ''] = fields;
      const works = WORKS[given];
      if (!isDay(day)) problems.add(name, line, 'day is not a date like 2027-02-08');
      else if (works === undefined)
        problems.add(name, line, 'works is not 1 (a working day) or 0 (a day off)');
      else if (note.length > MAX_NOTE) problems.add(name, line, `note has more than ${MAX_NOTE} characters`);
      else if (days.has(day)) problems.add(name, line, `${day} is there twice`);
      else days.set(day, { works, note });
    }
  }
  problems.refuseIfAny();
  return new Database(dataSource).transaction(async (tx) => {
    const stored = await tx.query<{ day: string; works: number; note: string }>(
      'SELECT day, works, note FROM working_day FOR UPDATE',
    );
    const before = new Map(stored.map((row) => [row.day, row]));
    const changed = [...days].filter(([day, { works, note }]) => {
      const known = before.get(day);
      return known?.works !== works || known.note !== note;
    });
    if (changed.length > 0) {
      await tx.execute(
        `INSERT INTO working_day (day, works, note) VALUES ?
         ON DUPLICATE KEY UPDATE works = VALUES(works), note = VALUES(note)`,
        [changed.map(([day, { works, note }]) => [day, works, note])],
      );
    }
    const calendar = await new WorkingCalendar().load(tx);
    const years = [...new Set([...days.keys()].map((day) => day.slice(0, 4)))].sort();
    return {
      read: days.size,
      changed: changed.length,
      unchanged: days.size - changed.length,
      incompleteYears: years.filter((year) => !calendar.knows(year)),
    };
  });
}
