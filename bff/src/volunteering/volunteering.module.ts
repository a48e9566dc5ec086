import { Module } from '@nestjs/common';
import { CertificatesModule } from './certificates/certificates.module.js';
import { ClaimsModule } from './claims/claims.module.js';
import { HoursModule } from './hours/hours.module.js';
import { PatrolsModule } from './patrols/patrols.module.js';
import { TasksModule } from './tasks/tasks.module.js';
import { VolunteersModule } from './volunteers/volunteers.module.js';

/** Volunteering: who volunteers, tasks and their claims, patrols, hours and certificates. */
@Module({
  imports: [VolunteersModule, ClaimsModule, PatrolsModule, HoursModule, CertificatesModule, TasksModule],
})
export class VolunteeringModule {}
