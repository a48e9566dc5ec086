import { Module } from '@nestjs/common';
import { deriveKey } from '../../common/crypto/field-cipher.js';
import { APP_CONFIG } from '../../common/tokens.js';
import type { AppConfig } from '../../config/app-config.js';
import { PatrolAnalyses } from './patrol-analysis.js';
import { PatrolErasure } from './patrol-erasure.js';
import { Patrols } from './patrol-evidence.js';
import { PatrolsRepository } from './patrols.repository.js';
import { TrackCipher } from './track-chunks.js';
import { TrackRepository } from './track.repository.js';

/** What other domains of volunteering ask of patrols: evidence of a claim, its end, and erasure. It needs none of them. */
@Module({
  providers: [
    PatrolAnalyses,
    PatrolErasure,
    Patrols,
    PatrolsRepository,
    TrackRepository,
    {
      provide: TrackCipher,
      inject: [APP_CONFIG],
      useFactory: (config: AppConfig) => new TrackCipher(deriveKey(config.appSecret, 'track')),
    },
  ],
  exports: [PatrolAnalyses, PatrolErasure, Patrols, PatrolsRepository, TrackCipher, TrackRepository],
})
export class PatrolCoreModule {}
