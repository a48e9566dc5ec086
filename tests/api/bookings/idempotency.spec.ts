import { randomUUID } from 'node:crypto';
import { Audit } from '@jiefang/bff/audit/audit';
import { BookingLedger } from '@jiefang/bff/venues/bookings/booking-ledger';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { at, book, buildPlace, buildStaff, stored, wish } from '../../builders/bookings.js';
import { countRows } from '../../builders/identity.js';
import { buildPerson } from '../../builders/people.js';
import { buildVenue } from '../../builders/venues.js';
import { stage } from '../../support/stage.js';

jest.setTimeout(90_000);

describe('the same key', () => {
  const [app, replica] = stage(2);
  let person: number;
  let staff: number;
  let place: { centre: number; venue: number };

  beforeEach(async () => {
    place = await buildPlace(app.database);
    person = await buildPerson(app.database);
    staff = await buildStaff(app.database);
  });

  /** One request sent four times at once, twice to each replica. */
  const four = (who: number, path: string, body: object, key: string = randomUUID()) =>
    Promise.all([app, replica, app, replica].map((one) => one.as(who).post(path, body, key)));
  const expectOneAnswer = (answers: { status: number; body: object }[], status: number): void => {
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status));
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body);
  };

  it('books once, whichever replica hears it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const from = 480 + 60 * round;
      expectOneAnswer(await four(person, '/bookings', wish(place.venue, from, from + 60)), 201);
      expect(await countRows(app.database, 'booking WHERE venue_id = ?', [place.venue])).toBe(round + 1);
    }
    expect(await countRows(app.database, 'outbox WHERE person_id = ?', [person])).toBe(5);
  });

  it('waits once', async () => {
    await book(app, staff, place.venue, 540, 600);
    expectOneAnswer(await four(person, '/waitlist', wish(place.venue, 540, 600)), 201);
    expect(await countRows(app.database, 'waitlist_entry WHERE person_id = ?', [person])).toBe(1);
  });

  it('cancels once', async () => {
    const id = await book(app, person, place.venue, 540, 600);
    const answers = await four(person, `/bookings/${id}/cancel`, { reason: '有事' });
    expectOneAnswer(answers, 200);
    expect(
      await countRows(app.database, 'booking_event WHERE booking_id = ?', [
        (await stored(app.database, id)).id,
      ]),
    ).toBe(2);
  });

  it('approves, closes and checks in once', async () => {
    const venue = await buildVenue(app.database, { centreId: place.centre, policy: { approval: true } });
    const id = await book(app, person, venue, 540, 600);
    expectOneAnswer(await four(staff, `/staff/bookings/${id}/approve`, {}), 200);
    expectOneAnswer(
      await four(staff, `/staff/centres/${encodeId('centre', place.centre)}/closures`, {
        venueId: null,
        startsAt: at(720),
        endsAt: at(780),
        reason: '消毒',
      }),
      201,
    );
    expect(await countRows(app.database, 'closure WHERE centre_id = ?', [place.centre])).toBe(1);
    app.clock.set(at(535));
    expectOneAnswer(await four(staff, `/staff/bookings/${id}/check-in`, { identityChecked: true }), 200);
    expect(await countRows(app.database, 'audit_entry WHERE actor_id = ?', [staff])).toBe(3);
  });

  it('is refused for another body, another place and another act', async () => {
    const key = randomUUID();
    const id = (
      await app
        .as(person)
        .post('/bookings', wish(place.venue, 540, 600), key)
        .expect(201)
    ).body.id as string;
    for (const [path, body] of [
      ['/bookings', wish(place.venue, 600, 660)],
      ['/waitlist', wish(place.venue, 540, 600)],
      [`/bookings/${id}/cancel`, {}],
    ] as const) {
      const answer = await replica.as(person).post(path, body, key).expect(409);
      expect(answer.body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    }
    expect((await stored(app.database, id)).status).toBe('confirmed');
    // The order of fields is no other body, and another person's key is another key.
    const reversed = Object.fromEntries(Object.entries(wish(place.venue, 540, 600)).reverse());
    await app.as(person).post('/bookings', reversed, key).expect(201);
    const other = await buildPerson(app.database);
    await app
      .as(other)
      .post('/bookings', wish(place.venue, 600, 660), key)
      .expect(201);
  });

  it('gets a refusal again, also when the request would succeed by now', async () => {
    const id = await book(app, person, place.venue, 540, 600);
    const other = await buildPerson(app.database);
    const key = randomUUID();
    const first = await app
      .as(other)
      .post('/bookings', wish(place.venue, 540, 600), key)
      .expect(409);
    await app.as(person).post(`/bookings/${id}/cancel`).expect(200);
    const again = await replica
      .as(other)
      .post('/bookings', wish(place.venue, 540, 600), key)
      .expect(409);
    expect(again.body.code).toBe(first.body.code);
    expect(again.body.message).toBe(first.body.message);
    expect(await countRows(app.database, 'booking WHERE person_id = ?', [other])).toBe(0);
    const approve = randomUUID();
    await app.as(staff).post(`/staff/bookings/${id}/approve`, {}, approve).expect(409);
    await app.database.execute("UPDATE booking SET status = 'pending' WHERE id = ?", [
      (await stored(app.database, id)).id,
    ]);
    await app.as(staff).post(`/staff/bookings/${id}/approve`, {}, approve).expect(409);
    expect((await stored(app.database, id)).status).toBe('pending');
  });

  it('is free again after an answer that says nothing about the request (503)', async () => {
    const lost = (): never => {
      throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    };
    const ledger = jest.spyOn(app.app.get(BookingLedger), 'decide').mockImplementation(lost);
    const key = randomUUID();
    const failed = await app
      .as(person)
      .post('/bookings', wish(place.venue, 540, 600), key)
      .expect(503);
    expect(failed.body).toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: expect.any(Number) });
    expect(failed.headers['retry-after']).toBeDefined();
    ledger.mockRestore();
    await app
      .as(person)
      .post('/bookings', wish(place.venue, 540, 600), key)
      .expect(201);

    const venue = await buildVenue(app.database, { centreId: place.centre, policy: { approval: true } });
    const id = await book(app, person, venue, 540, 600);
    const audit = jest.spyOn(app.app.get(Audit), 'record').mockImplementation(lost);
    const approve = randomUUID();
    await app.as(staff).post(`/staff/bookings/${id}/approve`, {}, approve).expect(503);
    expect((await stored(app.database, id)).status).toBe('pending');
    audit.mockRestore();
    await app.as(staff).post(`/staff/bookings/${id}/approve`, {}, approve).expect(200);
  });
});
