import { Injectable } from '@nestjs/common';
import type { Caller } from '../../common/auth/caller.js';
import { FieldCipher, maskPhone } from '../../common/crypto/field-cipher.js';
import { encodeId } from '../../common/ids/public-id.js';
import type { VenueConfig } from '../catalogue/venue-config.js';
import { namedCentre, namedVenue, staffActions } from './booking-mapping.js';
import type { BookingRow } from './bookings.repository.js';
import type { BoardBookingView, PlacedBookingView } from './booking-views.js';

/** Bookings as staff see them: names as given, phones masked. */
@Injectable()
export class BoardMapper {
  constructor(private readonly cipher: FieldCipher) {}

  /** `viewer` is who looks: nobody is offered to decide about their own booking. */
  view(row: BookingRow, config: VenueConfig, viewer: Caller, now: Date): BoardBookingView {
    return {
      id: encodeId('booking', row.id),
      status: row.status,
      statusReason: row.statusReason,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      cleaningMinutes: config.policy.cleaningMinutes,
      personName: this.personName(row),
      phoneMasked: this.phone(row),
      purpose: row.purpose,
      attendees: row.attendees,
      channel: row.channel,
      actions: staffActions(row, config.policy, row.personId === viewer.personId, now),
    };
  }

  placed(row: BookingRow, config: VenueConfig, viewer: Caller, now: Date): PlacedBookingView {
    return { ...this.view(row, config, viewer, now), venue: namedVenue(row), centre: namedCentre(row) };
  }

  personName(row: Pick<BookingRow, 'contactLabel' | 'nickname'>): string {
    return row.contactLabel ?? row.nickname ?? '街坊';
  }

  private phone(row: BookingRow): string {
    if (row.contactPhoneCipher !== null) return maskPhone(this.cipher.decrypt(row.contactPhoneCipher));
    return row.phoneMasked ?? '';
  }
}
