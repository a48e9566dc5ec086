import { Injectable } from '@nestjs/common';
import { weekOf } from '@jiefang/shared/time';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { FieldCipher, maskName } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { PageQuery } from '../../common/http/requests.dto.js';
import { Audit } from '../../audit/audit.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOf, type Page } from '../../common/pagination/cursor.js';
import { Database } from '../../database/database.js';
import { Outbox } from '../../outbox/outbox.js';
import { VenueConfigs, type VenueConfig } from '../catalogue/venue-config.js';
import { BoardMapper } from './board-mapper.js';
import { BookingLane } from './booking-lane.js';
import type { FreeCommand } from './booking-commands.js';
import { factsOf } from './booking-mapping.js';
import { runOf } from './booking-run.js';
import { refuseOwn } from './own-booking.js';
import { BookingsRepository, type BookingRow } from './bookings.repository.js';
import type { DeskBookBody } from './bookings.dto.js';
import type { BoardBookingView } from './booking-views.js';
import { StaffBookingsRepository } from './staff-bookings.repository.js';
import type { ApprovalView } from './staff-views.js';

/** What staff decide about bookings of their division. */
@Injectable()
export class StaffBookingsService {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingsRepository,
    private readonly staffBookings: StaffBookingsRepository,
    private readonly configs: VenueConfigs,
    private readonly lane: BookingLane,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly idempotency: Idempotency,
    private readonly board: BoardMapper,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** Bookings waiting for approval in a division's subtree, the oldest first, with what helps to decide. */
  async approvals(caller: Caller, divisionCode: string, query: PageQuery): Promise<Page<ApprovalView>> {
    await this.access.require(caller, 'bookings.decide', divisionCode);
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['number', 'number']);
    const rows = await this.bookings.findPending(
      this.database,
      divisionCode,
      after === null ? null : { createdAt: new Date(after[0] as number), id: after[1] as number },
      query.limit + 1,
    );
    const now = this.clock.now();
    const configs = await this.configs.load(
      this.database,
      rows.map((row) => row.venueId),
    );
    const records = await this.staffBookings.findRecords(
      this.database,
      rows.map((row) => ({ bookingId: row.id, week: weekOf(row.day) })),
      now,
    );
    return pageOf(
      rows,
      query.limit,
      (row) => [row.createdAt.getTime(), row.id],
      (row) => ({
        ...this.board.placed(row, configs.get(row.venueId) as VenueConfig, caller, now),
        createdAt: row.createdAt.toISOString(),
        householdWeekCount: records.get(row.id)?.householdWeekCount ?? 0,
        noShows90: records.get(row.id)?.noShows90 ?? 0,
      }),
    );
  }

  async approve(caller: Caller, key: string, publicId: string): Promise<BoardBookingView> {
    const { row, config } = await this.require(caller, 'bookings.decide', publicId);
    refuseOwn(caller, row);
    return this.idempotency.run(
      idempotent(caller.personId, key, `POST /staff/bookings/${publicId}/approve`, {}),
      async (tx) => {
        const now = this.clock.now();
        const moved =
          now < row.startsAt
            ? await this.bookings.changeStatus(tx, [row.id], ['pending'], 'confirmed', null, now)
            : 0;
        if (moved !== 1) throw new DomainError('BOOKING_STATE');
        await this.bookings.insertSteps(
          tx,
          [{ bookingId: row.id, status: 'confirmed', actorId: caller.personId, note: null }],
          now,
        );
        if (row.personId !== null) {
          await this.outbox.enqueue(tx, [
            {
              personId: row.personId,
              kind: 'booking_confirmed',
              dedupe: `booking:${row.id}:confirmed`,
              payload: factsOf(row),
            },
          ]);
        }
        await this.audit.record(tx, caller, actOn(row, 'booking.approve'));
        return this.board.view({ ...row, status: 'confirmed' }, config, caller, now);
      },
    );
  }

  /** Refuses a pending booking; the resident reads the reason, and whoever waits is served. */
  async reject(caller: Caller, key: string, publicId: string, reason: string): Promise<BoardBookingView> {
    const { row } = await this.require(caller, 'bookings.decide', publicId);
    refuseOwn(caller, row);
    return this.end(caller, key, row, publicId, {
      act: 'reject',
      action: 'booking.reject',
      to: 'rejected',
      notice: 'booking_rejected',
      reason,
    });
  }

  /** Takes a confirmed booking back because the centre needs it to. */
  async cancel(caller: Caller, key: string, publicId: string, reason: string): Promise<BoardBookingView> {
    const { row } = await this.require(caller, 'bookings.decide', publicId);
    // As staff one would get the turn back however late it is.
    refuseOwn(caller, row);
    return this.end(caller, key, row, publicId, {
      act: 'cancel',
      action: 'booking.cancel',
      to: 'cancelled',
      notice: 'booking_cancelled',
      reason,
    });
  }

  async markNoShow(caller: Caller, key: string, publicId: string): Promise<BoardBookingView> {
    const { row } = await this.require(caller, 'bookings.desk', publicId);
    refuseOwn(caller, row);
    if (this.clock.now() < row.startsAt)
      throw new DomainError('BOOKING_STATE', { message: '还没开始，不能记爽约。' });
    return this.end(caller, key, row, publicId, {
      act: 'mark-no-show',
      action: 'booking.mark_no_show',
      to: 'no_show',
      notice: 'booking_no_show',
      reason: null,
    });
  }

  /** Books for someone on the phone or at the counter; a known phone makes it that person's booking. */
  async book(
    caller: Caller,
    key: string,
    venuePublicId: string,
    body: DeskBookBody,
  ): Promise<BoardBookingView> {
    const venueId = decodeId('venue', venuePublicId);
    const config = await this.configOf(venueId);
    await this.access.require(caller, 'bookings.desk', config.divisionCode);
    const personId = await this.staffBookings.findPersonByPhone(
      this.database,
      this.cipher.lookupHash('phone', body.contactPhone),
    );
    const booking = await this.lane.book({
      kind: 'book',
      request: idempotent(caller.personId, key, `POST /staff/venues/${venuePublicId}/bookings`, body),
      venueId,
      run: runOf(body.startsAt, body.endsAt),
      personId,
      madeBy: caller,
      channel: body.channel,
      purpose: body.purpose,
      attendees: body.attendees,
      contact: {
        nameCipher: this.cipher.encrypt(body.contactName),
        phoneCipher: this.cipher.encrypt(body.contactPhone),
        label:
          body.unitName === undefined || body.unitName === '' ? maskName(body.contactName) : body.unitName,
      },
    });
    return this.viewById(caller, decodeId('booking', booking.id));
  }

  private async end(
    caller: Caller,
    key: string,
    row: BookingRow,
    publicId: string,
    how: { act: string; action: string; reason: string | null } & Pick<FreeCommand, 'to' | 'notice'>,
  ): Promise<BoardBookingView> {
    await this.lane.free({
      kind: 'free',
      request: idempotent(caller.personId, key, `POST /staff/bookings/${publicId}/${how.act}`, {
        reason: how.reason,
      }),
      venueId: row.venueId,
      bookingId: row.id,
      actor: 'staff',
      actorId: caller.personId,
      to: how.to,
      reason: how.reason,
      notice: how.notice,
      audit: { caller, act: actOn(row, how.action, how.reason === null ? {} : { reason: how.reason }) },
    });
    return this.viewById(caller, row.id);
  }

  private async viewById(caller: Caller, id: number): Promise<BoardBookingView> {
    const row = await this.bookings.findById(this.database, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return this.board.view(row, await this.configOf(row.venueId), caller, this.clock.now());
  }

  private async require(
    caller: Caller,
    permission: 'bookings.decide' | 'bookings.desk',
    publicId: string,
  ): Promise<{ row: BookingRow; config: VenueConfig }> {
    const row = await this.bookings.findById(this.database, decodeId('booking', publicId));
    if (row === null) throw new DomainError('NOT_FOUND');
    await this.access.require(caller, permission, row.divisionCode);
    return { row, config: await this.configOf(row.venueId) };
  }

  private async configOf(venueId: number): Promise<VenueConfig> {
    const config = (await this.configs.load(this.database, [venueId])).get(venueId);
    if (config === undefined) throw new DomainError('NOT_FOUND');
    return config;
  }
}

function actOn(row: BookingRow, action: string, detail: Record<string, unknown> = {}) {
  return { action, targetType: 'booking', targetId: row.id, divisionCode: row.divisionCode, detail };
}
