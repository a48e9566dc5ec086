import { fork, type ChildProcess } from 'node:child_process';
import { createHmac, hkdfSync } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { NODE_FLAGS } from '@jiefang/bff/node-flags';

/** Secret of every benched server. */
export const BENCH_SECRET = 'bench-secret-bench-secret-bench-secret-0';

/** A BFF in a process of its own. */
export interface BenchServer {
  port: number;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** Starts one replica on the database. */
export async function startServer(databaseUrl: string): Promise<BenchServer> {
  const child = fork(fileURLToPath(new URL('./server.js', import.meta.url)), [], {
    // As `npm start` runs the BFF.
    execArgv: [...NODE_FLAGS],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      APP_SECRET: BENCH_SECRET,
      WECHAT_APP_ID: 'wxbench',
      WECHAT_APP_SECRET: 'none',
      WECHAT_BASE_URL: 'http://127.0.0.1:9',
      REQUESTS_PER_MINUTE: '10000000',
      LOG_LEVEL: 'error',
    },
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
  });
  return {
    port,
    process: child,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Access tokens as the BFF signs them, made without its code: HS256 over the key that it derives. */
export function tokenFor(personId: number): string {
  const key = Buffer.from(hkdfSync('sha256', BENCH_SECRET, 'jiefang', 'access-token', 32));
  const now = Math.floor(Date.now() / 1000);
  const head = encode({ alg: 'HS256', typ: 'JWT' });
  const claims = encode({ sub: String(personId), fam: 0, iat: now, exp: now + 900 });
  return `${head}.${claims}.${createHmac('sha256', key).update(`${head}.${claims}`).digest('base64url')}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
