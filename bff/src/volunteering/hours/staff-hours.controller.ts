import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, RequirePermission, type Caller } from '../../common/auth/caller.js';
import { PageQuery } from '../../common/http/requests.dto.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import type { Page } from '../../common/pagination/cursor.js';
import {
  AdjustBody,
  AnswerObjectionBody,
  DivisionYearFileQuery,
  DivisionYearQuery,
  ReverseBody,
  StaffHoursQuery,
  StarsBody,
} from './hours.dto.js';
import { HoursDeskService } from './hours-desk.service.js';
import { HoursItemView, StaffHoursPageView, type StaffHoursItemView } from './hours-views.js';
import {
  ObjectionsService,
  ObjectionView,
  StaffObjectionPageView,
  type StaffObjectionView,
} from './objections.service.js';
import { Stars } from './stars.js';
import { DivisionStatementView, DownloadLinkView } from './statement-views.js';
import { StatementsService } from './statements.service.js';
import { VolunteeringTodo, VolunteeringTodoView } from './volunteering-todo.service.js';

export class StarTableView {
  @ApiProperty({ type: [Number], description: 'hours of each star, ascending' }) hours: number[];
}

/** What staff do with hours of their division. */
@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff')
export class StaffHoursController {
  constructor(
    private readonly desk: HoursDeskService,
    private readonly objections: ObjectionsService,
    private readonly statements: StatementsService,
    private readonly stars: Stars,
    private readonly todo: VolunteeringTodo,
  ) {}

  // Any of two permissions opens this page; the service proves which queues may be counted.
  @Get('divisions/:code/volunteering-todo')
  @ApiOperation({ operationId: 'getVolunteeringTodo', summary: 'What waits in volunteering' })
  @ApiOkResponse({ type: VolunteeringTodoView })
  getVolunteeringTodo(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
  ): Promise<VolunteeringTodoView> {
    return this.todo.of(caller, code);
  }

  @Get('divisions/:code/hours')
  @RequirePermission('hours.manage')
  @ApiOperation({ operationId: 'listDivisionHours', summary: 'Items of hours, latest day first' })
  @ApiOkResponse({ type: StaffHoursPageView })
  listDivisionHours(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Query() query: StaffHoursQuery,
  ): Promise<Page<StaffHoursItemView>> {
    return this.desk.list(caller, code, query);
  }

  @Post('hours/:id/reverse')
  @HttpCode(200)
  @RequirePermission('hours.manage')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'reverseHours', summary: 'Takes an item back, naming who and why' })
  @ApiOkResponse({ type: HoursItemView })
  reverseHours(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ReverseBody,
  ): Promise<HoursItemView> {
    return this.desk.reverse(caller, key, id, body.reason);
  }

  @Post('hours/:id/adjust')
  @HttpCode(200)
  @RequirePermission('hours.manage')
  @ApiIdempotent()
  @ApiOperation({
    operationId: 'adjustHours',
    summary: 'Adds or takes minutes of a service as an item of its own',
  })
  @ApiOkResponse({ type: HoursItemView, description: 'the adjustment' })
  adjustHours(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: AdjustBody,
  ): Promise<HoursItemView> {
    return this.desk.adjust(caller, key, id, body);
  }

  @Get('divisions/:code/objections')
  @RequirePermission('hours.manage')
  @ApiOperation({ operationId: 'listHoursObjections', summary: 'Open objections, oldest first' })
  @ApiOkResponse({ type: StaffObjectionPageView })
  listHoursObjections(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Query() query: PageQuery,
  ): Promise<Page<StaffObjectionView>> {
    return this.objections.queue(caller, code, query);
  }

  @Post('objections/:id/answer')
  @HttpCode(200)
  @RequirePermission('hours.manage')
  @ApiIdempotent()
  @ApiOperation({
    operationId: 'answerHoursObjection',
    summary: 'Answers an objection; upheld reverses the item',
  })
  @ApiOkResponse({ type: ObjectionView })
  answerHoursObjection(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: AnswerObjectionBody,
  ): Promise<ObjectionView> {
    return this.objections.answer(caller, key, id, body);
  }

  @Get('divisions/:code/statements')
  @RequirePermission('hours.manage')
  @ApiOperation({ operationId: 'getDivisionStatement', summary: 'Recorded hours of a year' })
  @ApiOkResponse({ type: DivisionStatementView })
  getDivisionStatement(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Query() query: DivisionYearQuery,
  ): Promise<DivisionStatementView> {
    return this.statements.ofDivision(caller, code, query.year, query.unit);
  }

  @Get('divisions/:code/statement-link')
  @RequirePermission('hours.manage')
  @ApiOperation({ operationId: 'getDivisionStatementLink', summary: 'A link to the statement as a file' })
  @ApiOkResponse({ type: DownloadLinkView })
  getDivisionStatementLink(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Query() query: DivisionYearFileQuery,
  ): Promise<DownloadLinkView> {
    return this.statements.divisionLink(caller, code, query);
  }

  @Get('divisions/:code/stars')
  @RequirePermission('hours.manage')
  @ApiOperation({ operationId: 'getStars', summary: 'The star table that holds in a division' })
  @ApiOkResponse({ type: StarTableView })
  getStars(@CurrentCaller() caller: Caller, @Param('code') code: string): Promise<StarTableView> {
    return this.stars.show(caller, code);
  }

  // Saving the same table twice changes nothing, so this write needs no key.
  @Put('divisions/:code/stars')
  @RequirePermission('roles.manage')
  @ApiOperation({ operationId: 'saveStars', summary: 'Replaces the star table of a city or district' })
  @ApiOkResponse({ type: StarTableView })
  saveStars(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Body() body: StarsBody,
  ): Promise<StarTableView> {
    return this.stars.save(caller, code, body.hours);
  }
}
