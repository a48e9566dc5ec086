import type { BookingActor, BookingChannel, BookingStatus } from '@jiefang/shared/bookings';
import type { AuditedAct } from '../../audit/audit.js';
import type { Caller } from '../../common/auth/caller.js';
import type { IdempotentRequest } from '../../common/idempotency/idempotency.js';
import type { NoticeKind } from '../../notices/notice-texts.js';
import type { BookingView, WaitlistView } from './booking-views.js';
import type { Run } from './booking-run.js';

/** Contact of a desk booking; name and phone are encrypted before they reach the lane. */
export interface DeskContact {
  nameCipher: Buffer;
  phoneCipher: Buffer;
  /** What lists show: masked name, or the unit's name. */
  label: string;
}

/** Someone wants a run. */
export interface BookCommand {
  kind: 'book';
  request: IdempotentRequest;
  venueId: number;
  run: Run;
  /** Whose booking it is; null for a desk booking of someone without an account. */
  personId: number | null;
  madeBy: Caller | null;
  channel: BookingChannel;
  purpose: string;
  attendees: number;
  contact: DeskContact | null;
}

/** Someone wants to be next when a taken run is freed. */
export interface WaitCommand {
  kind: 'wait';
  request: IdempotentRequest;
  venueId: number;
  run: Run;
  personId: number;
  purpose: string;
  attendees: number;
}

/** A live booking ends early and gives its run back. */
export interface FreeCommand {
  kind: 'free';
  /** Null for the clock, whose guarded status change is safe to repeat. */
  request: IdempotentRequest | null;
  venueId: number;
  bookingId: number;
  actor: BookingActor;
  actorId: number | null;
  /** A resident's cancellation becomes `late_cancelled` when the deadline has passed. */
  to: Extract<BookingStatus, 'cancelled' | 'rejected' | 'released' | 'no_show'>;
  reason: string | null;
  notice: NoticeKind;
  audit: { caller: Caller; act: AuditedAct } | null;
}

export type BookingCommand = BookCommand | WaitCommand | FreeCommand;

/** What a decided command answers. */
export type BookingOutcome =
  | { kind: 'booked'; booking: BookingView }
  | { kind: 'waiting'; entry: WaitlistView }
  | { kind: 'freed'; bookingId: number };
