import { FakePhone, FakeServer } from './fake-phone';

/** Numbers from a seed; printed with every failure. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A phone at the start of a walk, recording. */
export function walk(): { phone: FakePhone; server: FakeServer } {
  const phone = new FakePhone('phone-a-1');
  const server = new FakeServer('phone-a-1', () => phone.now);
  phone.open(server);
  return { phone, server };
}

/** Walks on. */
export async function seconds(phone: FakePhone, count: number): Promise<void> {
  for (let second = 0; second < count; second += 1) await phone.second();
}

/** Lets everything arrive that still waits. */
export async function settle(phone: FakePhone): Promise<void> {
  for (let round = 0; round < 20 && !phone.recorder.isDone; round += 1) {
    phone.now += 60_000;
    await phone.recorder.hurry();
  }
}

/** Instants of what arrived. */
export const times = (server: FakeServer): number[] => [...server.points.values()].map(([at]) => at);
