import { Injectable } from '@nestjs/common';
import { instantAt } from '@jiefang/shared/time';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { Database } from '../../database/database.js';
import { VenueConfigs, type VenueConfig } from '../catalogue/venue-config.js';
import { BoardMapper } from './board-mapper.js';
import { openingOn } from './booking-judge.js';
import { BookingsRepository } from './bookings.repository.js';
import type { BoardView, StaffClosureView } from './staff-views.js';
import { WaitlistRepository } from './waitlist.repository.js';

const DEFAULT_OPEN = 8 * 60;
const DEFAULT_CLOSE = 21 * 60;

/** The day board: who uses which room of a centre when. */
@Injectable()
export class BoardService {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingsRepository,
    private readonly waitlist: WaitlistRepository,
    private readonly configs: VenueConfigs,
    private readonly access: Access,
    private readonly board: BoardMapper,
    private readonly clock: Clock,
  ) {}

  async day(caller: Caller, centrePublicId: string, date: string): Promise<BoardView> {
    const centreId = decodeId('centre', centrePublicId);
    const [centre] = await this.database.query<{ name: string; divisionCode: string }>(
      'SELECT name, division_code AS divisionCode FROM centre WHERE id = ?',
      [centreId],
    );
    if (centre === undefined) throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'bookings.desk', centre.divisionCode);
    const ids = await this.database.query<{ id: number }>(
      'SELECT id FROM venue WHERE centre_id = ? ORDER BY sort_order, id',
      [centreId],
    );
    const configs = await this.configs.load(
      this.database,
      ids.map((row) => row.id),
    );
    const rows = await this.bookings.findOfCentreDay(this.database, centreId, date);
    const waiting = await this.waitlist.countWaiting(
      this.database,
      ids.map((row) => row.id),
      date,
    );
    const now = this.clock.now();
    const venues = ids.flatMap(({ id }) => {
      const config = configs.get(id);
      if (config === undefined) return [];
      return [
        {
          id: encodeId('venue', id),
          name: config.name,
          unitMinutes: config.unitMinutes,
          opening: openingOn(config, date),
          closures: closuresOn(config, date),
          bookings: rows
            .filter((row) => row.venueId === id)
            .map((row) => this.board.view(row, config, caller, now)),
          waiting: waiting.get(id) ?? 0,
        },
      ];
    });
    const ranges = venues.flatMap((venue) => venue.opening);
    return {
      centre: { id: centrePublicId, name: centre.name },
      date,
      openMinute: ranges.length === 0 ? DEFAULT_OPEN : Math.min(...ranges.map((range) => range.openMinute)),
      closeMinute:
        ranges.length === 0 ? DEFAULT_CLOSE : Math.max(...ranges.map((range) => range.closeMinute)),
      venues,
    };
  }
}

function closuresOn(config: VenueConfig, date: string): StaffClosureView[] {
  const [from, to] = [instantAt(date, 0), instantAt(date, 1440)];
  return config.closures
    .filter((closure) => closure.startsAt < to && from < closure.endsAt)
    .map((closure) => ({
      id: encodeId('closure', closure.id),
      venue: closure.venueId === null ? null : { id: encodeId('venue', config.id), name: config.name },
      startsAt: closure.startsAt.toISOString(),
      endsAt: closure.endsAt.toISOString(),
      reason: closure.reason,
    }));
}
