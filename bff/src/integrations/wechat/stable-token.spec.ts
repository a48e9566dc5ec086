import { StableToken, usableMs } from './stable-token.js';
import { TokenStore, type StoredToken } from './token-store.js';

describe('usableMs', () => {
  it('drops a token five to ten minutes before its end', () => {
    expect(usableMs(7200, 0)).toBe(6_900_000);
    expect(usableMs(7200, 1)).toBe(6_600_000);
  });

  it('uses part of what is left of an old one, never all', () => {
    expect(usableMs(300, 0.5)).toBe(60_000);
    expect(usableMs(610, 1)).toBe(60_000);
    expect(usableMs(2, 0.5)).toBe(1_000);
  });
});

describe('StableToken', () => {
  /** A store whose next read can be held back until the test lets it go. */
  class SlowStore extends TokenStore {
    token?: string = 'old';
    gate?: Promise<void>;

    override async read(): Promise<StoredToken | undefined> {
      const { token, gate } = this;
      await gate;
      return token === undefined ? undefined : { token, remainingMs: 60_000 };
    }
    override acquireLease(): Promise<boolean> {
      return Promise.resolve(true);
    }
    override publish(_appId: string, _owner: string, token: string): Promise<void> {
      this.token = token;
      return Promise.resolve();
    }
    override releaseLease(): Promise<void> {
      return Promise.resolve();
    }
    override invalidate(_appId: string, token: string): Promise<void> {
      if (this.token === token) this.token = undefined;
      return Promise.resolve();
    }
  }

  it('does not bring back a refused token that a load had read before the refusal', async () => {
    const store = new SlowStore();
    const token = new StableToken('wx1', store, () =>
      Promise.resolve({ token: 'new', expiresInSeconds: 7200 }),
    );
    let open = (): void => undefined;
    store.gate = new Promise((done) => (open = done));
    const reading = token.get();
    await token.invalidate('old');
    const again = token.get();
    open();
    expect(await Promise.all([reading, again])).toEqual(['new', 'new']);
  });

  it('believes WeChat when it insists on the token it has refused', async () => {
    const token = new StableToken('wx1', new SlowStore(), () =>
      Promise.resolve({ token: 'old', expiresInSeconds: 7200 }),
    );
    await token.invalidate('old');
    expect(await token.get()).toBe('old');
    expect(await token.get()).toBe('old');
  });
});
