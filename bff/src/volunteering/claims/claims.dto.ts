import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { COORDINATE_SYSTEMS, type CoordinateSystem } from '@jiefang/shared/geo';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../../common/http/requests.dto.js';
import { Instant, PickedId, PlainText, WholeNumber } from '../../common/validation/fields.js';

/** A tap on 我来. */
export class ClaimBody {
  @ApiProperty()
  @PickedId('请选一个班次')
  shiftId: string;

  @ApiPropertyOptional({ description: 'the risk notice was read; needed where the task has one' })
  @IsOptional()
  @IsBoolean()
  riskAccepted?: boolean;
}

/** Joining the queue of a full shift. */
export class ShiftWaitBody {
  @ApiPropertyOptional({ description: 'the risk notice was read; needed where the task has one' })
  @IsOptional()
  @IsBoolean()
  riskAccepted?: boolean;
}

export class ReleaseBody {
  @ApiPropertyOptional({ maxLength: 100 })
  @IsOptional()
  @PlainText(0, 100)
  reason?: string;
}

/** Where the phone says it is. */
export class MeasuredPlace {
  @ApiProperty({ minimum: -90, maximum: 90 })
  @Max(90)
  @Min(-90)
  @IsNumber({ allowNaN: false, allowInfinity: false })
  latitude: number;

  @ApiProperty({ minimum: -180, maximum: 180 })
  @Max(180)
  @Min(-180)
  @IsNumber({ allowNaN: false, allowInfinity: false })
  longitude: number;

  @ApiProperty({ minimum: 0, maximum: 100000, description: 'metres' })
  @Max(100_000)
  @Min(0)
  @IsNumber({ allowNaN: false, allowInfinity: false })
  accuracy: number;

  @ApiProperty({ enum: COORDINATE_SYSTEMS, enumName: 'CoordinateSystem' })
  @IsIn(COORDINATE_SYSTEMS)
  coordinateSystem: CoordinateSystem;
}

/** Check-in by being there, or by the code on the staff phone (scanned, or its six digits typed). */
export class ClaimCheckInBody {
  @ApiPropertyOptional({ type: MeasuredPlace })
  @IsOptional()
  @ValidateNested()
  @IsObject()
  @Type(() => MeasuredPlace)
  location?: MeasuredPlace;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(120)
  qr?: string;
}

export class ClaimFinishBody {
  @ApiPropertyOptional({ maxLength: 300, description: 'what was done, what staff should know' })
  @IsOptional()
  @PlainText(0, 300, { lines: true })
  note?: string;
}

export class ClaimAnswerBody {
  @ApiProperty({ minLength: 1, maxLength: 300 })
  @PlainText(1, 300, { lines: true })
  text: string;
}

export class StaffCheckInBody {
  @ApiPropertyOptional({ maxLength: 100 })
  @IsOptional()
  @PlainText(0, 100)
  note?: string;
}

/** The end of a service that the volunteer did not end on the phone. */
export class StaffFinishBody {
  @ApiProperty({ format: 'date-time' })
  @Instant()
  at: string;

  @ApiProperty({ minLength: 2, maxLength: 100, description: 'how staff know' })
  @PlainText(2, 100)
  note: string;
}

export class VerifyBody {
  @ApiProperty({ minimum: 1, maximum: 2880 })
  @WholeNumber(1, 2880)
  minutes: number;

  @ApiPropertyOptional({ maxLength: 100, description: 'needed when the minutes are not those proposed' })
  @IsOptional()
  @PlainText(0, 100)
  reason?: string;
}

export class ClaimQuestionBody {
  @ApiProperty({ minLength: 2, maxLength: 200 })
  @PlainText(2, 200)
  question: string;
}

export class MyClaimsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['upcoming', 'past'], default: 'upcoming' })
  @IsOptional()
  @IsIn(['upcoming', 'past'])
  scope: 'upcoming' | 'past' = 'upcoming';
}

export class ShiftCodeQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 99, description: 'number of a checkpoint of the route' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(99)
  checkpoint?: number;
}
