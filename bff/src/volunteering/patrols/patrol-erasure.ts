import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock/clock.js';
import type { Sql } from '../../database/database.js';
import { PatrolAnalyses } from './patrol-analysis.js';
import { PatrolsRepository, type PatrolRow } from './patrols.repository.js';
import { TrackRepository } from './track.repository.js';

/** What becomes of tracks when a person takes the consent back. */
@Injectable()
export class PatrolErasure {
  constructor(
    private readonly patrols: PatrolsRepository,
    private readonly track: TrackRepository,
    private readonly analyses: PatrolAnalyses,
    private readonly clock: Clock,
  ) {}

  /** Stops the recording of a person's running patrols. Their points are refused as long as the consent is withdrawn. */
  async stop(tx: Sql, personId: number): Promise<void> {
    await this.pauseRunning(tx, await this.patrols.findOfPerson(tx, personId));
  }

  /**
   * Deletes every position of a person's patrols, running ones too, which are paused. What was worked out of them stays:
   * numbers and words that say nothing about where. Afterwards they take no more points.
   */
  async erase(tx: Sql, personId: number): Promise<void> {
    const found = await this.patrols.findOfPerson(tx, personId);
    const ids = found.map((row) => row.id);
    await this.patrols.lock(tx, ids);
    await this.pauseRunning(tx, found);
    // Read again: what arrived before the lock belongs to the numbers.
    const rows = (await this.patrols.findOfPerson(tx, personId)).filter((row) => row.erasedAt === null);
    await this.analyses.current(tx, rows);
    await this.track.eraseChunks(
      tx,
      rows.map((row) => row.id),
    );
    await this.patrols.markErased(
      tx,
      rows.map((row) => row.id),
      this.clock.now(),
    );
  }

  private async pauseRunning(tx: Sql, rows: readonly PatrolRow[]): Promise<void> {
    for (const row of rows.filter((one) => one.status === 'recording')) {
      if ((await this.patrols.changeStatus(tx, [row.id], ['recording'], 'paused')) !== 1) continue;
      const now = this.clock.now();
      await this.patrols.pause(tx, row.id, now < row.startedAt ? row.startedAt : now);
    }
  }
}
