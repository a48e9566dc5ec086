/** Where the running product keeps its data, and the secrets it makes for itself. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './build.mjs';
import { LaunchError } from './progress.mjs';

/** The data directory: JIEFANG_DATA_DIR, or `.data` in the clone. */
export const DATA_DIR = path.resolve(process.env.JIEFANG_DATA_DIR || path.join(ROOT, '.data'));

/** Downloads, shared by all data directories of a clone. */
export const CACHE_DIR = path.join(ROOT, '.cache');

/**
 * APP_SECRET of the environment, or the one made at the first start and kept beside the data, readable by its owner
 * only. Field encryption and sign-in keys derive from it: losing it loses what it encrypted.
 * @returns {Promise<string>}
 */
export async function appSecret() {
  if (process.env.APP_SECRET) return process.env.APP_SECRET;
  const file = path.join(DATA_DIR, 'app-secret');
  try {
    await mkdir(DATA_DIR, { recursive: true, mode: 0o700 });
    return await newSecret(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOSPC') throw new LaunchError(`磁盘空间不足，写不进 ${DATA_DIR}：请清理一些空间再启动。`);
    if (code !== 'EEXIST')
      throw new LaunchError(
        `没有权限写入数据目录 ${DATA_DIR}：请调整权限，或用 JIEFANG_DATA_DIR 换一个目录。`,
      );
  }
  const secret = (await readFile(file, 'utf8')).trim();
  if (secret.length < 32) {
    throw new LaunchError(
      `密钥文件 ${file} 不完整：请从备份恢复它；如果这里还没有重要数据，可以删除整个数据目录重新开始。`,
    );
  }
  return secret;
}

/**
 * Makes a secret and puts it there whole: a disk that fills up meanwhile leaves no half of one that later starts would
 * take for damaged. Throws EEXIST when there is one.
 * @param {string} file
 * @returns {Promise<string>}
 */
async function newSecret(file) {
  if (existsSync(file)) throw Object.assign(new Error(`${file} exists`), { code: 'EEXIST' });
  const secret = randomBytes(48).toString('base64url');
  const fresh = `${file}.${process.pid}.new`;
  try {
    const handle = await open(fresh, 'w', 0o600);
    try {
      await handle.writeFile(secret);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // Unlike a rename this never replaces one that another start has put there since.
    await link(fresh, file);
    return secret;
  } finally {
    await rm(fresh, { force: true });
  }
}
