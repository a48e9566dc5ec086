import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  CurrentCaller,
  OptionalCaller,
  Public,
  RequirePermission,
  type Caller,
} from '../../common/auth/caller.js';
import { PageQuery } from '../../common/http/requests.dto.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import type { Page } from '../../common/pagination/cursor.js';
import { ErasuresService } from './erasures.service.js';
import { RecordRoots } from './record-roots.js';
import {
  DailyRootPageView,
  ErasureBody,
  ErasureView,
  RecordPageView,
  RootsQuery,
  type DailyRootView,
} from './record.dto.js';
import { RecordService } from './record.service.js';

/** What was done with a topic, for everybody to read and to prove. */
@ApiTags('record')
@ApiBearerAuth()
@Controller()
export class RecordController {
  constructor(
    private readonly records: RecordService,
    private readonly roots: RecordRoots,
    private readonly erasures: ErasuresService,
  ) {}

  @Public()
  @Get('topics/:id/record')
  @ApiOperation({ operationId: 'getTopicRecord', summary: 'The record of a topic, newest first' })
  @ApiOkResponse({ type: RecordPageView })
  getTopicRecord(
    @OptionalCaller() caller: Caller | null,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<RecordPageView> {
    return this.records.page(caller, id, query);
  }

  @Public()
  @Get('topics/:id/record.ndjson')
  @ApiProduces('application/x-ndjson')
  @ApiOperation({ operationId: 'exportTopicRecord', summary: 'The record as a file that anyone can prove' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async exportTopicRecord(
    @OptionalCaller() caller: Caller | null,
    @Param('id') id: string,
  ): Promise<StreamableFile> {
    const pieces = await this.records.export(caller, id);
    return new StreamableFile(Readable.from(pieces, { objectMode: false }), {
      type: 'application/x-ndjson; charset=utf-8',
      disposition: `attachment; filename="jiefang-record-${id}.ndjson"`,
    });
  }

  @Public()
  @Get('records/roots')
  @ApiOperation({ operationId: 'listRecordRoots', summary: 'The daily roots over all records, latest first' })
  @ApiOkResponse({ type: DailyRootPageView })
  listRecordRoots(@Query() query: RootsQuery): Promise<Page<DailyRootView>> {
    return this.roots.list(query.cursor);
  }

  @Post('staff/topics/:id/erasures')
  @HttpCode(200)
  @RequirePermission('records.erase')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'eraseFromRecord', summary: 'Deletes a text by law; the record still proves' })
  @ApiOkResponse({ type: ErasureView })
  eraseFromRecord(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ErasureBody,
  ): Promise<ErasureView> {
    return this.erasures.erase(caller, key, id, body);
  }
}
