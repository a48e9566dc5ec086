import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { TRAININGS, UNIT_KINDS, type Training, type UnitKind } from '@jiefang/shared/volunteering';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../../common/http/requests.dto.js';
import { PlainText, WholeNumber } from '../../common/validation/fields.js';
import { DivisionName } from '../../divisions/divisions.dto.js';
import { CalendarDay } from './calendar-day.js';
import { OrNull, UnitName, UnitView, VolunteerPauseView, VolunteerTrainingView } from './volunteer.dto.js';
import { VOLUNTEER_STATUSES, type VolunteerStatus } from './volunteer-rules.js';

export class StaffUnitView extends UnitView {
  @ApiProperty({ type: DivisionName }) division: DivisionName;
}

export class StaffUnitList {
  @ApiProperty({ type: [StaffUnitView] }) items: StaffUnitView[];
}

export class CreateUnitDto {
  @ApiProperty({ minLength: 2, maxLength: 60 })
  @PlainText(2, 60)
  name: string;

  @ApiProperty({ enum: UNIT_KINDS, enumName: 'UnitKind' })
  @IsIn(UNIT_KINDS, { message: '请选单位的类别' })
  kind: UnitKind;
}

/** A volunteer as staff see them. */
export class StaffVolunteerView {
  @ApiProperty() personId: string;
  @ApiProperty() number: string;
  @ApiProperty({ example: '林**' }) name: string;
  @ApiProperty({ type: String, nullable: true, example: '138****5678' }) phoneMasked: string | null;
  @ApiProperty({ enum: VOLUNTEER_STATUSES, enumName: 'VolunteerStatus' }) status: VolunteerStatus;
  @ApiProperty({ type: DivisionName }) community: DivisionName;
  @ApiProperty({ type: UnitName, nullable: true }) unit: UnitName | null;
  @ApiProperty({ type: [VolunteerTrainingView] }) trainings: VolunteerTrainingView[];
  @ApiProperty({ type: [VolunteerPauseView] }) pauses: VolunteerPauseView[];
  @ApiProperty({ description: 'minutes that are recorded' }) minutes: number;
}

export class StaffVolunteerPage {
  @ApiProperty({ type: [StaffVolunteerView] }) items: StaffVolunteerView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class StaffVolunteersQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'a volunteer’s whole number, or the phone they bound' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  q?: string;
}

export class RecordTrainingDto {
  @ApiProperty({ enum: TRAININGS, enumName: 'Training' })
  @IsIn(TRAININGS, { message: '请选一种培训' })
  training: Training;

  @ApiProperty({ format: 'date', example: '2026-11-01' })
  @CalendarDay('请选通过的日期')
  passedOn: string;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2027-10-31',
    description: 'null: for good',
  })
  @OrNull()
  @CalendarDay('请选到期的日期')
  expiresOn: string | null;
}

export class PauseVolunteerDto {
  @ApiProperty({ minimum: 1, maximum: 180 })
  @WholeNumber(1, 180)
  days: number;

  @ApiProperty({ minLength: 2, maxLength: 100 })
  @PlainText(2, 100)
  reason: string;
}
