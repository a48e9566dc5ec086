import { Body, Controller, Headers, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../common/auth/caller.js';
import { AddressLimitGuard } from '../identity/sessions/address-limit.guard.js';
import { LoginDto } from '../identity/sessions/auth.dto.js';
import { SessionsService } from '../identity/sessions/sessions.service.js';
import { LoginAnswer } from './me.dto.js';
import { MeService } from './me.service.js';

/** Logging in by WeChat. It stands here because its answer shows the person as `/me` does. */
@ApiTags('identity')
@Controller('auth/login')
@UseGuards(AddressLimitGuard)
export class LoginController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly me: MeService,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  @ApiOperation({ operationId: 'login' })
  @ApiOkResponse({ type: LoginAnswer })
  async login(
    @Body() body: LoginDto,
    @Headers('user-agent') userAgent: string | undefined,
  ): Promise<LoginAnswer> {
    const { personId, ...tokens } = await this.sessions.login(body.code, userAgent ?? '');
    return { ...tokens, person: await this.me.view(personId) };
  }
}
