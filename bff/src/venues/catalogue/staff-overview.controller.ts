import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, RequirePermission, type Caller } from '../../common/auth/caller.js';
import { ClosurePreviewView, ListedClosuresView, PreviewClosureDto, TodoView } from './staff-overview.dto.js';
import { StaffOverviewService } from './staff-overview.service.js';

/** What staff look at before they act. */
@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff')
export class StaffOverviewController {
  constructor(private readonly overview: StaffOverviewService) {}

  // Any of two permissions opens this page; the service proves which queues may be counted.
  @Get('divisions/:code/todo')
  @ApiOperation({ operationId: 'getTodo', summary: 'What waits for a decision in a division' })
  @ApiOkResponse({ type: TodoView })
  getTodo(@CurrentCaller() caller: Caller, @Param('code') code: string): Promise<TodoView> {
    return this.overview.todo(caller, code);
  }

  @Get('centres/:id/closures')
  @RequirePermission('venues.manage')
  @ApiOperation({ operationId: 'listClosures', summary: 'Closures of a centre that are not over' })
  @ApiOkResponse({ type: ListedClosuresView })
  listClosures(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<ListedClosuresView> {
    return this.overview.closures(caller, id);
  }

  @Post('centres/:id/closures/preview')
  @HttpCode(200)
  @RequirePermission('venues.manage')
  @ApiOperation({ operationId: 'previewClosure', summary: 'The bookings that a closure would cancel' })
  @ApiOkResponse({ type: ClosurePreviewView })
  previewClosure(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() dto: PreviewClosureDto,
  ): Promise<ClosurePreviewView> {
    return this.overview.previewClosure(caller, id, dto);
  }
}
