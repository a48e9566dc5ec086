import { Module } from '@nestjs/common';
import { RecordContents } from './record-contents.js';
import { RecordRepository } from './record.repository.js';
import { RecordWriter } from './record-writer.js';

/** What writes to the record; every part of the 议事厅 uses it. */
@Module({
  providers: [RecordContents, RecordRepository, RecordWriter],
  exports: [RecordContents, RecordRepository, RecordWriter],
})
export class RecordCoreModule {}
