import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  TASK_KINDS,
  TASK_STATUSES,
  TASK_URGENCIES,
  TRAININGS,
  type TaskKind,
  type TaskStatus,
  type TaskUrgency,
  type Training,
} from '@jiefang/shared/volunteering';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
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
import { PageQuery } from '../../common/http/requests.dto.js';
import {
  ChinaLatitude,
  ChinaLongitude,
  Instant,
  PickedId,
  PlainText,
  WholeNumber,
} from '../../common/validation/fields.js';
import { CalendarDay } from '../volunteers/calendar-day.js';
import { OrNull } from '../volunteers/volunteer.dto.js';
import { PlaceView, TaskFactsView, TaskShiftView } from './task.dto.js';
import { MAX_SHIFTS, STAFF_TASK_ACTIONS, type StaffTaskAction } from './task-rules.js';

const MAX_LINE = 500;
const MAX_CHECKPOINTS = 30;

/** A place within China, in GCJ-02 degrees. */
export class PlaceInput extends PlaceView {
  @ChinaLatitude()
  latitude: number;

  @ChinaLongitude()
  longitude: number;
}

export class CheckpointInput extends PlaceInput {
  @ApiProperty({ minimum: 1, maximum: MAX_CHECKPOINTS })
  @WholeNumber(1, MAX_CHECKPOINTS)
  no: number;

  @ApiProperty({ minLength: 1, maxLength: 30 })
  @PlainText(1, 30)
  name: string;

  @ApiProperty({ minimum: 10, maximum: 200 })
  @WholeNumber(10, 200)
  radiusMetres: number;

  @ApiProperty({ minimum: 0, maximum: 3600 })
  @WholeNumber(0, 3600)
  dwellSeconds: number;
}

export class RouteInput {
  @ApiProperty({ type: [PlaceInput], maxItems: MAX_LINE })
  @Type(() => PlaceInput)
  @ValidateNested({ each: true })
  @ArrayMaxSize(MAX_LINE, { message: `路线最多 ${MAX_LINE} 个点` })
  @IsArray()
  line: PlaceInput[];

  @ApiProperty({ type: [CheckpointInput], maxItems: MAX_CHECKPOINTS })
  @Type(() => CheckpointInput)
  @ValidateNested({ each: true })
  @ArrayMaxSize(MAX_CHECKPOINTS, { message: `打卡点最多 ${MAX_CHECKPOINTS} 个` })
  @IsArray()
  checkpoints: CheckpointInput[];
}

export class RequirementsInput {
  @ApiProperty({ minimum: 15, maximum: 80 })
  @WholeNumber(15, 80)
  minAge: number;

  @ApiProperty({ type: Number, nullable: true, minimum: 15, maximum: 100 })
  @OrNull()
  @WholeNumber(15, 100)
  maxAge: number | null;

  @ApiProperty({ enum: TRAININGS, enumName: 'Training', isArray: true })
  @IsIn(TRAININGS, { each: true, message: '有不认识的培训' })
  @ArrayUnique({ message: '有重复的' })
  @ArrayMaxSize(TRAININGS.length)
  @IsArray()
  trainings: Training[];

  @ApiProperty({ type: [String], maxItems: 20 })
  @PickedIds('请在名单里选单位')
  @ArrayUnique({ message: '有重复的' })
  @ArrayMaxSize(20, { message: '最多 20 个单位' })
  @IsArray()
  unitIds: string[];

  @ApiProperty()
  @IsBoolean()
  residentsOnly: boolean;
}

/** A shift of the form. Claims may be made in [opensAt, closesAt). */
export class ShiftInput {
  @ApiPropertyOptional({ description: 'of a shift that exists; without it, a new one' })
  @IsOptional()
  @PickedId('没有这个班次')
  id?: string;

  @ApiProperty({ format: 'date-time', example: '2026-12-01T01:00:00Z' })
  @Instant()
  startsAt: string;

  @ApiProperty({ format: 'date-time', example: '2026-12-01T03:00:00Z' })
  @Instant()
  endsAt: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-20T01:00:00Z' })
  @Instant()
  opensAt: string;

  @ApiProperty({ format: 'date-time', example: '2026-12-01T01:00:00Z' })
  @Instant()
  closesAt: string;

  @ApiProperty({ minimum: 1, maximum: 10_000 })
  @WholeNumber(1, 10_000)
  capacity: number;
}

/** Everything staff may write about a task. Whether its parts fit together is checked as a whole. */
export class TaskForm {
  @ApiProperty({ enum: TASK_KINDS, enumName: 'TaskKind' })
  @IsIn(TASK_KINDS, { message: '请选任务的类别' })
  kind: TaskKind;

  @ApiProperty({ enum: TASK_URGENCIES, enumName: 'TaskUrgency' })
  @IsIn(TASK_URGENCIES)
  urgency: TaskUrgency;

  @ApiProperty({ minLength: 2, maxLength: 40 })
  @PlainText(2, 40)
  title: string;

  @ApiProperty({ maxLength: 1000 })
  @PlainText(0, 1000, { lines: true })
  intro: string;

  @ApiProperty({ minLength: 2, maxLength: 60 })
  @PlainText(2, 60)
  placeName: string;

  @ApiProperty({ minLength: 2, maxLength: 120 })
  @PlainText(2, 120)
  address: string;

  @ApiProperty({ type: PlaceInput })
  @Type(() => PlaceInput)
  @ValidateNested()
  @IsObject()
  @IsDefined()
  location: PlaceInput;

  @ApiProperty({ minimum: 30, maximum: 1000 })
  @WholeNumber(30, 1000)
  geofenceMetres: number;

  @ApiProperty({ type: RouteInput, nullable: true, description: 'a patrol needs one' })
  @Type(() => RouteInput)
  @OrNull()
  @ValidateNested()
  @IsObject()
  route: RouteInput | null;

  @ApiProperty({ type: RequirementsInput })
  @Type(() => RequirementsInput)
  @ValidateNested()
  @IsObject()
  @IsDefined()
  requirements: RequirementsInput;

  @ApiProperty({ maxLength: 1000, description: 'a task with one must be insured before it is published' })
  @PlainText(0, 1000, { lines: true })
  riskNotice: string;

  @ApiProperty()
  @IsBoolean()
  insured: boolean;

  @ApiProperty({ maxLength: 200 })
  @PlainText(0, 200)
  insuranceNote: string;

  @ApiProperty({ maxLength: 200 })
  @PlainText(0, 200, { lines: true })
  gatherNote: string;

  @ApiProperty({ minLength: 1, maxLength: 20 })
  @PlainText(1, 20)
  contactName: string;

  @ApiProperty({ example: '0596-2020001' })
  @Matches(/^\+?[0-9][0-9 -]{4,28}$/, { message: '电话号码的格式不对' })
  contactPhone: string;

  @ApiProperty({ minimum: 0, maximum: 10_080 })
  @WholeNumber(0, 10_080)
  releaseByMinutes: number;

  @ApiProperty({ minimum: 0, maximum: 240 })
  @WholeNumber(0, 240)
  checkInOpensMinutes: number;

  @ApiProperty({ type: [ShiftInput], maxItems: MAX_SHIFTS })
  @Type(() => ShiftInput)
  @ValidateNested({ each: true })
  @ArrayMaxSize(MAX_SHIFTS, { message: `一个任务最多 ${MAX_SHIFTS} 个班次` })
  @IsArray()
  shifts: ShiftInput[];
}

/** An edit of what was read as `version`. Shifts that are left out are taken away, unless they are over. */
export class UpdateTaskForm extends TaskForm {
  @ApiProperty()
  @IsInt()
  version: number;
}

export class CopyTaskDto {
  @ApiProperty({ minimum: 0, maximum: 366, description: 'how many days later the copy’s shifts are' })
  @WholeNumber(0, 366)
  days: number;
}

export class RepeatTaskDto {
  @ApiProperty({ minimum: 1, maximum: 26 })
  @WholeNumber(1, 26)
  weeks: number;
}

export class StaffTasksQuery extends PageQuery {
  @ApiPropertyOptional({ enum: TASK_STATUSES, enumName: 'TaskStatus' })
  @IsOptional()
  @IsIn(TASK_STATUSES)
  status?: TaskStatus;

  @ApiPropertyOptional({ format: 'date', description: 'tasks that are not over before this day' })
  @IsOptional()
  @CalendarDay('请选一天')
  from?: string;
}

/** A shift as staff see it, with how many people stand where. */
export class StaffTaskShiftView extends TaskShiftView {
  @ApiProperty({ description: 'places that are held, whatever has become of them' }) claimed: number;
  @ApiProperty({ description: 'under way' }) checkedIn: number;
  @ApiProperty({ description: 'done and not verified yet' }) submitted: number;
  @ApiProperty() verified: number;
}

export class TaskAuthorView {
  @ApiProperty() nickname: string;
}

/** A task as its form and staff's lists show it. */
export class StaffTaskView extends TaskFactsView {
  @ApiProperty({ type: [StaffTaskShiftView], description: 'all of them, by start' })
  shifts: StaffTaskShiftView[];
  @ApiProperty({ description: 'send it back with the edit' }) version: number;
  @ApiProperty({ type: TaskAuthorView, nullable: true }) createdBy: TaskAuthorView | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) publishedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) cancelReason: string | null;
  @ApiProperty({ enum: STAFF_TASK_ACTIONS, enumName: 'StaffTaskAction', isArray: true })
  actions: StaffTaskAction[];
}

export class StaffTaskPage {
  @ApiProperty({ type: [StaffTaskView] }) items: StaffTaskView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** Public ids of things that were picked from a list. */
function PickedIds(message: string): PropertyDecorator {
  return Matches(/^[0-9A-Za-z]{8,24}$/, { each: true, message });
}
