import { Injectable } from '@nestjs/common';
import { HOLDING_CLAIMS, type ClaimStatus } from '@jiefang/shared/volunteering';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import type { Sql } from '../../database/database.js';
import { Outbox, type OutboxMessage } from '../../outbox/outbox.js';
import { ClaimBatches } from './claim-batches.js';
import { ShiftWaitsRepository, type ShiftWaitRow } from './shift-waits.repository.js';

const CHUNK = 500;

/** Somebody who holds a place of a shift. */
export interface ShiftHolder {
  claimId: number;
  shiftId: number;
  personId: number;
  status: ClaimStatus;
  taskTitle: string;
  placeName: string;
  startsAt: Date;
  endsAt: Date;
}

/** A held claim that another of the same person's would overlap if its shift moved. */
export interface ShiftOverlap {
  claimId: number;
  otherClaimId: number;
  otherTaskTitle: string;
  otherStartsAt: Date;
  otherEndsAt: Date;
}

/**
 * What becomes of the claims of whole shifts when staff change or cancel them. Everything happens in the caller's
 * transaction; the locks are taken in the order of the lane (volunteers, then shifts), so call `lock` before anything
 * else of the transaction has touched a shift.
 */
@Injectable()
export class ShiftClaims {
  constructor(
    private readonly batches: ClaimBatches,
    private readonly waits: ShiftWaitsRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Holds the shifts and the time of everybody with a place in them until the transaction ends. */
  async lock(tx: Sql, shiftIds: readonly number[]): Promise<void> {
    if (shiftIds.length === 0) return;
    const people = (await this.holdersOf(tx, shiftIds)).map((holder) => holder.personId);
    await this.batches.touchPeople(tx, [...new Set(people)]);
    await this.batches.lockShifts(tx, shiftIds);
  }

  /** Everybody who holds a place now. */
  async holdersOf(sql: Sql, shiftIds: readonly number[]): Promise<ShiftHolder[]> {
    if (shiftIds.length === 0) return [];
    return sql.query<ShiftHolder>(
      `SELECT c.id AS claimId, c.shift_id AS shiftId, c.person_id AS personId, c.status, t.title AS taskTitle,
              t.place_name AS placeName, c.starts_at AS startsAt, c.ends_at AS endsAt
         FROM claim c JOIN task t ON t.id = c.task_id
        WHERE c.shift_id IN (?) AND c.status IN (?) ORDER BY c.id`,
      [shiftIds, HOLDING_CLAIMS],
    );
  }

  /**
   * The shifts are cancelled: whoever has claimed a place and not begun is released and told, whoever waits is told.
   * Claims under way or further are kept, for the service was done. Returns how many were released.
   */
  async releaseAll(tx: Sql, shiftIds: readonly number[], reason: string, caller: Caller): Promise<number> {
    if (shiftIds.length === 0) return 0;
    const now = this.clock.now();
    await this.batches.lockShifts(tx, shiftIds);
    const claimed = await this.batches.lockClaimed(tx, shiftIds);
    const held = (await this.holdersOf(tx, shiftIds)).filter((holder) => holder.status === 'claimed');
    await this.batches.release(tx, claimed, shiftIds, reason, caller.personId, now);
    const waiting = await this.waits.findWaiting(tx, shiftIds);
    await this.waits.finish(tx, waiting, 'expired', { reason }, now);
    await this.tell(tx, [
      ...held.map((holder): OutboxMessage => ({
        personId: holder.personId,
        kind: 'claim_cancelled',
        dedupe: `claim:${holder.claimId}:cancelled`,
        payload: { ...factsOf(holder), reason },
      })),
      ...waiting.map((wait) => expiredMessage(wait, reason)),
    ]);
    return held.length;
  }

  /** Claims that keep somebody of this shift elsewhere during [startsAt, endsAt). */
  async findOverlaps(tx: Sql, shiftId: number, startsAt: Date, endsAt: Date): Promise<ShiftOverlap[]> {
    return tx.query<ShiftOverlap>(
      `SELECT c.id AS claimId, o.id AS otherClaimId, t.title AS otherTaskTitle, o.starts_at AS otherStartsAt,
              o.ends_at AS otherEndsAt
         FROM claim c JOIN claim o ON o.person_id = c.person_id AND o.shift_id <> c.shift_id AND o.live = 1
           AND o.starts_at < ? AND o.ends_at > ?
         JOIN task t ON t.id = o.task_id
        WHERE c.shift_id = ? AND c.live = 1 ORDER BY c.id, o.starts_at`,
      [endsAt, startsAt, shiftId],
    );
  }

  /** Gives the claims of a shift its new times. The caller has locked it and found no overlaps. */
  async move(tx: Sql, shiftId: number, startsAt: Date, endsAt: Date): Promise<void> {
    await tx.execute(
      `UPDATE claim SET starts_at = ?, ends_at = ?, reminded_at = NULL, updated_at = ?
        WHERE shift_id = ? AND status = 'claimed'`,
      [startsAt, endsAt, this.clock.now(), shiftId],
    );
  }

  /** Tells everybody who still has to come what changed; `change` names it for the dedupe, `note` is a sentence. */
  async tellChanged(tx: Sql, shiftIds: readonly number[], change: string, note?: string): Promise<void> {
    const holders = (await this.holdersOf(tx, shiftIds)).filter(({ status }) => status === 'claimed');
    await this.tell(
      tx,
      holders.map((holder) => ({
        personId: holder.personId,
        kind: 'claim_changed' as const,
        dedupe: `claim:${holder.claimId}:changed:${change}`,
        payload: { ...factsOf(holder), ...(note === undefined ? {} : { reason: note }) },
      })),
    );
  }

  private async tell(tx: Sql, messages: readonly OutboxMessage[]): Promise<void> {
    for (let from = 0; from < messages.length; from += CHUNK)
      await this.outbox.enqueue(tx, messages.slice(from, from + CHUNK));
  }
}

/** What the notice of a wait that nobody could serve says; `cancelled` is why its shift was cancelled. */
export function expiredMessage(wait: ShiftWaitRow, cancelled?: string): OutboxMessage {
  return {
    personId: wait.personId,
    kind: 'shift_wait_expired',
    dedupe: `shift_wait:${wait.id}:expired`,
    payload: {
      taskId: wait.taskId,
      taskTitle: wait.taskTitle,
      placeName: wait.placeName,
      startsAt: wait.startsAt.toISOString(),
      endsAt: wait.endsAt.toISOString(),
      ...(cancelled === undefined ? {} : { reason: cancelled }),
    },
  };
}

/** What a notice about a claim says. */
export function factsOf(claim: {
  claimId: number;
  taskTitle: string;
  placeName: string;
  startsAt: Date;
  endsAt: Date;
}) {
  return {
    claimId: claim.claimId,
    taskTitle: claim.taskTitle,
    placeName: claim.placeName,
    startsAt: claim.startsAt.toISOString(),
    endsAt: claim.endsAt.toISOString(),
  };
}
