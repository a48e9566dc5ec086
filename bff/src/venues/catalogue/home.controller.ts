import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OptionalCaller, Public, type Caller } from '../../common/auth/caller.js';
import { HomeQuery, HomeView } from './home.dto.js';
import { HomeService } from './home.service.js';

/** The first page, for visitors too. */
@ApiTags('home')
@Controller('home')
export class HomeController {
  constructor(private readonly home: HomeService) {}

  @Get()
  @Public()
  @ApiOperation({
    operationId: 'getHome',
    summary: 'What is free today in a community, and what the reader has next',
  })
  @ApiOkResponse({ type: HomeView })
  getHome(@Query() query: HomeQuery, @OptionalCaller() caller: Caller | null): Promise<HomeView> {
    return this.home.view(query.community, caller);
  }
}
