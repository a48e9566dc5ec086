import { Module, type DynamicModule } from '@nestjs/common';
import { DatabaseTokenStore } from './database-token-store.js';
import { TokenStore } from './token-store.js';
import { WeChatClient } from './wechat-client.js';
import { DEFAULT_WECHAT_TIMEOUTS, WECHAT_CONFIG, type WeChatConfig } from './wechat-config.js';

/** The configuration, its timeouts optional. */
export type WeChatSettings = Omit<WeChatConfig, 'timeouts'> & Partial<Pick<WeChatConfig, 'timeouts'>>;

/** Registered once, at the root; `WeChatClient` can then be injected anywhere. Needs DataSource and Clock. */
@Module({})
export class WeChatModule {
  static register({ baseUrl, appId, appSecret, timeouts }: WeChatSettings): DynamicModule {
    const config: WeChatConfig = {
      baseUrl,
      appId,
      appSecret,
      timeouts: timeouts ?? DEFAULT_WECHAT_TIMEOUTS,
    };
    return {
      module: WeChatModule,
      global: true,
      providers: [
        { provide: WECHAT_CONFIG, useValue: config },
        { provide: TokenStore, useClass: DatabaseTokenStore },
        WeChatClient,
      ],
      exports: [WeChatClient],
    };
  }
}
