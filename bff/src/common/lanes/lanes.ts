import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { BatchDatabase } from '../../database/batch-database.js';
import { Lane, type LaneDefinition } from './lane.js';

/** Opens lanes and, at shutdown, drains them all before the data source closes. */
@Injectable()
export class Lanes implements BeforeApplicationShutdown {
  private readonly open: { close: () => Promise<void> }[] = [];

  constructor(private readonly database: BatchDatabase) {}

  /** A new lane; a domain opens one for each kind of contended thing. */
  lane<C, R, P = undefined>(definition: LaneDefinition<C, R, P>): Lane<C, R, P> {
    const lane = new Lane(this.database, definition);
    this.open.push(lane);
    return lane;
  }

  /** Every accepted command gets its verdict; new ones are refused with UNAVAILABLE. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.open.map((lane) => lane.close()));
  }
}
