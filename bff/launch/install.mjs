/** The two things needed before anything else: a Node that is new enough, and the packages of the lock file. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './build.mjs';
import { runNpm } from './children.mjs';
import { LaunchError } from './progress.mjs';

const MINIMUM = [20, 19];

/** @throws {LaunchError} */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantMajor = 0, wantMinor = 0] = MINIMUM;
  if (major < wantMajor || (major === wantMajor && minor < wantMinor)) {
    throw new LaunchError(
      `需要 Node ${MINIMUM.join('.')} 或更新的版本，现在是 ${process.versions.node}：请升级后再启动。`,
    );
  }
}

/**
 * Whether node_modules holds what the lock file says. npm writes its own record there at the very end of an install,
 * so an interrupted one is seen as well.
 * @returns {Promise<boolean>}
 */
export async function installed() {
  try {
    const wanted = JSON.parse(await readFile(path.join(ROOT, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(
      await readFile(path.join(ROOT, 'node_modules/.package-lock.json'), 'utf8'),
    ).packages;
    return Object.entries(wanted).every(([place, entry]) => {
      if (!place.includes('node_modules/') || entry.link) return true;
      const found = present[place];
      return found ? found.version === entry.version : entry.optional === true;
    });
  } catch {
    return false;
  }
}

/**
 * `npm ci`, without the packages' install scripts. The registry stays whatever this machine is set up with.
 * @param {(detail: string) => void} say
 * @throws {LaunchError}
 */
export async function install(say) {
  say('npm ci');
  const { code, output } = await runNpm([
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code === 0) return;
  if (/ENOSPC|no space left/i.test(output)) {
    throw new LaunchError(`磁盘空间不足，依赖装不进 ${ROOT}：请清理一些空间再启动。`);
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    throw new LaunchError(`没有权限写入 ${ROOT}：请调整目录权限后再启动。`);
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|ERR_SOCKET|network/i.test(output)) {
    throw new LaunchError('安装依赖时连不上 npm 仓库：请检查网络（或 npm 的代理设置）后再启动。');
  }
  throw new LaunchError(
    `安装依赖没有成功（npm ci，代码 ${code}）：\n${output.trim().split('\n').slice(-15).join('\n')}`,
  );
}
