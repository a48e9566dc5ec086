import { Injectable } from '@nestjs/common';
import type { DomainError } from '../../common/errors/domain-error.js';
import type { Sql } from '../../database/database.js';
import type { OutboxMessage } from '../../outbox/outbox.js';
import { ClaimBatches } from './claim-batches.js';
import { ClaimFacts } from './claim-facts.js';
import { judgeClaim, type Claimant, type ClaimShift } from './claim-judge.js';
import { grant } from './claim-grants.js';
import type { Writes } from './claim-writes.js';
import { ShiftWaitsRepository } from './shift-waits.repository.js';

/** Somebody at the front of a queue. */
export interface WaitHead {
  id: number;
  shiftId: number;
  personId: number;
}

/** How many of a queue one batch looks at; the clock serves what is left. */
const HEADS = 40;

/** Gives freed places to those who wait, in their order; each is judged by every rule anew. */
@Injectable()
export class ClaimPromotions {
  constructor(
    private readonly batches: ClaimBatches,
    private readonly facts: ClaimFacts,
    private readonly waits: ShiftWaitsRepository,
  ) {}

  /** The fronts of the queues, for their people to be locked in the common order. */
  heads(sql: Sql, shiftIds: readonly number[]): Promise<WaitHead[]> {
    return this.waits.findHeads(sql, shiftIds, HEADS);
  }

  /** Serves the queues of these shifts, whose rows the transaction holds. `ids` are numbers for the new claims. */
  async serve(
    tx: Sql,
    shiftIds: readonly number[],
    ids: readonly number[],
    context: {
      now: Date;
      shifts: Map<number, ClaimShift>;
      people: Map<number, Claimant>;
      writes: Writes;
    },
  ): Promise<void> {
    const { now, shifts, people, writes } = context;
    const open = shiftIds.filter((id) => {
      const shift = shifts.get(id);
      return shift !== undefined && isServed(shift, now);
    });
    if (open.length === 0) return;
    const line = await this.waits.findHeads(tx, open, HEADS);
    await this.admitLate(tx, line, context);
    let used = 0;
    for (const head of line) {
      const shift = shifts.get(head.shiftId) as ClaimShift;
      const claimant = people.get(head.personId) ?? null;
      const claimId = ids[used];
      if (shift.claimed >= shift.capacity || claimId === undefined) continue;
      // The risk was read and accepted when the place in the queue was taken.
      const refusal = judgeClaim(claimant, shift, true, now);
      // `finish` writes the counter itself.
      shift.waiting -= 1;
      if (refusal?.code === 'CLAIM_ALREADY') {
        // They were quicker than their own place in the queue.
        await this.waits.finish(tx, [head], 'left', {}, now);
        continue;
      }
      if (refusal !== null || claimant === null) {
        const reason = (refusal as DomainError).refusal.message;
        await this.waits.finish(tx, [head], 'refused', { reason }, now);
        writes.messages.push(refusedMessage(head, shift, reason));
        continue;
      }
      used += 1;
      grant(claimId, claimant, shift, 'waitlist', writes);
      await this.waits.finish(tx, [head], 'promoted', { claimId }, now);
      writes.messages.push(promotedMessage(head, shift, claimId));
    }
  }

  /** People who came to the front since the locks were taken; rare, so they may be locked out of order. */
  private async admitLate(
    tx: Sql,
    line: readonly WaitHead[],
    { now, shifts, people }: { now: Date; shifts: Map<number, ClaimShift>; people: Map<number, Claimant> },
  ): Promise<void> {
    const missing = [...new Set(line.map((head) => head.personId))].filter((id) => !people.has(id));
    if (missing.length === 0) return;
    const volunteers = await this.batches.lockPeople(tx, missing);
    const rows = [...shifts.values()].map((shift) => ({ ...shift, taskId: shift.task.id }));
    const late = await this.facts.load(tx, volunteers, rows, now);
    for (const [id, person] of late.people) people.set(id, person);
  }
}

/** Whether free places of a shift may still go to somebody. */
export function isServed(shift: ClaimShift, now: Date): boolean {
  return (
    shift.status === 'open' &&
    shift.taskStatus === 'published' &&
    shift.waiting > 0 &&
    shift.claimed < shift.capacity &&
    now < shift.closesAt
  );
}

function promotedMessage(head: WaitHead, shift: ClaimShift, claimId: number): OutboxMessage {
  return {
    personId: head.personId,
    kind: 'claim_promoted',
    dedupe: `shift_wait:${head.id}:promoted`,
    payload: { claimId, ...timesOf(shift) },
  };
}

function refusedMessage(head: WaitHead, shift: ClaimShift, reason: string): OutboxMessage {
  return {
    personId: head.personId,
    kind: 'shift_wait_refused',
    dedupe: `shift_wait:${head.id}:refused`,
    payload: { taskId: shift.task.id, ...timesOf(shift), reason: reason.replace(/。$/, '') },
  };
}

function timesOf({ task, startsAt, endsAt }: ClaimShift) {
  return {
    taskTitle: task.title,
    placeName: task.placeName,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  };
}
