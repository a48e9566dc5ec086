import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { Transform, Type } from 'class-transformer';

/** An instant with a zone that leaves no doubt: UTC or China's own. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|\+08:00)$/;
/** Control and invisible formatting characters have no business in a line of text; emoji joiners do. */
const LINE = /^[^\p{Cc}\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]*$/u;
const PUBLIC_ID = /^[0-9A-Za-z]{8,24}$/;

/** Trims a line of text and brings it to one Unicode form. */
export const TrimmedLine = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.normalize('NFC').trim() : value));

/** A wish for a run: when, what for, how many. */
export class RunBody {
  @ApiProperty({ format: 'date-time', example: '2026-11-24T06:00:00Z' })
  @Matches(INSTANT, { message: '时间要写成 UTC 或北京时间' })
  startsAt: string;

  @ApiProperty({ format: 'date-time' })
  @Matches(INSTANT, { message: '时间要写成 UTC 或北京时间' })
  endsAt: string;

  @ApiProperty({ minLength: 1, maxLength: 60, description: 'what the room is wanted for' })
  @TrimmedLine()
  @IsString()
  @Matches(LINE, { message: '有不能用的字符' })
  @Length(1, 60, { message: '请写 1 到 60 个字' })
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
  @Matches(PUBLIC_ID, { message: '请选一个场地' })
  venueId: string;
}

export class CancelBody {
  @ApiPropertyOptional({ maxLength: 100 })
  @IsOptional()
  @TrimmedLine()
  @IsString()
  @Matches(LINE, { message: '有不能用的字符' })
  @MaxLength(100, { message: '最多 100 个字' })
  reason?: string;
}

/** A decision of staff that the resident reads. */
export class ReasonBody {
  @ApiProperty({ minLength: 2, maxLength: 100 })
  @TrimmedLine()
  @IsString()
  @Matches(LINE, { message: '有不能用的字符' })
  @Length(2, 100, { message: '请写明原因，2 到 100 个字' })
  reason: string;
}

/** Bodies of acts that carry nothing but their idempotency key. */
export class EmptyBody {}

export class MyBookingsQuery {
  @ApiPropertyOptional({ enum: ['upcoming', 'past'], default: 'upcoming' })
  @IsOptional()
  @IsIn(['upcoming', 'past'])
  scope: 'upcoming' | 'past' = 'upcoming';

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 50, default: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  limit = 20;
}

/** A page of any list. */
export class PageQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 50, default: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  limit = 20;
}

/** A booking that staff make for someone on the phone or at the counter. */
export class DeskBookBody extends RunBody {
  @ApiProperty({ enum: ['phone', 'counter'] })
  @IsIn(['phone', 'counter'])
  channel: 'phone' | 'counter';

  @ApiProperty({ minLength: 1, maxLength: 20 })
  @TrimmedLine()
  @IsString()
  @Matches(LINE, { message: '有不能用的字符' })
  @Length(1, 20, { message: '请写联系人姓名' })
  contactName: string;

  @ApiProperty({ example: '13800000000' })
  @Matches(/^(1\d{10}|0\d{2,3}-?\d{7,8})$/, { message: '请写手机号或带区号的座机' })
  contactPhone: string;

  @ApiPropertyOptional({ maxLength: 40 })
  @IsOptional()
  @TrimmedLine()
  @IsString()
  @Matches(LINE, { message: '有不能用的字符' })
  @MaxLength(40)
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
