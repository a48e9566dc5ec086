import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { WaitlistRepository } from '@jiefang/bff/venues/bookings/waitlist.repository';
import { instantAt } from '@jiefang/shared/time';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  at,
  book,
  buildPlace,
  buildStaff,
  DAY,
  deliver,
  runClock,
  toldKinds,
  wait,
  wish,
} from '../../builders/bookings.js';
import { buildPerson, buildResidency } from '../../builders/people.js';
import { buildVenue, COMMUNITY } from '../../builders/venues.js';
import { stage } from '../../support/stage.js';

jest.setTimeout(60_000);

interface Entry {
  id: string;
  status: string;
  position: number | null;
  refusedReason: string | null;
  bookingId: string | null;
  actions: string[];
}

describe('waiting for a taken run', () => {
  const [app, replica] = stage(2);
  let holder: number;
  let first: number;
  let second: number;
  let venue: number;

  beforeEach(async () => {
    [holder, first, second] = [
      await buildPerson(app.database),
      await buildPerson(app.database),
      await buildPerson(app.database),
    ];
    venue = await buildVenue(app.database);
  });

  const entriesOf = async (person: number): Promise<Entry[]> =>
    (await app.as(person).get('/me/waitlist').expect(200)).body.items as Entry[];
  const entryOf = async (person: number): Promise<Entry> => (await entriesOf(person))[0] as Entry;
  const cancel = (person: number, id: string) => app.as(person).post(`/bookings/${id}/cancel`);

  it('is possible only for a taken run, and once for the same run', async () => {
    const free = await app
      .as(first)
      .post('/waitlist', wish(venue, 540, 600))
      .expect(409);
    expect(free.body.code).toBe('WAITLIST_RUN_FREE');
    await book(app, holder, venue, 540, 600);
    const { body } = await app
      .as(first)
      .post('/waitlist', wish(venue, 570, 630))
      .expect(201);
    expect(body).toMatchObject({ status: 'waiting', position: 1, bookingId: null, actions: ['leave'] });
    const again = await app
      .as(first)
      .post('/waitlist', wish(venue, 570, 630))
      .expect(409);
    expect(again.body.code).toBe('WAITLIST_ALREADY');
    await app
      .as()
      .post('/waitlist', wish(venue, 540, 600))
      .expect(401);
  });

  it.each([
    ['outside hours', 'BOOKING_OUTSIDE_HOURS', () => wish(venue, 420, 480)],
    ['past', 'BOOKING_IN_PAST', () => wish(venue, 540, 600, '2026-11-20')],
    ['for too many people', 'BOOKING_CAPACITY', () => ({ ...wish(venue, 540, 600), attendees: 31 })],
  ])('is refused when the booking would be: %s', async (_name, code, body) => {
    await book(app, holder, venue, 540, 600);
    const answer = await app.as(first).post('/waitlist', body());
    expect(answer.body.code).toBe(code);
    expect(await entriesOf(first)).toEqual([]);
  });

  it('counts the place in the queue over overlapping runs and moves it up when someone leaves', async () => {
    await book(app, holder, venue, 540, 720);
    const places = [
      await wait(app, first, venue, 540, 600),
      await wait(app, second, venue, 570, 630),
      await wait(app, holder, venue, 660, 720),
    ];
    const third = await buildPerson(app.database);
    await wait(app, third, venue, 600, 690);
    expect((await entryOf(first)).position).toBe(1);
    expect((await entryOf(second)).position).toBe(2);
    expect((await entryOf(holder)).position).toBe(1);
    expect((await entryOf(third)).position).toBe(3);
    const left = await app.as(second).post(`/waitlist/${places[1]}/leave`).expect(200);
    expect(left.body).toMatchObject({ status: 'cancelled', position: null, actions: [] });
    expect((await entryOf(third)).position).toBe(2);
    await app.as(second).post(`/waitlist/${places[1]}/leave`).expect(409);
    await app.as(second).post(`/waitlist/${places[0]}/leave`).expect(404);
    expect((await entryOf(first)).status).toBe('waiting');
  });

  it('serves whoever came first when the run is cancelled, and the next only with what is left', async () => {
    const id = await book(app, holder, venue, 540, 660);
    await wait(app, first, venue, 540, 600);
    await wait(app, second, venue, 570, 630);
    const third = await buildPerson(app.database);
    await wait(app, third, venue, 600, 660);
    await cancel(holder, id).expect(200);
    const [a, b, c] = [await entryOf(first), await entryOf(second), await entryOf(third)];
    expect(a).toMatchObject({ status: 'promoted', position: null, actions: [] });
    expect(b).toMatchObject({ status: 'waiting', position: 1 });
    expect(c.status).toBe('promoted');
    const { body } = await app.as(first).get(`/bookings/${a.bookingId}`).expect(200);
    expect(body).toMatchObject({
      status: 'confirmed',
      channel: 'waitlist',
      startsAt: at(540),
      endsAt: at(600),
    });
    expect(await toldKinds(app.database, first)).toEqual(['booking_promoted']);
    expect(await toldKinds(app.database, second)).toEqual([]);
  });

  it('keeps the order of arrival across replicas', async () => {
    // Each replica has taken its own block of booking ids before.
    await book(replica, holder, venue, 480, 510);
    const id = await book(app, holder, venue, 540, 600);
    const third = await buildPerson(app.database);
    await wait(replica, first, venue, 540, 600);
    await wait(app, second, venue, 540, 600);
    await wait(replica, third, venue, 540, 600);
    expect([
      (await entryOf(first)).position,
      (await entryOf(second)).position,
      (await entryOf(third)).position,
    ]).toEqual([1, 2, 3]);
    await cancel(holder, id).expect(200);
    expect([(await entryOf(first)).status, (await entryOf(second)).status]).toEqual(['promoted', 'waiting']);
  });

  it('serves those waiting when staff reject a pending booking', async () => {
    const staff = await buildStaff(app.database);
    venue = await buildVenue(app.database, { policy: { approval: true } });
    const id = await book(app, holder, venue, 540, 600);
    await wait(app, first, venue, 540, 600);
    await app.as(staff).post(`/staff/bookings/${id}/reject`, { reason: '场地另有安排' }).expect(200);
    const entry = await entryOf(first);
    expect(entry.status).toBe('promoted');
    const { body } = await app.as(first).get(`/bookings/${entry.bookingId}`).expect(200);
    expect(body.status).toBe('pending');
  });

  it('serves those waiting for a later part of a run that is released', async () => {
    await book(app, holder, venue, 540, 720);
    await wait(app, first, venue, 540, 600);
    await wait(app, second, venue, 630, 690);
    app.clock.set(instantAt(DAY, 555));
    await runClock(app);
    expect((await entryOf(second)).status).toBe('promoted');
    // The other run has begun already: that wait is over, not refused.
    expect(await entryOf(first)).toMatchObject({ status: 'expired', refusedReason: null });
  });

  it('serves those waiting beside a closure that cancelled a longer booking', async () => {
    const place = await buildPlace(app.database);
    const staff = await buildStaff(app.database);
    await book(app, holder, place.venue, 540, 720);
    await wait(app, first, place.venue, 660, 720);
    await wait(app, second, place.venue, 570, 630);
    await app
      .as(staff)
      .post(`/staff/centres/${encodeId('centre', place.centre)}/closures`, {
        venueId: null,
        startsAt: at(540),
        endsAt: at(600),
        reason: '空调检修',
      })
      .expect(201);
    expect((await entryOf(first)).status).toBe('promoted');
    expect((await entryOf(second)).status).toBe('expired');
  });

  describe('judges every rule anew when the run is free', () => {
    const expectRefused = async (reason: RegExp): Promise<void> => {
      const entry = await entryOf(first);
      expect(entry).toMatchObject({ status: 'refused', bookingId: null, actions: [] });
      expect(entry.refusedReason).toMatch(reason);
      expect(await toldKinds(app.database, first)).toContain('waitlist_refused');
      // The next in the queue is served in the same moment.
      expect((await entryOf(second)).status).toBe('promoted');
      await deliver(app);
      const { body } = await app.as(first).get('/me/notices').expect(200);
      const notice = (body.items as { kind: string; body: string }[]).find(
        (n) => n.kind === 'waitlist_refused',
      );
      expect(notice?.body).toContain((entry.refusedReason ?? '').replace(/。$/, ''));
    };

    it('the quota, used up in the meantime', async () => {
      venue = await buildVenue(app.database, { policy: { weeklyPerPerson: 1 } });
      const id = await book(app, holder, venue, 540, 600);
      await wait(app, first, venue, 540, 600);
      await wait(app, second, venue, 540, 600);
      await book(app, first, venue, 660, 720);
      await cancel(holder, id).expect(200);
      await expectRefused(/每周 1 次/);
    });

    it('a pause that began in the meantime', async () => {
      const place = await buildPlace(app.database);
      venue = place.venue;
      const id = await book(app, holder, venue, 540, 600);
      await wait(app, first, venue, 540, 600);
      await wait(app, second, venue, 540, 600);
      await app.database.execute(
        `INSERT INTO booking_pause (person_id, centre_id, division_code, starts_at, ends_at, reason, last_booking_id)
         VALUES (?, ?, ?, ?, ?, '', 0)`,
        [first, place.centre, COMMUNITY, app.clock.now(), instantAt('2026-12-20', 0)],
      );
      await cancel(holder, id).expect(200);
      await expectRefused(/暂停/);
    });

    it('the home, moved away in the meantime', async () => {
      venue = await buildVenue(app.database, { policy: { audience: 'community' } });
      for (const person of [holder, first, second]) await buildResidency(app.database, person, COMMUNITY);
      const id = await book(app, holder, venue, 540, 600);
      await wait(app, first, venue, 540, 600);
      await wait(app, second, venue, 540, 600);
      await app.database.execute("UPDATE residency SET status = 'ended' WHERE person_id = ?", [first]);
      await cancel(holder, id).expect(200);
      await expectRefused(/认证居民/);
    });

    it('the lead time, grown too short in the meantime', async () => {
      const id = await book(app, holder, venue, 540, 720);
      await wait(app, first, venue, 540, 600);
      await wait(app, second, venue, 660, 720);
      app.clock.set(instantAt(DAY, 520));
      await cancel(holder, id).expect(200);
      await expectRefused(/30 分钟/);
    });
  });

  it('ends when the run begins, and says so once', async () => {
    await book(app, holder, venue, 540, 600);
    const id = await wait(app, first, venue, 540, 600);
    app.clock.set(instantAt(DAY, 539));
    await runClock(app);
    expect((await entryOf(first)).status).toBe('waiting');
    app.clock.set(instantAt(DAY, 540));
    await Promise.all([runClock(app), runClock(replica)]);
    expect(await entryOf(first)).toMatchObject({ status: 'expired', position: null, actions: [] });
    expect(await toldKinds(app.database, first)).toEqual(['waitlist_expired']);
    await app.as(first).post(`/waitlist/${id}/leave`).expect(409);
  });

  it('comes before a newcomer who asks at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const from = 480 + round * 60;
      const id = await book(app, holder, venue, from, from + 60);
      const entry = await wait(app, first, venue, from, from + 60);
      const [cancelled, ...newcomers] = await Promise.all([
        cancel(holder, id),
        app.as(second).post('/bookings', wish(venue, from, from + 60)),
        replica.as(second).post('/bookings', wish(venue, from, from + 60)),
      ]);
      expect(cancelled.status).toBe(200);
      expect(newcomers.map((answer) => answer.status)).toEqual([409, 409]);
      expect((await entriesOf(first)).find((e) => e.id === entry)?.status).toBe('promoted');
    }
  });

  it('cannot both be left and be served', async () => {
    const id = await book(app, holder, venue, 540, 600);
    const entry = await wait(app, first, venue, 540, 600);
    const repository = app.app.get(WaitlistRepository);
    const find = repository.findWaitingForUpdate.bind(repository);
    let leaving: Promise<{ status: number }> | undefined;
    jest.spyOn(repository, 'findWaitingForUpdate').mockImplementation(async (sql, days) => {
      const rows = await find(sql, days);
      leaving ??= Promise.resolve(replica.as(first).post(`/waitlist/${entry}/leave`));
      await sleep(150);
      return rows;
    });
    await cancel(holder, id).expect(200);
    const left = await (leaving as Promise<{ status: number }>);
    const seen = await entryOf(first);
    expect(left.status).toBe(409);
    expect(seen.status).toBe('promoted');
    const rows = await app.database.query('SELECT id FROM booking WHERE person_id = ?', [first]);
    expect(rows).toHaveLength(1);
    expect(decodeId('booking', seen.bookingId as string)).toBe((rows[0] as { id: number }).id);
  });
});
