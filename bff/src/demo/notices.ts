import type { Sql } from '../database/database.js';
import { writeNotice, type NoticeKind, type NoticePayloads } from '../notices/notice-texts.js';
import { insertRows } from './insert.js';
import type { PlannedBooking } from './planner.js';

/** Something a demo person was told at an instant. */
export interface PastNotice<K extends NoticeKind = NoticeKind> {
  personId: number;
  kind: K;
  dedupe: string;
  payload: NoticePayloads[K];
  at: Date;
  read: boolean;
}

/** Writes the inbox entries together with the outbox rows that they came from, which are done. */
export async function writePastNotices(tx: Sql, notices: readonly PastNotice[]): Promise<void> {
  const inOrder = [...notices].sort((a, b) => a.at.getTime() - b.at.getTime());
  await insertRows(
    tx,
    'outbox',
    ['person_id', 'kind', 'dedupe', 'payload', 'due_at', 'created_at', 'done_at'],
    inOrder.map((n) => [n.personId, n.kind, n.dedupe, JSON.stringify(n.payload), n.at, n.at, n.at]),
  );
  const rows = await tx.query<{ id: number; personId: number; dedupe: string }>(
    'SELECT id, person_id AS personId, dedupe FROM outbox WHERE person_id IN (?)',
    [[...new Set(inOrder.map((n) => n.personId))]],
  );
  const ids = new Map(rows.map((row) => [`${row.personId}|${row.dedupe}`, row.id]));
  await insertRows(
    tx,
    'notice',
    ['person_id', 'outbox_id', 'kind', 'title', 'body', 'link_page', 'link_id', 'created_at', 'read_at'],
    inOrder.map((n) => {
      const { title, body, link } = writeNotice(n.kind, n.payload, n.at);
      const outboxId = ids.get(`${n.personId}|${n.dedupe}`);
      return [
        n.personId,
        outboxId,
        n.kind,
        title,
        body,
        link?.page ?? null,
        link?.id ?? null,
        n.at,
        n.read ? n.at : null,
      ];
    }),
  );
}

/** The facts of a booking that its notices carry. */
export function noticeFacts(booking: PlannedBooking): NoticePayloads['booking_confirmed'] {
  return {
    bookingId: booking.id,
    venueName: booking.venue.name,
    centreName: booking.venue.centreName,
    startsAt: booking.startsAt.toISOString(),
    endsAt: booking.endsAt.toISOString(),
    ...(booking.reason === null ? {} : { reason: booking.reason }),
  };
}
