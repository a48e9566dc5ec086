import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentCaller, RequirePermission, type Caller } from '../../common/auth/caller.js';
import { IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import { GrantRoleDto, StaffRole, StaffRoles } from './roles.dto.js';
import { RolesService } from './roles.service.js';

/** Who does what in a division, for its administrators. */
@ApiTags('staff')
@Controller('staff')
@RequirePermission('roles.manage')
export class RolesController {
  constructor(private readonly roles: RolesService) {}

  @Get('divisions/:code/roles')
  @ApiOperation({ operationId: 'listStaffRoles' })
  @ApiOkResponse({ type: StaffRoles })
  async listStaffRoles(@CurrentCaller() caller: Caller, @Param('code') code: string): Promise<StaffRoles> {
    return { items: await this.roles.list(caller, code) };
  }

  @Post('divisions/:code/roles')
  @ApiOperation({ operationId: 'grantRole' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: StaffRole })
  grantRole(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('code') code: string,
    @Body() body: GrantRoleDto,
  ): Promise<StaffRole> {
    return this.roles.grant(caller, key, code, body);
  }

  @Post('roles/:id/revoke')
  @HttpCode(204)
  @ApiOperation({ operationId: 'revokeRole' })
  @ApiNoContentResponse()
  revokeRole(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.roles.revoke(caller, id);
  }
}
