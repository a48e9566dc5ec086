import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bootstrapSql, libraryEnvironment, type ServerBinaries } from './embedded-binaries.js';
import { OperatorError } from './operator-error.js';

/** A started mariadbd. */
export interface ServerProcess {
  pid: number;
  /** Bytes the log had before this server wrote to it. */
  logStart: number;
  alive(): boolean;
  exited: Promise<void>;
  /** SIGTERM, and SIGKILL after `patience` milliseconds; resolves when it has ended. */
  end(patience: number): Promise<void>;
}

/** Why a server did not come up: a known cause, or the last error line of its log. */
export type StartFailure = 'port' | 'disk' | 'locked' | (string & {});

/** Crash recovery replays the log; a large one takes a while. */
const READY_WITHIN_MS = 180_000;

/** Flags every run of the server needs, wherever it was unpacked. */
function commonFlags(binaries: ServerBinaries): string[] {
  return [
    '--no-defaults',
    `--basedir=${binaries.basedir}`,
    `--lc-messages-dir=${binaries.share}`,
    `--character-sets-dir=${path.join(binaries.share, 'charsets')}`,
    // The server refuses root unless told so: a container often has nobody else.
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
  ];
}

/** Fills an empty folder with the system tables. `scratch`: for its temporary files. */
export async function bootstrap(
  binaries: ServerBinaries,
  folder: string,
  scratch: string,
  logFile: string,
): Promise<void> {
  const log = await open(logFile, 'a', 0o600);
  try {
    const logStart = (await log.stat()).size;
    const child = spawn(
      binaries.daemon,
      [
        ...commonFlags(binaries),
        '--bootstrap',
        `--datadir=${folder}`,
        `--tmpdir=${scratch}`,
        '--innodb-log-file-size=128M',
        '--skip-log-bin',
      ],
      { stdio: ['pipe', log.fd, log.fd], env: libraryEnvironment(binaries.libraries), cwd: folder },
    );
    const ended = new Promise<number | null>((resolve) => {
      child.once('exit', resolve);
      child.once('error', () => resolve(-1));
    });
    // A server that dies early closes the pipe; its exit code and log tell more than EPIPE does.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(await bootstrapSql(binaries.share));
    const code = await ended;
    if (code === 0) return;
    const cause = await causeOf(logFile, logStart);
    if (cause === 'disk')
      throw new OperatorError(`磁盘空间不足，数据库写不进 ${folder}：请清理一些空间再启动。`);
    throw new OperatorError(`建立数据库没有成功（${cause}）：详细记录在 ${logFile}。`);
  } finally {
    await log.close();
  }
}

/**
 * Starts the server in a session of its own, so that Ctrl-C in the terminal reaches its parent only, which then ends
 * everything in order; and with a death signal where the system can, so that it ends when its parent is killed.
 */
export async function launch(
  binaries: ServerBinaries,
  flags: string[],
  logFile: string,
): Promise<ServerProcess> {
  const log = await open(logFile, 'a', 0o600);
  const logStart = (await log.stat()).size;
  const guard = deathSignal();
  const command = [...guard, binaries.daemon, ...commonFlags(binaries), ...flags];
  const child = spawn(command[0] ?? binaries.daemon, command.slice(1), {
    stdio: ['ignore', log.fd, log.fd],
    env: libraryEnvironment(binaries.libraries),
    detached: true,
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  await log.close();
  return {
    pid: child.pid ?? 0,
    logStart,
    alive: () => isRunning(child),
    exited,
    end: (ms) => end(child, exited, ms),
  };
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

async function end(child: ChildProcess, exited: Promise<void>, patience: number): Promise<void> {
  if (!isRunning(child)) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await exited;
  clearTimeout(timer);
}

let deathSignalCommand: string[] | null = null;

function deathSignal(): string[] {
  if (deathSignalCommand === null) {
    const command = ['setpriv', '--pdeathsig', 'TERM', '--'];
    const works =
      process.platform === 'linux' && spawnSync('setpriv', [...command.slice(1), 'true']).status === 0;
    deathSignalCommand = works ? command : [];
  }
  return deathSignalCommand;
}

/** Waits for the server's greeting; answers null when it is there, or why it will not come. */
export async function waitUntilReady(
  server: ServerProcess,
  socket: string,
  logFile: string,
): Promise<StartFailure | null> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (!server.alive()) return causeOf(logFile, server.logStart);
    if (existsSync(socket) && (await greets(socket))) return null;
    await sleep(40);
  }
  await server.end(5_000);
  return `${READY_WITHIN_MS / 1000} 秒内没有应答`;
}

/** A MySQL server speaks first: packet header, then protocol version 10. */
function greets(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    const answer = (ready: boolean): void => {
      connection.destroy();
      resolve(ready);
    };
    connection.setTimeout(2_000, () => answer(false));
    connection.once('data', (greeting) => answer(greeting[4] === 10));
    connection.once('error', () => answer(false));
    connection.once('end', () => answer(false));
  });
}

async function causeOf(logFile: string, from: number): Promise<StartFailure> {
  const text = (await readFile(logFile)).subarray(from).toString('utf8');
  if (/No space left|Errcode: 28|Disk is full|OS error: 28|Error number 28/i.test(text)) return 'disk';
  if (/Can't lock aria control file|Unable to lock .*ibdata1/i.test(text)) return 'locked';
  if (/Bind on TCP\/IP port|Address already in use/i.test(text)) return 'port';
  const errors = text.split('\n').filter((line) => /\[ERROR\]|error while loading/i.test(line));
  const last = errors.at(-1) ?? text.trim().split('\n').at(-1) ?? '';
  return last.replace(/^.*\[ERROR\]\s*/, '').slice(0, 200) || '没有留下说明';
}

/**
 * Ends a server whose parent was killed before it could end it. Called by the holder of the data directory's lock:
 * a server on this folder now belongs to nobody. It was told to stop when its parent died, so it is waited for first.
 */
export async function endOrphan(pidFile: string, dataFolder: string): Promise<void> {
  const pid = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10);
  if (!Number.isInteger(pid) || pid <= 1 || !(await serves(pid, dataFolder))) {
    await rm(pidFile, { force: true });
    return;
  }
  for (const [signal, patience] of [
    [0, 5_000],
    ['SIGTERM', 30_000],
    ['SIGKILL', 10_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      break;
    }
    const deadline = Date.now() + patience;
    while (Date.now() < deadline && (await serves(pid, dataFolder))) await sleep(50);
    if (!(await serves(pid, dataFolder))) break;
  }
  await rm(pidFile, { force: true });
}

/** Whether this process is a mariadbd on this folder, not some other that was given the same number since. */
async function serves(pid: number, dataFolder: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return line.split('\0').includes(`--datadir=${dataFolder}`);
  }
  const listing = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return listing.status === 0 && listing.stdout.includes(`--datadir=${dataFolder}`);
}

/** A loopback port nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
