import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, type Caller } from '../../common/auth/caller.js';
import { PageQuery } from '../../common/http/requests.dto.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import { ReportBody, ReportReceivedView } from '../reports/report.dto.js';
import { Reports } from '../reports/reports.service.js';
import { CaseAppealBody, MyCasePageView, MyCaseView } from './case.dto.js';
import { MyCases } from './my-cases.service.js';

/** Reporting a text, and what becomes of one's own. */
@ApiTags('halls')
@ApiBearerAuth()
@Controller()
export class CasesController {
  constructor(
    private readonly reports: Reports,
    private readonly mine: MyCases,
  ) {}

  @Post('reports')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOperation({ operationId: 'report', summary: 'Report a text to the moderators' })
  @ApiOkResponse({ type: ReportReceivedView })
  report(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: ReportBody,
  ): Promise<ReportReceivedView> {
    return this.reports.report(caller, key, body);
  }

  @Get('me/cases')
  @ApiOperation({ operationId: 'listMyCases', summary: 'Own texts that wait for a person or were hidden' })
  @ApiOkResponse({ type: MyCasePageView })
  listMyCases(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<MyCasePageView> {
    return this.mine.list(caller, query);
  }

  @Post('cases/:id/appeal')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOperation({ operationId: 'appealCase', summary: 'Ask another person to judge, once, within 15 days' })
  @ApiOkResponse({ type: MyCaseView })
  appealCase(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: CaseAppealBody,
  ): Promise<MyCaseView> {
    return this.mine.appeal(caller, key, id, body.text);
  }
}
