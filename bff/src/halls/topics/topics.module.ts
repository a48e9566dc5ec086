import { Module } from '@nestjs/common';
import { DivisionsModule } from '../../divisions/divisions.module.js';
import { IdentityModule } from '../../identity/identity.module.js';
import { ModerationCoreModule } from '../../moderation/moderation-core.module.js';
import { MeetingsCoreModule } from '../meetings/meetings-core.module.js';
import { OpinionsCoreModule } from '../opinions/opinions-core.module.js';
import { OutcomesCoreModule } from '../outcomes/outcomes-core.module.js';
import { VotingCoreModule } from '../voting/voting-core.module.js';
import { Endorsing } from './endorsing.js';
import { HallsRepository } from './halls.repository.js';
import { HallsService } from './halls.service.js';
import { HallsTodo } from './halls-todo.service.js';
import { MergingService } from './merging.service.js';
import { OutsideNeeds } from './outside-needs.js';
import { StaffTopicsController } from './staff-topics.controller.js';
import { StaffTopicsService } from './staff-topics.service.js';
import { TopicActsService } from './topic-acts.service.js';
import { TopicClock } from './topic-clock.js';
import { TopicFactsRepository } from './topic-facts.repository.js';
import { TopicListsRepository } from './topic-lists.repository.js';
import { TopicViews } from './topic-views.js';
import { TopicWritingService } from './topic-writing.service.js';
import { TopicsController } from './topics.controller.js';
import { TopicsCoreModule } from './topics-core.module.js';

/** Topics: raised and written by residents, carried along their path by staff and time. */
@Module({
  imports: [
    DivisionsModule,
    IdentityModule,
    ModerationCoreModule,
    MeetingsCoreModule,
    OpinionsCoreModule,
    OutcomesCoreModule,
    TopicsCoreModule,
    VotingCoreModule,
  ],
  controllers: [TopicsController, StaffTopicsController],
  providers: [
    Endorsing,
    HallsRepository,
    HallsService,
    HallsTodo,
    MergingService,
    OutsideNeeds,
    StaffTopicsService,
    TopicActsService,
    TopicClock,
    TopicFactsRepository,
    TopicListsRepository,
    TopicViews,
    TopicWritingService,
  ],
  exports: [TopicsCoreModule, OutsideNeeds, StaffTopicsService, TopicViews],
})
export class TopicsModule {}
