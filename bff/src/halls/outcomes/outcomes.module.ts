import { Module } from '@nestjs/common';
import { DivisionsModule } from '../../divisions/divisions.module.js';
import { ModerationCoreModule } from '../../moderation/moderation-core.module.js';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { RecordCoreModule } from '../record/record-core.module.js';
import { RollsCoreModule } from '../rolls/rolls-core.module.js';
import { TopicsModule } from '../topics/topics.module.js';
import { FollowUpClock } from './follow-up-clock.js';
import { FollowUpDeskService } from './follow-up-desk.service.js';
import { FollowUpViews } from './follow-up-views.js';
import { FollowUpsRepository } from './follow-ups.repository.js';
import { FollowUpsService } from './follow-ups.service.js';
import { TopicObjectionsRepository } from './objections.repository.js';
import { OutcomesController } from './outcomes.controller.js';
import { OutcomesCoreModule } from './outcomes-core.module.js';
import { Participants } from './participants.js';
import { StaffOutcomesController } from './staff-outcomes.controller.js';
import { TopicObjectionsService } from './topic-objections.service.js';

/** After the decision: objections to what is publicised, promises and how they are kept. */
@Module({
  imports: [
    AttachmentsModule,
    DivisionsModule,
    ModerationCoreModule,
    OutcomesCoreModule,
    RecordCoreModule,
    RollsCoreModule,
    TopicsModule,
  ],
  controllers: [OutcomesController, StaffOutcomesController],
  providers: [
    FollowUpClock,
    FollowUpDeskService,
    FollowUpViews,
    FollowUpsRepository,
    FollowUpsService,
    Participants,
    TopicObjectionsRepository,
    TopicObjectionsService,
  ],
  exports: [OutcomesCoreModule],
})
export class OutcomesModule {}
