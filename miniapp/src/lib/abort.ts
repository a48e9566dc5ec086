type Listener = (event: { type: 'abort' }) => void;

class Signal {
  aborted = false;
  reason: unknown = undefined;
  onabort: Listener | null = null;
  private listeners: Listener[] = [];

  addEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.push(listener);
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners = this.listeners.filter((known) => known !== listener);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  fire(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    this.onabort?.({ type: 'abort' });
    for (const listener of this.listeners) listener({ type: 'abort' });
  }
}

/** What TanStack Query needs of AbortController, for WeChat's logic layer, which has none. */
export class AbortController {
  readonly signal = new Signal();

  abort(reason: unknown = new Error('aborted')): void {
    this.signal.fire(reason);
  }
}
