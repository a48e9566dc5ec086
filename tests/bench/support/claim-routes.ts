import { Body, Controller, HttpCode, Post, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { CurrentCaller, type Caller } from '@jiefang/bff/common/auth/caller';
import { idempotent } from '@jiefang/bff/common/idempotency/idempotency';
import { IdempotencyKey } from '@jiefang/bff/common/idempotency/idempotency-key';
import { decodeId } from '@jiefang/bff/common/ids/public-id';
import { Database } from '@jiefang/bff/database/database';
import type { ClaimCommand } from '@jiefang/bff/volunteering/claims/claim-commands';
import { ClaimLedger } from '@jiefang/bff/volunteering/claims/claim-ledger';
import { ClaimBody } from '@jiefang/bff/volunteering/claims/claims.dto';

/** What the product's claim route is compared with. Both take the same body, the same login and the same key. */
@Controller('bench/claims')
export class ClaimBenchController implements OnModuleInit {
  private ledger: ClaimLedger;

  constructor(
    private readonly database: Database,
    private readonly modules: ModuleRef,
  ) {}

  onModuleInit(): void {
    this.ledger = this.modules.get(ClaimLedger, { strict: false });
  }

  /** Login and validation, and nothing else: the ceiling. */
  @Post('noop')
  @HttpCode(201)
  noop(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: ClaimBody,
  ): { id: string } {
    return { id: `${caller.personId}-${key}-${body.shiftId}` };
  }

  /** The same decision, each in a transaction of its own. */
  @Post('transaction')
  async transaction(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: ClaimBody,
  ): Promise<unknown> {
    const command: ClaimCommand = {
      kind: 'take',
      request: idempotent(caller.personId, key, 'POST /claims', body),
      shiftId: decodeId('shift', body.shiftId),
      personId: caller.personId,
      riskAccepted: body.riskAccepted === true,
    };
    const prepared = await this.ledger.prepare([command]);
    const [verdict] = await this.database.transaction((tx) => this.ledger.decide(tx, [command], prepared));
    if (verdict === undefined) throw new Error('no verdict');
    if ('error' in verdict)
      throw verdict.error instanceof Error ? verdict.error : new Error(String(verdict.error));
    return verdict.value.kind === 'claimed' ? verdict.value.claim : null;
  }
}
