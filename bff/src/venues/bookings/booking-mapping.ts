import type { BookingAction, BookingStatus } from '@jiefang/shared/bookings';
import { MINUTE_MS } from '@jiefang/shared/time';
import { spokenMinutes, type VenuePolicy } from '@jiefang/shared/venues';
import { encodeId } from '../../common/ids/public-id.js';
import type { BookingFacts } from '../../notices/notice-texts.js';
import type { VenueConfig } from '../catalogue/venue-config.js';
import type { BookingRow } from './bookings.repository.js';
import type { BookingCardView, BookingView, NamedView } from './booking-views.js';

/** The instants a booking's policy derives from its start. */
export interface BookingDeadlines {
  cancelBy: Date;
  checkInFrom: Date;
  /** Null when the room is kept until the end. */
  checkInUntil: Date | null;
}

type Times = Pick<BookingRow, 'startsAt' | 'endsAt'>;

export function deadlinesOf(booking: Pick<Times, 'startsAt'>, policy: VenuePolicy): BookingDeadlines {
  const start = booking.startsAt.getTime();
  return {
    cancelBy: new Date(start - policy.cancelByMinutes * MINUTE_MS),
    checkInFrom: new Date(start - policy.checkInOpensMinutes * MINUTE_MS),
    checkInUntil:
      policy.releaseAfterMinutes === null ? null : new Date(start + policy.releaseAfterMinutes * MINUTE_MS),
  };
}

/** The last instant at which check-in is taken. */
export function checkInEnd(booking: Times, policy: VenuePolicy): Date {
  const { releaseAfterMinutes } = policy;
  return releaseAfterMinutes === null
    ? booking.endsAt
    : new Date(booking.startsAt.getTime() + releaseAfterMinutes * MINUTE_MS);
}

type ActionFacts = Times & { status: BookingStatus; attendees: number; companionCount: number };

/** What the person who booked may do now. */
export function residentActions(booking: ActionFacts, policy: VenuePolicy, now: Date): BookingAction[] {
  const actions: BookingAction[] = [];
  const live = booking.status === 'pending' || booking.status === 'confirmed';
  if (booking.status === 'confirmed' && now < checkInEnd(booking, policy)) actions.push('show_check_in_code');
  if (booking.status === 'confirmed' && now < booking.endsAt) {
    if (booking.companionCount < booking.attendees - 1) actions.push('invite');
    actions.push('add_to_calendar');
  }
  if (live && now < booking.startsAt) actions.push('cancel');
  return actions;
}

/** What somebody who was invited may do now. */
export function companionActions(booking: ActionFacts, now: Date): BookingAction[] {
  const live = booking.status === 'pending' || booking.status === 'confirmed';
  if (!live || now >= booking.startsAt) return [];
  return booking.status === 'confirmed' ? ['add_to_calendar', 'leave'] : ['leave'];
}

/** What a member of staff of the place may do now; about their own booking (`isOwn`) they decide nothing. */
export function staffActions(
  booking: ActionFacts,
  policy: VenuePolicy,
  isOwn: boolean,
  now: Date,
): BookingAction[] {
  if (isOwn) return [];
  const actions: BookingAction[] = [];
  if (booking.status === 'pending' && now < booking.startsAt) actions.push('approve', 'reject');
  if (booking.status === 'confirmed') {
    if (now >= deadlinesOf(booking, policy).checkInFrom && now < checkInEnd(booking, policy))
      actions.push('check_in');
    if (now >= booking.startsAt) actions.push('mark_no_show');
    if (now < booking.endsAt) actions.push('cancel_for_centre');
  }
  return actions;
}

/** What cancelling at `now` would mean, in words. */
export function cancelNoteOf(booking: ActionFacts, policy: VenuePolicy, now: Date): string {
  if (booking.status !== 'pending' && booking.status !== 'confirmed') return '这个预约已经结束，不用取消。';
  if (now >= booking.startsAt) return '已经开始，不能再取消。';
  if (
    booking.status === 'pending' ||
    booking.startsAt.getTime() - now.getTime() >= policy.cancelByMinutes * MINUTE_MS
  ) {
    return '现在取消，场地会让给候补的街坊，这次不占你的次数。';
  }
  return `离开始不到 ${spokenMinutes(policy.cancelByMinutes)}，现在取消会记为临时取消，这周的次数不退。`;
}

export function namedVenue(row: { venueId: number; venueName: string }): NamedView {
  return { id: encodeId('venue', row.venueId), name: row.venueName };
}

export function namedCentre(row: { centreId: number; centreName: string }): NamedView {
  return { id: encodeId('centre', row.centreId), name: row.centreName };
}

/** A booking in the list of its owner or of someone who comes along. */
export function cardOf(
  row: BookingRow,
  policy: VenuePolicy,
  isCompanion: boolean,
  now: Date,
): BookingCardView {
  return {
    id: encodeId('booking', row.id),
    status: row.status,
    statusReason: row.statusReason,
    venue: namedVenue(row),
    centre: namedCentre(row),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    purpose: row.purpose,
    attendees: row.attendees,
    isCompanion,
    actions: isCompanion ? companionActions(row, now) : residentActions(row, policy, now),
  };
}

/** The steps and companions of one booking. */
export interface BookingExtras {
  steps: readonly { status: BookingStatus; at: Date; note: string | null }[];
  companions: readonly { nickname: string; joinedAt: Date }[];
}

/** What a booking's own page is made from. */
export type ShownBooking = ActionFacts &
  Pick<
    BookingRow,
    | 'id'
    | 'statusReason'
    | 'venueId'
    | 'venueName'
    | 'centreId'
    | 'centreName'
    | 'centreAddress'
    | 'centrePhone'
    | 'purpose'
    | 'channel'
    | 'madeBy'
    | 'createdAt'
  >;

/** A booking's own page: its card and more. Every granted booking makes one, and one literal costs half of two spread. */
export function viewOf(
  row: ShownBooking,
  { policy }: Pick<VenueConfig, 'policy'>,
  extras: BookingExtras,
  isCompanion: boolean,
  now: Date,
): BookingView {
  const deadlines = deadlinesOf(row, policy);
  const createdAt = row.createdAt.toISOString();
  return {
    id: encodeId('booking', row.id),
    status: row.status,
    statusReason: row.statusReason,
    venue: namedVenue(row),
    centre: namedCentre(row),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    purpose: row.purpose,
    attendees: row.attendees,
    isCompanion,
    actions: isCompanion ? companionActions(row, now) : residentActions(row, policy, now),
    channel: row.channel,
    address: row.centreAddress,
    centrePhone: row.centrePhone,
    cancelBy: deadlines.cancelBy.toISOString(),
    checkInFrom: deadlines.checkInFrom.toISOString(),
    checkInUntil: deadlines.checkInUntil?.toISOString() ?? null,
    createdAt,
    timeline: extras.steps.map((step) => ({
      status: step.status,
      at: step.at === row.createdAt ? createdAt : step.at.toISOString(),
      note: step.note,
    })),
    companions: extras.companions.map((c) => ({ nickname: c.nickname, joinedAt: c.joinedAt.toISOString() })),
    companionLimit: Math.max(row.attendees - 1, 0),
    onBehalf: row.madeBy !== null,
    cancelNote: cancelNoteOf(row, policy, now),
  };
}

/** What a notice about the booking says. */
export function factsOf(
  booking: { id: number; venueName: string; centreName: string; startsAt: Date; endsAt: Date },
  reason?: string | null,
): BookingFacts {
  const facts: BookingFacts = {
    bookingId: booking.id,
    venueName: booking.venueName,
    centreName: booking.centreName,
    startsAt: booking.startsAt.toISOString(),
    endsAt: booking.endsAt.toISOString(),
  };
  return reason ? { ...facts, reason } : facts;
}
