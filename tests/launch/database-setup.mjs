/**
 * Jest's global set-up: compiles what changed and starts one private MariaDB for the run. The workers inherit its
 * address; no test ever uses a database that was not started here.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, ROOT } from '../../bff/launch/build.mjs';

export default async function start() {
  await build();
  const { startEmbedded } = await import('@jiefang/bff/database/embedded');
  const dataDir = await mkdtemp(path.join(tmpdir(), 'jiefang-test-'));
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
