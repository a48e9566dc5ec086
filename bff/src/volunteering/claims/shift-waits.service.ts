import { Injectable } from '@nestjs/common';
import { DAY_MS } from '@jiefang/shared/time';
import type { Caller } from '../../common/auth/caller.js';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import { Idempotency, idempotent } from '../../common/idempotency/idempotency.js';
import { decodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { ClaimLane } from './claim-lane.js';
import { waitViewOf } from './claim-mapping.js';
import type { ShiftWaitView } from './claim-views.js';
import type { ShiftWaitBody } from './claims.dto.js';
import { ShiftWaitsRepository } from './shift-waits.repository.js';

const SHOWN_DAYS = 30;

/** Waiting for a place of a full shift. Serving those who wait is the ledger's. */
@Injectable()
export class ShiftWaitsService {
  constructor(
    private readonly database: Database,
    private readonly waits: ShiftWaitsRepository,
    private readonly lane: ClaimLane,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** Joins the queue; refused by the rules that would refuse the claim, and while there are places. */
  async join(
    caller: Caller,
    key: string,
    shiftPublicId: string,
    body: ShiftWaitBody,
  ): Promise<ShiftWaitView> {
    const id = await this.lane.wait({
      kind: 'wait',
      request: idempotent(caller.personId, key, `POST /shifts/${shiftPublicId}/wait`, body),
      shiftId: decodeId('shift', shiftPublicId),
      personId: caller.personId,
      riskAccepted: body.riskAccepted === true,
    });
    return this.viewById(this.database, id);
  }

  async list(personId: number): Promise<ShiftWaitView[]> {
    const since = new Date(this.clock.now().getTime() - SHOWN_DAYS * DAY_MS);
    const rows = await this.waits.findOfPerson(this.database, personId, since);
    const waiting = rows.filter((row) => row.status === 'waiting').map((row) => row.id);
    const positions = await this.waits.findPositions(this.database, waiting);
    return rows.map((row) => waitViewOf(row, positions.get(row.id) ?? null));
  }

  async leave(caller: Caller, key: string, publicId: string): Promise<ShiftWaitView> {
    const id = decodeId('shift_wait', publicId);
    const request = idempotent(caller.personId, key, `POST /shift-waits/${publicId}/leave`, {});
    return this.idempotency.run(request, async (tx) => {
      const row = await this.waits.findById(tx, id);
      if (row === null || row.personId !== caller.personId) throw new DomainError('NOT_FOUND');
      const ended = await this.waits.finish(tx, [row], 'left', {}, this.clock.now());
      if (ended !== 1) throw new DomainError('SHIFT_WAIT_STATE');
      return this.viewById(tx, id);
    });
  }

  private async viewById(sql: Sql, id: number): Promise<ShiftWaitView> {
    const row = await this.waits.findById(sql, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    const positions = await this.waits.findPositions(sql, [id]);
    return waitViewOf(row, positions.get(id) ?? null);
  }
}
