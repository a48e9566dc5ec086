import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, RequirePermission, type Caller } from '../../common/auth/caller.js';
import { ReasonBody } from '../../common/http/requests.dto.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import { GuardianConsentDto } from './guardian.dto.js';
import {
  CreateUnitDto,
  PauseVolunteerDto,
  RecordTrainingDto,
  StaffUnitList,
  StaffUnitView,
  StaffVolunteerPage,
  StaffVolunteersQuery,
  StaffVolunteerView,
} from './staff-volunteer.dto.js';
import { StaffVolunteersService } from './staff-volunteers.service.js';
import { UnitsService } from './units.service.js';

/** Staff look after the volunteers and units of their divisions. */
@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff')
export class StaffVolunteersController {
  constructor(
    private readonly volunteers: StaffVolunteersService,
    private readonly units: UnitsService,
  ) {}

  @Get('divisions/:code/volunteers')
  @RequirePermission('volunteers.manage')
  @ApiOperation({
    operationId: 'listVolunteers',
    summary: 'Volunteers of a division, or one by number or phone',
  })
  @ApiOkResponse({ type: StaffVolunteerPage })
  listVolunteers(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Query() query: StaffVolunteersQuery,
  ): Promise<StaffVolunteerPage> {
    return this.volunteers.list(caller, code, query);
  }

  @Post('volunteers/:personId/trainings')
  @HttpCode(200)
  @RequirePermission('volunteers.manage')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'recordTraining' })
  @ApiOkResponse({ type: StaffVolunteerView })
  recordTraining(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('personId') personId: string,
    @Body() dto: RecordTrainingDto,
  ): Promise<StaffVolunteerView> {
    return this.volunteers.recordTraining(caller, key, personId, dto);
  }

  @Post('volunteers/:personId/pauses')
  @HttpCode(200)
  @RequirePermission('volunteers.manage')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'pauseVolunteer' })
  @ApiOkResponse({ type: StaffVolunteerView })
  pauseVolunteer(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('personId') personId: string,
    @Body() dto: PauseVolunteerDto,
  ): Promise<StaffVolunteerView> {
    return this.volunteers.pause(caller, key, personId, dto);
  }

  @Post('volunteer-pauses/:id/lift')
  @HttpCode(200)
  @RequirePermission('volunteers.manage')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'liftVolunteerPause' })
  @ApiOkResponse({ type: StaffVolunteerView })
  liftVolunteerPause(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() dto: ReasonBody,
  ): Promise<StaffVolunteerView> {
    return this.volunteers.liftPause(caller, key, id, dto.reason);
  }

  @Post('volunteers/:personId/guardian-consent')
  @HttpCode(200)
  @RequirePermission('volunteers.manage')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'recordGuardianConsent', summary: 'What a guardian agreed to in person' })
  @ApiOkResponse({ type: StaffVolunteerView })
  recordGuardianConsent(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('personId') personId: string,
    @Body() dto: GuardianConsentDto,
  ): Promise<StaffVolunteerView> {
    return this.volunteers.recordGuardian(caller, key, personId, dto);
  }

  @Get('divisions/:code/units')
  @RequirePermission('volunteers.manage')
  @ApiOperation({ operationId: 'listStaffUnits' })
  @ApiOkResponse({ type: StaffUnitList })
  async listStaffUnits(@CurrentCaller() caller: Caller, @Param('code') code: string): Promise<StaffUnitList> {
    return { items: await this.units.list(caller, code) };
  }

  @Post('divisions/:code/units')
  @RequirePermission('volunteers.manage')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'createUnit' })
  @ApiCreatedResponse({ type: StaffUnitView })
  createUnit(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('code') code: string,
    @Body() dto: CreateUnitDto,
  ): Promise<StaffUnitView> {
    return this.units.create(caller, key, code, dto);
  }
}
