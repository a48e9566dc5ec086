import { Logger } from '@nestjs/common';
import { DatabaseTokenStore } from '@jiefang/bff/integrations/wechat/database-token-store';
import { StableToken } from '@jiefang/bff/integrations/wechat/stable-token';
import type { TokenStore } from '@jiefang/bff/integrations/wechat/token-store';
import type { WeChatClient } from '@jiefang/bff/integrations/wechat/wechat-client';
import { workerDatabase } from '../../support/database.js';
import { clientOf } from '../../support/wechat/clients.js';
import { MemoryTokenStore } from '../../support/wechat/memory-token-store.js';
import { createSimulatedWeChat, type SimulatedWeChat } from '../../support/wechat/server.js';

const TOKEN_PATH = '/cgi-bin/stable_token';
const CODE_PATH = '/wxa/getwxacodeunlimit';

let appNumber = 0;
const nextAppId = (): string =>
  `wx${String(process.pid).padStart(8, '0')}${String(++appNumber).padStart(8, '0')}`;

interface OpenStore {
  store: TokenStore;
  close: () => Promise<void>;
}

const stores: [string, () => Promise<OpenStore>][] = [
  ['in memory', () => Promise.resolve({ store: new MemoryTokenStore(), close: () => Promise.resolve() })],
  [
    'in the database',
    async () => {
      const { dataSource } = await workerDatabase();
      return { store: new DatabaseTokenStore(dataSource), close: () => dataSource.destroy() };
    },
  ],
];

beforeAll(() => Logger.overrideLogger(false));

describe.each(stores)('a token store %s', (_where, open) => {
  let store: TokenStore;
  let close: () => Promise<void>;
  let app: string;
  beforeAll(async () => {
    ({ store, close } = await open());
  });
  afterAll(() => close());
  beforeEach(() => {
    app = nextAppId();
  });

  it('holds a token for its time', async () => {
    expect(await store.read(app)).toBeUndefined();
    expect(await store.acquireLease(app, 'a', 1_000)).toBe(true);
    await store.publish(app, 'a', 'Token_1', 60_000);
    const stored = await store.read(app);
    expect(stored?.token).toBe('Token_1');
    expect(stored?.remainingMs).toBeGreaterThan(55_000);
    expect(stored?.remainingMs).toBeLessThanOrEqual(60_000);
    await store.publish(app, 'a', 'Token_2', 1);
    await new Promise((done) => setTimeout(done, 20));
    expect(await store.read(app)).toBeUndefined();
  });

  it('lets one of many fetch, and nobody while there is a token', async () => {
    const owners = Array.from({ length: 20 }, (_, n) => `owner ${n}`);
    const won = await Promise.all(owners.map((owner) => store.acquireLease(app, owner, 5_000)));
    expect(won.filter(Boolean)).toHaveLength(1);
    await store.publish(app, owners[won.indexOf(true)] ?? '', 'Token', 60_000);
    expect(await store.acquireLease(app, 'late', 5_000)).toBe(false);
  });

  it('frees a lease that was given back or ran out', async () => {
    await store.acquireLease(app, 'a', 5_000);
    await store.releaseLease(app, 'b');
    expect(await store.acquireLease(app, 'b', 5_000)).toBe(false);
    await store.releaseLease(app, 'a');
    expect(await store.acquireLease(app, 'b', 30)).toBe(true);
    await new Promise((done) => setTimeout(done, 60));
    expect(await store.acquireLease(app, 'c', 5_000)).toBe(true);
  });

  it('forgets a token only while it is still this one, to the letter', async () => {
    await store.acquireLease(app, 'a', 1_000);
    await store.publish(app, 'a', 'Token', 60_000);
    await store.invalidate(app, 'TOKEN');
    await store.invalidate(app, 'Tokens');
    expect((await store.read(app))?.token).toBe('Token');
    await store.invalidate(app, 'Token');
    expect(await store.read(app)).toBeUndefined();
    expect(await store.acquireLease(app, 'b', 1_000)).toBe(true);
  });

  it('keeps a good token from a holder who comes too late', async () => {
    await store.acquireLease(app, 'slow', 20);
    await new Promise((done) => setTimeout(done, 50));
    await store.acquireLease(app, 'quick', 1_000);
    await store.publish(app, 'quick', 'New', 60_000);
    await store.publish(app, 'slow', 'Old', 60_000);
    expect((await store.read(app))?.token).toBe('New');
  });

  describe('shared by three replicas', () => {
    let wechat: SimulatedWeChat;
    let replicas: WeChatClient[];
    /** The replica that the n-th call lands on. */
    const replica = (n: number): WeChatClient => {
      const found = replicas[n % replicas.length];
      if (!found) throw new Error('no replica');
      return found;
    };
    const use = (client: WeChatClient): Promise<Buffer> => client.unlimitedQrCode({ scene: 'a' });
    const useAll = (): Promise<unknown> => Promise.all(Array.from({ length: 20 }, (_, n) => use(replica(n))));

    beforeEach(async () => {
      wechat = await createSimulatedWeChat({ appId: app });
      replicas = Array.from({ length: 3 }, () => clientOf(wechat, store));
    });
    afterEach(async () => {
      replicas.forEach((replica) => replica.onModuleDestroy());
      await wechat.close();
    });

    it('is fetched once for the first 20 calls', async () => {
      await useAll();
      expect(wechat.calls(TOKEN_PATH)).toHaveLength(1);
    });

    it.each([
      ['has run out', (): Promise<void> => wechat.advance(7_200), 42001],
      ['was voided by another system', (): Promise<void> => Promise.resolve(wechat.revokeToken()), 40001],
    ])('is refreshed exactly once when it %s, and no call fails', async (_how, spoil, errcode) => {
      await useAll();
      for (let round = 0; round < 5; round++) {
        await spoil();
        wechat.clearCalls();
        await useAll();
        expect(wechat.calls(TOKEN_PATH)).toHaveLength(1);
        const answers = wechat.calls(CODE_PATH).map((call) => call.errcode);
        expect(answers.filter((code) => code === 0)).toHaveLength(20);
        expect(answers).toContain(errcode);
      }
    });

    it('is refreshed once also when WeChat takes its time and its calls fail one after another', async () => {
      await useAll();
      wechat.revokeToken();
      wechat.clearCalls();
      wechat.fault({ path: TOKEN_PATH, kind: 'delay', delayMs: 400 });
      const calls = Array.from({ length: 20 }, async (_, n) => {
        await new Promise((done) => setTimeout(done, n * 15));
        return use(replica(n));
      });
      await Promise.all(calls);
      expect(wechat.calls(TOKEN_PATH)).toHaveLength(1);
    });

    it('costs a few seconds, not more, when the replica that fetches dies', async () => {
      expect(await store.acquireLease(app, 'dead replica', 60_000)).toBe(true);
      const started = performance.now();
      await useAll();
      expect(performance.now() - started).toBeLessThan(4_000);
      expect(wechat.calls(TOKEN_PATH).length).toBeLessThanOrEqual(3);
      const { access_token: token } = wechat.world.tokens.stableToken(false);
      expect((await store.read(app))?.token).toBe(token);
    });

    it('is fetched by the next one when the first attempt fails', async () => {
      wechat.fault({ path: TOKEN_PATH, kind: 'errcode', errcode: 45011 });
      const outcomes = await Promise.allSettled(replicas.map(use));
      expect(outcomes.filter((outcome) => outcome.status === 'rejected')).toHaveLength(1);
      expect(wechat.calls(TOKEN_PATH)).toHaveLength(2);
    });
  });
});

describe('without a store', () => {
  class BrokenStore extends MemoryTokenStore {
    override read(): Promise<never> {
      return Promise.reject(new Error('no database'));
    }
    override publish(): Promise<never> {
      return Promise.reject(new Error('no database'));
    }
    override invalidate(): Promise<never> {
      return Promise.reject(new Error('no database'));
    }
  }

  it('each replica fetches for itself', async () => {
    let fetched = 0;
    const fetchToken = (): Promise<{ token: string; expiresInSeconds: number }> =>
      Promise.resolve({ token: `token ${++fetched}`, expiresInSeconds: 7200 });
    const token = new StableToken('wx1', new BrokenStore(), fetchToken);
    expect(await Promise.all([token.get(), token.get()])).toEqual(['token 1', 'token 1']);
    await token.invalidate('token 1');
    expect(await token.get()).toBe('token 2');
  });
});
