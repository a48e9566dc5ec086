import { PatrolLog } from './patrol-log';
import { FakePhone, PATROL, START } from './testing/fake-phone';
import { seconds, settle, times, walk } from './testing/walks';

describe('a walk with a network', () => {
  it('keeps a point every five metres or five seconds and delivers it within ten', async () => {
    const { phone, server } = walk();
    let oldest = 0;
    for (let second = 0; second < 120; second += 1) {
      await phone.second();
      const newest = Math.max(START, ...times(server));
      oldest = Math.max(oldest, phone.now - newest);
    }
    // 1.4 m/s: every fourth second.
    expect(server.points.size).toBeGreaterThanOrEqual(28);
    expect(server.points.size).toBeLessThanOrEqual(31);
    expect(oldest).toBeLessThanOrEqual(15_000);
    expect(phone.recorder.snapshot().metres).toBeGreaterThan(155);
    expect(phone.recorder.snapshot().metres).toBeLessThan(170);
  });

  it('records standing still too', async () => {
    const { phone, server } = walk();
    for (let second = 0; second < 60; second += 1) {
      phone.now += 1_000;
      phone.recorder.take({ ...phone.fix(), latitude: 24.5, speed: 0 });
      await phone.recorder.tick();
    }
    expect(server.points.size).toBeGreaterThanOrEqual(10);
    expect(phone.recorder.snapshot().metres).toBe(0);
  });

  it('takes nothing in a pause and nothing after the finish', async () => {
    const { phone, server } = walk();
    await seconds(phone, 20);
    phone.recorder.pause();
    expect(phone.recorder.isRecording).toBe(false);
    const paused = phone.now;
    await seconds(phone, 40);
    phone.recorder.resume();
    const resumed = phone.now;
    await seconds(phone, 20);
    phone.recorder.finish('都好');
    const finished = phone.now;
    await seconds(phone, 20);
    await settle(phone);
    expect(times(server).filter((at) => at > paused && at < resumed)).toEqual([]);
    expect(times(server).filter((at) => at > finished)).toEqual([]);
    expect(server.facts.status).toBe('finished');
    expect(server.facts.pauses).toHaveLength(1);
    expect(server.lastTold).toBe(server.points.size - 1);
    expect(phone.recorder.isDone).toBe(true);
  });
});

describe('a walk without a network', () => {
  it('catches up in batches that end where the blocks of sixty do', async () => {
    const { phone, server } = walk();
    await seconds(phone, 30);
    server.weather = () => 'no network';
    await seconds(phone, 1_200);
    expect(phone.recorder.snapshot()).toMatchObject({ trouble: 'offline' });
    expect(phone.recorder.snapshot().unsent).toBeGreaterThan(290);
    server.weather = () => 'fine';
    server.batches = [];
    await phone.recorder.hurry();
    expect(phone.recorder.snapshot()).toMatchObject({ unsent: 0, trouble: null });
    for (const { firstSeq, points } of server.batches) {
      expect(Math.floor(firstSeq / 60)).toBe(Math.floor((firstSeq + points.length - 1) / 60));
    }
    expect(server.batches.filter(({ points }) => points.length === 60).length).toBeGreaterThanOrEqual(4);
  });

  it('finishes at once and tells it later, with the instant of the tap', async () => {
    const { phone, server } = walk();
    await seconds(phone, 30);
    server.weather = () => 'no network';
    await seconds(phone, 30);
    phone.recorder.finish('');
    const tapped = phone.now;
    expect(phone.recorder.facts.status).toBe('finished');
    await seconds(phone, 600);
    server.weather = () => 'fine';
    await settle(phone);
    expect(Date.parse(server.facts.finishedAt ?? '')).toBe(tapped);
    expect(phone.recorder.isDone).toBe(true);
  });
});

describe('what the server refuses', () => {
  it('stops when another phone records, and goes on here under new numbers after taking over', async () => {
    const { phone, server } = walk();
    await seconds(phone, 60);
    server.weather = () => 'no network';
    await seconds(phone, 60);
    const waiting = phone.recorder.snapshot().unsent;
    expect(waiting).toBeGreaterThan(10);
    const other = new FakePhone('phone-b-2');
    other.now = phone.now;
    server.now = () => Math.max(phone.now, other.now);
    server.weather = () => 'fine';
    server.device = 'phone-b-2';
    other.open(server, server.points.size);
    await seconds(other, 60);
    phone.now = other.now;

    await phone.recorder.hurry();
    expect(phone.recorder.snapshot()).toMatchObject({ trouble: 'device', unsent: waiting });
    expect(phone.recorder.isRecording).toBe(false);

    await phone.recorder.takeOver();
    expect(phone.recorder.snapshot()).toMatchObject({ trouble: null, unsent: 0 });
    expect(phone.recorder.isRecording).toBe(true);
    // What A walked without a network and what B walked meanwhile: all there.
    const held = new Set(times(server));
    expect(held.size).toBe(server.points.size);
    expect(other.recorder.snapshot().unsent).toBeLessThan(4);
  });

  it('forgets the points of a patrol that is closed or erased', async () => {
    for (const code of ['PATROL_CLOSED', 'TRACK_ERASED']) {
      const { phone, server } = walk();
      await seconds(phone, 20);
      server.refusal = code;
      await seconds(phone, 40);
      expect(phone.recorder.snapshot().unsent).toBe(0);
      expect(phone.recorder.isRecording).toBe(false);
      expect([...phone.store.texts.keys()].filter((key) => key.startsWith(`jf.patrol.${PATROL}.`))).toEqual(
        [],
      );
      // The walk itself can still be ended.
      phone.recorder.finish('');
      await settle(phone);
      expect(server.facts.status).toBe('finished');
    }
  });

  it('stops recording when the consent is gone, keeps what it has, and goes on when it is back', async () => {
    const { phone, server } = walk();
    await seconds(phone, 20);
    server.refusal = 'CONSENT_REQUIRED';
    await seconds(phone, 40);
    const { unsent, trouble } = phone.recorder.snapshot();
    expect(trouble).toBe('consent');
    expect(unsent).toBeGreaterThan(0);
    expect(phone.recorder.isRecording).toBe(false);
    server.refusal = null;
    phone.recorder.resume();
    await seconds(phone, 40);
    expect(phone.recorder.snapshot().trouble).toBeNull();
    expect(phone.recorder.isRecording).toBe(true);
  });

  it('keeps everything while the server does not understand', async () => {
    const { phone, server } = walk();
    await seconds(phone, 20);
    server.refusal = 'PATROL_POINTS_INVALID';
    await seconds(phone, 60);
    expect(phone.recorder.snapshot().trouble).toBe('refused');
    expect(phone.recorder.snapshot().unsent).toBeGreaterThan(10);
    expect(phone.recorder.isRecording).toBe(true);
    server.refusal = null;
    await phone.recorder.hurry();
    expect(phone.recorder.snapshot()).toMatchObject({ trouble: null, unsent: 0 });
  });
});

describe('a phone that is full', () => {
  it('leaves out points, evenly, says so, and goes on', () => {
    const phone = new FakePhone('phone-a-1');
    const log = PatrolLog.create(
      phone.store,
      { id: PATROL, claimId: 'c', status: 'recording', startedAt: '', finishedAt: null, pauses: [] },
      0,
      START,
      100,
    );
    for (let index = 0; index < 350; index += 1) {
      log.append([START + index * 5_000, 24.5, 117.6, 8, null, null], index);
      log.flush();
    }
    expect(log.unsent).toBeLessThanOrEqual(100);
    expect(log.thinned + log.unsent).toBe(350);
    // Numbered without gaps, in the order of time, from the first minute to the last.
    const kept = log.points.map(([at]) => at);
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
    expect(kept.at(-1)).toBe(START + 349 * 5_000);
    expect(kept[0]).toBeLessThan(START + 60_000);
    expect(log.lastSeq).toBe(log.unsent - 1);
    expect(PatrolLog.open(phone.store, PATROL, 100)?.points).toEqual(log.points);
  });

  it('keeps the walk in memory when the storage has no room, and writes it when there is some', async () => {
    const { phone, server } = walk();
    server.weather = () => 'no network';
    phone.store.room = 3_000;
    await seconds(phone, 600);
    const thinned = phone.recorder.snapshot();
    expect(thinned.thinned).toBeGreaterThan(0);
    expect(thinned.unsent).toBeGreaterThan(20);
    phone.store.room = 500;
    await seconds(phone, 600);
    const full = phone.recorder.snapshot();
    expect(full.full).toBe(true);
    // Thinned once and for nothing, not over and over.
    expect(full.unsent).toBeGreaterThan(120);
    phone.store.room = Infinity;
    await seconds(phone, 10);
    expect(phone.recorder.snapshot().full).toBe(false);
  });
});
