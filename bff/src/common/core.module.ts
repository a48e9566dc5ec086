import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { ThrottlerModule } from '@nestjs/throttler';
import { DataSource } from 'typeorm';
import { Audit } from '../audit/audit.js';
import type { AppConfig } from '../config/app-config.js';
import { BatchDatabase } from '../database/batch-database.js';
import { Database } from '../database/database.js';
import { Outbox } from '../outbox/outbox.js';
import { Access } from './auth/access.js';
import { AccessTokens } from './auth/access-tokens.js';
import { AccountThrottlerGuard } from './auth/account-throttler.guard.js';
import { AuthGuard } from './auth/auth.guard.js';
import { RevokedSessions } from './auth/revoked-sessions.js';
import { Clock } from './clock/clock.js';
import { Leases } from './clock/lease.js';
import { Ticker } from './clock/ticker.js';
import { deriveKey, FieldCipher } from './crypto/field-cipher.js';
import { ErrorFilter } from './errors/error.filter.js';
import { IdempotencyCleaner } from './idempotency/idempotency-cleaner.js';
import { Idempotency } from './idempotency/idempotency.js';
import { IdBlocks } from './ids/id-blocks.js';
import { Lanes } from './lanes/lanes.js';
import { APP_CONFIG } from './tokens.js';

/** What a process is built from; tests bring their own clock. */
export interface CoreOptions {
  config: AppConfig;
  dataSource: DataSource;
  clock?: Clock;
}

/** What every domain uses: database, clock, identity of the caller, idempotency, lanes, outbox, audit. */
@Global()
@Module({})
export class CoreModule {
  static register({ config, dataSource, clock = new Clock() }: CoreOptions): DynamicModule {
    const shared = [
      Database,
      BatchDatabase,
      Access,
      AccessTokens,
      RevokedSessions,
      Idempotency,
      IdempotencyCleaner,
      IdBlocks,
      Lanes,
      Leases,
      Ticker,
      Audit,
      Outbox,
    ];
    return {
      module: CoreModule,
      imports: [
        // A KeyObject, not a string: jsonwebtoken would otherwise build a key for every verification.
        JwtModule.register({
          secret: deriveKey(config.appSecret, 'access-token'),
          signOptions: { algorithm: 'HS256' },
          verifyOptions: { algorithms: ['HS256'] },
        }),
        ThrottlerModule.forRoot({
          throttlers: [{ name: 'account', ttl: 60_000, limit: config.requestsPerMinute }],
        }),
      ],
      providers: [
        { provide: APP_CONFIG, useValue: config },
        { provide: DataSource, useValue: dataSource },
        { provide: Clock, useValue: clock },
        { provide: FieldCipher, useValue: new FieldCipher(config.appSecret) },
        ...shared,
        { provide: APP_GUARD, useClass: AuthGuard },
        { provide: APP_GUARD, useClass: AccountThrottlerGuard },
        { provide: APP_FILTER, useClass: ErrorFilter },
      ],
      exports: [APP_CONFIG, DataSource, Clock, FieldCipher, ...shared],
    };
  }
}
