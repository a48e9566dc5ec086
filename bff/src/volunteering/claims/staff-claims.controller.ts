import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, RequirePermission, type Caller } from '../../common/auth/caller.js';
import { EmptyBody, PageQuery, ReasonBody } from '../../common/http/requests.dto.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import type { Page } from '../../common/pagination/cursor.js';
import {
  ShiftClaimsView,
  ShiftCodeView,
  StaffClaimView,
  SubmissionPageView,
  SubmissionView,
} from './claim-views.js';
import {
  ClaimQuestionBody,
  ShiftCodeQuery,
  StaffCheckInBody,
  StaffFinishBody,
  VerifyBody,
} from './claims.dto.js';
import { ShiftDeskService } from './shift-desk.service.js';
import { StaffClaimsService } from './staff-claims.service.js';

/** Claims as staff of the division check them in and verify them. */
@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff')
export class StaffClaimsController {
  constructor(
    private readonly claims: StaffClaimsService,
    private readonly desk: ShiftDeskService,
  ) {}

  @Get('shifts/:id/claims')
  @RequirePermission('claims.verify')
  @ApiOkResponse({ type: ShiftClaimsView })
  shiftClaims(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<ShiftClaimsView> {
    return this.desk.people(caller, id, query);
  }

  @Get('shifts/:id/check-in-code')
  @RequirePermission('claims.verify')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: ShiftCodeView })
  shiftCode(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() { checkpoint }: ShiftCodeQuery,
  ): Promise<ShiftCodeView> {
    return this.desk.code(caller, id, checkpoint ?? null);
  }

  @Get('divisions/:code/submissions')
  @RequirePermission('claims.verify')
  @ApiOkResponse({ type: SubmissionPageView })
  submissions(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Query() query: PageQuery,
  ): Promise<Page<SubmissionView>> {
    return this.desk.submissions(caller, code, query);
  }

  @Get('claims/:id')
  @RequirePermission('claims.verify')
  @ApiOkResponse({ type: SubmissionView })
  submission(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<SubmissionView> {
    return this.desk.submission(caller, id);
  }

  @Post('claims/:id/check-in')
  @HttpCode(200)
  @RequirePermission('claims.verify')
  @ApiIdempotent()
  @ApiOkResponse({ type: StaffClaimView })
  checkInForVolunteer(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: StaffCheckInBody,
  ): Promise<StaffClaimView> {
    return this.claims.checkIn(caller, key, id, body);
  }

  @Post('claims/:id/finish')
  @HttpCode(200)
  @RequirePermission('claims.verify')
  @ApiIdempotent()
  @ApiOkResponse({ type: StaffClaimView })
  finishForVolunteer(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: StaffFinishBody,
  ): Promise<StaffClaimView> {
    return this.claims.finish(caller, key, id, body);
  }

  @Post('claims/:id/verify')
  @HttpCode(200)
  @RequirePermission('claims.verify')
  @ApiIdempotent()
  @ApiOkResponse({ type: StaffClaimView })
  verifyClaim(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: VerifyBody,
  ): Promise<StaffClaimView> {
    return this.claims.verify(caller, key, id, body);
  }

  @Post('claims/:id/query')
  @HttpCode(200)
  @RequirePermission('claims.verify')
  @ApiIdempotent()
  @ApiOkResponse({ type: StaffClaimView })
  queryClaim(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ClaimQuestionBody,
  ): Promise<StaffClaimView> {
    return this.claims.query(caller, key, id, body);
  }

  @Post('claims/:id/reject')
  @HttpCode(200)
  @RequirePermission('claims.verify')
  @ApiIdempotent()
  @ApiOkResponse({ type: StaffClaimView })
  rejectClaim(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ReasonBody,
  ): Promise<StaffClaimView> {
    return this.claims.reject(caller, key, id, body);
  }

  @Post('claims/:id/mark-no-show')
  @HttpCode(200)
  @RequirePermission('claims.verify')
  @ApiIdempotent()
  @ApiOkResponse({ type: StaffClaimView })
  markClaimNoShow(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
  ): Promise<StaffClaimView> {
    return this.claims.markNoShow(caller, key, id);
  }
}
