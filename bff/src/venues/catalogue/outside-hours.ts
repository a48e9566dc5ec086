import { Injectable } from '@nestjs/common';
import { shanghaiDay } from '@jiefang/shared/time';
import type { WeekdayHours } from '@jiefang/shared/venues';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Sql } from '../../database/database.js';
import { BoardMapper } from '../bookings/board-mapper.js';
import { BookingsRepository } from '../bookings/bookings.repository.js';
import { EditingRepository } from './editing.repository.js';
import { newlyOutside } from './hours-rules.js';
import type { VenueConfig } from './venue-config.js';

/** At most so many bookings are shown in the refusal; the sentence has the whole number. */
const SHOWN = 50;

/** A venue whose hours an edit changes; `config` is as it was before. */
export interface HoursChange {
  config: VenueConfig;
  after: readonly WeekdayHours[];
}

/** Finds the bookings that shorter hours would leave outside. They are never cancelled by an edit. */
@Injectable()
export class OutsideHours {
  constructor(
    private readonly repository: EditingRepository,
    private readonly bookings: BookingsRepository,
    private readonly board: BoardMapper,
    private readonly clock: Clock,
  ) {}

  /**
   * How many live bookings the changes leave outside the hours. Throws VENUE_IN_USE with the bookings unless
   * `confirmed`. The venues' rows must have been updated before in `tx`, so that no booking slips in.
   */
  async require(
    tx: Sql,
    caller: Caller,
    changes: readonly HoursChange[],
    confirmed: boolean,
  ): Promise<number> {
    const now = this.clock.now();
    const byVenue = new Map(changes.map((change) => [change.config.id, change]));
    const runs = await this.repository.findUpcoming(tx, [...byVenue.keys()], shanghaiDay(now), now);
    const outside = changes.flatMap(({ config, after }) =>
      newlyOutside(
        runs
          .filter((run) => run.venueId === config.id)
          .map(({ id, day, startUnit, endUnit }) => ({
            id,
            day,
            startMinute: startUnit * config.unitMinutes,
            endMinute: endUnit * config.unitMinutes,
          })),
        config.opening,
        after,
      ),
    );
    if (outside.length === 0 || confirmed) return outside.length;
    const rows = await this.bookings.findByIds(
      tx,
      outside.slice(0, SHOWN).map((run) => run.id),
    );
    throw new DomainError('VENUE_IN_USE', {
      message: `有 ${outside.length} 个预约在新的开放时间之外。`,
      next: '请先和预约的人说好；确认后这些预约照样保留，不会自动取消。',
      extra: {
        confirmWith: 'confirmOutsideHours',
        bookings: rows.flatMap((row) => {
          const config = byVenue.get(row.venueId)?.config;
          return config === undefined ? [] : [this.board.placed(row, config, caller, now)];
        }),
      },
    });
  }
}
