import type { CoordinateSystem, Place } from '@jiefang/shared/geo';
import type { Checkpoint, Fix } from '@jiefang/shared/routes';
import type { StreamFix } from '@/lib/position-signal';
import { isWorthKeeping } from './cadence';
import { Courier, type Office, type ServerPatrol } from './courier';
import { afterSteps } from './facts';
import type { PatrolLog } from './patrol-log';
import type { PatrolShelf } from './shelf';
import type { SteadyClock } from './steady-clock';
import type { PatrolFacts, Point, Standing, Trouble } from './types';
import { Way } from './way';

/** Points are written down when this many wait, or after this long. */
const FLUSH_POINTS = 10;
const FLUSH_MS = 5_000;
/** With a network staff see a position that is at most this old, and the way of the request. */
const SEND_EVERY_MS = 8_000;
/** The server's own view (checkpoints, the clock, whether it goes on) is asked for this often. */
const LOOK_EVERY_MS = 30_000;

/** Everything the screen shows of a patrol that this phone records. */
export interface Recording {
  facts: PatrolFacts;
  /** Fixes become points now. */
  active: boolean;
  metres: number;
  /** GCJ-02, as far as this phone knows. */
  segments: readonly (readonly Fix[])[];
  position: Place | null;
  /** The last fix, also one that was not kept; `at` by the steady clock. */
  fix: StreamFix | null;
  unsent: number;
  /** Points left out because the phone was full. */
  thinned: number;
  /** The phone's storage is full: what waits lives in memory only. */
  full: boolean;
  trouble: Trouble | null;
  /** Everything was delivered to the last point. */
  delivered: boolean;
  /** The server's last view. */
  server: ServerPatrol | null;
}

interface Surroundings {
  office: Office;
  clock: SteadyClock;
  device: string;
  system: CoordinateSystem;
  newKey: () => string;
}

/**
 * Records one patrol on this phone: takes fixes while it runs, keeps them in the log, delivers them and the steps. It
 * knows no timers and no screen: somebody calls `tick` about every second.
 */
export class Recorder {
  private readonly courier: Courier;
  private readonly way: Way;
  private readonly listeners = new Set<() => void>();
  private lastPoint: Point | null = null;
  private fix: StreamFix | null = null;
  private flushedAt = 0;
  private sentAt = 0;
  private lookedAt = 0;
  private view: Recording | null = null;

  constructor(
    private readonly log: PatrolLog,
    private readonly around: Surroundings,
  ) {
    this.courier = new Courier(log, around);
    this.way = new Way(around.system);
    for (const point of log.points) this.way.add(point);
    // What was walked before is counted; the line of it comes from the server.
    this.way.metres = log.metres;
    this.way.cut();
    this.lastPoint = log.points.at(-1) ?? null;
  }

  get id(): string {
    return this.log.id;
  }
  get claimId(): string {
    return this.log.facts.claimId;
  }
  /** The patrol with the steps this phone has not told yet. */
  get facts(): PatrolFacts {
    return afterSteps(this.log.facts, this.log.steps);
  }
  /** Fixes are wanted: nothing is taken before the start, in a pause, after the finish, or against the person's will. */
  get isRecording(): boolean {
    const halted = this.isOver || this.courier.trouble === 'consent';
    return this.facts.status === 'recording' && !halted;
  }
  /** How it stands for one who is elsewhere in the app; null: there is nothing to go back to. */
  get standing(): Standing | null {
    const { status } = this.facts;
    if (status === 'finished' || this.isOver || this.log.isForeign) return null;
    if (status === 'paused') return 'paused';
    return this.isRecording ? 'recording' : 'stopped';
  }
  /** Nothing of it is left to do for this phone. */
  get isDone(): boolean {
    return this.facts.status === 'finished' && this.log.isDelivered && !this.courier.isBusy;
  }

  /** Recorded by another phone, taken no longer, or somebody else's. */
  private get isOver(): boolean {
    const { trouble } = this.courier;
    return trouble === 'device' || trouble === 'erased' || trouble === 'closed' || trouble === 'stranger';
  }

  /** A fix of the device; kept when it is worth a point. */
  take(fix: StreamFix): void {
    const at = this.around.clock.of(fix.at);
    this.fix = { ...fix, at };
    if (this.isRecording) {
      const point: Point = [at, fix.latitude, fix.longitude, fix.accuracy, fix.altitude, fix.speed];
      // A clock that was put right may go back: the cadence starts anew.
      if (this.lastPoint !== null && this.lastPoint[0] > at) this.lastPoint = null;
      // The app was opened anew within the instant of its last point.
      const isKnown = this.log.lastSeq >= 0 && at === this.log.touchedAt;
      if (!isKnown && isWorthKeeping(this.lastPoint, point)) {
        this.lastPoint = point;
        this.way.add(point);
        this.log.append(point, this.way.metres);
        this.keep(at);
      }
    }
    this.changed();
  }

  pause(): void {
    this.step('pause');
  }

  /** Goes on; also after the consent was given again. */
  resume(): void {
    this.way.cut();
    this.courier.clear('consent');
    this.step('resume');
  }

  /** Ends the walk. From here on nothing more is recorded, whatever the network does. */
  finish(note: string): void {
    this.step('finish', note);
  }

  /** About every second: writes down what waits and delivers when it is time. */
  async tick(): Promise<void> {
    const now = this.around.clock.now();
    this.keep(now);
    if (now < this.sentAt || now - this.sentAt >= SEND_EVERY_MS || this.log.steps.length > 0)
      await this.deliver();
  }

  /** The network is back, or somebody wants it now: no waiting. */
  async hurry(): Promise<void> {
    this.courier.hurry();
    this.lookedAt = 0;
    await this.deliver();
  }

  /** This phone takes the recording over from another one. Throws the refusal. */
  async takeOver(): Promise<void> {
    await this.courier.takeOver();
    this.changed();
    await this.hurry();
  }

  /** Writes everything down; the app is about to be hidden. */
  flush(): void {
    this.log.flush();
    this.flushedAt = this.around.clock.now();
  }

  /** Leaves nothing of it on this phone. */
  forget(shelf: PatrolShelf): void {
    shelf.forget(this.log);
  }

  /** Numbers of the checkpoints that were come to, by the phone's own reckoning and by what the server knows. */
  reached(checkpoints: readonly Checkpoint[]): Set<number> {
    const told = this.courier.server?.checkpoints.filter((one) => one.reached).map((one) => one.no);
    return this.way.reached(checkpoints, new Set(told));
  }

  /** The server's view after something that was done there directly. */
  see(patrol: ServerPatrol): void {
    this.courier.see(patrol, 0);
    this.changed();
  }

  /** One object as long as nothing changes. */
  snapshot = (): Recording => {
    this.view ??= {
      facts: this.facts,
      active: this.isRecording,
      metres: this.way.metres,
      segments: this.way.segments.map((segment) => [...segment]),
      position: this.way.position,
      fix: this.fix,
      unsent: this.log.unsent,
      thinned: this.log.thinned,
      full: this.log.full,
      trouble: this.courier.trouble,
      delivered: this.log.isDelivered,
      server: this.courier.server,
    };
    return this.view;
  };

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  private step(kind: 'pause' | 'resume' | 'finish', note = ''): void {
    const before = this.facts.status;
    const allowed = { pause: 'recording', resume: 'paused', finish: null }[kind];
    if (before === 'finished' || (allowed !== null && before !== allowed)) return;
    const told = { at: new Date(this.around.clock.now()).toISOString(), key: this.around.newKey() };
    this.log.addStep(kind === 'finish' ? { kind, ...told, note } : { kind, ...told });
    if (kind !== 'resume') this.way.cut();
    this.changed();
    // Somebody wants it now.
    this.courier.hurry();
    void this.deliver();
  }

  /** Writes down what waits when it is much or old enough. */
  private keep(now: number): void {
    if (this.log.unwritten === 0 || now < this.flushedAt) this.flushedAt = now;
    else if (this.log.unwritten >= FLUSH_POINTS || now - this.flushedAt >= FLUSH_MS) this.flush();
  }

  private async deliver(): Promise<void> {
    const now = this.around.clock.now();
    if (this.courier.isBusy) return;
    this.sentAt = now;
    const look = this.courier.server === null || now < this.lookedAt || now - this.lookedAt >= LOOK_EVERY_MS;
    const wanted = look && this.facts.status !== 'finished';
    if (await this.courier.deliver(wanted)) {
      if (wanted) this.lookedAt = now;
    }
    this.changed();
  }

  private changed(): void {
    this.view = null;
    for (const listener of this.listeners) listener();
  }
}
