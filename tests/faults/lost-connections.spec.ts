import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDataSource } from '@jiefang/bff/database/data-source';
import { decodeId } from '@jiefang/bff/common/ids/public-id';
import type { DataSource } from 'typeorm';
import { buildPlace, buildStaff, holdClock, MONDAY_MORNING, wish } from '../builders/bookings.js';
import { buildPerson } from '../builders/people.js';
import { buildVenue } from '../builders/venues.js';
import { faultsIn, NO_FAULTS } from '../contention/ledger-proof.js';
import { createApp, type TestApp } from '../support/app.js';
import { testServer } from '../support/database.js';

jest.setTimeout(180_000);

describe('while connections to the database are killed', () => {
  let app: TestApp;
  let killer: DataSource;

  beforeAll(async () => {
    app = await createApp();
    await holdClock(app);
    killer = await createDataSource({ url: urlOf(app), poolSize: 1 }).initialize();
  });
  afterAll(async () => {
    await killer.destroy();
    await app.close();
  });
  beforeEach(() => app.clock.set(MONDAY_MORNING));

  /** Kills whatever works for the application, again and again, until told to stop. */
  function rampage(how: 'CONNECTION' | 'QUERY'): { kills: () => number; stop: () => Promise<void> } {
    let running = true;
    let kills = 0;
    const done = (async () => {
      while (running) {
        const rows = await killer.query<{ id: number }[]>(
          `SELECT id FROM information_schema.processlist
            WHERE db = DATABASE() AND id <> CONNECTION_ID() ${how === 'QUERY' ? "AND command <> 'Sleep'" : ''}`,
        );
        const victim = rows[Math.floor(Math.random() * rows.length)];
        if (victim !== undefined) {
          await killer.query(`KILL ${how} ${victim.id}`).then(
            () => (kills += 1),
            () => undefined,
          );
        }
        await sleep(how === 'QUERY' ? 1 : 15);
      }
    })();
    return {
      kills: () => kills,
      stop: () => {
        running = false;
        return done;
      },
    };
  }

  it.each(['CONNECTION', 'QUERY'] as const)('(KILL %s) what is acknowledged is stored, once', async (how) => {
    const place = await buildPlace(app.database);
    const venues = [place.venue, await buildVenue(app.database, { centreId: place.centre })];
    const people = await Promise.all(Array.from({ length: 30 }, () => buildPerson(app.database)));
    const staff = await buildStaff(app.database);
    const chaos = rampage(how);
    const acknowledged: { id: string; person: number }[] = [];
    const unexpected: string[] = [];
    /** Repeats with the same key until there is an answer, as the client does. */
    const insist = async (person: number, path: string, body: object) => {
      const key = randomUUID();
      for (let attempt = 0; attempt < 60; attempt += 1) {
        const answer = await app.as(person).post(path, body, key);
        if (answer.status !== 503) return answer;
        await sleep(20);
      }
      throw new Error('no answer after sixty attempts');
    };
    try {
      await Promise.all(
        people.map(async (person, n) => {
          for (let round = 0; round < 8; round += 1) {
            const from = 480 + 30 * ((n * 7 + round * 3) % 24);
            const answer = await insist(
              person,
              '/bookings',
              wish(venues[(n + round) % 2] as number, from, from + 30),
            );
            if (answer.status === 201) acknowledged.push({ id: answer.body.id as string, person });
            else if (answer.status !== 409) unexpected.push(`${answer.status} ${answer.text}`);
          }
        }),
      );
      for (const { id, person } of acknowledged.slice(0, 6)) {
        const answer = await insist(person, `/bookings/${id}/cancel`, {});
        if (answer.status !== 200) unexpected.push(`${answer.status} ${answer.text}`);
      }
      for (const { id } of acknowledged.slice(6, 12)) {
        const answer = await insist(staff, `/staff/bookings/${id}/cancel`, { reason: '消防检查' });
        if (answer.status !== 200) unexpected.push(`${answer.status} ${answer.text}`);
      }
    } finally {
      await chaos.stop();
    }
    expect(chaos.kills()).toBeGreaterThan(5);
    expect(unexpected).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(20);
    const rows = await app.database.query<{ id: number; personId: number; status: string }>(
      'SELECT id, person_id AS personId, status FROM booking WHERE venue_id IN (?)',
      [venues],
    );
    const stored = new Map(rows.map((row) => [row.id, row]));
    expect(rows).toHaveLength(acknowledged.length);
    for (const [index, { id, person }] of acknowledged.entries()) {
      expect(stored.get(decodeId('booking', id))).toMatchObject({
        personId: person,
        status: index < 12 ? 'cancelled' : 'confirmed',
      });
    }
    expect(await faultsIn(app.database)).toEqual(NO_FAULTS);
  });
});

function urlOf(app: TestApp): string {
  const { options } = app.database.dataSource;
  if (options.type !== 'mysql') throw new Error('not MySQL');
  const url = new URL(testServer().url);
  url.pathname = `/${String(options.database)}`;
  return url.href;
}
