import { spawn, type ChildProcess } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** This clone. */
export const ROOT = path.resolve(__dirname, '../..');

/** `npm start` as its own process, with what it prints. */
export interface Launch {
  process: ChildProcess;
  output(): string;
  /** Resolves when the text was printed; fails when the process ends before. */
  prints(text: string): Promise<void>;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
}

/** Starts the product of a clone (this one unless told) with these settings and none of the surroundings' own. */
export function launch(env: NodeJS.ProcessEnv, clone = ROOT): Launch {
  const {
    DATABASE_URL: _url,
    WECHAT_APP_ID: _id,
    APP_SECRET: _secret,
    NODE_ENV: _mode,
    ...inherited
  } = process.env;
  const child = spawn(process.execPath, ['bff/launch/start.mjs'], {
    cwd: clone,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  let over = false;
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      over = true;
      resolve(code);
    });
  });
  const prints = async (wanted: string): Promise<void> => {
    while (!text.includes(wanted)) {
      if (over) throw new Error(`ended without printing “${wanted}”:\n${text}`);
      await sleep(20);
    }
  };
  return { process: child, output: () => text, prints, ended };
}

/**
 * Checks that a start ended as it should: exit code 1, the sentence printed once, nothing after it, no stack, no error
 * code of a system.
 */
export async function expectOneSentence(started: Launch, sentence: RegExp): Promise<void> {
  const code = await started.ended;
  const output = started.output();
  // Steps are lines with a mark and seconds, or indented; what is left is what the operator is told.
  const told = output.split('\n').filter((line) => line.trim() !== '' && !/^([✓✗] | {2})/.test(line));
  expect({ code, told }).toEqual({ code: 1, told: [expect.stringMatching(sentence)] });
  expect(told[0]).toMatch(/。$/);
  expect(output).not.toMatch(/^\s+at |E[A-Z]{5,}|没有预料到/m);
}

/** Processes that a start on this data directory left or runs: everything it starts has the directory in its settings. */
export async function serversOn(dataDir: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const environment = await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '');
    if (environment.split('\0').includes(`JIEFANG_DATA_DIR=${dataDir}`)) found.push(Number(name));
  }
  return found;
}

/** Ends what a failed test left. */
export async function endServersOn(dataDir: string): Promise<void> {
  for (const pid of await serversOn(dataDir)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It had ended by itself.
    }
  }
}

export function listen(port = 0): Promise<{ server: Server; port: number }> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0 });
    });
  });
}

/** A loopback port nobody listens on. */
export async function freePort(): Promise<number> {
  const { server, port } = await listen();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
