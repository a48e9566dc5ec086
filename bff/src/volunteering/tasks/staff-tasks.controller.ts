import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, RequirePermission, type Caller } from '../../common/auth/caller.js';
import { EmptyBody, ReasonBody } from '../../common/http/requests.dto.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import {
  CopyTaskDto,
  RepeatTaskDto,
  StaffTaskPage,
  StaffTasksQuery,
  StaffTaskView,
  TaskForm,
  UpdateTaskForm,
} from './staff-task.dto.js';
import { TaskActsService } from './task-acts.service.js';
import { TaskEditingService } from './task-editing.service.js';

/** Staff publish the tasks of their divisions. */
@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff')
export class StaffTasksController {
  constructor(
    private readonly editing: TaskEditingService,
    private readonly acts: TaskActsService,
  ) {}

  @Get('divisions/:code/tasks')
  @RequirePermission('tasks.manage')
  @ApiOperation({ operationId: 'listStaffTasks', summary: 'Tasks of a division, newest first' })
  @ApiOkResponse({ type: StaffTaskPage })
  listStaffTasks(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Query() query: StaffTasksQuery,
  ): Promise<StaffTaskPage> {
    return this.acts.list(caller, code, query);
  }

  @Post('divisions/:code/tasks')
  @RequirePermission('tasks.manage')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'createTask', summary: 'A new draft' })
  @ApiCreatedResponse({ type: StaffTaskView })
  createTask(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('code') code: string,
    @Body() form: TaskForm,
  ): Promise<StaffTaskView> {
    return this.editing.create(caller, key, code, form);
  }

  @Get('tasks/:id')
  @RequirePermission('tasks.manage')
  @ApiOperation({ operationId: 'getStaffTask', summary: 'A task with the version to edit' })
  @ApiOkResponse({ type: StaffTaskView })
  getStaffTask(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<StaffTaskView> {
    return this.editing.view(caller, id);
  }

  @Put('tasks/:id')
  @RequirePermission('tasks.manage')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'updateTask', summary: 'Edit a task and its shifts; who has claimed is told' })
  @ApiOkResponse({ type: StaffTaskView })
  updateTask(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() form: UpdateTaskForm,
  ): Promise<StaffTaskView> {
    return this.editing.update(caller, key, id, form);
  }

  @Post('tasks/:id/publish')
  @HttpCode(200)
  @RequirePermission('tasks.manage')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'publishTask', summary: 'Publish a draft; an emergency calls its roster' })
  @ApiOkResponse({ type: StaffTaskView })
  publishTask(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
  ): Promise<StaffTaskView> {
    return this.acts.publish(caller, key, id);
  }

  @Post('tasks/:id/cancel')
  @HttpCode(200)
  @RequirePermission('tasks.manage')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'cancelTask', summary: 'Cancel a task; who holds a place or waits is told' })
  @ApiOkResponse({ type: StaffTaskView })
  cancelTask(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() dto: ReasonBody,
  ): Promise<StaffTaskView> {
    return this.acts.cancel(caller, key, id, dto.reason);
  }

  @Post('tasks/:id/copy')
  @RequirePermission('tasks.manage')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'copyTask', summary: 'A new draft like this task, some days later' })
  @ApiCreatedResponse({ type: StaffTaskView })
  copyTask(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() dto: CopyTaskDto,
  ): Promise<StaffTaskView> {
    return this.acts.copy(caller, key, id, dto.days);
  }

  @Post('tasks/:id/repeat')
  @HttpCode(200)
  @RequirePermission('tasks.manage')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'repeatTask', summary: "The last week's shifts again in the coming weeks" })
  @ApiOkResponse({ type: StaffTaskView })
  repeatTask(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() dto: RepeatTaskDto,
  ): Promise<StaffTaskView> {
    return this.acts.repeat(caller, key, id, dto.weeks);
  }

  @Post('shifts/:id/cancel')
  @HttpCode(200)
  @RequirePermission('tasks.manage')
  @ApiIdempotent()
  @ApiOperation({
    operationId: 'cancelShift',
    summary: 'Cancel one shift; who holds a place or waits is told',
  })
  @ApiOkResponse({ type: StaffTaskView })
  cancelShift(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() dto: ReasonBody,
  ): Promise<StaffTaskView> {
    return this.acts.cancelShift(caller, key, id, dto.reason);
  }
}
