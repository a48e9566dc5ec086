import { Module } from '@nestjs/common';
import { DivisionsModule } from '../../divisions/divisions.module.js';
import { ClaimsModule } from '../claims/claims.module.js';
import { VolunteersModule } from '../volunteers/volunteers.module.js';
import { EmergencyCalls } from './emergency-calls.js';
import { ShiftCardsRepository } from './shift-cards.repository.js';
import { ShiftCardsService } from './shift-cards.service.js';
import { StaffTasksController } from './staff-tasks.controller.js';
import { TaskActsService } from './task-acts.service.js';
import { TaskDesk } from './task-desk.js';
import { TaskEditingService } from './task-editing.service.js';
import { TaskViews } from './task-views.js';
import { TasksController } from './tasks.controller.js';
import { TasksRepository } from './tasks.repository.js';
import { TasksService } from './tasks.service.js';

/** Tasks and their shifts: found by everybody, written by staff. What is claimed is the claims domain's. */
@Module({
  imports: [DivisionsModule, VolunteersModule, ClaimsModule],
  controllers: [TasksController, StaffTasksController],
  providers: [
    EmergencyCalls,
    ShiftCardsRepository,
    ShiftCardsService,
    TaskActsService,
    TaskDesk,
    TaskEditingService,
    TaskViews,
    TasksRepository,
    TasksService,
  ],
})
export class TasksModule {}
