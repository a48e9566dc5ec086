import { PatrolLog } from './patrol-log';
import { FakePhone, FakeServer, Killed, PATROL, type Weather } from './testing/fake-phone';
import { dice, seconds, settle, times, walk } from './testing/walks';
import type { Point } from './types';

/** A walk with losses, pauses and a finish; every draw of the dice is one run of events. */
async function eventful(phone: FakePhone, server: FakeServer, roll: () => number): Promise<void> {
  for (let leg = 0; leg < 6; leg += 1) {
    const bad = roll();
    server.weather = (): Weather => {
      if (roll() > bad) return 'fine';
      return roll() < 0.5 ? 'no network' : 'lost answer';
    };
    await seconds(phone, 20 + Math.floor(roll() * 40));
    if (leg === 2) phone.recorder.pause();
    if (leg === 3) phone.recorder.resume();
  }
  phone.recorder.finish('');
  server.weather = () => 'fine';
  await settle(phone);
}

/** Opens the app again wherever it is killed; `spend` counts down to the kill. */
class Killer {
  left: number;
  constructor(
    readonly phone: FakePhone,
    left: number,
  ) {
    this.left = left;
    phone.store.before = () => this.spend();
  }
  spend(): void {
    this.left -= 1;
    if (this.left < 0) throw new Killed();
  }
}

describe('killed at any moment', () => {
  /** One walk of 150 s with a stretch without a network; killed at the n-th writing, then opened again and finished. */
  async function killedAt(nth: number): Promise<boolean> {
    const phone = new FakePhone('phone-a-1');
    const server = new FakeServer('phone-a-1', () => phone.now);
    phone.open(server);
    const killer = new Killer(phone, nth);
    const kept: Point[] = [];
    let killed = false;
    for (let second = 0; second < 150; second += 1) {
      if (second === 30) server.weather = () => 'no network';
      if (second === 100) server.weather = () => 'fine';
      try {
        await phone.second();
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        killed = true;
      }
      if (killed || killer.left < 0) break;
    }
    killed ||= killer.left < 0;
    kept.push(...(phone.recorder as unknown as { log: PatrolLog }).log.points);
    killer.left = Infinity;
    const before = new Set(times(server));
    const memory = kept.map(([at]) => at).filter((at) => !before.has(at));

    server.weather = () => 'fine';
    phone.now += 5_000;
    phone.open(server);
    await seconds(phone, 30);
    phone.recorder.finish('');
    await settle(phone);

    const after = times(server);
    expect(new Set(after).size).toBe(after.length);
    const gone = memory.filter((at) => !after.includes(at));
    // Only what was recorded in the last five seconds, or ten points of it, may be gone.
    const newest = Math.max(0, ...memory);
    expect(gone.filter((at) => at < newest - 6_000)).toEqual([]);
    expect(gone.length).toBeLessThanOrEqual(3);
    // Nothing was ever taken under a number that means something else.
    for (const { firstSeq, points } of server.batches) {
      points.forEach((point, index) => expect(server.points.get(firstSeq + index)).toEqual(point));
    }
    expect(server.facts.status).toBe('finished');
    expect(phone.recorder.isDone).toBe(true);
    return killed;
  }

  it('loses at most the last five seconds, doubles nothing, and finishes', async () => {
    let nth = 0;
    while (await killedAt(nth)) nth += 1;
    expect(nth).toBeGreaterThan(40);
  });
});

describe('killed while taking over', () => {
  /** A walks without a network, B takes over and walks; A takes back and is killed at the n-th writing of that. */
  async function killedAt(nth: number): Promise<boolean> {
    const phone = new FakePhone('phone-a-1');
    const other = new FakePhone('phone-b-2');
    const server = new FakeServer('phone-a-1', () => Math.max(phone.now, other.now));
    phone.open(server);
    await seconds(phone, 150);
    server.weather = () => 'no network';
    await seconds(phone, 400);
    phone.recorder.flush();
    server.weather = () => 'fine';
    other.now = phone.now;
    server.device = other.device;
    other.open(server, server.points.size);
    await seconds(other, 200);
    other.recorder.flush();
    phone.now = other.now;
    const written = (PatrolLog.open(phone.store, PATROL)?.points ?? []).map(([at]) => at);
    expect(written.length).toBeGreaterThan(90);

    const killer = new Killer(phone, nth);
    await phone.recorder.takeOver().catch(() => undefined);
    const killed = killer.left < 0;
    killer.left = Infinity;
    // Whatever happened to this phone, the person asks again if the other one still records.
    phone.open(server);
    await phone.recorder.hurry();
    if (phone.recorder.snapshot().trouble === 'device') await phone.recorder.takeOver();
    phone.recorder.finish('');
    await settle(phone);
    const held = new Set(times(server));
    expect(written.filter((at) => !held.has(at))).toEqual([]);
    expect(server.facts.status).toBe('finished');
    return killed;
  }

  it('loses nothing that was written down', async () => {
    let nth = 0;
    while (await killedAt(nth)) nth += 1;
    expect(nth).toBeGreaterThan(5);
  });
});

describe('any weather, any kills', () => {
  it.each(Array.from({ length: 24 }, (_, seed) => seed))(
    'seed %p: all that was written down arrives once',
    async (seed) => {
      const roll = dice(seed);
      const { phone, server } = walk();
      const everRecorded = new Set<number>();
      const written = new Set<number>();
      const log = (): PatrolLog => (phone.recorder as unknown as { log: PatrolLog }).log;
      const original = phone.second.bind(phone);
      phone.second = async () => {
        await original();
        for (const [at] of log().points) everRecorded.add(at);
        const stored = PatrolLog.open(phone.store, PATROL);
        for (const [at] of stored?.points ?? []) written.add(at);
        // Killed between two seconds now and then.
        if (roll() < 0.02) phone.open(server);
      };
      await eventful(phone, server, roll);
      const arrived = times(server);
      expect(new Set(arrived).size).toBe(arrived.length);
      const held = new Set(arrived);
      expect([...written].filter((at) => !held.has(at))).toEqual([]);
      expect(server.facts.status).toBe('finished');
      expect(phone.recorder.isDone).toBe(true);
      expect(server.lastTold).toBe(server.points.size - 1);
    },
  );
});
