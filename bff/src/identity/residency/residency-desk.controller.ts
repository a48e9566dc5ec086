import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, RequirePermission, type Caller } from '../../common/auth/caller.js';
import { IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import { ResidencyDeskService } from './residency-desk.service.js';
import {
  DecideResidencyDto,
  ResidencyQueueQuery,
  StaffResidencies,
  StaffResidency,
  Unmasked,
  UnmaskDto,
} from './residency.dto.js';

const KEY = { name: 'Idempotency-Key', required: true } as const;

/** Deciding claims to households, within the caller's division. */
@ApiTags('staff')
@Controller('staff')
@RequirePermission('residency.decide')
export class ResidencyDeskController {
  constructor(private readonly desk: ResidencyDeskService) {}

  @Get('divisions/:code/residencies')
  @ApiOperation({ operationId: 'listStaffResidencies' })
  @ApiOkResponse({ type: StaffResidencies })
  listStaffResidencies(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Query() query: ResidencyQueueQuery,
  ): Promise<StaffResidencies> {
    return this.desk.list(caller, code, query);
  }

  @Post('residencies/:id/approve')
  @HttpCode(200)
  @ApiOperation({ operationId: 'approveResidency' })
  @ApiHeader(KEY)
  @ApiOkResponse({ type: StaffResidency })
  approveResidency(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: DecideResidencyDto,
  ): Promise<StaffResidency> {
    return this.desk.approve(caller, key, id, body.reason);
  }

  @Post('residencies/:id/reject')
  @HttpCode(200)
  @ApiOperation({ operationId: 'rejectResidency' })
  @ApiHeader(KEY)
  @ApiOkResponse({ type: StaffResidency })
  rejectResidency(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: DecideResidencyDto,
  ): Promise<StaffResidency> {
    return this.desk.reject(caller, key, id, body.reason);
  }

  @Post('residencies/:id/unmask')
  @HttpCode(200)
  @ApiOperation({ operationId: 'unmaskResidency' })
  @ApiOkResponse({ type: Unmasked })
  unmaskResidency(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: UnmaskDto,
  ): Promise<Unmasked> {
    return this.desk.unmask(caller, id, body.purpose);
  }
}
