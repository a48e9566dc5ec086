import { ApiProperty } from '@nestjs/swagger';
import { Matches, ValidateIf } from 'class-validator';
import { PlacedBookingView } from '../bookings/booking-views.js';
import { ClosureView } from './centre.dto.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|\+08:00)$/;

/** How much waits, and since when. */
export class QueueView {
  @ApiProperty() count: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) oldestAt: string | null;
}

/** What waits for the caller in a division; a queue that is not theirs to decide is empty. */
export class TodoView {
  @ApiProperty({ type: QueueView }) pendingBookings: QueueView;
  @ApiProperty({ type: QueueView }) pendingResidencies: QueueView;
  @ApiProperty({ type: QueueView }) pendingAppeals: QueueView;
}

/** A closure with who made it and what it did. */
export class ListedClosureView extends ClosureView {
  @ApiProperty({ description: 'nickname of the member of staff' }) createdBy: string;
  @ApiProperty({ description: 'bookings that it cancelled' }) affectedBookings: number;
}

export class ListedClosuresView {
  @ApiProperty({ type: [ListedClosureView], description: 'not over yet, by start' }) items: ListedClosureView[];
}

/** A closure that is being considered: of the whole centre (venueId null) or one of its venues. */
export class PreviewClosureDto {
  @ApiProperty({ type: String, nullable: true })
  @ValidateIf((_, value: unknown) => value !== null)
  @Matches(/^[0-9A-Za-z]{8,24}$/, { message: '请选一个场地' })
  venueId: string | null;

  @ApiProperty({ format: 'date-time' })
  @Matches(INSTANT, { message: '时间要写成 UTC 或北京时间' })
  startsAt: string;

  @ApiProperty({ format: 'date-time' })
  @Matches(INSTANT, { message: '时间要写成 UTC 或北京时间' })
  endsAt: string;
}

/** The bookings that closing would cancel. */
export class ClosurePreviewView {
  @ApiProperty({ type: [PlacedBookingView] }) bookings: PlacedBookingView[];
}
