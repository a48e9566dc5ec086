import { decodeId, encodeId } from '@jiefang/bff/common/ids/public-id';
import { at, book, buildPlace, buildStaff, wish } from '../builders/bookings.js';
import { buildPerson, buildResidency } from '../builders/people.js';
import { buildVenue, COMMUNITY } from '../builders/venues.js';
import type { TestApp } from '../support/app.js';
import { stage } from '../support/stage.js';
import { faultsIn, NO_FAULTS } from './ledger-proof.js';

jest.setTimeout(180_000);

/** A repeatable stream of numbers in [0, below). */
function stream(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

describe('many people and two replicas', () => {
  const [app, replica] = stage(2);

  const side = (n: number): TestApp => (n % 2 === 0 ? app : replica);

  it('give one run to exactly one of two hundred', async () => {
    const { venue } = await buildPlace(app.database);
    const people = await Promise.all(Array.from({ length: 200 }, () => buildPerson(app.database)));
    const answers = await Promise.all(
      people.map((one, n) =>
        side(n)
          .as(one)
          .post('/bookings', wish(venue, 600, 660)),
      ),
    );
    const winners = answers.filter((answer) => answer.status === 201);
    expect(winners).toHaveLength(1);
    for (const answer of answers.filter((one) => one.status !== 201)) {
      expect(answer.status).toBe(409);
      expect(answer.body).toMatchObject({ code: 'BOOKING_TAKEN', canWait: true });
    }
    const rows = await app.database.query<{ id: number }>('SELECT id FROM booking WHERE venue_id = ?', [
      venue,
    ]);
    expect(rows.map((row) => row.id)).toEqual([decodeId('booking', winners[0]?.body.id as string)]);
    expect(await faultsIn(app.database)).toEqual(NO_FAULTS);
  });

  it('hold every rule through hundreds of random overlapping wishes, waits and cancellations', async () => {
    const seed = Number(process.env.CONTENTION_SEED ?? Date.now() % 1_000_000);
    console.info(`CONTENTION_SEED=${seed}`);
    const pick = stream(seed);
    const policy = { weeklyPerPerson: 3, weeklyPerHousehold: 4, cleaningMinutes: 15, cancelByMinutes: 0 };
    const venues = await Promise.all(
      Array.from({ length: 5 }, () => buildVenue(app.database, { policy, unitMinutes: 15 })),
    );
    const people: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      const one = await buildPerson(app.database);
      if (n < 20)
        await buildResidency(app.database, one, COMMUNITY, {
          building: '共住',
          room: String(Math.floor(n / 2)),
        });
      people.push(one);
    }
    const days = ['2026-11-24', '2026-11-25'];
    const booked = new Map<string, number>();
    const cancelled = new Set<string>();
    const statuses = new Map<number, number>();
    const odd: string[] = [];

    const act = async (n: number): Promise<void> => {
      const person = people[pick(people.length)] as number;
      const mine = [...booked].filter(([id, owner]) => owner === person && !cancelled.has(id));
      const client = side(n).as(person);
      if (pick(4) === 0 && mine.length > 0) {
        const [id] = mine[pick(mine.length)] as [string, number];
        const answer = await client.post(`/bookings/${id}/cancel`);
        if (answer.status === 200) cancelled.add(id);
        else if (answer.status !== 409) odd.push(answer.text);
        return;
      }
      const from = 480 + 15 * pick(24);
      const body = wish(venues[pick(venues.length)] as number, from, from + 30 + 15 * pick(6), days[pick(2)]);
      const answer = await client.post(pick(5) === 0 ? '/waitlist' : '/bookings', body);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status === 201 && 'channel' in answer.body) booked.set(answer.body.id as string, person);
      else if (answer.status !== 201 && answer.status !== 409) odd.push(answer.text);
    };
    for (let wave = 0; wave < 10; wave += 1) {
      await Promise.all(Array.from({ length: 50 }, (_, n) => act(n)));
    }

    expect(odd).toEqual([]);
    expect(booked.size).toBeGreaterThan(30);
    expect(cancelled.size).toBeGreaterThan(5);
    expect(statuses.get(409)).toBeGreaterThan(50);
    expect(await faultsIn(app.database)).toEqual(NO_FAULTS);
    // What was acknowledged is stored, as it was acknowledged.
    const rows = await app.database.query<{ id: number; personId: number; status: string }>(
      "SELECT id, person_id AS personId, status FROM booking WHERE channel = 'app' AND venue_id IN (?)",
      [venues],
    );
    const stored = new Map(rows.map((row) => [row.id, row]));
    expect(rows).toHaveLength(booked.size);
    for (const [id, person] of booked) {
      const row = stored.get(decodeId('booking', id));
      expect(row?.personId).toBe(person);
      expect(row?.status).toBe(cancelled.has(id) ? 'cancelled' : 'confirmed');
    }
    const promoted = await app.database.query<{ id: number }>(
      "SELECT w.id FROM waitlist_entry w JOIN booking b ON b.id = w.booking_id AND b.person_id = w.person_id WHERE w.status = 'promoted'",
    );
    expect(promoted.length).toBeGreaterThan(0);
  });

  it('serve a queue of twenty in its order while newcomers push', async () => {
    const { venue } = await buildPlace(app.database);
    const holder = await buildPerson(app.database);
    let id = await book(app, holder, venue, 600, 660);
    const queue = [];
    for (let n = 0; n < 20; n += 1) {
      const one = await buildPerson(app.database);
      await side(n)
        .as(one)
        .post('/waitlist', wish(venue, 600, 660))
        .expect(201);
      queue.push(one);
    }
    let owner = holder;
    for (const next of queue) {
      const newcomers = await Promise.all(
        [0, 1, 2].map(async (n) =>
          side(n)
            .as(await buildPerson(app.database))
            .post('/bookings', wish(venue, 600, 660)),
        ),
      );
      const [gone, ...late] = await Promise.all([
        side(next).as(owner).post(`/bookings/${id}/cancel`),
        ...[0, 1].map(async (n) =>
          side(n)
            .as(holder)
            .post('/bookings', wish(venue, 600, 660)),
        ),
      ]);
      expect(gone.status).toBe(200);
      expect([...newcomers, ...late].map((answer) => answer.status)).toEqual([409, 409, 409, 409, 409]);
      const { body } = await app.as(next).get('/me/waitlist').expect(200);
      expect(body.items[0].status).toBe('promoted');
      [owner, id] = [next, body.items[0].bookingId as string];
    }
    expect(await faultsIn(app.database)).toEqual(NO_FAULTS);
  });

  it('close a centre in the middle of a rush', async () => {
    const place = await buildPlace(app.database);
    const staff = await buildStaff(app.database);
    const people = await Promise.all(Array.from({ length: 60 }, () => buildPerson(app.database)));
    const [closed, ...answers] = await Promise.all([
      app.as(staff).post(`/staff/centres/${encodeId('centre', place.centre)}/closures`, {
        venueId: null,
        startsAt: at(540),
        endsAt: at(720),
        reason: '消防检查',
      }),
      ...people.map((one, n) => {
        const from = 480 + 30 * (n % 12);
        return side(n)
          .as(one)
          .post('/bookings', wish(place.venue, from, from + 60));
      }),
    ]);
    expect(closed.status).toBe(201);
    expect(answers.filter((answer) => ![201, 409, 422].includes(answer.status))).toEqual([]);
    const inside = await app.database.query(
      "SELECT id FROM booking WHERE venue_id = ? AND status IN ('pending', 'confirmed') AND starts_at < ? AND ends_at > ?",
      [place.venue, new Date(at(720)), new Date(at(540))],
    );
    expect(inside).toEqual([]);
    expect(await faultsIn(app.database)).toEqual(NO_FAULTS);
  });
});
