import type { BatchDatabase } from '../../database/batch-database.js';
import type { Sql, Transactions } from '../../database/database.js';
import { DomainError } from '../errors/domain-error.js';
import { Lane, type LaneDefinition, type Verdict } from './lane.js';
import { Lanes } from './lanes.js';

type Decide = (tx: Sql, commands: readonly number[]) => Promise<Verdict<string>[]>;

/** A database whose transactions do nothing but count; `failures` are thrown by the next commits. */
function fakeDatabase(failures: Error[] = []): { database: Transactions; transactions: () => number } {
  let count = 0;
  const database = {
    transaction: async <T>(work: (tx: Sql) => Promise<T>): Promise<T> => {
      count += 1;
      const result = await work({} as Sql);
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      return result;
    },
  };
  return { database, transactions: () => count };
}

function laneOf(
  decide: Decide,
  change: Partial<LaneDefinition<number, string>> = {},
  database = fakeDatabase().database,
) {
  return new Lane<number, string>(database, {
    name: 'test',
    maxQueued: 100,
    maxBatch: 10,
    partitions: 1,
    partitionKey: (command) => command,
    decide,
    ...change,
  });
}

const echo: Decide = (_tx, commands) =>
  Promise.resolve(commands.map((command) => ({ value: `done ${command}` })));
const sqlError = (code: string): Error => Object.assign(new Error(code), { code });
const outcomes = async (promises: Promise<string>[]): Promise<string[]> =>
  (await Promise.allSettled(promises)).map((result) =>
    result.status === 'fulfilled' ? result.value : `refused: ${(result.reason as Error).message}`,
  );

describe('a lane', () => {
  it('decides what arrived together in one transaction and gives each its own verdict', async () => {
    const { database, transactions } = fakeDatabase();
    const batches: number[][] = [];
    const lane = laneOf(
      (_tx, commands) => {
        batches.push([...commands]);
        return Promise.resolve(
          commands.map((c): Verdict<string> =>
            c % 2 === 0 ? { value: `done ${c}` } : { error: new DomainError('BOOKING_TAKEN') },
          ),
        );
      },
      {},
      database,
    );
    expect(await outcomes([1, 2, 3, 4].map((c) => lane.submit(c)))).toEqual([
      'refused: BOOKING_TAKEN',
      'done 2',
      'refused: BOOKING_TAKEN',
      'done 4',
    ]);
    expect(batches).toEqual([[1, 2, 3, 4]]);
    expect(transactions()).toBe(1);
  });

  it('never decides more than a batch at once, in the order of arrival', async () => {
    const batches: number[][] = [];
    const lane = laneOf(async (tx, commands) => {
      batches.push([...commands]);
      return echo(tx, commands);
    });
    await Promise.all(Array.from({ length: 25 }, (_, c) => lane.submit(c)));
    expect(batches.map((batch) => batch.length)).toEqual([10, 10, 5]);
    expect(batches.flat()).toEqual(Array.from({ length: 25 }, (_, c) => c));
  });

  it('keeps one key’s commands apart in time and lets others run beside them', async () => {
    const running = new Set<number>();
    let most = 0;
    const lane = laneOf(
      async (_tx, commands) => {
        const key = (commands[0] as number) % 2;
        expect(running.has(key)).toBe(false);
        running.add(key);
        most = Math.max(most, running.size);
        await new Promise((resolve) => setTimeout(resolve, 2));
        running.delete(key);
        return commands.map((c) => ({ value: `done ${c}` }));
      },
      { partitions: 2, maxBatch: 2 },
    );
    await Promise.all(Array.from({ length: 20 }, (_, c) => lane.submit(c)));
    expect(most).toBe(2);
  });

  it('begins small batches beside another only when it has ended, and none waits for two', async () => {
    const begun: number[][] = [];
    const ends: (() => void)[] = [];
    const lane = laneOf(
      async (_tx, commands) => {
        begun.push([...commands]);
        await new Promise<void>((resolve) => ends.push(resolve));
        return commands.map((c) => ({ value: `done ${c}` }));
      },
      { partitions: 2, minBeside: 3 },
    );
    const turn = () => new Promise((resolve) => setTimeout(resolve, 2));
    const taken = [lane.submit(2)];
    await turn();
    taken.push(lane.submit(1), lane.submit(3), lane.submit(4));
    await turn();
    expect(begun).toEqual([[2]]);
    ends[0]?.();
    await turn();
    // The other partition's turn has come; this one's next waits for it in its stead.
    expect(begun).toEqual([[2], [1, 3]]);
    taken.push(lane.submit(6), lane.submit(8));
    await turn();
    expect(begun).toEqual([[2], [1, 3], [4, 6, 8]]);
    ends.slice(1).forEach((end) => end());
    expect(await outcomes(taken)).toEqual([2, 1, 3, 4, 6, 8].map((c) => `done ${c}`));
    const last = lane.submit(5);
    await turn();
    ends[3]?.();
    expect(await last).toBe('done 5');
  });

  it('lets a poisoned command fail alone', async () => {
    const decided: number[] = [];
    const lane = laneOf((_tx, commands) => {
      if (commands.includes(5)) throw new TypeError('poison');
      decided.push(...commands);
      return Promise.resolve(commands.map((c) => ({ value: `done ${c}` })));
    });
    const results = await outcomes(Array.from({ length: 9 }, (_, c) => lane.submit(c)));
    expect(results.filter((result) => result.startsWith('done'))).toHaveLength(8);
    expect(results[5]).toBe('refused: poison');
    expect(decided.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 6, 7, 8]);
  });

  it('runs a batch again when its connection is lost and nobody knows whether it was committed', async () => {
    const { database, transactions } = fakeDatabase([
      sqlError('ECONNRESET'),
      sqlError('PROTOCOL_CONNECTION_LOST'),
    ]);
    const lane = laneOf(echo, {}, database);
    expect(await outcomes([lane.submit(1), lane.submit(2)])).toEqual(['done 1', 'done 2']);
    expect(transactions()).toBe(3);
  });

  it('gives up on a database that stays away, and goes on with the next', async () => {
    const failures: Error[] = Array.from({ length: 7 }, () => sqlError('ECONNREFUSED'));
    const { database } = fakeDatabase(failures);
    const lane = laneOf(echo, {}, database);
    expect(await outcomes([lane.submit(1), lane.submit(2)])).toEqual([
      'refused: ECONNREFUSED',
      'refused: ECONNREFUSED',
    ]);
    expect(await lane.submit(3)).toBe('done 3');
  });

  it('runs a single command again when another process took its key, and not for ever', async () => {
    const { database, transactions } = fakeDatabase([sqlError('ER_DUP_ENTRY'), sqlError('ER_DUP_ENTRY')]);
    expect(await laneOf(echo, {}, database).submit(1)).toBe('done 1');
    expect(transactions()).toBe(3);
    const always = fakeDatabase(Array.from({ length: 50 }, () => sqlError('ER_DUP_ENTRY')));
    expect(await outcomes([laneOf(echo, {}, always.database).submit(1)])).toEqual(['refused: ER_DUP_ENTRY']);
    expect(always.transactions()).toBe(6);
  });

  it('tells each of a batch that a deadlock outlasted, one by one', async () => {
    const { database } = fakeDatabase([sqlError('ER_LOCK_DEADLOCK')]);
    expect(await outcomes([1, 2, 3].map((c) => laneOf(echo, {}, database).submit(c)))).toContain('done 3');
    const lane = laneOf(echo, {}, fakeDatabase([sqlError('ER_LOCK_DEADLOCK')]).database);
    expect(await outcomes([1, 2].map((c) => lane.submit(c)))).toEqual(['done 1', 'done 2']);
  });

  it('refuses with BUSY beyond its bound and takes more when there is room', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const lane = laneOf(
      async (tx, commands) => {
        await gate;
        return echo(tx, commands);
      },
      { maxQueued: 3, maxBatch: 1 },
    );
    const taken = [lane.submit(1), lane.submit(2), lane.submit(3)];
    await expect(lane.submit(4)).rejects.toMatchObject({ code: 'BUSY', status: 503 });
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    // The first is being decided now; its place in the queue is free.
    taken.push(lane.submit(5));
    await expect(lane.submit(6)).rejects.toMatchObject({ code: 'BUSY' });
    open();
    expect(await outcomes(taken)).toEqual(['done 1', 'done 2', 'done 3', 'done 5']);
    expect(await lane.submit(7)).toBe('done 7');
  });

  it('drains at shutdown: what was accepted is decided, what comes later is refused', async () => {
    const { database } = fakeDatabase();
    const lanes = new Lanes(database as BatchDatabase);
    const lane = lanes.lane<number, string>({
      name: 'test',
      maxQueued: 100,
      maxBatch: 2,
      partitions: 2,
      partitionKey: (c) => c,
      decide: async (tx, commands) => {
        await new Promise((resolve) => setTimeout(resolve, 2));
        return echo(tx, commands);
      },
    });
    const accepted = Array.from({ length: 11 }, (_, c) => lane.submit(c));
    let settled = 0;
    for (const one of accepted) void one.then(() => (settled += 1));
    await lanes.beforeApplicationShutdown();
    expect(settled).toBe(11);
    await expect(lane.submit(12)).rejects.toMatchObject({ code: 'UNAVAILABLE', status: 503 });
  });

  it('fails a command that its decision forgot', async () => {
    const lane = laneOf((_tx, commands) =>
      Promise.resolve(commands.slice(1).map((c) => ({ value: `done ${c}` }))),
    );
    const [, last] = await outcomes([lane.submit(1), lane.submit(2)]);
    expect(last).toContain('undecided');
  });

  it('has at hand what must be there before the transaction is opened, anew for every run', async () => {
    const order: string[] = [];
    const database = {
      transaction: async <T>(work: (tx: Sql) => Promise<T>): Promise<T> => {
        order.push('open');
        const result = await work({} as Sql);
        if (order.length < 3) throw sqlError('ECONNRESET');
        return result;
      },
    };
    let prepared = 0;
    const lane = new Lane<number, string, number>(database, {
      name: 'test',
      maxQueued: 10,
      maxBatch: 10,
      partitions: 1,
      partitionKey: () => 0,
      prepare: () => {
        order.push('prepare');
        return Promise.resolve((prepared += 1));
      },
      decide: (_tx, commands, given) => Promise.resolve(commands.map(() => ({ value: `run ${given}` }))),
    });
    expect(await lane.submit(1)).toBe('run 2');
    expect(order).toEqual(['prepare', 'open', 'prepare', 'open']);
  });

  it('never leaves a command behind that arrives just as the queue runs dry', async () => {
    const lane = laneOf(echo);
    // A caller at every distance, in turns of the microtask queue, from the verdict before.
    const deep = async (depth: number, command: number): Promise<string> =>
      depth === 0 ? lane.submit(command) : await deep(depth - 1, command);
    for (let depth = 0; depth < 8; depth += 1) {
      await deep(depth, 1);
      const next = Promise.race([
        lane.submit(2),
        new Promise<string>((resolve) => setTimeout(() => resolve('left behind'), 200)),
      ]);
      expect([depth, await next]).toEqual([depth, 'done 2']);
    }
  });
});
