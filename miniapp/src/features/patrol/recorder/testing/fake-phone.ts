import { ApiError, networkDown } from '@/lib/api/error';
import type { StreamFix } from '@/lib/position-signal';
import type { Office, ServerPatrol } from '../courier';
import { afterSteps } from '../facts';
import { PatrolLog } from '../patrol-log';
import { Recorder } from '../recorder';
import { PatrolShelf } from '../shelf';
import { SteadyClock } from '../steady-clock';
import type { Batch, PatrolFacts, Point, Step, TextStore } from '../types';

/** Thrown where the app is killed; nothing after it happens. */
export class Killed extends Error {}

export const PATROL = 'patrol1';
export const START = Date.parse('2026-11-22T11:30:00Z');

const FACTS: PatrolFacts = {
  id: PATROL,
  claimId: 'claim1',
  status: 'recording',
  startedAt: new Date(START).toISOString(),
  finishedAt: null,
  pauses: [],
};

/** How the next exchange goes; `lost answer`: done, but nobody hears of it. */
export type Weather = 'fine' | 'no network' | 'lost answer';

/** The server as the contract has it: the first write of a number stays, steps are done once per key. */
export class FakeServer {
  points = new Map<number, Point>();
  facts = FACTS;
  device: string | null;
  lastTold = -1;
  erased = false;
  refusal: string | null = null;
  /** Refuses to tell of the patrol. */
  refuseReading: string | null = null;
  weather: () => Weather = () => 'fine';
  /** Sizes and first numbers of what arrived, in order. */
  batches: Batch[] = [];
  private readonly keys = new Set<string>();

  constructor(
    device: string,
    public now: () => number,
  ) {
    this.device = device;
  }

  office(): Office {
    return {
      read: () =>
        this.exchange(() => {
          if (this.refuseReading !== null) throw refused(this.refuseReading);
          return this.view();
        }),
      sendPoints: (_id, device, batch) =>
        this.exchange(() => {
          if (this.refusal !== null) throw refused(this.refusal);
          if (device !== this.device) throw refused('PATROL_DEVICE');
          this.batches.push(batch);
          batch.points.forEach((point, index) => {
            const seq = batch.firstSeq + index;
            if (!this.points.has(seq)) this.points.set(seq, point);
          });
        }),
      sendStep: (_id, step, lastSeq) =>
        this.exchange(() => {
          if (!this.keys.has(step.key)) this.take(step, lastSeq);
          this.keys.add(step.key);
          return this.view();
        }),
      takeOver: (_id, device) =>
        this.exchange(() => {
          this.device = device;
          return this.view();
        }),
    };
  }

  private take(step: Step, lastSeq: number): void {
    const after = afterSteps(this.facts, [step]);
    if (after === this.facts) throw refused('PATROL_STATE');
    this.facts = after;
    if (step.kind === 'finish') this.lastTold = lastSeq;
  }

  private view(): ServerPatrol {
    const last = Math.max(this.lastTold, ...this.points.keys());
    return {
      ...this.facts,
      device: this.device,
      lastSeq: last < 0 ? null : last,
      serverTime: new Date(this.now()).toISOString(),
      erased: this.erased,
      checkpoints: [],
    };
  }

  private async exchange<T>(work: () => T): Promise<T> {
    const weather = this.weather();
    await Promise.resolve();
    if (weather === 'no network') throw networkDown();
    const answer = work();
    if (weather === 'lost answer') throw networkDown();
    return answer;
  }
}

/** An ApiError of a code, as the BFF refuses. */
function refused(code: string, status = 409): ApiError {
  return new ApiError(status, { code, message: code, rule: null, next: null, requestId: 'r1' });
}

/** Storage that outlives the app, may be full, and may be the moment at which the app is killed. */
class FakeStore implements TextStore {
  readonly texts = new Map<string, string>();
  room = Infinity;
  /** Called before every change. */
  before: () => void = () => undefined;

  read = (key: string): string | null => this.texts.get(key) ?? null;
  write = (key: string, text: string): boolean => {
    this.before();
    const others = [...this.texts].reduce((sum, [name, held]) => (name === key ? sum : sum + held.length), 0);
    if (others + text.length > this.room) return false;
    this.texts.set(key, text);
    return true;
  };
  remove = (key: string): void => {
    this.before();
    this.texts.delete(key);
  };
}

/** A phone on a walk: its clock, its storage, and the app that is opened on it again and again. */
export class FakePhone {
  now = START;
  readonly store = new FakeStore();
  recorder!: Recorder;
  private keys = 0;

  constructor(readonly device: string) {}

  /** Opens the app: what the last run left, or a new log from `firstSeq`. */
  open(server: FakeServer, firstSeq = 0): Recorder {
    const shelf = new PatrolShelf(this.store);
    const log = shelf.logs(this.now)[0] ?? shelf.create(FACTS, firstSeq, this.now);
    this.recorder = this.recorderOf(log, server);
    return this.recorder;
  }

  private recorderOf(log: PatrolLog, server: FakeServer): Recorder {
    return new Recorder(log, {
      office: server.office(),
      clock: new SteadyClock({ wall: () => this.now, steady: () => this.now - START }),
      device: this.device,
      system: 'WGS-84',
      newKey: () => `${this.device}-key-${(this.keys += 1)}`,
    });
  }

  /** Walks on for a second: 1.4 m north, a fix with every second. */
  async second(): Promise<void> {
    this.now += 1_000;
    this.recorder.take(this.fix());
    await this.recorder.tick();
  }

  fix(): StreamFix {
    const metres = ((this.now - START) / 1000) * 1.4;
    return {
      at: this.now,
      latitude: 24.5 + metres / 111_195,
      longitude: 117.6,
      accuracy: 8,
      altitude: null,
      speed: 1.4,
    };
  }
}
