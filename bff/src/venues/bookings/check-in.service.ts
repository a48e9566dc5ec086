import { Injectable } from '@nestjs/common';
import { shanghaiDay, spokenTime } from '@jiefang/shared/time';
import { Audit } from '../../audit/audit.js';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { Outbox } from '../../outbox/outbox.js';
import { VenueConfigs } from '../catalogue/venue-config.js';
import { BoardMapper } from './board-mapper.js';
import { checkInEnd, deadlinesOf, factsOf, namedVenue } from './booking-mapping.js';
import { BookingsRepository, type BookingRow } from './bookings.repository.js';
import type { CheckInBody, CheckInOneBody } from './bookings.dto.js';
import type { BoardBookingView, PlacedBookingView } from './booking-views.js';
import { CheckInCodes } from './check-in-codes.js';
import { refuseOwn } from './own-booking.js';

/** Staff check residents in: by the rotating code, by its digits, or by looking at an ID. */
@Injectable()
export class CheckInService {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingsRepository,
    private readonly configs: VenueConfigs,
    private readonly codes: CheckInCodes,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly idempotency: Idempotency,
    private readonly board: BoardMapper,
    private readonly clock: Clock,
  ) {}

  /** Checks in whoever's code was scanned or read out at a centre. */
  async atCentre(
    caller: Caller,
    key: string,
    centrePublicId: string,
    body: CheckInBody,
  ): Promise<PlacedBookingView> {
    const centreId = decodeId('centre', centrePublicId);
    await this.requireCentre(caller, centreId);
    if ((body.qr === undefined) === (body.manualCode === undefined)) {
      throw new DomainError('INVALID_INPUT', { message: '请扫签到码，或输入 6 位数字。' });
    }
    const request = idempotent(caller.personId, key, `POST /staff/centres/${centrePublicId}/check-in`, body);
    // The code is judged within the kept request: a repeat gets the first answer even after the code has rotated.
    return this.idempotency.run(request, async (tx) => {
      const row =
        body.qr === undefined
          ? await this.findByDigits(tx, centreId, body.manualCode as string)
          : await this.findByQr(tx, centreId, body.qr);
      return this.checkIn(tx, caller, row.id, body.qr === undefined ? 'digits' : 'scan');
    });
  }

  /** Checks in one booking picked from the board. */
  async one(caller: Caller, key: string, publicId: string, body: CheckInOneBody): Promise<BoardBookingView> {
    const row = await this.bookings.findById(this.database, decodeId('booking', publicId));
    if (row === null) throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'bookings.desk', row.divisionCode);
    if (body.manualCode === undefined && body.identityChecked !== true) {
      throw new DomainError('INVALID_INPUT', { message: '请输入签到码，或核对身份后再签到。' });
    }
    const request = idempotent(caller.personId, key, `POST /staff/bookings/${publicId}/check-in`, body);
    return this.idempotency.run(request, (tx) => {
      const subject = { bookingId: row.id, venueId: row.venueId };
      if (
        body.manualCode !== undefined &&
        !this.codes.matchesDigits(body.manualCode, subject, this.clock.now())
      ) {
        throw new DomainError('CHECK_IN_CODE_INVALID', { rule: 'checkIn' });
      }
      return this.checkIn(tx, caller, row.id, body.manualCode === undefined ? 'identity' : 'digits');
    });
  }

  private async requireCentre(caller: Caller, centreId: number): Promise<void> {
    const [centre] = await this.database.query<{ divisionCode: string }>(
      'SELECT division_code AS divisionCode FROM centre WHERE id = ?',
      [centreId],
    );
    if (centre === undefined) throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'bookings.desk', centre.divisionCode);
  }

  private async findByQr(sql: Sql, centreId: number, text: string): Promise<BookingRow> {
    const scanned = this.codes.read(text);
    if (scanned === null) throw new DomainError('CHECK_IN_CODE_INVALID', { rule: 'checkIn' });
    let row: BookingRow | null;
    try {
      row = await this.bookings.findById(sql, decodeId('booking', scanned.publicId));
    } catch {
      row = null;
    }
    if (row === null) throw new DomainError('CHECK_IN_CODE_INVALID', { rule: 'checkIn' });
    const verdict = this.codes.check(scanned, { bookingId: row.id, venueId: row.venueId }, this.clock.now());
    if (verdict === 'forged') throw new DomainError('CHECK_IN_CODE_INVALID', { rule: 'checkIn' });
    if (verdict === 'expired') throw new DomainError('CHECK_IN_CODE_EXPIRED', { rule: 'checkIn' });
    if (row.centreId !== centreId) {
      throw new DomainError('CHECK_IN_OTHER_CENTRE', {
        message: `这是${row.centreName}${row.venueName}的预约。`,
      });
    }
    return row;
  }

  private async findByDigits(sql: Sql, centreId: number, digits: string): Promise<BookingRow> {
    const now = this.clock.now();
    const today = await this.bookings.findOfCentreDay(sql, centreId, shanghaiDay(now));
    const matching = today.filter(
      (row) =>
        (row.status === 'confirmed' || row.status === 'checked_in') &&
        this.codes.matchesDigits(digits, { bookingId: row.id, venueId: row.venueId }, now),
    );
    const [row] = matching;
    if (row === undefined) throw new DomainError('CHECK_IN_CODE_INVALID', { rule: 'checkIn' });
    if (matching.length > 1) {
      throw new DomainError('CHECK_IN_AMBIGUOUS', {
        extra: {
          candidates: matching.map((m) => ({
            bookingId: encodeId('booking', m.id),
            venue: namedVenue(m),
            startsAt: m.startsAt.toISOString(),
            personName: this.board.personName(m),
          })),
        },
      });
    }
    return row;
  }

  private async checkIn(
    tx: Sql,
    caller: Caller,
    bookingId: number,
    by: 'scan' | 'digits' | 'identity',
  ): Promise<PlacedBookingView> {
    const now = this.clock.now();
    const [row] = await this.bookings.findByIdsForUpdate(tx, [bookingId]);
    const config =
      row === undefined ? undefined : (await this.configs.load(tx, [row.venueId])).get(row.venueId);
    if (row === undefined || config === undefined) throw new DomainError('NOT_FOUND');
    refuseOwn(caller, row);
    if (row.status !== 'confirmed') {
      throw new DomainError(
        'BOOKING_STATE',
        row.status === 'checked_in' ? { message: '这个预约已经签到过了。', next: null } : {},
      );
    }
    const { checkInFrom } = deadlinesOf(row, config.policy);
    if (now < checkInFrom) {
      throw new DomainError('CHECK_IN_TOO_EARLY', {
        rule: 'checkIn',
        message: `${spokenTime(checkInFrom, now)} 起可以签到。`,
      });
    }
    if (now >= checkInEnd(row, config.policy))
      throw new DomainError('CHECK_IN_TOO_LATE', { rule: 'checkIn' });
    if ((await this.bookings.markCheckedIn(tx, row.id, caller.personId, now)) !== 1)
      throw new DomainError('BOOKING_STATE');
    await this.bookings.insertSteps(
      tx,
      [{ bookingId: row.id, status: 'checked_in', actorId: caller.personId, note: null }],
      now,
    );
    if (row.personId !== null) {
      await this.outbox.enqueue(tx, [
        {
          personId: row.personId,
          kind: 'booking_checked_in',
          dedupe: `booking:${row.id}:checked_in`,
          payload: factsOf(row),
        },
      ]);
    }
    await this.audit.record(tx, caller, {
      action: 'booking.check_in',
      targetType: 'booking',
      targetId: row.id,
      divisionCode: row.divisionCode,
      detail: { by },
    });
    return this.board.placed({ ...row, status: 'checked_in' }, config, caller, now);
  }
}
