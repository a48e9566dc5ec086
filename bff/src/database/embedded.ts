import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, statfs, truncate, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findOrFetchServer, type ServerBinaries } from './embedded-binaries.js';
import {
  bootstrap,
  endOrphan,
  freePort,
  launch,
  waitUntilReady,
  type ServerProcess,
} from './embedded-process.js';
import { lockFolder, type FolderLock } from './folder-lock.js';
import { explainDisk, OperatorError } from './operator-error.js';

/** A private MariaDB: its own data directory, socket and port; nothing listens beyond the loopback address. */
export interface EmbeddedOptions {
  /** Absolute; created when missing, readable by its owner only. */
  dataDir: string;
  /** Absolute; downloaded server packages, shared by all data directories of a clone. */
  cacheDir: string;
  /** InnoDB buffer pool in MB; 256 unless told. */
  bufferPoolMb?: number;
  /** false: a commit may wait a second before it is on disk (survives kill -9, not a power cut). For tests. */
  durable?: boolean;
  /** Progress, a Chinese sentence a call. */
  log?: (line: string) => void;
}

/** A running server. Its end, wanted or not, resolves `exited`. */
export interface EmbeddedDatabase {
  /** mysql://user:password@127.0.0.1:port/jiefang?socketPath=…, for `createDataSource`. */
  url: string;
  pid: number;
  port: number;
  exited: Promise<void>;
  /** Stops gracefully (SIGKILL after 30 s), frees the data directory. Idempotent. */
  stop(): Promise<void>;
}

/** What `runtime.json` in the data directory tells other commands while a server runs. */
interface RuntimeFile {
  url: string;
  pid: number;
}

const DATABASE = 'jiefang';
const USER = 'jiefang';
const MINIMUM_FREE_MB = 400;

/**
 * Starts the embedded database, fetching the server and creating the data directory where needed.
 *
 * Recovers by itself from kill -9 of the server or of its parent. Ends with its parent on Linux.
 *
 * @throws {OperatorError} when the data directory is in use, the disk is full, or no server can be had.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataDir } = options;
  const log = options.log ?? (() => undefined);
  let lock: FolderLock | null = null;
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    lock = await lockFolder(dataDir);
    if (!lock) {
      throw new OperatorError(
        `数据目录 ${dataDir} 正被另一个街坊进程使用：请先停下它，或用 JIEFANG_DATA_DIR 换一个目录。`,
      );
    }
    await requireSpace(dataDir);
    const binaries = await findOrFetchServer(options.cacheDir, log);
    return await start(options, binaries, lock, log);
  } catch (error) {
    await lock?.release();
    throw explainDisk(error, dataDir);
  }
}

/** The address of the embedded database that another process runs on this data directory, or null. */
export async function runningEmbedded(dataDir: string): Promise<{ url: string } | null> {
  if (!existsSync(dataDir)) return null;
  const lock = await lockFolder(dataDir);
  if (lock) {
    await lock.release();
    return null;
  }
  try {
    const runtime = JSON.parse(await readFile(path.join(dataDir, 'runtime.json'), 'utf8')) as RuntimeFile;
    return { url: runtime.url };
  } catch {
    return null;
  }
}

async function start(
  options: EmbeddedOptions,
  binaries: ServerBinaries,
  lock: FolderLock,
  log: (line: string) => void,
): Promise<EmbeddedDatabase> {
  const { dataDir } = options;
  const files = {
    data: path.join(dataDir, 'mariadb'),
    scratch: path.join(dataDir, 'tmp'),
    log: path.join(dataDir, 'mariadb.log'),
    pid: path.join(dataDir, 'mariadb.pid'),
    init: path.join(dataDir, 'mariadb.init.sql'),
    runtime: path.join(dataDir, 'runtime.json'),
    socket: socketPath(dataDir),
  };
  await endOrphan(files.pid, files.data);
  await rm(files.runtime, { force: true });
  await rm(files.socket, { force: true });
  await rm(files.scratch, { recursive: true, force: true });
  await mkdir(files.scratch, { mode: 0o700 });
  await keepLogSmall(files.log);
  if (!existsSync(files.data)) {
    log('正在建立数据库');
    // Built beside and renamed: a start that is cut off here leaves nothing that looks like a database.
    const fresh = `${files.data}.new`;
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { mode: 0o700 });
    await bootstrap(binaries, fresh, files.scratch, files.log);
    await rename(fresh, files.data);
  }
  const password = await ownPassword(path.join(dataDir, 'database-password'));
  let server: ServerProcess | null = null;
  let port = 0;
  // The port was free a moment ago; should another program have taken it since, another one is tried.
  for (let attempt = 1; server === null; attempt += 1) {
    port = await freePort();
    await writeFile(files.init, accountSql(password), { mode: 0o600 });
    const candidate = await launch(binaries, serverFlags(options, files, port), files.log);
    const failure = await waitUntilReady(candidate, files.socket, files.log);
    if (failure === null) server = candidate;
    else if (failure !== 'port' || attempt === 3) {
      await rm(files.init, { force: true });
      throw new OperatorError(sentenceFor(failure, dataDir, files.log));
    }
  }
  await rm(files.init, { force: true });
  const url =
    `mysql://${USER}:${password}@127.0.0.1:${port}/${DATABASE}` +
    `?socketPath=${encodeURIComponent(files.socket)}`;
  const runtime: RuntimeFile = { url, pid: process.pid };
  await writeFile(files.runtime, JSON.stringify(runtime), { mode: 0o600 });
  const { pid, exited } = server;
  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    await rm(files.runtime, { force: true });
    await server.end(30_000);
    await rm(files.socket, { force: true });
    await lock.release();
  };
  return { url, pid, port, exited, stop: () => (stopping ??= stop()) };
}

function serverFlags(
  options: EmbeddedOptions,
  files: { data: string; scratch: string; pid: string; init: string; socket: string },
  port: number,
): string[] {
  return [
    `--datadir=${files.data}`,
    // Its own: a server that starts removes every temporary table it finds there, another server's too.
    `--tmpdir=${files.scratch}`,
    `--socket=${files.socket}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--pid-file=${files.pid}`,
    `--init-file=${files.init}`,
    `--innodb-flush-log-at-trx-commit=${options.durable === false ? 2 : 1}`,
    `--innodb-buffer-pool-size=${options.bufferPoolMb ?? 256}M`,
    '--innodb-log-file-size=128M',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--default-time-zone=+00:00',
    '--skip-name-resolve',
    '--skip-log-bin',
    '--transaction-isolation=READ-COMMITTED',
    '--innodb-lock-wait-timeout=5',
    '--max-connections=500',
    '--max-allowed-packet=64M',
    '--performance-schema=OFF',
    '--sql-mode=STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO',
  ];
}

/**
 * The one account there is: all of the product's database and of `jiefang_…` ones (a test run's), nothing else.
 * Read by the server at each start, before it answers anybody.
 */
function accountSql(password: string): string {
  const lines = [
    `CREATE DATABASE IF NOT EXISTS \`${DATABASE}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;`,
  ];
  for (const host of ['localhost', '127.0.0.1']) {
    const account = `'${USER}'@'${host}'`;
    lines.push(`CREATE USER IF NOT EXISTS ${account} IDENTIFIED BY '${password}';`);
    lines.push(`ALTER USER ${account} IDENTIFIED BY '${password}';`);
    lines.push(`GRANT ALL PRIVILEGES ON \`${DATABASE}\`.* TO ${account};`);
    lines.push(`GRANT ALL PRIVILEGES ON \`${DATABASE}\\_%\`.* TO ${account};`);
  }
  return `${lines.join('\n')}\n`;
}

/** Created once, readable by its owner only. Hexadecimal, so that neither SQL nor a URL needs it escaped. */
async function ownPassword(file: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => '');
  if (/^[0-9a-f]{48}$/.test(known)) return known;
  const password = randomBytes(24).toString('hex');
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

/** A socket's path may have 107 bytes at most, which a clone deep in a tree exceeds. */
function socketPath(dataDir: string): string {
  const inside = path.join(dataDir, 'mariadb.sock');
  if (Buffer.byteLength(inside) <= 100) return inside;
  return path.join(tmpdir(), `jiefang-${randomBytes(6).toString('hex')}.sock`);
}

async function requireSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const freeMb = Math.floor((bavail * bsize) / (1 << 20));
  if (freeMb < MINIMUM_FREE_MB) {
    throw new OperatorError(
      `磁盘空间不足：${folder} 只剩 ${freeMb} MB，启动至少需要 ${MINIMUM_FREE_MB} MB，请清理一些空间再启动。`,
    );
  }
}

async function keepLogSmall(file: string): Promise<void> {
  const info = await stat(file).catch(() => null);
  if (info && info.size > 5_000_000) await truncate(file);
  else if (!info) await (await open(file, 'a', 0o600)).close();
}

function sentenceFor(failure: string, dataDir: string, logFile: string): string {
  if (failure === 'disk') return `磁盘空间不足，数据库写不进 ${dataDir}：请清理一些空间再启动。`;
  if (failure === 'locked') {
    return `数据目录 ${dataDir} 正被另一个数据库进程使用：请先停下它，或用 JIEFANG_DATA_DIR 换一个目录。`;
  }
  if (failure === 'port') return '没有找到可用的本机端口给数据库：请稍后再启动一次。';
  return `内置数据库没有启动成功（${failure}）：详细记录在 ${logFile}。`;
}
