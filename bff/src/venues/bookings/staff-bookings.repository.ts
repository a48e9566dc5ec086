import { Injectable } from '@nestjs/common';
import { addDays, DAY_MS } from '@jiefang/shared/time';
import type { Sql } from '../../database/database.js';

/** What helps to decide about one waiting booking. */
export interface BookingRecord {
  bookingId: number;
  /** Live bookings of the household in that week, at any venue of the centre. */
  householdWeekCount: number;
  /** No-shows of the person at the centre within 90 days. */
  noShows90: number;
}

const RECORD_DAYS = 90;

/** SQL that only staff pages need. */
@Injectable()
export class StaffBookingsRepository {
  async findPersonByPhone(sql: Sql, phoneHash: Buffer): Promise<number | null> {
    const rows = await sql.query<{ id: number }>('SELECT id FROM person WHERE phone_hash = ?', [phoneHash]);
    return rows[0]?.id ?? null;
  }

  /** Records by booking id; `week` is the Monday of the booking's week. */
  async findRecords(
    sql: Sql,
    wanted: readonly { bookingId: number; week: string }[],
    now: Date,
  ): Promise<Map<number, BookingRecord>> {
    const since = new Date(now.getTime() - RECORD_DAYS * DAY_MS);
    const records = await Promise.all(
      wanted.map(async ({ bookingId, week }) => {
        const rows = await sql.query<BookingRecord>(
          `SELECT b.id AS bookingId,
                  (SELECT COUNT(*) FROM booking h WHERE h.household_id = b.household_id AND h.centre_id = b.centre_id
                      AND h.day BETWEEN ? AND ? AND h.status IN ('pending', 'confirmed', 'checked_in', 'completed')
                  ) AS householdWeekCount,
                  (SELECT COUNT(*) FROM booking n FORCE INDEX (booking_person)
                    WHERE n.person_id = b.person_id AND n.centre_id = b.centre_id
                      AND n.status IN ('released', 'no_show') AND n.no_show_waived_at IS NULL AND n.starts_at > ?
                  ) AS noShows90
             FROM booking b WHERE b.id = ?`,
          [week, addDays(week, 6), since, bookingId],
        );
        return rows[0];
      }),
    );
    return new Map(records.flatMap((record) => (record === undefined ? [] : [[record.bookingId, record]])));
  }
}
