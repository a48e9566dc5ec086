import { Module } from '@nestjs/common';
import { RollNotices } from './roll-notices.js';
import { RollSources } from './roll-sources.js';
import { RollSourcesRepository } from './roll-sources.repository.js';
import { Rolls } from './rolls.js';
import { RollsRepository } from './rolls.repository.js';

/** Who votes: what other parts of 议事厅 ask of rolls; needs none of them. */
@Module({
  providers: [Rolls, RollsRepository, RollSources, RollSourcesRepository, RollNotices],
  exports: [Rolls, RollsRepository, RollNotices],
})
export class RollsCoreModule {}
