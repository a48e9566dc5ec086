import { Injectable } from '@nestjs/common';
import type { BookingStatus } from '@jiefang/shared/bookings';
import { Audit, type AuditedAct } from '../../audit/audit.js';
import type { Caller } from '../../common/auth/caller.js';
import type { Sql } from '../../database/database.js';
import { Outbox, type OutboxMessage } from '../../outbox/outbox.js';
import { BookingsRepository, type NewBooking } from './bookings.repository.js';
import { HoldingsRepository, type HeldUnit, type QuotaSlot } from './holdings.repository.js';
import { WaitlistRepository, type NewWaitlistEntry } from './waitlist.repository.js';

/** Rows gathered while a batch is decided, written together at its end. */
export interface Writes {
  bookings: NewBooking[];
  units: HeldUnit[];
  slots: QuotaSlot[];
  waits: NewWaitlistEntry[];
  steps: { bookingId: number; status: BookingStatus; actorId: number | null; note: string | null }[];
  messages: OutboxMessage[];
  audits: { caller: Caller; act: AuditedAct }[];
}

/** Nothing to write yet. */
export function noWrites(): Writes {
  return { bookings: [], units: [], slots: [], waits: [], steps: [], messages: [], audits: [] };
}

/** Writes what a batch has decided, a few statements for all of it. */
@Injectable()
export class BookingWriter {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly holdings: HoldingsRepository,
    private readonly waitlist: WaitlistRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async write(tx: Sql, writes: Writes, now: Date): Promise<void> {
    // Units first: whoever lost a race learns it from the key before anything else is written.
    await this.holdings.insertUnits(tx, writes.units);
    await this.bookings.insertBookings(tx, writes.bookings, now);
    await this.holdings.insertQuotaSlots(tx, writes.slots);
    await this.waitlist.insert(tx, writes.waits, now);
    await this.bookings.insertSteps(tx, writes.steps, now);
    await this.outbox.enqueue(tx, writes.messages);
    for (const { caller, act } of writes.audits) await this.audit.record(tx, caller, act);
  }
}
