import { ApiProperty } from '@nestjs/swagger';
import { HOURS_STATUSES, HOURS_TIERS, type HoursStatus, type HoursTier } from '@jiefang/shared/hours';
import {
  CHECK_IN_METHODS,
  CLAIM_ACTIONS,
  CLAIM_STATUSES,
  SHIFT_WAIT_STATUSES,
  TASK_KINDS,
  TASK_URGENCIES,
  TRAININGS,
  type CheckInMethod,
  type ClaimAction,
  type ClaimStatus,
  type ShiftWaitStatus,
  type TaskKind,
  type TaskUrgency,
  type Training,
} from '@jiefang/shared/volunteering';
import { EvidenceView } from '../patrols/patrol-views.js';
import { PlaceView } from '../tasks/task.dto.js';

/** What a granted tap answers: little, so that it comes at once. */
export class ClaimCreated {
  @ApiProperty() id: string;
  @ApiProperty() shiftId: string;
  @ApiProperty({ enum: ['claimed'] }) status: 'claimed';
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
}

/** The task of a claim or of a wait. The place is GCJ-02. */
export class ClaimTaskView {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: TASK_KINDS, enumName: 'TaskKind' }) kind: TaskKind;
  @ApiProperty({ enum: TASK_URGENCIES, enumName: 'TaskUrgency' }) urgency: TaskUrgency;
  @ApiProperty() placeName: string;
  @ApiProperty({ type: PlaceView }) location: PlaceView;
}

/** A claim in a list of its volunteer. */
export class ClaimCard {
  @ApiProperty() id: string;
  @ApiProperty({ enum: CLAIM_STATUSES, enumName: 'ClaimStatus' }) status: ClaimStatus;
  @ApiProperty({ type: String, nullable: true }) statusReason: string | null;
  @ApiProperty({ type: ClaimTaskView }) task: ClaimTaskView;
  @ApiProperty() shiftId: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty({ type: Number, nullable: true }) verifiedMinutes: number | null;
  @ApiProperty({ enum: CLAIM_ACTIONS, enumName: 'ClaimAction', isArray: true }) actions: ClaimAction[];
}

export class ClaimPageView {
  @ApiProperty({ type: [ClaimCard] }) items: ClaimCard[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** One step a claim has taken. */
export class ClaimStepView {
  @ApiProperty({ enum: CLAIM_STATUSES, enumName: 'ClaimStatus' }) status: ClaimStatus;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
}

export class ClaimContactView {
  @ApiProperty() name: string;
  @ApiProperty() phone: string;
}

/** What became of the verified minutes. */
export class ClaimHoursView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: HOURS_STATUSES, enumName: 'HoursStatus' }) status: HoursStatus;
  @ApiProperty() minutes: number;
  @ApiProperty({ type: String, nullable: true, example: '2026-11-30' }) publicationEndsOn: string | null;
}

/** One claim with everything its page shows. */
export class ClaimView extends ClaimCard {
  @ApiProperty() address: string;
  @ApiProperty() gatherNote: string;
  @ApiProperty({ type: ClaimContactView }) contact: ClaimContactView;
  @ApiProperty() riskNotice: string;
  @ApiProperty({ format: 'date-time', description: 'giving the place back later is recorded as late' })
  releaseBy: string;
  @ApiProperty({ format: 'date-time' }) checkInFrom: string;
  @ApiProperty({ format: 'date-time' }) checkInUntil: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) checkedInAt: string | null;
  @ApiProperty({ enum: CHECK_IN_METHODS, enumName: 'CheckInMethod', nullable: true })
  checkInMethod: CheckInMethod | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) submittedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, nullable: true }) question: string | null;
  @ApiProperty({ type: String, nullable: true }) answer: string | null;
  @ApiProperty({ type: String, nullable: true }) patrolId: string | null;
  @ApiProperty() hasRoute: boolean;
  @ApiProperty({ type: [ClaimStepView] }) timeline: ClaimStepView[];
  @ApiProperty({ type: ClaimHoursView, nullable: true }) hours: ClaimHoursView | null;
  @ApiProperty({ description: 'what giving the place back now would mean, in words' }) releaseNote: string;
}

export class NextServiceView {
  @ApiProperty({ type: ClaimCard, nullable: true }) claim: ClaimCard | null;
}

/** A place in the queue of a full shift. */
export class ShiftWaitView {
  @ApiProperty() id: string;
  @ApiProperty() shiftId: string;
  @ApiProperty({ enum: SHIFT_WAIT_STATUSES, enumName: 'ShiftWaitStatus' }) status: ShiftWaitStatus;
  @ApiProperty({ type: Number, nullable: true, description: '1 is next; null when no longer waiting' })
  position: number | null;
  @ApiProperty({ type: ClaimTaskView }) task: ClaimTaskView;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty({ type: String, nullable: true }) refusedReason: string | null;
  @ApiProperty({ type: String, nullable: true }) claimId: string | null;
  @ApiProperty({ enum: ['leave'], isArray: true }) actions: 'leave'[];
}

export class ShiftWaitListView {
  @ApiProperty({ type: [ShiftWaitView] }) items: ShiftWaitView[];
}

/** A training as staff see it beside a claim. Days are 'YYYY-MM-DD'. */
export class ClaimTrainingView {
  @ApiProperty({ enum: TRAININGS, enumName: 'Training' }) code: Training;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) expiresOn: string | null;
}

export class ClaimUnitView {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}

/** The volunteer of a claim as staff see them: masked. */
export class ClaimVolunteerView {
  @ApiProperty() number: string;
  @ApiProperty({ example: '林**' }) name: string;
  @ApiProperty() phoneMasked: string;
  @ApiProperty({ type: ClaimUnitView, nullable: true }) unit: ClaimUnitView | null;
  @ApiProperty({ type: [ClaimTrainingView] }) trainings: ClaimTrainingView[];
}

/** A claim as staff of the division see it. */
export class StaffClaimView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: CLAIM_STATUSES, enumName: 'ClaimStatus' }) status: ClaimStatus;
  @ApiProperty({ type: String, nullable: true }) statusReason: string | null;
  @ApiProperty({ type: ClaimVolunteerView }) volunteer: ClaimVolunteerView;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) checkedInAt: string | null;
  @ApiProperty({ enum: CHECK_IN_METHODS, enumName: 'CheckInMethod', nullable: true })
  checkInMethod: CheckInMethod | null;
  @ApiProperty({ type: Number, nullable: true, description: 'metres from the gathering place' })
  checkInMetres: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, nullable: true }) question: string | null;
  @ApiProperty({ type: String, nullable: true }) answer: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'null until the service has ended' })
  proposedMinutes: number | null;
  @ApiProperty({ type: Number, nullable: true }) verifiedMinutes: number | null;
  @ApiProperty({ enum: CLAIM_ACTIONS, enumName: 'ClaimAction', isArray: true }) actions: ClaimAction[];
}

export class StaffShiftView {
  @ApiProperty() id: string;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty({ enum: ['open', 'cancelled'], enumName: 'ShiftStatus' }) status: 'open' | 'cancelled';
  @ApiProperty() capacity: number;
  @ApiProperty() claimed: number;
  @ApiProperty({ description: 'of those who hold a place' }) arrived: number;
  @ApiProperty() waiting: number;
}

export class NamedTaskView {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
}

/** The people of one shift, page by page; those who gave their place back come at the end. */
export class ShiftClaimsView {
  @ApiProperty({ type: StaffShiftView }) shift: StaffShiftView;
  @ApiProperty({ type: NamedTaskView }) task: NamedTaskView;
  @ApiProperty({ type: [StaffClaimView] }) items: StaffClaimView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

/** The rotating code that staff show at the shift or at a checkpoint. */
export class ShiftCodeView {
  @ApiProperty() qr: string;
  @ApiProperty({ example: '482913' }) manualCode: string;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
  @ApiProperty({ format: 'date-time' }) serverTime: string;
}

export class ClaimDivisionView {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
}

/** A handed-in claim with what helps to verify it. */
export class SubmissionView extends StaffClaimView {
  @ApiProperty({ type: ClaimTaskView }) task: ClaimTaskView;
  @ApiProperty({ type: ClaimDivisionView }) division: ClaimDivisionView;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) submittedAt: string | null;
  @ApiProperty({ description: 'the person’s verified minutes of that day so far' }) dayMinutes: number;
  @ApiProperty({ description: 'the most that may be verified' }) maxMinutes: number;
  @ApiProperty({
    enum: HOURS_TIERS,
    enumName: 'HoursTier',
    description: 'who must verify the proposed minutes',
  })
  tier: HoursTier;
  @ApiProperty({ description: 'the viewer may verify the proposed minutes' }) mayVerify: boolean;
  @ApiProperty({ type: EvidenceView, nullable: true }) evidence: EvidenceView | null;
}

export class SubmissionPageView {
  @ApiProperty({ type: [SubmissionView] }) items: SubmissionView[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
