import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentCaller, RequirePermission, type Caller } from '../../common/auth/caller.js';
import { PageQuery } from '../../common/http/requests.dto.js';
import { readUpload, TakesUpload } from '../../common/http/upload.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import type { Page } from '../../common/pagination/cursor.js';
import { OwnersImportsService } from './owners-imports.service.js';
import { NewOwnersImportView, OwnersImportPageView, type OwnersImportView } from './roll-views.js';

/** Lists of owners that staff import, for votes by heads and areas. */
@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff/divisions/:code/owners-imports')
export class OwnersImportsController {
  constructor(private readonly imports: OwnersImportsService) {}

  @Get()
  @RequirePermission('topics.manage')
  @ApiOkResponse({ type: OwnersImportPageView })
  listOwnersImports(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Query() query: PageQuery,
  ): Promise<Page<OwnersImportView>> {
    return this.imports.list(caller, code, query);
  }

  @Post()
  @RequirePermission('topics.manage')
  @TakesUpload()
  @ApiIdempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary', description: 'CSV in UTF-8, at most 10 MB' } },
    },
  })
  @ApiCreatedResponse({ type: NewOwnersImportView })
  async importOwners(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('code') code: string,
    @Req() request: FastifyRequest,
  ): Promise<NewOwnersImportView> {
    await this.imports.requireMay(caller, code);
    return this.imports.import(caller, key, code, await readUpload(request, 'ATTACHMENT_TOO_LARGE'));
  }
}
