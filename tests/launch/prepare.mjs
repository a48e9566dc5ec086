/** What `npm test`, `npm run bench` and `npm run check` need before they begin: packages, compiled code, progress. */
import { build } from '../../bff/launch/build.mjs';
import { install, installed, requireNode } from '../../bff/launch/install.mjs';

/**
 * Runs one step and prints its name with its seconds.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function timed(name, work) {
  const started = Date.now();
  try {
    return await work();
  } finally {
    console.error(`- ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
}

/** Node's version, the lock file's packages, compiled code. */
export async function prepare() {
  requireNode();
  if (!(await installed())) await timed('npm ci', () => install(() => undefined));
  await timed('compile', build);
}
