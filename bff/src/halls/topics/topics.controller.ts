import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, OptionalCaller, Public, type Caller } from '../../common/auth/caller.js';
import { EmptyBody, PageQuery } from '../../common/http/requests.dto.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import { HallsService } from './halls.service.js';
import { MergingService } from './merging.service.js';
import {
  AskReviewDto,
  CreateTopicDto,
  EditTopicDto,
  EndorseDto,
  HallTopicsQuery,
  MergeConsentDto,
  WithdrawTopicDto,
} from './topic-requests.dto.js';
import { TopicWritingService } from './topic-writing.service.js';
import { HallView, MergeList, TopicCardPage, TopicTextList, TopicView } from './topic.dto.js';

/** Halls and topics, as residents read, raise and endorse them. */
@ApiTags('halls')
@Controller()
export class TopicsController {
  constructor(
    private readonly halls: HallsService,
    private readonly writing: TopicWritingService,
    private readonly merging: MergingService,
  ) {}

  @Get('halls/:community')
  @Public()
  @ApiOperation({ operationId: 'getHall', summary: 'The hall of a community' })
  @ApiOkResponse({ type: HallView })
  getHall(@Param('community') community: string): Promise<HallView> {
    return this.halls.hall(community);
  }

  @Get('halls/:community/topics')
  @Public()
  @ApiOperation({ operationId: 'listHallTopics', summary: 'Topics of a community, newest first' })
  @ApiOkResponse({ type: TopicCardPage })
  listHallTopics(
    @OptionalCaller() caller: Caller | null,
    @Param('community') community: string,
    @Query() query: HallTopicsQuery,
  ): Promise<TopicCardPage> {
    return this.halls.list(caller, community, query);
  }

  @Get('me/topics')
  @ApiBearerAuth()
  @ApiOperation({ operationId: 'listMyTopics', summary: 'Own topics in every status, newest first' })
  @ApiOkResponse({ type: TopicCardPage })
  listMyTopics(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<TopicCardPage> {
    return this.halls.own(caller, query);
  }

  @Get('me/merges')
  @ApiBearerAuth()
  @ApiOperation({ operationId: 'listMyMerges', summary: 'Merges that wait for the own answer' })
  @ApiOkResponse({ type: MergeList })
  listMyMerges(@CurrentCaller() caller: Caller): Promise<MergeList> {
    return this.merging.waitingFor(caller);
  }

  @Get('topics/:id')
  @Public()
  @ApiOperation({ operationId: 'getTopic', summary: 'A topic, where it stands and what can be done now' })
  @ApiOkResponse({ type: TopicView })
  getTopic(@OptionalCaller() caller: Caller | null, @Param('id') id: string): Promise<TopicView> {
    return this.halls.page(caller, id);
  }

  @Get('topics/:id/texts')
  @Public()
  @ApiOperation({ operationId: 'listTopicTexts', summary: 'Versions of the text, newest first' })
  @ApiOkResponse({ type: TopicTextList })
  listTopicTexts(@OptionalCaller() caller: Caller | null, @Param('id') id: string): Promise<TopicTextList> {
    return this.halls.versions(caller, id);
  }

  @Post('topics')
  @ApiBearerAuth()
  @ApiIdempotent()
  @ApiOperation({ operationId: 'createTopic', summary: 'A new draft of a verified resident' })
  @ApiCreatedResponse({ type: TopicView })
  createTopic(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() dto: CreateTopicDto,
  ): Promise<TopicView> {
    return this.writing.create(caller, key, dto);
  }

  @Put('topics/:id/text')
  @ApiBearerAuth()
  @ApiIdempotent()
  @ApiOperation({
    operationId: 'editTopic',
    summary: 'A new version; endorsements stay with the one before',
  })
  @ApiOkResponse({ type: TopicView })
  editTopic(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() dto: EditTopicDto,
  ): Promise<TopicView> {
    return this.writing.edit(caller, key, id, dto);
  }

  @Post('topics/:id/submit')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiIdempotent()
  @ApiOperation({ operationId: 'submitTopic', summary: 'Submit a draft, or what was returned' })
  @ApiOkResponse({ type: TopicView })
  submitTopic(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
  ): Promise<TopicView> {
    return this.writing.submit(caller, key, id);
  }

  @Post('topics/:id/withdraw')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiIdempotent()
  @ApiOperation({ operationId: 'withdrawTopic', summary: 'Take a topic back before it is announced' })
  @ApiOkResponse({ type: TopicView })
  withdrawTopic(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() dto: WithdrawTopicDto,
  ): Promise<TopicView> {
    return this.writing.withdraw(caller, key, id, dto.reason);
  }

  @Post('topics/:id/ask-review')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiIdempotent()
  @ApiOperation({
    operationId: 'askTopicReview',
    summary: 'Ask the street to look at a declined topic again',
  })
  @ApiOkResponse({ type: TopicView })
  askTopicReview(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() dto: AskReviewDto,
  ): Promise<TopicView> {
    return this.writing.askReview(caller, key, id, dto.text);
  }

  @Post('topics/:id/endorse')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiIdempotent()
  @ApiOperation({ operationId: 'endorseTopic', summary: 'Endorse the version that was read' })
  @ApiOkResponse({ type: TopicView })
  endorseTopic(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() dto: EndorseDto,
  ): Promise<TopicView> {
    return this.writing.endorse(caller, key, id, dto.textNo);
  }

  @Post('topics/:id/unendorse')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiIdempotent()
  @ApiOperation({ operationId: 'unendorseTopic', summary: 'Take the own endorsement back' })
  @ApiOkResponse({ type: TopicView })
  unendorseTopic(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
  ): Promise<TopicView> {
    return this.writing.unendorse(caller, key, id);
  }

  @Post('topics/:id/merge-consent')
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiIdempotent()
  @ApiOperation({
    operationId: 'answerMerge',
    summary: 'Whether the own endorsement moves to the other topic',
  })
  @ApiOkResponse({ type: TopicView })
  answerMerge(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() dto: MergeConsentDto,
  ): Promise<TopicView> {
    return this.merging.answer(caller, key, id, dto.agrees);
  }
}
