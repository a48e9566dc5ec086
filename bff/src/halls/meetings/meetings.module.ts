import { Module } from '@nestjs/common';
import { CodeTries } from '../../common/codes/code-tries.js';
import { deriveKey } from '../../common/crypto/field-cipher.js';
import { APP_CONFIG } from '../../common/tokens.js';
import type { AppConfig } from '../../config/app-config.js';
import { IdentityModule } from '../../identity/identity.module.js';
import { ModerationCoreModule } from '../../moderation/moderation-core.module.js';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { OpinionsCoreModule } from '../opinions/opinions-core.module.js';
import { RecordCoreModule } from '../record/record-core.module.js';
import { TopicsCoreModule } from '../topics/topics-core.module.js';
import { MeetingCodes } from './meeting-codes.js';
import { MeetingDeskService } from './meeting-desk.service.js';
import { MeetingNotices } from './meeting-notices.js';
import { MeetingsController } from './meetings.controller.js';
import { MeetingsCoreModule } from './meetings-core.module.js';
import { MeetingsRepository } from './meetings.repository.js';
import { MeetingsService } from './meetings.service.js';
import { MinutesCites } from './minutes-cites.js';
import { MinutesClosing } from './minutes-closing.js';
import { MinutesConfirmationsService } from './minutes-confirmations.service.js';
import { MinutesRepository } from './minutes.repository.js';
import { MinutesService } from './minutes.service.js';
import { StaffMeetingsController } from './staff-meetings.controller.js';

/** Meetings with their sign-in and speeches, and the minutes that cite them. */
@Module({
  imports: [
    AttachmentsModule,
    IdentityModule,
    MeetingsCoreModule,
    ModerationCoreModule,
    OpinionsCoreModule,
    RecordCoreModule,
    TopicsCoreModule,
  ],
  controllers: [MeetingsController, StaffMeetingsController],
  providers: [
    CodeTries,
    {
      provide: MeetingCodes,
      useFactory: (config: AppConfig) => new MeetingCodes(deriveKey(config.appSecret, 'meeting-sign-in')),
      inject: [APP_CONFIG],
    },
    MeetingDeskService,
    MeetingNotices,
    MeetingsRepository,
    MeetingsService,
    MinutesCites,
    MinutesClosing,
    MinutesConfirmationsService,
    MinutesRepository,
    MinutesService,
  ],
  exports: [MeetingsCoreModule],
})
export class MeetingsModule {}
