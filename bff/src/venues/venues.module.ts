import { Module } from '@nestjs/common';
import { DivisionsModule } from '../divisions/divisions.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { BoardMapper } from './bookings/board-mapper.js';
import { BookingsRepository } from './bookings/bookings.repository.js';
import { CentreDirectory } from './catalogue/centre-directory.js';
import { CentreEditingService } from './catalogue/centre-editing.service.js';
import { CentresController } from './catalogue/centres.controller.js';
import { CentresRepository } from './catalogue/centres.repository.js';
import { CentresService } from './catalogue/centres.service.js';
import { EditingRepository } from './catalogue/editing.repository.js';
import { HomeController } from './catalogue/home.controller.js';
import { HomeService } from './catalogue/home.service.js';
import { OutsideHours } from './catalogue/outside-hours.js';
import { PersonFacts } from './catalogue/person-facts.js';
import { StaffCatalogueController } from './catalogue/staff-catalogue.controller.js';
import { StaffOverviewController } from './catalogue/staff-overview.controller.js';
import { StaffOverviewRepository } from './catalogue/staff-overview.repository.js';
import { StaffOverviewService } from './catalogue/staff-overview.service.js';
import { VenueCards } from './catalogue/venue-cards.js';
import { VenueConfigs } from './catalogue/venue-config.js';
import { VenueEditingService } from './catalogue/venue-editing.service.js';
import { VenuesController } from './catalogue/venues.controller.js';
import { VenuesRepository } from './catalogue/venues.repository.js';
import { VenuesService } from './catalogue/venues.service.js';

/**
 * Centres and venues: what is read about them, who may book, and their editing by staff. BookingsModule builds on this
 * one; the reading of bookings that pages here need (stateless SQL and mapping) is therefore provided here as well.
 */
@Module({
  imports: [DivisionsModule, NoticesModule],
  controllers: [
    HomeController,
    CentresController,
    VenuesController,
    StaffCatalogueController,
    StaffOverviewController,
  ],
  providers: [
    VenueConfigs,
    PersonFacts,
    VenueCards,
    CentreDirectory,
    CentresRepository,
    CentresService,
    VenuesRepository,
    VenuesService,
    EditingRepository,
    OutsideHours,
    CentreEditingService,
    VenueEditingService,
    HomeService,
    StaffOverviewRepository,
    StaffOverviewService,
    BookingsRepository,
    BoardMapper,
  ],
  exports: [VenueConfigs, PersonFacts, CentreDirectory],
})
export class VenuesModule {}
