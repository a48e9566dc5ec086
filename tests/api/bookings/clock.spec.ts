import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { instantAt } from '@jiefang/shared/time';
import {
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
import { buildBooking } from '../../builders/catalogue.js';
import { buildPerson } from '../../builders/people.js';
import { buildVenue, COMMUNITY, OTHER_STREET_COMMUNITY } from '../../builders/venues.js';
import { stage } from '../../support/stage.js';

jest.setTimeout(120_000);

describe('what time alone does to bookings', () => {
  const [app, replica] = stage(2);
  let person: number;
  let place: { centre: number; venue: number };

  beforeEach(async () => {
    place = await buildPlace(app.database);
    person = await buildPerson(app.database);
  });

  const both = () => Promise.all([runClock(app), runClock(replica)]);
  const statusOf = async (id: string) => (await stored(app.database, id)).status;
  const stepsOf = async (id: string): Promise<string[]> => {
    const { id: row } = await stored(app.database, id);
    const steps = await app.database.query<{ status: string }>(
      'SELECT status FROM booking_event WHERE booking_id = ? ORDER BY id',
      [row],
    );
    return steps.map((step) => step.status);
  };

  it('releases an unclaimed room at +15 minutes and not a second before', async () => {
    const id = await book(app, person, place.venue, 540, 660);
    app.clock.set(new Date(instantAt(DAY, 555).getTime() - 1000));
    await both();
    expect(await statusOf(id)).toBe('confirmed');
    expect(await heldUnits(app.database, id)).toHaveLength(4);
    app.clock.advance(1000);
    await both();
    expect(await statusOf(id)).toBe('released');
    expect(await heldUnits(app.database, id)).toEqual([]);
    expect(await stepsOf(id)).toEqual(['confirmed', 'released']);
    expect(await toldKinds(app.database, person)).toEqual(['booking_confirmed', 'booking_released']);
    // The rest of the run is anybody's.
    const other = await buildPerson(app.database);
    await book(app, other, place.venue, 600, 660);
    // Its turn of the week stays used.
    const seen = await app.as(person).get(`/bookings/${id}`).expect(200);
    expect(seen.body.actions).toEqual([]);
  });

  it('keeps the room until the end where the policy says so, and then records the no-show', async () => {
    const venue = await buildVenue(app.database, {
      centreId: place.centre,
      policy: { releaseAfterMinutes: null },
    });
    const id = await book(app, person, venue, 540, 600);
    app.clock.set(new Date(instantAt(DAY, 600).getTime() - 1000));
    await both();
    expect(await statusOf(id)).toBe('confirmed');
    app.clock.advance(1000);
    await both();
    expect(await statusOf(id)).toBe('no_show');
    expect(await stepsOf(id)).toEqual(['confirmed', 'no_show']);
    expect(await toldKinds(app.database, person)).toEqual(['booking_confirmed', 'booking_no_show']);
  });

  it('completes what was used when it ends, and keeps its units', async () => {
    const staff = await buildStaff(app.database);
    const id = await book(app, person, place.venue, 540, 600);
    app.clock.set(instantAt(DAY, 545));
    await app.as(staff).post(`/staff/bookings/${id}/check-in`, { identityChecked: true }).expect(200);
    app.clock.set(new Date(instantAt(DAY, 600).getTime() - 1));
    await both();
    expect(await statusOf(id)).toBe('checked_in');
    app.clock.advance(1);
    await both();
    expect(await statusOf(id)).toBe('completed');
    expect(await stepsOf(id)).toEqual(['confirmed', 'checked_in', 'completed']);
    expect(await heldUnits(app.database, id)).toHaveLength(2);
    expect(await toldKinds(app.database, person)).toEqual([
      'booking_confirmed',
      'booking_checked_in',
      'booking_completed',
    ]);
  });

  it('turns an unanswered request down at its start, with a reason and the turn given back', async () => {
    const venue = await buildVenue(app.database, {
      centreId: place.centre,
      policy: { approval: true, weeklyPerPerson: 1 },
    });
    const id = await book(app, person, venue, 540, 600);
    app.clock.set(new Date(instantAt(DAY, 540).getTime() - 1));
    await both();
    expect(await statusOf(id)).toBe('pending');
    app.clock.advance(1);
    await both();
    expect(await stored(app.database, id)).toMatchObject({
      status: 'rejected',
      reason: expect.stringContaining('审核'),
    });
    expect(await stepsOf(id)).toEqual(['pending', 'rejected']);
    expect(await heldUnits(app.database, id)).toEqual([]);
    await book(app, person, venue, 660, 720);
  });

  it('reminds once, two hours before, and not of what was booked just now', async () => {
    const id = await book(app, person, place.venue, 660, 720);
    app.clock.set(new Date(instantAt(DAY, 540).getTime() - 1));
    await both();
    expect(await toldKinds(app.database, person)).not.toContain('booking_reminder');
    app.clock.advance(1);
    const late = await buildPerson(app.database);
    await book(app, late, place.venue, 600, 660);
    await both();
    await both();
    app.clock.advance(60 * 60_000);
    await both();
    expect(
      (await toldKinds(app.database, person)).filter((kind) => kind === 'booking_reminder'),
    ).toHaveLength(1);
    expect(await toldKinds(app.database, late)).toEqual(['booking_confirmed']);
    expect(await statusOf(id)).toBe('confirmed');
  });

  it('is not held up by hundreds of bookings that have nothing to do', async () => {
    const [first] = await app.database.query<{ next: number }>('SELECT 900000000 AS next');
    const crowd = await buildPlace(app.database, { releaseAfterMinutes: null });
    const rows = Array.from({ length: 600 }, (_, index) => [
      (first?.next ?? 0) + index,
      crowd.venue,
      crowd.centre,
      COMMUNITY,
      DAY,
      16,
      42,
      instantAt(DAY, 480),
      instantAt(DAY, 1260),
      'phone',
      '林**',
      '长会',
      5,
      'confirmed',
      instantAt('2026-11-20', 0),
      instantAt('2026-11-20', 0),
    ]);
    await app.database.execute(
      `INSERT INTO booking (id, venue_id, centre_id, division_code, day, start_unit, end_unit, starts_at, ends_at, channel,
         contact_label, purpose, attendees, status, created_at, updated_at) VALUES ?`,
      [rows],
    );
    const soon = await book(app, person, place.venue, 600, 660);
    const later = await book(app, person, place.venue, 660, 720);
    app.clock.set(instantAt(DAY, 479));
    await runClock(app);
    app.clock.set(instantAt(DAY, 540));
    await runClock(app);
    expect(
      (await toldKinds(app.database, person)).filter((kind) => kind === 'booking_reminder'),
    ).toHaveLength(2);
    app.clock.set(instantAt(DAY, 615));
    await runClock(app);
    expect(await statusOf(soon)).toBe('released');
    expect(await statusOf(later)).toBe('confirmed');
    await app.database.execute('DELETE FROM booking WHERE venue_id = ?', [crowd.venue]);
  });

  it('does each thing once while two replicas tick over and over', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => buildPerson(app.database)));
    const ids: string[] = [];
    for (const [index, one] of people.entries()) {
      const venue = await buildVenue(app.database, { centreId: place.centre });
      ids.push(await book(app, one, venue, 540, 600));
      await wait(app, person, venue, 540 + (index % 2) * 30, 600);
    }
    app.clock.set(instantAt(DAY, 556));
    await Promise.all(Array.from({ length: 4 }, () => both()));
    for (const [index, id] of ids.entries()) {
      expect(await stepsOf(id)).toEqual(['confirmed', 'released']);
      expect(await toldKinds(app.database, people[index] as number)).toEqual([
        'booking_confirmed',
        'booking_released',
      ]);
    }
    const doubled = await app.database.query(
      'SELECT person_id, dedupe, COUNT(*) AS n FROM outbox GROUP BY person_id, dedupe HAVING n > 1',
    );
    expect(doubled).toEqual([]);
  });

  describe('the third no-show within 90 days', () => {
    const miss = async (day: string, venue = place.venue): Promise<void> => {
      app.clock.set(instantAt(day, 30));
      const id = await book(app, person, venue, 540, 600, { day });
      app.clock.set(instantAt(day, 556));
      await both();
      expect(await statusOf(id)).toBe('released');
    };
    const pauses = () =>
      app.database.query<{ id: number; startsAt: Date; endsAt: Date }>(
        'SELECT id, starts_at AS startsAt, ends_at AS endsAt FROM booking_pause WHERE person_id = ?',
        [person],
      );

    it('pauses online booking at that centre for thirty days, and no longer', async () => {
      await miss('2026-11-24');
      await miss('2026-11-25');
      expect(await pauses()).toEqual([]);
      await miss('2026-11-26');
      const [pause] = await pauses();
      expect((pause?.endsAt.getTime() ?? 0) - (pause?.startsAt.getTime() ?? 0)).toBe(30 * 24 * 3_600_000);
      expect(await toldKinds(app.database, person)).toContain('pause_started');
      const refused = await app
        .as(person)
        .post('/bookings', wish(place.venue, 540, 600, '2026-11-30'))
        .expect(403);
      expect(refused.body).toMatchObject({ code: 'BOOKING_PAUSED', rule: { no: 9 } });
      const elsewhere = await buildPlace(app.database);
      await book(app, person, elsewhere.venue, 540, 600, { day: '2026-11-30' });

      app.clock.set(new Date((pause?.endsAt.getTime() ?? 0) - 1));
      await app
        .as(person)
        .post('/bookings', wish(place.venue, 540, 600, '2026-12-30'))
        .expect(403);
      app.clock.advance(1);
      await app
        .as(person)
        .post('/bookings', wish(place.venue, 540, 600, '2026-12-30'))
        .expect(201);
      // Those three are served: one more does not pause again.
      await miss('2026-12-31');
      expect(await pauses()).toHaveLength(1);
    });

    it('is not reached by one that is older', async () => {
      for (const day of ['2026-08-20', '2026-11-20']) {
        await buildBooking(app.database, {
          venueId: place.venue,
          centreId: place.centre,
          day,
          startMinute: 540,
          endMinute: 600,
          personId: person,
          status: 'no_show',
        });
      }
      await miss('2026-11-24');
      expect(await pauses()).toEqual([]);
      await miss('2026-11-25');
      expect(await pauses()).toHaveLength(1);
    });

    it('is seen when two venues release at the same moment', async () => {
      const others = await Promise.all(Array.from({ length: 8 }, () => buildPerson(app.database)));
      const venues = [
        place.venue,
        await buildVenue(app.database, { centreId: place.centre, unitMinutes: 15 }),
        await buildVenue(app.database, { centreId: place.centre, unitMinutes: 15 }),
      ];
      for (const [index, one] of others.entries()) {
        await buildBooking(app.database, {
          venueId: place.venue,
          centreId: place.centre,
          day: '2026-11-20',
          startMinute: 480 + 30 * index,
          endMinute: 510 + 30 * index,
          personId: one,
          status: 'no_show',
        });
        for (const [v, venue] of [venues[1], venues[2]].entries()) {
          await buildBooking(app.database, {
            venueId: venue as number,
            centreId: place.centre,
            day: DAY,
            startMinute: 480 + 30 * ((index + v) % others.length),
            endMinute: 510 + 30 * ((index + v) % others.length),
            unitMinutes: 15,
            personId: one,
          });
        }
      }
      app.clock.set(instantAt(DAY, 900));
      await both();
      const paused = await app.database.query<{ personId: number }>(
        'SELECT person_id AS personId FROM booking_pause WHERE centre_id = ? ORDER BY person_id',
        [place.centre],
      );
      expect(paused.map((row) => row.personId)).toEqual([...others].sort((a, b) => a - b));
    });

    describe('can be appealed against', () => {
      let pauseId: string;
      beforeEach(async () => {
        for (const day of ['2026-11-24', '2026-11-25', '2026-11-26']) await miss(day);
        pauseId = encodeId('pause', (await pauses())[0]?.id ?? 0);
      });
      const appeal = (text = '那三天都在医院陪护。') =>
        app.as(person).post(`/me/pauses/${pauseId}/appeal`, { text });
      const decide = (by: number, decision: string, reason = '情况属实') =>
        app.as(by).post(`/staff/pauses/${pauseId}/decide`, { decision, reason });

      it('once, with what stands behind it, and is lifted when upheld', async () => {
        const staff = await buildStaff(app.database);
        await appeal('不').expect(400);
        const { body } = await appeal().expect(200);
        expect(body).toMatchObject({ appeal: { status: 'pending', decidedReason: null }, actions: [] });
        expect((await appeal().expect(409)).body.code).toBe('PAUSE_APPEALED');
        const list = await app.as(staff).get(`/staff/divisions/${COMMUNITY}/appeals`).expect(200);
        const item = (list.body.items as { pauseId: string; bookings: unknown[]; text: string }[]).find(
          (one) => one.pauseId === pauseId,
        );
        expect(item?.text).toBe('那三天都在医院陪护。');
        expect(item?.bookings).toHaveLength(3);
        await decide(staff, 'upheld').expect(200);
        expect(await toldKinds(app.database, person)).toContain('pause_lifted');
        await book(app, person, place.venue, 540, 600, { day: '2026-11-30' });
        expect((await decide(staff, 'dismissed').expect(409)).body.code).toBe('PAUSE_OVER');
        // Forgiven is forgiven: the next no-show is the first again.
        await miss('2026-12-01');
        expect(await pauses()).toHaveLength(1);
      });

      it('and stays when dismissed, with the reason', async () => {
        const staff = await buildStaff(app.database);
        await appeal().expect(200);
        await decide(staff, 'dismissed', '没有说明').expect(200);
        await app
          .as(person)
          .post('/bookings', wish(place.venue, 540, 600, '2026-11-30'))
          .expect(403);
        const me = await app.as(person).get('/me').expect(200);
        expect(me.body.pauses[0].appeal).toEqual({
          status: 'dismissed',
          text: '那三天都在医院陪护。',
          decidedReason: '没有说明',
        });
        expect(await toldKinds(app.database, person)).toContain('pause_appeal_dismissed');
      });

      it('only by its person, and never judged by them or by the next street', async () => {
        const stranger = await buildPerson(app.database);
        await app.as(stranger).post(`/me/pauses/${pauseId}/appeal`, { text: '替他申诉一下' }).expect(404);
        const early = await buildStaff(app.database);
        expect((await decide(early, 'upheld').expect(409)).body.code).toBe('PAUSE_OVER');
        await appeal().expect(200);
        const neighbour = await buildStaff(app.database, 'administrator', OTHER_STREET_COMMUNITY);
        await decide(neighbour, 'upheld').expect(403);
        await decide(stranger, 'upheld').expect(403);
        await app.database.execute(
          "INSERT INTO role_grant (person_id, division_code, role, granted_at) VALUES (?, ?, 'administrator', ?)",
          [person, COMMUNITY, new Date('2026-01-01T00:00:00Z')],
        );
        expect((await decide(person, 'upheld').expect(403)).body.code).toBe('PAUSE_OWN');
        await decide(early, 'maybe').expect(400);
        await app
          .as(person)
          .post('/bookings', wish(place.venue, 540, 600, '2026-11-30'))
          .expect(403);
      });

      it('and not when it is over', async () => {
        app.clock.set(instantAt('2026-12-27', 0));
        expect((await appeal().expect(409)).body.code).toBe('PAUSE_OVER');
      });
    });
  });
});
