/**
 * `npm run check`: types, lint, formatting, generated API types, import boundaries. Runs all of them, then says which
 * failed.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../../bff/launch/build.mjs';
import { prepare } from './prepare.mjs';

const bin = (/** @type {string} */ file) => path.join(ROOT, 'node_modules', file);

/** TypeScript 7's native compiler: a second a project, where 5.9 takes ten. */
const tsc = bin('typescript7/bin/tsc');

/** @type {[name: string, args: string[]][]} */
const CHECKS = [
  ...['shared', 'bff', 'tests', 'miniapp'].map(
    (project) =>
      /** @type {[string, string[]]} */ ([`types of ${project}`, [tsc, '--noEmit', '-p', project]]),
  ),
  ['lint', [bin('eslint/bin/eslint.js'), '--max-warnings=0', '.']],
  ['formatting', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']],
  ['generated API types', [path.join(ROOT, 'bff/launch/run.mjs'), 'api:generate', '--check']],
  [
    'import boundaries',
    [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config=.dependency-cruiser.cjs',
      '--output-type=err-long',
      ...['shared/src', 'bff/src', 'miniapp/src', 'tests/support', 'tests/builders'],
    ],
  ],
];

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function node(args) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=6144' },
  });
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}

await prepare();
/** @type {string[]} */
const failed = [];
for (const [name, args] of CHECKS) {
  const started = Date.now();
  const code = await node(args);
  if (code !== 0) failed.push(name);
  console.log(
    `${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
}
console.log(
  failed.length === 0 ? '\ncheck: all passed' : `\ncheck: ${failed.length} failed: ${failed.join(', ')}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
