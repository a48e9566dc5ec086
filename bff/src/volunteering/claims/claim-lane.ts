import { Injectable } from '@nestjs/common';
import type { Lane } from '../../common/lanes/lane.js';
import { Lanes } from '../../common/lanes/lanes.js';
import type { ClaimCommand, ClaimOutcome, FreeCommand, TakeCommand, WaitCommand } from './claim-commands.js';
import { ClaimLedger, type PreparedClaims } from './claim-ledger.js';
import type { ClaimCreated } from './claim-views.js';

/** The one way to change who holds a place of a shift: whatever is decided is decided under the locks of the ledger. */
@Injectable()
export class ClaimLane {
  private readonly lane: Lane<ClaimCommand, ClaimOutcome, PreparedClaims>;

  constructor(lanes: Lanes, ledger: ClaimLedger) {
    this.lane = lanes.lane<ClaimCommand, ClaimOutcome, PreparedClaims>({
      name: 'claims',
      maxQueued: 6000,
      maxBatch: 400,
      partitions: 2,
      minBeside: 160,
      // Taps on one shift run side by side up to its lock: while the answers of one batch are sent, the next is decided.
      // A queue keeps its order in one line.
      partitionKey: (command) => (command.kind === 'take' ? command.personId : command.shiftId),
      prepare: (commands) => ledger.prepare(commands),
      decide: (tx, commands, prepared) => ledger.decide(tx, commands, prepared),
    });
  }

  async take(command: TakeCommand): Promise<ClaimCreated> {
    const outcome = await this.lane.submit(command);
    if (outcome.kind !== 'claimed') throw unexpected(outcome);
    return outcome.claim;
  }

  /** Returns the row number of the place in the queue. */
  async wait(command: WaitCommand): Promise<number> {
    const outcome = await this.lane.submit(command);
    if (outcome.kind !== 'waiting') throw unexpected(outcome);
    return outcome.waitId;
  }

  async free(command: FreeCommand): Promise<void> {
    const outcome = await this.lane.submit(command);
    if (outcome.kind !== 'freed') throw unexpected(outcome);
  }

  /** Gives free places of a shift to those who wait; for when staff have made room, and for what a batch left over. */
  async serve(shiftId: number): Promise<void> {
    await this.lane.submit({ kind: 'serve', request: null, shiftId });
  }
}

function unexpected(outcome: ClaimOutcome): Error {
  return new Error(`the claim lane answered ${outcome.kind}`);
}
