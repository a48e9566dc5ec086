/** Builds the mini-program for a target, when its sources changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './build.mjs';
import { runNpm } from './children.mjs';
import { LaunchError } from './progress.mjs';

const DIST = path.join(ROOT, 'miniapp/dist');

/** Folders and files of the repository that a client is made of. */
const INPUTS = ['miniapp', 'shared/src', 'shared/package.json', 'package-lock.json'];
/** Folders with a dot are caches of tools: the first build writes .swc, which must not look like a change to the next. */
const NOT_INPUTS = /(^|\/)(node_modules|dist|test|\.[^/]+)\/|\.spec\.tsx?$|\.md$/;

/** @returns {Promise<string>} a digest of the names and contents of everything a build reads */
async function digestOfInputs() {
  /** @type {string[]} */
  const files = [];
  for (const input of INPUTS) {
    const entries = await readdir(path.join(ROOT, input), { recursive: true, withFileTypes: true }).catch(
      () => null,
    );
    if (!entries) files.push(input);
    for (const entry of entries ?? []) {
      const name = path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/');
      if (entry.isFile() && !NOT_INPUTS.test(name)) files.push(name);
    }
  }
  const digest = createHash('sha256');
  for (const file of files.sort()) {
    digest
      .update(`${file}\0`)
      .update(await readFile(path.join(ROOT, file)))
      .update('\0');
  }
  return digest.digest('hex');
}

/**
 * Makes sure `miniapp/dist/<target>` is built from the present sources.
 * @param {'h5' | 'weapp'} target
 * @param {(detail: string) => void} say
 * @returns {Promise<boolean>} whether it had to be built
 * @throws {LaunchError}
 */
export async function ensureClient(target, say) {
  const { lockFolder } = await import('@jiefang/bff/database/folder-lock');
  await mkdir(DIST, { recursive: true });
  let lock = await lockFolder(DIST);
  while (!lock) {
    say('等待另一个构建完成');
    await sleep(500);
    lock = await lockFolder(DIST);
  }
  try {
    const stamp = path.join(DIST, `.${target}-inputs`);
    const digest = await digestOfInputs();
    const entry = path.join(DIST, target, target === 'h5' ? 'index.html' : 'app.json');
    if (existsSync(entry) && (await readFile(stamp, 'utf8').catch(() => '')) === digest) return false;
    await rm(stamp, { force: true });
    say(`npm run build:${target}`);
    await runBuild(target);
    await writeFile(stamp, digest);
    return true;
  } finally {
    await lock.release();
  }
}

/** @param {'h5' | 'weapp'} target */
async function runBuild(target) {
  const env = { ...process.env, NODE_ENV: 'production' };
  const { code, output } = await runNpm(['run', `build:${target}`, '-w', 'miniapp'], env);
  if (code === 0) return;
  if (/ENOSPC|no space left/i.test(output)) {
    throw new LaunchError(`磁盘空间不足，客户端写不进 ${DIST}：请清理一些空间再启动。`);
  }
  const tail = output.trim().split('\n').slice(-40).join('\n');
  throw new LaunchError(`构建 ${target} 客户端没有成功：\n${tail}`);
}
