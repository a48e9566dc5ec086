import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { Cases } from './cases/cases.js';
import { CasesRepository } from './cases/cases.repository.js';
import { DailyLimits } from './daily-limits.js';
import { TextCheck } from './text-check.js';

/** What every domain that publishes texts uses: the check before, the day's limit, and the case a held text opens. */
@Module({
  imports: [IdentityModule],
  providers: [Cases, CasesRepository, DailyLimits, TextCheck],
  exports: [Cases, CasesRepository, DailyLimits, TextCheck],
})
export class ModerationCoreModule {}
