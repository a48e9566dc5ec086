import { Injectable } from '@nestjs/common';
import { Audit, type AuditedAct } from '../../audit/audit.js';
import type { Caller } from '../../common/auth/caller.js';
import type { Sql } from '../../database/database.js';
import { Outbox, type OutboxMessage } from '../../outbox/outbox.js';
import { ClaimBatches, type NewClaim } from './claim-batches.js';
import { ClaimsRepository, type ClaimStep } from './claims.repository.js';
import { ShiftWaitsRepository } from './shift-waits.repository.js';

/** Rows gathered while a batch is decided, written together at its end. */
export interface Writes {
  claims: NewClaim[];
  waits: { id: number; shiftId: number; personId: number }[];
  /** Changes of the shifts' counters, by shift id. */
  claimed: Map<number, number>;
  waiting: Map<number, number>;
  /** People whose time was given or taken. */
  people: Set<number>;
  steps: ClaimStep[];
  messages: OutboxMessage[];
  audits: { caller: Caller; act: AuditedAct }[];
}

/** Nothing to write yet. */
export function noWrites(): Writes {
  return {
    claims: [],
    waits: [],
    claimed: new Map(),
    waiting: new Map(),
    people: new Set(),
    steps: [],
    messages: [],
    audits: [],
  };
}

/** Adds to a counter of a shift. */
export function count(amounts: Map<number, number>, shiftId: number, amount: number): void {
  amounts.set(shiftId, (amounts.get(shiftId) ?? 0) + amount);
}

/** Writes what a batch has decided, a few statements for all of it. */
@Injectable()
export class ClaimWriter {
  constructor(
    private readonly batches: ClaimBatches,
    private readonly claims: ClaimsRepository,
    private readonly waits: ShiftWaitsRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async write(tx: Sql, writes: Writes, now: Date): Promise<void> {
    await this.batches.touchPeople(tx, [...writes.people]);
    await this.batches.addTo(tx, writes.claimed, writes.waiting);
    await this.batches.insertClaims(tx, writes.claims, now);
    await this.waits.insert(tx, writes.waits, now);
    await this.claims.insertSteps(tx, writes.steps, now);
    await this.outbox.enqueue(tx, writes.messages);
    for (const { caller, act } of writes.audits) await this.audit.record(tx, caller, act);
  }
}
