import { Injectable } from '@nestjs/common';
import { shanghaiDay } from '@jiefang/shared/time';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { Database } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { NoticesService } from '../../notices/notices.service.js';
import { cardOf } from '../bookings/booking-mapping.js';
import { BookingsRepository } from '../bookings/bookings.repository.js';
import type { BookingCardView } from '../bookings/booking-views.js';
import { CentresService } from './centres.service.js';
import type { FreeTodayView, HomeView } from './home.dto.js';
import { VenueCards } from './venue-cards.js';
import { VenueConfigs } from './venue-config.js';

const SHOWN_VENUES = 6;

/** The first page: what is free today around here, and what the reader has next. */
@Injectable()
export class HomeService {
  constructor(
    private readonly database: Database,
    private readonly centres: CentresService,
    private readonly cards: VenueCards,
    private readonly configs: VenueConfigs,
    private readonly bookings: BookingsRepository,
    private readonly notices: NoticesService,
    private readonly divisions: DivisionsService,
    private readonly clock: Clock,
  ) {}

  /** NOT_FOUND for an unknown community. `caller` is null for a visitor. */
  async view(communityCode: string, caller: Caller | null): Promise<HomeView> {
    const { code, name } = await this.divisions.require(communityCode, 'community');
    return {
      community: { code, name },
      today: shanghaiDay(this.clock.now()),
      freeToday: await this.freeToday(code),
      nextBooking: caller === null ? null : await this.nextBooking(caller.personId),
      unreadNotices: caller === null ? 0 : await this.notices.unreadCount(caller.personId),
    };
  }

  private async freeToday(communityCode: string): Promise<FreeTodayView> {
    const today = shanghaiDay(this.clock.now());
    const online = (await this.centres.venuesServing(communityCode)).filter(
      ({ config }) => config.policy.audience !== 'units',
    );
    const cards = await this.cards.cardsOf(this.database, online);
    const free = cards.flatMap((card) =>
      card.nextFree?.date === today ? [{ card, start: card.nextFree.startMinute }] : [],
    );
    free.sort((a, b) => a.start - b.start);
    return { count: free.length, venues: free.slice(0, SHOWN_VENUES).map(({ card }) => card) };
  }

  private async nextBooking(personId: number): Promise<BookingCardView | null> {
    const now = this.clock.now();
    const [row] = await this.bookings.findOfPerson(this.database, personId, 'upcoming', null, 1, now);
    if (row === undefined) return null;
    const config = (await this.configs.load(this.database, [row.venueId])).get(row.venueId);
    return config === undefined ? null : cardOf(row, config.policy, row.isCompanion === 1, now);
  }
}
