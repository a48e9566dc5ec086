import { Injectable } from '@nestjs/common';
import { MINUTE_MS } from '@jiefang/shared/time';
import { Clock } from '../../common/clock/clock.js';
import { Ticker } from '../../common/clock/ticker.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Database } from '../../database/database.js';
import { Outbox } from '../../outbox/outbox.js';
import { Patrols } from '../patrols/patrol-evidence.js';
import { ClaimBatches } from './claim-batches.js';
import { ClaimClockRepository, type EndedShift, type OverdueClaim } from './claim-clock.repository.js';
import { ClaimLane } from './claim-lane.js';
import { ClaimSteps } from './claim-steps.js';
import { ClaimsRepository } from './claims.repository.js';
import { expiredMessage, factsOf } from './shift-claims.js';
import { ShiftWaitsRepository } from './shift-waits.repository.js';

const TICK_MS = 10_000;
const LEASE_SECONDS = 30;
const BATCH = 500;
/** A reminder goes out this long before the start. */
const REMINDER_MS = 60 * MINUTE_MS;
/** A service that nobody has ended is handed in this long after its shift. */
const FORGOTTEN_MS = 6 * 60 * MINUTE_MS;
const FORGOTTEN_NOTE = '没有点“结束”，按班次结束的时间提交';

/**
 * What time alone does to claims: reminders go out, who did not come is a no-show, a forgotten service is handed in,
 * waits run out, places that were left over go to those who wait. One replica at a time works; every step is a guarded
 * status change, so doing it twice changes nothing.
 */
@Injectable()
export class ClaimClock {
  constructor(
    private readonly database: Database,
    private readonly due: ClaimClockRepository,
    private readonly claims: ClaimsRepository,
    private readonly waits: ShiftWaitsRepository,
    private readonly batches: ClaimBatches,
    private readonly steps: ClaimSteps,
    private readonly lane: ClaimLane,
    private readonly patrols: Patrols,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    ticker: Ticker,
  ) {
    ticker.add({ name: 'claim_clock', every: TICK_MS, leaseSeconds: LEASE_SECONDS, work: () => this.run() });
  }

  /** Everything that is due now. */
  async run(): Promise<void> {
    await this.remind();
    await this.closeEnded();
    await this.expireWaits();
    await this.serveWaiting();
  }

  private async remind(): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + REMINDER_MS);
    for (let more = true; more;) {
      const due = await this.due.findToRemind(this.database, now, until, BATCH);
      more = due.length === BATCH;
      if (due.length === 0) return;
      await this.database.transaction(async (tx) => {
        const still = await this.due.markReminded(tx, due, now);
        await this.outbox.enqueue(
          tx,
          still.map((one) => ({
            personId: one.personId,
            kind: 'claim_reminder' as const,
            // A shift that was moved is reminded of again.
            dedupe: `claim:${one.claimId}:reminder:${one.startsAt.getTime()}`,
            payload: factsOf(one),
          })),
        );
      });
    }
  }

  /** No-shows at the end of each shift, forgotten services some hours later; then the shift is settled. */
  private async closeEnded(): Promise<void> {
    const now = this.clock.now();
    const forgotten = new Date(now.getTime() - FORGOTTEN_MS);
    for (let last: EndedShift | null = null; ;) {
      const page: EndedShift[] = await this.due.findEnded(this.database, now, last, BATCH);
      if (page.length === 0) return;
      const ids = page.map((shift) => shift.id);
      const open = await this.due.findOpen(this.database, ids);
      await this.missAll(open.filter((claim) => claim.status === 'claimed'));
      for (const claim of open)
        if (claim.status === 'in_progress' && claim.endsAt <= forgotten) await this.handIn(claim);
      const over = page.filter((shift) => shift.endsAt <= forgotten).map((shift) => shift.id);
      const left = over.length === 0 ? [] : await this.due.findOpen(this.database, over);
      const unsettled = new Set(left.map((claim) => claim.shiftId));
      await this.due.settle(
        this.database,
        over.filter((id) => !unsettled.has(id)),
        now,
      );
      last = page.at(-1) ?? null;
      if (page.length < BATCH) return;
    }
  }

  private async missAll(claims: readonly OverdueClaim[]): Promise<void> {
    await Promise.all(
      claims.map((claim) =>
        this.lane
          .free({
            kind: 'free',
            request: null,
            shiftId: claim.shiftId,
            personId: claim.personId,
            claimId: claim.id,
            actor: 'clock',
            actorId: null,
            to: 'no_show',
            reason: null,
            audit: null,
          })
          .catch((error: unknown) => {
            // Someone was checked in in the meantime, or there are more than the lane takes at once: the next beat.
            if (!(error instanceof DomainError)) throw error;
          }),
      ),
    );
  }

  private async handIn(claim: OverdueClaim): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [row] = await this.claims.findByIdsForUpdate(tx, [claim.id]);
      if (row?.status !== 'in_progress') return;
      await this.patrols.close(tx, claim.id, claim.endsAt);
      await this.steps.submit(tx, claim.id, { at: claim.endsAt, note: FORGOTTEN_NOTE, actorId: null });
    });
  }

  private async expireWaits(): Promise<void> {
    const now = this.clock.now();
    for (const shiftId of await this.due.findExpiredQueues(this.database, now, BATCH)) {
      await this.database.transaction(async (tx) => {
        await this.batches.lockShifts(tx, [shiftId]);
        const waiting = await this.waits.findWaiting(tx, [shiftId]);
        await this.waits.finish(tx, waiting, 'expired', {}, now);
        await this.outbox.enqueue(
          tx,
          waiting.map((wait) => expiredMessage(wait)),
        );
      });
    }
  }

  private async serveWaiting(): Promise<void> {
    for (const shiftId of await this.due.findServable(this.database, this.clock.now(), BATCH))
      await this.lane.serve(shiftId);
  }
}
