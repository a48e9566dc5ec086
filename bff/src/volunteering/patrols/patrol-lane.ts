import { Injectable } from '@nestjs/common';
import type { Lane } from '../../common/lanes/lane.js';
import { Lanes } from '../../common/lanes/lanes.js';
import { PatrolIntake, type PointsCommand } from './patrol-intake.js';

/** The one way for points into the database: uploads of many patrols share a transaction. */
@Injectable()
export class PatrolLane {
  private readonly lane: Lane<PointsCommand, void>;

  constructor(lanes: Lanes, intake: PatrolIntake) {
    this.lane = lanes.lane<PointsCommand, void>({
      name: 'tracks',
      maxQueued: 4000,
      maxBatch: 64,
      partitions: 2,
      partitionKey: (command) => command.patrolId,
      decide: (tx, commands) => intake.decide(tx, commands),
    });
  }

  /** Resolves when the points are committed. */
  upload(command: PointsCommand): Promise<void> {
    return this.lane.submit(command);
  }
}
