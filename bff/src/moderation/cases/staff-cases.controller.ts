import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, RequirePermission, type Caller } from '../../common/auth/caller.js';
import { EmptyBody } from '../../common/http/requests.dto.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import { CaseDesk } from './case-desk.service.js';
import { CaseQueues } from './case-queues.service.js';
import { CasePageView, CasesQuery, CaseView, DecideCaseAppealBody, DecideCaseBody } from './case.dto.js';

/** Staff judge texts. They can hide one behind a stub or let it through; they cannot change a word of it. */
@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff')
export class StaffCasesController {
  constructor(
    private readonly queues: CaseQueues,
    private readonly desk: CaseDesk,
  ) {}

  @Get('divisions/:code/cases')
  @RequirePermission('cases.decide')
  @ApiOperation({ operationId: 'listCases', summary: 'Cases of a division; what waits is oldest first' })
  @ApiOkResponse({ type: CasePageView })
  listCases(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Query() query: CasesQuery,
  ): Promise<CasePageView> {
    return this.queues.list(caller, code, query);
  }

  @Get('cases/:id')
  @RequirePermission('cases.decide')
  @ApiOperation({ operationId: 'getCase', summary: 'A case with everything needed to decide it' })
  @ApiOkResponse({ type: CaseView })
  getCase(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<CaseView> {
    return this.queues.view(caller, id);
  }

  @Post('cases/:id/claim')
  @HttpCode(200)
  @RequirePermission('cases.decide')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'claimCase', summary: 'Take a case for half an hour' })
  @ApiOkResponse({ type: CaseView })
  claimCase(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
  ): Promise<CaseView> {
    return this.desk.claim(caller, key, id);
  }

  @Post('cases/:id/release')
  @HttpCode(200)
  @RequirePermission('cases.decide')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'releaseCase', summary: 'Give a case back' })
  @ApiOkResponse({ type: CaseView })
  releaseCase(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
  ): Promise<CaseView> {
    return this.desk.release(caller, key, id);
  }

  @Post('cases/:id/decide')
  @HttpCode(200)
  @RequirePermission('cases.decide')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'decideCase', summary: 'Hide the text behind a stub, or keep it' })
  @ApiOkResponse({ type: CaseView })
  decideCase(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: DecideCaseBody,
  ): Promise<CaseView> {
    return this.desk.decide(caller, key, id, body);
  }

  @Post('cases/:id/decide-appeal')
  @HttpCode(200)
  @RequirePermission('cases.decide')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'decideAppeal', summary: 'Answer an appeal; not by who decided before' })
  @ApiOkResponse({ type: CaseView })
  decideAppeal(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: DecideCaseAppealBody,
  ): Promise<CaseView> {
    return this.desk.decideAppeal(caller, key, id, body);
  }
}
