import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { DivisionName } from '../../divisions/divisions.dto.js';
import { BookingCardView } from '../bookings/booking-views.js';
import { VenueCardView } from './centre.dto.js';

export class HomeQuery {
  @ApiProperty({ example: '350602002002', description: 'code of a community' })
  @Matches(/^\d{12}$/, { message: '请选一个社区' })
  community: string;
}

/** Venues that can still be booked online today. */
export class FreeTodayView {
  @ApiProperty() count: number;
  @ApiProperty({ type: [VenueCardView], maxItems: 6, description: 'the soonest first' })
  venues: VenueCardView[];
}

/** The first page. */
export class HomeView {
  @ApiProperty({ type: DivisionName }) community: DivisionName;
  @ApiProperty({ format: 'date' }) today: string;
  @ApiProperty({ type: FreeTodayView }) freeToday: FreeTodayView;
  @ApiProperty({ type: BookingCardView, nullable: true }) nextBooking: BookingCardView | null;
  @ApiProperty({ description: '0 for a visitor' }) unreadNotices: number;
}
