import { Module } from '@nestjs/common';
import { RecordCoreModule } from '../record/record-core.module.js';
import { OpinionPagesRepository } from './opinion-pages.repository.js';
import { OpinionSpeakers } from './opinion-speakers.js';
import { OpinionWriter } from './opinion-writer.js';
import { Opinions } from './opinions.js';
import { OpinionsRepository } from './opinions.repository.js';

/** Opinions as other parts of the 议事厅 use them: rows, the way they come and go, in what capacity somebody speaks. */
@Module({
  imports: [RecordCoreModule],
  providers: [OpinionPagesRepository, OpinionSpeakers, OpinionWriter, Opinions, OpinionsRepository],
  exports: [OpinionPagesRepository, OpinionSpeakers, OpinionWriter, Opinions, OpinionsRepository],
})
export class OpinionsCoreModule {}
