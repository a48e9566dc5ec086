import { Module } from '@nestjs/common';
import { DivisionsModule } from '../../divisions/divisions.module.js';
import { IdentityModule } from '../../identity/identity.module.js';
import { RecordCoreModule } from '../record/record-core.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { AnnouncingService } from './announcing.service.js';
import { HallRolesController } from './hall-roles.controller.js';
import { HallRolesService } from './hall-roles.service.js';
import { OwnersImportsController } from './owners-imports.controller.js';
import { OwnersImportsRepository } from './owners-imports.repository.js';
import { OwnersImportsService } from './owners-imports.service.js';
import { RollsCoreModule } from './rolls-core.module.js';
import { RollsController } from './rolls.controller.js';
import { RollsService } from './rolls.service.js';

/** Rules and rolls: previews, the announcement, lists of owners, roles in the hall. */
@Module({
  imports: [DivisionsModule, IdentityModule, RecordCoreModule, RollsCoreModule, TopicsModule],
  controllers: [RollsController, OwnersImportsController, HallRolesController],
  providers: [
    AnnouncingService,
    HallRolesService,
    OwnersImportsRepository,
    OwnersImportsService,
    RollsService,
  ],
  exports: [RollsCoreModule],
})
export class RollsModule {}
