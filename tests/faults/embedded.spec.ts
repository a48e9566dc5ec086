import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectDatabase, createDataSource } from '@jiefang/bff/database/data-source';
import { runningEmbedded, startEmbedded, type EmbeddedDatabase } from '@jiefang/bff/database/embedded';

const ROOT = path.resolve(__dirname, '../..');
const cacheDir = path.join(ROOT, '.cache');

describe('the embedded database', () => {
  let dataDir: string;
  const started: EmbeddedDatabase[] = [];

  const start = async (): Promise<EmbeddedDatabase> => {
    const database = await startEmbedded({ dataDir, cacheDir, bufferPoolMb: 32 });
    started.push(database);
    return database;
  };

  /** Runs statements on a connection of their own; answers the last one's rows. */
  const run = async (url: string, ...statements: string[]): Promise<unknown> => {
    const dataSource = await connectDatabase(createDataSource({ url, poolSize: 1 }));
    try {
      let rows: unknown;
      for (const sql of statements) rows = await dataSource.query(sql);
      return rows;
    } finally {
      await dataSource.destroy();
    }
  };

  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'jiefang-embedded-'));
  });

  afterEach(async () => {
    await Promise.all(started.splice(0).map((database) => database.stop()));
    await rm(dataDir, { recursive: true, force: true });
  });

  it('keeps what was committed when it is killed, and starts again by itself', async () => {
    const first = await start();
    await run(first.url, 'CREATE TABLE kept (id INT PRIMARY KEY)', 'INSERT INTO kept VALUES (1), (2)');
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    await first.stop();
    const second = await start();
    expect(await run(second.url, 'SELECT COUNT(*) AS rows_kept FROM kept')).toEqual([{ rows_kept: 2 }]);
  });

  it('refuses a second start on the same folder, and tells others where the first one is', async () => {
    const first = await start();
    await expect(start()).rejects.toMatchObject({
      name: 'OperatorError',
      message: expect.stringContaining('正被另一个'),
    });
    expect(await runningEmbedded(dataDir)).toEqual({ url: first.url });
    await first.stop();
    expect(await runningEmbedded(dataDir)).toBeNull();
  });

  it('ends with a parent that is killed, and the next start goes on', async () => {
    const script =
      `import { startEmbedded } from '@jiefang/bff/database/embedded';` +
      `const database = await startEmbedded(${JSON.stringify({ dataDir, cacheDir, bufferPoolMb: 32 })});` +
      `console.log(database.pid); setInterval(() => undefined, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: path.join(ROOT, 'tests'),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(output.toString());
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    const second = await start();
    expect(second.pid).not.toBe(pid);
    // Gone, or at most an entry that init has yet to reap, which has no command line any more.
    expect(await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).toBe('');
  });

  it('is not misled by what an earlier process left behind', async () => {
    // A process number that belongs to somebody else by now: this test itself.
    await writeFile(path.join(dataDir, 'mariadb.pid'), String(process.pid));
    // A first start that was cut off while it built the system tables.
    await mkdir(path.join(dataDir, 'mariadb.new'));
    await writeFile(path.join(dataDir, 'mariadb.new', 'ibdata1'), 'half');
    await writeFile(path.join(dataDir, 'runtime.json'), '{');
    const database = await start();
    expect(await run(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('answers on loopback only, and nobody but its one account', async () => {
    const database = await start();
    const listening = (await readFile('/proc/net/tcp', 'utf8'))
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[3] === '0A' && columns[1]?.endsWith(`:${hex(database.port)}`));
    expect(listening.map((columns) => columns[1])).toEqual([`0100007F:${hex(database.port)}`]);
    const strangers = ['root', '', 'mysql'].map((user) => `mysql://${user}@127.0.0.1:${database.port}/mysql`);
    for (const url of strangers) {
      await expect(run(url, 'SELECT 1')).rejects.toMatchObject({
        message: expect.stringContaining('拒绝了登录'),
      });
    }
    await expect(run(database.url, 'SELECT * FROM mysql.global_priv')).rejects.toThrow(/denied/);
    for (const secret of ['database-password', 'runtime.json']) {
      expect((await stat(path.join(dataDir, secret))).mode & 0o077).toBe(0);
    }
  });

  it('stops gracefully, whoever asks and however often', async () => {
    const database = await start();
    await Promise.all([database.stop(), database.stop(), sleep(5).then(() => database.stop())]);
    await database.exited;
    expect(await readFile(path.join(dataDir, 'mariadb.log'), 'utf8')).toContain('Shutdown complete');
  });
});

const hex = (port: number): string => port.toString(16).toUpperCase().padStart(4, '0');
