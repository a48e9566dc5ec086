/** How long one exchange with WeChat may take, in milliseconds. */
export interface WeChatTimeouts {
  /** Until the TCP (and TLS) connection stands. */
  connectMs: number;
  /** A whole call, its retries included. */
  totalMs: number;
  /** A whole content check: a poster waits for it, so it is held for a person sooner. */
  contentCheckMs: number;
}

/** Everything the WeChat boundary needs to know; provided under {@link WECHAT_CONFIG}. */
export interface WeChatConfig {
  /** `https://api.weixin.qq.com`, or the simulated WeChat. Without a path. */
  baseUrl: string;
  appId: string;
  appSecret: string;
  timeouts: WeChatTimeouts;
}

export const WECHAT_CONFIG = Symbol('WECHAT_CONFIG');

export const DEFAULT_WECHAT_TIMEOUTS: WeChatTimeouts = {
  connectMs: 2_000,
  totalMs: 5_000,
  contentCheckMs: 3_000,
};
