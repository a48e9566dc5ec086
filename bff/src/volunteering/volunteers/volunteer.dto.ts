import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  SKILLS,
  TRAININGS,
  UNIT_KINDS,
  type Skill,
  type Training,
  type UnitKind,
} from '@jiefang/shared/volunteering';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { CalendarDay } from './calendar-day.js';
import { PickedId } from '../../common/validation/fields.js';
import { DivisionName } from '../../divisions/divisions.dto.js';
import { tidyText } from '../../identity/people/person-name.js';
import {
  GUARDIAN_METHODS,
  VOLUNTEER_ACTIONS,
  VOLUNTEER_STATUSES,
  type GuardianMethod,
  type VolunteerAction,
  type VolunteerStatus,
} from './volunteer-rules.js';

const COMMUNITY = /^\d{12}$/;

/** Null, or what the other rules of the property ask for. */
export const OrNull = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== null);

/** Text in composed form, without spaces at the ends; whether it may stand as a name is decided by the service. */
const Tidied = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? tidyText(value) : value));

/** An identity number with a small x made a capital one. */
const IdNumber = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.trim().toUpperCase() : value,
  );

/** A code of the product with the word that people read. */
export class CodedWord {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
}

/** The pledge, and what a form about volunteers offers to choose from. */
export class PledgeView {
  @ApiProperty() version: number;
  @ApiProperty() text: string;
  @ApiProperty({ description: 'full years' }) minAge: number;
  @ApiProperty({ description: 'younger than this asks for a guardian’s consent' }) guardianBelowAge: number;
  @ApiProperty({ type: [CodedWord] }) skills: CodedWord[];
  @ApiProperty({ type: [CodedWord] }) trainings: CodedWord[];
  @ApiProperty({ type: [CodedWord] }) unitKinds: CodedWord[];
}

/** A unit that reported to a division (双报到). */
export class UnitView {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: UNIT_KINDS, enumName: 'UnitKind' }) kind: UnitKind;
}

export class UnitList {
  @ApiProperty({ type: [UnitView] }) items: UnitView[];
}

export class UnitName {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}

export class UnitsQuery {
  @ApiProperty({ example: '350602002002' })
  @Matches(COMMUNITY, { message: '请先选社区' })
  community: string;
}

export class VolunteerTrainingView {
  @ApiProperty({ enum: TRAININGS, enumName: 'Training' }) code: Training;
  @ApiProperty() name: string;
  @ApiProperty({ format: 'date' }) passedOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'the last day it is good for' })
  expiresOn: string | null;
}

/** Claiming tasks of a division is paused; neither lifted nor over. */
export class VolunteerPauseView {
  @ApiProperty() id: string;
  @ApiProperty({ type: DivisionName }) division: DivisionName;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty() reason: string;
}

/** The consent of a minor's guardian; everything null while it is awaited. */
export class GuardianView {
  @ApiProperty({ type: String, nullable: true }) relation: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) consentedAt: string | null;
  @ApiProperty({ type: String, enum: GUARDIAN_METHODS, enumName: 'GuardianMethod', nullable: true })
  method: GuardianMethod | null;
}

/** A volunteer's own registration. */
export class VolunteerView {
  @ApiProperty({ description: '12 digits, kept when one leaves and comes back' }) number: string;
  @ApiProperty({ enum: VOLUNTEER_STATUSES, enumName: 'VolunteerStatus' }) status: VolunteerStatus;
  @ApiProperty({ example: '林**' }) name: string;
  @ApiProperty({ format: 'date' }) birthDay: string;
  @ApiProperty({ type: String, nullable: true, example: '350***********1234' }) idNumberMasked: string | null;
  @ApiProperty({ type: DivisionName }) community: DivisionName;
  @ApiProperty({ type: UnitName, nullable: true }) unit: UnitName | null;
  @ApiProperty({ enum: SKILLS, enumName: 'Skill', isArray: true }) skills: Skill[];
  @ApiProperty({ type: [VolunteerTrainingView] }) trainings: VolunteerTrainingView[];
  @ApiProperty({ description: 'wants to be told of emergency tasks' }) emergencyOptIn: boolean;
  @ApiProperty({ format: 'date-time' }) pledgedAt: string;
  @ApiProperty({ type: GuardianView, nullable: true, description: 'null where none was ever needed' })
  guardian: GuardianView | null;
  @ApiProperty({ type: [VolunteerPauseView] }) pauses: VolunteerPauseView[];
  @ApiProperty({ enum: VOLUNTEER_ACTIONS, enumName: 'VolunteerAction', isArray: true })
  actions: VolunteerAction[];
}

export class MyVolunteer {
  @ApiProperty({ type: VolunteerView, nullable: true }) volunteer: VolunteerView | null;
}

/** What a volunteer may change at any time. */
export class UpdateVolunteerDto {
  @ApiProperty({ example: '350602002002' })
  @Matches(COMMUNITY, { message: '请选一个社区' })
  communityCode: string;

  @ApiProperty({ type: String, nullable: true })
  @OrNull()
  @PickedId('请在名单里选单位')
  unitId: string | null;

  @ApiProperty({ enum: SKILLS, enumName: 'Skill', isArray: true, maxItems: SKILLS.length })
  @IsIn(SKILLS, { each: true, message: '有不认识的特长' })
  @ArrayUnique({ message: '有重复的' })
  @ArrayMaxSize(SKILLS.length)
  @IsArray({ message: '应该是一组特长' })
  skills: Skill[];

  @ApiProperty()
  @IsBoolean()
  emergencyOptIn: boolean;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'null takes the number away' })
  @IdNumber()
  @OrNull()
  @IsOptional()
  @MaxLength(18, { message: '证件号码应是 18 位' })
  @IsString()
  idNumber?: string | null;
}

/** Becoming a volunteer, or coming back. */
export class JoinDto extends UpdateVolunteerDto {
  @ApiProperty({ description: 'of the pledge that was shown' })
  @IsInt({ message: '请先读志愿者承诺' })
  pledgeVersion: number;

  @ApiProperty({ maxLength: 20 })
  @Tidied()
  @MaxLength(60, { message: '姓名最多 20 个字' })
  @IsString({ message: '请写姓名' })
  name: string;

  @ApiProperty({ format: 'date', example: '1990-05-01' })
  @CalendarDay('请选出生日期')
  birthDay: string;
}
