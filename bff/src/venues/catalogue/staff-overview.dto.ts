import { ApiProperty } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';
import { Instant, PickedId } from '../../common/validation/fields.js';
import { PlacedBookingView } from '../bookings/booking-views.js';
import { ClosureView } from './centre.dto.js';

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
  @ApiProperty({ type: [ListedClosureView], description: 'not over yet, by start' })
  items: ListedClosureView[];
}

/** A closure that is being considered: of the whole centre (venueId null) or one of its venues. */
export class PreviewClosureDto {
  @ApiProperty({ type: String, nullable: true })
  @ValidateIf((_, value: unknown) => value !== null)
  @PickedId('请选一个场地')
  venueId: string | null;

  @ApiProperty({ format: 'date-time' })
  @Instant()
  startsAt: string;

  @ApiProperty({ format: 'date-time' })
  @Instant()
  endsAt: string;
}

/** The bookings that closing would cancel. */
export class ClosurePreviewView {
  @ApiProperty({ type: [PlacedBookingView] }) bookings: PlacedBookingView[];
}
