import { Clock } from '@jiefang/bff/common/clock/clock';
import type { TokenStore } from '@jiefang/bff/integrations/wechat/token-store';
import { WeChatClient } from '@jiefang/bff/integrations/wechat/wechat-client';
import { DEFAULT_WECHAT_TIMEOUTS, type WeChatConfig } from '@jiefang/bff/integrations/wechat/wechat-config';
import { WeChatError } from '@jiefang/bff/integrations/wechat/wechat-error';
import type { SimulatedWeChat } from './server.js';

/** A client of the simulated WeChat, as one replica would have it. */
export function clientOf(
  wechat: SimulatedWeChat,
  store: TokenStore,
  change: Partial<WeChatConfig> = {},
): WeChatClient {
  const { url, appId, appSecret } = wechat;
  const config = { baseUrl: url, appId, appSecret, timeouts: DEFAULT_WECHAT_TIMEOUTS, ...change };
  return new WeChatClient(config, store, new Clock());
}

/** The WeChatError that a call ends in; anything else, success too, is an error of the test. */
export async function failureOf(call: Promise<unknown>): Promise<WeChatError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof WeChatError) return error;
    throw error;
  }
  throw new Error('the call succeeded');
}

/** Sends a request to the simulated WeChat by hand and parses its JSON. */
export async function callWeChat(
  wechat: SimulatedWeChat,
  path: string,
  query: Record<string, string> = {},
  init: RequestInit = {},
): Promise<Record<string, unknown>> {
  const url = new URL(path, wechat.url);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const response = await fetch(url, init);
  return (await response.json()) as Record<string, unknown>;
}
