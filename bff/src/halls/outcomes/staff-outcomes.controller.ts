import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, RequirePermission, type Caller } from '../../common/auth/caller.js';
import { PageQuery, ReasonBody } from '../../common/http/requests.dto.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import type { Page } from '../../common/pagination/cursor.js';
import { FollowUpDeskService } from './follow-up-desk.service.js';
import { FollowUpsService } from './follow-ups.service.js';
import {
  FollowUpView,
  PromisePageView,
  StaffTopicObjectionPageView,
  StaffTopicObjectionView,
  type PromiseView,
} from './outcome-views.js';
import { AnswerTopicObjectionBody, FollowUpBody, ProgressBody, PromisesQuery } from './outcomes.dto.js';
import { TopicObjectionsService } from './topic-objections.service.js';

/** What staff do after a decision: answer objections, keep promises. */
@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff')
export class StaffOutcomesController {
  constructor(
    private readonly objections: TopicObjectionsService,
    private readonly desk: FollowUpDeskService,
    private readonly followUps: FollowUpsService,
  ) {}

  @Get('divisions/:code/topic-objections')
  @RequirePermission('topics.manage')
  @ApiOkResponse({ type: StaffTopicObjectionPageView })
  listWaitingTopicObjections(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Query() query: PageQuery,
  ): Promise<Page<StaffTopicObjectionView>> {
    return this.objections.queue(caller, code, query);
  }

  @Post('topic-objections/:id/answer')
  @HttpCode(200)
  @RequirePermission('topics.manage')
  @ApiIdempotent()
  @ApiOkResponse({ type: StaffTopicObjectionView })
  answerTopicObjection(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: AnswerTopicObjectionBody,
  ): Promise<StaffTopicObjectionView> {
    return this.objections.answer(caller, key, id, body);
  }

  @Get('divisions/:code/follow-ups')
  @RequirePermission('followups.manage')
  @ApiOkResponse({ type: PromisePageView })
  listDivisionFollowUps(
    @CurrentCaller() caller: Caller,
    @Param('code') code: string,
    @Query() query: PromisesQuery,
  ): Promise<Page<PromiseView>> {
    return this.followUps.ofDivision(caller, code, query);
  }

  @Post('topics/:id/follow-ups')
  @RequirePermission('followups.manage')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: FollowUpView })
  createFollowUp(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: FollowUpBody,
  ): Promise<FollowUpView> {
    return this.desk.create(caller, key, id, body);
  }

  @Post('follow-ups/:id/progress')
  @HttpCode(200)
  @RequirePermission('followups.manage')
  @ApiIdempotent()
  @ApiOkResponse({ type: FollowUpView })
  tellFollowUpProgress(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ProgressBody,
  ): Promise<FollowUpView> {
    return this.desk.progress(caller, key, id, body);
  }

  @Post('follow-ups/:id/done')
  @HttpCode(200)
  @RequirePermission('followups.manage')
  @ApiIdempotent()
  @ApiOkResponse({ type: FollowUpView })
  finishFollowUp(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ProgressBody,
  ): Promise<FollowUpView> {
    return this.desk.done(caller, key, id, body);
  }

  @Post('follow-ups/:id/drop')
  @HttpCode(200)
  @RequirePermission('followups.manage')
  @ApiIdempotent()
  @ApiOkResponse({ type: FollowUpView })
  dropFollowUp(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ReasonBody,
  ): Promise<FollowUpView> {
    return this.desk.drop(caller, key, id, body.reason);
  }
}
