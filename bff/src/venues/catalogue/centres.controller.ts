import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../common/auth/caller.js';
import { CentreListQuery, CentrePageView, CentreView } from './centre.dto.js';
import { CentresService } from './centres.service.js';

/** Centres as everybody sees them. */
@ApiTags('centres')
@Controller('centres')
export class CentresController {
  constructor(private readonly centres: CentresService) {}

  @Get()
  @Public()
  @ApiOperation({ operationId: 'listCentres', summary: 'Centres of a community, near a point, or by name' })
  @ApiOkResponse({ type: CentrePageView })
  listCentres(@Query() query: CentreListQuery): Promise<CentrePageView> {
    return this.centres.list(query);
  }

  @Get(':id')
  @Public()
  @ApiOperation({ operationId: 'getCentre', summary: "A centre's page" })
  @ApiOkResponse({ type: CentreView })
  getCentre(@Param('id') id: string): Promise<CentreView> {
    return this.centres.view(id);
  }
}
