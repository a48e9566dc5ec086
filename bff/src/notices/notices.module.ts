import { Module } from '@nestjs/common';
import { NoticesController } from './notices.controller.js';
import { NoticesRepository } from './notices.repository.js';
import { NoticesService } from './notices.service.js';
import { OutboxWorker } from './outbox-worker.js';
import { SubscribeMessages } from './subscribe-messages.js';

/** What people are told: the inbox, and WeChat's messages for those who allowed them. */
@Module({
  controllers: [NoticesController],
  providers: [NoticesRepository, NoticesService, OutboxWorker, SubscribeMessages],
  exports: [NoticesService, OutboxWorker],
})
export class NoticesModule {}
