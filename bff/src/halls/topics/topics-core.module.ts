import { Module } from '@nestjs/common';
import { WorkingCalendar } from '../../common/calendar/working-days.js';
import { DivisionsModule } from '../../divisions/divisions.module.js';
import { RecordCoreModule } from '../record/record-core.module.js';
import { RollsCoreModule } from '../rolls/rolls-core.module.js';
import { TopicAccess } from './topic-access.js';
import { TopicClocks } from './topic-clocks.js';
import { TopicNotices } from './topic-notices.js';
import { TopicSteps } from './topic-steps.js';
import { TopicTexts } from './topic-texts.js';
import { Topics } from './topics.js';
import { TopicsRepository } from './topics.repository.js';

/** What the other parts of the 议事厅 use of topics: finding them, moving them along their path. */
@Module({
  imports: [DivisionsModule, RecordCoreModule, RollsCoreModule],
  providers: [
    TopicAccess,
    TopicClocks,
    TopicNotices,
    Topics,
    TopicsRepository,
    TopicSteps,
    TopicTexts,
    WorkingCalendar,
  ],
  exports: [
    RecordCoreModule,
    TopicAccess,
    TopicClocks,
    TopicNotices,
    Topics,
    TopicsRepository,
    TopicSteps,
    TopicTexts,
  ],
})
export class TopicsCoreModule {}
