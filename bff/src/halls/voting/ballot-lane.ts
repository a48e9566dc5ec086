import { Injectable } from '@nestjs/common';
import type { Lane } from '../../common/lanes/lane.js';
import { Lanes } from '../../common/lanes/lanes.js';
import type { BallotCast, BallotCommand } from './ballot-commands.js';
import { BallotLedger } from './ballot-ledger.js';

/** The one way into a ballot box. */
@Injectable()
export class BallotLane {
  private readonly lane: Lane<BallotCommand, BallotCast>;

  constructor(lanes: Lanes, ledger: BallotLedger) {
    this.lane = lanes.lane<BallotCommand, BallotCast>({
      name: 'ballots',
      maxQueued: 6000,
      maxBatch: 400,
      partitions: 3,
      minBeside: 128,
      // One voter's ballots keep their order; others of the same box run side by side up to its lock, so that the next
      // batch is decided while the answers of one are sent.
      partitionKey: (command) => (command.kind === 'cast' ? command.personId : command.entryId),
      decide: (tx, commands) => ledger.decide(tx, commands),
    });
  }

  /** Resolves when the ballot is in the box; rejects with its refusal. */
  cast(command: BallotCommand): Promise<BallotCast> {
    return this.lane.submit(command);
  }
}
