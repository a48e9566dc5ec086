import { Injectable, Logger } from '@nestjs/common';
import { DAY_MS } from '@jiefang/shared/time';
import { FUTURE_TOLERANCE_MS, MAX_ACCURACY_METRES } from '@jiefang/shared/tracks';
import { Clock } from '../../common/clock/clock.js';
import { DomainError } from '../../common/errors/domain-error.js';
import type { Verdict } from '../../common/lanes/lane.js';
import type { Sql } from '../../database/database.js';
import type { PointBatch } from './patrol-points.js';
import { CHUNK_POINTS, TrackChunk, TrackCipher, type RawPoint } from './track-chunks.js';
import { TrackRepository, type ChunkRow, type GateRow, type IntakeRow } from './track.repository.js';

/** Days after the finish in which a phone that was without a network may still deliver. */
export const LATE_DAYS = 7;

/** A phone brings points. */
export interface PointsCommand extends PointBatch {
  patrolId: number;
  personId: number;
}

/** What is being written of one patrol. */
interface Intake {
  changed: boolean;
  /** The newest place that can be true. */
  last: RawPoint | null;
}

/** A chunk that gained points. */
interface OpenChunk {
  patrolId: number;
  chunk: number;
  content: TrackChunk;
}

/**
 * Takes in points, a whole batch of uploads in one transaction. The number of a point decides what is a repeat, and the
 * first write of a number stays, so uploads may repeat, overlap and come in any order. Safe to decide twice.
 */
@Injectable()
export class PatrolIntake {
  private readonly logger = new Logger(PatrolIntake.name);

  constructor(
    private readonly track: TrackRepository,
    private readonly cipher: TrackCipher,
    private readonly clock: Clock,
  ) {}

  async decide(tx: Sql, commands: readonly PointsCommand[]): Promise<Verdict<void>[]> {
    const now = this.clock.now();
    const ids = [...new Set(commands.map((command) => command.patrolId))].sort((a, b) => a - b);
    const rows = new Map((await this.track.lock(tx, ids)).map((row) => [row.id, row]));
    const gates = new Map((await this.track.findGates(tx, ids)).map((row) => [row.id, row]));
    const verdicts = commands.map((command): Verdict<void> => {
      const refusal = refuse(command, rows.get(command.patrolId), gates.get(command.patrolId), now);
      return refusal === null ? { value: undefined } : { error: refusal };
    });
    const accepted = commands.filter((_, index) => !('error' in (verdicts[index] as Verdict<void>)));
    if (accepted.length > 0) await this.store(tx, accepted, rows, now);
    return verdicts;
  }

  private async store(
    tx: Sql,
    commands: readonly PointsCommand[],
    rows: ReadonlyMap<number, IntakeRow>,
    now: Date,
  ): Promise<void> {
    const stored = await this.storedChunks(tx, commands);
    const open = new Map<string, OpenChunk>();
    const intakes = new Map<number, Intake>();
    for (const command of commands) {
      const { patrolId, firstSeq, points } = command;
      const intake = intakes.get(patrolId) ?? { changed: false, last: null };
      intakes.set(patrolId, intake);
      const startedAt = rows.get(patrolId)?.startedAt.getTime() ?? 0;
      for (const [index, point] of points.entries()) {
        const seq = firstSeq + index;
        const slot = seq % CHUNK_POINTS;
        const key = keyOf(patrolId, Math.floor(seq / CHUNK_POINTS));
        const target = open.get(key);
        if (target === undefined && isStored(stored.get(key), slot)) continue;
        const chunk = target ?? this.openChunk(patrolId, Math.floor(seq / CHUNK_POINTS), stored.get(key));
        if (target === undefined) open.set(key, chunk);
        if (!chunk.content.put(slot, point, now.getTime())) continue;
        intake.changed = true;
        if (isCredible(point, startedAt, now) && point.at > (intake.last?.at ?? 0)) intake.last = point;
      }
    }
    await this.track.writeChunks(
      tx,
      [...open.values()].map(({ patrolId, chunk, content }) => ({
        patrolId,
        chunk,
        low: content.low,
        high: content.high,
        points: this.cipher.sealChunk(patrolId, chunk, content),
      })),
      now,
    );
    await this.track.mark(
      tx,
      [...intakes].map(([id, { changed, last }]) => ({
        id,
        changed,
        position: this.positionOf(rows.get(id), last),
      })),
      now,
    );
  }

  /** Rows that the batch may meet. */
  private async storedChunks(tx: Sql, commands: readonly PointsCommand[]): Promise<Map<string, ChunkRow>> {
    const wanted = new Map<string, { patrolId: number; chunk: number }>();
    for (const { patrolId, firstSeq, points } of commands) {
      const last = Math.floor((firstSeq + points.length - 1) / CHUNK_POINTS);
      for (let chunk = Math.floor(firstSeq / CHUNK_POINTS); chunk <= last; chunk += 1) {
        wanted.set(keyOf(patrolId, chunk), { patrolId, chunk });
      }
    }
    const rows = await this.track.findChunks(tx, [...wanted.values()]);
    return new Map(rows.map((row) => [keyOf(row.patrolId, row.chunk), row]));
  }

  private openChunk(patrolId: number, chunk: number, row: ChunkRow | undefined): OpenChunk {
    if (row === undefined) return { patrolId, chunk, content: TrackChunk.empty() };
    try {
      return {
        patrolId,
        chunk,
        content: this.cipher.openChunk(patrolId, chunk, row.low, row.high, row.points),
      };
    } catch {
      // Nobody can read it any more. The phone sees the gap and brings what it still has.
      this.logger.error({ patrolId, chunk }, 'a row of track points was tampered with; it is begun anew');
      return { patrolId, chunk, content: TrackChunk.empty() };
    }
  }

  private positionOf(row: IntakeRow | undefined, last: RawPoint | null): { cipher: Buffer; at: Date } | null {
    if (row === undefined || last === null || last.at <= (row.lastPointAt?.getTime() ?? 0)) return null;
    return { cipher: this.cipher.sealPosition(row.id, last), at: new Date(Math.floor(last.at)) };
  }
}

function keyOf(patrolId: number, chunk: number): string {
  return `${patrolId}|${chunk}`;
}

function isStored(row: ChunkRow | undefined, slot: number): boolean {
  if (row === undefined) return false;
  return slot < 30 ? (row.low & (1 << slot)) !== 0 : (row.high & (1 << (slot - 30))) !== 0;
}

/** Good enough to be shown on a map before the analysis has seen it. */
function isCredible(point: RawPoint, startedAt: number, now: Date): boolean {
  return (
    point.at >= startedAt &&
    point.at <= now.getTime() + FUTURE_TOLERANCE_MS &&
    (point.accuracy === null || point.accuracy <= MAX_ACCURACY_METRES) &&
    (point.latitude !== 0 || point.longitude !== 0)
  );
}

/** Why points are not taken, or null. Nothing about another person's patrol is told, not even that it exists. */
function refuse(
  command: PointsCommand,
  row: IntakeRow | undefined,
  gate: GateRow | undefined,
  now: Date,
): DomainError | null {
  if (row === undefined || gate === undefined || row.personId !== command.personId)
    return new DomainError('NOT_FOUND');
  if (row.erasedAt !== null) return new DomainError('TRACK_ERASED');
  if (gate.consentWithdrawnAt !== null) {
    return new DomainError('CONSENT_REQUIRED', { message: '你已经撤回了记录轨迹的同意，不再接收轨迹。' });
  }
  if (row.device !== command.device) return new DomainError('PATROL_DEVICE');
  if (gate.claimStatus === 'verified' || gate.claimStatus === 'rejected')
    return new DomainError('PATROL_CLOSED');
  if (row.finishedAt !== null && now.getTime() > row.finishedAt.getTime() + LATE_DAYS * DAY_MS) {
    return new DomainError('PATROL_CLOSED', {
      message: `巡防结束已经超过 ${LATE_DAYS} 天，不再接收轨迹。`,
    });
  }
  return null;
}
