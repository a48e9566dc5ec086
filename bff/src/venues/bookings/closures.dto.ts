import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Length, Matches, ValidateIf } from 'class-validator';
import { TrimmedLine } from './bookings.dto.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|\+08:00)$/;

/** Closing a centre (venueId null) or one of its venues for a time. */
export class CloseBody {
  @ApiProperty({ type: String, nullable: true })
  @ValidateIf((body: CloseBody) => body.venueId !== null)
  @Matches(/^[0-9A-Za-z]{8,24}$/, { message: '请选一个场地' })
  venueId: string | null;

  @ApiProperty({ format: 'date-time' })
  @Matches(INSTANT, { message: '时间要写成 UTC 或北京时间' })
  startsAt: string;

  @ApiProperty({ format: 'date-time' })
  @Matches(INSTANT, { message: '时间要写成 UTC 或北京时间' })
  endsAt: string;

  @ApiProperty({ minLength: 2, maxLength: 100 })
  @TrimmedLine()
  @IsString()
  @Length(2, 100, { message: '请写明原因，2 到 100 个字' })
  reason: string;

  @ApiPropertyOptional({ description: 'records a closure that is over already, to forgive its no-shows' })
  @IsOptional()
  @IsBoolean()
  retroactive?: boolean;
}
