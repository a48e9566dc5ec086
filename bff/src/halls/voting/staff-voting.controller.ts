import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, RequirePermission, type Caller } from '../../common/auth/caller.js';
import { EmptyBody, PageQuery, ReasonBody } from '../../common/http/requests.dto.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import type { Page } from '../../common/pagination/cursor.js';
import { AssistedService } from './assisted.service.js';
import { CountingRoomService } from './counting-room.service.js';
import {
  AssistedBody,
  AssistedPageView,
  AssistedView,
  ConfirmAssistedBody,
  CountingView,
  RecountView,
} from './voting.dto.js';

/** The counting room, and ballots and opinions taken by phone or on paper. */
@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff')
export class StaffVotingController {
  constructor(
    private readonly room: CountingRoomService,
    private readonly assisted: AssistedService,
  ) {}

  @Get('topics/:id/counting')
  @RequirePermission('ballots.enter')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: CountingView })
  getCounting(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<CountingView> {
    return this.room.view(caller, id);
  }

  @Post('topics/:id/recount')
  @HttpCode(200)
  @RequirePermission('ballots.enter')
  @ApiIdempotent()
  @ApiOkResponse({ type: RecountView })
  recountBallots(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
  ): Promise<RecountView> {
    return this.room.recount(caller, key, id);
  }

  @Get('topics/:id/assisted')
  @RequirePermission('ballots.enter')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: AssistedPageView })
  listAssisted(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<AssistedView>> {
    return this.assisted.list(caller, id, query);
  }

  @Post('topics/:id/assisted')
  @RequirePermission('ballots.enter')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: AssistedView })
  enterAssisted(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: AssistedBody,
  ): Promise<AssistedView> {
    return this.assisted.enter(caller, key, id, body);
  }

  @Post('assisted/:id/confirm')
  @HttpCode(200)
  @RequirePermission('ballots.enter')
  @ApiIdempotent()
  @ApiOkResponse({ type: AssistedView })
  confirmAssisted(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ConfirmAssistedBody,
  ): Promise<AssistedView> {
    return this.assisted.confirm(caller, key, id, body);
  }

  @Post('assisted/:id/refuse')
  @HttpCode(200)
  @RequirePermission('ballots.enter')
  @ApiIdempotent()
  @ApiOkResponse({ type: AssistedView })
  refuseAssisted(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ReasonBody,
  ): Promise<AssistedView> {
    return this.assisted.refuse(caller, key, id, body.reason);
  }
}
