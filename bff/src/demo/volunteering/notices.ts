import { MINUTE_MS } from '@jiefang/shared/time';
import type { PastNotice } from '../notices.js';
import type { DemoClaim } from './claims.js';
import type { DemoHours } from './hours.js';
import type { DemoVolunteer } from './cast.js';
import type { DemoShift } from './tasks.js';

const HOUR_MS = 60 * MINUTE_MS;
/** Older notices would have been swept out of sight by newer ones. */
const KEPT_DAYS = 30;

/** What 林阿姨 was told about her services and hours in the last weeks. All of it is read but the call. */
export function linsVolunteerNotices(
  lin: DemoVolunteer,
  told: {
    claims: readonly DemoClaim[];
    hours: readonly DemoHours[];
    certificate: { id: number; number: string; at: Date } | null;
    call: { shift: DemoShift; at: Date; divisionName: string } | null;
    now: Date;
  },
): PastNotice[] {
  const { claims, hours, certificate, call, now } = told;
  const personId = lin.personId;
  const notices: PastNotice[] = [
    ...claims.flatMap((claim) => claimNotices(claim)),
    ...hours.filter((item) => item.claim.volunteer === lin).flatMap((item) => hoursNotices(item)),
  ];
  if (certificate !== null) {
    notices.push({
      personId,
      kind: 'certificate_issued',
      dedupe: `certificate:${certificate.id}:issued`,
      payload: { certificateId: certificate.id, number: certificate.number },
      at: certificate.at,
      read: true,
    });
  }
  if (call !== null) {
    const { shift, at, divisionName } = call;
    notices.push({
      personId,
      kind: 'emergency_call',
      dedupe: `emergency:${shift.task.id}`,
      payload: { ...shiftFacts(shift), taskId: shift.task.id, divisionName },
      at,
      read: false,
    });
  }
  const since = now.getTime() - KEPT_DAYS * 24 * HOUR_MS;
  return notices.filter((notice) => notice.at.getTime() >= since && notice.at <= now);
}

function claimNotices(claim: DemoClaim): PastNotice[] {
  const { id, volunteer, shift, verified, question } = claim;
  const facts = { ...shiftFacts(shift), claimId: id };
  const personId = volunteer.personId;
  const asked = claim.steps.find((step) => step.status === 'queried');
  return [
    ...(claim.checkIn === null
      ? []
      : [
          {
            personId,
            kind: 'claim_reminder',
            dedupe: `claim:${id}:reminder:${shift.startsAt.getTime()}`,
            payload: facts,
            at: new Date(shift.startsAt.getTime() - HOUR_MS),
            read: true,
          } satisfies PastNotice<'claim_reminder'>,
        ]),
    ...(verified === null
      ? []
      : [
          {
            personId,
            kind: 'claim_verified',
            dedupe: `claim:${id}:verified`,
            payload: { ...facts, minutes: verified.minutes },
            at: verified.at,
            read: true,
          } satisfies PastNotice<'claim_verified'>,
        ]),
    ...(asked === undefined || question === null
      ? []
      : [
          {
            personId,
            kind: 'claim_queried',
            dedupe: `claim:${id}:queried:${asked.at.getTime()}`,
            payload: { ...facts, reason: question },
            at: asked.at,
            read: true,
          } satisfies PastNotice<'claim_queried'>,
        ]),
  ];
}

function hoursNotices(item: DemoHours): PastNotice[] {
  const { id, claim, minutes, corrects, createdAt, publicised, recordedAt, reversed, reason } = item;
  const personId = claim.volunteer.personId;
  const facts = { itemId: id, content: claim.shift.task.title, day: claim.shift.day, minutes };
  const about = { personId, read: true };
  return [
    ...(corrects === null
      ? []
      : [
          {
            ...about,
            kind: 'hours_adjusted',
            dedupe: `hours:${id}:adjusted`,
            payload: { ...facts, reason: reason ?? '' },
            at: createdAt,
          } satisfies PastNotice<'hours_adjusted'>,
        ]),
    ...(publicised === null
      ? []
      : [
          {
            ...about,
            kind: 'hours_publicised',
            dedupe: `hours:${id}:publicised`,
            payload: { ...facts, endsOn: publicised.endsOn },
            at: publicised.at,
          } satisfies PastNotice<'hours_publicised'>,
        ]),
    ...(recordedAt === null
      ? []
      : [
          {
            ...about,
            kind: 'hours_recorded',
            dedupe: `hours:${id}:recorded`,
            payload: facts,
            at: recordedAt,
          } satisfies PastNotice<'hours_recorded'>,
        ]),
    ...(reversed === null
      ? []
      : [
          {
            ...about,
            kind: 'hours_reversed',
            dedupe: `hours:${id}:reversed`,
            payload: { ...facts, reason: reversed.reason },
            at: reversed.at,
          } satisfies PastNotice<'hours_reversed'>,
        ]),
  ];
}

function shiftFacts(shift: DemoShift): {
  taskTitle: string;
  placeName: string;
  startsAt: string;
  endsAt: string;
} {
  const { task, startsAt, endsAt } = shift;
  return {
    taskTitle: task.title,
    placeName: task.placeName,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  };
}
