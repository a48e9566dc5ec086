import { covers } from '@jiefang/shared/permissions';
import { clockOf, shanghaiDay, shanghaiMinute, spokenTime, writtenDay } from '@jiefang/shared/time';
import {
  ageOn,
  GUARDIAN_BELOW_AGE,
  TRAINING_WORDS,
  type TaskRequirements,
  type TaskStatus,
  type Training,
} from '@jiefang/shared/volunteering';
import { DomainError } from '../../common/errors/domain-error.js';

/** What of a task decides who may claim, and what notices say. Shared between requests: never change one. */
export interface ClaimTask {
  readonly id: number;
  readonly version: number;
  readonly divisionCode: string;
  readonly title: string;
  readonly placeName: string;
  readonly requirements: Readonly<TaskRequirements>;
  readonly hasRisk: boolean;
  readonly releaseByMinutes: number;
}

/** A shift with its task as they stand now. */
export interface ClaimShift {
  id: number;
  startsAt: Date;
  endsAt: Date;
  opensAt: Date;
  closesAt: Date;
  capacity: number;
  claimed: number;
  waiting: number;
  status: 'open' | 'cancelled';
  taskStatus: TaskStatus;
  task: ClaimTask;
}

/** Everything about a volunteer that a claim may depend on. Days are 'YYYY-MM-DD'. */
export interface Claimant {
  personId: number;
  status: 'awaiting_guardian' | 'active' | 'left';
  birthDay: string;
  unitId: number | null;
  /** In force now, the one that ends last at the end. */
  pauses: { divisionCode: string; endsAt: Date }[];
  trainings: { training: string; passedOn: string; expiresOn: string | null }[];
  /** Community of the approved residency. */
  communityCode: string | null;
  /** What live claims hold around the shifts in question. */
  held: { shiftId: number; startsAt: Date; endsAt: Date }[];
}

/**
 * Why this person may not claim this shift, whatever its places; null when they may. `claimant` is null for somebody
 * who is no volunteer. What nothing can change is said first.
 */
export function judgeClaim(
  claimant: Claimant | null,
  shift: ClaimShift,
  riskAccepted: boolean,
  now: Date,
): DomainError | null {
  if (shift.taskStatus === 'draft') return new DomainError('NOT_FOUND');
  if (shift.status !== 'open' || shift.taskStatus !== 'published') return new DomainError('SHIFT_CANCELLED');
  if (claimant === null || claimant.status === 'left') return new DomainError('VOLUNTEER_REQUIRED');
  if (claimant.status === 'awaiting_guardian' && isMinor(claimant, now))
    return new DomainError('VOLUNTEER_GUARDIAN');
  if (claimant.held.some((held) => held.shiftId === shift.id)) return new DomainError('CLAIM_ALREADY');
  return (
    judgeTime(shift, now) ??
    judgePause(claimant, shift.task, now) ??
    judgeRequirements(claimant, shift) ??
    (shift.task.hasRisk && !riskAccepted
      ? new DomainError('CLAIM_RISK', { rule: 'requirements' })
      : judgeOverlap(claimant, shift, now))
  );
}

/** Places that a newcomer may take: those that are free belong first to whoever waits. */
export function placesFor(shift: Pick<ClaimShift, 'capacity' | 'claimed' | 'waiting'>): number {
  return shift.capacity - shift.claimed - shift.waiting;
}

/** The refusal of a full shift; who waits for it already is not offered the queue again. */
export function fullRefusal(isWaiting: boolean): DomainError {
  return new DomainError('CLAIM_FULL', { rule: 'capacity', extra: { canWait: !isWaiting } });
}

/** Whoever comes of age while a guardian is awaited needs none any more. */
function isMinor({ birthDay }: Claimant, now: Date): boolean {
  return ageOn(birthDay, shanghaiDay(now)) < GUARDIAN_BELOW_AGE;
}

/** 11月24日 09:00: a refusal of somebody who waited is stored and read later, when 明天 would be another day. */
function writtenTime(instant: Date, now: Date): string {
  return `${writtenDay(shanghaiDay(instant), shanghaiDay(now))} ${clockOf(shanghaiMinute(instant))}`;
}

function judgeTime(shift: ClaimShift, now: Date): DomainError | null {
  if (now < shift.opensAt) {
    return new DomainError('CLAIM_NOT_OPEN', {
      rule: 'opening',
      message: `${spokenTime(shift.opensAt, now)} 开放认领。`,
      extra: { opensAt: shift.opensAt.toISOString() },
    });
  }
  return now < shift.closesAt ? null : new DomainError('CLAIM_CLOSED', { rule: 'opening' });
}

function judgePause({ pauses }: Claimant, task: ClaimTask, now: Date): DomainError | null {
  const pause = pauses.findLast((one) => one.endsAt > now && covers(one.divisionCode, task.divisionCode));
  if (pause === undefined) return null;
  const until = writtenDay(shanghaiDay(pause.endsAt), shanghaiDay(now));
  return new DomainError('CLAIM_PAUSED', {
    rule: 'pause',
    message: `你在这里的认领暂停到${until}。`,
    extra: { until: pause.endsAt.toISOString() },
  });
}

function judgeRequirements(claimant: Claimant, { task, startsAt }: ClaimShift): DomainError | null {
  const { minAge, maxAge, trainings, unitIds, residentsOnly } = task.requirements;
  const day = shanghaiDay(startsAt);
  const age = ageOn(claimant.birthDay, day);
  if (age < minAge || (maxAge !== null && age > maxAge)) {
    return new DomainError('CLAIM_AGE', {
      rule: 'requirements',
      message: maxAge === null ? `这个任务要年满 ${minAge} 岁。` : `这个任务要 ${minAge} 到 ${maxAge} 岁。`,
    });
  }
  const missing = trainings.find((training) => !isTrained(claimant, training, day));
  if (missing !== undefined) {
    return new DomainError('CLAIM_TRAINING', {
      rule: 'requirements',
      message: `这个任务要先通过${TRAINING_WORDS[missing]}，并且当天还在有效期内。`,
    });
  }
  if (unitIds.length > 0 && (claimant.unitId === null || !unitIds.includes(claimant.unitId)))
    return new DomainError('CLAIM_UNIT', { rule: 'requirements' });
  const home = claimant.communityCode;
  if (residentsOnly && (home === null || !covers(task.divisionCode, home)))
    return new DomainError('CLAIM_RESIDENTS', { rule: 'requirements' });
  return null;
}

function isTrained(claimant: Claimant, wanted: Training, day: string): boolean {
  return claimant.trainings.some(
    ({ training, passedOn, expiresOn }) =>
      training === wanted && passedOn <= day && (expiresOn === null || expiresOn >= day),
  );
}

/** Shifts may touch: one that begins when another ends does not overlap it. */
function judgeOverlap(claimant: Claimant, shift: ClaimShift, now: Date): DomainError | null {
  const other = claimant.held.find((held) => held.startsAt < shift.endsAt && shift.startsAt < held.endsAt);
  if (other === undefined) return null;
  return new DomainError('CLAIM_OVERLAP', {
    rule: 'overlap',
    message: `你已经认领了${writtenTime(other.startsAt, now)} 开始的任务，时间和这个重叠。`,
  });
}
