import { parseArgs } from 'node:util';
import type { DivisionLevel } from '@jiefang/shared/divisions';
import { SingleBar } from 'cli-progress';
import { ImportRefused } from '../common/csv/import-problems.js';
import { FieldCipher } from '../common/crypto/field-cipher.js';
import { connectDatabase, createDataSource } from '../database/data-source.js';
import { OperatorError } from '../database/operator-error.js';
import { importDivisions } from '../divisions/importer.js';
import { Clock } from '../common/clock/clock.js';
import { ImportCommunityError, importOpinions } from '../halls/opinions/opinions-importer.js';
import { importRoster, RosterScopeError } from '../identity/roster/roster-importer.js';
import { importWorkingDays } from '../volunteering/hours/working-days-importer.js';
import { runCommand } from './command.js';

const USAGE = `Usage:
  npm run import -- divisions <folder>
      The official statistical divisions: provinces.csv, cities.csv, areas.csv, streets.csv, villages.csv.
  npm run import -- roster <file.csv> [--community <code>]
      Households, with the columns community,building,room,name,phone. A community is its 12-digit code, or its name
      where --community <code of a city, district, street or community> makes that name unique.
  npm run import -- opinions <folder> [--community <code>]
      A deliberation held on Polis: summary.csv, comments.csv, participants-votes.csv. It becomes a topic of the community,
      or of the one with most verified residents.
  npm run import -- working-days <file.csv>
      Days off and worked weekends that the national calendar does not know yet, with the columns day,works,note: works is
      0 for a day off and 1 for a worked weekend.`;

const LEVEL_WORDS: Partial<Record<DivisionLevel, string>> = {
  province: 'provinces',
  city: 'cities',
  district: 'districts',
  street: 'streets',
  community: 'communities',
};

const LINE_EVERY_MS = 2000;

/** How far an import is. */
interface Progress {
  bytes: number;
  totalBytes: number;
  rows: number;
}

/**
 * `node bff/dist/cli/import.js divisions <folder> | roster <file> [--community <code>] | opinions <folder>
 * [--community <code>] | working-days <file>` with
 * DATABASE_URL (and for a roster or opinions APP_SECRET) set. Exit code 0 when everything was imported, 1 when nothing was.
 */
async function importCommand(): Promise<void> {
  const { kind, target, community } = readArguments();
  const url = process.env.DATABASE_URL ?? '';
  const dataSource = await connectDatabase(createDataSource({ url, poolSize: 2 }));
  const started = Date.now();
  const show = progressReporter();
  try {
    const lines = await {
      divisions: () => runDivisions(dataSource, target, show.update),
      roster: () => runRoster(dataSource, target, community, show.update),
      opinions: () => runOpinions(dataSource, target, community, show.update),
      'working-days': () => runWorkingDays(dataSource, target),
    }[kind]();
    show.end();
    for (const line of lines) console.log(line);
    console.log(`Done in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  } catch (error) {
    show.end();
    throw explain(error, target);
  } finally {
    await dataSource.destroy();
  }
}

type Kind = 'divisions' | 'roster' | 'opinions' | 'working-days';

function isKind(value: string | undefined): value is Kind {
  return ['divisions', 'roster', 'opinions', 'working-days'].includes(value ?? '');
}

function readArguments(): { kind: Kind; target: string; community: string | null } {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { community: { type: 'string' } } });
  } catch (error) {
    throw new OperatorError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
  const [kind, target, ...more] = parsed.positionals;
  const community = parsed.values.community ?? null;
  if (!isKind(kind) || target === undefined || more.length > 0) throw new OperatorError(USAGE);
  if (kind !== 'roster' && kind !== 'opinions' && community !== null)
    throw new OperatorError(`--community is for a roster or opinions.\n${USAGE}`);
  return { kind, target, community };
}

async function runDivisions(
  dataSource: Parameters<typeof importDivisions>[0],
  folder: string,
  update: (progress: Progress) => void,
): Promise<string[]> {
  const { read, inserted, updated, unchanged } = await importDivisions(dataSource, folder, update);
  const levels = Object.entries(LEVEL_WORDS).map(
    ([level, word]) => `${read[level as DivisionLevel] ?? 0} ${word}`,
  );
  return [
    `Read ${levels.join(', ')}.`,
    inserted + updated === 0
      ? `Nothing to change: all ${unchanged} divisions were there already.`
      : `${inserted} added, ${updated} changed, ${unchanged} as they were.`,
  ];
}

async function runRoster(
  dataSource: Parameters<typeof importDivisions>[0],
  file: string,
  scope: string | null,
  onProgress: (progress: Progress) => void,
): Promise<string[]> {
  const cipher = new FieldCipher(
    requireSecret('names and phones are encrypted with the secret of the installation.'),
  );
  const report = await importRoster(dataSource, file, cipher, { scope, now: new Date(), onProgress });
  return [
    `Read ${report.read} people.`,
    report.added + report.updated + report.households === 0
      ? 'Nothing to change: the roster was there already.'
      : `${report.households} households added; ${report.added} people added, ${report.updated} changed, ${report.unchanged} as they were.`,
  ];
}

async function runOpinions(
  dataSource: Parameters<typeof importDivisions>[0],
  folder: string,
  community: string | null,
  onProgress: (progress: Progress) => void,
): Promise<string[]> {
  const appSecret = requireSecret('the record names people with the secret of the installation.');
  const report = await importOpinions(dataSource, folder, {
    community,
    appSecret,
    clock: new Clock(),
    onProgress,
  });
  const where = `Topic ${report.topicId} in community ${report.communityCode}`;
  return report.unchanged
    ? [`${where}: nothing to change, these ${report.statements} statements were there already.`]
    : [
        `${where}: ${report.statements} statements (${report.hidden} hidden), ${report.people} people, ${report.reactions} reactions.`,
      ];
}

function requireSecret(why: string): string {
  const secret = process.env.APP_SECRET ?? '';
  if (secret.length < 32) throw new OperatorError(`APP_SECRET is not set: ${why}`);
  return secret;
}

async function runWorkingDays(
  dataSource: Parameters<typeof importDivisions>[0],
  file: string,
): Promise<string[]> {
  const { read, changed, unchanged, incompleteYears } = await importWorkingDays(dataSource, file);
  return [
    `Read ${read} days.`,
    changed === 0
      ? 'Nothing to change: the days were there already.'
      : `${changed} entered, ${unchanged} as they were.`,
    ...incompleteYears.map((year) => `The days off of ${year} are not complete yet: enter all of that year.`),
  ];
}

/** A bar on a terminal, a plain line every two seconds elsewhere. */
function progressReporter(): { update: (progress: Progress) => void; end: () => void } {
  if (process.stdout.isTTY) {
    const bar = new SingleBar({
      format: '{bar} {percentage}% | {rows} rows | {duration} s',
      hideCursor: true,
      clearOnComplete: false,
    });
    let running = false;
    return {
      update: ({ bytes, totalBytes, rows }) => {
        if (!running) bar.start(totalBytes, 0, { rows: 0 });
        running = true;
        bar.update(bytes, { rows });
      },
      end: () => bar.stop(),
    };
  }
  let next = Date.now() + LINE_EVERY_MS;
  return {
    update: ({ bytes, totalBytes, rows }) => {
      if (Date.now() < next) return;
      next = Date.now() + LINE_EVERY_MS;
      console.log(`${Math.floor((bytes / totalBytes) * 100)}%, ${rows} rows`);
    },
    end: () => undefined,
  };
}

/** Turns what the operator can mend into a sentence without a stack. */
function explain(error: unknown, target: string): unknown {
  if (
    error instanceof ImportRefused ||
    error instanceof RosterScopeError ||
    error instanceof ImportCommunityError
  )
    return new OperatorError(error.message);
  if (error instanceof Error && 'code' in error) {
    const file = 'path' in error && typeof error.path === 'string' ? error.path : target;
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
      return new OperatorError(`${file}: no such file.`);
    if (error.code === 'EISDIR') return new OperatorError(`${file} is a folder, not a file.`);
    if (error.code === 'EACCES') return new OperatorError(`${file} cannot be read: permission denied.`);
  }
  return error;
}

await runCommand(importCommand);
