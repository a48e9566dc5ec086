/** `npm run dev`: compiles and restarts the BFF when its sources change; Taro rebuilds the H5 client by itself. */
import { spawn } from 'node:child_process';
import { watch as watchFolder } from 'node:fs';
import path from 'node:path';
import { build, ROOT } from './build.mjs';
import { dim, report } from './progress.mjs';

/**
 * @param {() => Promise<{ child: import('./children.mjs').Child }>} startBff
 * @returns {Promise<() => Promise<void>>} how to end it all
 */
export async function watch(startBff) {
  /** @type {import('./children.mjs').Child | null} */
  let bff = (await startBff()).child;
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

  // Taro's watcher prints its own progress. It gets a group of its own, so that its whole tree ends with it.
  const taro = spawn('npm', ['run', 'dev:h5', '-w', 'miniapp'], {
    cwd: ROOT,
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

  return async () => {
    stopped = true;
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    endTaro();
    await working;
    await bff?.end(30_000);
  };
}
