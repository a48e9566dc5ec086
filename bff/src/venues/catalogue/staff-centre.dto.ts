import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import { CentreView, MinuteRangeView, ServiceView, WeekdayHoursView } from './centre.dto.js';
import {
  ChinaLatitude,
  ChinaLongitude,
  NoListInList,
  PlainLabels,
  PlainText,
  WholeNumber,
} from '../../common/validation/fields.js';

/** A stretch of a day; whole minutes since Shanghai midnight. */
export class MinuteRangeInput extends MinuteRangeView {
  @ApiProperty({ minimum: 0, maximum: 1440 })
  @WholeNumber(0, 1440)
  openMinute: number;

  @ApiProperty({ minimum: 0, maximum: 1440 })
  @WholeNumber(0, 1440)
  closeMinute: number;
}

/** Hours of one weekday; at most four stretches. */
export class WeekdayHoursInput extends WeekdayHoursView {
  @ApiProperty({ minimum: 1, maximum: 7 })
  @WholeNumber(1, 7)
  weekday: number;

  @ApiProperty({ type: [MinuteRangeInput], maxItems: 4 })
  @Type(() => MinuteRangeInput)
  @ValidateNested({ each: true })
  @NoListInList()
  @ArrayMaxSize(4, { message: '一天最多分四段' })
  @IsArray()
  ranges: MinuteRangeInput[];
}

/** A point within China, in GCJ-02 degrees. */
export class LocationInput {
  @ChinaLatitude()
  latitude: number;

  @ChinaLongitude()
  longitude: number;

  @ApiPropertyOptional({ enum: ['GCJ-02'] })
  @IsOptional()
  @IsIn(['GCJ-02'])
  coordinateSystem?: 'GCJ-02';
}

/** Something a centre offers beside its venues. */
export class ServiceInput extends ServiceView {
  @ApiProperty({ maxLength: 40 })
  @PlainText(1, 40)
  name: string;

  @ApiProperty({ maxLength: 200 })
  @PlainText(0, 200, { lines: true })
  description: string;

  @ApiProperty({ maxLength: 60 })
  @PlainText(0, 60)
  hours: string;
}

/** Everything staff may write about a centre. */
export class CreateCentreDto {
  @ApiProperty({ maxLength: 60 })
  @PlainText(2, 60)
  name: string;

  @ApiProperty({ type: [String], maxItems: 8 })
  @PlainLabels(8, 12)
  tags: string[];

  @ApiProperty({ maxLength: 120 })
  @PlainText(2, 120)
  address: string;

  @ApiProperty({ example: '0596-2020001' })
  @Matches(/^\+?[0-9][0-9 -]{4,28}$/, { message: '电话号码的格式不对' })
  phone: string;

  @ApiProperty({ maxLength: 1000 })
  @PlainText(0, 1000, { lines: true })
  intro: string;

  @ApiProperty({ type: LocationInput })
  @Type(() => LocationInput)
  @ValidateNested()
  @IsObject()
  @IsDefined()
  location: LocationInput;

  @ApiProperty({ type: [ServiceInput], maxItems: 30 })
  @Type(() => ServiceInput)
  @ValidateNested({ each: true })
  @NoListInList()
  @ArrayMaxSize(30, { message: '最多 30 项' })
  @IsArray()
  services: ServiceInput[];

  @ApiProperty({ type: [WeekdayHoursInput], maxItems: 7, description: 'a weekday left out is closed' })
  @Type(() => WeekdayHoursInput)
  @ValidateNested({ each: true })
  @NoListInList()
  @ArrayMaxSize(7, { message: '一周只有七天' })
  @IsArray()
  hours: WeekdayHoursInput[];
}

/** An edit of what was read as `version`. */
export class UpdateCentreDto extends CreateCentreDto {
  @ApiProperty()
  @IsInt()
  version: number;

  @ApiPropertyOptional({ description: 'keep the bookings that the new hours leave outside' })
  @IsOptional()
  @IsBoolean()
  confirmOutsideHours?: boolean;
}

/** A centre as its form shows it. */
export class StaffCentreView extends CentreView {
  @ApiProperty({ description: 'send it back with the edit' }) version: number;
  @ApiProperty({ description: 'bookings that this edit left outside the hours; they stay' })
  keptOutsideHours: number;
}
