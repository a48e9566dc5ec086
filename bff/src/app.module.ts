import { Module, type DynamicModule } from '@nestjs/common';
import { CoreModule, type CoreOptions } from './common/core.module.js';
import { HealthModule } from './common/http/health.module.js';
import { DivisionsModule } from './divisions/divisions.module.js';
import { HallsModule } from './halls/halls.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { WeChatModule } from './integrations/wechat/wechat.module.js';
import { MeModule } from './me/me.module.js';
import { ModerationModule } from './moderation/moderation.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { BookingsModule } from './venues/bookings/bookings.module.js';
import { VenuesModule } from './venues/venues.module.js';
import { VolunteeringModule } from './volunteering/volunteering.module.js';

/** The whole BFF, ready to listen or to be asked by a test. */
@Module({})
export class AppModule {
  static register(options: CoreOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.register(options),
        WeChatModule.register(options.config.wechat),
        HealthModule,
        DivisionsModule,
        IdentityModule,
        VenuesModule,
        BookingsModule,
        VolunteeringModule,
        HallsModule,
        ModerationModule,
        NoticesModule,
        MeModule,
      ],
    };
  }
}
