import { Injectable } from '@nestjs/common';
import { DAY_MS } from '@jiefang/shared/time';
import { DEFAULT_POLICY, type VenuePolicy } from '@jiefang/shared/venues';
import { Clock } from '../../common/clock/clock.js';
import { fromJson, type Sql } from '../../database/database.js';
import { Outbox } from '../../outbox/outbox.js';
import type { VenueConfig } from '../catalogue/venue-config.js';
import type { BookingRow } from './bookings.repository.js';

/** A pause that has neither been lifted nor run out. */
interface OpenPause {
  id: number;
  personId: number;
  centreId: number;
  centreName: string;
  startsAt: Date;
  lastBookingId: number;
}

/**
 * The no-show rule: so many within so many days at one centre pause online booking there. No-shows that led to an
 * earlier pause do not count again, unless a closure took that pause back; those during a closure are waived.
 */
@Injectable()
export class NoShows {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Looks at the people of bookings that have just become no-shows and pauses those who reached the limit. */
  async count(tx: Sql, bookings: readonly BookingRow[], configs: Map<number, VenueConfig>): Promise<void> {
    const now = this.clock.now();
    const people = [
      ...new Set(bookings.flatMap((booking) => (booking.personId === null ? [] : [booking.personId]))),
    ];
    // Two venues of a centre are decided side by side: the person's row makes the second count see the first.
    if (people.length > 0)
      await tx.query('SELECT id FROM person WHERE id IN (?) ORDER BY id FOR UPDATE', [people]);
    for (const booking of bookings) {
      const policy = configs.get(booking.venueId)?.policy;
      if (policy === undefined || booking.personId === null) continue;
      const { personId, centreId } = booking;
      const total = await this.countSince(tx, personId, centreId, policy.noShowDays, now);
      if (total < policy.noShowLimit) continue;
      const endsAt = new Date(now.getTime() + policy.pauseDays * DAY_MS);
      const { insertId, affectedRows } = await tx.execute(
        `INSERT INTO booking_pause (person_id, centre_id, division_code, starts_at, ends_at, reason, last_booking_id)
         VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id`,
        [
          personId,
          centreId,
          booking.divisionCode,
          now,
          endsAt,
          `${policy.noShowDays} 天内爽约 ${total} 次`,
          booking.id,
        ],
      );
      if (affectedRows !== 1) continue;
      await this.outbox.enqueue(tx, [
        {
          personId,
          kind: 'pause_started',
          dedupe: `pause:${insertId}:started`,
          payload: {
            pauseId: insertId,
            centreName: booking.centreName,
            endsAt: endsAt.toISOString(),
            limit: total,
            days: policy.noShowDays,
          },
        },
      ]);
    }
  }

  /**
   * Forgives the no-shows of bookings that fell into a closure, and lifts pauses that no longer have enough of them.
   * Returns how many no-shows were forgiven.
   */
  async waive(tx: Sql, centreId: number, venueId: number | null, from: Date, to: Date): Promise<number> {
    const now = this.clock.now();
    const rows = await tx.query<{ id: number; personId: number | null }>(
      `SELECT id, person_id AS personId FROM booking WHERE centre_id = ? AND (? IS NULL OR venue_id = ?)
          AND status IN ('released', 'no_show') AND no_show_waived_at IS NULL AND starts_at < ? AND ends_at > ? FOR UPDATE`,
      [centreId, venueId, venueId, to, from],
    );
    if (rows.length === 0) return 0;
    await tx.execute('UPDATE booking SET no_show_waived_at = ? WHERE id IN (?)', [
      now,
      rows.map((row) => row.id),
    ]);
    const people = [...new Set(rows.flatMap((row) => (row.personId === null ? [] : [row.personId])))];
    for (const pause of people.length === 0 ? [] : await this.findOpen(tx, people, centreId, now)) {
      const standing = await this.countForPause(tx, pause);
      if (standing.total >= standing.limit) continue;
      await this.lift(tx, pause, '闭馆时段的爽约不算数。', now);
    }
    return rows.length;
  }

  /** Ends a pause early and tells its person. Returns false when it was over already. */
  async lift(
    tx: Sql,
    pause: Pick<OpenPause, 'id' | 'personId' | 'centreName'>,
    reason: string,
    now: Date,
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      'UPDATE booking_pause SET lifted_at = ?, lift_reason = ? WHERE id = ? AND lifted_at IS NULL AND ends_at > ?',
      [now, reason, pause.id, now],
    );
    if (affectedRows !== 1) return false;
    await this.outbox.enqueue(tx, [
      {
        personId: pause.personId,
        kind: 'pause_lifted',
        dedupe: `pause:${pause.id}:lifted`,
        payload: { pauseId: pause.id, centreName: pause.centreName, reason },
      },
    ]);
    return true;
  }

  private async countSince(
    tx: Sql,
    personId: number,
    centreId: number,
    days: number,
    now: Date,
  ): Promise<number> {
    const [row] = await tx.query<{ total: number }>(
      `SELECT COUNT(*) AS total FROM booking b FORCE INDEX (booking_person) WHERE b.person_id = ? AND b.centre_id = ?
          AND b.status IN ('released', 'no_show') AND b.no_show_waived_at IS NULL AND b.starts_at > ?
          AND b.starts_at > COALESCE((SELECT MAX(p.starts_at) FROM booking_pause p
                WHERE p.person_id = b.person_id AND p.centre_id = b.centre_id
                  AND (p.lifted_at IS NULL OR p.appeal_status = 'upheld')), '1970-01-01')`,
      [personId, centreId, new Date(now.getTime() - days * DAY_MS)],
    );
    return row?.total ?? 0;
  }

  private async findOpen(
    tx: Sql,
    personIds: readonly number[],
    centreId: number,
    now: Date,
  ): Promise<OpenPause[]> {
    return tx.query<OpenPause>(
      `SELECT p.id, p.person_id AS personId, p.centre_id AS centreId, c.name AS centreName, p.starts_at AS startsAt,
              p.last_booking_id AS lastBookingId
         FROM booking_pause p JOIN centre c ON c.id = p.centre_id
        WHERE p.person_id IN (?) AND p.centre_id = ? AND p.lifted_at IS NULL AND p.ends_at > ? FOR UPDATE`,
      [personIds, centreId, now],
    );
  }

  /** No-shows that still stand behind a pause, and how many its venue's policy asks for. */
  private async countForPause(tx: Sql, pause: OpenPause): Promise<{ total: number; limit: number }> {
    const [venue] = await tx.query<{ policy: unknown }>(
      'SELECT v.policy FROM venue v JOIN booking b ON b.venue_id = v.id WHERE b.id = ?',
      [pause.lastBookingId],
    );
    const policy = { ...DEFAULT_POLICY, ...fromJson<Partial<VenuePolicy>>(venue?.policy ?? {}) };
    const [row] = await tx.query<{ total: number }>(
      `SELECT COUNT(*) AS total FROM booking FORCE INDEX (booking_person)
        WHERE person_id = ? AND centre_id = ? AND status IN ('released', 'no_show')
          AND no_show_waived_at IS NULL AND starts_at <= ? AND starts_at > ?`,
      [
        pause.personId,
        pause.centreId,
        pause.startsAt,
        new Date(pause.startsAt.getTime() - policy.noShowDays * DAY_MS),
      ],
    );
    return { total: row?.total ?? 0, limit: policy.noShowLimit };
  }
}
