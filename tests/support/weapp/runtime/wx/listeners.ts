import { guarded } from '../bridge.js';

export type WxListener = (result: unknown) => void;

const listeners = new Map<string, Set<WxListener>>();

/** Registers for one of WeChat's `on…` events. */
export function addListener(event: string, listener: WxListener): void {
  const known = listeners.get(event) ?? new Set();
  known.add(listener);
  listeners.set(event, known);
}

/** Removes one listener, or all of an event. */
export function removeListener(event: string, listener?: WxListener): void {
  if (listener) listeners.get(event)?.delete(listener);
  else listeners.delete(event);
}

/** Tells everyone who registered for `onX`. */
export function emit(event: string, result: unknown): void {
  for (const listener of [...(listeners.get(event) ?? [])]) guarded(() => listener(result));
}
