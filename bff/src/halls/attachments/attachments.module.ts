import { Module } from '@nestjs/common';
import { DivisionsModule } from '../../divisions/divisions.module.js';
import { FileStorage } from '../../integrations/storage/file-storage.js';
import { HoursModule } from '../../volunteering/hours/hours.module.js';
import { AttachmentsController } from './attachments.controller.js';
import { Attachments } from './attachments.js';
import { AttachmentsRepository } from './attachments.repository.js';

/** Photos and documents that others attach to what they enter. */
@Module({
  imports: [DivisionsModule, HoursModule],
  controllers: [AttachmentsController],
  providers: [Attachments, AttachmentsRepository, FileStorage],
  exports: [Attachments],
})
export class AttachmentsModule {}
