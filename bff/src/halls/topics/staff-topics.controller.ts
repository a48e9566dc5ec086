import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, RequirePermission, type Caller } from '../../common/auth/caller.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import { HallsService } from './halls.service.js';
import { HallsTodo } from './halls-todo.service.js';
import { HallSettingsView, HallsTodoView, StaffTopicPage, StaffTopicView } from './staff-topic.dto.js';
import { StaffTopicsService } from './staff-topics.service.js';
import { STAFF_ACTS, TopicActsService } from './topic-acts.service.js';
import { HallSettingsDto, StaffTopicsQuery, TopicActDto } from './topic-requests.dto.js';

/** Staff carry the topics of their divisions along. */
@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff')
export class StaffTopicsController {
  constructor(
    private readonly topics: StaffTopicsService,
    private readonly acts: TopicActsService,
    private readonly halls: HallsService,
    private readonly todo: HallsTodo,
  ) {}

  @Get('divisions/:code/topics')
  @RequirePermission('topics.manage')
  @ApiOperation({ operationId: 'listStaffTopics', summary: 'Topics of a division with what each allows now' })
  @ApiOkResponse({ type: StaffTopicPage })
  listStaffTopics(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Query() query: StaffTopicsQuery,
  ): Promise<StaffTopicPage> {
    return this.topics.queue(caller, code, query);
  }

  /** Any of the four permissions of the halls lets one in; the service counts what is the caller's. */
  @Get('divisions/:code/halls-todo')
  @ApiOperation({ operationId: 'getHallsTodo', summary: 'What waits for staff in the halls of a division' })
  @ApiOkResponse({ type: HallsTodoView })
  getHallsTodo(@CurrentCaller() caller: Caller, @Param('code') code: string): Promise<HallsTodoView> {
    return this.todo.of(caller, code);
  }

  @Get('divisions/:code/hall')
  @RequirePermission('topics.manage')
  @ApiOperation({ operationId: 'getHallSettings', summary: 'Settings of a hall' })
  @ApiOkResponse({ type: HallSettingsView })
  getHallSettings(@CurrentCaller() caller: Caller, @Param('code') code: string): Promise<HallSettingsView> {
    return this.halls.settings(caller, code);
  }

  @Put('divisions/:code/hall')
  @RequirePermission('topics.manage')
  @ApiIdempotent()
  @ApiOperation({ operationId: 'updateHallSettings', summary: 'How many must endorse a topic from now on' })
  @ApiOkResponse({ type: HallSettingsView })
  updateHallSettings(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('code') code: string,
    @Body() dto: HallSettingsDto,
  ): Promise<HallSettingsView> {
    return this.halls.setSettings(caller, key, code, dto);
  }

  @Get('topics/:id')
  @RequirePermission('topics.manage')
  @ApiOperation({ operationId: 'getStaffTopic', summary: 'A topic with the acts of staff' })
  @ApiOkResponse({ type: StaffTopicView })
  getStaffTopic(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<StaffTopicView> {
    return this.topics.view(caller, id);
  }

  @Post('topics/:id/acts/:act')
  @HttpCode(200)
  @RequirePermission('topics.manage')
  @ApiIdempotent()
  @ApiParam({ name: 'act', enum: STAFF_ACTS, enumName: 'StaffTopicAct' })
  @ApiOperation({ operationId: 'actOnTopic', summary: 'Carry a topic along its path' })
  @ApiOkResponse({ type: StaffTopicView })
  actOnTopic(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Param('act') act: string,
    @Body() dto: TopicActDto,
  ): Promise<StaffTopicView> {
    return this.acts.act(caller, key, id, act, dto);
  }
}
