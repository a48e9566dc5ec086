import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { endServersOn, expectOneSentence, freePort, launch, serversOn } from './launching.js';

jest.setTimeout(240_000);

const ROOT = path.resolve(__dirname, '../..');
const run = promisify(execFile);

/** Folders of a clone without what an install, a build or a start puts into it. */
const NOT_CLONED = /(^|\/)(node_modules|dist|\.git|\.data|\.cache)(\/|$)/;

describe('a first start without network', () => {
  let clone: string;
  let dataDir: string;
  let offline: NodeJS.ProcessEnv;

  beforeEach(async () => {
    clone = await mkdtemp(path.join(tmpdir(), 'jiefang-clone-'));
    dataDir = path.join(clone, '.data');
    await cp(ROOT, clone, {
      recursive: true,
      filter: (source) => !NOT_CLONED.test(path.relative(ROOT, source)),
    });
    // Nobody listens there: what every connection meets when the cable is out.
    const nowhere = `http://127.0.0.1:${await freePort()}`;
    offline = {
      PORT: String(await freePort()),
      JIEFANG_DATA_DIR: dataDir,
      ...Object.fromEntries(
        [
          'http_proxy',
          'https_proxy',
          'HTTP_PROXY',
          'HTTPS_PROXY',
          'npm_config_proxy',
          'npm_config_https_proxy',
        ].map((name) => [name, nowhere]),
      ),
      ...Object.fromEntries(['no_proxy', 'NO_PROXY', 'npm_config_noproxy'].map((name) => [name, ''])),
      npm_config_cache: path.join(clone, 'empty-npm-cache'),
      // Only to be told sooner: npm would try again for a minute.
      npm_config_fetch_retries: '0',
    };
  });
  afterEach(async () => {
    await endServersOn(dataDir);
    await rm(clone, { recursive: true, force: true, maxRetries: 5 });
  });

  it('says that the packages cannot be fetched, each time it is tried, and leaves no half of them', async () => {
    for (let tries = 0; tries < 2; tries += 1) {
      await expectOneSentence(launch(offline, clone), /^安装依赖时连不上 npm 仓库：请检查网络/);
      expect(existsSync(path.join(clone, 'node_modules/.package-lock.json'))).toBe(false);
      expect(existsSync(dataDir)).toBe(false);
      expect(await serversOn(dataDir)).toEqual([]);
    }
  });

  it('says that the database server cannot be fetched, and the next start with one goes on', async () => {
    // The packages of the clone are there: what this one lacks is MariaDB, with nothing of it in the cache.
    const { stdout } = await run('sh', ['-c', 'command -v mariadbd || true']);
    if (stdout.trim() !== '') {
      console.error('SKIPPED: fetching a server without network. This machine has a mariadbd of its own.');
      return;
    }
    await installInto(clone);
    const started = launch(offline, clone);
    await expectOneSentence(started, /^下载 MariaDB 失败，可能是没有网络：请检查网络后再启动/);
    expect(await readdir(path.join(clone, '.cache'))).toEqual([]);
    expect(existsSync(path.join(dataDir, 'mariadb'))).toBe(false);
    expect(await serversOn(dataDir)).toEqual([]);

    // What the network would have brought, from the cache of this run.
    await symlink(path.join(ROOT, '.cache/mariadb'), path.join(clone, '.cache/mariadb'));
    const next = launch(offline, clone);
    await next.prints('✓ 准备数据');
    next.process.kill('SIGTERM');
    expect(await next.ended).toBe(0);
    expect(await serversOn(dataDir)).toEqual([]);
  });
});

/** Gives the clone this one's packages, and its own folders for the workspaces among them, as an install does. */
async function installInto(clone: string): Promise<void> {
  for (const folder of ['', 'bff', 'miniapp', 'shared', 'tests']) {
    const packages = path.join(ROOT, folder, 'node_modules');
    if (!existsSync(packages)) continue;
    const own = path.join(clone, folder, 'node_modules');
    await mkdir(own);
    for (const name of await readdir(packages)) {
      if (name !== '@jiefang') await symlink(path.join(packages, name), path.join(own, name));
    }
  }
  const workspaces = path.join(clone, 'node_modules/@jiefang');
  await mkdir(workspaces);
  for (const name of ['bff', 'miniapp', 'shared', 'tests'])
    await symlink(path.join(clone, name), path.join(workspaces, name));
}
