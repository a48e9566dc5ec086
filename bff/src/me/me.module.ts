import { Module } from '@nestjs/common';
import { DivisionsModule } from '../divisions/divisions.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { AddressLimitGuard } from '../identity/sessions/address-limit.guard.js';
import { NoticesModule } from '../notices/notices.module.js';
import { BookingsModule } from '../venues/bookings/bookings.module.js';
import { VenuesModule } from '../venues/venues.module.js';
import { LoginController } from './login.controller.js';
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';

/** What several domains know of the caller, in one answer. Nothing depends on it. */
@Module({
  imports: [DivisionsModule, IdentityModule, VenuesModule, BookingsModule, NoticesModule],
  controllers: [LoginController, MeController],
  providers: [MeService, AddressLimitGuard],
})
export class MeModule {}
