import { Module } from '@nestjs/common';
import { OpinionsCoreModule } from '../opinions/opinions-core.module.js';
import { TopicsCoreModule } from '../topics/topics-core.module.js';
import { ErasuresRepository } from './erasures.repository.js';
import { ErasuresService } from './erasures.service.js';
import { RecordCoreModule } from './record-core.module.js';
import { RecordController } from './record.controller.js';
import { RecordExport } from './record-export.js';
import { RecordRoots } from './record-roots.js';
import { RecordService } from './record.service.js';
import { RootsRepository } from './roots.repository.js';

/** The record as people meet it: its page, its file, the daily roots, and what the law makes us delete. */
@Module({
  imports: [RecordCoreModule, TopicsCoreModule, OpinionsCoreModule],
  controllers: [RecordController],
  providers: [ErasuresRepository, ErasuresService, RecordExport, RecordRoots, RecordService, RootsRepository],
  exports: [RecordExport, RecordRoots],
})
export class RecordModule {}
