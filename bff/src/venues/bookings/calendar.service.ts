import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import ical, { ICalAlarmType } from 'ical-generator';
import { Clock } from '../../common/clock/clock.js';
import { deriveKey } from '../../common/crypto/field-cipher.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeId } from '../../common/ids/public-id.js';
import { APP_CONFIG } from '../../common/tokens.js';
import type { AppConfig } from '../../config/app-config.js';
import { Database } from '../../database/database.js';
import { BookingsRepository, type BookingRow } from './bookings.repository.js';
import { BookingsService } from './bookings.service.js';

const LINK_SECONDS = 600;

/** Where the calendar entry can be fetched without a login for ten minutes. */
export class CalendarLinkView {
  @ApiProperty() path: string;
}

/** Calendar entries (iCalendar, RFC 5545) of bookings. A browser's download carries no token, so the link is signed. */
@Injectable()
export class CalendarService {
  private readonly key: KeyObject;

  constructor(
    @Inject(APP_CONFIG) config: AppConfig,
    private readonly database: Database,
    private readonly repository: BookingsRepository,
    private readonly bookings: BookingsService,
    private readonly clock: Clock,
  ) {
    this.key = deriveKey(config.appSecret, 'calendar-link');
  }

  async link(personId: number, publicId: string): Promise<CalendarLinkView> {
    const { row } = await this.bookings.find(personId, publicId);
    const expires = Math.floor(this.clock.now().getTime() / 1000) + LINK_SECONDS;
    return {
      path: `/api/v1/bookings/${publicId}/calendar.ics?token=${expires}.${this.mac(row.id, expires)}`,
    };
  }

  async entry(personId: number | null, publicId: string, token: string | undefined): Promise<string> {
    if (token === undefined) {
      if (personId === null) throw new DomainError('UNAUTHENTICATED');
      return entryOf((await this.bookings.find(personId, publicId)).row, publicId);
    }
    const id = decodeId('booking', publicId);
    const [expires = '', mac = ''] = token.split('.');
    const expected = Buffer.from(this.mac(id, Number(expires)));
    const given = Buffer.from(mac);
    const good = given.length === expected.length && timingSafeEqual(given, expected);
    if (!good || Number(expires) * 1000 < this.clock.now().getTime()) throw new DomainError('NOT_FOUND');
    const row = await this.repository.findById(this.database, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return entryOf(row, publicId);
  }

  private mac(bookingId: number, expires: number): string {
    return createHmac('sha256', this.key)
      .update(`${bookingId}|${expires}`)
      .digest()
      .subarray(0, 15)
      .toString('base64url');
  }
}

function entryOf(row: BookingRow, publicId: string): string {
  const calendar = ical({
    name: '街坊',
    prodId: { company: 'Jiefang', product: 'bookings', language: 'ZH' },
  });
  calendar
    .createEvent({
      id: `${publicId}@jiefang`,
      start: row.startsAt,
      end: row.endsAt,
      summary: `${row.venueName}：${row.purpose}`,
      location: `${row.centreName}，${row.centreAddress}`,
      description: '到时打开街坊里的签到码签到。来不了请早点取消。',
    })
    .createAlarm({ type: ICalAlarmType.display, trigger: 60 * 60, description: '一小时后开始' });
  return calendar.toString();
}
