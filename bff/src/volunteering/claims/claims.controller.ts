import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, type Caller } from '../../common/auth/caller.js';
import { EmptyBody } from '../../common/http/requests.dto.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import type { Page } from '../../common/pagination/cursor.js';
import {
  ClaimCreated,
  ClaimPageView,
  ClaimView,
  NextServiceView,
  ShiftWaitListView,
  ShiftWaitView,
  type ClaimCard,
} from './claim-views.js';
import {
  ClaimAnswerBody,
  ClaimBody,
  ClaimCheckInBody,
  ClaimFinishBody,
  MyClaimsQuery,
  ReleaseBody,
  ShiftWaitBody,
} from './claims.dto.js';
import { MyClaimsService } from './my-claims.service.js';
import { ShiftWaitsService } from './shift-waits.service.js';

/** Claims as volunteers grab them, serve them and give them back. */
@ApiTags('claims')
@ApiBearerAuth()
@Controller()
export class ClaimsController {
  constructor(
    private readonly claims: MyClaimsService,
    private readonly waits: ShiftWaitsService,
  ) {}

  @Post('claims')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: ClaimCreated })
  claim(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: ClaimBody,
  ): Promise<ClaimCreated> {
    return this.claims.take(caller, key, body);
  }

  @Get('me/claims')
  @ApiOkResponse({ type: ClaimPageView })
  listClaims(@CurrentCaller() caller: Caller, @Query() query: MyClaimsQuery): Promise<Page<ClaimCard>> {
    return this.claims.list(caller.personId, query);
  }

  @Get('me/next-service')
  @ApiOkResponse({ type: NextServiceView })
  async nextService(@CurrentCaller() caller: Caller): Promise<NextServiceView> {
    return { claim: await this.claims.next(caller.personId) };
  }

  @Get('claims/:id')
  @ApiOkResponse({ type: ClaimView })
  getClaim(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<ClaimView> {
    return this.claims.view(caller.personId, id);
  }

  @Post('claims/:id/release')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: ClaimView })
  releaseClaim(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ReleaseBody,
  ): Promise<ClaimView> {
    return this.claims.release(caller, key, id, body);
  }

  @Post('claims/:id/check-in')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: ClaimView })
  checkInClaim(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ClaimCheckInBody,
  ): Promise<ClaimView> {
    return this.claims.checkIn(caller, key, id, body);
  }

  @Post('claims/:id/finish')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: ClaimView })
  finishClaim(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ClaimFinishBody,
  ): Promise<ClaimView> {
    return this.claims.finish(caller, key, id, body);
  }

  @Post('claims/:id/answer')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: ClaimView })
  answerQuestion(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ClaimAnswerBody,
  ): Promise<ClaimView> {
    return this.claims.answer(caller, key, id, body);
  }

  @Post('shifts/:id/wait')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: ShiftWaitView })
  waitForShift(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ShiftWaitBody,
  ): Promise<ShiftWaitView> {
    return this.waits.join(caller, key, id, body);
  }

  @Get('me/shift-waits')
  @ApiOkResponse({ type: ShiftWaitListView })
  async listShiftWaits(@CurrentCaller() caller: Caller): Promise<ShiftWaitListView> {
    return { items: await this.waits.list(caller.personId) };
  }

  @Post('shift-waits/:id/leave')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: ShiftWaitView })
  leaveShiftWait(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
  ): Promise<ShiftWaitView> {
    return this.waits.leave(caller, key, id);
  }
}
