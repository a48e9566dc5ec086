import { encodeId } from '../../common/ids/public-id.js';
import type { HoursStatus } from '@jiefang/shared/hours';
import type { ClaimStatus } from '@jiefang/shared/volunteering';
import { checkInFrom, releaseBy, releaseNoteOf, volunteerActions } from './claim-rules.js';
import type { ClaimCard, ClaimTaskView, ClaimView, ShiftWaitView } from './claim-views.js';
import type { ClaimHours, ClaimRow } from './claims.repository.js';
import type { ShiftWaitRow } from './shift-waits.repository.js';

/** The task of a claim or wait. */
export function taskOf(
  row: Pick<
    ClaimRow,
    'taskId' | 'taskTitle' | 'taskKind' | 'taskUrgency' | 'placeName' | 'latitude' | 'longitude'
  >,
): ClaimTaskView {
  return {
    id: encodeId('task', row.taskId),
    title: row.taskTitle,
    kind: row.taskKind,
    urgency: row.taskUrgency,
    placeName: row.placeName,
    location: { latitude: row.latitude, longitude: row.longitude },
  };
}

/** A claim in its volunteer's list. */
export function cardOf(row: ClaimRow, now: Date): ClaimCard {
  return {
    id: encodeId('claim', row.id),
    status: row.status,
    statusReason: row.statusReason,
    task: taskOf(row),
    shiftId: encodeId('shift', row.shiftId),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    verifiedMinutes: row.verifiedMinutes,
    actions: volunteerActions(row, now),
  };
}

/** The later steps and the hours of one claim. */
export interface ClaimExtras {
  steps: readonly { status: ClaimStatus; at: Date; note: string | null }[];
  hours: ClaimHours | null;
}

/** A claim's own page. Its first step is the claim itself. */
export function viewOf(row: ClaimRow, { steps, hours }: ClaimExtras, now: Date): ClaimView {
  const first = {
    status: 'claimed' as const,
    at: row.createdAt,
    note: row.channel === 'waitlist' ? '候补到了' : null,
  };
  return {
    ...cardOf(row, now),
    address: row.address,
    gatherNote: row.gatherNote,
    contact: { name: row.contactName, phone: row.contactPhone },
    riskNotice: row.riskNotice,
    releaseBy: releaseBy(row).toISOString(),
    checkInFrom: checkInFrom(row).toISOString(),
    checkInUntil: row.endsAt.toISOString(),
    checkedInAt: row.checkedInAt?.toISOString() ?? null,
    checkInMethod: row.checkInMethod,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    note: row.note,
    question: row.question,
    answer: row.answer,
    patrolId: row.patrolId === null ? null : encodeId('patrol', row.patrolId),
    hasRoute: row.hasRoute,
    timeline: [first, ...steps].map(({ status, at, note }) => ({ status, at: at.toISOString(), note })),
    hours:
      hours === null
        ? null
        : {
            id: encodeId('hours', hours.id),
            status: hours.status as HoursStatus,
            minutes: hours.minutes,
            publicationEndsOn: hours.publicationEndsOn,
          },
    releaseNote: releaseNoteOf(row, now),
  };
}

/** A place in the queue as its owner sees it. */
export function waitViewOf(row: ShiftWaitRow, position: number | null): ShiftWaitView {
  const waiting = row.status === 'waiting';
  return {
    id: encodeId('shift_wait', row.id),
    shiftId: encodeId('shift', row.shiftId),
    status: row.status,
    position: waiting ? position : null,
    task: taskOf(row),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    refusedReason: row.refusedReason,
    claimId: row.claimId === null ? null : encodeId('claim', row.claimId),
    actions: waiting ? ['leave'] : [],
  };
}
