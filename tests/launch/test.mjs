/**
 * `npm test`: every suite, with all of its own set-up, ending with the line `N passed, N failed, N skipped`.
 *
 * `npm test -- api` runs one project (unit, api, miniapp, browser, weapp), `npm test -- tests/api/x` the files whose
 * path matches; what begins with a dash goes to Jest.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../bff/launch/build.mjs';
import { ensureClient } from '../../bff/launch/client.mjs';
import { ensureChromium } from './chromium.mjs';
import { prepare, timed } from './prepare.mjs';

const PROJECTS = ['unit', 'api', 'miniapp', 'browser', 'weapp'];

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {'inherit' | 'pipe'} output
 * @returns {Promise<{ code: number | null, stdout: string }>}
 */
function jest(args, env, output) {
  const file = path.join(ROOT, 'node_modules/jest/bin/jest.js');
  const child = spawn(process.execPath, [file, '-c', path.join(ROOT, 'tests/jest.config.mjs'), ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', output, 'inherit'],
  });
  let stdout = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk) => (stdout += chunk));
  // Ctrl-C reaches Jest as well; it ends its workers and its database, and its end is waited for here.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout })));
}

async function main() {
  const given = process.argv.slice(2);
  const selected = given.filter((arg) => PROJECTS.includes(arg));
  const rest = given.filter((arg) => !PROJECTS.includes(arg));
  const narrow = [...rest, ...(selected.length > 0 ? ['--selectProjects', ...selected] : [])];
  await prepare();
  const { stdout } = await jest([...narrow, '--listTests'], process.env, 'pipe');
  const files = stdout.split('\n').map((file) => path.relative(ROOT, file));
  const browser = files.some((file) => file.startsWith('tests/browser/'));
  const weapp = files.some((file) => file.startsWith('tests/weapp/'));
  const launched = files.some((file) => file.startsWith('tests/faults/'));

  /** @type {string[]} */
  const broken = [];
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env };
  if (browser || weapp) {
    const reason = await timed('Chromium', () => ensureChromium((line) => console.error(line)));
    if (reason) env.JIEFANG_NO_CHROMIUM = reason;
  }
  const targets = /** @type {const} */ ([
    ['h5', browser || launched],
    ['weapp', weapp],
  ]);
  for (const [target, needed] of targets) {
    if (!needed) continue;
    await timed(`${target} build`, () => ensureClient(target, () => undefined)).catch((error) => {
      broken.push(`The ${target} build failed.`);
      console.error(error instanceof Error ? error.message : error);
    });
  }

  const folder = await mkdtemp(path.join(tmpdir(), 'jiefang-results-'));
  const outputFile = path.join(folder, 'results.json');
  const { code } = await jest([...narrow, '--json', `--outputFile=${outputFile}`], env, 'pipe');
  /** @type {import('@jest/test-result').AggregatedResult | null} */
  const results = await readFile(outputFile, 'utf8').then(JSON.parse, () => null);
  await rm(folder, { recursive: true, force: true });

  const passed = results?.numPassedTests ?? 0;
  // A suite that does not load has no tests to count: it counts as one that failed.
  const failed = results
    ? results.numFailedTests + results.numRuntimeErrorTestSuites + broken.length
    : 1 + broken.length;
  const skipped = (results?.numPendingTests ?? 0) + (results?.numTodoTests ?? 0);
  const ok = code === 0 && failed === 0 && passed > 0;
  for (const line of broken) console.log(line);
  if (!results) console.log('Jest ended without results.');
  if (env.JIEFANG_NO_CHROMIUM) {
    console.log(`\n!!! ${skipped} tests SKIPPED, among them all in Chromium: ${env.JIEFANG_NO_CHROMIUM}.\n`);
  }
  // A run in which nothing passed is no success, though nothing failed either.
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = ok ? 0 : 1;
}

main().catch((error) => {
  console.error(error instanceof Error && error.constructor.name === 'LaunchError' ? error.message : error);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
});
