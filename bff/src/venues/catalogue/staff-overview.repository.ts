import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';
import type { VenueClosure } from './venue-config.js';

/** How much waits, and since when. */
export interface Queue {
  count: number;
  oldestAt: Date | null;
}

/** A coming closure with what its list shows. */
export type ListedClosure = VenueClosure & {
  venueName: string | null;
  createdBy: string;
  affectedBookings: number;
};

/** SQL of the staff's overviews. Each takes the division or centre whose permission was proven; only counts cross domains. */
@Injectable()
export class StaffOverviewRepository {
  async countPendingBookings(sql: Sql, divisionCode: string): Promise<Queue> {
    return only(
      await sql.query<Queue>(
        `SELECT COUNT(*) AS count, MIN(created_at) AS oldestAt FROM booking
          WHERE status = 'pending' AND division_code LIKE CONCAT(?, '%')`,
        [divisionCode],
      ),
    );
  }

  async countPendingResidencies(sql: Sql, divisionCode: string): Promise<Queue> {
    return only(
      await sql.query<Queue>(
        `SELECT COUNT(*) AS count, MIN(created_at) AS oldestAt FROM residency
          WHERE community_code LIKE CONCAT(?, '%') AND status = 'pending'`,
        [divisionCode],
      ),
    );
  }

  async countPendingAppeals(sql: Sql, divisionCode: string): Promise<Queue> {
    return only(
      await sql.query<Queue>(
        `SELECT COUNT(*) AS count, MIN(appeal_at) AS oldestAt FROM booking_pause
          WHERE appeal_status = 'pending' AND division_code LIKE CONCAT(?, '%')`,
        [divisionCode],
      ),
    );
  }

  /** Closures of a centre and its venues that are not over, by start. A closure cancels in its own instant. */
  async findComingClosures(
    sql: Sql,
    divisionCode: string,
    centreId: number,
    now: Date,
  ): Promise<ListedClosure[]> {
    return sql.query<ListedClosure>(
      `SELECT cl.id, cl.venue_id AS venueId, v.name AS venueName, cl.starts_at AS startsAt, cl.ends_at AS endsAt,
              cl.reason, p.nickname AS createdBy,
              (SELECT COUNT(*) FROM booking b
                 JOIN booking_event e ON e.booking_id = b.id AND e.status = 'cancelled'
                      AND e.at = cl.created_at AND e.actor_id = cl.created_by
                WHERE b.centre_id = cl.centre_id
                  AND b.day BETWEEN DATE(cl.starts_at) AND DATE(cl.ends_at + INTERVAL 1 DAY)
                  AND b.starts_at < cl.ends_at AND b.ends_at > cl.starts_at
                  AND (cl.venue_id IS NULL OR b.venue_id = cl.venue_id)) AS affectedBookings
         FROM closure cl
         JOIN centre c ON c.id = cl.centre_id
         JOIN person p ON p.id = cl.created_by
         LEFT JOIN venue v ON v.id = cl.venue_id
        WHERE cl.centre_id = ? AND cl.ends_at > ? AND cl.ended_at IS NULL AND c.division_code = ?
        ORDER BY cl.starts_at, cl.id`,
      [centreId, now, divisionCode],
    );
  }
}

function only(rows: readonly Queue[]): Queue {
  return rows[0] ?? { count: 0, oldestAt: null };
}
