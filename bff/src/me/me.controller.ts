import { Body, Controller, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, type Caller } from '../common/auth/caller.js';
import { IdempotencyKey } from '../common/idempotency/idempotency-key.js';
import { PeopleService } from '../identity/people/people.service.js';
import { PhoneService } from '../identity/people/phone.service.js';
import { BindPhoneDto, Me, StaffContext, UpdateMeDto } from './me.dto.js';
import { MeService } from './me.service.js';

/** The caller's own account. */
@ApiTags('identity')
@Controller()
export class MeController {
  constructor(
    private readonly me: MeService,
    private readonly people: PeopleService,
    private readonly phones: PhoneService,
  ) {}

  @Get('me')
  @ApiOperation({ operationId: 'getMe' })
  @ApiOkResponse({ type: Me })
  getMe(@CurrentCaller() caller: Caller): Promise<Me> {
    return this.me.view(caller.personId);
  }

  @Patch('me')
  @ApiOperation({ operationId: 'updateMe' })
  @ApiOkResponse({ type: Me })
  async updateMe(@CurrentCaller() caller: Caller, @Body() body: UpdateMeDto): Promise<Me> {
    await this.people.updateProfile(caller.personId, body);
    return this.me.view(caller.personId);
  }

  /** WeChat's own request API has no PATCH: the mini-program sends the same change by PUT. */
  @Put('me')
  @ApiExcludeEndpoint()
  changeMe(@CurrentCaller() caller: Caller, @Body() body: UpdateMeDto): Promise<Me> {
    return this.updateMe(caller, body);
  }

  @Post('me/phone')
  @HttpCode(200)
  @ApiOperation({ operationId: 'bindPhone' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: Me })
  async bindPhone(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: BindPhoneDto,
  ): Promise<Me> {
    await this.phones.bind(caller, key, body.code);
    return this.me.view(caller.personId);
  }

  @Get('staff/context')
  @ApiOperation({ operationId: 'getStaffContext' })
  @ApiOkResponse({ type: StaffContext })
  getStaffContext(@CurrentCaller() caller: Caller): Promise<StaffContext> {
    return this.me.staffContext(caller.personId);
  }
}
