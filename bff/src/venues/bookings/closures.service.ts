import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { Outbox, type OutboxMessage } from '../../outbox/outbox.js';
import { VenueConfigs } from '../catalogue/venue-config.js';
import type { FreedDay } from './booking-endings.js';
import { BookingLedger } from './booking-ledger.js';
import { factsOf } from './booking-mapping.js';
import { BookingsRepository, type BookingRow } from './bookings.repository.js';
import type { CloseBody } from './closures.dto.js';
import { HoldingsRepository } from './holdings.repository.js';
import { NoShows } from './no-shows.js';
import type { ClosureDoneView, StaffClosureView } from './staff-views.js';
import { WaitlistRepository } from './waitlist.repository.js';

/** A centre or venue that is about to be closed. */
interface ClosedPlace {
  centreId: number;
  divisionCode: string;
  venueIds: number[];
  venue: { rowId: number; id: string; name: string } | null;
}

interface ClosureRow {
  id: number;
  centreId: number;
  divisionCode: string;
  venueId: number | null;
  venueName: string | null;
  startsAt: Date;
  endsAt: Date;
  reason: string;
  endedAt: Date | null;
}

const MAX_CLOSURE_DAYS = 366;

/** Closing a centre or a venue: bookings in the way are cancelled and told, no-shows in it are forgiven. */
@Injectable()
export class ClosuresService {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingsRepository,
    private readonly holdings: HoldingsRepository,
    private readonly waitlist: WaitlistRepository,
    private readonly configs: VenueConfigs,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly idempotency: Idempotency,
    private readonly noShows: NoShows,
    private readonly ledger: BookingLedger,
    private readonly clock: Clock,
  ) {}

  async close(
    caller: Caller,
    key: string,
    centrePublicId: string,
    body: CloseBody,
  ): Promise<ClosureDoneView> {
    const place = await this.placeOf(decodeId('centre', centrePublicId), body.venueId);
    await this.access.require(caller, 'venues.manage', place.divisionCode);
    const [startsAt, endsAt] = this.timesOf(body);
    return this.idempotency.run(
      idempotent(caller.personId, key, `POST /staff/centres/${centrePublicId}/closures`, body),
      async (tx) => {
        const now = this.clock.now();
        // The venues' rows first: from here on nobody else can take or give back a unit of theirs.
        if (place.venueIds.length > 0) await this.bookings.lockVenues(tx, place.venueIds);
        const { insertId } = await tx.execute(
          `INSERT INTO closure (centre_id, venue_id, starts_at, ends_at, reason, created_by, created_at)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
          [place.centreId, place.venue?.rowId ?? null, startsAt, endsAt, body.reason, caller.personId, now],
        );
        await this.configs.touch(tx, place.venueIds);
        const cancelled = await this.cancelWithin(tx, caller, place, startsAt, endsAt, body.reason, now);
        const waivedNoShows = await this.noShows.waive(
          tx,
          place.centreId,
          place.venue?.rowId ?? null,
          startsAt,
          endsAt,
        );
        await this.audit.record(tx, caller, {
          action: 'closure.create',
          targetType: 'closure',
          targetId: insertId,
          divisionCode: place.divisionCode,
          detail: { ...body, cancelled, waivedNoShows },
        });
        return {
          id: encodeId('closure', insertId),
          venue: place.venue === null ? null : { id: place.venue.id, name: place.venue.name },
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
          reason: body.reason,
          cancelled,
          waivedNoShows,
        };
      },
    );
  }

  /** Opens again from now on; bookings that were cancelled stay cancelled. */
  async end(caller: Caller, key: string, publicId: string): Promise<StaffClosureView> {
    const id = decodeId('closure', publicId);
    const closure = await this.findClosure(this.database, id);
    if (closure === null) throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'venues.manage', closure.divisionCode);
    return this.idempotency.run(
      idempotent(caller.personId, key, `POST /staff/closures/${publicId}/end`, {}),
      async (tx) => {
        const now = this.clock.now();
        const { affectedRows } = await tx.execute(
          'UPDATE closure SET ended_by = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL AND ends_at > ?',
          [caller.personId, now, id, now],
        );
        if (affectedRows !== 1) throw new DomainError('CLOSURE_ENDED');
        await this.configs.touchCentre(tx, closure.centreId);
        await this.audit.record(tx, caller, {
          action: 'closure.end',
          targetType: 'closure',
          targetId: id,
          divisionCode: closure.divisionCode,
        });
        return {
          id: publicId,
          venue:
            closure.venueId === null
              ? null
              : { id: encodeId('venue', closure.venueId), name: closure.venueName ?? '' },
          startsAt: closure.startsAt.toISOString(),
          endsAt: now.toISOString(),
          reason: closure.reason,
        };
      },
    );
  }

  private timesOf(body: CloseBody): [Date, Date] {
    const startsAt = new Date(body.startsAt);
    const endsAt = new Date(body.endsAt);
    const length = endsAt.getTime() - startsAt.getTime();
    if (Number.isNaN(length) || length <= 0)
      throw new DomainError('INVALID_INPUT', { message: '结束时间要晚于开始时间。' });
    if (length > MAX_CLOSURE_DAYS * 86_400_000)
      throw new DomainError('INVALID_INPUT', { message: '一次闭馆最长一年。' });
    if (startsAt.getTime() - this.clock.now().getTime() > MAX_CLOSURE_DAYS * 86_400_000) {
      throw new DomainError('INVALID_INPUT', { message: '闭馆最多提前一年登记。' });
    }
    if (endsAt <= this.clock.now() && body.retroactive !== true) {
      throw new DomainError('CLOSURE_IN_PAST');
    }
    return [startsAt, endsAt];
  }

  private async placeOf(centreId: number, venuePublicId: string | null): Promise<ClosedPlace> {
    const rows = await this.database.query<{
      divisionCode: string;
      venueId: number | null;
      name: string | null;
    }>(
      `SELECT c.division_code AS divisionCode, v.id AS venueId, v.name FROM centre c
         LEFT JOIN venue v ON v.centre_id = c.id WHERE c.id = ? ORDER BY v.id`,
      [centreId],
    );
    const [first] = rows;
    if (first === undefined) throw new DomainError('NOT_FOUND');
    const { divisionCode } = first;
    const venues = rows.flatMap((row) =>
      row.venueId === null ? [] : [{ rowId: row.venueId, name: row.name ?? '' }],
    );
    if (venuePublicId === null) {
      return { centreId, divisionCode, venueIds: venues.map((venue) => venue.rowId), venue: null };
    }
    const rowId = decodeId('venue', venuePublicId);
    const venue = venues.find((candidate) => candidate.rowId === rowId);
    if (venue === undefined) throw new DomainError('NOT_FOUND');
    return { centreId, divisionCode, venueIds: [rowId], venue: { ...venue, id: venuePublicId } };
  }

  private async cancelWithin(
    tx: Sql,
    caller: Caller,
    place: ClosedPlace,
    from: Date,
    to: Date,
    reason: string,
    now: Date,
  ): Promise<number> {
    const venueId = place.venue?.rowId ?? null;
    const found = await this.bookings.findLiveWithin(tx, place.centreId, venueId, from, to);
    // Read again under their locks: someone may have been checked in or approved in between.
    const held = await this.bookings.findByIdsForUpdate(
      tx,
      found.map((row) => row.id),
    );
    const rows = held.filter(
      (row) => row.endsAt > now && (row.status === 'pending' || row.status === 'confirmed'),
    );
    const ids = rows.map((row) => row.id);
    await this.bookings.changeStatus(tx, ids, ['pending', 'confirmed'], 'cancelled', reason, now);
    await this.holdings.deleteUnits(tx, rows);
    await this.holdings.deleteQuotaSlots(tx, rows);
    await this.bookings.insertSteps(
      tx,
      ids.map((bookingId) => ({
        bookingId,
        status: 'cancelled' as const,
        actorId: caller.personId,
        note: reason,
      })),
      now,
    );
    const waits = await this.waitlist.findWaitingWithin(tx, place.centreId, venueId, from, to);
    await this.waitlist.finish(
      tx,
      waits.map((wait) => wait.id),
      'expired',
      { reason },
      now,
    );
    await this.outbox.enqueue(tx, [
      ...(await this.toldOf(tx, rows, reason)),
      ...waits.map((wait) => ({
        personId: wait.personId,
        kind: 'waitlist_expired' as const,
        dedupe: `waitlist:${wait.id}:expired`,
        payload: {
          waitlistId: wait.id,
          venueName: wait.venueName,
          centreName: wait.centreName,
          startsAt: wait.startsAt.toISOString(),
          endsAt: wait.endsAt.toISOString(),
        },
      })),
    ]);
    // A booking may have been longer than the closure: what is left of its run goes to whoever waits for it.
    await this.ledger.serveWaiting(tx, freedDaysOf(rows));
    return rows.length;
  }

  private async toldOf(tx: Sql, rows: readonly BookingRow[], reason: string): Promise<OutboxMessage[]> {
    const companions = await this.bookings.findCompanionIds(
      tx,
      rows.map((row) => row.id),
    );
    return rows.flatMap((row) =>
      [row.personId, ...companions.filter((c) => c.bookingId === row.id).map((c) => c.personId)].flatMap(
        (personId) =>
          personId === null
            ? []
            : [
                {
                  personId,
                  kind: 'booking_closed' as const,
                  dedupe: `booking:${row.id}:closed`,
                  payload: factsOf(row, reason),
                },
              ],
      ),
    );
  }

  private async findClosure(sql: Sql, id: number): Promise<ClosureRow | null> {
    const rows = await sql.query<ClosureRow>(
      `SELECT cl.id, cl.centre_id AS centreId, c.division_code AS divisionCode, cl.venue_id AS venueId, v.name AS venueName,
              cl.starts_at AS startsAt, cl.ends_at AS endsAt, cl.reason, cl.ended_at AS endedAt
         FROM closure cl JOIN centre c ON c.id = cl.centre_id LEFT JOIN venue v ON v.id = cl.venue_id WHERE cl.id = ?`,
      [id],
    );
    return rows[0] ?? null;
  }
}

function freedDaysOf(rows: readonly BookingRow[]): FreedDay[] {
  return [...new Map(rows.map(({ venueId, day }) => [`${venueId}|${day}`, { venueId, day }])).values()];
}
