import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Leases } from './lease.js';

/** Work that time alone asks for. */
export interface Round {
  /** As the log and the lease name it. */
  name: string;
  /** Milliseconds from one beginning to the next; a round that takes longer leaves the beats within it out. */
  every: number;
  /** For how many seconds the replica that works keeps the others away; left out where every replica may work. */
  leaseSeconds?: number;
  work: () => Promise<unknown>;
}

interface Turn {
  round: Round;
  timer: NodeJS.Timeout | undefined;
  running: Promise<void> | null;
}

/**
 * Goes the process's rounds: each at its pace and never twice at once. One that fails is logged and tried again with the
 * next beat. Time stops before the lanes close, so that a round under way ends like any other.
 */
@Injectable()
export class Ticker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Ticker.name);
  private readonly turns: Turn[] = [];

  constructor(private readonly leases: Leases) {}

  /** Adds a round; called in the constructor of the provider whose work it is. */
  add(round: Round): void {
    this.turns.push({ round, timer: undefined, running: null });
  }

  onApplicationBootstrap(): void {
    for (const turn of this.turns) {
      turn.timer = setInterval(() => {
        turn.running ??= this.go(turn.round).finally(() => (turn.running = null));
      }, turn.round.every);
      turn.timer.unref();
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  /** Begins no round any more, and waits for those under way. */
  async stop(): Promise<void> {
    for (const { timer } of this.turns) clearInterval(timer);
    await Promise.all(this.turns.flatMap(({ running }) => (running === null ? [] : [running])));
  }

  private async go({ name, leaseSeconds, work }: Round): Promise<void> {
    try {
      if (leaseSeconds === undefined || (await this.leases.acquire(name, leaseSeconds))) await work();
    } catch (error) {
      this.logger.warn({ err: error }, `${name} missed a beat`);
    }
  }
}
