import { DAY_MS } from '@jiefang/shared/time';
import type { Sql } from '../database/database.js';
import { insertRows } from './insert.js';

interface Act {
  at: Date;
  actorId: number;
  action: string;
  targetType: 'closure' | 'residency' | 'booking';
  targetId: number;
  divisionCode: string;
}

const DAYS = 7;

/** Writes what the demo's staff did in the last days into the audit trail, so that its page has something to show. */
export async function writeAuditTrail(tx: Sql, now: Date): Promise<void> {
  const since = new Date(now.getTime() - DAYS * DAY_MS);
  const closures = await tx.query<Act>(
    `SELECT l.created_at AS at, l.created_by AS actorId, 'closure.create' AS action, 'closure' AS targetType,
            l.id AS targetId, c.division_code AS divisionCode FROM closure l JOIN centre c ON c.id = l.centre_id`,
  );
  const residencies = await tx.query<Act>(
    `SELECT decided_at AS at, decided_by AS actorId, IF(status = 'approved', 'residency.approve', 'residency.reject') AS action,
            'residency' AS targetType, id AS targetId, community_code AS divisionCode
       FROM residency WHERE decided_by IS NOT NULL AND decided_at <= ?`,
    [now],
  );
  const bookings = await tx.query<Act>(
    `SELECT e.at, e.actor_id AS actorId,
            CASE WHEN e.status = 'rejected' THEN 'booking.reject' WHEN e.status = 'checked_in' THEN 'booking.check_in'
                 WHEN e.status = 'no_show' THEN 'booking.mark_no_show'
                 WHEN b.channel IN ('phone', 'counter') THEN 'booking.create' ELSE 'booking.approve' END AS action,
            'booking' AS targetType, b.id AS targetId, b.division_code AS divisionCode
       FROM booking_event e JOIN booking b ON b.id = e.booking_id
      WHERE e.at >= ? AND e.at <= ? AND e.actor_id IN (SELECT person_id FROM role_grant)
        AND e.status IN ('confirmed', 'rejected', 'checked_in', 'no_show')`,
    [since, now],
  );
  const acts = [...closures, ...residencies, ...bookings].sort((a, b) => a.at.getTime() - b.at.getTime());
  await insertRows(
    tx,
    'audit_entry',
    [
      'at',
      'actor_id',
      'action',
      'target_type',
      'target_id',
      'division_code',
      'detail',
      'address',
      'request_id',
    ],
    acts.map((act, index) => [
      act.at,
      act.actorId,
      act.action,
      act.targetType,
      String(act.targetId),
      act.divisionCode,
      '{}',
      '127.0.0.1',
      `demo-${index + 1}`,
    ]),
  );
}
