import { AccessTokens } from '@jiefang/bff/common/auth/access-tokens';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { PatrolAnalyses } from '@jiefang/bff/volunteering/patrols/patrol-analysis';
import type { StoredPoint } from '@jiefang/bff/volunteering/patrols/track-chunks';
import { buildPerson } from '../../../builders/people.js';
import { batch, buildPatrol, fix, OTHER_DEVICE, second, walk } from '../../../builders/patrols.js';
import { expectRefusal, expectUntouched } from '../../../support/refusal.js';
import { stage } from '../../../support/stage.js';

const [app] = stage(1);
const at = (seconds: number): string => new Date(second(seconds)).toISOString();

/** What is stored of a patrol, decrypted. */
async function stored(row: number): Promise<StoredPoint[]> {
  const { points, unreadable } = await app.app.get(PatrolAnalyses, { strict: false }).load(app.database, row);
  expect(unreadable).toBe(0);
  return points;
}

describe('points', () => {
  it('are kept as they came, in whatever order, repeated and overlapping', async () => {
    const { person, patrol, row } = await buildPatrol(app);
    app.clock.advance(3_600_000);
    const points = walk(0, 200);
    const send = async (from: number, to: number): Promise<void> => {
      const answer = await app
        .as(person)
        .post(`/patrols/${patrol}/points`, batch(from, points.slice(from, to)))
        .expect(200);
      expect(answer.body).toEqual({ patrolId: patrol, firstSeq: from, lastSeq: to - 1, count: to - from });
    };
    for (const [from, to] of [
      [130, 200],
      [0, 10],
      [55, 65],
      [0, 10],
      [59, 60],
      [5, 131],
      [0, 200],
    ] as const) {
      await send(from, to);
    }
    const kept = await stored(row);
    expect(kept.map((point) => point.seq)).toEqual(Array.from({ length: 200 }, (_, seq) => seq));
    expect(kept[63]).toEqual({
      seq: 63,
      at: points[63]?.[0],
      latitude: points[63]?.[1],
      longitude: points[63]?.[2],
      accuracy: 8,
      altitude: 12.5,
      speed: Math.fround(1.2),
      receivedAt: app.clock.now().getTime(),
    });
    const { body } = await app.as(person).get(`/patrols/${patrol}`).expect(200);
    expect(body).toMatchObject({ receivedPoints: 200, lastSeq: 199, missing: [] });
    // 1.2 m/s for 600 of the 995 seconds' way lie on the route of 600 m.
    expect(body.summary).toMatchObject({ coverage: 1, points: { kept: 200, aside: [], unreadable: 0 } });
    expect(body.summary.distanceMetres).toBeGreaterThan(1180);
    expect(body.summary.distanceMetres).toBeLessThan(1205);
    expect(body.checkpoints.map((one: { reached: boolean }) => one.reached)).toEqual([true, true, true]);
  });

  it('say which numbers are missing', async () => {
    const { person, patrol } = await buildPatrol(app);
    app.clock.advance(3_600_000);
    const points = walk(0, 300);
    for (const from of [250, 0, 120]) {
      await app.as(person).post(`/patrols/${patrol}/points`, batch(from, points.slice(from, from + 20)));
    }
    const { body } = await app.as(person).get(`/patrols/${patrol}`);
    expect([body.receivedPoints, body.lastSeq, body.missing]).toEqual([
      60,
      269,
      [
        { from: 20, to: 119 },
        { from: 140, to: 249 },
      ],
    ]);
  });

  it('keep the first write of a number, and acknowledge another just the same', async () => {
    const { person, patrol, row } = await buildPatrol(app);
    app.clock.advance(60_000);
    const first = await app.as(person).post(`/patrols/${patrol}/points`, batch(0, [fix(5, 6), fix(10, 12)]));
    const other = await app.as(person).post(`/patrols/${patrol}/points`, batch(0, [fix(7, 99), fix(11, 98)]));
    expect([other.status, other.body]).toEqual([200, first.body]);
    expect((await stored(row)).map((point) => point.at)).toEqual([second(5), second(10)]);
    const { body } = await app.as(person).get(`/patrols/${patrol}`);
    expect(body.lastPointAt).toBe(at(10));
  });

  it('arrive hours late and count all the same', async () => {
    const { person, patrol } = await buildPatrol(app);
    app.clock.advance(30 * 60_000);
    await app
      .as(person)
      .post(`/patrols/${patrol}/finish`, { at: at(1000), lastSeq: 199 })
      .expect(200);
    app.clock.advance(6 * 3_600_000);
    await app
      .as(person)
      .post(`/patrols/${patrol}/points`, batch(0, walk(0, 200)))
      .expect(200);
    const { body } = await app.as(person).get(`/patrols/${patrol}`);
    expect(body).toMatchObject({
      missing: [],
      summary: { grade: 'strong', points: { kept: 200, aside: [] } },
    });
  });

  it('may be wrong in every way a receiver can be, and are set aside with the reason', async () => {
    const { person, patrol, row } = await buildPatrol(app);
    app.clock.advance(2 * 3_600_000);
    const points = [
      fix(-600, 0), // before the start
      fix(5, 6),
      [second(10), 0, 0, 5, null, null], // 0/0
      fix(15, 18),
      fix(20, 580), // 400 km/h and back
      fix(25, 30),
      fix(25, 31), // the same instant twice
      fix(30, 36, 0, 500), // a radius of half a kilometre
      fix(30 * 3600, 40), // tomorrow
      // identical for an hour
      ...Array.from({ length: 61 }, (_, minute) => fix(60 + minute * 60, 72)),
      fix(3780, 110),
    ];
    await app.as(person).post(`/patrols/${patrol}/points`, batch(0, points)).expect(200);
    expect(await stored(row)).toHaveLength(points.length);
    const { body } = await app.as(person).get(`/patrols/${patrol}`);
    const aside = Object.fromEntries(
      (body.summary.points.aside as { reason: string; word: string; count: number }[]).map((one) => {
        expect(one.word).toMatch(/^\p{Script=Han}+$/u);
        return [one.reason, one.count];
      }),
    );
    expect(aside).toEqual({
      out_of_window: 1,
      no_fix: 1,
      impossible_speed: 1,
      duplicate: 1,
      inaccurate: 1,
      future: 1,
      frozen: 60,
    });
    expect(body.summary.points.kept).toBe(5);
    expect(body.summary.proposedMinutes).toBe(120);
    for (const reason of body.summary.reasons as string[]) expect(reason).toMatch(/\p{Script=Han}.*。$/u);
  });

  it('are set aside when they were made in a pause or after the finish', async () => {
    const { person, patrol } = await buildPatrol(app);
    const me = app.as(person);
    app.clock.advance(1000_000);
    await me.post(`/patrols/${patrol}/pause`, { at: at(100) }).expect(200);
    await me.post(`/patrols/${patrol}/resume`, { at: at(200) }).expect(200);
    await me.post(`/patrols/${patrol}/finish`, { at: at(500), lastSeq: 119 }).expect(200);
    await me.post(`/patrols/${patrol}/points`, batch(0, walk(0, 120))).expect(200);
    const { body } = await me.get(`/patrols/${patrol}`);
    expect(body.summary.points).toEqual({
      kept: 101 - 19,
      aside: [{ reason: 'out_of_window', word: '不在巡防时间内', count: 19 + 19 }],
      unreadable: 0,
    });
  });

  it.each([
    ['text for a number', [[second(5), '24.51', 117.65, 8, null, null]]],
    ['null for a place', [[second(5), null, 117.65, 8, null, null]]],
    ['no time', [[null, 24.51, 117.65, 8, null, null]]],
    ['a point short of a number', [[second(5), 24.51, 117.65, 8, null]]],
    ['a point with a number too many', [[second(5), 24.51, 117.65, 8, null, null, 1]]],
    ['an object', [{ at: 1, latitude: 1, longitude: 1 }]],
    ['a latitude beyond the pole', [[second(5), 90.1, 117.65, 8, null, null]]],
    ['a longitude beyond the date line', [[second(5), 24.51, -180.5, 8, null, null]]],
    ['a time that is no instant', [[9e15, 24.51, 117.65, 8, null, null]]],
    ['nothing', []],
    ['null', null],
    ['a number', 5],
    ['a good point before a bad one', [fix(5, 6), [second(10), true, 117.65, 8, null, null]]],
  ])('are refused as a whole for %s', async (_, points) => {
    const { person, patrol } = await buildPatrol(app);
    await expectUntouched(
      app.database,
      () => app.as(person).post(`/patrols/${patrol}/points`, { ...batch(0, []), points }),
      'PATROL_POINTS_INVALID',
    );
  });

  it('are refused as NaN and Infinity, which JSON does not know', async () => {
    const { person, patrol } = await buildPatrol(app);
    const { accessToken } = app.app.get(AccessTokens).sign({ sub: person, fam: 0 }, app.clock.now());
    for (const [word, code] of [
      ['NaN', 'INVALID_INPUT'],
      ['-Infinity', 'INVALID_INPUT'],
      ['1e999', 'PATROL_POINTS_INVALID'],
    ]) {
      const answer = await fetch(`${app.url}/api/v1/patrols/${patrol}/points`, {
        method: 'POST',
        headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
        body: JSON.stringify(batch(0, [fix(5, 6)])).replace('12.5', String(word)),
      });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, code]);
    }
  });

  it.each([-1, 1.5, '0', null, 200_001, 199_999])('are refused from number %j on', async (firstSeq) => {
    const { person, patrol } = await buildPatrol(app);
    const body = { ...batch(0, [fix(5, 6), fix(10, 12), fix(15, 18)]), firstSeq };
    await expectUntouched(
      app.database,
      () => app.as(person).post(`/patrols/${patrol}/points`, body),
      'PATROL_POINTS_INVALID',
    );
  });

  it.each([[{ device: 'x' }], [{ device: 5 }], [{ personId: 3 }], [{ __proto__x: 1 }]])(
    'are refused with %j',
    async (change) => {
      const { person, patrol } = await buildPatrol(app);
      await expectUntouched(
        app.database,
        () => app.as(person).post(`/patrols/${patrol}/points`, { ...batch(0, [fix(5, 6)]), ...change }),
        'INVALID_INPUT',
      );
    },
  );

  it('are refused when there are too many in one body', async () => {
    const { person, patrol } = await buildPatrol(app);
    for (const count of [501, 2000, 100_000]) {
      const points = Array.from({ length: count }, () => [second(5), 24.51, 117.65, null, null, null]);
      const answer = await expectUntouched(
        app.database,
        () => app.as(person).post(`/patrols/${patrol}/points`, batch(0, points)),
        'BODY_TOO_LARGE',
      );
      expect(answer.status).toBe(413);
    }
    await app
      .as(person)
      .post(`/patrols/${patrol}/points`, batch(0, walk(0, 500)))
      .expect(200);
    await app
      .as(person)
      .post(`/patrols/${patrol}/points`, batch(199_501, walk(0, 500)))
      .expect(200);
  });

  it('belong to the person who walks', async () => {
    const { patrol } = await buildPatrol(app);
    const stranger = await buildPerson(app.database);
    for (const id of [patrol, encodeId('patrol', 999_999), 'zzzzzzzz', encodeId('claim', 1)]) {
      await expectUntouched(
        app.database,
        () => app.as(stranger).post(`/patrols/${id}/points`, batch(0, [fix(5, 6)])),
        'NOT_FOUND',
      );
    }
    expectRefusal(await app.as().post(`/patrols/${patrol}/points`, batch(0, [fix(5, 6)])), 'UNAUTHENTICATED');
  });

  it('come from one device, until another takes over', async () => {
    const { person, patrol, row } = await buildPatrol(app);
    app.clock.advance(60_000);
    const me = app.as(person);
    const from = (device: string, seq: number) => () =>
      me.post(`/patrols/${patrol}/points`, batch(seq, [fix(seq, seq)], device));
    await me.post(`/patrols/${patrol}/points`, batch(0, [fix(0, 0)])).expect(200);
    await expectUntouched(app.database, from(OTHER_DEVICE, 1), 'PATROL_DEVICE');
    const { body } = await me.post(`/patrols/${patrol}/take-over`, { device: OTHER_DEVICE }).expect(200);
    expect(body).toMatchObject({ device: OTHER_DEVICE, lastSeq: 0 });
    await from(OTHER_DEVICE, 1)().expect(200);
    await expectUntouched(
      app.database,
      () => me.post(`/patrols/${patrol}/points`, batch(2, [fix(2, 2)])),
      'PATROL_DEVICE',
    );
    const [found] = await app.database.query('SELECT device_changes AS n FROM patrol WHERE id = ?', [row]);
    expect(found).toEqual({ n: 1 });
  });

  it('are no longer taken when the claim is decided, or seven days after the finish', async () => {
    const { person, patrol, row } = await buildPatrol(app);
    const me = app.as(person);
    app.clock.advance(60_000);
    await me.post(`/patrols/${patrol}/finish`, { at: at(60), lastSeq: 9 }).expect(200);
    const send = (seq: number) => () => me.post(`/patrols/${patrol}/points`, batch(seq, [fix(seq, seq)]));
    app.clock.advance(7 * 86_400_000 - 1);
    await send(0)().expect(200);
    app.clock.advance(2);
    const late = await expectUntouched(app.database, send(1), 'PATROL_CLOSED');
    expect(late.body.message).toContain('7 天');
    app.clock.advance(-86_400_000);
    for (const status of ['verified', 'rejected']) {
      await app.database.execute(
        'UPDATE claim SET status = ? WHERE id = (SELECT claim_id FROM patrol WHERE id = ?)',
        [status, row],
      );
      await expectUntouched(app.database, send(1), 'PATROL_CLOSED');
    }
  });
});
