import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { buildPerson } from '../../../builders/people.js';
import {
  batch,
  buildPatrol,
  buildTrackConsent,
  buildWalker,
  checkpointCode,
  DEVICE,
  OTHER_DEVICE,
  PATROL_START,
  second,
  startBody,
  walk,
} from '../../../builders/patrols.js';
import { buildClaim, buildPost } from '../../../builders/volunteering.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

const [app] = stage(1);
const at = (seconds: number): string => new Date(second(seconds)).toISOString();

describe('starting a patrol', () => {
  beforeEach(() => app.clock.set(PATROL_START));

  it('begins once, and is found again from the same device', async () => {
    const { person, claim } = await buildWalker(app.database);
    const first = await app.as(person).post(`/claims/${claim}/patrol`, startBody()).expect(201);
    expect(first.body).toMatchObject({
      claimId: claim,
      status: 'recording',
      device: DEVICE,
      coordinateSystem: 'GCJ-02',
      startedAt: new Date(PATROL_START).toISOString(),
      finishedAt: null,
      pauses: [],
      receivedPoints: 0,
      lastSeq: null,
      missing: [],
      erased: false,
    });
    expect(first.body.checkpoints).toHaveLength(3);
    expect(first.body.summary).toMatchObject({ grade: 'none', proposedMinutes: 1 });
    const again = await app.as(person).post(`/claims/${claim}/patrol`, startBody()).expect(201);
    expect(again.body.id).toBe(first.body.id);
    const other = { ...startBody(), device: OTHER_DEVICE };
    await expectUntouched(
      app.database,
      () => app.as(person).post(`/claims/${claim}/patrol`, other),
      'PATROL_DEVICE',
    );
  });

  it('gives the same answer to the same key, and refuses the key for another body', async () => {
    const { person, claim } = await buildWalker(app.database);
    const first = await app.as(person).post(`/claims/${claim}/patrol`, startBody(), 'same-key-1');
    const again = await app.as(person).post(`/claims/${claim}/patrol`, startBody(), 'same-key-1');
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = await app
      .as(person)
      .post(`/claims/${claim}/patrol`, startBody({ device: OTHER_DEVICE }), 'same-key-1');
    expectRefusal(other, 'IDEMPOTENCY_KEY_REUSED');
  });

  it('needs the consent to tracks in its present version', async () => {
    const { person, claim } = await buildWalker(app.database, { consent: false });
    const start = (version: number) =>
      app.as(person).post(`/claims/${claim}/patrol`, { ...startBody(), consentVersion: version });
    await expectUntouched(app.database, () => start(1), 'CONSENT_REQUIRED');
    await expectUntouched(app.database, () => start(2), 'CONSENT_OUTDATED');
    const consent = await buildTrackConsent(app.database, person);
    await app.database.execute('UPDATE consent SET withdrawn_at = ? WHERE id = ?', [
      app.clock.now(),
      consent,
    ]);
    await expectUntouched(app.database, () => start(1), 'CONSENT_REQUIRED');
    await buildTrackConsent(app.database, person);
    await start(1).expect(201);
  });

  it.each([
    ['claimed', 'CLAIM_STATE'],
    ['submitted', 'CLAIM_STATE'],
    ['verified', 'CLAIM_STATE'],
    ['released', 'CLAIM_STATE'],
  ] as const)('refuses a claim that is %s', async (status, code) => {
    const person = await buildPerson(app.database);
    await buildTrackConsent(app.database, person);
    const { shift } = await buildPost(app.database, { kind: 'patrol' });
    const claim = encodeId(
      'claim',
      await buildClaim(app.database, { shiftId: shift, personId: person, status }),
    );
    await expectUntouched(
      app.database,
      () => app.as(person).post(`/claims/${claim}/patrol`, startBody()),
      code,
    );
  });

  it('refuses a task without a way to walk', async () => {
    const { person, claim } = await buildWalker(app.database, { kind: 'duty_post', route: null });
    await expectUntouched(
      app.database,
      () => app.as(person).post(`/claims/${claim}/patrol`, startBody()),
      'PATROL_STATE',
    );
  });

  it('knows nobody else’s claim, and none that is none', async () => {
    const { claim } = await buildWalker(app.database);
    const stranger = await buildPerson(app.database);
    await buildTrackConsent(app.database, stranger);
    for (const id of [claim, 'zzzzzzzzzz', encodeId('claim', 1)]) {
      await expectUntouched(
        app.database,
        () => app.as(stranger).post(`/claims/${id}/patrol`, startBody()),
        'NOT_FOUND',
      );
    }
    expectRefusal(await app.as().post(`/claims/${claim}/patrol`, startBody()), 'UNAUTHENTICATED');
  });

  it.each([
    { device: 'short' },
    { device: '手机手机手机手机' },
    { device: null },
    { coordinateSystem: 'BD-09' },
    { consentVersion: '1' },
    { consentVersion: 1.5 },
    { extra: 1 },
  ])('refuses %j', async (change) => {
    const { person, claim } = await buildWalker(app.database);
    await expectUntouched(
      app.database,
      () => app.as(person).post(`/claims/${claim}/patrol`, { ...startBody(), ...change }),
      'INVALID_INPUT',
    );
  });
});

describe('pausing, going on and finishing', () => {
  it('leaves pauses out of the proposed time and hands the claim in', async () => {
    const { person, patrol, claim } = await buildPatrol(app);
    const me = app.as(person);
    await me.post(`/patrols/${patrol}/points`, batch(0, walk(0, 60))).expect(200);
    app.clock.advance(20 * 60_000);
    const paused = await me.post(`/patrols/${patrol}/pause`, { at: at(600) }).expect(200);
    expect(paused.body).toMatchObject({ status: 'paused', pauses: [{ pausedAt: at(600), resumedAt: null }] });
    const resumed = await me.post(`/patrols/${patrol}/resume`, { at: at(1200) }).expect(200);
    expect(resumed.body).toMatchObject({ status: 'recording', pauses: [{ resumedAt: at(1200) }] });
    app.clock.advance(10 * 60_000);
    const body = { at: at(1800), lastSeq: 99, note: '一切平安' };
    const { body: done } = await me.post(`/patrols/${patrol}/finish`, body).expect(200);
    expect(done).toMatchObject({
      status: 'finished',
      finishedAt: at(1800),
      lastSeq: 99,
      receivedPoints: 60,
      missing: [{ from: 60, to: 99 }],
      summary: { pausedSeconds: 600, proposedMinutes: 20 },
    });
    const [row] = await app.database.query(
      'SELECT status, finished_at AS finishedAt, note FROM claim WHERE id = (SELECT claim_id FROM patrol WHERE person_id = ?)',
      [person],
    );
    expect(row).toEqual({ status: 'submitted', finishedAt: new Date(second(1800)), note: '一切平安' });
    expect(done.claimId).toBe(claim);
  });

  it('takes each step only from where it is possible', async () => {
    const { person, patrol } = await buildPatrol(app);
    const step =
      (name: string, body: object = { at: at(10) }) =>
      () =>
        app.as(person).post(`/patrols/${patrol}/${name}`, body);
    app.clock.advance(60_000);
    await expectUntouched(app.database, step('resume'), 'PATROL_STATE');
    await step('pause')().expect(200);
    await expectUntouched(app.database, step('pause'), 'PATROL_STATE');
    await step('finish', { at: at(30), lastSeq: -1 })().expect(200);
    for (const name of ['pause', 'resume']) await expectUntouched(app.database, step(name), 'PATROL_STATE');
    await expectUntouched(app.database, step('finish', { at: at(30), lastSeq: 3 }), 'PATROL_STATE');
    const again = await app.as(person).post(`/claims/${(await own()).claimId}/patrol`, startBody());
    expectRefusal(again, 'PATROL_STATE');

    async function own(): Promise<{ claimId: string }> {
      return (await app.as(person).get(`/patrols/${patrol}`)).body as { claimId: string };
    }
  });

  it('puts a clock right that is a little wrong, and refuses one that is far off', async () => {
    const { person, patrol } = await buildPatrol(app);
    app.clock.advance(60_000);
    const me = app.as(person);
    const pause = (seconds: number) => () => me.post(`/patrols/${patrol}/pause`, { at: at(seconds) });
    await expectUntouched(app.database, pause(3600), 'INVALID_INPUT');
    await expectUntouched(app.database, pause(-3600), 'INVALID_INPUT');
    const early = await pause(-30)().expect(200);
    expect(early.body.pauses[0].pausedAt).toBe(at(0));
    const late = await me.post(`/patrols/${patrol}/resume`, { at: at(90) }).expect(200);
    expect(late.body.pauses[0].resumedAt).toBe(at(60));
  });

  it('tells two pauses apart that begin at one instant', async () => {
    const { person, patrol } = await buildPatrol(app);
    const me = app.as(person);
    for (const step of ['pause', 'resume', 'pause', 'resume']) {
      await me.post(`/patrols/${patrol}/${step}`, { at: at(0) }).expect(200);
    }
    const { body } = await me.get(`/patrols/${patrol}`);
    expect(body.pauses).toHaveLength(2);
  });

  it.each([
    ['pause', {}],
    ['pause', { at: '昨天' }],
    ['pause', { at: '2026-11-24T01:00:00' }],
    ['finish', { at: '2026-11-24T01:00:00Z' }],
    ['finish', { at: '2026-11-24T01:00:00Z', lastSeq: 200_001 }],
    ['finish', { at: '2026-11-24T01:00:00Z', lastSeq: 1.5 }],
    ['finish', { at: '2026-11-24T01:00:00Z', lastSeq: 1, note: 'x'.repeat(501) }],
    ['take-over', { device: '../../etc' }],
    ['checkpoints', { no: 0, qr: 'x' }],
    ['checkpoints', { no: 1 }],
  ])('refuses %s with %j', async (step, body) => {
    const { person, patrol } = await buildPatrol(app);
    await expectUntouched(
      app.database,
      () => app.as(person).post(`/patrols/${patrol}/${step}`, body),
      'INVALID_INPUT',
    );
  });

  it('belongs to one person', async () => {
    const { patrol } = await buildPatrol(app);
    const stranger = await buildPerson(app.database);
    for (const [step, body] of [
      ['pause', { at: at(0) }],
      ['resume', { at: at(0) }],
      ['finish', { at: at(0), lastSeq: 1 }],
      ['take-over', { device: OTHER_DEVICE }],
      ['checkpoints', { no: 1, qr: 'x' }],
    ] as const) {
      await expectUntouched(
        app.database,
        () => app.as(stranger).post(`/patrols/${patrol}/${step}`, body),
        'NOT_FOUND',
      );
    }
    await expectUntouched(app.database, () => app.as(stranger).get(`/patrols/${patrol}`), 'FORBIDDEN');
  });
});

describe('checkpoints by their codes', () => {
  it('count beside the track, and the first scan stays', async () => {
    const { person, patrol, shift } = await buildPatrol(app);
    app.clock.advance(60_000);
    const scan = (no: number, qr: string) =>
      app.as(person).post(`/patrols/${patrol}/checkpoints`, { no, qr });
    const { body } = await scan(2, checkpointCode(app, shift, 2)).expect(200);
    expect(body.checkpoints[1]).toMatchObject({ no: 2, reached: true, method: 'qr', at: at(60) });
    expect(body.checkpoints[0]).toMatchObject({ reached: false, method: null, at: null });
    app.clock.advance(60_000);
    const again = await scan(2, checkpointCode(app, shift, 2)).expect(200);
    expect(again.body.checkpoints[1].at).toBe(at(60));
  });

  it('are refused for another shift, another checkpoint, a forged text, and too late', async () => {
    const { person, patrol, shift } = await buildPatrol(app);
    const { shift: other } = await buildPost(app.database);
    const scan = (no: number, qr: string) => () =>
      app.as(person).post(`/patrols/${patrol}/checkpoints`, { no, qr });
    const good = checkpointCode(app, shift, 1);
    for (const qr of [
      checkpointCode(app, other, 1),
      checkpointCode(app, shift, 2),
      checkpointCode(app, shift, null),
      `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`,
      '1',
    ]) {
      await expectUntouched(app.database, scan(1, qr), 'CLAIM_CODE_INVALID');
    }
    await expectUntouched(app.database, scan(9, good), 'PATROL_CHECKPOINT');
    app.clock.advance(90_000);
    await expectUntouched(app.database, scan(1, good), 'CLAIM_CODE_EXPIRED');
    await app
      .as(person)
      .post(`/patrols/${patrol}/finish`, { at: at(90), lastSeq: -1 })
      .expect(200);
    await expectUntouched(app.database, scan(1, checkpointCode(app, shift, 1)), 'PATROL_STATE');
  });
});
