import { Module } from '@nestjs/common';
import { deriveKey } from '../../common/crypto/field-cipher.js';
import { APP_CONFIG } from '../../common/tokens.js';
import type { AppConfig } from '../../config/app-config.js';
import { ClaimAdvice } from './claim-advice.js';
import { ClaimBatches } from './claim-batches.js';
import { CodeTries } from '../../common/codes/code-tries.js';
import { ShiftCodes } from './shift-codes.js';
import { ClaimFacts } from './claim-facts.js';
import { ClaimSteps } from './claim-steps.js';
import { ClaimsRepository } from './claims.repository.js';
import { ClaimsService } from './claims.service.js';
import { ShiftClaims } from './shift-claims.js';
import { ShiftWaitsRepository } from './shift-waits.repository.js';

/** What the other domains of volunteering use of claims. It needs none of them. */
@Module({
  providers: [
    {
      provide: ShiftCodes,
      inject: [APP_CONFIG],
      useFactory: (config: AppConfig) => new ShiftCodes(deriveKey(config.appSecret, 'claim-check-in')),
    },
    ClaimAdvice,
    ClaimBatches,
    ClaimFacts,
    ClaimSteps,
    ClaimsRepository,
    ClaimsService,
    CodeTries,
    ShiftClaims,
    ShiftWaitsRepository,
  ],
  exports: [
    ClaimAdvice,
    ClaimBatches,
    CodeTries,
    ShiftCodes,
    ClaimFacts,
    ClaimSteps,
    ClaimsRepository,
    ClaimsService,
    ShiftClaims,
    ShiftWaitsRepository,
  ],
})
export class ClaimCoreModule {}
