import type { SimulatedClock } from './clock.js';
import { Failure } from './failure.js';

/** Calls allowed in one minute and one day; absent means without limit. */
export interface Limit {
  minute?: number;
  day?: number;
}

/** Documented limits by path; every one can be set by a test. */
export const LIMITS: Readonly<Record<string, Limit>> = {
  '/cgi-bin/stable_token': { minute: 10_000, day: 500_000 },
  '/cgi-bin/token': { day: 2_000 },
  '/wxa/msg_sec_check': { minute: 4_000, day: 2_000_000 },
  '/wxa/media_check_async': { minute: 2_000, day: 200_000 },
  '/wxa/resetusersessionkey': { minute: 60_000 },
  '/cgi-bin/message/subscribe/send': { day: 10_000_000 },
  '/wxa/getwxacodeunlimit': { minute: 5_000 },
  '/wxa/generatescheme': { day: 500_000 },
  '/wxa/generate_urllink': { day: 500_000 },
};

/** Login codes one person may exchange in a minute. */
export const LOGINS_PER_MINUTE = 100;

const CLEARS_PER_MONTH = 10;

interface Counter {
  minute: number;
  inMinute: number;
  day: number;
  inDay: number;
}

/** Counts calls by path (and by person, for logins) and refuses those above the limit. */
export class Quota {
  private readonly counters = new Map<string, Counter>();
  private readonly limits: Map<string, Limit>;
  private clears = { month: '', count: 0 };

  constructor(
    private readonly clock: SimulatedClock,
    limits: Readonly<Record<string, Limit>>,
  ) {
    this.limits = new Map(Object.entries({ ...LIMITS, ...limits }));
  }

  setLimit(path: string, limit: Limit): void {
    this.limits.set(path, limit);
  }

  /** Counts one call. @throws Failure 45009 above the day's limit, 45011 above the minute's. */
  count(path: string): void {
    this.countAgainst(path, this.limits.get(path) ?? {});
  }

  /** Counts one login of a person. @throws Failure 45011. */
  countLogin(openid: string): void {
    this.countAgainst(`login:${openid}`, { minute: LOGINS_PER_MINUTE });
  }

  /** @throws Failure 40097 for a path without a limit. */
  usage(path: string): { daily_limit: number; used: number; remain: number } {
    const limit = this.limits.get(path)?.day;
    if (limit === undefined) throw new Failure(40097);
    const used = Math.min(limit, this.current(path).inDay);
    return { daily_limit: limit, used, remain: limit - used };
  }

  /** Sets every counter of the day to zero. @throws Failure 48006 after ten times in a month. */
  clear(): void {
    const month = this.clock.month();
    if (this.clears.month !== month) this.clears = { month, count: 0 };
    if (this.clears.count >= CLEARS_PER_MONTH) throw new Failure(48006);
    this.clears.count++;
    for (const counter of this.counters.values()) counter.inDay = 0;
  }

  private countAgainst(key: string, limit: Limit): void {
    const counter = this.current(key);
    if (limit.day !== undefined && counter.inDay >= limit.day) throw new Failure(45009);
    if (limit.minute !== undefined && counter.inMinute >= limit.minute) throw new Failure(45011);
    counter.inDay++;
    counter.inMinute++;
  }

  private current(key: string): Counter {
    const minute = this.clock.minute();
    const day = this.clock.day();
    const counter = this.counters.get(key) ?? { minute, inMinute: 0, day, inDay: 0 };
    if (counter.minute !== minute) Object.assign(counter, { minute, inMinute: 0 });
    if (counter.day !== day) Object.assign(counter, { day, inDay: 0 });
    this.counters.set(key, counter);
    return counter;
  }
}
