import { Injectable } from '@nestjs/common';
import { convert, type CoordinateSystem } from '@jiefang/shared/geo';
import type { CheckpointVisit, PatrolRoute } from '@jiefang/shared/routes';
import {
  analyseTrack,
  type AsideReason,
  type EvidenceGrade,
  type TrackAnalysis,
  type TrackPoint,
  type TrackWindow,
} from '@jiefang/shared/tracks';
import type { Sql } from '../../database/database.js';
import { PatrolsRepository, type PatrolRow, type PauseRow, type ScanRow } from './patrols.repository.js';
import { CHUNK_POINTS, TrackCipher, type StoredPoint } from './track-chunks.js';
import { TrackRepository } from './track.repository.js';

/** What is kept of an analysis: numbers and words, no place. */
export interface StoredAnalysis {
  grade: EvidenceGrade;
  reasons: string[];
  distanceMetres: number;
  durationSeconds: number;
  movingSeconds: number;
  coverage: number | null;
  checkpoints: CheckpointVisit[];
  kept: number;
  aside: Partial<Record<AsideReason, number>>;
  /** Points in rows that can no longer be read. */
  unreadable: number;
}

type FullAnalysis = TrackAnalysis & { unreadable: number };

/** A patrol's points as they were received, and how many cannot be read because their row was tampered with. */
export interface Track {
  points: StoredPoint[];
  unreadable: number;
}

/** A track this long is no walk of a shift; working it out takes part of a second, so it is not done at every look. */
const LARGE_POINTS = 20_000;
/** A patrol that is expensive to work out gets at most one twentieth of the time. */
const REST_FACTOR = 20;
const EXPENSIVE_MS = 250;

/** Works out what a patrol's points are worth, and keeps it until they change. */
@Injectable()
export class PatrolAnalyses {
  /** The last large track that was worked out: its map, its file and its numbers are often asked for together. */
  private large: { key: string; analysis: FullAnalysis } | null = null;
  /** Until when (milliseconds of this process) a patrol's numbers may stay behind its points. */
  private readonly resting = new Map<number, number>();

  constructor(
    private readonly patrols: PatrolsRepository,
    private readonly track: TrackRepository,
    private readonly cipher: TrackCipher,
  ) {}

  /** The points, decrypted, in the order of their numbers. Never fails over a row that was tampered with: it is counted. */
  async load(sql: Sql, patrolId: number): Promise<Track> {
    const track: Track = { points: [], unreadable: 0 };
    for (const { chunk, low, high, points } of await this.track.findTrack(sql, patrolId)) {
      try {
        const content = this.cipher.openChunk(patrolId, chunk, low, high, points);
        for (const point of content.points(chunk)) track.points.push(point);
      } catch {
        track.unreadable += Math.min(CHUNK_POINTS, bits(low) + bits(high));
      }
    }
    return track;
  }

  /** The verdict on every point, for lines and exports. */
  async analyse(sql: Sql, row: PatrolRow): Promise<FullAnalysis> {
    const pauses = await this.patrols.findPauses(sql, [row.id]);
    const scans = await this.patrols.findScans(sql, [row.id]);
    return this.judge(sql, row, pauses, scans);
  }

  /** What is known of these patrols, by their row numbers; what is out of date is worked out anew and kept. */
  async current(sql: Sql, rows: readonly PatrolRow[]): Promise<Map<number, StoredAnalysis>> {
    const known = new Map<number, StoredAnalysis>();
    const stale = rows.filter((row) => {
      // An erased track has nothing left to work out: its numbers stay as they were.
      const isKnown =
        row.analysis !== null &&
        (row.analysedVersion === row.version || row.erasedAt !== null || this.isResting(row.id));
      if (isKnown && row.analysis !== null) known.set(row.id, row.analysis);
      return !isKnown && row.erasedAt === null;
    });
    const ids = stale.map((row) => row.id);
    const pauses = await this.patrols.findPauses(sql, ids);
    const scans = await this.patrols.findScans(sql, ids);
    for (const row of stale) {
      const analysis = summaryOf(
        await this.judge(
          sql,
          row,
          pauses.filter((pause) => pause.patrolId === row.id),
          scans.filter((scan) => scan.patrolId === row.id),
        ),
      );
      await this.patrols.storeAnalysis(sql, row, analysis);
      known.set(row.id, analysis);
    }
    return known;
  }

  private isResting(patrolId: number): boolean {
    const until = this.resting.get(patrolId);
    if (until !== undefined && until <= performance.now()) this.resting.delete(patrolId);
    return this.resting.has(patrolId);
  }

  private async judge(
    sql: Sql,
    row: PatrolRow,
    pauses: readonly PauseRow[],
    scans: readonly ScanRow[],
  ): Promise<FullAnalysis> {
    const key = `${row.id}|${row.version}`;
    if (this.large?.key === key) return this.large.analysis;
    const { points, unreadable } = await this.load(sql, row.id);
    const begunAt = performance.now();
    const analysis = analyseTrack(
      points.map((point): TrackPoint => ({ ...point, segment: 0 })),
      windowOf(row, pauses),
      row.route === null ? null : routeIn(row.route, row.coordinateSystem),
      new Map(scans.map((scan) => [scan.no, scan.at.getTime()])),
    );
    if (unreadable > 0) {
      analysis.reasons.push(`有 ${unreadable} 个轨迹点读不出来，保存后可能被改动过`);
      if (analysis.grade === 'strong' || analysis.grade === 'fair') analysis.grade = 'weak';
    }
    const full = { ...analysis, unreadable };
    if (points.length > LARGE_POINTS) {
      this.large = { key, analysis: full };
      const took = performance.now() - begunAt;
      if (took > EXPENSIVE_MS) this.resting.set(row.id, performance.now() + REST_FACTOR * took);
    }
    return full;
  }
}

/** From start to finish, without the pauses. A pause that was never ended lasts until the finish. */
export function windowOf(row: PatrolRow, pauses: readonly PauseRow[]): TrackWindow {
  return {
    startedAt: row.startedAt.getTime(),
    finishedAt: row.finishedAt?.getTime() ?? null,
    pauses: pauses.map(({ pausedAt, resumedAt }) => ({
      from: pausedAt.getTime(),
      to: resumedAt?.getTime() ?? null,
    })),
  };
}

/** The task's route, which is GCJ-02, in the system of the patrol's points: these are measured as they came. */
function routeIn(route: PatrolRoute, system: CoordinateSystem): PatrolRoute {
  if (system === 'GCJ-02') return route;
  return {
    line: route.line.map((place) => convert(place, 'GCJ-02', system)),
    checkpoints: route.checkpoints.map((one) => ({ ...one, ...convert(one, 'GCJ-02', system) })),
  };
}

function summaryOf(analysis: FullAnalysis): StoredAnalysis {
  return {
    grade: analysis.grade,
    reasons: analysis.reasons,
    distanceMetres: Math.round(analysis.distanceKeptMetres),
    durationSeconds: Math.round(analysis.durationSeconds),
    movingSeconds: Math.round(analysis.movingSeconds),
    coverage: analysis.coverage === null ? null : Math.round(analysis.coverage * 1000) / 1000,
    checkpoints: analysis.checkpoints,
    kept: analysis.pointsKept,
    aside: analysis.pointsAside,
    unreadable: analysis.unreadable,
  };
}

function bits(half: number): number {
  let count = 0;
  for (let rest = half; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
