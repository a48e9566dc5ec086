import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, OptionalCaller, Public, type Caller } from '../../common/auth/caller.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import type { Page } from '../../common/pagination/cursor.js';
import { FollowUpsService } from './follow-ups.service.js';
import {
  FollowUpListView,
  FollowUpView,
  PromisePageView,
  TopicObjectionListView,
  TopicObjectionView,
  type PromiseView,
} from './outcome-views.js';
import { TopicObjectionBody, PromisesQuery, RateBody } from './outcomes.dto.js';
import { TopicObjectionsService } from './topic-objections.service.js';

/** After a decision: objections while it is publicised, promises and how they were kept. */
@ApiTags('halls')
@ApiBearerAuth()
@Controller()
export class OutcomesController {
  constructor(
    private readonly objections: TopicObjectionsService,
    private readonly followUps: FollowUpsService,
  ) {}

  @Public()
  @Get('topics/:id/objections')
  @ApiOkResponse({ type: TopicObjectionListView })
  listTopicObjections(
    @OptionalCaller() caller: Caller | null,
    @Param('id') id: string,
  ): Promise<TopicObjectionListView> {
    return this.objections.list(caller, id);
  }

  @Post('topics/:id/objections')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: TopicObjectionView })
  objectToTopic(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: TopicObjectionBody,
  ): Promise<TopicObjectionView> {
    return this.objections.object(caller, key, id, body.text);
  }

  @Public()
  @Get('topics/:id/follow-ups')
  @ApiOkResponse({ type: FollowUpListView })
  listFollowUps(@OptionalCaller() caller: Caller | null, @Param('id') id: string): Promise<FollowUpListView> {
    return this.followUps.ofTopic(caller, id);
  }

  @Public()
  @Get('halls/:community/promises')
  @ApiOkResponse({ type: PromisePageView })
  listPromises(
    @OptionalCaller() caller: Caller | null,
    @Param('community') community: string,
    @Query() query: PromisesQuery,
  ): Promise<Page<PromiseView>> {
    return this.followUps.ofCommunity(caller, community, query);
  }

  @Post('follow-ups/:id/rating')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: FollowUpView })
  rateFollowUp(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: RateBody,
  ): Promise<FollowUpView> {
    return this.followUps.rate(caller, key, id, body);
  }
}
