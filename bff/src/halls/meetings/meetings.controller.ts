import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, OptionalCaller, Public, type Caller } from '../../common/auth/caller.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import { MeetingListView, MeetingPageView, MeetingView, TopicMinutesView } from './meeting-views.js';
import { ConfirmMinutesBody, SignInBody } from './meetings.dto.js';
import { MeetingsService } from './meetings.service.js';
import { MinutesConfirmationsService } from './minutes-confirmations.service.js';
import { MinutesService } from './minutes.service.js';

/** Meetings and minutes of a topic, for everybody; signing in and confirming for who was there. */
@ApiTags('halls')
@ApiBearerAuth()
@Controller()
export class MeetingsController {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly minutes: MinutesService,
    private readonly confirmations: MinutesConfirmationsService,
  ) {}

  @Public()
  @Get('topics/:id/meetings')
  @ApiOkResponse({ type: MeetingListView })
  listMeetings(@OptionalCaller() caller: Caller | null, @Param('id') id: string): Promise<MeetingListView> {
    return this.meetings.list(caller, id);
  }

  @Public()
  @Get('meetings/:id')
  @ApiOkResponse({ type: MeetingPageView })
  getMeeting(@OptionalCaller() caller: Caller | null, @Param('id') id: string): Promise<MeetingPageView> {
    return this.meetings.page(caller, id);
  }

  @Post('meetings/:id/sign-in')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: MeetingView })
  signInToMeeting(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: SignInBody,
  ): Promise<MeetingView> {
    return this.meetings.signIn(caller, key, id, body.qr);
  }

  @Public()
  @Get('topics/:id/minutes')
  @ApiOkResponse({ type: TopicMinutesView })
  getMinutes(@OptionalCaller() caller: Caller | null, @Param('id') id: string): Promise<TopicMinutesView> {
    return this.minutes.show(caller, id);
  }

  @Post('topics/:id/minutes/confirm')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: TopicMinutesView })
  confirmMinutes(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ConfirmMinutesBody,
  ): Promise<TopicMinutesView> {
    return this.confirmations.confirm(caller, key, id, body);
  }
}
