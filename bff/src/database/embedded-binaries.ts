import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { explainDisk, OperatorError } from './operator-error.js';

const run = promisify(execFile);

/** A MariaDB server that can be started. All paths are absolute. */
export interface ServerBinaries {
  daemon: string;
  basedir: string;
  /** Holds the system tables' SQL, the messages and `charsets/`. */
  share: string;
  /** Folders for LD_LIBRARY_PATH; empty when the system's own libraries do. */
  libraries: string[];
}

/** Debian's and Ubuntu's names of the package, newest layout first. */
const SERVER_PACKAGES = ['mariadb-server-core', 'mariadb-server-core-10.6'];

/**
 * Finds `mariadbd` on the PATH or in the usual places; otherwise downloads the distribution's packages into
 * `cacheDir` and unpacks them there. Needs no root and changes nothing on the system.
 *
 * @throws {OperatorError} when there is neither a server nor a way to get one.
 */
export async function findOrFetchServer(
  cacheDir: string,
  log: (line: string) => void,
): Promise<ServerBinaries> {
  const installed = await installedServer();
  if (installed) return installed;
  const cached = await cachedServer(cacheDir);
  if (cached) return cached;
  log('本机没有 MariaDB，正在下载一份只供本程序使用的（约 8 MB）');
  await fetchServer(cacheDir);
  const fetched = await cachedServer(cacheDir);
  if (!fetched) throw new OperatorError('下载的 MariaDB 软件包不完整：请删除 .cache 目录后再启动一次。');
  return fetched;
}

async function installedServer(): Promise<ServerBinaries | null> {
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
    '/usr/local/bin',
  ];
  for (const folder of folders) {
    const daemon = path.join(folder, 'mariadbd');
    if (folder !== '' && existsSync(daemon)) {
      const found = await describe(await realpath(daemon), []);
      if (found) return found;
    }
  }
  return null;
}

async function cachedServer(cacheDir: string): Promise<ServerBinaries | null> {
  const root = path.join(cacheDir, 'mariadb');
  if (!existsSync(path.join(root, 'complete'))) return null;
  const libraries = [path.join(root, 'usr/lib'), path.join(root, 'lib')];
  for (const base of ['usr/lib', 'lib']) {
    const entries = await readdir(path.join(root, base), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.isDirectory() && entry.name.includes('-linux-'))
        libraries.push(path.join(root, base, entry.name));
    }
  }
  return describe(path.join(root, 'usr/sbin/mariadbd'), libraries.filter(existsSync));
}

async function describe(daemon: string, libraries: string[]): Promise<ServerBinaries | null> {
  const basedir = path.resolve(path.dirname(daemon), '..');
  const share = ['share/mysql', 'share/mariadb'].map((name) => path.join(basedir, name)).find(systemTables);
  if (!share) return null;
  try {
    await run(daemon, ['--no-defaults', '--version'], { env: libraryEnvironment(libraries) });
  } catch {
    return null;
  }
  return { daemon, basedir, share, libraries };
}

function systemTables(share: string): boolean {
  return ['mysql', 'mariadb'].some((prefix) => existsSync(path.join(share, `${prefix}_system_tables.sql`)));
}

/** The environment a server from these libraries runs in. */
export function libraryEnvironment(libraries: string[]): NodeJS.ProcessEnv {
  if (libraries.length === 0) return process.env;
  const before = process.env.LD_LIBRARY_PATH;
  return {
    ...process.env,
    LD_LIBRARY_PATH: [...libraries, ...(before ? [before] : [])].join(path.delimiter),
  };
}

/**
 * The SQL that makes an empty data directory a MariaDB one. All accounts it comes with are dropped: the init file of
 * each start creates the only one there is.
 */
export async function bootstrapSql(share: string): Promise<string> {
  const part = async (name: string): Promise<string> => {
    const file = ['mysql', 'mariadb']
      .map((prefix) => path.join(share, `${prefix}_${name}.sql`))
      .find(existsSync);
    return file ? readFile(file, 'utf8') : '';
  };
  return [
    'create database mysql;',
    'use mysql;',
    'set @auth_root_socket=null;',
    await part('system_tables'),
    await part('performance_tables'),
    await part('system_tables_data'),
    "delete from mysql.global_priv where user <> 'mariadb.sys';",
    'delete from mysql.proxies_priv;',
    '',
  ].join('\n');
}

async function fetchServer(cacheDir: string): Promise<void> {
  await mkdir(cacheDir, { recursive: true });
  const work = await mkdtemp(path.join(cacheDir, 'mariadb-download-'));
  try {
    const packages = await downloadPackages(work);
    const root = path.join(work, 'root');
    await mkdir(root);
    for (const file of packages) await run('dpkg-deb', ['-x', path.join(work, file), root]);
    await writeFile(path.join(root, 'complete'), `${packages.sort().join('\n')}\n`);
    const target = path.join(cacheDir, 'mariadb');
    // Another process may have put its copy there meanwhile: a complete one is as good as ours.
    if (!(await cachedServer(cacheDir))) {
      await rm(target, { recursive: true, force: true });
      await rename(root, target);
    }
  } catch (error) {
    if (/No space left|not enough free space/i.test(outputOf(error))) {
      throw new OperatorError(`磁盘空间不足，写不进 ${cacheDir}：请清理一些空间再启动。`);
    }
    throw explainDisk(error, cacheDir);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Downloads the server and what of its dependencies the system lacks; answers the names of the .deb files. */
async function downloadPackages(work: string): Promise<string[]> {
  const system: string[] = process.getuid?.() === 0 ? ['-o', 'APT::Sandbox::User=root'] : [];
  const own = [...system, '-o', `Dir::State=${work}/state`, '-o', `Dir::Cache=${work}/cache`];
  const attempts = [system, own];
  let last: unknown;
  for (const options of attempts) {
    try {
      // The machine's package lists may be missing or old, and refreshing them needs root: a private copy does not.
      if (options === own) {
        await mkdir(path.join(work, 'state/lists/partial'), { recursive: true });
        await mkdir(path.join(work, 'cache/archives/partial'), { recursive: true });
        await run('apt-get', [...own, 'update'], { maxBuffer: 1 << 26, timeout: 180_000 });
      }
      const names = await missingPackages(options);
      await run('apt-get', [...options, 'download', ...names], { cwd: work, timeout: 180_000 });
      return (await readdir(work)).filter((name) => name.endsWith('.deb'));
    } catch (error) {
      last = error;
      const output = outputOf(error);
      if (/ENOENT/.test(output)) break;
      if (/No space left|not enough free space/i.test(output)) throw error;
    }
  }
  if (/ENOENT/.test(outputOf(last))) {
    throw new OperatorError(
      '本机没有 MariaDB，也没有 apt-get 可以下载它：请先安装 MariaDB（10.6 或更新），或用 DATABASE_URL 指定一个数据库。',
    );
  }
  throw new OperatorError(
    '下载 MariaDB 失败，可能是没有网络：请检查网络后再启动，或先安装 MariaDB，或用 DATABASE_URL 指定一个数据库。',
  );
}

async function missingPackages(options: string[]): Promise<string[]> {
  let last: unknown;
  for (const server of SERVER_PACKAGES) {
    const args = [...options, '-o', 'Debug::NoLocking=1', '-s', 'install', '--no-install-recommends', server];
    try {
      const { stdout } = await run('apt-get', args, { maxBuffer: 1 << 24 });
      const names = [...stdout.matchAll(/^Inst (\S+) /gm)].map((match) => match[1] ?? '');
      return names.length > 0 ? names : [server];
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

function outputOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stderr = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr : '';
  return `${error.message}\n${stderr}`;
}
