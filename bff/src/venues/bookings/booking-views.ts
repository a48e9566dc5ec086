import { ApiProperty } from '@nestjs/swagger';
import {
  BOOKING_ACTIONS,
  BOOKING_CHANNELS,
  BOOKING_STATUSES,
  WAITLIST_STATUSES,
  type BookingAction,
  type BookingChannel,
  type BookingStatus,
  type WaitlistStatus,
} from '@jiefang/shared/bookings';

/** Opaque id and name of something the client can open. */
export class NamedView {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}

/** A booking in a list. Instants are ISO 8601 UTC. */
export class BookingCardView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: BOOKING_STATUSES, enumName: 'BookingStatus' }) status: BookingStatus;
  @ApiProperty({ type: String, nullable: true }) statusReason: string | null;
  @ApiProperty({ type: NamedView }) venue: NamedView;
  @ApiProperty({ type: NamedView }) centre: NamedView;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty() purpose: string;
  @ApiProperty() attendees: number;
  @ApiProperty({ description: 'the viewer came by invitation' }) isCompanion: boolean;
  @ApiProperty({ enum: BOOKING_ACTIONS, enumName: 'BookingAction', isArray: true }) actions: BookingAction[];
}

/** One step a booking has taken. */
export class BookingStepView {
  @ApiProperty({ enum: BOOKING_STATUSES, enumName: 'BookingStatus' }) status: BookingStatus;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
}

/** Someone who comes along. */
export class CompanionView {
  @ApiProperty() nickname: string;
  @ApiProperty({ format: 'date-time' }) joinedAt: string;
}

/** One booking with everything its page shows. */
export class BookingView extends BookingCardView {
  @ApiProperty({ enum: BOOKING_CHANNELS, enumName: 'BookingChannel' }) channel: BookingChannel;
  @ApiProperty() address: string;
  @ApiProperty() centrePhone: string;
  @ApiProperty({ format: 'date-time', description: 'cancelling later is recorded as late' }) cancelBy: string;
  @ApiProperty({ format: 'date-time' }) checkInFrom: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) checkInUntil: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: [BookingStepView] }) timeline: BookingStepView[];
  @ApiProperty({ type: [CompanionView] }) companions: CompanionView[];
  @ApiProperty() companionLimit: number;
  @ApiProperty({ description: 'a member of staff made it for the resident' }) onBehalf: boolean;
  @ApiProperty({ description: 'what cancelling now would mean, in words' }) cancelNote: string;
}

export class BookingPageView {
  @ApiProperty({ type: [BookingCardView] }) items: BookingCardView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** A place in the queue for a taken run. */
export class WaitlistView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: WAITLIST_STATUSES, enumName: 'WaitlistStatus' }) status: WaitlistStatus;
  @ApiProperty({ type: Number, nullable: true, description: '1 is next; null when no longer waiting' })
  position: number | null;
  @ApiProperty({ type: NamedView }) venue: NamedView;
  @ApiProperty({ type: NamedView }) centre: NamedView;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty() purpose: string;
  @ApiProperty() attendees: number;
  @ApiProperty({ type: String, nullable: true }) refusedReason: string | null;
  @ApiProperty({ type: String, nullable: true }) bookingId: string | null;
  @ApiProperty({ enum: ['leave'], isArray: true }) actions: 'leave'[];
}

export class WaitlistListView {
  @ApiProperty({ type: [WaitlistView] }) items: WaitlistView[];
}

/** The rotating code a resident shows at the desk. */
export class CheckInCodeView {
  @ApiProperty() qr: string;
  @ApiProperty({ example: '482913' }) manualCode: string;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
  @ApiProperty({ format: 'date-time' }) serverTime: string;
}

/** A booking as staff see it: the person masked, the actions allowed to staff now. */
export class BoardBookingView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: BOOKING_STATUSES, enumName: 'BookingStatus' }) status: BookingStatus;
  @ApiProperty({ type: String, nullable: true }) statusReason: string | null;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty() cleaningMinutes: number;
  @ApiProperty() personName: string;
  @ApiProperty() phoneMasked: string;
  @ApiProperty() purpose: string;
  @ApiProperty() attendees: number;
  @ApiProperty({ enum: BOOKING_CHANNELS, enumName: 'BookingChannel' }) channel: BookingChannel;
  @ApiProperty({ enum: BOOKING_ACTIONS, enumName: 'BookingAction', isArray: true }) actions: BookingAction[];
}

/** A staff booking with where it is. */
export class PlacedBookingView extends BoardBookingView {
  @ApiProperty({ type: NamedView }) venue: NamedView;
  @ApiProperty({ type: NamedView }) centre: NamedView;
}

/** A free run offered in place of a taken one. */
export class RunView {
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
}
