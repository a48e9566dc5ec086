import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentCaller, OptionalCaller, Public, type Caller } from '../../common/auth/caller.js';
import { EmptyBody } from '../../common/http/requests.dto.js';
import { ApiIdempotent, IdempotencyKey } from '../../common/idempotency/idempotency-key.js';
import type { Page } from '../../common/pagination/cursor.js';
import { BookBody, CalendarQuery, CancelBody, MyBookingsQuery } from './bookings.dto.js';
import { BookingsService } from './bookings.service.js';
import {
  BookingPageView,
  BookingView,
  CheckInCodeView,
  WaitlistListView,
  WaitlistView,
  type BookingCardView,
} from './booking-views.js';
import { CalendarLinkView, CalendarService } from './calendar.service.js';
import { CompanionsService, InviteLinkView, InviteView } from './companions.service.js';
import { WaitlistService } from './waitlist.service.js';

/** Bookings as residents make, see, share and give them back. */
@ApiTags('bookings')
@ApiBearerAuth()
@Controller()
export class BookingsController {
  constructor(
    private readonly bookings: BookingsService,
    private readonly companions: CompanionsService,
    private readonly calendar: CalendarService,
    private readonly waitlist: WaitlistService,
  ) {}

  @Post('bookings')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: BookingView })
  book(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: BookBody,
  ): Promise<BookingView> {
    return this.bookings.book(caller, key, body);
  }

  @Get('me/bookings')
  @ApiOkResponse({ type: BookingPageView })
  list(@CurrentCaller() caller: Caller, @Query() query: MyBookingsQuery): Promise<Page<BookingCardView>> {
    return this.bookings.list(caller.personId, query);
  }

  @Get('bookings/:id')
  @ApiOkResponse({ type: BookingView })
  get(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<BookingView> {
    return this.bookings.view(caller.personId, id);
  }

  @Post('bookings/:id/cancel')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: BookingView })
  cancel(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: CancelBody,
  ): Promise<BookingView> {
    return this.bookings.cancel(caller, key, id, body.reason);
  }

  @Get('bookings/:id/check-in-code')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: CheckInCodeView })
  checkInCode(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<CheckInCodeView> {
    return this.bookings.checkInCode(caller.personId, id);
  }

  @Post('bookings/:id/invites')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: InviteLinkView })
  invite(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() _key: string,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
  ): Promise<InviteLinkView> {
    // The link is a function of the booking: asking twice gives the same one.
    return this.companions.invite(caller, id);
  }

  @Public()
  @Get('invites/:token')
  @ApiOkResponse({ type: InviteView })
  look(@OptionalCaller() caller: Caller | null, @Param('token') token: string): Promise<InviteView> {
    return this.companions.look(caller?.personId ?? null, token);
  }

  @Post('invites/:token/accept')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: BookingView })
  accept(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('token') token: string,
    @Body() _body: EmptyBody,
  ): Promise<BookingView> {
    return this.companions.accept(caller, key, token);
  }

  @Post('bookings/:id/leave')
  @HttpCode(204)
  @ApiIdempotent()
  @ApiNoContentResponse()
  leave(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
  ): Promise<void> {
    return this.companions.leave(caller, key, id);
  }

  @Public()
  @Get('bookings/:id/calendar.ics')
  @ApiProduces('text/calendar')
  @ApiOkResponse({ type: String })
  async calendarEntry(
    @OptionalCaller() caller: Caller | null,
    @Param('id') id: string,
    @Query() { token }: CalendarQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const entry = await this.calendar.entry(caller?.personId ?? null, id, token);
    // Not before: a refusal is JSON, and must not be saved as a calendar.
    void reply.header('content-type', 'text/calendar; charset=utf-8');
    void reply.header('content-disposition', 'attachment; filename="jiefang.ics"');
    return entry;
  }

  @Get('bookings/:id/calendar-link')
  @ApiOkResponse({ type: CalendarLinkView })
  calendarLink(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<CalendarLinkView> {
    return this.calendar.link(caller.personId, id);
  }

  @Post('waitlist')
  @ApiIdempotent()
  @ApiCreatedResponse({ type: WaitlistView })
  wait(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Body() body: BookBody,
  ): Promise<WaitlistView> {
    return this.waitlist.join(caller, key, body);
  }

  @Get('me/waitlist')
  @ApiOkResponse({ type: WaitlistListView })
  async waits(@CurrentCaller() caller: Caller): Promise<WaitlistListView> {
    return { items: await this.waitlist.list(caller.personId) };
  }

  @Post('waitlist/:id/leave')
  @HttpCode(200)
  @ApiIdempotent()
  @ApiOkResponse({ type: WaitlistView })
  leaveWaitlist(
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() _body: EmptyBody,
  ): Promise<WaitlistView> {
    return this.waitlist.leave(caller, key, id);
  }
}
