import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, Public, type Caller } from '../../common/auth/caller.js';
import { AddressLimitGuard, AddressShare } from './address-limit.guard.js';
import { RefreshDto, Tokens } from './auth.dto.js';
import { SessionsService } from './sessions.service.js';

/** Keeping and ending a login. */
@ApiTags('identity')
@Controller('auth')
@UseGuards(AddressLimitGuard)
export class AuthController {
  constructor(private readonly sessions: SessionsService) {}

  @Post('refresh')
  @Public()
  @HttpCode(200)
  @AddressShare(20)
  @ApiOperation({ operationId: 'refresh' })
  @ApiOkResponse({ type: Tokens })
  refresh(@Body() body: RefreshDto): Promise<Tokens> {
    return this.sessions.refresh(body.refreshToken);
  }

  @Post('logout')
  @Public()
  @HttpCode(204)
  @AddressShare(20)
  @ApiOperation({ operationId: 'logout' })
  @ApiNoContentResponse()
  logout(@Body() body: RefreshDto): Promise<void> {
    return this.sessions.logout(body.refreshToken);
  }

  @Post('logout-everywhere')
  @HttpCode(204)
  @AddressShare(20)
  @ApiOperation({ operationId: 'logoutEverywhere' })
  @ApiNoContentResponse()
  logoutEverywhere(@CurrentCaller() caller: Caller): Promise<void> {
    return this.sessions.logoutEverywhere(caller.personId);
  }
}
