import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { instantAt } from '@jiefang/shared/time';
import { at, DAY, wish } from '../../builders/bookings.js';
import { buildPerson, buildResidency } from '../../builders/people.js';
import { buildVenue, COMMUNITY, OTHER_STREET_COMMUNITY } from '../../builders/venues.js';
import { stage } from '../../support/stage.js';

describe('booking a room', () => {
  const [app] = stage(1);
  let person: number;

  beforeEach(async () => {
    person = await buildPerson(app.database);
  });

  const units = (venue: number) =>
    app.database.query<{ unit: number; kind: number }>(
      'SELECT unit, kind FROM booking_unit WHERE venue_id = ? ORDER BY unit',
      [venue],
    );

  it('keeps the run with its cleaning, answers with the booking, and tells the resident', async () => {
    const venue = await buildVenue(app.database, { policy: { cleaningMinutes: 20 }, unitMinutes: 15 });
    const { body } = await app
      .as(person)
      .post('/bookings', wish(venue, 540, 600))
      .expect(201);
    expect(body).toMatchObject({
      status: 'confirmed',
      startsAt: at(540),
      endsAt: at(600),
      purpose: '合唱排练',
      actions: expect.arrayContaining(['cancel', 'show_check_in_code', 'invite', 'add_to_calendar']),
      companionLimit: 7,
      timeline: [{ status: 'confirmed', note: null }],
    });
    expect((await units(venue)).map((u) => [u.unit, u.kind])).toEqual([
      [36, 0],
      [37, 0],
      [38, 0],
      [39, 0],
      [40, 1],
      [41, 1],
    ]);
    const seen = await app.as(person).get(`/bookings/${body.id}`).expect(200);
    expect(seen.body).toEqual(body);
    const list = await app.as(person).get('/me/bookings').expect(200);
    expect(list.body.items.map((b: { id: string }) => b.id)).toEqual([body.id]);
  });

  it('refuses a taken run with free ones nearby and the offer to wait', async () => {
    const venue = await buildVenue(app.database);
    await app
      .as(person)
      .post('/bookings', wish(venue, 540, 600))
      .expect(201);
    const other = await buildPerson(app.database);
    const { body } = await app
      .as(other)
      .post('/bookings', wish(venue, 570, 630))
      .expect(409);
    expect(body).toMatchObject({ code: 'BOOKING_TAKEN', canWait: true, requestId: expect.any(String) });
    expect(body.alternatives[0]).toEqual({ startsAt: at(600), endsAt: at(660) });
    expect(body.next).toContain('10:00');
    expect(await units(venue)).toHaveLength(2);
  });

  it.each([
    ['past', 'BOOKING_IN_PAST', (v: number) => wish(v, 480, 540, '2026-11-22')],
    ['outside hours', 'BOOKING_OUTSIDE_HOURS', (v: number) => wish(v, 420, 480)],
    ['past closing time', 'BOOKING_OUTSIDE_HOURS', (v: number) => wish(v, 1230, 1290)],
    ['misaligned', 'BOOKING_MISALIGNED', (v: number) => wish(v, 545, 605)],
    ['too long', 'BOOKING_TOO_LONG', (v: number) => wish(v, 540, 780)],
    ['too far ahead', 'BOOKING_TOO_EARLY', (v: number) => wish(v, 540, 600, '2026-12-20')],
    ['too close', 'BOOKING_TOO_LATE', (v: number) => wish(v, 570, 600, '2026-11-23')],
    ['zero length', 'BOOKING_RUN_INVALID', (v: number) => wish(v, 540, 540)],
    ['end before start', 'BOOKING_RUN_INVALID', (v: number) => wish(v, 600, 540)],
    ['across midnight', 'BOOKING_RUN_INVALID', (v: number) => wish(v, 1380, 1500)],
    ['too many people', 'BOOKING_CAPACITY', (v: number) => ({ ...wish(v, 540, 600), attendees: 31 })],
    [
      'another offset',
      'INVALID_INPUT',
      (v: number) => ({ ...wish(v, 540, 600), startsAt: '2026-11-24T10:00:00+09:00' }),
    ],
    ['no zone', 'INVALID_INPUT', (v: number) => ({ ...wish(v, 540, 600), startsAt: '2026-11-24T09:00:00' })],
    [
      'an impossible date',
      'INVALID_INPUT',
      (v: number) => ({ ...wish(v, 540, 600), startsAt: '2026-13-40T09:00:00Z' }),
    ],
    ['an unknown field', 'INVALID_INPUT', (v: number) => ({ ...wish(v, 540, 600), status: 'confirmed' })],
    [
      'wrong types',
      'INVALID_INPUT',
      (v: number) => ({ ...wish(v, 540, 600), attendees: '8', purpose: { a: 1 } }),
    ],
    ['an empty purpose', 'INVALID_INPUT', (v: number) => ({ ...wish(v, 540, 600), purpose: '  ' })],
    ['invisible characters', 'INVALID_INPUT', (v: number) => ({ ...wish(v, 540, 600), purpose: 'a\u202eb' })],
    ['nobody', 'INVALID_INPUT', (v: number) => ({ ...wish(v, 540, 600), attendees: 0 })],
    [
      'another kind of id',
      'NOT_FOUND',
      (v: number) => ({ ...wish(v, 540, 600), venueId: encodeId('centre', v) }),
    ],
    [
      'an unknown venue',
      'NOT_FOUND',
      () => ({ ...wish(1, 540, 600), venueId: encodeId('venue', 99_999_999) }),
    ],
  ])('refuses %s and changes nothing', async (_name, code, body) => {
    const venue = await buildVenue(app.database);
    const answer = await app.as(person).post('/bookings', body(venue));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).toMatchObject({
      code,
      message: expect.stringMatching(/\p{Script=Han}/u),
      requestId: expect.any(String),
    });
    expect(await units(venue)).toHaveLength(0);
    expect(await app.database.query('SELECT id FROM booking WHERE venue_id = ?', [venue])).toHaveLength(0);
  });

  it('takes emoji, 4-byte text, SQL and script as the words they are', async () => {
    const venue = await buildVenue(app.database);
    for (const [index, purpose] of [
      '🎉𠮷家聚会',
      "'; DROP TABLE booking; --",
      '<script>alert(1)</script>',
    ].entries()) {
      const from = 540 + index * 60;
      const { body } = await app
        .as(person)
        .post('/bookings', { ...wish(venue, from, from + 60), purpose })
        .expect(201);
      expect(body.purpose).toBe(purpose);
      expect((await app.as(person).get(`/bookings/${body.id}`)).body.purpose).toBe(purpose);
    }
  });

  it('lets only verified residents of the division into a community venue', async () => {
    const venue = await buildVenue(app.database, { policy: { audience: 'community' } });
    const refused = await app
      .as(person)
      .post('/bookings', wish(venue, 540, 600))
      .expect(403);
    expect(refused.body).toMatchObject({ code: 'BOOKING_AUDIENCE', rule: { no: 2 } });
    const neighbour = await buildPerson(app.database);
    await buildResidency(app.database, neighbour, OTHER_STREET_COMMUNITY);
    await app
      .as(neighbour)
      .post('/bookings', wish(venue, 540, 600))
      .expect(403);
    const resident = await buildPerson(app.database);
    await buildResidency(app.database, resident, COMMUNITY);
    await app
      .as(resident)
      .post('/bookings', wish(venue, 540, 600))
      .expect(201);
    const unbound = await buildPerson(app.database, { phone: null });
    expect(
      (
        await app
          .as(unbound)
          .post('/bookings', wish(venue, 600, 660))
          .expect(403)
      ).body.code,
    ).toBe('PHONE_REQUIRED');
    await app
      .as()
      .post('/bookings', wish(venue, 600, 660))
      .expect(401);
  });

  it('counts the week for the person and for the household, and gives a cancelled turn back', async () => {
    const venue = await buildVenue(app.database, { policy: { weeklyPerPerson: 2, weeklyPerHousehold: 3 } });
    const wife = await buildPerson(app.database);
    const room = { building: '8幢', room: `q${venue}` };
    await buildResidency(app.database, person, COMMUNITY, room);
    await buildResidency(app.database, wife, COMMUNITY, room);
    const first = await app
      .as(person)
      .post('/bookings', wish(venue, 480, 540))
      .expect(201);
    await app
      .as(person)
      .post('/bookings', wish(venue, 540, 600))
      .expect(201);
    const third = await app
      .as(person)
      .post('/bookings', wish(venue, 600, 660))
      .expect(409);
    expect(third.body).toMatchObject({ code: 'BOOKING_QUOTA_PERSON', rule: { no: 5 } });
    await app
      .as(wife)
      .post('/bookings', wish(venue, 600, 660))
      .expect(201);
    const fourth = await app
      .as(wife)
      .post('/bookings', wish(venue, 660, 720))
      .expect(409);
    expect(fourth.body.code).toBe('BOOKING_QUOTA_HOUSEHOLD');
    // The next week counts anew.
    await app
      .as(person)
      .post('/bookings', wish(venue, 480, 540, '2026-11-30'))
      .expect(201);
    await app.as(person).post(`/bookings/${first.body.id}/cancel`).expect(200);
    await app
      .as(wife)
      .post('/bookings', wish(venue, 660, 720))
      .expect(201);
  });

  it('keeps a share of the day for the desk until a day before', async () => {
    const venue = await buildVenue(app.database, {
      policy: { reservedPercent: 50, reservedUntilHours: 24, maxMinutes: 1000, earliestLeadDays: 30 },
    });
    const day = '2026-11-26';
    await app
      .as(person)
      .post('/bookings', wish(venue, 480, 870, day))
      .expect(201);
    const refused = await app
      .as(person)
      .post('/bookings', wish(venue, 900, 930, day))
      .expect(409);
    expect(refused.body).toMatchObject({ code: 'BOOKING_RESERVED', rule: { no: 10 } });
    app.clock.set('2026-11-25T07:30:00Z');
    await app
      .as(person)
      .post('/bookings', wish(venue, 900, 930, day))
      .expect(201);
  });

  it('shows a booking to nobody else', async () => {
    const venue = await buildVenue(app.database);
    const { body } = await app
      .as(person)
      .post('/bookings', wish(venue, 540, 600))
      .expect(201);
    const stranger = await buildPerson(app.database);
    await app.as(stranger).get(`/bookings/${body.id}`).expect(404);
    await app.as(stranger).post(`/bookings/${body.id}/cancel`).expect(404);
    await app.as(stranger).get(`/bookings/${body.id}/check-in-code`).expect(404);
    expect(await units(venue)).toHaveLength(2);
  });

  it('answers one key once, and refuses it for another wish', async () => {
    const venue = await buildVenue(app.database);
    const key = 'same-key-0001';
    const [a, b] = await Promise.all(
      [1, 2].map(() => app.as(person).post('/bookings', wish(venue, 540, 600), key)),
    );
    expect([a?.status, b?.status]).toEqual([201, 201]);
    expect(a?.body).toEqual(b?.body);
    const again = await app
      .as(person)
      .post('/bookings', wish(venue, 540, 600), key)
      .expect(201);
    expect(again.body).toEqual(a?.body);
    const other = await app
      .as(person)
      .post('/bookings', wish(venue, 600, 660), key)
      .expect(409);
    expect(other.body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    const refused = await app
      .as(person)
      .post('/bookings', wish(venue, 540, 600), 'refused-key-1')
      .expect(409);
    await app.as(person).post(`/bookings/${again.body.id}/cancel`).expect(200);
    const repeated = await app
      .as(person)
      .post('/bookings', wish(venue, 540, 600), 'refused-key-1')
      .expect(409);
    expect(repeated.body.code).toBe(refused.body.code);
    await app
      .as(person)
      .post('/bookings', wish(venue, 540, 600), 'short')
      .expect(400);
  });

  it('records a cancellation after the deadline as late and keeps the turn used', async () => {
    const venue = await buildVenue(app.database, { policy: { weeklyPerPerson: 1, cancelByMinutes: 120 } });
    const { body } = await app
      .as(person)
      .post('/bookings', wish(venue, 600, 660))
      .expect(201);
    app.clock.set(instantAt(DAY, 500));
    const seen = await app.as(person).get(`/bookings/${body.id}`).expect(200);
    expect(seen.body.cancelNote).toContain('临时取消');
    const cancelled = await app
      .as(person)
      .post(`/bookings/${body.id}/cancel`, { reason: '孩子发烧' })
      .expect(200);
    expect(cancelled.body).toMatchObject({ status: 'late_cancelled', statusReason: '孩子发烧', actions: [] });
    expect(await units(venue)).toHaveLength(0);
    expect(
      (
        await app
          .as(person)
          .post('/bookings', wish(venue, 660, 720))
          .expect(409)
      ).body.code,
    ).toBe('BOOKING_QUOTA_PERSON');
    await app.as(person).post(`/bookings/${body.id}/cancel`).expect(409);
  });

  it('cannot be cancelled once it has begun', async () => {
    const venue = await buildVenue(app.database);
    const { body } = await app
      .as(person)
      .post('/bookings', wish(venue, 600, 660))
      .expect(201);
    app.clock.set(instantAt(DAY, 605));
    expect((await app.as(person).post(`/bookings/${body.id}/cancel`).expect(409)).body.code).toBe(
      'BOOKING_STATE',
    );
  });
});
