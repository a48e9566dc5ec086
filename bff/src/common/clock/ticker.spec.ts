import { Logger } from '@nestjs/common';
import type { Leases } from './lease.js';
import { Ticker } from './ticker.js';

describe('a round', () => {
  let free: boolean;
  let asked: [string, number][];
  let ticker: Ticker;
  let warnings: jest.SpyInstance;

  beforeEach(() => {
    jest.useFakeTimers();
    [free, asked] = [true, []];
    const leases: Pick<Leases, 'acquire'> = {
      acquire: (name, seconds) => {
        asked.push([name, seconds]);
        return Promise.resolve(free);
      },
    };
    ticker = new Ticker(leases as Leases);
    warnings = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  });
  afterEach(async () => {
    await ticker.stop();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  /** A round of one second whose work ends when the test says so. */
  const slow = (): { begun: number; end: () => void } => {
    const round = { begun: 0, end: () => undefined as void };
    const work = (): Promise<void> => {
      round.begun += 1;
      return new Promise((resolve) => (round.end = resolve));
    };
    ticker.add({ name: 'slow', every: 1000, work });
    return round;
  };

  it('begins with every beat, and never while it is under way', async () => {
    const round = slow();
    ticker.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(999);
    expect(round.begun).toBe(0);
    await jest.advanceTimersByTimeAsync(3001);
    expect(round.begun).toBe(1);
    round.end();
    await jest.advanceTimersByTimeAsync(1000);
    expect(round.begun).toBe(2);
    round.end();
  });

  it('is left to the replica that holds its lease', async () => {
    const work = jest.fn().mockResolvedValue(undefined);
    ticker.add({ name: 'shared', every: 1000, leaseSeconds: 30, work });
    ticker.onApplicationBootstrap();
    free = false;
    await jest.advanceTimersByTimeAsync(1000);
    expect(work).not.toHaveBeenCalled();
    free = true;
    await jest.advanceTimersByTimeAsync(1000);
    expect(work).toHaveBeenCalledTimes(1);
    expect(asked).toEqual([
      ['shared', 30],
      ['shared', 30],
    ]);
  });

  it('that fails is told in the log and tried again', async () => {
    const work = jest.fn().mockRejectedValueOnce(new Error('no database')).mockResolvedValue(undefined);
    ticker.add({ name: 'outbox', every: 1000, work });
    ticker.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(2000);
    expect(work).toHaveBeenCalledTimes(2);
    expect(warnings.mock.calls).toEqual([[{ err: expect.any(Error) }, 'outbox missed a beat']]);
  });

  it('under way is waited for when time stops, and none begins after it', async () => {
    const round = slow();
    ticker.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(1000);
    let stopped = false;
    const stop = ticker.onModuleDestroy().then(() => (stopped = true));
    await jest.advanceTimersByTimeAsync(5000);
    expect({ stopped, begun: round.begun }).toEqual({ stopped: false, begun: 1 });
    round.end();
    await stop;
    expect(stopped).toBe(true);
  });
});
