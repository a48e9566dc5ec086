/** Gets a Chromium for the suites that need one, where that is possible. */
import { spawnSync } from 'node:child_process';

const COMPILED = new URL('../dist/support/chromium.js', import.meta.url).href;

/**
 * @param {(line: string) => void} say
 * @returns {Promise<string | null>} why there is none, or null when there is one
 */
export async function ensureChromium(say) {
  const { chromiumPath } = /** @type {typeof import('../support/chromium.js')} */ (await import(COMPILED));
  if (chromiumPath()) return null;
  if (process.env.CHROMIUM_PATH) return `CHROMIUM_PATH=${process.env.CHROMIUM_PATH} does not exist`;
  if (spawnSync('apt-get', ['--version']).status !== 0)
    return 'no Chromium on the PATH, and no apt-get to install it';
  if (process.getuid?.() !== 0) return 'no Chromium on the PATH, and only root may apt-get install it';
  say('installing chromium and fonts-noto-cjk with apt-get');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update'],
    ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
  ]) {
    const { status, stderr } = spawnSync('apt-get', ['-q', ...args], {
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    if (status !== 0 && args[0] === 'install') {
      return `apt-get could not install chromium: ${stderr.trim().split('\n').at(-1) ?? ''}`;
    }
  }
  return chromiumPath() ? null : 'apt-get installed chromium, but it is not where it was looked for';
}
