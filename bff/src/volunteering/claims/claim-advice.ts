import { Injectable } from '@nestjs/common';
import type { ClaimStatus } from '@jiefang/shared/volunteering';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Sql } from '../../database/database.js';
import { ClaimBatches } from './claim-batches.js';
import { ClaimFacts } from './claim-facts.js';
import { fullRefusal, judgeClaim, placesFor } from './claim-judge.js';
import { ClaimsRepository } from './claims.repository.js';
import { ShiftWaitsRepository } from './shift-waits.repository.js';

/** How somebody stands to a shift before they tap. */
export interface ShiftAdvice {
  /** Why a tap would be refused now, risk aside; null when it would be granted. */
  refusal: DomainError | null;
  /** Joining the queue would be taken. */
  canWait: boolean;
  mine: {
    claimId: number | null;
    status: ClaimStatus | null;
    waitId: number | null;
    waitPosition: number | null;
  } | null;
}

/** Says what the lane would answer, without its locks: for pages, never for decisions. */
@Injectable()
export class ClaimAdvice {
  constructor(
    private readonly batches: ClaimBatches,
    private readonly facts: ClaimFacts,
    private readonly claims: ClaimsRepository,
    private readonly waits: ShiftWaitsRepository,
    private readonly clock: Clock,
  ) {}

  /** By shift id, a handful of queries whatever the number; `personId` null for a visitor. */
  async of(
    sql: Sql,
    personId: number | null,
    shiftIds: readonly number[],
  ): Promise<Map<number, ShiftAdvice>> {
    const now = this.clock.now();
    const rows = await this.batches.findShifts(sql, shiftIds);
    const volunteers = personId === null ? [] : await this.batches.findPeople(sql, [personId]);
    const { shifts, people } = await this.facts.load(sql, volunteers, rows, now);
    const claimant = personId === null ? null : (people.get(personId) ?? null);
    const claims = personId === null ? [] : await this.claims.findLiveOfPerson(sql, personId, shiftIds);
    const waits = personId === null ? [] : await this.waits.findWaitsOf(sql, [personId], shiftIds);
    const positions = await this.waits.findPositions(
      sql,
      waits.map((wait) => wait.id),
    );
    const claimOf = new Map(claims.map((claim) => [claim.shiftId, claim]));
    const waitOf = new Map(waits.map((wait) => [wait.shiftId, wait]));
    return new Map(
      [...shifts].map(([id, shift]) => {
        const claim = claimOf.get(id);
        const wait = waitOf.get(id);
        const refusal =
          personId === null && shift.taskStatus === 'published' && shift.status === 'open'
            ? new DomainError('UNAUTHENTICATED', { message: '登录以后就可以认领。' })
            : judgeClaim(claimant, shift, true, now);
        const isFull = refusal === null && placesFor(shift) <= 0;
        return [
          id,
          {
            refusal: isFull ? fullRefusal(wait !== undefined) : refusal,
            canWait: isFull && wait === undefined,
            mine:
              claim === undefined && wait === undefined
                ? null
                : {
                    claimId: claim?.id ?? null,
                    status: claim?.status ?? null,
                    waitId: wait?.id ?? null,
                    waitPosition: wait === undefined ? null : (positions.get(wait.id) ?? null),
                  },
          },
        ];
      }),
    );
  }
}
