import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, ValidateIf } from 'class-validator';
import { Instant, PickedId, PlainText } from '../../common/validation/fields.js';

/** Closing a centre (venueId null) or one of its venues for a time. */
export class CloseBody {
  @ApiProperty({ type: String, nullable: true })
  @ValidateIf((body: CloseBody) => body.venueId !== null)
  @PickedId('请选一个场地')
  venueId: string | null;

  @ApiProperty({ format: 'date-time' })
  @Instant()
  startsAt: string;

  @ApiProperty({ format: 'date-time' })
  @Instant()
  endsAt: string;

  @ApiProperty({ minLength: 2, maxLength: 100 })
  @PlainText(2, 100)
  reason: string;

  @ApiPropertyOptional({ description: 'records a closure that is over already, to forgive its no-shows' })
  @IsOptional()
  @IsBoolean()
  retroactive?: boolean;
}
