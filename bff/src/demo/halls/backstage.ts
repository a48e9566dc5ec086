import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { Ticker } from '../../common/clock/ticker.js';
import { CoreModule } from '../../common/core.module.js';
import {
  Idempotency,
  type IdempotentRequest,
  type StoredAnswer,
} from '../../common/idempotency/idempotency.js';
import type { AppConfig } from '../../config/app-config.js';
import { BatchDatabase } from '../../database/batch-database.js';
import { Database, type Sql, type WriteResult } from '../../database/database.js';
import { DivisionsModule } from '../../divisions/divisions.module.js';
import { HallsModule } from '../../halls/halls.module.js';
import { StaffTopicsService } from '../../halls/topics/staff-topics.service.js';
import { IdentityModule } from '../../identity/identity.module.js';
import { WeChatClient } from '../../integrations/wechat/wechat-client.js';
import { WeChatModule } from '../../integrations/wechat/wechat.module.js';
import { ModerationModule } from '../../moderation/moderation.module.js';

/** The clock of the stories: it stands where the story is. */
export class StoryClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.instant);
  }

  set(instant: Date): void {
    this.instant = new Date(instant);
  }
}

/** Everything inside the seed's one transaction: what a service commits is kept or lost with the whole city. */
class SeedDatabase extends Database {
  constructor(
    dataSource: DataSource,
    private readonly tx: Sql,
  ) {
    super(dataSource);
  }

  override query<T>(statement: string, values: readonly unknown[] = []): Promise<T[]> {
    return this.tx.query<T>(statement, values);
  }

  override execute(statement: string, values: readonly unknown[] = []): Promise<WriteResult> {
    return this.tx.execute(statement, values);
  }

  override transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T> {
    return work(this.tx);
  }
}

/** A story is told once: nothing repeats a request, so that no answer is kept. */
class ToldOnce extends Idempotency {
  constructor(
    private readonly seed: Database,
    clock: Clock,
  ) {
    super(seed, clock);
  }

  override run<T>(_request: IdempotentRequest, work: (tx: Sql) => Promise<T>): Promise<T> {
    return this.seed.transaction(work);
  }

  override find(): Promise<StoredAnswer[]> {
    return Promise.resolve([]);
  }

  override insert(): Promise<void> {
    return Promise.resolve();
  }
}

@Module({})
class BackstageModule {}

/** The product's own services of the 议事厅 over the seed's transaction, at whatever instant the clock is set to. */
export interface Backstage {
  clock: StoryClock;
  /** One of the product's services. */
  get: <T>(service: abstract new (...args: never[]) => T) => T;
  close: () => Promise<void>;
}

/** Who acts in a story. */
export function callerOf(personId: number): Caller {
  return { personId, familyId: 0, requestId: 'demo', address: '127.0.0.1' };
}

/** Starts the services without routes and without rounds. WeChat finds nothing wrong with what the demo's people write. */
export async function openBackstage(
  tx: Sql,
  options: { dataSource: DataSource; appSecret: string; now: Date },
): Promise<Backstage> {
  const { dataSource, appSecret, now } = options;
  const clock = new StoryClock(now);
  const database = new SeedDatabase(dataSource, tx);
  const core = CoreModule.register({ config: configOf(appSecret), dataSource, clock });
  const root: DynamicModule = {
    module: BackstageModule,
    imports: [
      {
        ...core,
        providers: [
          ...(core.providers ?? []),
          { provide: Database, useValue: database },
          { provide: BatchDatabase, useValue: database },
          { provide: Idempotency, useValue: new ToldOnce(database, clock) },
        ],
      },
      {
        module: WeChatModule,
        global: true,
        providers: [{ provide: WeChatClient, useValue: { checkText: () => Promise.resolve('pass') } }],
        exports: [WeChatClient],
      },
      DivisionsModule,
      IdentityModule,
      HallsModule,
      ModerationModule,
    ],
  };
  const context = await NestFactory.createApplicationContext(root, { logger: false, abortOnError: false });
  await context.get(Ticker, { strict: false }).stop();
  // Nobody reads what an act of staff answers; to put it together would cost more than the act.
  Object.assign(context.get(StaffTopicsService, { strict: false }), { page: () => Promise.resolve({}) });
  return {
    clock,
    get: (service) => context.get(service as never, { strict: false }),
    close: () => context.close(),
  };
}

function configOf(appSecret: string): AppConfig {
  return {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: '',
    appSecret,
    h5Dir: null,
    publicUrl: null,
    demoMode: true,
    production: false,
    wechat: { baseUrl: '', appId: '', appSecret: '', templates: {} },
    databasePool: 1,
    requestsPerMinute: 1,
    loginsPerMinute: 1,
    logLevel: 'silent',
  };
}
