import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentCaller, OptionalCaller, Public, type Caller } from '../../common/auth/caller.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import type { Page } from '../../common/pagination/cursor.js';
import { sendFile, type FileType } from './downloads.js';
import {
  DownloadQuery,
  MyHoursQuery,
  ObjectBody,
  PublicationQuery,
  YearFileQuery,
  YearQuery,
} from './hours.dto.js';
import { HoursService } from './hours.service.js';
import {
  HoursItemDetailView,
  MyHoursView,
  PublishedHoursPageView,
  type PublishedHoursView,
} from './hours-views.js';
import { ObjectionsService, ObjectionView } from './objections.service.js';
import { DownloadLinkView, StatementView } from './statement-views.js';
import { StatementsService } from './statements.service.js';

/** Hours as volunteers and the public meet them. */
@ApiTags('hours')
@ApiBearerAuth()
@Controller()
export class HoursController {
  constructor(
    private readonly hours: HoursService,
    private readonly statements: StatementsService,
    private readonly objections: ObjectionsService,
  ) {}

  @Get('me/hours')
  @ApiOperation({ operationId: 'listMyHours', summary: 'Balance, stars and items of the caller' })
  @ApiOkResponse({ type: MyHoursView })
  listMyHours(@CurrentCaller() caller: Caller, @Query() query: MyHoursQuery): Promise<MyHoursView> {
    return this.hours.mine(caller.personId, query);
  }

  @Get('me/hours/statement')
  @ApiOperation({ operationId: 'getMyStatement', summary: 'Recorded hours of a year' })
  @ApiOkResponse({ type: StatementView })
  getMyStatement(@CurrentCaller() caller: Caller, @Query() query: YearQuery): Promise<StatementView> {
    return this.statements.mine(caller.personId, query.year);
  }

  @Get('me/hours/statement-link')
  @ApiOperation({ operationId: 'getMyStatementLink', summary: 'A link to the statement as a file' })
  @ApiOkResponse({ type: DownloadLinkView })
  getMyStatementLink(@CurrentCaller() caller: Caller, @Query() query: YearFileQuery): DownloadLinkView {
    return this.statements.mineLink(caller.personId, query.year, query.format);
  }

  @Get('me/hours/:id')
  @ApiOperation({ operationId: 'getMyHoursItem', summary: 'One item with its history' })
  @ApiOkResponse({ type: HoursItemDetailView })
  getMyHoursItem(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<HoursItemDetailView> {
    return this.hours.item(caller.personId, id);
  }

  @Public()
  @Get('hours/publication')
  @ApiOperation({ operationId: 'listPublishedHours', summary: 'Hours being publicised in a community' })
  @ApiOkResponse({ type: PublishedHoursPageView })
  listPublishedHours(
    @OptionalCaller() caller: Caller | null,
    @Query() query: PublicationQuery,
  ): Promise<Page<PublishedHoursView>> {
    return this.hours.published(caller?.personId ?? null, query.community, query);
  }

  @Post('hours/:id/objections')
  @HttpCode(201)
  @ApiIdempotent()
  @ApiOperation({ operationId: 'objectToHours', summary: 'Objects to publicised hours' })
  @ApiCreatedResponse({ type: ObjectionView })
  objectToHours(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ObjectBody,
  ): Promise<ObjectionView> {
    return this.objections.object(caller, key, id, body.text);
  }

  @Public()
  @Get('hours/statement.pdf')
  @ApiOperation({ operationId: 'downloadStatementPdf', summary: 'The file behind a statement link' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  downloadStatementPdf(
    @Query() query: DownloadQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return this.download(query.token, 'pdf', reply);
  }

  @Public()
  @Get('hours/statement.xlsx')
  @ApiOperation({ operationId: 'downloadStatementXlsx', summary: 'The workbook behind a statement link' })
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  downloadStatementXlsx(
    @Query() query: DownloadQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return this.download(query.token, 'xlsx', reply);
  }

  private async download(token: string, type: FileType, reply: FastifyReply): Promise<Buffer> {
    const { content, name } = await this.statements.file(token, type);
    return sendFile(reply, type, name, content);
  }
}
