import { Injectable, Logger } from '@nestjs/common';
import { PUBLICATION_WORKING_DAYS } from '@jiefang/shared/hours';
import { shanghaiDay } from '@jiefang/shared/time';
import { Clock } from '../../common/clock/clock.js';
import { Ticker } from '../../common/clock/ticker.js';
import { Database } from '../../database/database.js';
import { Outbox } from '../../outbox/outbox.js';
import { actOn, factsOf } from './hours-corrections.js';
import { HoursItemsRepository } from './hours-items.repository.js';
import { HoursLedger, LedgerBrokenError } from './hours-ledger.js';
import { WorkingCalendar } from '../../common/calendar/working-days.js';

const TICK_MS = 60_000;
const LEASE_SECONDS = 120;
const BATCH = 200;

/**
 * What time alone does to hours: at nine on the next working day they are publicised, and after three more working days
 * without an open objection they are recorded. One replica at a time works; every step is a guarded status change.
 */
@Injectable()
export class HoursClock {
  private readonly logger = new Logger(HoursClock.name);
  private warnedOf: string | null = null;

  constructor(
    private readonly database: Database,
    private readonly items: HoursItemsRepository,
    private readonly ledger: HoursLedger,
    private readonly calendar: WorkingCalendar,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    ticker: Ticker,
  ) {
    ticker.add({ name: 'hours_clock', every: TICK_MS, leaseSeconds: LEASE_SECONDS, work: () => this.run() });
  }

  /** Everything that is due now. */
  async run(): Promise<void> {
    const now = this.clock.now();
    const days = await this.calendar.load(this.database);
    const unknown = days.unknownYear(now);
    if (unknown !== null && unknown !== this.warnedOf) {
      this.logger.warn(`the days off of ${unknown} are in neither the calendar nor the table working_day`);
      this.warnedOf = unknown;
    }
    const today = shanghaiDay(now);
    const endsOn = days.add(today, PUBLICATION_WORKING_DAYS);
    const opening = days.lastOpening(now);
    await this.inBatches(
      (after) => this.items.findProvisionalBefore(this.database, opening, after, BATCH),
      (ids) => this.publicise(ids, today, endsOn, now),
    );
    await this.inBatches(
      (after) => this.items.findToRecord(this.database, today, after, BATCH),
      (ids) => this.record(ids, now),
    );
  }

  /** Page after page. A person whose chain is broken keeps only the own items back, not everybody's. */
  private async inBatches(
    find: (afterId: number) => Promise<{ id: number }[]>,
    work: (ids: readonly number[]) => Promise<void>,
  ): Promise<void> {
    for (let after = 0; ;) {
      const ids = (await find(after)).map((row) => row.id);
      if (ids.length === 0) return;
      try {
        await work(ids);
      } catch (error) {
        if (!(error instanceof LedgerBrokenError)) throw error;
        for (const id of ids) await work([id]).catch((failure: unknown) => this.report(failure));
      }
      after = ids.at(-1) ?? after;
    }
  }

  private report(failure: unknown): void {
    if (!(failure instanceof LedgerBrokenError)) throw failure;
    this.logger.error(failure.message);
  }

  private async publicise(ids: readonly number[], today: string, endsOn: string, at: Date): Promise<void> {
    await this.database.transaction(async (tx) => {
      const due = await this.items.findStillIn(tx, ids, 'provisional');
      if (due.length === 0) return;
      const changed = await this.items.publicise(
        tx,
        due.map((item) => item.id),
        today,
        endsOn,
        at,
      );
      if (changed !== due.length) throw new Error('items of hours changed while they were held');
      await this.ledger.append(
        tx,
        due.map((item) => ({
          ...actOn(item, at),
          act: 'publicised' as const,
          minutes: 0,
          actorId: null,
          reason: endsOn,
        })),
      );
      await this.outbox.enqueue(
        tx,
        due.map((item) => ({
          personId: item.personId,
          kind: 'hours_publicised' as const,
          dedupe: `hours:${item.id}:publicised`,
          payload: { ...factsOf(item), endsOn },
        })),
      );
    });
  }

  private async record(ids: readonly number[], at: Date): Promise<void> {
    await this.database.transaction(async (tx) => {
      const due = (await this.items.findStillIn(tx, ids, 'publicised')).filter(
        (item) => item.openObjections === 0,
      );
      if (due.length === 0) return;
      const changed = await this.items.record(
        tx,
        due.map((item) => item.id),
        at,
      );
      if (changed !== due.length) throw new Error('items of hours changed while they were held');
      await this.ledger.append(
        tx,
        due.map((item) => ({
          ...actOn(item, at),
          act: 'recorded' as const,
          minutes: 0,
          actorId: null,
          reason: null,
        })),
      );
      await this.outbox.enqueue(
        tx,
        due.map((item) => ({
          personId: item.personId,
          kind: 'hours_recorded' as const,
          dedupe: `hours:${item.id}:recorded`,
          payload: factsOf(item),
        })),
      );
    });
  }
}
