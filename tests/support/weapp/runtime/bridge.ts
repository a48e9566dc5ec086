/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { WeappBundle } from '../bundle-types.js';
import type { BridgeCalls, BridgeName, DeviceControl, DeviceSettings } from '../bridge-types.js';

type TemplateGroup = (name: string) => never;

declare global {
  interface Window {
    __weappBundle: WeappBundle;
    __weappTemplates: Record<string, TemplateGroup>;
    __weappSettings: DeviceSettings;
    __weappBridge: (name: string, payload: unknown) => Promise<unknown>;
    __weapp: DeviceControl;
  }
}

export const bundle = window.__weappBundle;
export const templates = window.__weappTemplates;
export const settings = window.__weappSettings;

/** Asks the test process; the answer comes as on a phone, later. */
export function ask<K extends BridgeName>(
  name: K,
  payload: BridgeCalls[K]['in'],
): Promise<BridgeCalls[K]['out']> {
  return window.__weappBridge(name, payload) as Promise<BridgeCalls[K]['out']>;
}

const errorListeners: ((message: string) => void)[] = [];

/** Hears every error of the mini-program's code, for `App.onError`. */
export function onProblem(listener: (message: string) => void): void {
  errorListeners.push(listener);
}

/** An error in the mini-program's own code: told to the test and to `App.onError`. */
export function reportProblem(error: unknown): void {
  const message = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error);
  void ask('problem', { message });
  for (const listener of errorListeners) listener(message);
}

/** Runs the mini-program's code; what it throws is reported, as WeChat does, and does not stop the host. */
export function guarded<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    reportProblem(error);
    return undefined;
  }
}
