import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { BOOKING_STATUSES, type BookingStatus } from '@jiefang/shared/bookings';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { APP_CONFIG } from '../../common/tokens.js';
import { deriveKey } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import type { AppConfig } from '../../config/app-config.js';
import { Database, type Sql } from '../../database/database.js';
import { Outbox } from '../../outbox/outbox.js';
import { factsOf, namedCentre, namedVenue } from './booking-mapping.js';
import { BookingsRepository, type BookingRow } from './bookings.repository.js';
import { BookingsService } from './bookings.service.js';
import { NamedView, type BookingView } from './booking-views.js';

/** A share card's address. */
export class InviteLinkView {
  @ApiProperty() token: string;
  @ApiProperty({ example: '/pages-venues/invite/index?token=…' }) path: string;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
}

class InvitedBookingView {
  @ApiProperty({ type: NamedView }) venue: NamedView;
  @ApiProperty({ type: NamedView }) centre: NamedView;
  @ApiProperty({ format: 'date-time' }) startsAt: string;
  @ApiProperty({ format: 'date-time' }) endsAt: string;
  @ApiProperty() purpose: string;
  @ApiProperty() hostNickname: string;
  @ApiProperty() placesLeft: number;
  @ApiProperty({ enum: BOOKING_STATUSES, enumName: 'BookingStatus' }) status: BookingStatus;
}

/** What somebody who opens a share card sees. */
export class InviteView {
  @ApiProperty({ type: InvitedBookingView }) booking: InvitedBookingView;
  @ApiProperty({ enum: ['accept'], isArray: true }) actions: 'accept'[];
}

/**
 * Companions come by a share card. The card carries the booking's id and a MAC, so that it can be neither guessed nor
 * made for another booking; it is good until the booking begins. Places are given by a conditional update.
 */
@Injectable()
export class CompanionsService {
  private readonly key;

  constructor(
    @Inject(APP_CONFIG) config: AppConfig,
    private readonly database: Database,
    private readonly repository: BookingsRepository,
    private readonly bookings: BookingsService,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    this.key = deriveKey(config.appSecret, 'booking-invite');
  }

  async invite(caller: Caller, publicId: string): Promise<InviteLinkView> {
    const { row } = await this.bookings.own(caller.personId, publicId);
    if (row.status !== 'confirmed' || this.clock.now() >= row.startsAt)
      throw new DomainError('BOOKING_STATE');
    if (row.companionCount >= row.attendees - 1) throw new DomainError('INVITE_FULL');
    const token = `${publicId}-${this.mac(row.id)}`;
    return {
      token,
      path: `/pages-venues/invite/index?token=${token}`,
      expiresAt: row.startsAt.toISOString(),
    };
  }

  async look(personId: number | null, token: string): Promise<InviteView> {
    const row = await this.bookingOf(this.database, token);
    const placesLeft = Math.max(row.attendees - 1 - row.companionCount, 0);
    const open = row.status === 'confirmed' && this.clock.now() < row.startsAt && placesLeft > 0;
    return {
      booking: {
        venue: namedVenue(row),
        centre: namedCentre(row),
        startsAt: row.startsAt.toISOString(),
        endsAt: row.endsAt.toISOString(),
        purpose: row.purpose,
        hostNickname: row.nickname ?? '街坊',
        placesLeft,
        status: row.status,
      },
      actions: open && row.personId !== personId ? ['accept'] : [],
    };
  }

  async accept(caller: Caller, key: string, token: string): Promise<BookingView> {
    await this.idempotency.run(
      idempotent(caller.personId, key, `POST /invites/${token}/accept`, {}),
      async (tx) => {
        const row = await this.bookingOf(tx, token);
        if (row.personId === caller.personId) throw new DomainError('INVITE_OWN');
        const now = this.clock.now();
        if (row.status !== 'confirmed' || now >= row.startsAt) throw new DomainError('INVITE_INVALID');
        const joined = await tx.execute(
          'INSERT IGNORE INTO booking_companion (booking_id, person_id, joined_at) VALUES (?, ?, ?)',
          [row.id, caller.personId, now],
        );
        if (joined.affectedRows !== 1) return;
        const { affectedRows } = await tx.execute(
          `UPDATE booking SET companion_count = companion_count + 1
          WHERE id = ? AND status = 'confirmed' AND companion_count < attendees - 1`,
          [row.id],
        );
        if (affectedRows !== 1) throw new DomainError('INVITE_FULL');
        await this.tellHost(tx, row, caller.personId);
      },
    );
    const [publicId] = splitToken(token);
    return this.bookings.view(caller.personId, publicId);
  }

  async leave(caller: Caller, key: string, publicId: string): Promise<void> {
    const id = decodeId('booking', publicId);
    await this.idempotency.run(
      idempotent(caller.personId, key, `POST /bookings/${publicId}/leave`, {}),
      async (tx) => {
        const { affectedRows } = await tx.execute(
          'DELETE FROM booking_companion WHERE booking_id = ? AND person_id = ?',
          [id, caller.personId],
        );
        if (affectedRows !== 1) throw new DomainError('NOT_FOUND');
        const left = await tx.execute(
          `UPDATE booking SET companion_count = companion_count - 1
          WHERE id = ? AND companion_count > 0 AND status IN ('pending', 'confirmed') AND starts_at > ?`,
          [id, this.clock.now()],
        );
        // Who was there stays in the record.
        if (left.affectedRows !== 1) throw new DomainError('BOOKING_STATE');
      },
    );
  }

  private async tellHost(tx: Sql, row: BookingRow, companionId: number): Promise<void> {
    if (row.personId === null) return;
    const [person] = await tx.query<{ nickname: string }>('SELECT nickname FROM person WHERE id = ?', [
      companionId,
    ]);
    await this.outbox.enqueue(tx, [
      {
        personId: row.personId,
        kind: 'companion_joined',
        dedupe: `booking:${row.id}:companion:${companionId}`,
        payload: { ...factsOf(row), nickname: person?.nickname ?? '街坊' },
      },
    ]);
  }

  private async bookingOf(sql: Sql, token: string): Promise<BookingRow> {
    const [publicId, mac] = splitToken(token);
    let id: number;
    try {
      id = decodeId('booking', publicId);
    } catch {
      throw new DomainError('INVITE_INVALID');
    }
    const expected = Buffer.from(this.mac(id));
    const given = Buffer.from(mac);
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw new DomainError('INVITE_INVALID');
    const row = await this.repository.findById(sql, id);
    if (row === null) throw new DomainError('INVITE_INVALID');
    return row;
  }

  private mac(bookingId: number): string {
    return createHmac('sha256', this.key)
      .update(`invite|${bookingId}`)
      .digest()
      .subarray(0, 15)
      .toString('base64url');
  }
}

/** `<booking id>-<mac>`; the mac itself may hold dashes. */
function splitToken(token: string): [string, string] {
  const dash = token.indexOf('-');
  return dash < 0 ? [token, ''] : [token.slice(0, dash), token.slice(dash + 1)];
}
