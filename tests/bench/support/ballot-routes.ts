import { Body, Controller, HttpCode, Param, Post, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { CurrentCaller, type Caller } from '@jiefang/bff/common/auth/caller';
import { IdempotencyKey } from '@jiefang/bff/common/idempotency/idempotency-key';
import { decodeId } from '@jiefang/bff/common/ids/public-id';
import { Database } from '@jiefang/bff/database/database';
import type { BallotCommand } from '@jiefang/bff/halls/voting/ballot-commands';
import { BallotLedger } from '@jiefang/bff/halls/voting/ballot-ledger';
import { Counting } from '@jiefang/bff/halls/voting/counting';
import { Recount, type RecountResult } from '@jiefang/bff/halls/voting/recount';
import { BallotBody } from '@jiefang/bff/halls/voting/voting.dto';
import { TopicsRepository } from '@jiefang/bff/halls/topics/topics.repository';

/** What the product's ballot route is compared with, and the count, which time begins in the product. */
@Controller('bench/ballots')
export class BallotBenchController implements OnModuleInit {
  private ledger: BallotLedger;
  private counting: Counting;
  private recounts: Recount;
  private topics: TopicsRepository;

  constructor(
    private readonly database: Database,
    private readonly modules: ModuleRef,
  ) {}

  onModuleInit(): void {
    this.ledger = this.modules.get(BallotLedger, { strict: false });
    this.counting = this.modules.get(Counting, { strict: false });
    this.recounts = this.modules.get(Recount, { strict: false });
    this.topics = this.modules.get(TopicsRepository, { strict: false });
  }

  /** Login and validation, and nothing else: the ceiling. */
  @Post('noop/:id')
  @HttpCode(201)
  noop(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: BallotBody,
  ): { member: number; receipt: string; changed: boolean } {
    return { member: body.member, receipt: `${id}-${key}`, changed: caller.personId < 0 };
  }

  /** The same decision, each in a transaction of its own. */
  @Post('transaction/:id')
  async transaction(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: BallotBody,
  ): Promise<unknown> {
    const command: BallotCommand = {
      kind: 'cast',
      key,
      personId: caller.personId,
      topicId: decodeId('topic', id),
      ...body,
      arrivedAt: new Date(),
    };
    const [verdict] = await this.database.transaction((tx) => this.ledger.decide(tx, [command]));
    if (verdict === undefined) throw new Error('no verdict');
    if ('error' in verdict)
      throw verdict.error instanceof Error ? verdict.error : new Error(String(verdict.error));
    return verdict.value;
  }

  @Post('count/:id')
  @HttpCode(200)
  async count(@Param('id') id: string): Promise<unknown> {
    return (await this.counting.count(this.database, decodeId('topic', id))).tally;
  }

  /** The product's recount, and how long it took. */
  @Post('recount/:id')
  @HttpCode(200)
  async recount(@Param('id') id: string): Promise<RecountResult & { seconds: number }> {
    const startedAt = performance.now();
    const topic = await this.topics.findById(this.database, decodeId('topic', id));
    if (topic === null) throw new Error('no such topic');
    const result = await this.recounts.of(this.database, topic);
    return { ...result, seconds: (performance.now() - startedAt) / 1000 };
  }
}
