import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { HOURS_STATUSES, type HoursStatus } from '@jiefang/shared/hours';
import { isDay } from '@jiefang/shared/time';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotIn,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
} from 'class-validator';
import { PageQuery } from '../../common/http/requests.dto.js';
import { PickedId, PlainText, WholeNumber } from '../../common/validation/fields.js';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** A calendar day that exists. */
export function Day(): PropertyDecorator {
  return ValidateBy({
    name: 'isDay',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isDay(value),
      defaultMessage: () => '日期要写成 2026-11-24 这样',
    },
  });
}

export class MyHoursQuery extends PageQuery {
  @ApiPropertyOptional({ example: 2026 })
  @IsOptional()
  @Type(() => Number)
  @WholeNumber(FIRST_YEAR, LAST_YEAR)
  year?: number;
}

export class PublicationQuery extends PageQuery {
  @ApiProperty({ example: '350602002002' })
  @Matches(/^\d{2,15}$/, { message: '请选一个社区' })
  community: string;
}

export class StaffHoursQuery extends PageQuery {
  @ApiPropertyOptional({ enum: HOURS_STATUSES })
  @IsOptional()
  @IsIn(HOURS_STATUSES)
  status?: HoursStatus;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @Day()
  from?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @Day()
  to?: string;

  @ApiPropertyOptional({ description: 'volunteer number, or its beginning' })
  @IsOptional()
  @Matches(/^\d{1,12}$/, { message: '请填志愿者编号' })
  q?: string;
}

export class YearQuery {
  @ApiProperty({ example: 2026 })
  @Type(() => Number)
  @WholeNumber(FIRST_YEAR, LAST_YEAR)
  year: number;
}

export class YearFileQuery extends YearQuery {
  @ApiProperty({ enum: ['pdf', 'xlsx'] })
  @IsIn(['pdf', 'xlsx'])
  format: 'pdf' | 'xlsx';
}

export class DivisionYearQuery extends YearQuery {
  @ApiPropertyOptional({ description: 'of one unit only' })
  @IsOptional()
  @PickedId('请选一个单位')
  unit?: string;
}

export class DivisionYearFileQuery extends DivisionYearQuery {
  @ApiProperty({ enum: ['pdf', 'xlsx'] })
  @IsIn(['pdf', 'xlsx'])
  format: 'pdf' | 'xlsx';
}

/** How a browser proves a download, for want of a login. */
export class DownloadQuery {
  @ApiProperty()
  @IsString()
  @MaxLength(300)
  token: string;
}

/** What somebody says against publicised hours. */
export class ObjectBody {
  @ApiProperty({ minLength: 5, maxLength: 500 })
  @PlainText(5, 500, { lines: true })
  text: string;
}

/** A reversal; the volunteer reads the reason. */
export class ReverseBody {
  @ApiProperty({ minLength: 2, maxLength: 200 })
  @PlainText(2, 200)
  reason: string;
}

export class AdjustBody extends ReverseBody {
  @ApiProperty({ minimum: -1440, maximum: 1440, description: 'signed, never 0' })
  @IsNotIn([0], { message: '请填要增加或减少的分钟数' })
  @WholeNumber(-1440, 1440)
  minutes: number;
}

export class AnswerObjectionBody {
  @ApiProperty({ enum: ['upheld', 'dismissed'] })
  @IsIn(['upheld', 'dismissed'])
  decision: 'upheld' | 'dismissed';

  @ApiProperty({ minLength: 2, maxLength: 200 })
  @PlainText(2, 200)
  answer: string;
}

export class StarsBody {
  @ApiProperty({ type: [Number], description: 'hours of each star, ascending' })
  @WholeNumberEach(1, 100_000)
  @ArrayMaxSize(10, { message: '最多十级' })
  @ArrayMinSize(1, { message: '至少一级' })
  @IsArray({ message: '应该是一组数字' })
  hours: number[];
}

function WholeNumberEach(min: number, max: number): PropertyDecorator {
  const message = `每级请填 ${min} 到 ${max} 之间的整数小时`;
  return (target, key) => {
    IsInt({ each: true, message })(target, key);
    Min(min, { each: true, message })(target, key);
    Max(max, { each: true, message })(target, key);
  };
}
