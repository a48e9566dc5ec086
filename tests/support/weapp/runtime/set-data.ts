/// <reference lib="dom" />
import type { SetDataStats } from '../bridge-types.js';
import { reportProblem } from './bridge.js';

/** WeChat drops a `setData` above this many bytes of JSON. */
const LIMIT_BYTES = 1024 * 1024;

const stats: SetDataStats = { count: 0, maxBytes: 0, totalBytes: 0, maxPerSecond: 0 };
const times: number[] = [];
const encoder = new TextEncoder();
const done = new WeakSet<object>();

type SetData = (this: object, data: Record<string, unknown>, callback?: () => void) => void;

/** Measures `setData` of an instance's class, and sends the data through JSON as WeChat does between its layers. */
export function metered(instance: object): void {
  let owner: object | null = instance;
  while (owner && !Object.prototype.hasOwnProperty.call(owner, 'setData'))
    owner = Reflect.getPrototypeOf(owner);
  if (!owner || done.has(owner)) return;
  done.add(owner);
  const original = Reflect.get(owner, 'setData') as SetData;
  const measured: SetData = function setData(data, callback) {
    const text = JSON.stringify(data ?? {});
    const bytes = encoder.encode(text).byteLength;
    note(bytes);
    if (bytes > LIMIT_BYTES)
      reportProblem(new Error(`setData of ${bytes} bytes: WeChat refuses more than 1 MB`));
    original.call(this, JSON.parse(text) as Record<string, unknown>, callback);
  };
  Reflect.set(owner, 'setData', measured);
}

function note(bytes: number): void {
  stats.count += 1;
  stats.totalBytes += bytes;
  stats.maxBytes = Math.max(stats.maxBytes, bytes);
  const now = performance.now();
  times.push(now);
  while ((times[0] ?? now) < now - 1000) times.shift();
  stats.maxPerSecond = Math.max(stats.maxPerSecond, times.length);
}

/** What was measured since the mini-program started. */
export function setDataStats(): SetDataStats {
  return { ...stats };
}
