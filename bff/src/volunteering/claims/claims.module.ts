import { Module } from '@nestjs/common';
import { HoursModule } from '../hours/hours.module.js';
import { PatrolCoreModule } from '../patrols/patrol-core.module.js';
import { ClaimClock } from './claim-clock.js';
import { ClaimClockRepository } from './claim-clock.repository.js';
import { ClaimCoreModule } from './claim-core.module.js';
import { ClaimEndings } from './claim-endings.js';
import { ClaimLane } from './claim-lane.js';
import { ClaimLedger } from './claim-ledger.js';
import { ClaimPeople } from './claim-people.js';
import { ClaimPromotions } from './claim-promotions.js';
import { ClaimWriter } from './claim-writes.js';
import { ClaimsController } from './claims.controller.js';
import { MyClaimsService } from './my-claims.service.js';
import { NoShowPauses } from './no-show-pauses.js';
import { ShiftDeskService } from './shift-desk.service.js';
import { ShiftWaitsService } from './shift-waits.service.js';
import { StaffClaimViews } from './staff-claim-views.js';
import { StaffClaimsController } from './staff-claims.controller.js';
import { StaffClaimsService } from './staff-claims.service.js';

/** Claims from the tap to the verified service, with queues, check-in, no-shows and what the clock does. */
@Module({
  imports: [ClaimCoreModule, PatrolCoreModule, HoursModule],
  controllers: [ClaimsController, StaffClaimsController],
  providers: [
    ClaimClock,
    ClaimClockRepository,
    ClaimEndings,
    ClaimLane,
    ClaimLedger,
    ClaimPeople,
    ClaimPromotions,
    ClaimWriter,
    MyClaimsService,
    NoShowPauses,
    ShiftDeskService,
    ShiftWaitsService,
    StaffClaimViews,
    StaffClaimsService,
  ],
  exports: [ClaimClock, ClaimCoreModule, ClaimLane],
})
export class ClaimsModule {}
