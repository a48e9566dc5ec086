import 'reflect-metadata';
import { Body, Controller, HttpCode, Module, Post, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { createHttpApp } from '@jiefang/bff/app';
import { AppModule } from '@jiefang/bff/app.module';
import { CurrentCaller, type Caller } from '@jiefang/bff/common/auth/caller';
import { idempotent } from '@jiefang/bff/common/idempotency/idempotency';
import { IdempotencyKey } from '@jiefang/bff/common/idempotency/idempotency-key';
import { decodeId } from '@jiefang/bff/common/ids/public-id';
import { loadConfig } from '@jiefang/bff/config/app-config';
import { connectDatabase, createDataSource } from '@jiefang/bff/database/data-source';
import { Database } from '@jiefang/bff/database/database';
import type { BookingCommand } from '@jiefang/bff/venues/bookings/booking-commands';
import { BookingLedger } from '@jiefang/bff/venues/bookings/booking-ledger';
import { runOf } from '@jiefang/bff/venues/bookings/booking-run';
import { BookBody } from '@jiefang/bff/venues/bookings/bookings.dto';
import { BallotBenchController } from './ballot-routes.js';
import { ClaimBenchController } from './claim-routes.js';

/** What the product's booking route is compared with. Both take the same body, the same login and the same key. */
@Controller('bench')
class BenchController implements OnModuleInit {
  private ledger: BookingLedger;

  constructor(
    private readonly database: Database,
    private readonly modules: ModuleRef,
  ) {}

  onModuleInit(): void {
    this.ledger = this.modules.get(BookingLedger, { strict: false });
  }

  /** Login and validation, and nothing else: the ceiling. */
  @Post('noop')
  @HttpCode(201)
  noop(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: BookBody,
  ): { id: string } {
    return { id: `${caller.personId}-${key}-${body.venueId}` };
  }

  /** The same decision, each in a transaction of its own. */
  @Post('transaction')
  async transaction(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: BookBody,
  ): Promise<unknown> {
    const command: BookingCommand = {
      kind: 'book',
      request: idempotent(caller.personId, key, 'POST /bookings', body),
      venueId: decodeId('venue', body.venueId),
      run: runOf(body.startsAt, body.endsAt),
      personId: caller.personId,
      madeBy: null,
      channel: 'app',
      purpose: body.purpose,
      attendees: body.attendees,
      contact: null,
    };
    const ids = await this.ledger.prepare([command]);
    const verdicts = await this.database.transaction((tx) => this.ledger.decide(tx, [command], ids));
    const verdict = verdicts[0];
    if (verdict === undefined) throw new Error('no verdict');
    if ('error' in verdict)
      throw verdict.error instanceof Error ? verdict.error : new Error(String(verdict.error));
    return verdict.value.kind === 'booked' ? verdict.value.booking : null;
  }
}

@Module({ controllers: [BenchController, BallotBenchController, ClaimBenchController] })
class BenchModule {}

@Module({})
class BenchRoot {}

const config = loadConfig(process.env);
const dataSource = await connectDatabase(
  createDataSource({ url: config.databaseUrl, poolSize: config.databasePool }),
);
const options = { config, dataSource };
const app = await createHttpApp(options, {
  module: BenchRoot,
  imports: [AppModule.register(options), BenchModule],
});
await app.listen(0, '127.0.0.1');
const stop = (): void => {
  void app
    .close()
    .then(() => dataSource.destroy())
    .then(() => process.exit(0));
};
process.on('SIGTERM', stop);
process.on('disconnect', stop);
process.send?.({ port: (app.getHttpServer().address() as { port: number }).port });
