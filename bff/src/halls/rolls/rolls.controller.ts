import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CurrentCaller,
  OptionalCaller,
  Public,
  RequirePermission,
  type Caller,
} from '../../common/auth/caller.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import type { Page } from '../../common/pagination/cursor.js';
import { StaffTopicView } from '../topics/staff-topic.dto.js';
import { AnnouncingService } from './announcing.service.js';
import {
  RollMemberPageView,
  RollPreviewView,
  RollView,
  RulePacksView,
  type RollMemberView,
} from './roll-views.js';
import { AnnounceBody, RollChoiceBody, RollMembersQuery } from './rolls.dto.js';
import { RollsService } from './rolls.service.js';

/** Rules and rolls: what there is, whom it concerns, and the announcement that freezes both. */
@ApiTags('halls')
@ApiBearerAuth()
@Controller()
export class RollsController {
  constructor(
    private readonly rolls: RollsService,
    private readonly announcing: AnnouncingService,
  ) {}

  @Public()
  @Get('rule-packs')
  @ApiOkResponse({ type: RulePacksView })
  listRulePacks(): RulePacksView {
    return this.rolls.packs();
  }

  @Public()
  @Get('topics/:id/roll')
  @ApiOkResponse({ type: RollView })
  getRoll(@OptionalCaller() caller: Caller | null, @Param('id') id: string): Promise<RollView> {
    return this.rolls.show(caller, id);
  }

  @Get('staff/topics/:id/roll')
  @RequirePermission('ballots.enter')
  @ApiOkResponse({ type: RollMemberPageView })
  listRollMembers(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() query: RollMembersQuery,
  ): Promise<Page<RollMemberView>> {
    return this.rolls.members(caller, id, query);
  }

  // Changes nothing, so it needs no key.
  @Post('staff/topics/:id/roll-preview')
  @HttpCode(200)
  @RequirePermission('topics.manage')
  @ApiOkResponse({ type: RollPreviewView })
  previewRoll(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: RollChoiceBody,
  ): Promise<RollPreviewView> {
    return this.announcing.preview(caller, id, body);
  }

  @Post('staff/topics/:id/announce')
  @HttpCode(200)
  @RequirePermission('topics.manage')
  @ApiIdempotent()
  @ApiOkResponse({ type: StaffTopicView })
  announceTopic(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: AnnounceBody,
  ): Promise<StaffTopicView> {
    return this.announcing.announce(caller, key, id, body);
  }
}
