/** A token that may be used now, and for how long still. */
export interface StoredToken {
  token: string;
  remainingMs: number;
}

/**
 * Where all replicas keep the one access token of an app. A boundary of its own so that the single flight can be
 * tested without a database. Time is the store's own: replicas' clocks differ.
 */
export abstract class TokenStore {
  /** The token, or undefined when there is none that is still good. */
  abstract read(appId: string): Promise<StoredToken | undefined>;

  /**
   * Asks for the right to fetch. At most one owner holds it; it ends by itself after `leaseMs`, so a holder that
   * dies delays nobody for long. False when another holds it or a good token is there already.
   */
  abstract acquireLease(appId: string, owner: string, leaseMs: number): Promise<boolean>;

  /** Stores a fetched token and ends the lease, unless another owner has meanwhile stored a good one. */
  abstract publish(appId: string, owner: string, token: string, ttlMs: number): Promise<void>;

  /** Gives the right to fetch back after a failure, so that the next need not wait for it to end. */
  abstract releaseLease(appId: string, owner: string): Promise<void>;

  /** Forgets the token, but only while it still is this one: a newer one that another replica stored stays. */
  abstract invalidate(appId: string, token: string): Promise<void>;
}
