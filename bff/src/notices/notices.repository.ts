import { Injectable } from '@nestjs/common';
import { fromJson, type Sql } from '../database/database.js';
import type { NoticeKind, NoticePage, NoticePayloads } from './notice-texts.js';

/** An inbox entry as it is stored. */
export interface NoticeRow {
  id: number;
  kind: NoticeKind;
  title: string;
  body: string;
  linkPage: NoticePage | null;
  linkId: number | null;
  createdAt: Date;
  readAt: Date | null;
}

/** A due outbox message, held by the transaction that delivers it. */
export interface DueMessage<K extends NoticeKind = NoticeKind> {
  id: number;
  personId: number;
  kind: K;
  payload: NoticePayloads[K];
  dueAt: Date;
}

/** SQL over the inbox and the outbox it is filled from. */
@Injectable()
export class NoticesRepository {
  async findOfPerson(
    sql: Sql,
    personId: number,
    beforeId: number | null,
    limit: number,
  ): Promise<NoticeRow[]> {
    return sql.query<NoticeRow>(
      `SELECT id, kind, title, body, link_page AS linkPage, link_id AS linkId, created_at AS createdAt, read_at AS readAt
         FROM notice WHERE person_id = ? ${beforeId === null ? '' : 'AND id < ?'} ORDER BY id DESC LIMIT ?`,
      [personId, ...(beforeId === null ? [] : [beforeId]), limit],
    );
  }

  async countUnread(sql: Sql, personId: number): Promise<number> {
    const [row] = await sql.query<{ unread: number }>(
      'SELECT COUNT(*) AS unread FROM notice WHERE person_id = ? AND read_at IS NULL',
      [personId],
    );
    return row?.unread ?? 0;
  }

  /** Marks a person's own notices as read; null marks them all. */
  async markRead(sql: Sql, personId: number, ids: readonly number[] | null, now: Date): Promise<void> {
    if (ids !== null && ids.length === 0) return;
    await sql.execute(
      `UPDATE notice SET read_at = ? WHERE person_id = ? AND read_at IS NULL ${ids === null ? '' : 'AND id IN (?)'}`,
      [now, personId, ...(ids === null ? [] : [ids])],
    );
  }

  /** The oldest due messages that no other replica holds. */
  async takeDue(tx: Sql, now: Date, limit: number): Promise<DueMessage[]> {
    const rows = await tx.query<Omit<DueMessage, 'payload'> & { payload: unknown }>(
      `SELECT id, person_id AS personId, kind, payload, due_at AS dueAt
         FROM outbox FORCE INDEX (outbox_due)
        WHERE done_at IS NULL AND due_at <= ? ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED`,
      [now, limit],
    );
    return rows.map((row) => ({ ...row, payload: fromJson<DueMessage['payload']>(row.payload) }));
  }

  /** Puts messages into the inbox; the unique outbox id makes a second delivery impossible. */
  async insertNotices(
    tx: Sql,
    notices: readonly {
      personId: number;
      outboxId: number;
      kind: NoticeKind;
      title: string;
      body: string;
      linkPage: NoticePage | null;
      linkId: number | null;
    }[],
    now: Date,
  ): Promise<void> {
    if (notices.length === 0) return;
    await tx.execute(
      `INSERT INTO notice (person_id, outbox_id, kind, title, body, link_page, link_id, created_at) VALUES ?`,
      [notices.map((n) => [n.personId, n.outboxId, n.kind, n.title, n.body, n.linkPage, n.linkId, now])],
    );
  }

  async markDone(tx: Sql, ids: readonly number[], now: Date): Promise<void> {
    if (ids.length === 0) return;
    await tx.execute('UPDATE outbox SET done_at = ? WHERE id IN (?)', [now, ids]);
  }
}
