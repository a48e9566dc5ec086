import { Module } from '@nestjs/common';
import { ModerationCoreModule } from '../../moderation/moderation-core.module.js';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { OpinionsCoreModule } from '../opinions/opinions-core.module.js';
import { RollsCoreModule } from '../rolls/rolls-core.module.js';
import { AssistedConfirmations } from './assisted-confirmations.js';
import { AssistedOpinions } from './assisted-opinions.js';
import { AssistedService } from './assisted.service.js';
import { AssistedViews } from './assisted-views.js';
import { BallotBatches } from './ballot-batches.js';
import { BallotLane } from './ballot-lane.js';
import { BallotLedger } from './ballot-ledger.js';
import { CountingRoomService } from './counting-room.service.js';
import { ParticipationShown } from './participation.js';
import { StaffVotingController } from './staff-voting.controller.js';
import { VotingController } from './voting.controller.js';
import { VotingCoreModule } from './voting-core.module.js';
import { VotingService } from './voting.service.js';

/** Ballots from the roll to the count: in the app, by phone and on paper. */
@Module({
  imports: [VotingCoreModule, RollsCoreModule, AttachmentsModule, OpinionsCoreModule, ModerationCoreModule],
  controllers: [VotingController, StaffVotingController],
  providers: [
    AssistedConfirmations,
    AssistedOpinions,
    AssistedService,
    AssistedViews,
    BallotBatches,
    BallotLane,
    BallotLedger,
    CountingRoomService,
    ParticipationShown,
    VotingService,
  ],
  exports: [BallotLane, BallotLedger, VotingCoreModule],
})
export class VotingModule {}
