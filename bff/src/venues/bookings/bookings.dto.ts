import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { PageQuery } from '../../common/http/requests.dto.js';
import { Instant, PickedId, PlainText } from '../../common/validation/fields.js';

/** A wish for a run: when, what for, how many. */
export class RunBody {
  @ApiProperty({ format: 'date-time', example: '2026-11-24T06:00:00Z' })
  @Instant()
  startsAt: string;

  @ApiProperty({ format: 'date-time' })
  @Instant()
  endsAt: string;

  @ApiProperty({ minLength: 1, maxLength: 60, description: 'what the room is wanted for' })
  @PlainText(1, 60)
  purpose: string;

  @ApiProperty({ minimum: 1, maximum: 5000 })
  @IsInt({ message: '人数应该是整数' })
  @Min(1, { message: '至少 1 人' })
  @Max(5000, { message: '人数太多了' })
  attendees: number;
}

/** A wish for a run at a venue; the same for booking it and for waiting for it. */
export class BookBody extends RunBody {
  @ApiProperty()
  @PickedId('请选一个场地')
  venueId: string;
}

export class CancelBody {
  @ApiPropertyOptional({ maxLength: 100 })
  @IsOptional()
  @PlainText(0, 100)
  reason?: string;
}

export class MyBookingsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['upcoming', 'past'], default: 'upcoming' })
  @IsOptional()
  @IsIn(['upcoming', 'past'])
  scope: 'upcoming' | 'past' = 'upcoming';
}

/** How a browser proves a download: the signed token of a calendar link, for want of a login. */
export class CalendarQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(80)
  token?: string;
}

/** A booking that staff make for someone on the phone or at the counter. */
export class DeskBookBody extends RunBody {
  @ApiProperty({ enum: ['phone', 'counter'] })
  @IsIn(['phone', 'counter'])
  channel: 'phone' | 'counter';

  @ApiProperty({ minLength: 1, maxLength: 20 })
  @PlainText(1, 20)
  contactName: string;

  @ApiProperty({ example: '13800000000' })
  @Matches(/^(1\d{10}|0\d{2,3}-?\d{7,8})$/, { message: '请写手机号或带区号的座机' })
  contactPhone: string;

  @ApiPropertyOptional({ maxLength: 40 })
  @IsOptional()
  @PlainText(0, 40)
  unitName?: string;
}

/** What the scanner read, or the digits that were read out. */
export class CheckInBody {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(120)
  qr?: string;

  @ApiPropertyOptional({ example: '482913' })
  @IsOptional()
  @Matches(/^\d{6}$/, { message: '签到码是 6 位数字' })
  manualCode?: string;
}

/** Check-in of a booking that staff picked from the board: by its digits, or after looking at the person's ID. */
export class CheckInOneBody {
  @ApiPropertyOptional({ example: '482913' })
  @IsOptional()
  @Matches(/^\d{6}$/, { message: '签到码是 6 位数字' })
  manualCode?: string;

  @ApiPropertyOptional({ enum: [true] })
  @IsOptional()
  @IsIn([true], { message: '请先核对身份' })
  identityChecked?: true;
}
