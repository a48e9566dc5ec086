import { onlineManager } from '@tanstack/react-query';
import { newKey } from '@/lib/api/client';
import { deviceId } from '@/lib/device-id';
import { keepScreenOn, onHide } from '@/lib/device';
import { POSITION_SYSTEM, watchPosition } from '@/lib/position';
import type { PositionTrouble } from '@/lib/position-signal';
import { office, patrolChanged } from './api/patrols';
import type { ServerPatrol } from './recorder/courier';
import { deviceStore } from './recorder/device-store';
import { Recorder } from './recorder/recorder';
import { PatrolShelf } from './recorder/shelf';
import { SteadyClock } from './recorder/steady-clock';

const TICK_MS = 1_000;

/**
 * The patrols that this phone records or still has to deliver. Lives as long as the app, whichever page is open; follows
 * the position only while one of them records.
 */
class PatrolKeeper {
  readonly clock = new SteadyClock({ wall: () => Date.now(), steady: () => performanceNow() });
  positionTrouble: PositionTrouble | null = null;
  private readonly shelf = new PatrolShelf(deviceStore);
  private recorders: Recorder[] | null = null;
  private readonly closing = new Set<Recorder>();
  private readonly listeners = new Set<() => void>();
  private ticking: ReturnType<typeof setInterval> | undefined;
  private leave: (() => void)[] = [];
  private stopPosition: (() => void) | null = null;
  private stopScreen: (() => void) | null = null;

  /** Opens what the last run of the app left, once, and begins to deliver it. */
  wake(): void {
    if (this.recorders === null) {
      this.recorders = this.shelf.logs(this.clock.now()).map((log) => this.recorderOf(log));
    }
    this.arrange();
  }

  /** The patrol of this claim on this phone. */
  ofClaim(claimId: string): Recorder | null {
    return this.recorders?.find((one) => one.claimId === claimId) ?? null;
  }

  /** Records a patrol the server has begun for this phone (or whose memory this phone has lost). */
  adopt(patrol: ServerPatrol): Recorder {
    this.wake();
    const known = this.recorders?.find((one) => one.id === patrol.id);
    if (known !== undefined) {
      known.see(patrol);
      this.arrange();
      return known;
    }
    const { id, claimId, status, startedAt, finishedAt, pauses } = patrol;
    this.clock.hear(patrol.serverTime, 0);
    const log = this.shelf.create(
      { id, claimId, status, startedAt, finishedAt, pauses },
      (patrol.lastSeq ?? -1) + 1,
      this.clock.now(),
    );
    const recorder = this.recorderOf(log);
    recorder.see(patrol);
    this.recorders = [...(this.recorders ?? []), recorder];
    this.arrange();
    return recorder;
  }

  /** Begins to follow the position anew: a permission may have changed. */
  retryPosition(): void {
    if (this.stopPosition === null) return;
    this.unfollow();
    this.arrange();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  private recorderOf(log: ConstructorParameters<typeof Recorder>[0]): Recorder {
    const recorder = new Recorder(log, {
      office,
      clock: this.clock,
      device: deviceId(),
      system: POSITION_SYSTEM,
      newKey,
    });
    recorder.subscribe(() => this.arrange());
    return recorder;
  }

  /** Starts and stops what the patrols need now. */
  private arrange(): void {
    const recorders = this.recorders ?? [];
    const records = recorders.some((one) => one.isRecording);
    if (records && this.stopPosition === null) this.follow();
    if (!records && this.stopPosition !== null) this.unfollow();
    if (recorders.length > 0 && this.ticking === undefined) {
      this.ticking = setInterval(() => this.tick(), TICK_MS);
      this.leave = [
        onHide(() => this.recorders?.forEach((one) => one.flush())),
        onlineManager.subscribe((online) => {
          if (online) this.recorders?.forEach((one) => void one.hurry());
        }),
      ];
    }
    for (const listener of this.listeners) listener();
  }

  private tick(): void {
    for (const recorder of this.recorders ?? []) {
      if (recorder.isDone) void this.close(recorder);
      else void recorder.tick();
    }
    if (this.recorders?.length === 0) {
      clearInterval(this.ticking);
      this.ticking = undefined;
      this.leave.forEach((stop) => stop());
      this.leave = [];
    }
  }

  /** All of it is delivered: the server tells the rest, once the page has heard it. */
  private async close(recorder: Recorder): Promise<void> {
    if (this.closing.has(recorder)) return;
    this.closing.add(recorder);
    recorder.forget(this.shelf);
    await patrolChanged(recorder.claimId);
    this.recorders = (this.recorders ?? []).filter((one) => one !== recorder);
    this.arrange();
  }

  private follow(): void {
    this.stopScreen = keepScreenOn();
    this.stopPosition = watchPosition({
      onFix: (fix) => this.recorders?.forEach((one) => one.take(fix)),
      onTrouble: (trouble) => {
        if (this.positionTrouble === trouble) return;
        this.positionTrouble = trouble;
        for (const listener of this.listeners) listener();
      },
    });
  }

  private unfollow(): void {
    this.stopPosition?.();
    this.stopScreen?.();
    this.stopPosition = null;
    this.stopScreen = null;
    this.positionTrouble = null;
  }
}

/** The clock that nobody can set, where the device has one. */
function performanceNow(): number {
  return typeof performance === 'undefined' ? Date.now() : performance.now();
}

export const keeper = new PatrolKeeper();
