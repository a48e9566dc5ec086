import { Module } from '@nestjs/common';
import { TopicsCoreModule } from '../topics/topics-core.module.js';
import { AssistedRepository } from './assisted.repository.js';
import { Counting } from './counting.js';
import { CountingRepository } from './counting.repository.js';
import { Recount } from './recount.js';

/** The count, as the topics' path and clock use it. */
@Module({
  imports: [TopicsCoreModule],
  providers: [AssistedRepository, Counting, CountingRepository, Recount],
  exports: [AssistedRepository, Counting, CountingRepository, Recount, TopicsCoreModule],
})
export class VotingCoreModule {}
