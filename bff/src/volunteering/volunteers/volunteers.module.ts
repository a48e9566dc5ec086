import { Module } from '@nestjs/common';
import { DivisionsModule } from '../../divisions/divisions.module.js';
import { IdentityModule } from '../../identity/identity.module.js';
import { PatrolCoreModule } from '../patrols/patrol-core.module.js';
import { ConsentsService } from './consents.service.js';
import { GuardiansService } from './guardians.service.js';
import { VolunteerPausesRepository } from './pauses.repository.js';
import { StaffVolunteersController } from './staff-volunteers.controller.js';
import { StaffVolunteersService } from './staff-volunteers.service.js';
import { UnitsRepository } from './units.repository.js';
import { UnitsService } from './units.service.js';
import { VolunteerCoreModule } from './volunteer-core.module.js';
import { VolunteerViews } from './volunteer-views.js';
import { VolunteersController } from './volunteers.controller.js';
import { VolunteersService } from './volunteers.service.js';

/** Who volunteers are: joining and leaving, guardians, consents, units, trainings, pauses. */
@Module({
  imports: [DivisionsModule, IdentityModule, VolunteerCoreModule, PatrolCoreModule],
  controllers: [VolunteersController, StaffVolunteersController],
  providers: [
    ConsentsService,
    GuardiansService,
    StaffVolunteersService,
    UnitsRepository,
    UnitsService,
    VolunteerPausesRepository,
    VolunteerViews,
    VolunteersService,
  ],
  exports: [UnitsService, UnitsRepository, VolunteerCoreModule],
})
export class VolunteersModule {}
