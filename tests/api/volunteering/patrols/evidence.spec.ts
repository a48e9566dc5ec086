import { decodeId } from '@jiefang/bff/common/ids/public-id';
import { PatrolErasure } from '@jiefang/bff/volunteering/patrols/patrol-erasure';
import { Patrols } from '@jiefang/bff/volunteering/patrols/patrol-evidence';
import {
  batch,
  buildPatrol,
  buildTrackConsent,
  buildWalker,
  checkpointCode,
  fix,
  second,
  startBody,
  walk,
} from '../../../builders/patrols.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

const [app] = stage(1);
const at = (seconds: number): string => new Date(second(seconds)).toISOString();
const patrols = (): Patrols => app.app.get(Patrols, { strict: false });

describe('evidence of a claim', () => {
  it('comes for the claims that have a patrol, and changes when late points arrive', async () => {
    const { person, patrol, claim } = await buildPatrol(app);
    const { claim: without } = await buildWalker(app.database);
    const claims = [claim, without].map((id) => decodeId('claim', id));
    app.clock.advance(1000_000);
    await app
      .as(person)
      .post(`/patrols/${patrol}/points`, batch(0, walk(0, 60)))
      .expect(200);
    await app
      .as(person)
      .post(`/patrols/${patrol}/finish`, { at: at(600), lastSeq: 119 })
      .expect(200);
    const before = await patrols().evidenceOf(app.database, claims);
    expect([...before.keys()]).toEqual([claims[0]]);
    expect(before.get(claims[0] as number)).toMatchObject({
      patrolId: patrol,
      grade: 'fair',
      pausedSeconds: 0,
      points: { kept: 60 },
      proposedMinutes: 10,
    });
    await app
      .as(person)
      .post(`/patrols/${patrol}/points`, batch(60, walk(60, 120)))
      .expect(200);
    const after = (await patrols().evidenceOf(app.database, claims)).get(claims[0] as number);
    expect(after).toMatchObject({ grade: 'strong', coverage: 1, points: { kept: 120 } });
    expect(await patrols().evidenceOf(app.database, [])).toEqual(new Map());
  });

  it('of codes alone stands beside a lost track', async () => {
    const { person, patrol, claim, shift } = await buildPatrol(app);
    for (const no of [1, 2, 3]) {
      app.clock.advance(200_000);
      await app
        .as(person)
        .post(`/patrols/${patrol}/checkpoints`, { no, qr: checkpointCode(app, shift, no) })
        .expect(200);
    }
    await app
      .as(person)
      .post(`/patrols/${patrol}/finish`, { at: at(600), lastSeq: -1 })
      .expect(200);
    const id = decodeId('claim', claim);
    const evidence = (await patrols().evidenceOf(app.database, [id])).get(id);
    expect(evidence).toMatchObject({ grade: 'weak', distanceMetres: 0, proposedMinutes: 10 });
    expect(evidence?.checkpoints.map((one) => [one.method, one.inOrder])).toEqual([
      ['qr', true],
      ['qr', true],
      ['qr', true],
    ]);
    expect(evidence?.reasons.join('')).toContain('请问问志愿者');
  });

  it('says which points can no longer be read, and never fails over it', async () => {
    const { person, patrol, row } = await buildPatrol(app);
    app.clock.advance(1000_000);
    await app
      .as(person)
      .post(`/patrols/${patrol}/points`, batch(0, walk(0, 120)))
      .expect(200);
    const tampering = [
      'UPDATE patrol_chunk SET points = INSERT(points, 300, 1, CHAR((ORD(SUBSTRING(points, 300, 1)) + 1) % 256)) WHERE patrol_id = ? AND chunk = 0',
      'UPDATE patrol_chunk SET seq_mask = seq_mask & ~1 WHERE patrol_id = ? AND chunk = 0',
      "UPDATE patrol_chunk SET points = 'x' WHERE patrol_id = ? AND chunk = 0",
    ];
    for (const sql of tampering) {
      await app.database.execute(sql, [row]);
      await app.database.execute('UPDATE patrol SET version = version + 1 WHERE id = ?', [row]);
      const { body } = await app.as(person).get(`/patrols/${patrol}`).expect(200);
      expect(body.summary.points.kept).toBe(60);
      expect(body.summary.points.unreadable).toBeGreaterThan(58);
      expect(body.summary.grade).toBe('weak');
      expect(body.summary.reasons.join('')).toContain('读不出来');
      await app.as(person).get(`/patrols/${patrol}/line`).expect(200);
    }
    // What is brought anew into the spoilt row is readable again.
    await app.database.execute(
      'UPDATE patrol_chunk SET seq_mask = seq_mask & ~3 WHERE patrol_id = ? AND chunk = 0',
      [row],
    );
    await app
      .as(person)
      .post(`/patrols/${patrol}/points`, batch(0, walk(0, 2)))
      .expect(200);
    const { body } = await app.as(person).get(`/patrols/${patrol}`);
    expect(body).toMatchObject({
      receivedPoints: 62,
      missing: [{ from: 2, to: 59 }],
      summary: { points: { kept: 62, unreadable: 0 } },
    });
    await app
      .as(person)
      .post(`/patrols/${patrol}/points`, batch(0, walk(0, 60)))
      .expect(200);
    const { body: healed } = await app.as(person).get(`/patrols/${patrol}`);
    expect(healed).toMatchObject({ missing: [], summary: { points: { kept: 120, unreadable: 0 } } });
  });

  it('lets a chunk be neither moved to another patrol nor to another place', async () => {
    const { person, patrol, row } = await buildPatrol(app);
    const other = await buildPatrol(app);
    app.clock.advance(1000_000);
    await app
      .as(other.person)
      .post(`/patrols/${other.patrol}/points`, batch(0, walk(0, 60)))
      .expect(200);
    await app.database.execute('UPDATE patrol_chunk SET patrol_id = ?, chunk = 3 WHERE patrol_id = ?', [
      row,
      other.row,
    ]);
    await app.database.execute('UPDATE patrol SET version = version + 1 WHERE id = ?', [row]);
    const { body } = await app.as(person).get(`/patrols/${patrol}`);
    expect(body.summary.points).toEqual({ kept: 0, aside: [], unreadable: 60 });
  });

  it('ends with the service when staff or the clock end it', async () => {
    const { person, patrol, claim } = await buildPatrol(app);
    app.clock.advance(600_000);
    const id = decodeId('claim', claim);
    await app.database.transaction((tx) => patrols().close(tx, id));
    await app.database.transaction((tx) => patrols().close(tx, id, new Date(0)));
    await app.database.transaction((tx) => patrols().close(tx, 1));
    const { body } = await app.as(person).get(`/patrols/${patrol}`);
    expect(body).toMatchObject({ status: 'finished', finishedAt: at(600), lastSeq: null });
    // The phone did not know, and still brings what it has.
    await app
      .as(person)
      .post(`/patrols/${patrol}/points`, batch(0, [fix(5, 6)]))
      .expect(200);
    const finish = await app.as(person).post(`/patrols/${patrol}/finish`, { at: at(600), lastSeq: 0 });
    expectRefusal(finish, 'PATROL_STATE');
  });
});

describe('taking the consent to tracks back', () => {
  const erasure = (): PatrolErasure => app.app.get(PatrolErasure, { strict: false });
  const withdraw = async (person: number, erase: boolean): Promise<void> => {
    await app.database.transaction(async (tx) => {
      await tx.execute('UPDATE consent SET withdrawn_at = ? WHERE person_id = ?', [app.clock.now(), person]);
      if (erase) await erasure().erase(tx, person);
      else await erasure().stop(tx, person);
    });
  };

  it('stops a running patrol; agreeing again lets it go on', async () => {
    const { person, patrol } = await buildPatrol(app);
    const me = app.as(person);
    app.clock.advance(60_000);
    await me.post(`/patrols/${patrol}/points`, batch(0, [fix(5, 6)])).expect(200);
    await withdraw(person, false);
    const send = () => me.post(`/patrols/${patrol}/points`, batch(1, [fix(70, 80)]));
    await expectUntouched(app.database, send, 'CONSENT_REQUIRED');
    const { body } = await me.get(`/patrols/${patrol}`);
    expect(body).toMatchObject({ status: 'paused', erased: false, receivedPoints: 1 });
    const resume = () => me.post(`/patrols/${patrol}/resume`, { at: at(60) });
    await expectUntouched(app.database, resume, 'CONSENT_REQUIRED');
    await buildTrackConsent(app.database, person);
    await resume().expect(200);
    await send().expect(200);
  });

  it('may delete every position and leaves the numbers', async () => {
    const first = await buildPatrol(app);
    const me = app.as(first.person);
    app.clock.advance(1000_000);
    await me.post(`/patrols/${first.patrol}/points`, batch(0, walk(0, 120))).expect(200);
    await me.post(`/patrols/${first.patrol}/finish`, { at: at(600), lastSeq: 119 }).expect(200);
    const other = await buildPatrol(app);
    app.clock.advance(1000_000);
    await app
      .as(other.person)
      .post(`/patrols/${other.patrol}/points`, batch(0, walk(0, 60)))
      .expect(200);

    await withdraw(first.person, true);
    await withdraw(first.person, true);
    const { body } = await me.get(`/patrols/${first.patrol}`).expect(200);
    expect(body).toMatchObject({
      erased: true,
      receivedPoints: 120,
      lastSeq: 119,
      missing: [],
      lastPointAt: null,
      summary: { grade: 'strong', coverage: 1, points: { kept: 120 }, proposedMinutes: 10 },
    });
    for (const path of ['line', 'gpx-link', 'track.gpx']) {
      expectRefusal(await me.get(`/patrols/${first.patrol}/${path}`), 'TRACK_ERASED');
    }
    await expectUntouched(
      app.database,
      () => me.post(`/patrols/${first.patrol}/points`, batch(0, walk(0, 10))),
      'TRACK_ERASED',
    );
    const rows = await app.database.query(
      'SELECT patrol_id AS id FROM patrol_chunk WHERE patrol_id IN (?) GROUP BY patrol_id',
      [[first.row, other.row]],
    );
    expect(rows).toEqual([{ id: other.row }]);
    const [kept] = await app.database.query('SELECT last_point_cipher AS last FROM patrol WHERE id = ?', [
      first.row,
    ]);
    expect(kept).toEqual({ last: null });
  });

  it('ends the recording of a running patrol that is deleted; finishing it still counts the service', async () => {
    const { person, patrol, claim } = await buildPatrol(app);
    const me = app.as(person);
    app.clock.advance(300_000);
    await me.post(`/patrols/${patrol}/points`, batch(0, walk(0, 50))).expect(200);
    await withdraw(person, true);
    await buildTrackConsent(app.database, person);
    await expectUntouched(
      app.database,
      () => me.post(`/patrols/${patrol}/resume`, { at: at(300) }),
      'TRACK_ERASED',
    );
    const again = await me.post(`/claims/${claim}/patrol`, startBody()).expect(201);
    expect(again.body.id).toBe(patrol);
    const { body } = await me.post(`/patrols/${patrol}/finish`, { at: at(300), lastSeq: 49 }).expect(200);
    expect(body).toMatchObject({ status: 'finished', erased: true, receivedPoints: 50, missing: [] });
  });
});
