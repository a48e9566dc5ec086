import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AUDIENCES, UNIT_MINUTES, type Audience, type UnitMinutes } from '@jiefang/shared/venues';
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
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { WeekdayHoursView } from './centre.dto.js';
import { WeekdayHoursInput } from './staff-centre.dto.js';
import { NoListInList, PlainLabels, PlainText, WholeNumber } from '../../common/validation/fields.js';
import { VENUE_STATUSES, type VenueStatus } from './venue-config.js';
import { VenuePolicyView, VenueView } from './venue.dto.js';

const OrNull = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== null);

/** A policy as staff send it; see VenuePolicy in shared/venues. Whether its parts fit together is checked as a whole. */
export class VenuePolicyInput extends VenuePolicyView {
  @ApiProperty({ enum: AUDIENCES, enumName: 'Audience' }) @IsIn(AUDIENCES) audience: Audience;
  @ApiProperty() @IsBoolean() approval: boolean;
  @ApiProperty({ minimum: 0, maximum: 90 }) @WholeNumber(0, 90) earliestLeadDays: number;
  @ApiProperty({ minimum: 0, maximum: 43_200 }) @WholeNumber(0, 43_200) latestLeadMinutes: number;
  @ApiProperty({ minimum: 15, maximum: 1440 }) @WholeNumber(15, 1440) minMinutes: number;
  @ApiProperty({ minimum: 15, maximum: 1440 }) @WholeNumber(15, 1440) maxMinutes: number;
  @ApiProperty({ type: Number, nullable: true, minimum: 1, maximum: 50 })
  @OrNull()
  @WholeNumber(1, 50)
  weeklyPerPerson: number | null;
  @ApiProperty({ type: Number, nullable: true, minimum: 1, maximum: 50 })
  @OrNull()
  @WholeNumber(1, 50)
  weeklyPerHousehold: number | null;
  @ApiProperty({ minimum: 0, maximum: 10_080 }) @WholeNumber(0, 10_080) cancelByMinutes: number;
  @ApiProperty({ minimum: 0, maximum: 240 }) @WholeNumber(0, 240) checkInOpensMinutes: number;
  @ApiProperty({ type: Number, nullable: true, minimum: 5, maximum: 240 })
  @OrNull()
  @WholeNumber(5, 240)
  releaseAfterMinutes: number | null;
  @ApiProperty({ minimum: 1, maximum: 20 }) @WholeNumber(1, 20) noShowLimit: number;
  @ApiProperty({ minimum: 1, maximum: 366 }) @WholeNumber(1, 366) noShowDays: number;
  @ApiProperty({ minimum: 1, maximum: 366 }) @WholeNumber(1, 366) pauseDays: number;
  @ApiProperty({ minimum: 0, maximum: 240 }) @WholeNumber(0, 240) cleaningMinutes: number;
  @ApiProperty({ minimum: 0, maximum: 100 }) @WholeNumber(0, 100) reservedPercent: number;
  @ApiProperty({ minimum: 0, maximum: 2184 }) @WholeNumber(0, 2184) reservedUntilHours: number;
}

/** Everything staff may write about a venue. */
export class CreateVenueDto {
  @ApiProperty({ maxLength: 60 })
  @PlainText(1, 60)
  name: string;

  @ApiProperty({ minimum: 1, maximum: 5000 })
  @WholeNumber(1, 5000)
  capacity: number;

  @ApiProperty({ type: [String], maxItems: 12 })
  @PlainLabels(12, 12)
  facilities: string[];

  @ApiProperty({ maxLength: 1000 })
  @PlainText(0, 1000, { lines: true })
  intro: string;

  @ApiProperty({ enum: UNIT_MINUTES })
  @IsIn(UNIT_MINUTES)
  unitMinutes: UnitMinutes;

  @ApiProperty({ enum: VENUE_STATUSES, enumName: 'VenueStatus' })
  @IsIn(VENUE_STATUSES)
  status: VenueStatus;

  @ApiProperty({ type: VenuePolicyInput })
  @Type(() => VenuePolicyInput)
  @ValidateNested()
  @IsObject()
  @IsDefined()
  policy: VenuePolicyInput;

  @ApiProperty({
    type: [WeekdayHoursInput],
    nullable: true,
    maxItems: 7,
    description: "null: the centre's hours",
  })
  @Type(() => WeekdayHoursInput)
  @OrNull()
  @ValidateNested({ each: true })
  @NoListInList()
  @ArrayMaxSize(7, { message: '一周只有七天' })
  @IsArray()
  opening: WeekdayHoursInput[] | null;
}

/** An edit of what was read as `version`. */
export class UpdateVenueDto extends CreateVenueDto {
  @ApiProperty()
  @IsInt()
  version: number;

  @ApiPropertyOptional({ description: 'keep the bookings that the new hours leave outside' })
  @IsOptional()
  @IsBoolean()
  confirmOutsideHours?: boolean;
}

/** A venue as its form shows it. */
export class StaffVenueView extends VenueView {
  @ApiProperty({ type: [WeekdayHoursView], nullable: true, description: "null: the centre's hours" })
  opening: WeekdayHoursView[] | null;
  @ApiProperty({ description: 'send it back with the edit' }) version: number;
  @ApiProperty({ description: 'bookings that this edit left outside the hours; they stay' })
  keptOutsideHours: number;
}
