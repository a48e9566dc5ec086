import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AUDIENCES, UNIT_MINUTES, type Audience, type UnitMinutes } from '@jiefang/shared/venues';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { ClosureView, MinuteRangeView } from './centre.dto.js';
import { UNIT_STATES, type UnitState } from './day-grid.js';
import { VENUE_STATUSES, type VenueStatus } from './venue-config.js';

/** A venue's policy; see VenuePolicy in shared/venues for what each field means. Minutes unless the name says otherwise. */
export class VenuePolicyView {
  @ApiProperty({ enum: AUDIENCES, enumName: 'Audience' }) audience: Audience;
  @ApiProperty() approval: boolean;
  @ApiProperty() earliestLeadDays: number;
  @ApiProperty() latestLeadMinutes: number;
  @ApiProperty() minMinutes: number;
  @ApiProperty() maxMinutes: number;
  @ApiProperty({ type: Number, nullable: true }) weeklyPerPerson: number | null;
  @ApiProperty({ type: Number, nullable: true }) weeklyPerHousehold: number | null;
  @ApiProperty() cancelByMinutes: number;
  @ApiProperty() checkInOpensMinutes: number;
  @ApiProperty({ type: Number, nullable: true }) releaseAfterMinutes: number | null;
  @ApiProperty() noShowLimit: number;
  @ApiProperty() noShowDays: number;
  @ApiProperty() pauseDays: number;
  @ApiProperty() cleaningMinutes: number;
  @ApiProperty({ minimum: 0, maximum: 100 }) reservedPercent: number;
  @ApiProperty() reservedUntilHours: number;
}

/** The centre a venue belongs to, with how to reach it. */
export class VenueCentreView {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() phone: string;
  @ApiProperty() address: string;
}

/** A booking rule, ready to show. */
export class RuleTextView {
  @ApiProperty() no: number;
  @ApiProperty() title: string;
  @ApiProperty() text: string;
}

/** Number and title of a booking rule. */
export class RuleView {
  @ApiProperty() no: number;
  @ApiProperty() title: string;
}

/** Why the viewer cannot book, in the words of a refusal. */
export class RefusalView {
  @ApiProperty() code: string;
  @ApiProperty() message: string;
  @ApiProperty({ type: RuleView, nullable: true }) rule: RuleView | null;
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

/** Whether the viewer may book here at all, whatever the time. */
export class BookableView {
  @ApiProperty() allowed: boolean;
  @ApiProperty({ type: RefusalView, nullable: true }) refusal: RefusalView | null;
}

/** Bookings counted this week, Monday to Sunday. */
export class QuotaUseView {
  @ApiProperty() used: number;
  @ApiProperty() limit: number;
}

export class QuotaView {
  @ApiProperty({ type: QuotaUseView, nullable: true }) person: QuotaUseView | null;
  @ApiProperty({ type: QuotaUseView, nullable: true }) household: QuotaUseView | null;
}

/** A venue's page. */
export class VenueView {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: VenueCentreView }) centre: VenueCentreView;
  @ApiProperty() capacity: number;
  @ApiProperty({ type: [String] }) facilities: string[];
  @ApiProperty() intro: string;
  @ApiProperty({ enum: UNIT_MINUTES }) unitMinutes: UnitMinutes;
  @ApiProperty({ enum: VENUE_STATUSES, enumName: 'VenueStatus' }) status: VenueStatus;
  @ApiProperty({ type: VenuePolicyView }) policy: VenuePolicyView;
  @ApiProperty({ type: [RuleTextView] }) rules: RuleTextView[];
  @ApiProperty({ type: BookableView }) bookable: BookableView;
  @ApiProperty({ format: 'date' }) firstDay: string;
  @ApiProperty({ format: 'date' }) lastDay: string;
  @ApiProperty({ type: QuotaView, nullable: true, description: 'null for a visitor' })
  quota: QuotaView | null;
}

/** One cell of the day grid. */
export class GridUnitView {
  @ApiProperty() startMinute: number;
  @ApiProperty({ enum: UNIT_STATES, enumName: 'UnitState' }) state: UnitState;
}

/** A venue's day: every unit from the first opening to the last closing. */
export class VenueDayView {
  @ApiProperty() venueId: string;
  @ApiProperty({ format: 'date' }) date: string;
  @ApiProperty({ enum: UNIT_MINUTES }) unitMinutes: UnitMinutes;
  @ApiProperty({ description: 'grows with every change of who holds a unit of this venue' }) version: number;
  @ApiProperty({ type: [MinuteRangeView] }) opening: MinuteRangeView[];
  @ApiProperty({ type: [GridUnitView] }) units: GridUnitView[];
  @ApiProperty({ type: [ClosureView] }) closures: ClosureView[];
  @ApiProperty() waitlistCount: number;
}

/** One day of the day strip. */
export class DaySummaryView {
  @ApiProperty({ format: 'date' }) date: string;
  @ApiProperty() freeUnits: number;
  @ApiProperty() totalUnits: number;
  @ApiProperty({ description: 'no unit of the day is open' }) closed: boolean;
}

export class DaySummaryListView {
  @ApiProperty({ type: [DaySummaryView] }) items: DaySummaryView[];
}

/** Which days of the strip. */
export class DayStripQuery {
  @ApiPropertyOptional({ format: 'date', description: 'today when left out' })
  @IsOptional()
  @IsString()
  from?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 14, default: 14 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(14)
  count: number = 14;
}
