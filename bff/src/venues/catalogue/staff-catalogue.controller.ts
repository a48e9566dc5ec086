import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentCaller, RequirePermission, type Caller } from '../../common/auth/caller.js';
import { IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import { CentreEditingService } from './centre-editing.service.js';
import { CreateCentreDto, StaffCentreView, UpdateCentreDto } from './staff-centre.dto.js';
import { CreateVenueDto, StaffVenueView, UpdateVenueDto } from './staff-venue.dto.js';
import { VenueEditingService } from './venue-editing.service.js';

/** Staff edit the centres and venues of their divisions. */
@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff')
export class StaffCatalogueController {
  constructor(
    private readonly centres: CentreEditingService,
    private readonly venues: VenueEditingService,
  ) {}

  @Get('centres/:id')
  @RequirePermission('venues.manage')
  @ApiOperation({ operationId: 'getStaffCentre', summary: 'A centre with the version to edit' })
  @ApiOkResponse({ type: StaffCentreView })
  getStaffCentre(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<StaffCentreView> {
    return this.centres.view(caller, id);
  }

  @Post('divisions/:code/centres')
  @RequirePermission('venues.manage')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ operationId: 'createCentre', summary: 'A new centre in a division' })
  @ApiCreatedResponse({ type: StaffCentreView })
  createCentre(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('code') code: string,
    @Body() dto: CreateCentreDto,
  ): Promise<StaffCentreView> {
    return this.centres.create(caller, key, code, dto);
  }

  @Put('centres/:id')
  @RequirePermission('venues.manage')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({
    operationId: 'updateCentre',
    summary: 'Edit a centre; shorter hours name the bookings left outside',
  })
  @ApiOkResponse({ type: StaffCentreView })
  updateCentre(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() dto: UpdateCentreDto,
  ): Promise<StaffCentreView> {
    return this.centres.update(caller, key, id, dto);
  }

  @Get('venues/:id')
  @RequirePermission('venues.manage')
  @ApiOperation({
    operationId: 'getStaffVenue',
    summary: 'A venue with its own hours and the version to edit',
  })
  @ApiOkResponse({ type: StaffVenueView })
  getStaffVenue(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<StaffVenueView> {
    return this.venues.view(caller, id);
  }

  @Post('centres/:id/venues')
  @RequirePermission('venues.manage')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ operationId: 'createVenue', summary: 'A new venue in a centre' })
  @ApiCreatedResponse({ type: StaffVenueView })
  createVenue(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() dto: CreateVenueDto,
  ): Promise<StaffVenueView> {
    return this.venues.create(caller, key, id, dto);
  }

  @Put('venues/:id')
  @RequirePermission('venues.manage')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ operationId: 'updateVenue', summary: 'Edit a venue, its policy and hours' })
  @ApiOkResponse({ type: StaffVenueView })
  updateVenue(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() dto: UpdateVenueDto,
  ): Promise<StaffVenueView> {
    return this.venues.update(caller, key, id, dto);
  }
}
