import { Injectable } from '@nestjs/common';
import type { PatrolRoute } from '@jiefang/shared/routes';
import { Access } from '../../common/auth/access.js';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { PageQuery } from '../../common/http/requests.dto.js';
import { decodeId, encodeId } from '../../common/ids/public-id.js';
import { decodeCursor, pageOfViews, type Page } from '../../common/pagination/cursor.js';
import { Database, fromJson } from '../../database/database.js';
import type { ShiftClaimsView, ShiftCodeView, SubmissionView } from './claim-views.js';
import { ClaimsRepository } from './claims.repository.js';
import { ClaimsService } from './claims.service.js';
import { ShiftCodes } from './shift-codes.js';
import { StaffClaimViews } from './staff-claim-views.js';

interface DeskShift {
  id: number;
  taskId: number;
  taskTitle: string;
  divisionCode: string;
  startsAt: Date;
  endsAt: Date;
  status: 'open' | 'cancelled';
  capacity: number;
  claimed: number;
  waiting: number;
  route: unknown;
}

/** What staff look at: a shift's people, its code, and what was handed in. */
@Injectable()
export class ShiftDeskService {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimsRepository,
    private readonly service: ClaimsService,
    private readonly views: StaffClaimViews,
    private readonly codes: ShiftCodes,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** The people of one shift, those who gave their place back at the end. */
  async people(caller: Caller, publicId: string, query: PageQuery): Promise<ShiftClaimsView> {
    const shift = await this.requireShift(caller, publicId);
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['number', 'number']);
    const rows = await this.claims.findOfShift(
      this.database,
      shift.id,
      after === null ? null : { gone: after[0] as number, id: after[1] as number },
      query.limit + 1,
    );
    const views = await this.views.claims(this.database, caller, rows.slice(0, query.limit));
    return {
      shift: {
        id: publicId,
        startsAt: shift.startsAt.toISOString(),
        endsAt: shift.endsAt.toISOString(),
        status: shift.status,
        capacity: shift.capacity,
        claimed: shift.claimed,
        arrived: await this.claims.countArrived(this.database, shift.id),
        waiting: shift.waiting,
      },
      task: { id: encodeId('task', shift.taskId), title: shift.taskTitle },
      ...pageOfViews(rows, views, query.limit, (row) => [row.gone, row.id]),
    };
  }

  /** The code that volunteers scan at the gathering place, or at one of the route's checkpoints. */
  async code(caller: Caller, publicId: string, checkpoint: number | null): Promise<ShiftCodeView> {
    const shift = await this.requireShift(caller, publicId);
    if (shift.status !== 'open') throw new DomainError('SHIFT_CANCELLED');
    const route = fromJson<PatrolRoute | null>(shift.route);
    if (checkpoint !== null && !(route?.checkpoints ?? []).some((one) => one.no === checkpoint))
      throw new DomainError('PATROL_CHECKPOINT');
    const now = this.clock.now();
    const { qr, manualCode, expiresAt } = this.codes.issue({ shiftId: shift.id, checkpoint }, now);
    return { qr, manualCode, expiresAt: expiresAt.toISOString(), serverTime: now.toISOString() };
  }

  /** What waits to be verified in a division's subtree, the oldest first. */
  async submissions(caller: Caller, divisionCode: string, query: PageQuery): Promise<Page<SubmissionView>> {
    await this.access.require(caller, 'claims.verify', divisionCode);
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['number', 'number']);
    const rows = await this.claims.findSubmitted(
      this.database,
      divisionCode,
      after === null ? null : { submittedAt: new Date(after[0] as number), id: after[1] as number },
      query.limit + 1,
    );
    const views = await this.views.submissions(this.database, caller, rows.slice(0, query.limit));
    return pageOfViews(rows, views, query.limit, (row) => [row.submittedAt?.getTime() ?? 0, row.id]);
  }

  /** One claim of the caller's division with what supports it. */
  async submission(caller: Caller, publicId: string): Promise<SubmissionView> {
    const row = await this.service.require(publicId);
    await this.access.require(caller, 'claims.verify', row.divisionCode);
    return this.views.submission(this.database, caller, row);
  }

  private async requireShift(caller: Caller, publicId: string): Promise<DeskShift> {
    const [shift] = await this.database.query<DeskShift>(
      `SELECT s.id, s.task_id AS taskId, t.title AS taskTitle, s.division_code AS divisionCode, s.starts_at AS startsAt,
              s.ends_at AS endsAt, s.status, s.capacity, s.claimed, s.waiting, t.route
         FROM shift s JOIN task t ON t.id = s.task_id WHERE s.id = ?`,
      [decodeId('shift', publicId)],
    );
    if (shift === undefined) throw new DomainError('NOT_FOUND');
    await this.access.require(caller, 'claims.verify', shift.divisionCode);
    return shift;
  }
}
