import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, type Caller } from '../../common/auth/caller.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import { HallRolesService } from './hall-roles.service.js';
import { HallRolesView } from './roll-views.js';
import { GrantHallRoleBody, RemoveHallRoleBody } from './rolls.dto.js';

/** Who speaks as what in a community. Any of two permissions opens these routes; the service proves which. */
@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff/divisions/:code/hall-roles')
export class HallRolesController {
  constructor(private readonly roles: HallRolesService) {}

  @Get()
  @ApiOkResponse({ type: HallRolesView })
  listHallRoles(@CurrentCaller() caller: Caller, @Param('code') code: string): Promise<HallRolesView> {
    return this.roles.list(caller, code);
  }

  @Post()
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: HallRolesView })
  grantHallRole(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('code') code: string,
    @Body() body: GrantHallRoleBody,
  ): Promise<HallRolesView> {
    return this.roles.grant(caller, key, code, body);
  }

  @Post('remove')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: HallRolesView })
  removeHallRole(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('code') code: string,
    @Body() body: RemoveHallRoleBody,
  ): Promise<HallRolesView> {
    return this.roles.remove(caller, key, code, body);
  }
}
