import { randomUUID } from 'node:crypto';
import { buildBooking, centreForm, centreId, venueForm } from '../../builders/catalogue.js';
import { buildPerson } from '../../builders/people.js';
import { buildCentre, buildVenue, COMMUNITY, DAILY } from '../../builders/venues.js';
import type { TestApp } from '../../support/app.js';
import { createEditingWorld, DAY, SHORT, type EditingWorld } from './editing-support.js';

describe('staff edit centres', () => {
  let app: TestApp;
  let manager: number;
  let stranger: number;
  let lastAudit: EditingWorld['lastAudit'];
  let everything: EditingWorld['everything'];

  beforeAll(async () => {
    ({ app, manager, stranger, lastAudit, everything } = await createEditingWorld());
  });
  afterAll(() => app.close());

  it('creates one that can be found by its pinyin, and audits it', async () => {
    const { body } = await app
      .as(manager)
      .post(`/staff/divisions/${COMMUNITY}/centres`, centreForm())
      .expect(201);
    expect(body).toMatchObject({
      version: 1,
      venueCount: 0,
      community: { name: '延安社区' },
      keptOutsideHours: 0,
    });
    expect(body.location).toEqual({
      latitude: 24.512346,
      longitude: 117.654321,
      coordinateSystem: 'GCJ-02',
    });
    const found = await app.as().get('/centres?q=yasq').expect(200);
    expect(found.body.items[0].id).toBe(body.id);
    expect((await lastAudit()).action).toBe('centre.create');
  });

  it('answers a repeat the same and creates once', async () => {
    const key = randomUUID();
    const path = `/staff/divisions/${COMMUNITY}/centres`;
    const first = await app
      .as(manager)
      .post(path, centreForm({ name: '重复驿站' }), key)
      .expect(201);
    const again = await app
      .as(manager)
      .post(path, centreForm({ name: '重复驿站' }), key)
      .expect(201);
    expect(again.body).toEqual(first.body);
    const other = await app
      .as(manager)
      .post(path, centreForm({ name: '别的驿站' }), key)
      .expect(409);
    expect(other.body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await app.as().get(`/centres?q=${encodeURIComponent('重复驿站')}`)).body.items).toHaveLength(1);
  });

  it('edits the version that was read, and no older one', async () => {
    const id = centreId(await buildCentre(app.database));
    const edit = centreForm({ version: 1, name: '改过的中心', tags: [] });
    const { body } = await app.as(manager).put(`/staff/centres/${id}`, edit).expect(200);
    expect(body).toMatchObject({ name: '改过的中心', tags: [], version: 2 });
    expect((await app.as(manager).get(`/staff/centres/${id}`).expect(200)).body).toEqual(body);
    const stale = await app
      .as(manager)
      .put(`/staff/centres/${id}`, { ...edit, name: '晚到的' })
      .expect(409);
    expect(stale.body).toMatchObject({ code: 'STALE_VERSION', requestId: expect.any(String) });
    const last = await lastAudit();
    expect(last.after).toMatchObject({ name: '改过的中心', tags: [] });
    expect(last.before.name).toMatch(/^党群服务中心/);
  });

  it('lets one of two simultaneous edits win', async () => {
    const id = centreId(await buildCentre(app.database));
    const answers = await Promise.all(
      ['甲版本', '乙版本', '丙版本'].map((name) =>
        app.as(manager).put(`/staff/centres/${id}`, centreForm({ version: 1, name })),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
  });

  it('is closed to the next street, to residents and to visitors, and changes nothing', async () => {
    const id = centreId(await buildCentre(app.database));
    const resident = await buildPerson(app.database);
    const before = await everything();
    for (const person of [stranger, resident]) {
      await app.as(person).get(`/staff/centres/${id}`).expect(403);
      await app
        .as(person)
        .put(`/staff/centres/${id}`, centreForm({ version: 1 }))
        .expect(403);
      await app.as(person).post(`/staff/divisions/${COMMUNITY}/centres`, centreForm()).expect(403);
      await app.as(person).post(`/staff/centres/${id}/venues`, venueForm()).expect(403);
    }
    await app
      .as()
      .put(`/staff/centres/${id}`, centreForm({ version: 1 }))
      .expect(401);
    await app.as(manager).post('/staff/divisions/350602/centres', centreForm()).expect(403);
    await app
      .as(manager)
      .post(`/staff/divisions/${COMMUNITY.slice(0, 9)}999/centres`, centreForm())
      .expect(404);
    expect(await everything()).toBe(before);
  });

  it.each([
    ['no name', { name: '  ' }, 'name'],
    ['hidden characters', { name: '延安\u202e中心' }, 'name'],
    ['a line break in a name', { name: '延安\n中心' }, 'name'],
    ['a long name', { name: '长'.repeat(61) }, 'name'],
    ['nine tags', { tags: [...'一二三四五六七八九'] }, 'tags'],
    ['a tag twice', { tags: ['电梯', '电梯 '] }, 'tags'],
    ['a number as tag', { tags: [1] }, 'tags'],
    ['a place abroad', { location: { latitude: 48.85, longitude: 2.35 } }, 'location.longitude'],
    ['no place', { location: null }, 'location'],
    ['words as place', { location: { latitude: '24', longitude: '117' } }, 'location.latitude'],
    ['a phone that is none', { phone: '打给我' }, 'phone'],
    ['a weekday 8', { hours: [{ weekday: 8, ranges: [] }] }, 'hours.0.weekday'],
    [
      'minutes beyond the day',
      { hours: [{ weekday: 1, ranges: [{ openMinute: 0, closeMinute: 1441 }] }] },
      'hours.0.ranges.0.closeMinute',
    ],
    [
      'half minutes',
      { hours: [{ weekday: 1, ranges: [{ openMinute: 0.5, closeMinute: 600 }] }] },
      'hours.0.ranges.0.openMinute',
    ],
    ['hours as text', { hours: '全天' }, 'hours'],
    ['nothing as a day', { hours: [null] }, 'hours.0'],
    ['nothing as a range', { hours: [{ weekday: 1, ranges: [null] }] }, 'hours.0.ranges.0'],
    ['a list as place', { location: [] }, 'location'],
    ['a number as service', { services: [7] }, 'services.0'],
    ['nothing as tag', { tags: [null] }, 'tags'],
    ['a nested list as tag', { tags: [['电梯']] }, 'tags'],
    ['an unknown field', { owner: 'me' }, 'owner'],
    [
      'an unknown field inside',
      { location: { latitude: 24, longitude: 117, altitude: 3 } },
      'location.altitude',
    ],
  ])('refuses %s', async (_, change, field) => {
    const before = await everything();
    const { body } = await app
      .as(manager)
      .post(`/staff/divisions/${COMMUNITY}/centres`, centreForm(change))
      .expect(400);
    expect(body).toMatchObject({ code: 'INVALID_INPUT', requestId: expect.any(String) });
    expect(body.details.map((detail: { field: string }) => detail.field)).toContain(field);
    for (const { message } of body.details) expect(message).toMatch(/\p{Script=Han}/u);
    expect(await everything()).toBe(before);
  });

  it.each([
    [
      'that overlap',
      [
        { openMinute: 480, closeMinute: 720 },
        { openMinute: 600, closeMinute: 900 },
      ],
    ],
    ['that run backwards', [{ openMinute: 720, closeMinute: 480 }]],
    ['off the quarter', [{ openMinute: 485, closeMinute: 720 }]],
  ])('refuses hours %s', async (_, ranges) => {
    const form = centreForm({ hours: [{ weekday: 1, ranges }] });
    const { body } = await app.as(manager).post(`/staff/divisions/${COMMUNITY}/centres`, form).expect(422);
    expect(body).toMatchObject({ code: 'HOURS_INVALID', requestId: expect.any(String) });
    expect(body.details[0].field).toMatch(/^hours\.0\.ranges/);
  });

  it('takes emoji, 4-byte text and what looks like SQL or script as text', async () => {
    const name = "𠮷屋👵🏻';DROP TABLE centre;--<script>";
    const { body } = await app
      .as(manager)
      .post(`/staff/divisions/${COMMUNITY}/centres`, centreForm({ name }))
      .expect(201);
    expect(body.name).toBe(name);
  });

  it('names the bookings that shorter hours leave outside, and keeps them once confirmed', async () => {
    const { database } = app;
    const centre = await buildCentre(database);
    const follows = await buildVenue(database, { centreId: centre, name: '会议室' });
    const own = await buildVenue(database, { centreId: centre, opening: DAILY });
    const at = { centreId: centre, day: DAY, startMinute: 1200, endMinute: 1260 };
    const booking = await buildBooking(database, {
      ...at,
      venueId: follows,
      personId: await buildPerson(database, { nickname: '陈阿姨' }),
    });
    await buildBooking(database, { ...at, venueId: own });
    await buildBooking(database, { ...at, venueId: follows, day: '2026-11-20' });

    const edit = centreForm({ version: 1, hours: SHORT });
    const refused = await app
      .as(manager)
      .put(`/staff/centres/${centreId(centre)}`, edit)
      .expect(409);
    expect(refused.body).toMatchObject({ code: 'VENUE_IN_USE', confirmWith: 'confirmOutsideHours' });
    expect(refused.body.message).toBe('有 1 个预约在新的开放时间之外。');
    expect(refused.body.bookings).toEqual([
      expect.objectContaining({
        personName: '陈阿姨',
        purpose: '合唱排练',
        venue: expect.objectContaining({ name: '会议室' }),
      }),
    ]);
    expect((await app.as().get(`/centres/${centreId(centre)}`)).body.hoursToday).toBe('08:00–21:00');

    const confirmed = { ...edit, confirmOutsideHours: true };
    const { body } = await app
      .as(manager)
      .put(`/staff/centres/${centreId(centre)}`, confirmed)
      .expect(200);
    expect(body).toMatchObject({ version: 2, keptOutsideHours: 1, hoursToday: '08:00–20:00' });
    const [kept] = await database.query<{ status: string }>('SELECT status FROM booking WHERE id = ?', [
      booking,
    ]);
    expect(kept?.status).toBe('confirmed');
    // What is outside already does not stand in the way of the next edit.
    await app
      .as(manager)
      .put(`/staff/centres/${centreId(centre)}`, centreForm({ version: 2, hours: SHORT }))
      .expect(200);
  });

  it('refuses hours that do not fit the units of a venue that follows them', async () => {
    const centre = await buildCentre(app.database);
    await buildVenue(app.database, { centreId: centre, name: '舞蹈室', unitMinutes: 30 });
    const hours = [{ weekday: 1, ranges: [{ openMinute: 495, closeMinute: 1260 }] }];
    const { body } = await app
      .as(manager)
      .put(`/staff/centres/${centreId(centre)}`, centreForm({ version: 1, hours }))
      .expect(422);
    expect(body).toMatchObject({ code: 'HOURS_INVALID', message: expect.stringContaining('舞蹈室') });
  });
});
