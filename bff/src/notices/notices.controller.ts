import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { CurrentCaller, type Caller } from '../common/auth/caller.js';
import { PageQuery } from '../common/http/requests.dto.js';
import { NoListInList } from '../common/validation/fields.js';
import { NoticePageView, NoticesService } from './notices.service.js';
import { SubscribeMessages } from './subscribe-messages.js';

/** Notices to mark as read; leaving the ids out marks them all. */
export class ReadNoticesBody {
  @ApiPropertyOptional({ type: [String], maxItems: 100 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(/^[0-9A-Za-z]{8,24}$/, { each: true })
  ids?: string[];
}

export class UnreadView {
  @ApiProperty() unread: number;
}

export class TemplateView {
  @ApiProperty() templateId: string;
  @ApiProperty() kind: string;
  @ApiProperty() title: string;
}

export class TemplateListView {
  @ApiProperty({ type: [TemplateView] }) items: TemplateView[];
}

const RESULTS = ['accept', 'reject', 'ban', 'filter', 'acceptWithAudio', 'acceptWithAlert'];

export class SubscriptionResult {
  @ApiProperty()
  @IsString()
  @MaxLength(64)
  templateId: string;

  @ApiProperty({ enum: RESULTS })
  @IsIn(RESULTS)
  result: string;
}

/** What wx.requestSubscribeMessage answered. */
export class SubscriptionsBody {
  @ApiProperty({ type: [SubscriptionResult], maxItems: 5 })
  @IsArray()
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @NoListInList()
  @Type(() => SubscriptionResult)
  results: SubscriptionResult[];
}

/** The inbox and what a resident allows WeChat to tell them. */
@ApiTags('notices')
@ApiBearerAuth()
@Controller('me')
export class NoticesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly subscribeMessages: SubscribeMessages,
  ) {}

  @Get('notices')
  @ApiOkResponse({ type: NoticePageView })
  list(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<NoticePageView> {
    return this.notices.list(caller.personId, query.cursor, query.limit);
  }

  @Post('notices/read')
  @HttpCode(200)
  @ApiOkResponse({ type: UnreadView })
  async read(@CurrentCaller() caller: Caller, @Body() body: ReadNoticesBody): Promise<UnreadView> {
    return { unread: await this.notices.markRead(caller.personId, body.ids ?? 'all') };
  }

  @Get('subscriptions/templates')
  @ApiOkResponse({ type: TemplateListView })
  templates(): TemplateListView {
    return { items: this.subscribeMessages.templates() };
  }

  @Post('subscriptions')
  @HttpCode(204)
  @ApiNoContentResponse()
  async subscribe(@CurrentCaller() caller: Caller, @Body() body: SubscriptionsBody): Promise<void> {
    const accepted = body.results.filter((r) => r.result.startsWith('accept')).map((r) => r.templateId);
    await this.subscribeMessages.allow(caller.personId, accepted);
  }
}
