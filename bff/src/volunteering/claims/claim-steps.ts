import { Injectable } from '@nestjs/common';
import type { CheckInMethod } from '@jiefang/shared/volunteering';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Sql } from '../../database/database.js';
import { ClaimsRepository } from './claims.repository.js';

/**
 * Steps of one claim that neither give nor take a place: each is a guarded status change with its entry in the
 * timeline. Throws CLAIM_STATE when the claim stands elsewhere by now.
 */
@Injectable()
export class ClaimSteps {
  constructor(
    private readonly claims: ClaimsRepository,
    private readonly clock: Clock,
  ) {}

  /** claimed → in_progress. `metres` is the distance from the gathering place where it was measured. */
  async checkIn(
    tx: Sql,
    claimId: number,
    how: { method: CheckInMethod; metres: number | null; actorId: number; note: string | null },
  ): Promise<void> {
    const now = this.clock.now();
    if (!(await this.claims.checkIn(tx, claimId, { ...how, by: how.actorId }, now))) throw state();
    await this.claims.insertSteps(
      tx,
      [{ claimId, status: 'in_progress', actorId: how.actorId, note: how.note }],
      now,
    );
  }

  /** in_progress → submitted. `at` is when the service ended; `actorId` null for the clock. */
  async submit(
    tx: Sql,
    claimId: number,
    { at, note, actorId }: { at: Date; note: string | null; actorId: number | null },
  ): Promise<void> {
    const now = this.clock.now();
    if (!(await this.claims.submit(tx, claimId, { at, note }, now))) throw state();
    await this.claims.insertSteps(tx, [{ claimId, status: 'submitted', actorId, note: cut(note) }], now);
  }

  /** submitted → queried: staff ask the volunteer something. */
  async query(tx: Sql, claimId: number, question: string, actorId: number): Promise<void> {
    const now = this.clock.now();
    if (!(await this.claims.query(tx, claimId, question, now))) throw state();
    await this.claims.insertSteps(tx, [{ claimId, status: 'queried', actorId, note: question }], now);
  }

  /** queried → submitted: the volunteer has answered. */
  async answer(tx: Sql, claimId: number, text: string, actorId: number): Promise<void> {
    const now = this.clock.now();
    if (!(await this.claims.answer(tx, claimId, text, now))) throw state();
    await this.claims.insertSteps(tx, [{ claimId, status: 'submitted', actorId, note: cut(text) }], now);
  }

  /** submitted or queried → verified with the minutes that count. */
  async verify(
    tx: Sql,
    claimId: number,
    { minutes, actorId, note }: { minutes: number; actorId: number; note: string | null },
  ): Promise<void> {
    const now = this.clock.now();
    if (!(await this.claims.verify(tx, claimId, minutes, actorId, now))) throw state();
    await this.claims.insertSteps(tx, [{ claimId, status: 'verified', actorId, note }], now);
  }
}

function state(): DomainError {
  return new DomainError('CLAIM_STATE');
}

/** A note of the timeline is shorter than the claim's own. */
function cut(note: string | null): string | null {
  return note === null ? null : Array.from(note).slice(0, 300).join('');
}
