import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AUDIENCES, type Audience } from '@jiefang/shared/venues';
import { IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../../common/http/requests.dto.js';
import { DivisionName } from '../../divisions/divisions.dto.js';
import { NamedView } from '../bookings/booking-views.js';
import { VENUE_STATUSES, type VenueStatus } from './venue-config.js';

/** A stretch of a day in minutes since Shanghai midnight; the end is exclusive, at most 1440. */
export class MinuteRangeView {
  @ApiProperty() openMinute: number;
  @ApiProperty() closeMinute: number;
}

/** Opening on one ISO weekday, 1 Monday … 7 Sunday; no ranges means closed. */
export class WeekdayHoursView {
  @ApiProperty({ minimum: 1, maximum: 7 }) weekday: number;
  @ApiProperty({ type: [MinuteRangeView] }) ranges: MinuteRangeView[];
}

/** A time out of turn during which a venue, or the whole centre, is closed. */
export class ClosureView {
  @ApiProperty() id: string;
  @ApiProperty({ type: NamedView, nullable: true, description: 'null: the whole centre' })
  venue: NamedView | null;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty() reason: string;
}

/** The first stretch that can be booked online now. */
export class FreeStretchView {
  @ApiProperty({ format: 'date' }) date: string;
  @ApiProperty() startMinute: number;
  @ApiProperty() endMinute: number;
}

/** A venue in a list, with what is free as things stand now. */
export class VenueCardView {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: NamedView }) centre: NamedView;
  @ApiProperty() capacity: number;
  @ApiProperty({ type: [String] }) facilities: string[];
  @ApiProperty({ description: 'staff confirm each booking' }) approval: boolean;
  @ApiProperty({ description: 'open and unused at this moment' }) freeNow: boolean;
  @ApiProperty({ type: FreeStretchView, nullable: true, description: 'within the next seven days' })
  nextFree: FreeStretchView | null;
  @ApiProperty() freeUnitsToday: number;
  @ApiProperty({ enum: VENUE_STATUSES, enumName: 'VenueStatus' }) status: VenueStatus;
  @ApiProperty({ enum: AUDIENCES, enumName: 'Audience' }) eligibility: Audience;
}

/** A centre in a list. */
export class CentreCardView {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: [String] }) tags: string[];
  @ApiProperty() address: string;
  @ApiProperty({ type: Number, nullable: true, description: 'only in a list by nearness' }) distanceMetres:
    number | null;
  @ApiProperty() openNow: boolean;
  @ApiProperty({ example: '08:30–21:00' }) hoursToday: string;
  @ApiProperty() freeVenuesNow: number;
  @ApiProperty() venueCount: number;
  @ApiProperty({ type: DivisionName }) community: DivisionName;
}

export class CentrePageView {
  @ApiProperty({ type: [CentreCardView] }) items: CentreCardView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** A point in the coordinates that Chinese maps use. */
export class LocationView {
  @ApiProperty() latitude: number;
  @ApiProperty() longitude: number;
  @ApiProperty({ enum: ['GCJ-02'] }) coordinateSystem: 'GCJ-02';
}

/** Something a centre offers beside its venues. */
export class ServiceView {
  @ApiProperty() name: string;
  @ApiProperty() description: string;
  @ApiProperty({ example: '周一至周五 09:00–17:00' }) hours: string;
}

/** A centre's page. */
export class CentreView extends CentreCardView {
  @ApiProperty() intro: string;
  @ApiProperty() phone: string;
  @ApiProperty({ type: LocationView }) location: LocationView;
  @ApiProperty({ type: [ServiceView] }) services: ServiceView[];
  @ApiProperty({ type: [WeekdayHoursView] }) hours: WeekdayHoursView[];
  @ApiProperty({ type: [ClosureView], description: 'not over yet, by start' }) closures: ClosureView[];
  @ApiProperty({ type: [VenueCardView] }) venues: VenueCardView[];
}

/** Which centres to list: filters combine. Nearest first with `near`, own community first with `community`. */
export class CentreListQuery extends PageQuery {
  @ApiPropertyOptional({
    description: 'division code: its subtree and the centres of the divisions above it',
  })
  @IsOptional()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$/)
  community?: string;

  @ApiPropertyOptional({ description: 'latitude,longitude in GCJ-02', example: '24.5135,117.6520' })
  @IsOptional()
  @Matches(/^-?\d{1,2}(\.\d{1,10})?,-?\d{1,3}(\.\d{1,10})?$/)
  near?: string;

  @ApiPropertyOptional({ description: 'part of the name, its pinyin or initials' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  q?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(12)
  tag?: string;
}
