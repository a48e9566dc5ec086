import { onlineManager } from '@tanstack/react-query';
import { newKey } from '@/lib/api/client';
import { deviceId } from '@/lib/device-id';
import { keepScreenOn, onHide } from '@/lib/device';
import { POSITION_SYSTEM, watchPosition } from '@/lib/position';
import type { PositionTrouble } from '@/lib/position-signal';
import { seizeTurn, waitForTurn } from '@/lib/turn';
import { office, patrolChanged } from './api/patrols';
import { tellOngoing, type Ongoing } from './ongoing';
import type { ServerPatrol } from './recorder/courier';
import { ClosableStore, deviceStore } from './recorder/device-store';
import { Recorder } from './recorder/recorder';
import { PatrolShelf } from './recorder/shelf';
import { SteadyClock } from './recorder/steady-clock';

const TICK_MS = 1_000;
/** One tab of a browser keeps the patrols: two would give the same numbers to different points. */
const TURN = 'jf.patrols';

/**
 * The patrols that this phone records or still has to deliver. Lives as long as the app, whichever page is open; follows
 * the position only while one of them records.
 */
class PatrolKeeper {
  readonly clock = new SteadyClock({ wall: () => Date.now(), steady: () => performanceNow() });
  positionTrouble: PositionTrouble | null = null;
  /** Another tab of this browser has taken over. */
  isResting = false;
  private store = new ClosableStore(deviceStore);
  private shelf = new PatrolShelf(this.store);
  private recorders: Recorder[] | null = null;
  private readonly closing = new Set<Recorder>();
  private readonly listeners = new Set<() => void>();
  private ticking: ReturnType<typeof setInterval> | undefined;
  private leave: (() => void)[] = [];
  private stopPosition: (() => void) | null = null;
  private stopScreen: (() => void) | null = null;

  /** Like `wake`, once no other tab of this browser keeps the patrols. */
  wakeInTurn(): void {
    waitForTurn(
      TURN,
      () => this.wake(),
      () => this.rest(),
    );
  }

  /**
   * Opens what the last run of the app left, once, and begins to deliver it. For the page of a patrol, which somebody has
   * opened here: another tab that keeps the patrols leaves them to this one.
   */
  wake(): void {
    seizeTurn(TURN, () => this.rest());
    this.isResting = false;
    if (this.recorders === null) {
      this.store = new ClosableStore(deviceStore);
      this.shelf = new PatrolShelf(this.store);
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
    this.tell();
  }

  private tell(): void {
    tellOngoing(this.ongoing(), this.recorders !== null);
    for (const listener of this.listeners) listener();
  }

  private ongoing(): Ongoing | null {
    for (const { claimId, standing } of this.recorders ?? []) {
      if (standing === null) continue;
      const deaf = standing === 'recording' && this.positionTrouble === 'refused';
      return { claimId, standing: deaf ? 'stopped' : standing };
    }
    return null;
  }

  private tick(): void {
    for (const recorder of this.recorders ?? []) {
      if (recorder.isDone) void this.close(recorder);
      else void recorder.tick();
    }
    if (this.recorders?.length === 0) this.stopTicking();
  }

  private stopTicking(): void {
    clearInterval(this.ticking);
    this.ticking = undefined;
    this.leave.forEach((stop) => stop());
    this.leave = [];
  }

  /** Another tab has what waits now: nothing is recorded, sent or written here any more. */
  private rest(): void {
    this.store.close();
    this.isResting = true;
    this.recorders = null;
    this.stopTicking();
    this.unfollow();
    this.tell();
  }

  /** All of it is delivered: the server tells the rest, once the page has heard it. */
  private async close(recorder: Recorder): Promise<void> {
    if (this.closing.has(recorder)) return;
    this.closing.add(recorder);
    recorder.forget(this.shelf);
    await patrolChanged(recorder.claimId);
    this.recorders = this.recorders?.filter((one) => one !== recorder) ?? null;
    this.arrange();
  }

  private follow(): void {
    this.stopScreen = keepScreenOn();
    this.stopPosition = watchPosition({
      onFix: (fix) => this.recorders?.forEach((one) => one.take(fix)),
      onTrouble: (trouble) => {
        if (this.positionTrouble === trouble) return;
        this.positionTrouble = trouble;
        this.tell();
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
