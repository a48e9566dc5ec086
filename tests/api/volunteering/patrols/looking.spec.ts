import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { readGpx } from '@jiefang/bff/volunteering/patrols/gpx';
import { distanceMetres, toGcj02, toWgs84 } from '@jiefang/shared/geo';
import { auditedActs, buildStaff } from '../../../builders/bookings.js';
import { buildPerson } from '../../../builders/people.js';
import { batch, buildPatrol, fix, PATROL_START, placeAt, second, walk } from '../../../builders/patrols.js';
import { COMMUNITY, OTHER_STREET_COMMUNITY } from '../../../builders/venues.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

const [app] = stage(1);
const at = (seconds: number): string => new Date(second(seconds)).toISOString();

/** A patrol of a walk over the whole route with a pause in it, finished after ten minutes. */
async function walked(options: Parameters<typeof buildPatrol>[1] = {}) {
  const built = await buildPatrol(app, options);
  const me = app.as(built.person);
  app.clock.advance(1000_000);
  await me.post(`/patrols/${built.patrol}/pause`, { at: at(202) }).expect(200);
  await me.post(`/patrols/${built.patrol}/resume`, { at: at(218) }).expect(200);
  await me.post(`/patrols/${built.patrol}/points`, batch(0, [...walk(0, 120), fix(599, 3000)])).expect(200);
  await me.post(`/patrols/${built.patrol}/finish`, { at: at(600), lastSeq: 120 }).expect(200);
  return built;
}

describe('the line of a patrol', () => {
  it('is simplified, cut at pauses, and lies beside its route', async () => {
    const { person, patrol } = await walked();
    const { body } = await app.as(person).get(`/patrols/${patrol}/line`).expect(200);
    expect(body.coordinateSystem).toBe('GCJ-02');
    expect(body.segments).toHaveLength(2);
    // Straight on: two places are enough for each.
    expect(body.segments.map((segment: unknown[]) => segment.length)).toEqual([2, 2]);
    expect(distanceMetres(body.segments[0][0], placeAt(0))).toBeLessThan(0.2);
    expect(distanceMetres(body.segments[1][1], placeAt(714))).toBeLessThan(0.2);
    expect(body.aside).toHaveLength(4);
    expect(body.aside.at(-1)).toMatchObject({ reason: 'impossible_speed' });
    expect(body.route.checkpoints).toHaveLength(3);
    expect(body.route.line).toHaveLength(2);
    expect(body.bounds.north).toBeCloseTo(placeAt(714).latitude, 4);
    expect(body.bounds.south).toBeCloseTo(placeAt(0).latitude, 4);
  });

  it('tells where the walk was when, for a replay, and nothing for the pause', async () => {
    const { person, patrol } = await walked();
    const { body } = await app.as(person).get(`/patrols/${patrol}/line`).expect(200);
    const moments = body.moments as { at: string; latitude: number; longitude: number; segment: number }[];
    expect(moments.length).toBeLessThanOrEqual(401);
    expect(moments[0]).toMatchObject({ at: at(0), segment: 0 });
    expect(moments.at(-1)).toMatchObject({ at: at(595), segment: 1 });
    expect(moments.map((moment) => moment.at)).toEqual(moments.map((moment) => moment.at).sort());
    expect(moments.filter((moment) => moment.at > at(202) && moment.at < at(218))).toEqual([]);
    const halfway = moments.find((moment) => moment.at === at(300));
    expect(distanceMetres(halfway!, placeAt(360))).toBeLessThan(0.2);
  });

  it('is GCJ-02 on the map, whatever the phone recorded', async () => {
    const built = await buildPatrol(app, { coordinateSystem: 'WGS-84' });
    const { person, patrol } = built;
    app.clock.advance(1000_000);
    // The phone walks the same street and says so in satellite degrees.
    const points = walk(0, 100).map(([time, latitude, longitude, ...rest]) => {
      const place = toWgs84({ latitude: latitude as number, longitude: longitude as number });
      return [time, place.latitude, place.longitude, ...rest];
    });
    await app.as(person).post(`/patrols/${patrol}/points`, batch(0, points)).expect(200);
    const { body } = await app.as(person).get(`/patrols/${patrol}/line`).expect(200);
    expect(distanceMetres(body.segments[0][0], placeAt(0))).toBeLessThan(0.5);
    const { body: view } = await app.as(person).get(`/patrols/${patrol}`);
    expect(view.coordinateSystem).toBe('WGS-84');
    expect(view.summary.coverage).toBeGreaterThan(0.98);
    expect(view.checkpoints.slice(0, 2).map((one: { reached: boolean }) => one.reached)).toEqual([
      true,
      true,
    ]);
  });

  it('of an empty patrol is empty', async () => {
    const { person, patrol } = await buildPatrol(app, { route: null });
    const { body } = await app.as(person).get(`/patrols/${patrol}/line`).expect(200);
    expect(body).toEqual({
      coordinateSystem: 'GCJ-02',
      segments: [],
      moments: [],
      aside: [],
      route: null,
      bounds: null,
    });
  });
});

describe('the track as GPX', () => {
  it('is WGS-84, cut at pauses, without what was set aside', async () => {
    const { person, patrol } = await walked();
    const { body } = await app.as(person).get(`/patrols/${patrol}/gpx-link`).expect(200);
    const answer = await fetch(`${app.url}${body.path as string}`);
    expect(answer.headers.get('content-type')).toBe('application/gpx+xml; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('.gpx');
    const text = await answer.text();
    const { segments } = readGpx(text);
    expect(segments.map((segment) => segment.length)).toEqual([41, 76]);
    const first = segments[0]?.[0];
    if (first === undefined) throw new Error('no point');
    expect(first).toMatchObject({ at: second(0), elevation: 12.5 });
    expect(distanceMetres(first, placeAt(0))).toBeGreaterThan(100);
    expect(distanceMetres(toGcj02(first), placeAt(0))).toBeLessThan(0.5);
    expect(text).toContain('<name>夜间巡防</name>');
    const own = await app.as(person).get(`/patrols/${patrol}/track.gpx`).expect(200);
    expect(own.text ?? (own.body as Buffer).toString()).toBe(text);
  });

  it('needs a login or a link that was made for it, not older than ten minutes', async () => {
    const { person, patrol } = await walked();
    const other = await walked();
    const get = (path: string) => app.as().get(path.replace('/api/v1', ''));
    const { path } = (await app.as(person).get(`/patrols/${patrol}/gpx-link`)).body as { path: string };
    expectRefusal(await get(`/patrols/${patrol}/track.gpx`), 'UNAUTHENTICATED');
    expectRefusal(await get(path.replace(patrol, other.patrol)), 'NOT_FOUND');
    for (const token of ['', 'x', '9999999999.AAAAAAAAAAAAAAAAAAAA', '1.2.3']) {
      expectRefusal(await get(`/patrols/${patrol}/track.gpx?token=${token}`), 'NOT_FOUND');
    }
    expectRefusal(await get(`/patrols/${patrol}/track.gpx?token=${'x'.repeat(81)}`), 'INVALID_INPUT');
    app.clock.advance(600_000);
    await get(path).expect(200);
    app.clock.advance(1000);
    expectRefusal(await get(path), 'NOT_FOUND');
  });
});

describe('staff', () => {
  it('of the division look at tracks, and each look is audited', async () => {
    const { patrol, row } = await walked();
    const staff = await buildStaff(app.database, 'volunteer_coordinator');
    const { body } = await app.as(staff).get(`/patrols/${patrol}`).expect(200);
    expect(body.device).toBeNull();
    await app.as(staff).get(`/patrols/${patrol}/line`).expect(200);
    await app.as(staff).get(`/patrols/${patrol}/gpx-link`).expect(200);
    await app.as(staff).get(`/patrols/${patrol}/track.gpx`).expect(200);
    expect((await auditedActs(app.database, 'patrol', row)).map((act) => act.action)).toEqual([
      'patrol.view',
      'patrol.view',
      'patrol.export',
      'patrol.export',
    ]);
  });

  it('of another street, of other work, and residents look at none', async () => {
    const { patrol } = await walked();
    const strangers = [
      await buildStaff(app.database, 'volunteer_coordinator', OTHER_STREET_COMMUNITY),
      await buildStaff(app.database, 'venue_manager', COMMUNITY),
      await buildPerson(app.database),
    ];
    for (const stranger of strangers) {
      for (const path of ['', '/line', '/gpx-link', '/track.gpx']) {
        await expectUntouched(
          app.database,
          () => app.as(stranger).get(`/patrols/${patrol}${path}`),
          'FORBIDDEN',
        );
      }
      await expectUntouched(
        app.database,
        () => app.as(stranger).get(`/staff/divisions/${COMMUNITY}/patrols/live`),
        'FORBIDDEN',
      );
    }
  });

  it('do not walk for others', async () => {
    const { patrol } = await buildPatrol(app);
    const staff = await buildStaff(app.database, 'administrator');
    for (const [step, body] of [
      ['points', batch(0, [fix(5, 6)])],
      ['finish', { at: PATROL_START, lastSeq: 1 }],
    ] as const) {
      await expectUntouched(
        app.database,
        () => app.as(staff).post(`/patrols/${patrol}/${step}`, body),
        'NOT_FOUND',
      );
    }
  });
});

describe('patrols on the coordinators’ map', () => {
  const live = async (person: number, code = COMMUNITY) =>
    (await app.as(person).get(`/staff/divisions/${code}/patrols/live`).expect(200)).body.items as {
      patrolId: string;
      position: { latitude: number; longitude: number } | null;
      stale: boolean;
    }[];

  it('are where they were last, at most as old as the last upload', async () => {
    const { person, patrol, task, claim, row } = await buildPatrol(app);
    const staff = await buildStaff(app.database, 'volunteer_coordinator');
    const find = async () => (await live(staff)).find((one) => one.patrolId === patrol);
    expect(await find()).toMatchObject({ position: null, positionAt: null, receivedAt: null, stale: false });
    expect(await auditedActs(app.database, 'patrol', row)).toEqual([]);
    app.clock.advance(30_000);
    // Backwards, and with points that no receiver means.
    const points = [
      fix(25, 30),
      fix(10, 12),
      [second(28), 0, 0, 5, null, null],
      fix(29, 900, 0, 900),
      fix(9999, 7),
    ];
    await app.as(person).post(`/patrols/${patrol}/points`, batch(0, points)).expect(200);
    const found = await find();
    expect(found).toEqual({
      patrolId: patrol,
      claimId: claim,
      task: { id: encodeId('task', task), title: '夜间巡防' },
      volunteer: { number: expect.stringMatching(/^\d{12}$/) as string, name: '林**' },
      status: 'recording',
      startedAt: at(0),
      position: { latitude: placeAt(30).latitude, longitude: placeAt(30).longitude },
      positionAt: at(25),
      receivedAt: at(30),
      stale: false,
    });
    app.clock.advance(60_001);
    expect((await find())?.stale).toBe(true);
    // A phone that repeats itself is there, and moves nothing.
    await app.as(person).post(`/patrols/${patrol}/points`, batch(0, points)).expect(200);
    expect(await find()).toMatchObject({ stale: false, positionAt: at(25) });
    await app
      .as(person)
      .post(`/patrols/${patrol}/finish`, { at: at(90), lastSeq: 4 })
      .expect(200);
    expect(await find()).toBeUndefined();
  });

  it('are GCJ-02 there, though the phone says WGS-84', async () => {
    const { person, patrol } = await buildPatrol(app, { coordinateSystem: 'WGS-84' });
    const staff = await buildStaff(app.database, 'volunteer_coordinator');
    app.clock.advance(30_000);
    await app
      .as(person)
      .post(`/patrols/${patrol}/points`, batch(0, [fix(10, 12)]))
      .expect(200);
    const position = (await live(staff)).find((one) => one.patrolId === patrol)?.position;
    expect(distanceMetres(position ?? placeAt(0), toGcj02(placeAt(12)))).toBeLessThan(0.01);
  });

  it('are watched by their division only, and who watched is on record', async () => {
    const { person, patrol, row } = await buildPatrol(app);
    app.clock.advance(30_000);
    await app
      .as(person)
      .post(`/patrols/${patrol}/points`, batch(0, [fix(10, 12)]))
      .expect(200);
    const above = await buildStaff(app.database, 'administrator', COMMUNITY.slice(0, 9));
    const beside = await buildStaff(app.database, 'volunteer_coordinator', OTHER_STREET_COMMUNITY);
    expect((await live(beside, OTHER_STREET_COMMUNITY)).map((one) => one.patrolId)).not.toContain(patrol);
    for (let look = 0; look < 3; look += 1) await live(above);
    expect((await live(above, COMMUNITY.slice(0, 9))).map((one) => one.patrolId)).toContain(patrol);
    expect(await auditedActs(app.database, 'patrol', row)).toEqual([
      { action: 'patrol.watch', actorId: above },
    ]);
    app.clock.advance(600_001);
    await live(above);
    expect(await auditedActs(app.database, 'patrol', row)).toHaveLength(2);
    expectRefusal(await app.as(above).get('/staff/divisions/35%25/patrols/live'), 'NOT_FOUND');
  });
});
