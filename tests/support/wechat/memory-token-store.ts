import { TokenStore, type StoredToken } from '@jiefang/bff/integrations/wechat/token-store';

interface Row {
  token?: string;
  expiresAt: number;
  owner?: string;
  leaseUntil: number;
}

/** A token store that several clients of one test process share. Every call takes a turn of the event loop. */
export class MemoryTokenStore extends TokenStore {
  private readonly rows = new Map<string, Row>();

  async read(appId: string): Promise<StoredToken | undefined> {
    await nextTurn();
    const { token, expiresAt } = this.row(appId);
    const remainingMs = expiresAt - performance.now();
    return token !== undefined && remainingMs > 0 ? { token, remainingMs } : undefined;
  }

  async acquireLease(appId: string, owner: string, leaseMs: number): Promise<boolean> {
    await nextTurn();
    const row = this.row(appId);
    const now = performance.now();
    if (row.leaseUntil > now || (row.token !== undefined && row.expiresAt > now)) return false;
    Object.assign(row, { owner, leaseUntil: now + leaseMs });
    return true;
  }

  async publish(appId: string, owner: string, token: string, ttlMs: number): Promise<void> {
    await nextTurn();
    const row = this.row(appId);
    const now = performance.now();
    if (row.owner !== owner && row.token !== undefined && row.expiresAt > now) return;
    if (row.owner === owner) row.leaseUntil = 0;
    Object.assign(row, { token, expiresAt: now + ttlMs });
  }

  async releaseLease(appId: string, owner: string): Promise<void> {
    await nextTurn();
    const row = this.row(appId);
    if (row.owner === owner) row.leaseUntil = 0;
  }

  async invalidate(appId: string, token: string): Promise<void> {
    await nextTurn();
    const row = this.row(appId);
    if (row.token === token) row.token = undefined;
  }

  private row(appId: string): Row {
    const row = this.rows.get(appId) ?? { expiresAt: 0, leaseUntil: 0 };
    this.rows.set(appId, row);
    return row;
  }
}

function nextTurn(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
