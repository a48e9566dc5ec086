import { Module } from '@nestjs/common';
import { DivisionsModule } from '../../divisions/divisions.module.js';
import { IdentityModule } from '../../identity/identity.module.js';
import { CertifiableHours } from './certifiable-hours.js';
import { HoursClock } from './hours-clock.js';
import { HoursController } from './hours.controller.js';
import { HoursCorrections } from './hours-corrections.js';
import { HoursDeskService } from './hours-desk.service.js';
import { HoursItemsRepository } from './hours-items.repository.js';
import { HoursLedger } from './hours-ledger.js';
import { HoursService } from './hours.service.js';
import { Hours } from './hours.js';
import { ObjectionsRepository } from './objections.repository.js';
import { ObjectionsService } from './objections.service.js';
import { PublicationRepository } from './publication.repository.js';
import { SignedLinks } from './signed-links.js';
import { StaffHoursController } from './staff-hours.controller.js';
import { Stars } from './stars.js';
import { StatementsRepository } from './statements.repository.js';
import { StatementsService } from './statements.service.js';
import { VolunteeringTodo } from './volunteering-todo.service.js';
import { WorkingCalendar } from '../../common/calendar/working-days.js';

/** The ledger of hours: credit, publication, objections, corrections, statements. */
@Module({
  imports: [DivisionsModule, IdentityModule],
  controllers: [HoursController, StaffHoursController],
  providers: [
    CertifiableHours,
    Hours,
    HoursClock,
    HoursCorrections,
    HoursDeskService,
    HoursItemsRepository,
    HoursLedger,
    HoursService,
    ObjectionsRepository,
    ObjectionsService,
    PublicationRepository,
    SignedLinks,
    Stars,
    StatementsRepository,
    StatementsService,
    VolunteeringTodo,
    WorkingCalendar,
  ],
  exports: [CertifiableHours, Hours, HoursClock, HoursLedger, SignedLinks],
})
export class HoursModule {}
