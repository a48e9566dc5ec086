import { MINUTE_MS } from '@jiefang/shared/time';
import { CHECK_IN_LATE_MINUTES, type ClaimAction } from '@jiefang/shared/volunteering';
import { spokenMinutes } from '@jiefang/shared/venues';
import type { ClaimRow } from './claims.repository.js';

/** Metres of a position's own uncertainty that are given on top of the gathering place's radius, at most. */
const FORGIVEN_METRES = 100;
/** A position that is less certain than this says nothing about where somebody is. */
export const WORST_ACCURACY_METRES = 200;

type Times = Pick<ClaimRow, 'startsAt' | 'endsAt'>;

/** Until when a place is given back in time. */
export function releaseBy(claim: Pick<ClaimRow, 'startsAt' | 'releaseByMinutes'>): Date {
  return new Date(claim.startsAt.getTime() - claim.releaseByMinutes * MINUTE_MS);
}

/** Check-in opens before the start and ends with the shift. */
export function checkInFrom(claim: Pick<ClaimRow, 'startsAt' | 'checkInOpensMinutes'>): Date {
  return new Date(claim.startsAt.getTime() - claim.checkInOpensMinutes * MINUTE_MS);
}

/** From when staff may say that somebody has not come. */
export function noShowFrom(claim: Pick<Times, 'startsAt'>): Date {
  return new Date(claim.startsAt.getTime() + CHECK_IN_LATE_MINUTES * MINUTE_MS);
}

/** Whether a measured distance counts as being there; `accuracy` in metres. */
export function isNear(metres: number, accuracy: number, geofenceMetres: number): boolean {
  return metres <= geofenceMetres + Math.min(accuracy, FORGIVEN_METRES);
}

type ActionFacts = Pick<
  ClaimRow,
  | 'status'
  | 'startsAt'
  | 'endsAt'
  | 'checkInOpensMinutes'
  | 'releaseByMinutes'
  | 'patrolId'
  | 'patrolStatus'
  | 'taskKind'
  | 'hasRoute'
>;

/** What the volunteer may do now. */
export function volunteerActions(claim: ActionFacts, now: Date): ClaimAction[] {
  switch (claim.status) {
    case 'claimed': {
      const actions: ClaimAction[] = [];
      if (now >= checkInFrom(claim) && now < claim.endsAt) actions.push('check_in');
      if (now < claim.startsAt) actions.push(now > releaseBy(claim) ? 'abandon' : 'release');
      return actions;
    }
    case 'in_progress': {
      if (claim.patrolId !== null && claim.patrolStatus !== 'finished') return ['open_patrol'];
      return isPatrolled(claim) && claim.patrolId === null ? ['start_patrol', 'finish'] : ['finish'];
    }
    case 'queried':
      return claim.patrolId === null ? ['answer'] : ['answer', 'open_patrol'];
    default:
      return claim.patrolId === null ? [] : ['open_patrol'];
  }
}

/** What a member of staff may do now; about their own claim (`isOwn`) they decide nothing. */
export function staffActions(claim: ActionFacts, isOwn: boolean, now: Date): ClaimAction[] {
  if (isOwn) return [];
  switch (claim.status) {
    case 'claimed': {
      const actions: ClaimAction[] = [];
      if (now >= checkInFrom(claim) && now < claim.endsAt) actions.push('staff_check_in');
      if (now >= noShowFrom(claim)) actions.push('mark_no_show');
      return actions;
    }
    case 'in_progress':
      return ['staff_finish'];
    case 'submitted':
      return ['verify', 'query', 'reject'];
    case 'queried':
      return ['verify', 'reject'];
    default:
      return [];
  }
}

/** Tasks whose service is a walk that the phone records. */
export function isPatrolled(claim: Pick<ClaimRow, 'taskKind' | 'hasRoute'>): boolean {
  return claim.taskKind === 'patrol' || claim.hasRoute;
}

/** What giving the place back at `now` would mean, in words. */
export function releaseNoteOf(
  claim: Pick<ClaimRow, 'status' | 'startsAt' | 'releaseByMinutes'>,
  now: Date,
): string {
  if (claim.status !== 'claimed') return '现在不用让出。';
  if (now >= claim.startsAt) return '班次已经开始，不能再让出。来不了请告诉志愿协调员。';
  if (now <= releaseBy(claim)) return '现在让出，名额会给候补的街坊，对你没有影响。';
  return `离开始不到 ${spokenMinutes(claim.releaseByMinutes)}，现在让出会记为临时放弃。`;
}

interface ServiceTimes {
  startsAt: Date;
  checkedInAt: Date | null;
  finishedAt: Date | null;
}

/**
 * The most minutes that a service can have taken: from check-in to finish, begun minutes counted whole, pauses (seconds)
 * off. Null before both are known.
 */
export function maxMinutesOf(
  { checkedInAt, finishedAt }: ServiceTimes,
  pausedSeconds: number,
): number | null {
  if (checkedInAt === null || finishedAt === null) return null;
  return Math.max(1, minutesBetween(checkedInAt, finishedAt, pausedSeconds));
}

/** The minutes proposed where no patrol proposes any: who came early is counted from the start. */
export function proposedMinutesOf(service: ServiceTimes, pausedSeconds: number): number | null {
  const { startsAt, checkedInAt, finishedAt } = service;
  if (checkedInAt === null || finishedAt === null) return null;
  const from = checkedInAt > startsAt || finishedAt <= startsAt ? checkedInAt : startsAt;
  return Math.max(1, minutesBetween(from, finishedAt, pausedSeconds));
}

function minutesBetween(from: Date, to: Date, pausedSeconds: number): number {
  return Math.ceil((to.getTime() - from.getTime() - pausedSeconds * 1000) / MINUTE_MS);
}
