import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = path.resolve(__dirname, '../..');

/** `npm start` as its own process, with what it prints. */
interface Launch {
  process: ChildProcess;
  output(): string;
  /** Resolves when the text was printed; fails when the process ends before. */
  prints(text: string): Promise<void>;
  ended: Promise<number | null>;
}

function launch(env: NodeJS.ProcessEnv): Launch {
  const {
    DATABASE_URL: _url,
    WECHAT_APP_ID: _id,
    APP_SECRET: _secret,
    NODE_ENV: _mode,
    ...inherited
  } = process.env;
  const child = spawn(process.execPath, ['bff/launch/start.mjs'], {
    cwd: ROOT,
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
      await sleep(50);
    }
  };
  return { process: child, output: () => text, prints, ended };
}

/** Processes whose command line names this folder: the database's; or that this process started: all others. */
async function serversOn(dataDir: string): Promise<number[]> {
  const { readdir } = await import('node:fs/promises');
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const environment = await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '');
    if (environment.split('\0').includes(`JIEFANG_DATA_DIR=${dataDir}`)) found.push(Number(name));
  }
  return found;
}

function listen(port = 0): Promise<{ server: Server; port: number }> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0 });
    });
  });
}

async function freePort(): Promise<number> {
  const { server, port } = await listen();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('npm start', () => {
  let dataDir: string;

  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'jiefang-launch-'));
  });

  afterEach(async () => {
    for (const pid of await serversOn(dataDir)) process.kill(pid, 'SIGKILL');
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  });

  const refusals: [string, NodeJS.ProcessEnv, string][] = [
    ['a port that is none', { PORT: '70000' }, 'PORT=70000 不是可用的端口'],
    ['an address this machine lacks', { HOST: '203.0.113.7' }, '本机没有 203.0.113.7 这个地址'],
    ['a database nobody runs', { DATABASE_URL: 'mysql://a:b@127.0.0.1:9/x' }, '连不上数据库 127.0.0.1:9'],
    ['a database address that is none', { DATABASE_URL: 'postgres://x/y' }, 'DATABASE_URL 的写法不对'],
    ['production without a real app id', { NODE_ENV: 'production' }, '需要 WECHAT_APP_ID'],
    ['an app id without its secret', { WECHAT_APP_ID: 'wx0' }, '还需要 WECHAT_APP_SECRET'],
  ];
  it.each(refusals)(
    'answers %s with one sentence',
    async (_, env, sentence) => {
      const started = launch({ PORT: String(await freePort()), JIEFANG_DATA_DIR: dataDir, ...env });
      expect(await started.ended).toBe(1);
      expect(started.output()).toContain(sentence);
      expect(started.output()).not.toMatch(/^\s+at /m);
      expect(await serversOn(dataDir)).toEqual([]);
    },
    60_000,
  );

  it('answers a taken port with one sentence and touches nothing', async () => {
    const { server, port } = await listen();
    const started = launch({ PORT: String(port), JIEFANG_DATA_DIR: path.join(dataDir, 'new') });
    expect(await started.ended).toBe(1);
    expect(started.output()).toContain(`端口 ${port} 已被占用`);
    expect(existsSync(path.join(dataDir, 'new'))).toBe(false);
    await new Promise((resolve) => server.close(resolve));
  });

  it('serves, refuses a second start on its data, outlives kill -9 of any of its processes, and ends in order', async () => {
    const port = await freePort();
    const env = { PORT: String(port), JIEFANG_DATA_DIR: dataDir };
    const first = launch(env);
    await first.prints('街坊已就绪');
    const answers = async (place: string): Promise<number> =>
      (await fetch(`http://127.0.0.1:${port}${place}`)).status;
    expect(await Promise.all(['/', '/readyz', '/api/openapi.json'].map(answers))).toEqual([200, 200, 200]);
    expect(first.output()).toContain('演示身份');

    const second = launch({ ...env, PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('正被另一个街坊进程使用');
    expect(await answers('/readyz')).toBe(200);

    // The database dies: everything stops and says so.
    const database = Number(await readFile(path.join(dataDir, 'mariadb.pid'), 'utf8'));
    process.kill(database, 'SIGKILL');
    expect(await first.ended).toBe(1);
    expect(first.output()).toContain('内置数据库意外停止了');
    expect(await serversOn(dataDir)).toEqual([]);

    // The launcher dies: its children end by themselves, and the next start finds its data.
    const third = launch(env);
    await third.prints('街坊已就绪');
    third.process.kill('SIGKILL');
    await third.ended;
    const fourth = launch(env);
    // The port may still be held for the moment the old server takes to drain.
    const up = await fourth.prints('街坊已就绪').then(
      () => fourth,
      async () => {
        await sleep(3_000);
        const again = launch(env);
        await again.prints('街坊已就绪');
        return again;
      },
    );
    expect(await answers('/readyz')).toBe(200);
    up.process.kill('SIGTERM');
    expect(await up.ended).toBe(0);
    expect(up.output()).toContain('已全部停止');
    expect(await serversOn(dataDir)).toEqual([]);
  }, 300_000);
});
