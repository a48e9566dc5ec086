import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql, Transactions } from '../../database/database.js';
import { isDuplicateKey, isLostConnection } from '../../database/sql-errors.js';
import { DomainError } from '../errors/domain-error.js';

/** What became of one command: its result, or the refusal or failure that only this command gets. */
export type Verdict<R> = { value: R } | { error: unknown };

/** How a lane decides. `decide` must have no effect outside `tx` and answer one verdict for each command, in order. */
export interface LaneDefinition<C, R, P = undefined> {
  name: string;
  /** Commands waiting beyond this are refused with BUSY (503 and Retry-After). */
  maxQueued: number;
  /** Commands decided by one transaction. */
  maxBatch: number;
  /** Batches in flight at once; commands with one partition key never run side by side. */
  partitions: number;
  /**
   * A batch begins beside another only when so many commands wait for it; fewer wait until one ends. A transaction costs
   * much the same whatever its size, so small ones side by side take from each other. 1 unless told.
   */
  minBeside?: number;
  partitionKey: (command: C) => number;
  /** What must be at hand before the transaction is opened: one that waits for a second connection can wait for ever. */
  prepare?: (commands: readonly C[]) => Promise<P>;
  decide: (tx: Sql, commands: readonly C[], prepared: P) => Promise<Verdict<R>[]>;
}

interface Waiting<C, R> {
  command: C;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

/** Reruns of a batch whose connection was lost: the commit may or may not have arrived, so the answers are looked up. */
const MAX_RECONNECTS = 6;
/** Reruns of a single command that met another process's row. */
const MAX_COLLISIONS = 5;

/**
 * Commands on contended things queue here and a whole batch is decided by one transaction: under load the price of a
 * durable commit is shared, and the order of arrival decides. Each command gets its own verdict after the commit.
 * Commands must be safe to decide twice (they carry an idempotency key or a guarded status change), since a batch is
 * rerun after a deadlock or a lost connection.
 */
export class Lane<C, R, P = undefined> {
  private readonly queues: Waiting<C, R>[][];
  private readonly draining: (Promise<void> | null)[];
  private queued = 0;
  private running = 0;
  /** Partitions that wait for another's batch to end, or for more commands. */
  private readonly held: ((() => void) | null)[];
  private closed = false;

  constructor(
    private readonly database: Transactions,
    private readonly definition: LaneDefinition<C, R, P>,
  ) {
    this.queues = Array.from({ length: definition.partitions }, () => []);
    this.draining = Array.from({ length: definition.partitions }, () => null);
    this.held = Array.from({ length: definition.partitions }, () => null);
  }

  /** Resolves with the command's result once it is committed; rejects with its refusal, BUSY or UNAVAILABLE. */
  submit(command: C): Promise<R> {
    if (this.closed) return Promise.reject(new DomainError('UNAVAILABLE'));
    if (this.queued >= this.definition.maxQueued) return Promise.reject(new DomainError('BUSY'));
    const partition = this.definition.partitionKey(command) % this.definition.partitions;
    const queue = this.queues[partition] as Waiting<C, R>[];
    this.queued += 1;
    return new Promise<R>((resolve, reject) => {
      queue.push({ command, resolve, reject });
      this.draining[partition] ??= this.drain(partition);
      if (queue.length >= this.minBeside) this.letGo(partition);
    });
  }

  /** Takes no more commands and resolves when every accepted one has its verdict. Call before the pool is closed. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.draining.filter((drain) => drain !== null));
  }

  private async drain(partition: number): Promise<void> {
    const queue = this.queues[partition] as Waiting<C, R>[];
    // One turn of the event loop gathers what arrived together.
    await new Promise((resolve) => setImmediate(resolve));
    while (queue.length > 0) {
      if (this.running > 0 && queue.length < this.minBeside)
        await new Promise<void>((resolve) => (this.held[partition] = resolve));
      else this.running += 1;
      const batch = queue.splice(0, this.definition.maxBatch);
      this.queued -= batch.length;
      await this.decide(batch);
      this.running -= 1;
      // Whoever has waited goes now, before this partition's next: nobody waits for more than one batch.
      this.held.forEach((_, other) => this.letGo(other));
    }
    // In the same turn as the look at the queue: whoever submits next must start the drain anew.
    this.draining[partition] = null;
  }

  private get minBeside(): number {
    return this.definition.minBeside ?? 1;
  }

  private letGo(partition: number): void {
    const go = this.held[partition];
    if (go === undefined || go === null) return;
    this.held[partition] = null;
    // Counted here, not when it wakes: what is looked at in between must know that it runs.
    this.running += 1;
    go();
  }

  private async decide(batch: Waiting<C, R>[]): Promise<void> {
    for (let reconnects = 0, collisions = 0; ;) {
      try {
        const commands = batch.map((waiting) => waiting.command);
        const prepared = (await this.definition.prepare?.(commands)) as P;
        const verdicts = await this.database.transaction((tx) =>
          this.definition.decide(tx, commands, prepared),
        );
        batch.forEach((waiting, index) => {
          const verdict = verdicts[index];
          if (verdict === undefined)
            waiting.reject(new Error(`lane ${this.definition.name} left a command undecided`));
          else if ('error' in verdict) waiting.reject(verdict.error);
          else waiting.resolve(verdict.value);
        });
        return;
      } catch (error) {
        if (isLostConnection(error) && reconnects < MAX_RECONNECTS) {
          reconnects += 1;
          await sleep(50 * 2 ** reconnects * Math.random());
        } else if (batch.length > 1 && !isLostConnection(error)) {
          // One command poisons the batch: halves find it, and it fails alone.
          const middle = Math.ceil(batch.length / 2);
          await this.decide(batch.slice(0, middle));
          await this.decide(batch.slice(middle));
          return;
        } else if (isDuplicateKey(error) && collisions < MAX_COLLISIONS) {
          collisions += 1;
          await sleep(5 * collisions * Math.random());
        } else {
          batch.forEach((waiting) => waiting.reject(error));
          return;
        }
      }
    }
  }
}
