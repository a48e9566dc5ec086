import { Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, Public, type Caller } from '../../common/auth/caller.js';
import { AddressLimitGuard, AddressShare } from '../sessions/address-limit.guard.js';
import { DemoLoginService } from './demo-login.service.js';
import { DemoCode, DemoPeople } from './demo.dto.js';

/** Picking a person in a demo. Where no demo runs, nothing is found here. */
@ApiTags('demo')
@Controller('auth/demo')
@UseGuards(AddressLimitGuard)
export class DemoController {
  constructor(private readonly demo: DemoLoginService) {}

  @Get('people')
  @Public()
  @AddressShare(20)
  @ApiOperation({ operationId: 'listDemoPeople' })
  @ApiOkResponse({ type: DemoPeople })
  listDemoPeople(): DemoPeople {
    return { items: this.demo.list() };
  }

  @Post('people/:key/code')
  @Public()
  @HttpCode(200)
  @ApiOperation({ operationId: 'issueDemoLoginCode' })
  @ApiOkResponse({ type: DemoCode })
  async issueDemoLoginCode(@Param('key') key: string): Promise<DemoCode> {
    return { code: await this.demo.loginCode(key) };
  }

  @Post('phone-code')
  @HttpCode(200)
  @ApiOperation({ operationId: 'issueDemoPhoneCode' })
  @ApiOkResponse({ type: DemoCode })
  async issueDemoPhoneCode(@CurrentCaller() caller: Caller): Promise<DemoCode> {
    return { code: await this.demo.phoneCode(caller.personId) };
  }
}
