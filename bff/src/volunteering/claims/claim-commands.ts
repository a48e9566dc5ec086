import type { ClaimStatus } from '@jiefang/shared/volunteering';
import type { AuditedAct } from '../../audit/audit.js';
import type { Caller } from '../../common/auth/caller.js';
import type { IdempotentRequest } from '../../common/idempotency/idempotency.js';
import type { ClaimCreated } from './claim-views.js';

/** Somebody grabs a place for themselves; nobody can for another. */
export interface TakeCommand {
  kind: 'take';
  request: IdempotentRequest;
  shiftId: number;
  personId: number;
  riskAccepted: boolean;
}

/** Somebody wants to be next when a place of a full shift is given back. */
export interface WaitCommand {
  kind: 'wait';
  request: IdempotentRequest;
  shiftId: number;
  personId: number;
  riskAccepted: boolean;
}

/** A live claim ends and gives its place back. */
export interface FreeCommand {
  kind: 'free';
  /** Null for the clock, whose guarded status change is safe to repeat. */
  request: IdempotentRequest | null;
  shiftId: number;
  personId: number;
  claimId: number;
  actor: 'volunteer' | 'staff' | 'clock';
  actorId: number | null;
  /** A volunteer's `released` becomes `abandoned` when the deadline has passed. */
  to: Extract<ClaimStatus, 'released' | 'no_show' | 'rejected'>;
  reason: string | null;
  audit: { caller: Caller; act: AuditedAct } | null;
}

/** Free places of a shift go to those who wait. */
export interface ServeCommand {
  kind: 'serve';
  request: null;
  shiftId: number;
}

export type ClaimCommand = TakeCommand | WaitCommand | FreeCommand | ServeCommand;

/** What a decided command answers. */
export type ClaimOutcome =
  | { kind: 'claimed'; claim: ClaimCreated }
  | { kind: 'waiting'; waitId: number }
  | { kind: 'freed' }
  | { kind: 'served' };
