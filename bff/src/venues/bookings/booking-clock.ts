import { Injectable } from '@nestjs/common';
import type { BookingStatus } from '@jiefang/shared/bookings';
import { MINUTE_MS } from '@jiefang/shared/time';
import { Clock } from '../../common/clock/clock.js';
import { Ticker } from '../../common/clock/ticker.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Database } from '../../database/database.js';
import { Outbox } from '../../outbox/outbox.js';
import { VenueConfigs } from '../catalogue/venue-config.js';
import type { FreeCommand } from './booking-commands.js';
import { BookingLane } from './booking-lane.js';
import { checkInEnd, factsOf } from './booking-mapping.js';
import { BookingsRepository, type DueBooking } from './bookings.repository.js';
import { WaitlistRepository } from './waitlist.repository.js';

const TICK_MS = 10_000;
const LEASE_SECONDS = 30;
const BATCH = 500;
/** A reminder goes out this long before the start. */
const REMINDER_MS = 2 * 60 * MINUTE_MS;

/**
 * What time alone does to bookings: an unanswered request ends at its start, an unclaimed room is released, what was
 * used is completed, waits run out, reminders go out. One replica at a time works; every step is a guarded status
 * change, so doing it twice changes nothing.
 */
@Injectable()
export class BookingClock {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingsRepository,
    private readonly waitlist: WaitlistRepository,
    private readonly configs: VenueConfigs,
    private readonly lane: BookingLane,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    ticker: Ticker,
  ) {
    ticker.add({
      name: 'booking_clock',
      every: TICK_MS,
      leaseSeconds: LEASE_SECONDS,
      work: () => this.run(),
    });
  }

  /** Everything that is due now. */
  async run(): Promise<void> {
    await this.remind();
    await this.rejectUnanswered();
    await this.releaseUnclaimed();
    await this.finishEnded();
    await this.expireWaits();
  }

  private async remind(): Promise<void> {
    const now = this.clock.now();
    // A booking made within the last two hours before its start needs no reminder of itself.
    const due = await this.bookings.findToRemind(
      this.database,
      now,
      new Date(now.getTime() + REMINDER_MS),
      BATCH,
    );
    await this.database.transaction((tx) =>
      this.outbox.enqueue(
        tx,
        due.flatMap((row) =>
          row.personId === null
            ? []
            : [
                {
                  personId: row.personId,
                  kind: 'booking_reminder' as const,
                  dedupe: `booking:${row.id}:reminder`,
                  payload: factsOf(row),
                },
              ],
        ),
      ),
    );
  }

  private async rejectUnanswered(): Promise<void> {
    for await (const due of this.pages('pending', 'starts_at')) {
      await this.freeAll(due, { to: 'rejected', reason: '开始前没有来得及审核', notice: 'booking_rejected' });
    }
  }

  private async releaseUnclaimed(): Promise<void> {
    for await (const begun of this.pages('confirmed', 'starts_at')) {
      const now = this.clock.now();
      const configs = await this.configs.load(
        this.database,
        begun.map((row) => row.venueId),
      );
      const late = begun.filter((row) => {
        const config = configs.get(row.venueId);
        return config !== undefined && now >= checkInEnd(row, config.policy);
      });
      const released = late.filter((row) => configs.get(row.venueId)?.policy.releaseAfterMinutes !== null);
      const missed = late.filter((row) => configs.get(row.venueId)?.policy.releaseAfterMinutes === null);
      await this.freeAll(released, { to: 'released', reason: null, notice: 'booking_released' });
      await this.freeAll(missed, { to: 'no_show', reason: null, notice: 'booking_no_show' });
    }
  }

  private async finishEnded(): Promise<void> {
    for await (const due of this.pages('checked_in', 'ends_at')) {
      for (const { id } of due) await this.complete(id);
    }
  }

  private async complete(id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      if ((await this.bookings.changeStatus(tx, [id], ['checked_in'], 'completed', null, now)) !== 1) return;
      await this.bookings.insertSteps(
        tx,
        [{ bookingId: id, status: 'completed', actorId: null, note: null }],
        now,
      );
      const row = await this.bookings.findById(tx, id);
      if (row === null || row.personId === null) return;
      await this.outbox.enqueue(tx, [
        {
          personId: row.personId,
          kind: 'booking_completed',
          dedupe: `booking:${id}:completed`,
          payload: factsOf(row),
        },
      ]);
    });
  }

  /** All that is due, page by page: bookings that stay as they are must not hide those behind them. */
  private async *pages(status: BookingStatus, column: 'starts_at' | 'ends_at'): AsyncGenerator<DueBooking[]> {
    const now = this.clock.now();
    for (let last: DueBooking | null = null; ;) {
      const page: DueBooking[] = await this.bookings.findDue(this.database, status, column, now, last, BATCH);
      if (page.length > 0) yield page;
      last = page.at(-1) ?? null;
      if (page.length < BATCH) return;
    }
  }

  private async expireWaits(): Promise<void> {
    const now = this.clock.now();
    for (const wait of await this.waitlist.findOverdue(this.database, now, BATCH)) {
      await this.database.transaction(async (tx) => {
        if ((await this.waitlist.finish(tx, [wait.id], 'expired', {}, now)) !== 1) return;
        const { venueName, centreName } = wait;
        await this.outbox.enqueue(tx, [
          {
            personId: wait.personId,
            kind: 'waitlist_expired',
            dedupe: `waitlist:${wait.id}:expired`,
            payload: {
              waitlistId: wait.id,
              venueName,
              centreName,
              startsAt: wait.startsAt.toISOString(),
              endsAt: wait.endsAt.toISOString(),
            },
          },
        ]);
      });
    }
  }

  private async freeAll(
    rows: readonly { id: number; venueId: number }[],
    how: Pick<FreeCommand, 'to' | 'reason' | 'notice'>,
  ): Promise<void> {
    await Promise.all(
      rows.map((row) =>
        this.lane
          .free({
            kind: 'free',
            request: null,
            venueId: row.venueId,
            bookingId: row.id,
            actor: 'clock',
            actorId: null,
            audit: null,
            ...how,
          })
          .catch((error: unknown) => {
            // Someone checked in or cancelled in the meantime.
            if (!(error instanceof DomainError)) throw error;
          }),
      ),
    );
  }
}
