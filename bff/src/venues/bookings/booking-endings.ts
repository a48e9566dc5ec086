import { Injectable } from '@nestjs/common';
import { statusesBefore, type BookingStatus } from '@jiefang/shared/bookings';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Verdict } from '../../common/lanes/lane.js';
import type { Sql } from '../../database/database.js';
import type { OutboxMessage } from '../../outbox/outbox.js';
import type { VenueConfig } from '../catalogue/venue-config.js';
import type { BookingCommand, BookingOutcome, FreeCommand } from './booking-commands.js';
import { deadlinesOf, factsOf } from './booking-mapping.js';
import type { Writes } from './booking-writes.js';
import { BookingsRepository, type BookingRow } from './bookings.repository.js';
import { HoldingsRepository } from './holdings.repository.js';
import { NoShows } from './no-shows.js';

/** A day of a venue on which units were given back. */
export interface FreedDay {
  venueId: number;
  day: string;
}

/** Ends live bookings early: status, units, quota, no-shows. The caller's transaction holds the venues' rows. */
@Injectable()
export class BookingEndings {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly holdings: HoldingsRepository,
    private readonly noShows: NoShows,
  ) {}

  /** Ends the bookings that may end, gives back their units, and tells which days have room again. */
  async end(
    tx: Sql,
    commands: readonly FreeCommand[],
    configs: Map<number, VenueConfig>,
    writes: Writes,
    verdicts: Map<BookingCommand, Verdict<BookingOutcome>>,
    now: Date,
  ): Promise<FreedDay[]> {
    const ids = [...new Set(commands.map((command) => command.bookingId))];
    const byId = new Map((await this.bookings.findByIdsForUpdate(tx, ids)).map((row) => [row.id, row]));
    const ended: BookingRow[] = [];
    for (const command of commands) {
      const row = byId.get(command.bookingId);
      const config = configs.get(command.venueId);
      const to = row === undefined || config === undefined ? null : endOf(command, row, config, now);
      if (row === undefined || to === null) {
        verdicts.set(command, { error: new DomainError('BOOKING_STATE') });
        continue;
      }
      await this.bookings.changeStatus(
        tx,
        [row.id],
        statusesBefore(to, command.actor),
        to,
        command.reason,
        now,
      );
      row.status = to;
      ended.push(row);
      writes.steps.push({ bookingId: row.id, status: to, actorId: command.actorId, note: command.reason });
      if (command.audit !== null) writes.audits.push(command.audit);
      writes.messages.push(...(await this.toldOf(tx, command, row)));
      verdicts.set(command, { value: { kind: 'freed', bookingId: row.id } });
    }
    await this.giveBack(tx, ended, configs);
    const days = ended.filter((row) => row.endsAt > now).map(({ venueId, day }) => ({ venueId, day }));
    return [...new Map(days.map((day) => [`${day.venueId}|${day.day}`, day])).values()];
  }

  private async giveBack(
    tx: Sql,
    ended: readonly BookingRow[],
    configs: Map<number, VenueConfig>,
  ): Promise<void> {
    await this.holdings.deleteUnits(tx, ended);
    // A late cancellation or a no-show has used its turn.
    const returned = ended.filter((row) => row.status === 'cancelled' || row.status === 'rejected');
    await this.holdings.deleteQuotaSlots(tx, returned);
    const missed = ended.filter((row) => row.status === 'released' || row.status === 'no_show');
    await this.noShows.count(tx, missed, configs);
  }

  private async toldOf(tx: Sql, command: FreeCommand, row: BookingRow): Promise<OutboxMessage[]> {
    const companions = await this.bookings.findCompanionIds(tx, [row.id]);
    const people = [row.personId, ...companions.map((companion) => companion.personId)];
    return people.flatMap((personId) =>
      personId === null
        ? []
        : [
            {
              personId,
              kind: command.notice,
              dedupe: `booking:${row.id}:${row.status}`,
              payload: factsOf(row, command.reason),
            },
          ],
    );
  }
}

/** The status a booking ends in, or null when the step is not lawful now. */
function endOf(command: FreeCommand, row: BookingRow, config: VenueConfig, now: Date): BookingStatus | null {
  let to: BookingStatus = command.to;
  if (command.actor === 'resident') {
    if (now >= row.startsAt) return null;
    if (row.status === 'confirmed' && now > deadlinesOf(row, config.policy).cancelBy) to = 'late_cancelled';
  }
  // What is over can no longer be called off, only missed or completed.
  if (command.actor === 'staff' && to === 'cancelled' && now >= row.endsAt) return null;
  return statusesBefore(to, command.actor).includes(row.status) ? to : null;
}
