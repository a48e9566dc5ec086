import { Injectable } from '@nestjs/common';
import { isPermitted, type Permission } from '@jiefang/shared/permissions';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { decodeId } from '../../common/ids/public-id.js';
import { Database } from '../../database/database.js';
import { DivisionsService } from '../../divisions/divisions.service.js';
import { BoardMapper } from '../bookings/board-mapper.js';
import { BookingsRepository } from '../bookings/bookings.repository.js';
import { CentresService } from './centres.service.js';
import type { CentreRow } from './centres.repository.js';
import { StaffOverviewRepository, type Queue } from './staff-overview.repository.js';
import type {
  ClosurePreviewView,
  ListedClosuresView,
  PreviewClosureDto,
  QueueView,
  TodoView,
} from './staff-overview.dto.js';
import { closureView } from './venue-cards.js';
import { VenueConfigs } from './venue-config.js';

const NOTHING: Queue = { count: 0, oldestAt: null };
/** As long as a closure may be. */
const MAX_PREVIEW_MS = 366 * 86_400_000;

/** What staff look at before they act: what waits for them, which closures are coming, what a closure would cancel. */
@Injectable()
export class StaffOverviewService {
  constructor(
    private readonly database: Database,
    private readonly repository: StaffOverviewRepository,
    private readonly centres: CentresService,
    private readonly configs: VenueConfigs,
    private readonly bookings: BookingsRepository,
    private readonly board: BoardMapper,
    private readonly divisions: DivisionsService,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** What waits in a division's subtree. FORBIDDEN unless at least one of the queues is the caller's to decide. */
  async todo(caller: Caller, divisionCode: string): Promise<TodoView> {
    const grants = await this.access.grantsOf(caller.personId);
    const may = (permission: Permission): boolean => isPermitted(grants, permission, divisionCode);
    const [bookings, residencies] = [may('bookings.decide'), may('residency.decide')];
    if (!bookings && !residencies) throw new DomainError('FORBIDDEN');
    await this.divisions.require(divisionCode);
    const { database, repository } = this;
    return {
      pendingBookings: queueView(
        bookings ? await repository.countPendingBookings(database, divisionCode) : NOTHING,
      ),
      pendingResidencies: queueView(
        residencies ? await repository.countPendingResidencies(database, divisionCode) : NOTHING,
      ),
      pendingAppeals: queueView(
        bookings ? await repository.countPendingAppeals(database, divisionCode) : NOTHING,
      ),
    };
  }

  /** Closures of a centre that are not over. */
  async closures(caller: Caller, centrePublicId: string): Promise<ListedClosuresView> {
    const { id, divisionCode } = await this.requireManaged(caller, centrePublicId);
    const rows = await this.repository.findComingClosures(this.database, divisionCode, id, this.clock.now());
    return {
      items: rows.map((row) => ({
        ...closureView(row, row.venueName ?? ''),
        createdBy: row.createdBy,
        affectedBookings: row.affectedBookings,
      })),
    };
  }

  /** The bookings that a closure would cancel. INVALID_INPUT for times that run backwards; NOT_FOUND for a foreign venue. */
  async previewClosure(
    caller: Caller,
    centrePublicId: string,
    dto: PreviewClosureDto,
  ): Promise<ClosurePreviewView> {
    const centre = await this.requireManaged(caller, centrePublicId);
    const venueId = dto.venueId === null ? null : decodeId('venue', dto.venueId);
    if (venueId !== null) {
      const config = (await this.configs.load(this.database, [venueId])).get(venueId);
      if (config?.centreId !== centre.id) throw new DomainError('NOT_FOUND');
    }
    const [from, to] = [new Date(dto.startsAt), new Date(dto.endsAt)];
    const length = to.getTime() - from.getTime();
    if (!(length > 0 && length <= MAX_PREVIEW_MS)) {
      throw new DomainError('INVALID_INPUT', {
        extra: { details: [{ field: 'endsAt', message: '结束要晚于开始，最长一年' }] },
      });
    }
    const now = this.clock.now();
    const found = await this.bookings.findLiveWithin(this.database, centre.id, venueId, from, to);
    const rows = found.filter((row) => row.endsAt > now);
    const configs = await this.configs.load(
      this.database,
      rows.map((row) => row.venueId),
    );
    return {
      bookings: rows.flatMap((row) => {
        const config = configs.get(row.venueId);
        return config === undefined ? [] : [this.board.placed(row, config, caller, now)];
      }),
    };
  }

  private async requireManaged(caller: Caller, publicId: string): Promise<CentreRow> {
    const centre = await this.centres.require(this.database, decodeId('centre', publicId));
    await this.access.require(caller, 'venues.manage', centre.divisionCode);
    return centre;
  }
}

function queueView({ count, oldestAt }: Queue): QueueView {
  return { count, oldestAt: oldestAt?.toISOString() ?? null };
}
