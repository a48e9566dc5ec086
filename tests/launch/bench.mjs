/**
 * `npm run bench -- SUITE [--json]`: runs tests/bench/SUITE.ts on its own MariaDB and prints a table, or one JSON
 * object. The exit code is 1 when a bar is missed.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../bff/launch/build.mjs';
import { prepare } from './prepare.mjs';

/** @typedef {import('../bench/harness.js').Measure} Measure */

const [suite = '', ...options] = process.argv.slice(2);
const json = options.includes('--json');
const log = (/** @type {string} */ line) => console.error(line);

/** @param {Measure[]} measures */
function table(measures) {
  const rows = measures.map(({ name, value, unit, bar, pass }) => [
    name,
    `${value}${unit === '' ? '' : ` ${unit}`}`,
    bar,
    bar === '' ? '' : pass ? 'pass' : 'MISSED',
  ]);
  const lines = [['measure', 'value', 'bar', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  for (const line of lines) {
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

async function main() {
  await prepare();
  const file = path.join(ROOT, 'tests/dist/bench', `${suite}.js`);
  if (!/^[a-z-]+$/.test(suite) || suite === 'harness' || !existsSync(file)) {
    const names = [];
    for (const name of await readdir(path.join(ROOT, 'tests/bench'))) {
      const text = name.endsWith('.ts') ? await readFile(path.join(ROOT, 'tests/bench', name), 'utf8') : '';
      if (/^export (async function|const) run\b/m.test(text)) names.push(name.replace(/\.ts$/, ''));
    }
    log(`usage: npm run bench -- SUITE [--json], SUITE one of: ${names.join(', ')}`);
    return 1;
  }
  /** @type {{ run?: import('../bench/harness.js').Suite }} */
  const module = await import(pathToFileURL(file).href);
  if (typeof module.run !== 'function') {
    log(`${suite} is not a suite.`);
    return 1;
  }
  const { startEmbedded } = await import('@jiefang/bff/database/embedded');
  const work = await mkdtemp(path.join(tmpdir(), 'jiefang-bench-'));
  const database = await startEmbedded({
    dataDir: path.join(work, 'database'),
    cacheDir: path.join(ROOT, '.cache'),
    log,
  });
  let interrupted = false;
  const clean = async () => {
    await database.stop();
    await rm(work, { recursive: true, force: true });
  };
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => {
      interrupted = true;
      void clean().then(() => process.exit(130));
    });
  }
  try {
    const folder = path.join(work, 'files');
    await mkdir(folder);
    const measures = await module.run({ server: database.url, folder, root: ROOT, log });
    const [cpu] = cpus();
    const memory = Math.round(totalmem() / 2 ** 30);
    const machine = `${cpus().length} × ${cpu?.model.trim() || process.arch}, ${memory} GiB, Node ${process.versions.node}`;
    if (json) console.log(JSON.stringify({ suite, machine, measures }));
    else {
      console.log(`${suite} on ${machine}\n`);
      table(measures);
    }
    return measures.every((measure) => measure.pass) ? 0 : 1;
  } finally {
    if (!interrupted) await clean();
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
