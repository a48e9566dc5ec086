import { Injectable } from '@nestjs/common';
import { MINUTE_MS } from '@jiefang/shared/time';
import { ASIDE_REASONS, ASIDE_WORDS, pausedMs } from '@jiefang/shared/tracks';
import { Clock } from '../../common/clock/clock.js';
import { encodeId } from '../../common/ids/public-id.js';
import type { Sql } from '../../database/database.js';
import { PatrolAnalyses, windowOf, type StoredAnalysis } from './patrol-analysis.js';
import type { EvidenceView } from './patrol-views.js';
import { PatrolsRepository, type PatrolRow, type PauseRow } from './patrols.repository.js';

/** What patrols say about claims; the claims domain asks here. */
@Injectable()
export class Patrols {
  constructor(
    private readonly patrols: PatrolsRepository,
    private readonly analyses: PatrolAnalyses,
    private readonly clock: Clock,
  ) {}

  /** Evidence of the claims (row numbers) that have a patrol; the others are not in the map. */
  async evidenceOf(sql: Sql, claimIds: readonly number[]): Promise<Map<number, EvidenceView>> {
    const rows = await this.patrols.findByClaims(sql, claimIds);
    const analyses = await this.analyses.current(sql, rows);
    const pauses = await this.patrols.findPauses(
      sql,
      rows.map((row) => row.id),
    );
    const now = this.clock.now();
    return new Map(
      rows.flatMap((row) => {
        const analysis = analyses.get(row.id);
        const own = pauses.filter((pause) => pause.patrolId === row.id);
        return analysis === undefined ? [] : [[row.claimId, evidenceView(row, analysis, own, now)]];
      }),
    );
  }

  /** Ends the claim's patrol when staff or the clock end the service; nothing happens when there is none, or it ended. */
  async close(tx: Sql, claimId: number, at = this.clock.now()): Promise<void> {
    const [row] = await this.patrols.findByClaims(tx, [claimId]);
    if (row === undefined || row.status === 'finished') return;
    await this.patrols.finish(tx, row.id, at < row.startedAt ? row.startedAt : at, null);
  }
}

/** Evidence in the shape the API answers. An hour that the track does not show is proposed all the same. */
export function evidenceView(
  row: PatrolRow,
  analysis: StoredAnalysis,
  pauses: readonly PauseRow[],
  now: Date,
): EvidenceView {
  const from = row.startedAt.getTime();
  const to = (row.finishedAt ?? now).getTime();
  const paused = pausedMs(windowOf(row, pauses), from, to);
  return {
    patrolId: encodeId('patrol', row.id),
    grade: analysis.grade,
    reasons: analysis.reasons.map((reason) => `${reason}。`),
    distanceMetres: analysis.distanceMetres,
    durationSeconds: analysis.durationSeconds,
    movingSeconds: analysis.movingSeconds,
    pausedSeconds: Math.round(paused / 1000),
    coverage: analysis.coverage,
    checkpoints: analysis.checkpoints.map((visit) => ({
      ...visit,
      at: visit.at === null ? null : new Date(visit.at).toISOString(),
      dwellSeconds: visit.dwellSeconds === null ? null : Math.round(visit.dwellSeconds),
    })),
    points: {
      kept: analysis.kept,
      aside: ASIDE_REASONS.flatMap((reason) => {
        const count = analysis.aside[reason];
        return count === undefined ? [] : [{ reason, word: ASIDE_WORDS[reason], count }];
      }),
      unreadable: analysis.unreadable,
    },
    proposedMinutes: Math.max(1, Math.round((to - from - paused) / MINUTE_MS)),
  };
}
