import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  CLAIM_STATUSES,
  TASK_KINDS,
  TASK_STATUSES,
  TASK_URGENCIES,
  TRAININGS,
  type ClaimStatus,
  type TaskKind,
  type TaskStatus,
  type TaskUrgency,
  type Training,
} from '@jiefang/shared/volunteering';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../../common/http/requests.dto.js';
import { DivisionName } from '../../divisions/divisions.dto.js';
import { CalendarDay } from '../volunteers/calendar-day.js';
import { UnitName } from '../volunteers/volunteer.dto.js';

/** A place in GCJ-02 degrees. */
export class PlaceView {
  @ApiProperty() latitude: number;
  @ApiProperty() longitude: number;
}

/** How the reader stands to a shift: the status of their claim, or that they wait for a place. */
export const STANDINGS = [...CLAIM_STATUSES, 'waiting'] as const;
export type Standing = ClaimStatus | 'waiting';

export const SHIFT_STATUSES = ['open', 'cancelled'] as const;
export type ShiftStatus = (typeof SHIFT_STATUSES)[number];

/** What a card shows of a shift's task. */
export class CardTaskView {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: TASK_KINDS, enumName: 'TaskKind' }) kind: TaskKind;
  @ApiProperty({ enum: TASK_URGENCIES, enumName: 'TaskUrgency' }) urgency: TaskUrgency;
  @ApiProperty() placeName: string;
  @ApiProperty() address: string;
  @ApiProperty({ type: PlaceView }) location: PlaceView;
  @ApiProperty({ type: Number, nullable: true, description: 'only in a list by nearness' })
  distanceMetres: number | null;
  @ApiProperty({ type: DivisionName }) community: DivisionName;
  @ApiProperty({ description: 'how many there are' }) checkpoints: number;
  @ApiProperty() insured: boolean;
  @ApiProperty({ description: 'a risk notice must be read before claiming' }) hasRisk: boolean;
}

/** When a shift runs and may be claimed, and its places. */
export class ShiftFactsView {
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty({ format: 'date-time' }) opensAt: string;
  @ApiProperty({ format: 'date-time' }) closesAt: string;
  @ApiProperty() capacity: number;
  @ApiProperty({ description: 'that a newcomer may take' }) placesLeft: number;
  @ApiProperty({ description: 'people in the queue' }) waiting: number;
  @ApiProperty({ enum: SHIFT_STATUSES, enumName: 'ShiftStatus' }) status: ShiftStatus;
}

/** A shift in a list. */
export class ShiftCardView extends ShiftFactsView {
  @ApiProperty() shiftId: string;
  @ApiProperty({ type: CardTaskView }) task: CardTaskView;
  @ApiProperty({ type: String, enum: STANDINGS, enumName: 'ShiftStanding', nullable: true })
  mine: Standing | null;
}

export class ShiftCardPage {
  @ApiProperty({ type: [ShiftCardView] }) items: ShiftCardView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class ShiftCardList {
  @ApiProperty({ type: [ShiftCardView] }) items: ShiftCardView[];
}

/** A place of a route that the patrol must reach, in order. */
export class CheckpointView {
  @ApiProperty({ description: 'from 1, in the order of the walk' }) no: number;
  @ApiProperty() name: string;
  @ApiProperty() latitude: number;
  @ApiProperty() longitude: number;
  @ApiProperty() radiusMetres: number;
  @ApiProperty({ description: 'how long to stay; 0: passing is enough' }) dwellSeconds: number;
}

/** A patrol's route in GCJ-02. */
export class RouteView {
  @ApiProperty({ type: [PlaceView] }) line: PlaceView[];
  @ApiProperty() lengthMetres: number;
  @ApiProperty({ type: [CheckpointView] }) checkpoints: CheckpointView[];
}

export class NamedTraining {
  @ApiProperty({ enum: TRAININGS, enumName: 'Training' }) code: Training;
  @ApiProperty() name: string;
}

/** Who may claim. Ages are full years on the day of the shift; an empty list asks for nothing. */
export class RequirementsView {
  @ApiProperty() minAge: number;
  @ApiProperty({ type: Number, nullable: true }) maxAge: number | null;
  @ApiProperty({ type: [NamedTraining] }) trainings: NamedTraining[];
  @ApiProperty({ type: [UnitName] }) units: UnitName[];
  @ApiProperty({ description: 'verified residents of the task’s division only' }) residentsOnly: boolean;
}

export class TaskContactView {
  @ApiProperty() name: string;
  @ApiProperty() phone: string;
}

/** A rule of claiming in words. */
export class ClaimRuleView {
  @ApiProperty() no: number;
  @ApiProperty() title: string;
  @ApiProperty() text: string;
}

export class RuleNameView {
  @ApiProperty() no: number;
  @ApiProperty() title: string;
}

/** Why a tap would be refused. */
export class ClaimRefusalView {
  @ApiProperty() code: string;
  @ApiProperty() message: string;
  @ApiProperty({ type: RuleNameView, nullable: true }) rule: RuleNameView | null;
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

/** Whether the reader’s tap would be granted now, the risk notice aside. The tap itself decides. */
export class ClaimableView {
  @ApiProperty() allowed: boolean;
  @ApiProperty({ type: ClaimRefusalView, nullable: true }) refusal: ClaimRefusalView | null;
}

/** What the reader has of a shift. */
export class MyShiftView {
  @ApiProperty({ type: String, nullable: true }) claimId: string | null;
  @ApiProperty({ type: String, enum: CLAIM_STATUSES, enumName: 'ClaimStatus', nullable: true })
  status: ClaimStatus | null;
  @ApiProperty({ type: String, nullable: true }) waitId: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'from 1' }) waitPosition: number | null;
}

/** A shift on its task's page. */
export class TaskShiftView extends ShiftFactsView {
  @ApiProperty() id: string;
  @ApiProperty({ type: ClaimableView }) claimable: ClaimableView;
  @ApiProperty({ description: 'full, and joining the queue would be taken' }) canWait: boolean;
  @ApiProperty({ type: MyShiftView, nullable: true }) mine: MyShiftView | null;
}

/** A task's page without its shifts. */
export class TaskFactsView {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: TASK_KINDS, enumName: 'TaskKind' }) kind: TaskKind;
  @ApiProperty({ enum: TASK_URGENCIES, enumName: 'TaskUrgency' }) urgency: TaskUrgency;
  @ApiProperty() intro: string;
  @ApiProperty({ enum: TASK_STATUSES, enumName: 'TaskStatus' }) status: TaskStatus;
  @ApiProperty() placeName: string;
  @ApiProperty() address: string;
  @ApiProperty({ type: PlaceView }) location: PlaceView;
  @ApiProperty({ description: 'how near one must be to check in' }) geofenceMetres: number;
  @ApiProperty({ type: RouteView, nullable: true }) route: RouteView | null;
  @ApiProperty({ type: RequirementsView }) requirements: RequirementsView;
  @ApiProperty({ description: 'empty: none' }) riskNotice: string;
  @ApiProperty() insured: boolean;
  @ApiProperty() insuranceNote: string;
  @ApiProperty() gatherNote: string;
  @ApiProperty({ type: TaskContactView }) contact: TaskContactView;
  @ApiProperty({ type: DivisionName }) community: DivisionName;
  @ApiProperty({ description: 'minutes before the start until which a place may be given back freely' })
  releaseByMinutes: number;
  @ApiProperty({ description: 'minutes before the start from which one may check in' })
  checkInOpensMinutes: number;
  @ApiProperty({ type: [ClaimRuleView] }) rules: ClaimRuleView[];
}

/** A task's page. */
export class TaskView extends TaskFactsView {
  @ApiProperty({ type: [TaskShiftView], description: 'not over, and the reader’s own; by start' })
  shifts: TaskShiftView[];
}

/** The places of a shift at this moment. */
export class ShiftPlacesView {
  @ApiProperty() id: string;
  @ApiProperty() placesLeft: number;
  @ApiProperty() waiting: number;
}

export class ShiftPlacesList {
  @ApiProperty({ type: [ShiftPlacesView] }) items: ShiftPlacesView[];
}

export class ShiftPlacesQuery {
  @ApiProperty({ description: 'up to 50 ids, separated by commas' })
  @Matches(/^[0-9A-Za-z]{8,24}(,[0-9A-Za-z]{8,24}){0,49}$/, { message: '请给 1 到 50 个班次' })
  ids: string;
}

/** Which shifts to list; filters combine. Either a community or a place must be given; with a place, nearest first. */
export class TaskListQuery extends PageQuery {
  @ApiPropertyOptional({
    description: 'its tasks and those of its street, district and city',
    example: '350602002002',
  })
  @IsOptional()
  @Matches(/^\d{12}$/, { message: '请选一个社区' })
  community?: string;

  @ApiPropertyOptional({ description: 'latitude,longitude in GCJ-02', example: '24.5135,117.6520' })
  @IsOptional()
  @Matches(/^-?\d{1,2}(\.\d{1,10})?,-?\d{1,3}(\.\d{1,10})?$/, { message: '位置不对' })
  near?: string;

  @ApiPropertyOptional({ format: 'date', description: 'shifts that start on this day' })
  @IsOptional()
  @CalendarDay('请选一天')
  day?: string;

  @ApiPropertyOptional({ enum: TASK_KINDS, enumName: 'TaskKind' })
  @IsOptional()
  @IsIn(TASK_KINDS, { message: '没有这一类任务' })
  kind?: TaskKind;

  @ApiPropertyOptional({ enum: TASK_URGENCIES, enumName: 'TaskUrgency' })
  @IsOptional()
  @IsIn(TASK_URGENCIES)
  urgency?: TaskUrgency;

  @ApiPropertyOptional({ description: 'part of the title or of the place', maxLength: 40 })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  q?: string;

  @ApiPropertyOptional({ enum: ['1'], description: 'only what can be claimed at this moment' })
  @IsOptional()
  @IsIn(['1'])
  open?: '1';
}
