import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../common/auth/caller.js';
import { ChildrenQuery, DivisionDto, DivisionList, SearchQuery } from './divisions.dto.js';
import { DivisionsService } from './divisions.service.js';

/** Provinces down to grids, for choosing one's community. Open to visitors. */
@ApiTags('divisions')
@Controller('divisions')
@Public()
export class DivisionsController {
  constructor(private readonly divisions: DivisionsService) {}

  @Get()
  @ApiOperation({ operationId: 'listDivisions' })
  @ApiOkResponse({ type: DivisionList })
  async list(@Query() query: ChildrenQuery): Promise<DivisionList> {
    return { items: await this.divisions.children(query.parent === 'none' ? null : query.parent) };
  }

  @Get('search')
  @ApiOperation({ operationId: 'searchDivisions' })
  @ApiOkResponse({ type: DivisionList })
  async search(@Query() query: SearchQuery): Promise<DivisionList> {
    return { items: await this.divisions.search(query.q, query.level ?? null) };
  }

  @Get(':code')
  @ApiOperation({ operationId: 'getDivision' })
  @ApiOkResponse({ type: DivisionDto })
  get(@Param('code') code: string): Promise<DivisionDto> {
    return this.divisions.view(code);
  }
}
