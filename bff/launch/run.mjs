/**
 * `node bff/launch/run.mjs NAME args…`: runs bff/dist/cli/NAME.js (`:` in a name stands for `-`), installed, compiled
 * and with DATABASE_URL set: the environment's, the one of a running `npm start`, or an embedded one for the while.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build, ROOT } from './build.mjs';
import { startNode } from './children.mjs';
import { openDatabase } from './database.mjs';
import { appSecret, DATA_DIR } from './environment.mjs';
import { install, installed, requireNode } from './install.mjs';
import { LaunchError, report } from './progress.mjs';

/** Commands that work on the sources alone, or on a file alone. */
const WITHOUT_DATABASE = ['api-generate', 'track', 'verify record'];

const quiet = () => undefined;
/** @type {(() => Promise<void>)[]} */
const stops = [];

async function main() {
  requireNode();
  const [given = '', ...args] = process.argv.slice(2);
  const name = given.replaceAll(':', '-');
  if (!(await installed())) {
    console.error('正在安装依赖…');
    await install(quiet);
  }
  await build();
  const file = `bff/dist/cli/${name}.js`;
  if (!/^[a-z-]+$/.test(name) || !existsSync(path.join(ROOT, file))) {
    throw new LaunchError(`没有 ${given || '（空）'} 这个命令。`);
  }
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env };
  if (!WITHOUT_DATABASE.includes(name) && !WITHOUT_DATABASE.includes(`${name} ${args[0]}`)) {
    const database = await openDatabase((line) => console.error(line), { join: true });
    stops.push(database.stop);
    Object.assign(env, {
      DATABASE_URL: database.url,
      JIEFANG_DATA_DIR: DATA_DIR,
      APP_SECRET: await appSecret(),
    });
    const schema = startNode('bff/dist/cli/prepare.js', ['schema'], env);
    let errors = '';
    schema.process.stderr?.setEncoding('utf8').on('data', (chunk) => (errors += chunk));
    schema.process.stdout?.resume();
    if ((await schema.exited) !== '代码 0') throw new LaunchError(errors.trim());
  }
  // The folder the user stands in: npm moves to the root, and paths in `args` mean where the user was.
  const child = startNode(file, args, env, 'inherit', process.env.INIT_CWD ?? process.cwd());
  stops.push(() => child.end(10_000));
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.process.kill('SIGTERM'));
  }
  await child.exited;
  return child.process.exitCode ?? 1;
}

/** @type {number} */
let code = 1;
try {
  code = await main();
} catch (error) {
  report(error);
}
for (const stop of stops.reverse()) await stop();
process.exit(code);
