import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, OptionalCaller, Public, type Caller } from '../../common/auth/caller.js';
import { PageQuery } from '../../common/http/requests.dto.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import {
  EditOpinionBody,
  MyOpinionPageView,
  NewOpinionBody,
  OpinionPageView,
  OpinionsQuery,
  OpinionTextsView,
  OpinionView,
  ReactionBody,
  ReactionCounts,
} from './opinion.dto.js';
import { OpinionPages } from './opinion-pages.service.js';
import { OpinionsService } from './opinions.service.js';
import { ReactionsService } from './reactions.service.js';

/** What residents say on a topic. Nobody changes what another person wrote: no route here or for staff does. */
@ApiTags('halls')
@Controller()
export class OpinionsController {
  constructor(
    private readonly opinions: OpinionsService,
    private readonly pages: OpinionPages,
    private readonly reactions: ReactionsService,
  ) {}

  @Get('topics/:id/opinions')
  @Public()
  @ApiOperation({ operationId: 'listOpinions', summary: 'One level of what was said on a topic' })
  @ApiOkResponse({ type: OpinionPageView })
  listOpinions(
    @OptionalCaller() caller: Caller | null,
    @Param('id') id: string,
    @Query() query: OpinionsQuery,
  ): Promise<OpinionPageView> {
    return this.pages.list(caller, id, query);
  }

  @Post('topics/:id/opinions')
  @ApiBearerAuth()
  @ApiIdempotent()
  @ApiOperation({
    operationId: 'postOpinion',
    summary: 'Say something; status held means a person looks first',
  })
  @ApiCreatedResponse({ type: OpinionView })
  postOpinion(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: NewOpinionBody,
  ): Promise<OpinionView> {
    return this.opinions.post(caller, key, id, body);
  }

  @Put('opinions/:id')
  @ApiBearerAuth()
  @ApiIdempotent()
  @ApiOperation({
    operationId: 'editOpinion',
    summary: 'A new version of an own opinion; old ones stay readable',
  })
  @ApiOkResponse({ type: OpinionView })
  editOpinion(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: EditOpinionBody,
  ): Promise<OpinionView> {
    return this.opinions.edit(caller, key, id, body);
  }

  @Get('opinions/:id/texts')
  @Public()
  @ApiOperation({ operationId: 'listOpinionTexts', summary: 'Versions of an opinion, oldest first' })
  @ApiOkResponse({ type: OpinionTextsView })
  listOpinionTexts(
    @OptionalCaller() caller: Caller | null,
    @Param('id') id: string,
  ): Promise<OpinionTextsView> {
    return this.opinions.texts(caller, id);
  }

  // Saying the same twice changes nothing, so this write needs no key.
  @Put('opinions/:id/reaction')
  @ApiBearerAuth()
  @ApiOperation({ operationId: 'reactToOpinion', summary: 'Agree, disagree, pass, or take it back' })
  @ApiOkResponse({ type: ReactionCounts })
  reactToOpinion(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: ReactionBody,
  ): Promise<ReactionCounts> {
    return this.reactions.react(caller, id, body.value);
  }

  @Get('me/opinions')
  @ApiBearerAuth()
  @ApiOperation({ operationId: 'listMyOpinions', summary: 'What the caller wrote, newest first' })
  @ApiOkResponse({ type: MyOpinionPageView })
  listMyOpinions(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<MyOpinionPageView> {
    return this.pages.mine(caller, query);
  }
}
