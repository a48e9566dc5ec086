import { DAY_MS, instantAt, addDays, MINUTE_MS, shanghaiDay, shanghaiMinute } from '@jiefang/shared/time';
import type { CheckInMethod, ClaimChannel, ClaimStatus } from '@jiefang/shared/volunteering';
import { judgeClaim } from '../../volunteering/claims/claim-judge.js';
import { maxMinutesOf, proposedMinutesOf } from '../../volunteering/claims/claim-rules.js';
import type { Random } from '../random.js';
import type { DemoVolunteer } from './cast.js';
import type { DemoShift } from './tasks.js';
import type { Walk } from './walks.js';

/** One step in the life of a claim, the first one left out: that is the claim itself. */
interface Step {
  status: ClaimStatus;
  at: Date;
  actorId: number | null;
  note: string | null;
}

/** A claim of the demo city before it is written. */
export interface DemoClaim {
  /** 0 until `number` has run. */
  id: number;
  shift: DemoShift;
  volunteer: DemoVolunteer;
  status: ClaimStatus;
  statusReason: string | null;
  channel: ClaimChannel;
  createdAt: Date;
  updatedAt: Date;
  checkIn: { at: Date; method: CheckInMethod; metres: number | null; by: number } | null;
  finishedAt: Date | null;
  submittedAt: Date | null;
  note: string | null;
  question: string | null;
  verified: { minutes: number; by: number; at: Date } | null;
  walk: Walk | null;
  steps: Step[];
}

/** What somebody does with a shift; what is left out is drawn. */
export interface ClaimWish {
  status: ClaimStatus;
  createdAt?: Date;
  /** When and by whom the service is verified. */
  verifiedAt?: Date;
  verifiedBy?: number;
  /** Minutes after the shift's end at which the service was ended. */
  finishedLate?: number;
  question?: string;
  reason?: string;
  note?: string;
  quality?: Walk['quality'];
}

export interface DemoWait {
  shift: DemoShift;
  volunteer: DemoVolunteer;
  createdAt: Date;
}

const HOLDING: readonly ClaimStatus[] = ['claimed', 'in_progress', 'submitted', 'queried', 'verified'];
const SERVED: readonly ClaimStatus[] = ['submitted', 'queried', 'verified', 'rejected'];
/** Staff verify between half past eight and half past eight in the evening. */
const [OFFICE_OPENS, OFFICE_CLOSES] = [8.5 * 60, 20.5 * 60];
const NOTES: readonly string[] = [
  '一切正常',
  '今天人不多，顺利结束',
  '有一户没在家，留了便条',
  '马甲和工具已经归还',
  '遇到一位迷路的老人，送到社区了',
];

/** Places claims so that every rule of the product holds, at the instant at which each was made. */
export class ClaimPlanner {
  readonly claims: DemoClaim[] = [];
  readonly waits: DemoWait[] = [];

  constructor(
    readonly random: Random,
    private readonly staffOf: (divisionCode: string) => number,
    readonly now: Date,
  ) {}

  /** Gives the claims their row numbers, in the order in which they were made. */
  number(first: number): void {
    const inOrder = [...this.claims].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
    for (const [index, claim] of inOrder.entries()) claim.id = first + index;
  }

  /** Places a claim; null when a rule forbids it or there is no place. */
  claim(shift: DemoShift, volunteer: DemoVolunteer, wish: ClaimWish): DemoClaim | null {
    const createdAt = wish.createdAt ?? this.tapAt(shift);
    if (createdAt === null || createdAt > this.now) return null;
    if (judgeClaim(volunteer, shift, true, createdAt) !== null) return null;
    const holds = HOLDING.includes(wish.status);
    if (holds && shift.claimed >= shift.capacity) return null;
    const claim: DemoClaim = {
      id: 0,
      shift,
      volunteer,
      status: wish.status,
      statusReason: wish.reason ?? null,
      channel: 'app',
      createdAt,
      updatedAt: createdAt,
      checkIn: null,
      finishedAt: null,
      submittedAt: null,
      note: null,
      question: null,
      verified: null,
      walk: null,
      steps: [],
    };
    if (!this.live(claim, wish)) return null;
    claim.updatedAt = claim.steps.at(-1)?.at ?? createdAt;
    if (holds) {
      shift.claimed += 1;
      volunteer.held.push({ shiftId: shift.id, startsAt: shift.startsAt, endsAt: shift.endsAt });
    }
    this.claims.push(claim);
    return claim;
  }

  /** Queues somebody for a full shift; false when a rule forbids it. */
  wait(shift: DemoShift, volunteer: DemoVolunteer, createdAt: Date): boolean {
    if (shift.claimed < shift.capacity || judgeClaim(volunteer, shift, true, createdAt) !== null)
      return false;
    this.waits.push({ shift, volunteer, createdAt });
    shift.waiting += 1;
    return true;
  }

  /** When a service that was handed in at `submittedAt` is verified: some hours later, in office hours. */
  verifiedAfter(submittedAt: Date): Date {
    const at = new Date(submittedAt.getTime() + this.random.int(2 * 60, 44 * 60) * MINUTE_MS);
    const minute = shanghaiMinute(at);
    const day = shanghaiDay(at);
    if (minute < OFFICE_OPENS) return instantAt(day, OFFICE_OPENS + this.random.int(0, 90));
    if (minute > OFFICE_CLOSES) return instantAt(addDays(day, 1), OFFICE_OPENS + this.random.int(0, 90));
    return at;
  }

  /** Early taps are likelier than late ones. Null when the shift cannot have been claimed yet. */
  private tapAt(shift: DemoShift): Date | null {
    const from = shift.opensAt.getTime();
    const to = Math.min(this.now.getTime(), shift.closesAt.getTime() - 3 * 60 * MINUTE_MS);
    return to <= from ? null : new Date(Math.floor(from + (to - from) * this.random.next() ** 2));
  }

  /** Everything that happened to the claim; false when it cannot have happened yet. */
  private live(claim: DemoClaim, wish: ClaimWish): boolean {
    switch (wish.status) {
      case 'claimed':
        return true;
      case 'released':
      case 'abandoned':
        return this.giveBack(claim);
      case 'no_show':
        return this.step(claim, 'no_show', new Date(claim.shift.endsAt.getTime() + 6000), null, null);
      case 'in_progress':
        return this.checkIn(claim);
      default:
        return this.checkIn(claim) && this.serve(claim, wish);
    }
  }

  private giveBack(claim: DemoClaim): boolean {
    const { startsAt, task } = claim.shift;
    const releaseBy = startsAt.getTime() - task.releaseByMinutes * MINUTE_MS;
    const [from, to] =
      claim.status === 'released'
        ? [claim.createdAt.getTime() + MINUTE_MS, releaseBy]
        : [Math.max(releaseBy, claim.createdAt.getTime()) + MINUTE_MS, startsAt.getTime() - MINUTE_MS];
    if (to <= from) return false;
    const at = new Date(Math.floor(from + (to - from) * this.random.next()));
    claim.statusReason = this.random.pick(['临时有事', '要接孩子', '身体不舒服', null]);
    return this.step(claim, claim.status, at, claim.volunteer.personId, claim.statusReason);
  }

  private checkIn(claim: DemoClaim): boolean {
    const { random } = this;
    const { shift, volunteer } = claim;
    const at = new Date(shift.startsAt.getTime() + random.int(-12 * 60, 6 * 60) * 1000);
    const method = random.weighted({ location: 68, qr: 26, staff: 6 });
    claim.checkIn = {
      at,
      method,
      metres: method === 'location' ? random.int(4, 95) : null,
      by: method === 'staff' ? this.staffOf(shift.task.divisionCode) : volunteer.personId,
    };
    return this.step(claim, 'in_progress', at, claim.checkIn.by, null);
  }

  private serve(claim: DemoClaim, wish: ClaimWish): boolean {
    const { random } = this;
    const { shift, volunteer, checkIn } = claim;
    if (checkIn === null || !SERVED.includes(wish.status)) return false;
    const finishedLate = wish.finishedLate ?? random.int(-6, 8);
    claim.finishedAt = new Date(shift.endsAt.getTime() + finishedLate * MINUTE_MS + random.int(0, 59) * 1000);
    claim.submittedAt = new Date(claim.finishedAt.getTime() + 900);
    claim.note = wish.note ?? (random.chance(0.35) ? random.pick(NOTES) : null);
    claim.walk = this.walkOf(claim, wish);
    if (!this.step(claim, 'submitted', claim.submittedAt, volunteer.personId, claim.note)) return false;
    if (wish.status === 'submitted') return true;
    const decidedAt = wish.verifiedAt ?? this.verifiedAfter(claim.submittedAt);
    const by = wish.verifiedBy ?? this.staffOf(shift.task.divisionCode);
    if (decidedAt <= claim.submittedAt) return false;
    if (wish.status === 'queried') {
      claim.question = wish.question ?? '签到的地方离集合点有点远，那天是从哪里开始的？';
      return this.step(claim, 'queried', decidedAt, by, claim.question);
    }
    if (wish.status === 'verified') claim.verified = { minutes: minutesOf(claim), by, at: decidedAt };
    return this.step(claim, wish.status, decidedAt, by, claim.statusReason);
  }

  /** The recorded walk of a patrol; now and then a phone was empty and there is none. */
  private walkOf({ shift, volunteer, checkIn, finishedAt }: DemoClaim, wish: ClaimWish): Walk | null {
    const { random } = this;
    if (shift.task.route === null || volunteer.trackConsentId === null) return null;
    if (checkIn === null || finishedAt === null) return null;
    if (wish.quality === undefined && random.chance(0.08)) return null;
    const startedAt = new Date(checkIn.at.getTime() + random.int(60, 200) * 1000);
    const quality = wish.quality ?? random.weighted({ good: 70, paused: 12, noisy: 10, gap: 8 });
    return { route: shift.task.route, startedAt, finishedAt, quality };
  }

  private step(
    claim: DemoClaim,
    status: ClaimStatus,
    at: Date,
    actorId: number | null,
    note: string | null,
  ): boolean {
    claim.steps.push({ status, at, actorId, note });
    return at <= this.now;
  }
}

/** Minutes that staff would put down: what the patrol proposes, or check-in and finish. */
function minutesOf(claim: DemoClaim): number {
  const { walk, shift, checkIn, finishedAt } = claim;
  const service = { startsAt: shift.startsAt, checkedInAt: checkIn?.at ?? null, finishedAt };
  const paused = pausedSecondsOf(walk);
  const most = maxMinutesOf(service, paused) ?? 1;
  if (walk === null) return Math.min(most, proposedMinutesOf(service, 0) ?? most);
  const walked = walk.finishedAt.getTime() - walk.startedAt.getTime() - paused * 1000;
  return Math.min(most, Math.max(1, Math.round(walked / MINUTE_MS)));
}

/** Seconds of the pause in a walk's middle. */
export function pausedSecondsOf(walk: Walk | null): number {
  return walk?.quality === 'paused' ? PAUSE_SECONDS : 0;
}

/** How long the pause of a paused walk lasts. */
export const PAUSE_SECONDS = 6 * 60;

/** The last whole day before an instant at an hour of the clock in Shanghai. */
export function dayBefore(instant: Date, hour: number): Date {
  return instantAt(shanghaiDay(new Date(instant.getTime() - DAY_MS)), hour * 60);
}
