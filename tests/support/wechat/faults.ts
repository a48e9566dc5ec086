/** What to do to the next calls of a path. */
export interface Fault {
  /** The exact path, or `*` for any. */
  path: string;
  /** How many calls; one unless said otherwise. */
  times?: number;
  /**
   * `errcode`: answer with this code. `delay`: wait, then answer as usual. `reset`: drop the connection.
   * `http500`: an HTTP error with HTML. `html`: HTML with status 200. `truncate`: half of the true answer, then drop.
   */
  kind: 'errcode' | 'delay' | 'reset' | 'http500' | 'html' | 'truncate';
  errcode?: number;
  delayMs?: number;
  /** Let the call take effect first: only its answer is lost. `truncate` always does. */
  after?: boolean;
}

/** Faults in waiting, used up in the order they were set. */
export class Faults {
  private waiting: (Fault & { left: number })[] = [];

  add(fault: Fault): void {
    this.waiting.push({ ...fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.waiting = [];
  }

  /** The fault that strikes this call, if any. */
  take(path: string): Fault | undefined {
    const fault = this.waiting.find((candidate) => candidate.path === path || candidate.path === '*');
    if (!fault) return undefined;
    if (--fault.left <= 0) this.waiting = this.waiting.filter((candidate) => candidate !== fault);
    return fault;
  }
}
