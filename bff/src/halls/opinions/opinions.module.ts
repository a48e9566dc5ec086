import { Module } from '@nestjs/common';
import { ModerationCoreModule } from '../../moderation/moderation-core.module.js';
import { OpinionPages } from './opinion-pages.service.js';
import { OpinionsController } from './opinions.controller.js';
import { OpinionsCoreModule } from './opinions-core.module.js';
import { OpinionsService } from './opinions.service.js';
import { ReactionsService } from './reactions.service.js';

/** Opinions on topics, their versions and reactions. */
@Module({
  imports: [ModerationCoreModule, OpinionsCoreModule],
  controllers: [OpinionsController],
  providers: [OpinionPages, OpinionsService, ReactionsService],
})
export class OpinionsModule {}
