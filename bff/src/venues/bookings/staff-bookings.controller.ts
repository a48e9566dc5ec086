import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { isDay } from '@jiefang/shared/time';
import { IsIn, Matches } from 'class-validator';
import { CurrentCaller, RequirePermission, type Caller } from '../../common/auth/caller.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { EmptyBody, PageQuery, ReasonBody } from '../../common/http/requests.dto.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import type { Page } from '../../common/pagination/cursor.js';
import { PlainText } from '../../common/validation/fields.js';
import { BoardService } from './board.service.js';
import { CheckInBody, CheckInOneBody, DeskBookBody } from './bookings.dto.js';
import { BoardBookingView } from './booking-views.js';
import { CheckInService } from './check-in.service.js';
import { CloseBody } from './closures.dto.js';
import { ClosuresService } from './closures.service.js';
import { AppealPageView, PausesService, PauseView, type StaffAppealView } from './pauses.service.js';
import { StaffBookingsService } from './staff-bookings.service.js';
import {
  ApprovalPageView,
  BoardView,
  CheckedInView,
  ClosureDoneView,
  StaffClosureView,
  type ApprovalView,
} from './staff-views.js';

/** The answer to an appeal. */
export class DecideAppealBody extends ReasonBody {
  @ApiProperty({ enum: ['upheld', 'dismissed'] })
  @IsIn(['upheld', 'dismissed'])
  decision: 'upheld' | 'dismissed';
}

/** What a person says against a pause. */
export class AppealBody {
  @ApiProperty({ minLength: 5, maxLength: 500 })
  @PlainText(5, 500, { lines: true })
  text: string;
}

export class BoardQuery {
  @ApiProperty({ example: '2026-11-24' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '日期要写成 2026-11-24 这样' })
  date: string;
}

/** What staff do with bookings, closures and appeals of their division. */
@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff')
export class StaffBookingsController {
  constructor(
    private readonly bookings: StaffBookingsService,
    private readonly board: BoardService,
    private readonly checkIns: CheckInService,
    private readonly closures: ClosuresService,
    private readonly pauses: PausesService,
  ) {}

  @Get('centres/:id/board')
  @RequirePermission('bookings.desk')
  @ApiOkResponse({ type: BoardView })
  day(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() query: BoardQuery,
  ): Promise<BoardView> {
    if (!isDay(query.date)) throw new DomainError('INVALID_INPUT', { message: '没有这一天。' });
    return this.board.day(caller, id, query.date);
  }

  @Get('divisions/:code/approvals')
  @RequirePermission('bookings.decide')
  @ApiOkResponse({ type: ApprovalPageView })
  approvals(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Query() query: PageQuery,
  ): Promise<Page<ApprovalView>> {
    return this.bookings.approvals(caller, code, query);
  }

  @Post('bookings/:id/approve')
  @HttpCode(200)
  @RequirePermission('bookings.decide')
  @ApiIdempotent()
  @ApiOkResponse({ type: BoardBookingView })
  approve(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
  ): Promise<BoardBookingView> {
    return this.bookings.approve(caller, key, id);
  }

  @Post('bookings/:id/reject')
  @HttpCode(200)
  @RequirePermission('bookings.decide')
  @ApiIdempotent()
  @ApiOkResponse({ type: BoardBookingView })
  reject(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ReasonBody,
  ): Promise<BoardBookingView> {
    return this.bookings.reject(caller, key, id, body.reason);
  }

  @Post('bookings/:id/cancel')
  @HttpCode(200)
  @RequirePermission('bookings.decide')
  @ApiIdempotent()
  @ApiOkResponse({ type: BoardBookingView })
  cancel(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ReasonBody,
  ): Promise<BoardBookingView> {
    return this.bookings.cancel(caller, key, id, body.reason);
  }

  @Post('bookings/:id/mark-no-show')
  @HttpCode(200)
  @RequirePermission('bookings.desk')
  @ApiIdempotent()
  @ApiOkResponse({ type: BoardBookingView })
  markNoShow(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
  ): Promise<BoardBookingView> {
    return this.bookings.markNoShow(caller, key, id);
  }

  @Post('centres/:id/check-in')
  @HttpCode(200)
  @RequirePermission('bookings.desk')
  @ApiIdempotent()
  @ApiOkResponse({ type: CheckedInView })
  async checkIn(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: CheckInBody,
  ): Promise<CheckedInView> {
    return { booking: await this.checkIns.atCentre(caller, key, id, body) };
  }

  @Post('bookings/:id/check-in')
  @HttpCode(200)
  @RequirePermission('bookings.desk')
  @ApiIdempotent()
  @ApiOkResponse({ type: BoardBookingView })
  checkInOne(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: CheckInOneBody,
  ): Promise<BoardBookingView> {
    return this.checkIns.one(caller, key, id, body);
  }

  @Post('venues/:id/bookings')
  @RequirePermission('bookings.desk')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: BoardBookingView })
  book(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: DeskBookBody,
  ): Promise<BoardBookingView> {
    return this.bookings.book(caller, key, id, body);
  }

  @Post('centres/:id/closures')
  @RequirePermission('venues.manage')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: ClosureDoneView })
  close(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: CloseBody,
  ): Promise<ClosureDoneView> {
    return this.closures.close(caller, key, id, body);
  }

  @Post('closures/:id/end')
  @HttpCode(200)
  @RequirePermission('venues.manage')
  @ApiIdempotent()
  @ApiOkResponse({ type: StaffClosureView })
  endClosure(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
  ): Promise<StaffClosureView> {
    return this.closures.end(caller, key, id);
  }

  @Get('divisions/:code/appeals')
  @RequirePermission('bookings.decide')
  @ApiOkResponse({ type: AppealPageView })
  appeals(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Query() query: PageQuery,
  ): Promise<Page<StaffAppealView>> {
    return this.pauses.appeals(caller, code, query);
  }

  @Post('pauses/:id/decide')
  @HttpCode(200)
  @RequirePermission('bookings.decide')
  @ApiIdempotent()
  @ApiOkResponse({ type: PauseView })
  decide(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: DecideAppealBody,
  ): Promise<PauseView> {
    return this.pauses.decide(caller, key, id, body);
  }
}

/** A pause as its person meets it. */
@ApiTags('bookings')
@ApiBearerAuth()
@Controller('me/pauses')
export class PausesController {
  constructor(private readonly pauses: PausesService) {}

  @Post(':id/appeal')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: PauseView })
  appeal(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: AppealBody,
  ): Promise<PauseView> {
    return this.pauses.appeal(caller, key, id, body.text);
  }
}
