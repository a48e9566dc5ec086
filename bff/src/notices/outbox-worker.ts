import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock/clock.js';
import { Ticker } from '../common/clock/ticker.js';
import { Database } from '../database/database.js';
import { writeNotice } from './notice-texts.js';
import { NoticesRepository, type DueMessage } from './notices.repository.js';
import { SubscribeMessages } from './subscribe-messages.js';

const TICK_MS = 1000;
const BATCH = 500;

/**
 * Carries the outbox into the inbox, and from there to WeChat for those who allowed it. Every replica may run it: due
 * rows are taken with SKIP LOCKED, and notice, WeChat delivery and the mark of the outbox are one transaction.
 */
@Injectable()
export class OutboxWorker {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticesRepository,
    private readonly subscribeMessages: SubscribeMessages,
    private readonly clock: Clock,
    ticker: Ticker,
  ) {
    ticker.add({ name: 'outbox', every: TICK_MS, work: () => this.run() });
  }

  /** Delivers all that is due. */
  async run(): Promise<void> {
    while ((await this.deliverBatch()) === BATCH);
    await this.subscribeMessages.sendDue();
  }

  private deliverBatch(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const due = await this.notices.takeDue(tx, now, BATCH);
      const told = due.map((message) => ({ message, text: textOf(message, now) }));
      await this.notices.insertNotices(
        tx,
        told.map(({ message, text }) => ({
          personId: message.personId,
          outboxId: message.id,
          kind: message.kind,
          title: text.title,
          body: text.body,
          linkPage: text.link?.page ?? null,
          linkId: text.link?.id ?? null,
        })),
        now,
      );
      await this.subscribeMessages.queue(tx, due, now);
      await this.notices.markDone(
        tx,
        due.map((message) => message.id),
        now,
      );
      return due.length;
    });
  }
}

function textOf(message: DueMessage, now: Date) {
  return writeNotice(message.kind, message.payload, now);
}
