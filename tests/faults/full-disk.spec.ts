import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endServersOn, expectOneSentence, freePort, launch, serversOn, type Launch } from './launching.js';

jest.setTimeout(240_000);

const MB = 1 << 20;

/** A disk of its own, so that filling it up fills nobody else's. */
const mount = (folder: string, options: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;

const trial = spawnSync('sh', [
  '-c',
  'd=$(mktemp -d) && mount -t tmpfs -o size=1m tmpfs "$d" && umount "$d"; rmdir "$d"',
]);
const mayMount = trial.status === 0 && process.platform === 'linux';
if (!mayMount) {
  console.error('SKIPPED: a full disk. It needs a small disk of its own (tmpfs), which only root may mount.');
}

(mayMount ? describe : describe.skip)('a full disk', () => {
  let disk: string;
  let dataDir: string;

  beforeEach(async () => {
    disk = await mkdtemp(path.join(tmpdir(), 'jiefang-disk-'));
  });
  afterEach(async () => {
    await endServersOn(dataDir);
    for (let n = 0; n < 50 && spawnSync('umount', [disk]).status !== 0; n += 1) await sleep(100);
    await rm(disk, { recursive: true });
  });

  /** `files`: how many it takes at most; 0 for as many as there is room for. */
  const diskOf = (megabytes: number, files = 0): void => {
    expect(mount(disk, `size=${megabytes}m,nr_inodes=${files}`)).toBe(true);
    dataDir = path.join(disk, 'data');
  };
  const start = async (): Promise<Launch> =>
    launch({ PORT: String(await freePort()), JIEFANG_DATA_DIR: dataDir });

  /** Takes all room but these last bytes, while others may be taking theirs. */
  const fill = async (left = 0): Promise<void> => {
    const filler = path.join(disk, 'filler');
    await mkdir(filler);
    const { bavail, bsize } = await statfs(disk);
    for (let size = bavail * bsize - left, n = 0; size >= bsize; size = Math.floor(size / 2), n += 1) {
      const taken = spawnSync('fallocate', ['-l', String(size), path.join(filler, String(n))]).status === 0;
      if (taken && left > 0) return;
    }
  };
  const makeRoom = (): Promise<void> => rm(path.join(disk, 'filler'), { recursive: true });

  /** With room again the same folder serves: the data is prepared, and the end is in order. */
  const expectRecovery = async (): Promise<void> => {
    const next = await start();
    await next.prints('✓ 准备数据');
    next.process.kill('SIGTERM');
    expect(await next.ended).toBe(0);
    expect(await serversOn(dataDir)).toEqual([]);
  };

  it('is seen before anything is written', async () => {
    diskOf(900);
    await fill(100 * MB);
    await expectOneSentence(
      await start(),
      /^磁盘空间不足：.*只剩 \d+ MB，启动至少需要 \d+ MB，请清理一些空间再启动。$/,
    );
    expect(await readdir(dataDir)).toEqual([]);
    expect(await serversOn(dataDir)).toEqual([]);
    await makeRoom();
    await expectRecovery();
  });

  it('that fills up while the database is built leaves nothing that looks like one', async () => {
    // Room enough, but not for so many files: it is full in the middle of the system tables, however fast they are.
    diskOf(900, 40);
    await expectOneSentence(await start(), /^磁盘空间不足，数据库写不进 .*：请清理一些空间再启动。$/);
    expect(existsSync(path.join(dataDir, 'mariadb'))).toBe(false);
    expect(await serversOn(dataDir)).toEqual([]);
    expect(spawnSync('mount', ['-o', 'remount,nr_inodes=0', disk]).status).toBe(0);
    await expectRecovery();
  });

  it('that fills up while the data is prepared is said as well, and what was begun is done by the next start', async () => {
    diskOf(900);
    const started = await start();
    await started.prints('✓ 启动数据库');
    await fill();
    await expectOneSentence(started, /^磁盘空间不足，.*清理一些空间再启动。$/);
    expect(await serversOn(dataDir)).toEqual([]);
    await makeRoom();
    await expectRecovery();
  });
});
