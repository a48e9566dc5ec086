/** Child processes of a launcher: started apart from the terminal's Ctrl-C, ended in order, watched while they run. */
import { spawn } from 'node:child_process';
import { appendFile, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './build.mjs';

/**
 * A running child. `exited` resolves with how it ended, `end` asks it to (SIGTERM, SIGKILL after `patience` ms).
 * @typedef {object} Child
 * @property {import('node:child_process').ChildProcess} process
 * @property {Promise<string>} exited
 * @property {(patience: number) => Promise<void>} end
 */

/**
 * Starts a Node program with an IPC channel: when this process dies, even by kill -9, the channel closes and the
 * child ends itself.
 * @param {string} file below the repository
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {'pipe' | 'inherit'} [output]
 * @param {string} [cwd]
 * @param {string[]} [flags] of Node itself
 * @returns {Child}
 */
export function startNode(file, args, env, output = 'pipe', cwd = ROOT, flags = []) {
  const child = spawn(process.execPath, ['--enable-source-maps', ...flags, path.join(ROOT, file), ...args], {
    cwd,
    env,
    // A session of its own: Ctrl-C reaches the launcher only, which ends its children one after the other.
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  /** @type {Promise<string>} */
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    // Not 'exit': what it printed last is read by then.
    child.once('close', (code, signal) => resolve(signal ?? `代码 ${code}`));
  });
  const end = async (/** @type {number} */ patience) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    await exited;
    clearTimeout(timer);
  };
  return { process: child, exited, end };
}

/**
 * Runs npm to its end, with its whole process tree ended should this process end first.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number | string | null, output: string }>} the last of what it printed on both outputs
 */
export async function runNpm(args, env = process.env) {
  const npm = process.env.npm_execpath;
  const [command, first] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []];
  const child = spawn(command, [...first, ...args], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endTree = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It had ended by itself.
    }
  };
  process.once('exit', endTree);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
  }
  /** @type {number | string | null} */
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', resolve);
  });
  process.off('exit', endTree);
  return { code, output };
}

/**
 * The first line a child prints on standard output, or null when it ends before.
 * @param {Child} child
 * @returns {Promise<string | null>}
 */
export function firstLine(child) {
  return new Promise((resolve) => {
    let text = '';
    child.process.stdout?.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
    });
    void child.exited.then(() => resolve(null));
  });
}

/** Days that log files are kept: the law asks for six months at least. */
const KEEP_DAYS = 200;

/**
 * Appends a child's output to one file a day, and keeps its last lines for the message when it fails.
 * @param {Child} child
 * @param {string} folder
 * @param {string} name
 * @returns {() => string} the last lines of standard error
 */
export function keepLog(child, folder, name) {
  let lastErrors = '';
  let writing = mkdir(folder, { recursive: true, mode: 0o700 }).then(() => removeOld(folder, name));
  for (const stream of [child.process.stdout, child.process.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk) => {
      if (stream === child.process.stderr) lastErrors = (lastErrors + chunk).slice(-4000);
      const file = path.join(folder, `${name}-${new Date().toISOString().slice(0, 10)}.log`);
      // A disk too full for the log must not take the service down with it.
      writing = writing.then(() => appendFile(file, chunk, { mode: 0o600 })).catch(() => undefined);
    });
  }
  return () => lastErrors.trim();
}

/** @param {string} folder @param {string} name */
async function removeOld(folder, name) {
  const oldest = new Date(Date.now() - KEEP_DAYS * 86_400_000).toISOString().slice(0, 10);
  for (const file of await readdir(folder)) {
    const day = /^(.*)-(\d{4}-\d\d-\d\d)\.log$/.exec(file);
    if (day && day[1] === name && (day[2] ?? '') < oldest) await rm(path.join(folder, file), { force: true });
  }
}
