/**
 * Jest's global set-up: compiles what changed and starts one private MariaDB for the run. The workers inherit its
 * address; no test ever uses a database that was not started here.
 */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, ROOT } from '../../bff/launch/build.mjs';

const PREFIX = 'jiefang-test-';
const HOUR_MS = 3_600_000;

/** Removes what runs that were killed left behind: databases of an hour's age that no process holds any more. */
async function sweep() {
  const { lockFolder } = await import('@jiefang/bff/database/folder-lock');
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = path.join(tmpdir(), name);
    const info = await stat(folder).catch(() => null);
    if (!info || Date.now() - info.mtimeMs < HOUR_MS) continue;
    const lock = await lockFolder(folder).catch(() => null);
    if (!lock) continue;
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    await lock.release();
  }
}

export default async function start() {
  await build();
  await sweep();
  const { startEmbedded } = await import('@jiefang/bff/database/embedded');
  const dataDir = await mkdtemp(path.join(tmpdir(), PREFIX));
  const database = await startEmbedded({
    dataDir,
    cacheDir: path.join(ROOT, '.cache'),
    bufferPoolMb: 128,
    // What a commit promises survives kill -9 all the same; only a power cut could take its last second.
    durable: false,
    log: (line) => console.error(line),
  });
  process.env.JIEFANG_TEST_DATABASE = JSON.stringify({ url: database.url, pid: database.pid });
  Object.assign(globalThis, { jiefangTestDatabase: { database, dataDir } });
}
