import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, type Caller } from '../../common/auth/caller.js';
import { IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import { ResidenciesService } from './residencies.service.js';
import {
  BuildingsQuery,
  ClaimResidencyDto,
  PlaceNames,
  Residencies,
  ResidencyView,
  RoomsQuery,
} from './residency.dto.js';

const KEY = { name: 'Idempotency-Key', required: true } as const;

/** Where the caller lives. */
@ApiTags('identity')
@Controller()
export class ResidencyController {
  constructor(private readonly residencies: ResidenciesService) {}

  @Get('me/residencies')
  @ApiOperation({ operationId: 'listMyResidencies' })
  @ApiOkResponse({ type: Residencies })
  async listMyResidencies(@CurrentCaller() caller: Caller): Promise<Residencies> {
    return { items: await this.residencies.listFor(caller.personId) };
  }

  @Post('me/residencies')
  @ApiOperation({ operationId: 'claimResidency' })
  @ApiHeader(KEY)
  @ApiCreatedResponse({ type: ResidencyView })
  claimResidency(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: ClaimResidencyDto,
  ): Promise<ResidencyView> {
    return this.residencies.claim(caller, key, body);
  }

  @Post('me/residencies/:id/end')
  @HttpCode(200)
  @ApiOperation({ operationId: 'endResidency' })
  @ApiHeader(KEY)
  @ApiOkResponse({ type: ResidencyView })
  endResidency(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
  ): Promise<ResidencyView> {
    return this.residencies.end(caller, key, id);
  }

  @Get('residency/buildings')
  @ApiOperation({ operationId: 'listBuildings' })
  @ApiOkResponse({ type: PlaceNames })
  async listBuildings(@Query() query: BuildingsQuery): Promise<PlaceNames> {
    return { items: await this.residencies.buildings(query.community) };
  }

  @Get('residency/rooms')
  @ApiOperation({ operationId: 'listRooms' })
  @ApiOkResponse({ type: PlaceNames })
  async listRooms(@Query() query: RoomsQuery): Promise<PlaceNames> {
    return { items: await this.residencies.rooms(query.community, query.building) };
  }
}
