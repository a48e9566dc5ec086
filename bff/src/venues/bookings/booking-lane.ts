import { Injectable } from '@nestjs/common';
import type { Lane } from '../../common/lanes/lane.js';
import { Lanes } from '../../common/lanes/lanes.js';
import type {
  BookCommand,
  BookingCommand,
  BookingOutcome,
  FreeCommand,
  WaitCommand,
} from './booking-commands.js';
import { BookingLedger } from './booking-ledger.js';
import type { BookingView, WaitlistView } from './booking-views.js';

/** The one way to change who holds a run: everything about one venue is decided in one line. */
@Injectable()
export class BookingLane {
  private readonly lane: Lane<BookingCommand, BookingOutcome, number[]>;

  constructor(lanes: Lanes, ledger: BookingLedger) {
    this.lane = lanes.lane<BookingCommand, BookingOutcome, number[]>({
      name: 'bookings',
      maxQueued: 4000,
      maxBatch: 250,
      partitions: 2,
      partitionKey: (command) => command.venueId,
      prepare: (commands) => ledger.prepare(commands),
      decide: (tx, commands, ids) => ledger.decide(tx, commands, ids),
    });
  }

  async book(command: BookCommand): Promise<BookingView> {
    const outcome = await this.lane.submit(command);
    if (outcome.kind !== 'booked') throw unexpected(outcome);
    return outcome.booking;
  }

  async wait(command: WaitCommand): Promise<WaitlistView> {
    const outcome = await this.lane.submit(command);
    if (outcome.kind !== 'waiting') throw unexpected(outcome);
    return outcome.entry;
  }

  async free(command: FreeCommand): Promise<void> {
    const outcome = await this.lane.submit(command);
    if (outcome.kind !== 'freed') throw unexpected(outcome);
  }
}

function unexpected(outcome: BookingOutcome): Error {
  return new Error(`the booking lane answered ${outcome.kind}`);
}
