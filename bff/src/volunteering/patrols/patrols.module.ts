import { Module } from '@nestjs/common';
import { ClaimCoreModule } from '../claims/claim-core.module.js';
import { VolunteerCoreModule } from '../volunteers/volunteer-core.module.js';
import { LivePatrolsService } from './live-patrols.service.js';
import { PatrolCoreModule } from './patrol-core.module.js';
import { PatrolIntake } from './patrol-intake.js';
import { PatrolLane } from './patrol-lane.js';
import { PatrolLinesService } from './patrol-lines.service.js';
import { PatrolStepsService } from './patrol-steps.service.js';
import { PatrolsController } from './patrols.controller.js';
import { PatrolsService } from './patrols.service.js';

/** Patrols: recording, points, evidence, maps. Others use PatrolCoreModule. */
@Module({
  imports: [PatrolCoreModule, ClaimCoreModule, VolunteerCoreModule],
  controllers: [PatrolsController],
  providers: [
    PatrolIntake,
    PatrolLane,
    PatrolsService,
    PatrolStepsService,
    PatrolLinesService,
    LivePatrolsService,
  ],
})
export class PatrolsModule {}
