import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OptionalCaller, Public, type Caller } from '../../common/auth/caller.js';
import { ShiftCardsService } from './shift-cards.service.js';
import {
  ShiftCardList,
  ShiftCardPage,
  ShiftPlacesList,
  ShiftPlacesQuery,
  TaskListQuery,
  TaskView,
} from './task.dto.js';
import { TasksService } from './tasks.service.js';

/** Tasks and their shifts as everybody sees them; with a login they also say how the reader stands to each. */
@ApiTags('volunteering')
@Controller()
export class TasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly cards: ShiftCardsService,
  ) {}

  @Get('tasks')
  @Public()
  @ApiOperation({ operationId: 'listTasks', summary: 'Shifts to take: of a community, or near a place' })
  @ApiOkResponse({ type: ShiftCardPage })
  listTasks(@OptionalCaller() caller: Caller | null, @Query() query: TaskListQuery): Promise<ShiftCardPage> {
    return this.cards.list(caller, query);
  }

  @Get('tasks/:id')
  @Public()
  @ApiOperation({ operationId: 'getTask', summary: "A task's page" })
  @ApiOkResponse({ type: TaskView })
  getTask(@OptionalCaller() caller: Caller | null, @Param('id') id: string): Promise<TaskView> {
    return this.tasks.view(caller, id);
  }

  @Get('shifts/places')
  @Public()
  @ApiOperation({ operationId: 'listShiftPlaces', summary: 'Places left at this moment' })
  @ApiOkResponse({ type: ShiftPlacesList })
  async listShiftPlaces(@Query() query: ShiftPlacesQuery): Promise<ShiftPlacesList> {
    return { items: await this.cards.places([...new Set(query.ids.split(','))]) };
  }

  @Get('shifts/:id/similar')
  @Public()
  @ApiOperation({ operationId: 'listSimilarShifts', summary: 'At most three shifts to take instead' })
  @ApiOkResponse({ type: ShiftCardList })
  async listSimilarShifts(
    @OptionalCaller() caller: Caller | null,
    @Param('id') id: string,
  ): Promise<ShiftCardList> {
    return { items: await this.cards.similar(caller, id) };
  }
}
