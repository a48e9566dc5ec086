import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { BookingsRepository } from '@jiefang/bff/venues/bookings/bookings.repository';
import { instantAt } from '@jiefang/shared/time';
import {
  at,
  auditedActs,
  book,
  buildPlace,
  buildStaff,
  DAY,
  heldUnits,
  runClock,
  stored,
  toldKinds,
  wait,
  wish,
} from '../../builders/bookings.js';
import { buildPerson } from '../../builders/people.js';
import { buildVenue, OTHER_STREET_COMMUNITY } from '../../builders/venues.js';
import { stage } from '../../support/stage.js';

jest.setTimeout(60_000);

describe('closing a centre or a venue', () => {
  const [app, replica] = stage(2);
  let staff: number;
  let person: number;
  let place: { centre: number; venue: number };

  beforeEach(async () => {
    place = await buildPlace(app.database);
    staff = await buildStaff(app.database);
    person = await buildPerson(app.database);
  });

  const closure = (from: number, to: number, change: object = {}) => ({
    venueId: null,
    startsAt: at(from),
    endsAt: at(to),
    reason: '空调检修',
    ...change,
  });
  const close = (body: object, by = staff, key?: string) =>
    app.as(by).post(`/staff/centres/${encodeId('centre', place.centre)}/closures`, body, key);

  it('cancels what is in the way and tells the owner, the companions and those waiting', async () => {
    const companion = await buildPerson(app.database);
    const waiter = await buildPerson(app.database);
    const other = await buildVenue(app.database, { centreId: place.centre });
    const id = await book(app, person, place.venue, 540, 600);
    const beside = await book(app, person, place.venue, 660, 720);
    const second = await book(app, person, other, 570, 630);
    const { body: invite } = await app.as(person).post(`/bookings/${id}/invites`).expect(200);
    await app.as(companion).post(`/invites/${invite.token}/accept`).expect(200);
    await wait(app, waiter, place.venue, 540, 600);

    const { body } = await close(closure(530, 600)).expect(201);
    expect(body).toMatchObject({ venue: null, cancelled: 2, waivedNoShows: 0, reason: '空调检修' });
    for (const gone of [id, second]) {
      expect(await stored(app.database, gone)).toMatchObject({ status: 'cancelled', reason: '空调检修' });
      expect(await heldUnits(app.database, gone)).toEqual([]);
    }
    expect((await stored(app.database, beside)).status).toBe('confirmed');
    expect(await toldKinds(app.database, person)).toEqual([
      'booking_confirmed',
      'booking_confirmed',
      'booking_confirmed',
      'companion_joined',
      'booking_closed',
      'booking_closed',
    ]);
    expect(await toldKinds(app.database, companion)).toEqual(['booking_closed']);
    expect(await toldKinds(app.database, waiter)).toEqual(['waitlist_expired']);
    const [row] = await app.database.query<{ id: number }>('SELECT id FROM closure WHERE centre_id = ?', [
      place.centre,
    ]);
    expect(await auditedActs(app.database, 'closure', row?.id ?? 0)).toEqual([
      { action: 'closure.create', actorId: staff },
    ]);
  });

  it('closes one venue and leaves the others open', async () => {
    const other = await buildVenue(app.database, { centreId: place.centre });
    await close(closure(540, 600, { venueId: encodeId('venue', place.venue) })).expect(201);
    expect(
      (
        await app
          .as(person)
          .post('/bookings', wish(place.venue, 540, 600))
          .expect(422)
      ).body,
    ).toMatchObject({
      code: 'BOOKING_CLOSED',
      rule: { no: 1 },
      message: expect.stringContaining('空调检修'),
    });
    await book(app, person, other, 540, 600);
  });

  it('returns the turn of the week that a closure took', async () => {
    const venue = await buildVenue(app.database, { centreId: place.centre, policy: { weeklyPerPerson: 1 } });
    await book(app, person, venue, 540, 600);
    await close(closure(540, 600)).expect(201);
    await book(app, person, venue, 660, 720);
  });

  it('is seen by every replica at once, and so is its end', async () => {
    await book(app, person, place.venue, 480, 510);
    await book(replica, person, place.venue, 510, 540);
    const { body } = await close(closure(540, 600)).expect(201);
    expect((await replica.as(person).post('/bookings', wish(place.venue, 540, 600))).body.code).toBe(
      'BOOKING_CLOSED',
    );
    const day = await replica
      .as(person)
      .get(`/venues/${encodeId('venue', place.venue)}/days/${DAY}`)
      .expect(200);
    const state = (minute: number): string =>
      (day.body.units as { startMinute: number; state: string }[]).find((u) => u.startMinute === minute)
        ?.state ?? '';
    expect([state(540), state(570), state(600)]).toEqual(['closed', 'closed', 'free']);

    const ended = await replica.as(staff).post(`/staff/closures/${body.id}/end`).expect(200);
    expect(ended.body.endsAt).toBe(app.clock.now().toISOString());
    await book(app, person, place.venue, 540, 600);
    expect((await app.as(staff).post(`/staff/closures/${body.id}/end`).expect(409)).body.code).toBe(
      'CLOSURE_ENDED',
    );
  });

  it('lets no booking slip in beside it', async () => {
    for (let round = 0; round < 4; round += 1) {
      const venue = await buildVenue(app.database, { centreId: place.centre });
      const [closed, ...answers] = await Promise.all([
        close(closure(540, 600, { venueId: encodeId('venue', venue) })),
        app.as(person).post('/bookings', wish(venue, 540, 600)),
        replica.as(person).post('/bookings', wish(venue, 570, 630)),
      ]);
      expect(closed.status).toBe(201);
      const live = await app.database.query(
        "SELECT id FROM booking WHERE venue_id = ? AND status IN ('pending', 'confirmed')",
        [venue],
      );
      expect(live).toEqual([]);
      expect(closed.body.cancelled).toBe(answers.filter((answer) => answer.status === 201).length);
    }
  });

  it('leaves a booking alone that is checked in at that very moment', async () => {
    const id = await book(app, person, place.venue, 540, 600);
    app.clock.set(instantAt(DAY, 535));
    const repository = app.app.get(BookingsRepository);
    const find = repository.findLiveWithin.bind(repository);
    jest.spyOn(repository, 'findLiveWithin').mockImplementation(async (...args) => {
      const rows = await find(...args);
      await replica.as(staff).post(`/staff/bookings/${id}/check-in`, { identityChecked: true }).expect(200);
      return rows;
    });
    const { body } = await close(closure(550, 600)).expect(201);
    expect(body.cancelled).toBe(0);
    expect((await stored(app.database, id)).status).toBe('checked_in');
    expect(await heldUnits(app.database, id)).toEqual([18, 19]);
    expect(await toldKinds(app.database, person)).toEqual(['booking_confirmed', 'booking_checked_in']);
  });

  it.each([
    [
      'already over',
      () => closure(0, 60, { startsAt: at(480, '2026-11-20'), endsAt: at(540, '2026-11-20') }),
      'CLOSURE_IN_PAST',
    ],
    ['ending before it starts', () => closure(600, 540), 'INVALID_INPUT'],
    ['of no length', () => closure(540, 540), 'INVALID_INPUT'],
    ['longer than a year', () => closure(540, 600, { endsAt: at(540, '2028-01-01') }), 'INVALID_INPUT'],
    ['without a reason', () => closure(540, 600, { reason: ' ' }), 'INVALID_INPUT'],
    [
      'with another offset',
      () => closure(540, 600, { startsAt: '2026-11-24T09:00:00+09:00' }),
      'INVALID_INPUT',
    ],
    [
      'at the end of time',
      () => closure(540, 600, { startsAt: '9999-12-31T20:00:00Z', endsAt: '9999-12-31T23:59:00Z' }),
      'INVALID_INPUT',
    ],
    ['on an impossible date', () => closure(540, 600, { startsAt: '2026-02-30T25:00:00Z' }), 'INVALID_INPUT'],
    [
      "of another centre's venue",
      () => closure(540, 600, { venueId: encodeId('venue', 88_888_888) }),
      'NOT_FOUND',
    ],
    ['with an unknown field', () => closure(540, 600, { createdBy: 1 }), 'INVALID_INPUT'],
  ])('is refused when it is %s', async (_name, body, code) => {
    await book(app, person, place.venue, 540, 600);
    const answer = await close(body());
    expect(answer.body).toMatchObject({ code, requestId: expect.any(String) });
    expect(answer.status).toBeLessThan(500);
    expect(await app.database.query('SELECT id FROM closure WHERE centre_id = ?', [place.centre])).toEqual(
      [],
    );
  });

  it('is no business of the next street, of the desk or of a resident', async () => {
    const neighbour = await buildStaff(app.database, 'venue_manager', OTHER_STREET_COMMUNITY);
    const dispatcher = await buildStaff(app.database, 'dispatcher');
    for (const outsider of [neighbour, dispatcher, person]) {
      await close(closure(540, 600), outsider).expect(403);
    }
    const { body } = await close(closure(540, 600)).expect(201);
    for (const outsider of [neighbour, dispatcher, person]) {
      await app.as(outsider).post(`/staff/closures/${body.id}/end`).expect(403);
    }
    expect((await app.as(person).post('/bookings', wish(place.venue, 540, 600))).body.code).toBe(
      'BOOKING_CLOSED',
    );
  });

  it('is made once for one key', async () => {
    const first = await close(closure(540, 600), staff, 'closure-key-1').expect(201);
    const again = await close(closure(540, 600), staff, 'closure-key-1').expect(201);
    expect(again.body).toEqual(first.body);
    expect(
      await app.database.query('SELECT id FROM closure WHERE centre_id = ?', [place.centre]),
    ).toHaveLength(1);
  });

  describe('forgives no-shows', () => {
    const missOne = async (day: string, from = 540): Promise<string> => {
      app.clock.set(instantAt(day, 0));
      const id = await book(app, person, place.venue, from, from + 60, { day });
      app.clock.set(instantAt(day, from + 20));
      await runClock(app);
      expect((await stored(app.database, id)).status).toBe('released');
      return id;
    };
    const pauses = () =>
      app.database.query<{ lifted: Date | null }>(
        'SELECT lifted_at AS lifted FROM booking_pause WHERE person_id = ? ORDER BY id',
        [person],
      );

    it('and lifts the pause they led to', async () => {
      await missOne('2026-11-24');
      await missOne('2026-11-25');
      await missOne('2026-11-26');
      expect((await pauses()).map((p) => p.lifted)).toEqual([null]);
      expect(
        (await app.as(person).post('/bookings', wish(place.venue, 540, 600, '2026-11-27'))).body.code,
      ).toBe('BOOKING_PAUSED');
      const { body } = await close(
        closure(0, 0, { startsAt: at(480, '2026-11-26'), endsAt: at(1260, '2026-11-26'), retroactive: true }),
      ).expect(201);
      expect(body).toMatchObject({ cancelled: 0, waivedNoShows: 1 });
      expect((await pauses())[0]?.lifted).not.toBeNull();
      expect(await toldKinds(app.database, person)).toContain('pause_lifted');
      await book(app, person, place.venue, 540, 600, { day: '2026-11-27' });
      // Two of the three still stand: the next one is the third.
      await missOne('2026-11-28');
      expect((await pauses()).map((p) => p.lifted === null)).toEqual([false, true]);
    });

    it('and counts them no more', async () => {
      await missOne('2026-11-24');
      await missOne('2026-11-25');
      await close(
        closure(0, 0, { startsAt: at(480, '2026-11-25'), endsAt: at(1260, '2026-11-25'), retroactive: true }),
      ).expect(201);
      await missOne('2026-11-26');
      expect(await pauses()).toEqual([]);
      await missOne('2026-11-27');
      expect(await pauses()).toHaveLength(1);
    });

    it('but not those of another centre', async () => {
      const id = await missOne('2026-11-24');
      place = await buildPlace(app.database);
      const { body } = await close(
        closure(0, 0, { startsAt: at(480), endsAt: at(1260), retroactive: true }),
      ).expect(201);
      expect(body.waivedNoShows).toBe(0);
      const [row] = await app.database.query<{ waived: Date | null }>(
        'SELECT no_show_waived_at AS waived FROM booking WHERE id = ?',
        [(await stored(app.database, id)).id],
      );
      expect(row?.waived).toBeNull();
    });
  });
});
