import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { testServer } from '../support/database.js';
import { endServersOn, expectOneSentence, freePort, launch, listen, ROOT, serversOn } from './launching.js';

describe('npm start', () => {
  let dataDir: string;

  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'jiefang-launch-'));
  });

  afterEach(async () => {
    await endServersOn(dataDir);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  });

  /** The run's own server, under an address that is changed. */
  const server = (change: (url: URL) => void): string => {
    const url = new URL(testServer().url);
    url.searchParams.delete('socketPath');
    change(url);
    return url.href;
  };
  const refusals: [string, NodeJS.ProcessEnv, string][] = [
    ['a port that is none', { PORT: '70000' }, 'PORT=70000 不是可用的端口'],
    ['an address this machine lacks', { HOST: '203.0.113.7' }, '本机没有 203.0.113.7 这个地址'],
    ['a database nobody runs', { DATABASE_URL: 'mysql://a:b@127.0.0.1:9/x' }, '连不上数据库 127.0.0.1:9'],
    [
      'a database that knows neither name nor password',
      { DATABASE_URL: server((url) => (url.password = 'wrong')) },
      '数据库 127\\.0\\.0\\.1:\\d+ 拒绝了登录',
    ],
    [
      'a database of a name that is not there',
      { DATABASE_URL: server((url) => (url.pathname = '/jiefang_not_there')) },
      '数据库 127\\.0\\.0\\.1:\\d+ 里没有 DATABASE_URL 所写的库',
    ],
    [
      'a host that is none',
      { DATABASE_URL: 'mysql://a:b@no-such-host.invalid/x' },
      '连不上数据库 no-such-host\\.invalid:3306',
    ],
    ['a database address that is none', { DATABASE_URL: 'postgres://x/y' }, 'DATABASE_URL 的写法不对'],
    ['production without a real app id', { NODE_ENV: 'production' }, '需要 WECHAT_APP_ID'],
    ['an app id without its secret', { WECHAT_APP_ID: 'wx0' }, '还需要 WECHAT_APP_SECRET'],
  ];
  it.each(refusals)(
    'answers %s with one sentence',
    async (_, env, sentence) => {
      const started = launch({ PORT: String(await freePort()), JIEFANG_DATA_DIR: dataDir, ...env });
      await expectOneSentence(started, new RegExp(sentence));
      expect(await serversOn(dataDir)).toEqual([]);
    },
    60_000,
  );

  it('answers a taken port with one sentence and touches nothing', async () => {
    const { server, port } = await listen();
    const started = launch({ PORT: String(port), JIEFANG_DATA_DIR: path.join(dataDir, 'new') });
    await expectOneSentence(started, new RegExp(`^端口 ${port} 已被占用`));
    expect(existsSync(path.join(dataDir, 'new'))).toBe(false);
    await new Promise((resolve) => server.close(resolve));
  });

  it('answers a DATABASE_URL where something else listens with one sentence', async () => {
    const { server, port } = await listen();
    server.on('connection', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const started = launch({
      PORT: String(await freePort()),
      JIEFANG_DATA_DIR: dataDir,
      DATABASE_URL: `mysql://a:b@127.0.0.1:${port}/x`,
    });
    await expectOneSentence(started, new RegExp(`连不上数据库 127\\.0\\.0\\.1:${port}`));
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
    // What the build's own tools leave behind is no change of the sources: the client is not built again.
    const leftover = path.join(ROOT, 'miniapp/.swc', path.basename(dataDir));
    await mkdir(leftover, { recursive: true });
    await writeFile(path.join(leftover, 'cache'), 'of a plugin');
    const third = launch(env);
    await third.prints('街坊已就绪').finally(() => rm(leftover, { recursive: true }));
    expect(third.output()).toContain('H5 客户端已是最新');
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
