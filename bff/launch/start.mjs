/**
 * `npm start`: from a fresh clone to a served page, and `npm run dev` (`--watch`).
 *
 * Install → compile → database → schema, divisions, demo city → H5 client → simulated WeChat → BFF. What is up to date
 * is skipped. Everything started here ends here, in the opposite order.
 */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressToServe, localUrl, phoneUrls, requireFree } from './address.mjs';
import { build, ROOT } from './build.mjs';
import { firstLine, keepLog, startNode } from './children.mjs';
import { ensureClient } from './client.mjs';
import { openDatabase } from './database.mjs';
import { appSecret, DATA_DIR } from './environment.mjs';
import { install, installed, requireNode } from './install.mjs';
import { bold, dim, LaunchError, report, step } from './progress.mjs';

const watching = process.argv.includes('--watch');
const started = Date.now();

/** The server, the latest one when watching. */
let bff = /** @type {import('./children.mjs').Child | null} */ (null);

/** What is running, in the order it was started: [name, how to end it]. */
const running = /** @type {[string, () => Promise<void>][]} */ ([]);
/** @type {Promise<never> | null} */
let ending = null;

/**
 * Ends everything, newest first, then the process.
 * @param {number} code @param {string} [why]
 */
function end(code, why) {
  ending ??= (async () => {
    if (why) console.error(`\n${why}`);
    for (const [name, stop] of running.reverse()) {
      if (code === 0) console.log(dim(`正在停止${name}`));
      await stop().catch((error) => console.error(`停止${name}时出错：`, error));
    }
    if (code === 0) console.log('已全部停止，数据都已保存。');
    process.exit(code);
  })();
  return ending;
}

let signals = 0;
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    signals += 1;
    // Impatience has its way: the database recovers from it, and nothing acknowledged is lost.
    if (signals > 2) process.exit(130);
    else void end(0);
  });
}

/**
 * A child's unwanted end takes everything down: half a product answers nobody well.
 * @param {string} name
 * @param {Promise<unknown>} exited
 * @param {() => string} [lastWords]
 */
function guard(name, exited, lastWords = () => '') {
  void exited.then((how) => {
    if (!ending)
      void end(1, `${name}意外停止了${how ? `（${how}）` : ''}，其余部分也已停下。\n${lastWords()}`.trim());
  });
}

/**
 * Whether the simulated WeChat is to be used, and with it the demo people.
 * @throws {LaunchError} for settings that contradict one another
 */
function simulatesWechat() {
  const { WECHAT_APP_ID, WECHAT_APP_SECRET, NODE_ENV } = process.env;
  if (WECHAT_APP_ID) {
    if (!WECHAT_APP_SECRET) throw new LaunchError('设置了 WECHAT_APP_ID，还需要 WECHAT_APP_SECRET。');
    return false;
  }
  if (NODE_ENV === 'production') {
    throw new LaunchError(
      '正式运行（NODE_ENV=production）需要 WECHAT_APP_ID 和 WECHAT_APP_SECRET：演示身份不能用于正式环境。',
    );
  }
  return true;
}

/** @returns {Promise<NodeJS.ProcessEnv>} what the BFF is told about it */
async function startWechat() {
  const child = startNode('tests/dist/support/wechat/main.js', [], process.env);
  const lastWords = keepLog(child, path.join(DATA_DIR, 'logs'), 'wechat');
  running.push(['模拟微信', () => child.end(5_000)]);
  const line = await firstLine(child);
  if (line === null) throw new LaunchError(`模拟微信没有启动成功：\n${lastWords()}`);
  guard('模拟微信', child.exited, lastWords);
  const { url, appId, appSecret: secret } = JSON.parse(line);
  return { WECHAT_BASE_URL: url, WECHAT_APP_ID: appId, WECHAT_APP_SECRET: secret, DEMO_MODE: '1' };
}

/**
 * Schema, divisions and demo city, in a process of their own.
 * @param {NodeJS.ProcessEnv} env
 * @param {(detail: string) => void} say
 */
async function prepare(env, say) {
  const child = startNode('bff/dist/cli/prepare.js', [], env);
  let errors = '';
  child.process.stdout?.setEncoding('utf8').on('data', (chunk) => {
    const line = String(chunk).trim().split('\n').at(-1);
    if (line) say(line);
  });
  child.process.stderr?.setEncoding('utf8').on('data', (chunk) => (errors += chunk));
  running.push(['数据准备', () => child.end(5_000)]);
  const how = await child.exited;
  running.pop();
  if (how !== '代码 0' && !ending) throw new LaunchError(errors.trim() || `数据准备没有完成（${how}）。`);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} url
 */
async function startBff(env, url) {
  const { NODE_FLAGS } = await import('@jiefang/bff/node-flags');
  const child = startNode('bff/dist/main.js', [], env, 'pipe', ROOT, [...NODE_FLAGS]);
  bff = child;
  const lastWords = keepLog(child, path.join(DATA_DIR, 'logs'), 'bff');
  let up = true;
  void child.exited.then(() => (up = false));
  while (up) {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    if (response?.ok) return { child, lastWords };
    await sleep(60);
  }
  throw new LaunchError(`服务没有启动成功：\n${lastWords() || '没有留下说明。'}`);
}

/** @param {string} url */
async function showPeople(url) {
  const response = await fetch(`${url}/api/v1/auth/demo/people`).catch(() => null);
  if (!response?.ok) return;
  const { items } = /** @type {{ items: { name: string, title: string, description: string }[] }} */ (
    await response.json()
  );
  console.log('\n演示身份（在「我的 → 登录」里选择）：');
  for (const { name, title, description } of items) {
    console.log(`  ${bold(name)}　${title}${description ? dim(`　${description}`) : ''}`);
  }
}

async function main() {
  requireNode();
  const { host, port } = addressToServe();
  const simulated = simulatesWechat();
  await requireFree(host, port);
  if (!(await installed())) {
    await step('安装依赖', install);
  }
  await step('编译服务端', async (_, done) => {
    const { compiled } = await build();
    done(compiled > 0 ? `编译服务端（${compiled} 个文件）` : '服务端已是最新');
  });
  const database = await step('启动数据库', (say) => openDatabase(say));
  running.push(['数据库', database.stop]);
  if (database.exited) guard('内置数据库', database.exited);
  const env = {
    ...process.env,
    ...(simulated ? await startWechat() : {}),
    HOST: host,
    PORT: String(port),
    DATABASE_URL: database.url,
    JIEFANG_DATA_DIR: DATA_DIR,
    APP_SECRET: await appSecret(),
    ...(watching ? {} : { H5_DIR: path.join(ROOT, 'miniapp/dist/h5') }),
  };
  await step('准备数据', (say) => prepare(env, say));
  if (!watching) {
    await step('构建 H5 客户端', async (say, done) => {
      if (!(await ensureClient('h5', say))) done('H5 客户端已是最新');
    });
  }
  const url = localUrl(host, port);
  if (ending) return;
  // Draining: what was accepted is answered first.
  running.push(['服务', async () => bff?.end(30_000)]);
  if (watching) {
    const { watch } = await import('./watch.mjs');
    const development = await watch(() => startBff(env, url), url);
    running.push(['开发监视', development.stop]);
    console.log(`\n改动即时生效的页面：${bold(development.url)}`);
  } else {
    const { child, lastWords } = await step('启动服务', () => startBff(env, url));
    guard('服务', child.exited, lastWords);
  }
  console.log(`\n街坊已就绪（${((Date.now() - started) / 1000).toFixed(1)} s）：${bold(url)}`);
  const phones = phoneUrls(host, port);
  if (phones[0]) {
    const { terminalQr } = await import('./qr.mjs');
    console.log(`手机与电脑在同一网络时，扫码打开：${phones.join('  ')}\n${await terminalQr(phones[0])}`);
  }
  if (simulated) await showPeople(url);
  console.log(dim('\n按 Ctrl-C 停止。'));
}

main().catch((error) => {
  if (ending) return;
  report(error);
  void end(1);
});
