/** `npm run dev`: compiles and restarts the BFF when its sources change; Taro rebuilds the H5 client by itself. */
import { spawn } from 'node:child_process';
import { watch as watchFolder } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { requireFree } from './address.mjs';
import { build, ROOT } from './build.mjs';
import { dim, report } from './progress.mjs';

/**
 * @param {() => Promise<{ child: import('./children.mjs').Child }>} startBff
 * @param {string} api where the BFF answers
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} the page that reloads itself, and how to end it all
 */
export async function watch(startBff, api) {
  /** @type {import('./children.mjs').Child | null} */
  let bff = (await startBff()).child;

  // Taro serves the client from memory and hands /api on. It gets a process group of its own, so that its whole tree
  // ends with it.
  const port = await devPort();
  const taro = spawn('npm', ['run', 'dev:h5', '-w', 'miniapp'], {
    cwd: ROOT,
    env: { ...process.env, H5_DEV_PORT: String(port), H5_DEV_API: api },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const endTaro = () => {
    try {
      if (taro.pid) process.kill(-taro.pid, 'SIGTERM');
    } catch {
      // It had ended by itself.
    }
  };
  process.once('exit', endTaro);
  const url = `http://127.0.0.1:${port}`;
  console.log(dim('H5 客户端第一次构建需要一两分钟，之后改动几秒内生效。'));
  while (taro.exitCode === null && !(await fetch(url).catch(() => null))?.ok) await sleep(300);

  let stopped = false;
  let working = Promise.resolve();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  const restart = async () => {
    if (stopped) return;
    try {
      const { compiled, removed, folders } = await build();
      if (compiled + removed === 0 || !folders.some((folder) => !folder.startsWith('tests/'))) return;
      await bff?.end(10_000);
      bff = null;
      bff = (await startBff()).child;
      console.log(dim(`服务已重启（${compiled} 个文件有改动）`));
    } catch (error) {
      report(error);
      console.error(dim('改好后会自动再试。'));
    }
  };
  const watchers = ['bff/src', 'shared/src'].map((folder) =>
    watchFolder(path.join(ROOT, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => (working = working.then(restart)), 150);
    }),
  );

  const stop = async () => {
    stopped = true;
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    endTaro();
    await working;
    await bff?.end(30_000);
  };
  return { url, stop };
}

/** Taro's usual port, or the next that is free. */
async function devPort() {
  for (let port = 10_086; ; port += 1) {
    const free = await requireFree('127.0.0.1', port).then(
      () => true,
      () => false,
    );
    if (free) return port;
  }
}
