import { Module } from '@nestjs/common';
import { DivisionsModule } from '../divisions/divisions.module.js';
import { AuditLogController } from './audit-log/audit-log.controller.js';
import { AuditLogRepository } from './audit-log/audit-log.repository.js';
import { AuditLogService } from './audit-log/audit-log.service.js';
import { DemoController } from './demo/demo.controller.js';
import { DemoLoginService } from './demo/demo-login.service.js';
import { DemoWeChat } from './demo/demo-wechat.js';
import { PeopleService } from './people/people.service.js';
import { PersonRepository } from './people/person.repository.js';
import { PhoneService } from './people/phone.service.js';
import { HouseholdRepository } from './residency/household.repository.js';
import { ResidenciesService } from './residency/residencies.service.js';
import { ResidencyController } from './residency/residency.controller.js';
import { ResidencyDeskController } from './residency/residency-desk.controller.js';
import { ResidencyDeskService } from './residency/residency-desk.service.js';
import { ResidencyRepository } from './residency/residency.repository.js';
import { ResidencyViews } from './residency/residency-views.js';
import { RoleRepository } from './roles/role.repository.js';
import { RolesController } from './roles/roles.controller.js';
import { RolesService } from './roles/roles.service.js';
import { AddressLimitGuard } from './sessions/address-limit.guard.js';
import { AuthController } from './sessions/auth.controller.js';
import { SessionRepository } from './sessions/session.repository.js';
import { SessionsService } from './sessions/sessions.service.js';
import { TokenCleaner } from './sessions/token-cleaner.js';

/** Who people are: login, phone, where they live, what they may do. Needs WeChatClient, which is global. */
@Module({
  imports: [DivisionsModule],
  controllers: [
    AuthController,
    DemoController,
    ResidencyController,
    ResidencyDeskController,
    RolesController,
    AuditLogController,
  ],
  providers: [
    PersonRepository,
    PeopleService,
    PhoneService,
    SessionRepository,
    SessionsService,
    TokenCleaner,
    AddressLimitGuard,
    DemoWeChat,
    DemoLoginService,
    ResidencyRepository,
    HouseholdRepository,
    ResidencyViews,
    ResidenciesService,
    ResidencyDeskService,
    RoleRepository,
    RolesService,
    AuditLogRepository,
    AuditLogService,
  ],
  exports: [
    PeopleService,
    PhoneService,
    SessionsService,
    ResidenciesService,
    ResidencyDeskService,
    RolesService,
  ],
})
export class IdentityModule {}
