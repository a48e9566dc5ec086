import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '@jiefang/bff/app';
import { AccessTokens } from '@jiefang/bff/common/auth/access-tokens';
import type { AppConfig } from '@jiefang/bff/config/app-config';
import { Database } from '@jiefang/bff/database/database';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { TestClock } from './clock.js';
import { workerDatabase } from './database.js';
import { createSimulatedWeChat, type SimulatedWeChat } from './wechat/server.js';

/** Secret of every test application; long enough, and nobody's. */
export const TEST_SECRET = 'test-secret-test-secret-test-secret-0000';

/** A running BFF over the worker's own database, with a clock the test moves and a simulated WeChat. */
export interface TestApp {
  app: NestFastifyApplication;
  url: string;
  database: Database;
  clock: TestClock;
  wechat: SimulatedWeChat;
  /** Calls of one person, or of a visitor when no person is given. */
  as: (personId?: number) => Client;
  close: () => Promise<void>;
}

/** Requests with the right headers; a write gets a fresh idempotency key unless one is given. */
export interface Client {
  get: (path: string) => request.Test;
  post: (path: string, body?: object, key?: string) => request.Test;
  put: (path: string, body: object, key?: string) => request.Test;
  patch: (path: string, body: object) => request.Test;
}

/** Settings of a test application; anything can be replaced. */
export function testConfig(
  databaseUrl: string,
  wechat: SimulatedWeChat,
  change: Partial<AppConfig> = {},
): AppConfig {
  return {
    host: '127.0.0.1',
    port: 0,
    databaseUrl,
    appSecret: TEST_SECRET,
    h5Dir: null,
    publicUrl: null,
    demoMode: false,
    production: false,
    wechat: { baseUrl: wechat.url, appId: wechat.appId, appSecret: wechat.appSecret, templates: {} },
    databasePool: 8,
    requestsPerMinute: 1_000_000,
    loginsPerMinute: 1_000_000,
    logLevel: 'silent',
    ...change,
  };
}

/**
 * Starts an application over the worker's database, which is emptied: start every application of a test before it builds
 * rows. Several of them stand for several replicas.
 */
export async function createApp(
  options: { clock?: TestClock; config?: Partial<AppConfig>; wechat?: SimulatedWeChat } = {},
): Promise<TestApp> {
  const clock = options.clock ?? new TestClock();
  const { url: databaseUrl, dataSource } = await workerDatabase();
  const wechat = options.wechat ?? (await createSimulatedWeChat({}));
  const config = testConfig(databaseUrl, wechat, options.config);
  const app = await createHttpApp({ config, dataSource, clock });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const tokens = app.get(AccessTokens);

  const as = (personId?: number): Client => {
    const send = (test: request.Test, key?: string): request.Test => {
      if (personId !== undefined) {
        void test.set(
          'authorization',
          `Bearer ${tokens.sign({ sub: personId, fam: 0 }, clock.now()).accessToken}`,
        );
      }
      return key === undefined ? test : test.set('idempotency-key', key);
    };
    const path = (rest: string): string => `/api/v1${rest}`;
    return {
      get: (rest) => send(request(url).get(path(rest))),
      post: (rest, body = {}, key = randomUUID()) => send(request(url).post(path(rest)).send(body), key),
      put: (rest, body, key = randomUUID()) => send(request(url).put(path(rest)).send(body), key),
      patch: (rest, body) => send(request(url).patch(path(rest)).send(body)),
    };
  };

  return {
    app,
    url,
    database: app.get(Database),
    clock,
    wechat,
    as,
    close: async () => {
      await app.close();
      await dataSource.destroy();
      if (options.wechat === undefined) await wechat.close();
    },
  };
}
