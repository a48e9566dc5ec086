import { asApiError, type ApiError } from '@/lib/api/error';
import type { PatrolLog } from './patrol-log';
import type { SteadyClock } from './steady-clock';
import type { Batch, PatrolFacts, Step, Trouble } from './types';

/** What the server tells about a patrol, as far as recording needs it. */
export interface ServerPatrol extends PatrolFacts {
  device: string | null;
  /** The greatest number that arrived, or that was told at the finish. */
  lastSeq: number | null;
  serverTime: string;
  erased: boolean;
  checkpoints: { no: number; reached: boolean }[];
}

/** The server. Everything throws an `ApiError` when it is refused or unheard. */
export interface Office {
  read: (id: string) => Promise<ServerPatrol>;
  sendPoints: (id: string, device: string, batch: Batch) => Promise<void>;
  sendStep: (id: string, step: Step, lastSeq: number) => Promise<ServerPatrol>;
  takeOver: (id: string, device: string, key: string) => Promise<ServerPatrol>;
}

interface Surroundings {
  office: Office;
  clock: SteadyClock;
  device: string;
  newKey: () => string;
}

const PAUSES_MS = [2_000, 4_000, 8_000, 15_000, 30_000];
/** What a newer app is needed for is tried again seldom. */
const REFUSED_PAUSE_MS = 120_000;

/** Nobody decides about a consent from one second to the next. */
const CONSENT_PAUSE_MS = 15_000;
/** Refusals after which a step is not told again. */
const FINAL = new Set([
  'PATROL_STATE',
  'PATROL_CLOSED',
  'TRACK_ERASED',
  'CONSENT_REQUIRED',
  'CLAIM_STATE',
  'INVALID_INPUT',
  'IDEMPOTENCY_KEY_REUSED',
]);

/** What the server says, as it concerns the log. Unlisted refusals are of this request alone. */
const TROUBLES: Record<string, Trouble> = {
  PATROL_DEVICE: 'device',
  PATROL_CLOSED: 'closed',
  TRACK_ERASED: 'erased',
  CONSENT_REQUIRED: 'consent',
  NOT_FOUND: 'stranger',
};

/**
 * Carries what a log holds to the server: first the steps in their order, then the points, oldest first. An answer that
 * got lost is asked for again with the same key or the same numbers, so nothing happens twice. One errand at a time.
 */
export class Courier {
  trouble: Trouble | null = null;
  server: ServerPatrol | null = null;
  isBusy = false;
  private failures = 0;
  private notBefore = 0;

  constructor(
    private readonly log: PatrolLog,
    private readonly around: Surroundings,
  ) {}

  /** Delivers all that waits, and looks at the patrol when `look`; false when that did not succeed. */
  async deliver(look: boolean): Promise<boolean> {
    const now = this.around.clock.now();
    if (this.isBusy || (now < this.notBefore && this.notBefore - now <= REFUSED_PAUSE_MS)) return false;
    // Somebody must do something first; a look tells whether they have.
    if (this.trouble === 'device' && !look) return false;
    this.isBusy = true;
    try {
      // Nothing is sent before the server was heard once: it may know of another phone, or of the finish.
      if (look || this.server === null || this.log.isForeign) await this.look();
      // The other phone walks now: this one has nothing to say.
      if (this.trouble === 'device') return true;
      while (this.log.steps[0] !== undefined) await this.tell(this.log.steps[0]);
      let sent = false;
      for (let batch = this.log.nextBatch(); batch !== null; batch = this.log.nextBatch()) {
        await this.around.office.sendPoints(this.log.id, this.around.device, batch);
        this.log.acknowledge(batch);
        sent = true;
      }
      this.succeeded(sent);
      return true;
    } catch (error) {
      this.failed(asApiError(error));
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  /** The next `deliver` does not wait for its turn. */
  hurry(): void {
    this.notBefore = 0;
  }

  /** This trouble was seen to. */
  clear(trouble: Trouble): void {
    if (this.trouble === trouble) this.trouble = null;
    this.hurry();
  }

  /** Makes this phone the one that records. What waits gets new numbers, for the other one has used the old. */
  async takeOver(): Promise<void> {
    this.log.markForeign();
    const { office, device, newKey } = this.around;
    const asked = this.around.clock.now();
    const patrol = await office.takeOver(this.log.id, device, newKey());
    this.clear('device');
    this.see(patrol, this.around.clock.now() - asked);
  }

  /** Takes over what the server tells; `tookMs`: how long the answer was on its way. */
  see(patrol: ServerPatrol, tookMs: number): void {
    const first = this.server === null;
    this.server = patrol;
    this.around.clock.hear(patrol.serverTime, tookMs);
    const { id, claimId, status, startedAt, finishedAt, pauses } = patrol;
    this.log.setFacts({ id, claimId, status, startedAt, finishedAt, pauses });
    if (patrol.erased) {
      this.give(up('erased'));
      return;
    }
    if (patrol.device !== this.around.device) {
      this.trouble = 'device';
      if (!this.log.isForeign) this.log.markForeign();
      return;
    }
    if (this.trouble === 'device') this.trouble = null;
    const last = patrol.lastSeq ?? -1;
    // The log was cut short (storage full, then killed) when the server knows numbers it does not remember offering.
    const forgot = first && status !== 'finished' && last > this.log.offered;
    if (this.log.isForeign || forgot) this.log.renumberFrom(Math.max(last, this.log.offered) + 1);
  }

  private async look(): Promise<void> {
    const asked = this.around.clock.now();
    const patrol = await this.around.office.read(this.log.id);
    this.see(patrol, this.around.clock.now() - asked);
  }

  private async tell(step: Step): Promise<void> {
    const { office, clock } = this.around;
    try {
      const asked = clock.now();
      const patrol = await office.sendStep(this.log.id, step, this.log.lastSeq);
      this.log.dropStep();
      this.see(patrol, clock.now() - asked);
    } catch (error) {
      const refusal = asApiError(error);
      if (refusal.isUncertain || refusal.status === 401 || refusal.status === 429) throw refusal;
      if (refusal.code === 'INVALID_INPUT' && !step.key.endsWith(AGAIN)) {
        // The phone's clock was wrong when it was tapped: told as of now, once.
        const at = new Date(clock.now()).toISOString();
        this.log.replaceStep({ ...step, at, key: `${this.around.newKey()}${AGAIN}` });
        return;
      }
      if (!FINAL.has(refusal.code)) throw refusal;
      // It happened otherwise meanwhile, or may not be: the server's view stands.
      this.log.dropStep();
      await this.look();
      if (TROUBLES[refusal.code] !== undefined) throw refusal;
    }
  }

  private succeeded(sent: boolean): void {
    this.failures = 0;
    this.notBefore = 0;
    const stays =
      this.trouble === 'erased' || this.trouble === 'closed' || (this.trouble === 'consent' && !sent);
    if (!stays) this.trouble = null;
  }

  private failed(refusal: ApiError): void {
    const now = this.around.clock.now();
    const trouble = TROUBLES[refusal.code];
    if (trouble !== undefined) {
      this.give({ trouble, forget: trouble === 'closed' || trouble === 'erased' });
      if (trouble === 'device') this.log.markForeign();
      this.notBefore = now + CONSENT_PAUSE_MS;
      return;
    }
    if (refusal.status === 401) this.trouble = 'login';
    else if (refusal.isUncertain || refusal.status === 429) this.trouble = 'offline';
    else this.trouble = 'refused';
    const pause = PAUSES_MS[Math.min(this.failures, PAUSES_MS.length - 1)] as number;
    this.failures += 1;
    const asked = (refusal.retryAfterSeconds ?? 0) * 1000;
    this.notBefore = now + (this.trouble === 'refused' ? REFUSED_PAUSE_MS : Math.max(pause, asked));
  }

  private give({ trouble, forget }: { trouble: Trouble; forget: boolean }): void {
    this.trouble = trouble;
    if (forget) this.log.dropPoints();
  }
}

/** Marks the key of a step that is told a second time with another instant. */
const AGAIN = 'again';

function up(trouble: Trouble): { trouble: Trouble; forget: boolean } {
  return { trouble, forget: true };
}
