import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OptionalCaller, Public, type Caller } from '../../common/auth/caller.js';
import { DayStripQuery, DaySummaryListView, VenueDayView, VenueView } from './venue.dto.js';
import { VenuesService } from './venues.service.js';

/** Venues as everybody sees them; with a login also whether and how often the reader may book. */
@ApiTags('venues')
@Controller('venues')
export class VenuesController {
  constructor(private readonly venues: VenuesService) {}

  @Get(':id')
  @Public()
  @ApiOperation({ operationId: 'getVenue', summary: "A venue's page" })
  @ApiOkResponse({ type: VenueView })
  getVenue(@Param('id') id: string, @OptionalCaller() caller: Caller | null): Promise<VenueView> {
    return this.venues.view(id, caller);
  }

  @Get(':id/days')
  @Public()
  @ApiOperation({ operationId: 'listVenueDays', summary: 'How full each of the coming days is' })
  @ApiOkResponse({ type: DaySummaryListView })
  listVenueDays(@Param('id') id: string, @Query() query: DayStripQuery): Promise<DaySummaryListView> {
    return this.venues.days(id, query);
  }

  @Get(':id/days/:date')
  @Public()
  @ApiOperation({ operationId: 'getVenueDay', summary: 'The unit grid of one day' })
  @ApiOkResponse({ type: VenueDayView })
  getVenueDay(
    @Param('id') id: string,
    @Param('date') date: string,
    @OptionalCaller() caller: Caller | null,
  ): Promise<VenueDayView> {
    return this.venues.day(id, date, caller);
  }
}
