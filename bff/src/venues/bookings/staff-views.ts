import { ApiProperty } from '@nestjs/swagger';
import { BoardBookingView, NamedView, PlacedBookingView } from './booking-views.js';

/** A booking that waits for a decision, with what helps to decide. */
export class ApprovalView extends PlacedBookingView {
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ description: "the household's live bookings at the centre in that week" })
  householdWeekCount: number;
  @ApiProperty({ description: 'no-shows at the centre within 90 days' }) noShows90: number;
}

export class ApprovalPageView {
  @ApiProperty({ type: [ApprovalView] }) items: ApprovalView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** Minutes since Shanghai midnight; close is exclusive. */
export class BoardRangeView {
  @ApiProperty() openMinute: number;
  @ApiProperty() closeMinute: number;
}

export class StaffClosureView {
  @ApiProperty() id: string;
  @ApiProperty({ type: NamedView, nullable: true, description: 'null when the whole centre is closed' })
  venue: NamedView | null;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty() reason: string;
}

/** What closing has done. */
export class ClosureDoneView extends StaffClosureView {
  @ApiProperty({ description: 'bookings that were cancelled and told' }) cancelled: number;
  @ApiProperty({ description: 'no-shows that were forgiven' }) waivedNoShows: number;
}

export class BoardVenueView {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() unitMinutes: number;
  @ApiProperty({ type: [BoardRangeView] }) opening: BoardRangeView[];
  @ApiProperty({ type: [StaffClosureView] }) closures: StaffClosureView[];
  @ApiProperty({ type: [BoardBookingView] }) bookings: BoardBookingView[];
  @ApiProperty({ description: 'residents on the waitlist of this day' }) waiting: number;
}

/** One day of a centre, venue by venue. */
export class BoardView {
  @ApiProperty({ type: NamedView }) centre: NamedView;
  @ApiProperty({ example: '2026-11-24' }) date: string;
  @ApiProperty({ description: 'the earliest opening of any venue, minutes since midnight' })
  openMinute: number;
  @ApiProperty() closeMinute: number;
  @ApiProperty({ type: [BoardVenueView] }) venues: BoardVenueView[];
}

/** Answer of a check-in at the desk. */
export class CheckedInView {
  @ApiProperty({ type: PlacedBookingView }) booking: PlacedBookingView;
}

export class BookingListView {
  @ApiProperty({ type: [BoardBookingView] }) bookings: BoardBookingView[];
}
