import { Body, Controller, Get, Header, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, RequirePermission, type Caller } from '../../common/auth/caller.js';
import { EmptyBody, ReasonBody } from '../../common/http/requests.dto.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import { MeetingDeskService } from './meeting-desk.service.js';
import { MeetingCodeView, MeetingPageView, MeetingView, TopicMinutesView } from './meeting-views.js';
import {
  AttendeeBody,
  CallMeetingBody,
  MinutesBody,
  PaperConfirmationBody,
  SpeechBody,
} from './meetings.dto.js';
import { MinutesConfirmationsService } from './minutes-confirmations.service.js';
import { MinutesService } from './minutes.service.js';

/** The meeting desk: meetings, the sign-in sheet, what was said, the minutes. */
@ApiTags('staff')
@ApiBearerAuth()
@Controller('staff')
export class StaffMeetingsController {
  constructor(
    private readonly desk: MeetingDeskService,
    private readonly minutes: MinutesService,
    private readonly confirmations: MinutesConfirmationsService,
  ) {}

  @Post('topics/:id/meetings')
  @RequirePermission('topics.manage')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: MeetingView })
  callMeeting(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: CallMeetingBody,
  ): Promise<MeetingView> {
    return this.desk.call(caller, key, id, body);
  }

  @Post('meetings/:id/cancel')
  @HttpCode(200)
  @RequirePermission('topics.manage')
  @ApiIdempotent()
  @ApiOkResponse({ type: MeetingView })
  cancelMeeting(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ReasonBody,
  ): Promise<MeetingView> {
    return this.desk.cancel(caller, key, id, body.reason);
  }

  @Post('meetings/:id/close')
  @HttpCode(200)
  @RequirePermission('topics.manage')
  @ApiIdempotent()
  @ApiOkResponse({ type: MeetingView })
  closeMeeting(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
  ): Promise<MeetingView> {
    return this.desk.close(caller, key, id);
  }

  @Get('meetings/:id/sign-in-code')
  @RequirePermission('topics.manage')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: MeetingCodeView })
  getMeetingCode(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<MeetingCodeView> {
    return this.desk.code(caller, id);
  }

  @Post('meetings/:id/attendees')
  @HttpCode(200)
  @RequirePermission('topics.manage')
  @ApiIdempotent()
  @ApiOkResponse({ type: MeetingPageView })
  addAttendee(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: AttendeeBody,
  ): Promise<MeetingPageView> {
    return this.desk.addAttendee(caller, key, id, body);
  }

  @Post('meetings/:id/speeches')
  @HttpCode(200)
  @RequirePermission('topics.manage')
  @ApiIdempotent()
  @ApiOkResponse({ type: MeetingPageView })
  addSpeech(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: SpeechBody,
  ): Promise<MeetingPageView> {
    return this.desk.addSpeech(caller, key, id, body);
  }

  @Put('topics/:id/minutes')
  @RequirePermission('topics.manage')
  @ApiIdempotent()
  @ApiOkResponse({ type: TopicMinutesView })
  writeMinutes(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: MinutesBody,
  ): Promise<TopicMinutesView> {
    return this.minutes.write(caller, key, id, body);
  }

  @Post('topics/:id/minutes/send')
  @HttpCode(200)
  @RequirePermission('topics.manage')
  @ApiIdempotent()
  @ApiOkResponse({ type: TopicMinutesView })
  sendMinutes(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
  ): Promise<TopicMinutesView> {
    return this.minutes.send(caller, key, id);
  }

  @Post('attendees/:id/confirm-on-paper')
  @HttpCode(200)
  @RequirePermission('topics.manage')
  @ApiIdempotent()
  @ApiOkResponse({ type: TopicMinutesView })
  confirmMinutesOnPaper(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: PaperConfirmationBody,
  ): Promise<TopicMinutesView> {
    return this.confirmations.confirmOnPaper(caller, key, id, body);
  }
}
