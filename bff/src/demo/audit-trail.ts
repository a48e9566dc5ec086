import { DAY_MS } from '@jiefang/shared/time';
import type { Sql } from '../database/database.js';
import { insertRows } from './insert.js';

interface Act {
  at: Date;
  actorId: number;
  action: string;
  targetType: 'closure' | 'residency' | 'booking' | 'task' | 'claim' | 'hours' | 'certificate';
  targetId: number;
  divisionCode: string;
}

/** An act that the product's own services have recorded. */
export interface AuditAct {
  at: Date;
  actorId: number;
  action: string;
  targetType: string;
  targetId: number | string;
  divisionCode: string;
  detail: Record<string, unknown>;
}

const DAYS = 7;

/**
 * Writes what the demo's staff did in the last days into the audit trail, so that its page has something to show;
 * `recorded` beside it, all in the order of time.
 */
export async function writeAuditTrail(tx: Sql, now: Date, recorded: readonly AuditAct[] = []): Promise<void> {
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
  const volunteering = await volunteeringActs(tx, since, now);
  const told = [...closures, ...residencies, ...bookings, ...volunteering].map((act) => ({
    ...act,
    detail: {},
  }));
  const acts = [...told, ...recorded].sort((a, b) => a.at.getTime() - b.at.getTime());
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
      JSON.stringify(act.detail),
      '127.0.0.1',
      `demo-${index + 1}`,
    ]),
  );
}

async function volunteeringActs(tx: Sql, since: Date, now: Date): Promise<Act[]> {
  const span = [since, now];
  const claims = await tx.query<Act>(
    `SELECT e.at, e.actor_id AS actorId,
            CASE e.status WHEN 'verified' THEN 'claim.verify' WHEN 'queried' THEN 'claim.query'
                          WHEN 'rejected' THEN 'claim.reject' ELSE 'claim.check_in' END AS action,
            'claim' AS targetType, c.id AS targetId, c.division_code AS divisionCode
       FROM claim_event e JOIN claim c ON c.id = e.claim_id
      WHERE e.at >= ? AND e.at <= ? AND e.actor_id IN (SELECT person_id FROM role_grant)
        AND e.status IN ('verified', 'queried', 'rejected', 'in_progress')`,
    span,
  );
  const hours = await tx.query<Act>(
    `SELECT at, actor_id AS actorId, IF(act = 'reversal', 'hours.reverse', 'hours.adjust') AS action,
            'hours' AS targetType, item_id AS targetId, division_code AS divisionCode
       FROM hours_ledger WHERE at >= ? AND at <= ? AND act IN ('reversal', 'adjustment')`,
    span,
  );
  const certificates = await tx.query<Act>(
    `SELECT issued_at AS at, issued_by AS actorId, 'certificate.issue' AS action, 'certificate' AS targetType,
            id AS targetId, division_code AS divisionCode FROM certificate WHERE issued_at >= ? AND issued_at <= ?
      UNION ALL
     SELECT revoked_at, revoked_by, 'certificate.revoke', 'certificate', id, division_code
       FROM certificate WHERE revoked_at >= ? AND revoked_at <= ?`,
    [...span, ...span],
  );
  const tasks = await tx.query<Act>(
    `SELECT published_at AS at, created_by AS actorId, 'task.publish' AS action, 'task' AS targetType,
            id AS targetId, division_code AS divisionCode FROM task WHERE published_at >= ? AND published_at <= ?
      UNION ALL
     SELECT updated_at, created_by, 'task.cancel', 'task', id, division_code
       FROM task WHERE status = 'cancelled' AND updated_at >= ? AND updated_at <= ?`,
    [...span, ...span],
  );
  return [...claims, ...hours, ...certificates, ...tasks];
}
