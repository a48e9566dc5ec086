import { WeChatError } from './wechat-error.js';

const CREDENTIAL_PAUSE_MS = 30_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** The next midnight in Asia/Shanghai (no summer time), as epoch milliseconds: WeChat's daily quotas begin anew then. */
export function nextShanghaiMidnight(now: number): number {
  return Math.floor((now + SHANGHAI_OFFSET_MS) / DAY_MS + 1) * DAY_MS - SHANGHAI_OFFSET_MS;
}

/**
 * Keeps calls back that cannot succeed: a path whose daily quota is used up, until midnight; everything for half a
 * minute when app id, secret or address are refused, so that a wrong setting does not become a flood of calls.
 */
export class Circuit {
  private readonly closedPaths = new Map<string, { until: number; error: WeChatError }>();
  private closed?: { until: number; error: WeChatError };

  /** @param now epoch milliseconds. */
  constructor(private readonly now: () => number) {}

  /** @throws the WeChatError that closed the circuit, while it is closed. */
  check(path: string): void {
    const now = this.now();
    for (const entry of [this.closed, this.closedPaths.get(path)]) {
      if (entry && now < entry.until) throw entry.error;
    }
  }

  /** Learns from a failure. */
  record(error: WeChatError): void {
    const now = this.now();
    if (error.isCredentialError) this.closed = { until: now + CREDENTIAL_PAUSE_MS, error };
    else if (error.kind === 'quota')
      this.closedPaths.set(error.path, { until: nextShanghaiMidnight(now), error });
  }
}
