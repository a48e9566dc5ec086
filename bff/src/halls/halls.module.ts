import { Module } from '@nestjs/common';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { MeetingsModule } from './meetings/meetings.module.js';
import { OpinionsModule } from './opinions/opinions.module.js';
import { OutcomesModule } from './outcomes/outcomes.module.js';
import { RecordModule } from './record/record.module.js';
import { RollsModule } from './rolls/rolls.module.js';
import { TopicsModule } from './topics/topics.module.js';
import { VotingModule } from './voting/voting.module.js';

/** The 议事厅: topics, rolls and ballots, opinions, meetings, what follows a decision, and the record of it all. */
@Module({
  imports: [
    TopicsModule,
    RecordModule,
    AttachmentsModule,
    RollsModule,
    VotingModule,
    OpinionsModule,
    MeetingsModule,
    OutcomesModule,
  ],
})
export class HallsModule {}
