import { Inject, Injectable, Logger } from '@nestjs/common';
import { clockOf, shanghaiDay, shanghaiMinute } from '@jiefang/shared/time';
import { Clock } from '../common/clock/clock.js';
import { encodeId } from '../common/ids/public-id.js';
import { APP_CONFIG } from '../common/tokens.js';
import type { AppConfig } from '../config/app-config.js';
import { Database, fromJson, type Sql } from '../database/database.js';
import { WeChatClient } from '../integrations/wechat/wechat-client.js';
import { WeChatError } from '../integrations/wechat/wechat-error.js';
import type { BookingFacts, NoticeKind } from './notice-texts.js';
import type { DueMessage } from './notices.repository.js';

/** Kinds that are worth a message outside the app, with what the message's short field says (at most 20 characters). */
export const SUBSCRIBED_KINDS = {
  booking_confirmed: '预约好了',
  booking_rejected: '预约没有通过',
  booking_closed: '因闭馆取消',
  booking_reminder: '快到时间了',
  booking_promoted: '候补到了，已替你约好',
} as const satisfies Partial<Record<NoticeKind, string>>;
export type SubscribedKind = keyof typeof SUBSCRIBED_KINDS;

/** What residents are asked to allow, in the words of the request. */
export const TEMPLATE_TITLES: Record<SubscribedKind, string> = {
  booking_confirmed: '预约结果',
  booking_rejected: '预约结果',
  booking_closed: '闭馆通知',
  booking_reminder: '开始提醒',
  booking_promoted: '候补结果',
};

const MAX_ATTEMPTS = 4;
const BATCH = 50;
const RETRY_MS = 30_000;

interface Delivery {
  id: number;
  personId: number;
  openid: string | null;
  templateId: string;
  payload: unknown;
  attempts: number;
}

/** What one message says: the page it opens and the template's fields. */
interface MessageContent {
  page: string;
  data: Record<string, string>;
}

/**
 * WeChat subscribe messages. One accept of a resident is one send, so a grant is spent in the transaction that queues
 * the message. The inbox has the notice already; a message that WeChat does not take is dropped, never doubled: it is
 * marked as being sent before the call, and one whose fate is unknown is not sent again.
 */
@Injectable()
export class SubscribeMessages {
  private readonly logger = new Logger(SubscribeMessages.name);

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly database: Database,
    private readonly wechat: WeChatClient,
    private readonly clock: Clock,
  ) {}

  /** Templates that this installation has registered. */
  templates(): { templateId: string; kind: SubscribedKind; title: string }[] {
    return (Object.keys(SUBSCRIBED_KINDS) as SubscribedKind[]).flatMap((kind) => {
      const templateId = this.config.wechat.templates[kind];
      return templateId === undefined ? [] : [{ templateId, kind, title: TEMPLATE_TITLES[kind] }];
    });
  }

  /** Adds what a resident allowed in one dialog; anything but an accept adds nothing. */
  async allow(personId: number, templateIds: readonly string[]): Promise<void> {
    const known = new Set(this.templates().map((template) => template.templateId));
    const accepted = [...new Set(templateIds)].filter((id) => known.has(id));
    if (accepted.length === 0) return;
    const now = this.clock.now();
    await this.database.execute(
      `INSERT INTO subscribe_grant (person_id, template_id, remaining, updated_at) VALUES ?
       ON DUPLICATE KEY UPDATE remaining = remaining + 1, updated_at = VALUES(updated_at)`,
      [accepted.map((templateId) => [personId, templateId, 1, now])],
    );
  }

  /** Queues messages for those of the due notices whose person has a grant left, and spends it. */
  async queue(tx: Sql, due: readonly DueMessage[], now: Date): Promise<void> {
    for (const message of due) {
      const templateId = this.config.wechat.templates[message.kind];
      if (templateId === undefined || !(message.kind in SUBSCRIBED_KINDS)) continue;
      const { affectedRows } = await tx.execute(
        'UPDATE subscribe_grant SET remaining = remaining - 1, updated_at = ? WHERE person_id = ? AND template_id = ? AND remaining > 0',
        [now, message.personId, templateId],
      );
      if (affectedRows !== 1) continue;
      const content = contentOf(message.kind as SubscribedKind, message.payload as BookingFacts);
      await tx.execute(
        `INSERT INTO message_delivery (outbox_id, person_id, template_id, payload, status, due_at)
         VALUES (?, ?, ?, ?, 'waiting', ?)`,
        [message.id, message.personId, templateId, JSON.stringify(content), now],
      );
    }
  }

  /** Sends what is waiting. */
  async sendDue(): Promise<void> {
    const now = this.clock.now();
    const due = await this.database.query<Delivery>(
      `SELECT d.id, d.person_id AS personId, p.openid, d.template_id AS templateId, d.payload, d.attempts
         FROM message_delivery d JOIN person p ON p.id = d.person_id
        WHERE d.status = 'waiting' AND d.due_at <= ? ORDER BY d.due_at LIMIT ?`,
      [now, BATCH],
    );
    for (const delivery of due) await this.send(delivery);
  }

  private async send(delivery: Delivery): Promise<void> {
    const claimed = await this.database.execute(
      `UPDATE message_delivery SET status = 'sending', attempts = attempts + 1 WHERE id = ? AND status = 'waiting'`,
      [delivery.id],
    );
    if (claimed.affectedRows !== 1) return;
    try {
      if (delivery.openid === null) throw new Error('the person has no openid');
      const content = fromJson<MessageContent>(delivery.payload);
      const { msgid } = await this.wechat.sendSubscribeMessage({
        openid: delivery.openid,
        templateId: delivery.templateId,
        ...content,
      });
      await this.finish(delivery.id, 'sent', msgid, null);
    } catch (error) {
      await this.failed(delivery, error);
    }
  }

  /** WeChat said it did nothing: worth another try. Silence may mean it did: never tried again. */
  private async failed(delivery: Delivery, error: unknown): Promise<void> {
    const busy = error instanceof WeChatError && (error.errcode === -1 || error.kind === 'busy');
    if (busy && delivery.attempts + 1 < MAX_ATTEMPTS) {
      await this.database.execute(`UPDATE message_delivery SET status = 'waiting', due_at = ? WHERE id = ?`, [
        new Date(this.clock.now().getTime() + RETRY_MS * (delivery.attempts + 1)),
        delivery.id,
      ]);
      return;
    }
    if (error instanceof WeChatError && error.kind === 'refused') {
      await this.database.execute(
        'UPDATE subscribe_grant SET remaining = 0 WHERE person_id = ? AND template_id = ?',
        [delivery.personId, delivery.templateId],
      );
    } else {
      this.logger.warn({ err: error, deliveryId: delivery.id }, 'a subscribe message was not taken');
    }
    await this.finish(delivery.id, 'dropped', null, error instanceof WeChatError ? error.kind : 'error');
  }

  private async finish(
    id: number,
    status: 'sent' | 'dropped',
    msgid: string | null,
    error: string | null,
  ): Promise<void> {
    await this.database.execute('UPDATE message_delivery SET status = ?, msgid = ?, error = ? WHERE id = ?', [
      status,
      msgid,
      error,
      id,
    ]);
  }
}

function contentOf(kind: SubscribedKind, facts: BookingFacts): MessageContent {
  const start = new Date(facts.startsAt);
  const [year, month, day] = shanghaiDay(start).split('-').map(Number);
  return {
    page: `pages-venues/booking/index?id=${encodeId('booking', facts.bookingId)}`,
    data: {
      thing1: facts.venueName,
      time2: `${year}年${month}月${day}日 ${clockOf(shanghaiMinute(start))}`,
      thing3: SUBSCRIBED_KINDS[kind],
    },
  };
}
