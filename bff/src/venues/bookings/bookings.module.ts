import { Module } from '@nestjs/common';
import { deriveKey } from '../../common/crypto/field-cipher.js';
import { APP_CONFIG } from '../../common/tokens.js';
import type { AppConfig } from '../../config/app-config.js';
import { VenuesModule } from '../venues.module.js';
import { BoardMapper } from './board-mapper.js';
import { BoardService } from './board.service.js';
import { BookingClock } from './booking-clock.js';
import { BookingEndings } from './booking-endings.js';
import { BookingLane } from './booking-lane.js';
import { BookingLedger } from './booking-ledger.js';
import { BookingWriter } from './booking-writes.js';
import { BookingsController } from './bookings.controller.js';
import { BookingsRepository } from './bookings.repository.js';
import { BookingsService } from './bookings.service.js';
import { CalendarService } from './calendar.service.js';
import { CheckInCodes } from './check-in-codes.js';
import { CheckInService } from './check-in.service.js';
import { ClosuresService } from './closures.service.js';
import { CompanionsService } from './companions.service.js';
import { HoldingsRepository } from './holdings.repository.js';
import { NoShows } from './no-shows.js';
import { PausesRepository } from './pauses.repository.js';
import { PausesService } from './pauses.service.js';
import { PausesController, StaffBookingsController } from './staff-bookings.controller.js';
import { StaffBookingsRepository } from './staff-bookings.repository.js';
import { StaffBookingsService } from './staff-bookings.service.js';
import { WaitlistRepository } from './waitlist.repository.js';
import { WaitlistService } from './waitlist.service.js';

/** Bookings from the wish to the completed use, with waitlist, check-in, closures, no-shows and appeals. */
@Module({
  imports: [VenuesModule],
  controllers: [BookingsController, StaffBookingsController, PausesController],
  providers: [
    {
      provide: CheckInCodes,
      inject: [APP_CONFIG],
      useFactory: (config: AppConfig) => new CheckInCodes(deriveKey(config.appSecret, 'check-in')),
    },
    BoardMapper,
    BoardService,
    BookingClock,
    BookingEndings,
    BookingLane,
    BookingLedger,
    BookingWriter,
    BookingsRepository,
    BookingsService,
    CalendarService,
    CheckInService,
    ClosuresService,
    CompanionsService,
    HoldingsRepository,
    NoShows,
    PausesRepository,
    PausesService,
    StaffBookingsRepository,
    StaffBookingsService,
    WaitlistRepository,
    WaitlistService,
  ],
  exports: [BookingsService, PausesService, BookingClock, BookingsRepository],
})
export class BookingsModule {}
