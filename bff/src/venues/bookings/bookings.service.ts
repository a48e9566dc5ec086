import { Injectable } from '@nestjs/common';
import { freeRunStarts, openUnits, closedMinutes } from '@jiefang/shared/availability';
import { addDays, clockOf, instantAt, MINUTE_MS, shanghaiDay, shanghaiMinute } from '@jiefang/shared/time';
import { cleaningUnits } from '@jiefang/shared/venues';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOf, type Page } from '../../common/pagination/cursor.js';
import { Database } from '../../database/database.js';
import { VenueConfigs, type VenueConfig } from '../catalogue/venue-config.js';
import { BookingLane } from './booking-lane.js';
import { openingOn } from './booking-judge.js';
import { cardOf, viewOf } from './booking-mapping.js';
import { runOf, type Run } from './booking-run.js';
import { BookingsRepository, type BookingRow } from './bookings.repository.js';
import type { BookBody, MyBookingsQuery } from './bookings.dto.js';
import type { BookingCardView, BookingView, CheckInCodeView, RunView } from './booking-views.js';
import { CheckInCodes } from './check-in-codes.js';
import { HoldingsRepository } from './holdings.repository.js';

const OFFERED_RUNS = 3;

/** A booking and how its viewer stands to it. */
export interface SeenBooking {
  row: BookingRow;
  config: VenueConfig;
  isCompanion: boolean;
}

/** What residents do with bookings. */
@Injectable()
export class BookingsService {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingsRepository,
    private readonly holdings: HoldingsRepository,
    private readonly configs: VenueConfigs,
    private readonly lane: BookingLane,
    private readonly codes: CheckInCodes,
    private readonly clock: Clock,
  ) {}

  /** Books a run. A taken run is refused with up to three free ones and the offer to wait. */
  async book(caller: Caller, key: string, body: BookBody): Promise<BookingView> {
    const venueId = decodeId('venue', body.venueId);
    const run = runOf(body.startsAt, body.endsAt);
    try {
      return await this.lane.book({
        kind: 'book',
        request: idempotent(caller.personId, key, 'POST /bookings', body),
        venueId,
        run,
        personId: caller.personId,
        madeBy: null,
        channel: 'app',
        purpose: body.purpose,
        attendees: body.attendees,
        contact: null,
      });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'BOOKING_TAKEN') throw error;
      const alternatives = await this.freeRuns(venueId, run);
      const nearest = alternatives[0];
      throw new DomainError('BOOKING_TAKEN', {
        ...(nearest === undefined
          ? { next: '可以候补，或看看别的日子。' }
          : { next: `可以候补，或改约 ${spokenStart(nearest, run)}。` }),
        extra: { alternatives, canWait: true },
      });
    }
  }

  /** A booking its owner or a companion may see; NOT_FOUND for anybody else. */
  async find(personId: number, publicId: string): Promise<SeenBooking> {
    const row = await this.bookings.findById(this.database, decodeId('booking', publicId));
    if (row === null) throw new DomainError('NOT_FOUND');
    const isOwner = row.personId === personId;
    const isCompanion =
      !isOwner &&
      (await this.bookings.findCompanionIds(this.database, [row.id])).some((c) => c.personId === personId);
    if (!isOwner && !isCompanion) throw new DomainError('NOT_FOUND');
    const config = (await this.configs.load(this.database, [row.venueId])).get(row.venueId);
    if (config === undefined) throw new DomainError('NOT_FOUND');
    return { row, config, isCompanion };
  }

  /** The booking's own page. */
  async view(personId: number, publicId: string): Promise<BookingView> {
    const { row, config, isCompanion } = await this.find(personId, publicId);
    const [steps, companions] = await Promise.all([
      this.bookings.findSteps(this.database, row.id),
      this.bookings.findCompanions(this.database, row.id),
    ]);
    return viewOf(row, config, { steps, companions }, isCompanion, this.clock.now());
  }

  async list(personId: number, query: MyBookingsQuery): Promise<Page<BookingCardView>> {
    const now = this.clock.now();
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['number', 'number']);
    const rows = await this.bookings.findOfPerson(
      this.database,
      personId,
      query.scope,
      after === null ? null : { startsAt: new Date(after[0] as number), id: after[1] as number },
      query.limit + 1,
      now,
    );
    const configs = await this.configs.load(
      this.database,
      rows.map((row) => row.venueId),
    );
    return pageOf(
      rows,
      query.limit,
      (row) => [row.startsAt.getTime(), row.id],
      (row) => cardOf(row, (configs.get(row.venueId) as VenueConfig).policy, row.isCompanion === 1, now),
    );
  }

  /** The next booking of a person that has not ended; null when there is none. */
  async next(personId: number): Promise<BookingCardView | null> {
    const { items } = await this.list(personId, { scope: 'upcoming', limit: 1 });
    return items[0] ?? null;
  }

  /** The owner gives the run back; whoever waits for it is served in the same transaction. */
  async cancel(
    caller: Caller,
    key: string,
    publicId: string,
    reason: string | undefined,
  ): Promise<BookingView> {
    const { row } = await this.own(caller.personId, publicId);
    await this.lane.free({
      kind: 'free',
      request: idempotent(caller.personId, key, `POST /bookings/${publicId}/cancel`, { reason }),
      venueId: row.venueId,
      bookingId: row.id,
      actor: 'resident',
      actorId: caller.personId,
      to: 'cancelled',
      reason: reason === undefined || reason === '' ? null : reason,
      notice: 'booking_cancelled',
      audit: null,
    });
    return this.view(caller.personId, publicId);
  }

  /** The code that staff scan; it changes every thirty seconds. */
  async checkInCode(personId: number, publicId: string): Promise<CheckInCodeView> {
    const { row } = await this.own(personId, publicId);
    if (row.status !== 'confirmed') throw new DomainError('BOOKING_STATE');
    const now = this.clock.now();
    const code = this.codes.issue({ bookingId: row.id, venueId: row.venueId }, publicId, now);
    return {
      qr: code.qr,
      manualCode: code.manualCode,
      expiresAt: code.expiresAt.toISOString(),
      serverTime: now.toISOString(),
    };
  }

  /** A booking that belongs to the person; a companion may look but not act. */
  async own(personId: number, publicId: string): Promise<SeenBooking> {
    const seen = await this.find(personId, publicId);
    if (seen.isCompanion) throw new DomainError('FORBIDDEN', { message: '这是别人的预约，你只是同行。' });
    return seen;
  }

  /** Free runs of the same length, the nearest first: the same day, then the next two. */
  private async freeRuns(venueId: number, wanted: Run): Promise<RunView[]> {
    const config = (await this.configs.load(this.database, [venueId])).get(venueId);
    if (config === undefined) return [];
    const { unitMinutes, policy } = config;
    const now = this.clock.now();
    const earliest = new Date(now.getTime() + policy.latestLeadMinutes * MINUTE_MS);
    const days = [0, 1, 2].map((offset) => addDays(wanted.day, offset));
    const units = await this.holdings.findHeldUnits(
      this.database,
      days.map((day) => ({ venueId, day, from: 0, to: 1440 / unitMinutes })),
    );
    const runs = days.flatMap((day) => {
      if (day > addDays(shanghaiDay(now), policy.earliestLeadDays) || day < shanghaiDay(earliest)) return [];
      const starts = freeRunStarts({
        open: openUnits(openingOn(config, day), closedMinutes(config.closures, day), unitMinutes),
        held: new Set(units.filter((unit) => unit.day === day).map((unit) => unit.unit)),
        length: (wanted.endMinute - wanted.startMinute) / unitMinutes,
        cleaning: cleaningUnits(policy, unitMinutes),
        from: day === shanghaiDay(earliest) ? Math.ceil(shanghaiMinute(earliest) / unitMinutes) : 0,
      });
      const distance = (start: number): number => Math.abs(start * unitMinutes - wanted.startMinute);
      return starts
        .sort((a, b) => distance(a) - distance(b))
        .slice(0, OFFERED_RUNS)
        .map((start) => ({
          startsAt: instantAt(day, start * unitMinutes),
          length: wanted.endMinute - wanted.startMinute,
        }));
    });
    return runs.slice(0, OFFERED_RUNS).map(({ startsAt, length }) => ({
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + length * MINUTE_MS).toISOString(),
    }));
  }
}

/** When an offered run starts, as seen from the wanted day: 15:30, or 11月25日 15:30. */
function spokenStart(offer: RunView, wanted: Run): string {
  const start = new Date(offer.startsAt);
  const day = shanghaiDay(start);
  const [, month, date] = day.split('-').map(Number);
  return `${day === wanted.day ? '' : `${month}月${date}日 `}${clockOf(shanghaiMinute(start))}`;
}
