import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { namedDatabase } from '../support/database.js';
import { measure, median, type Measure, type Suite } from './harness.js';
import { buildCentres, buildResidents, randomNumbers, wish } from './support/city.js';
import { HttpClient } from './support/http-client.js';
import { startServer, tokenFor, type BenchServer } from './support/processes.js';
import { rateOf, rateRounds, ratioOf } from './support/speed.js';

const CONTENDERS = 500;
const PEOPLE = 300;
const VENUES = 20;
const REQUESTS = 20_000;
const PERSON_LIMIT = 3;
const HOUSEHOLD_LIMIT = 4;

const SPREAD_VENUES = 1000;
const SPREAD_PEOPLE = 5000;
const SPREAD_REQUESTS = 5000;
const SPREAD_SOCKETS = 256;

/** Exactness of bookings under contention on two processes, then their speed beside its floor and its ceiling. */
export const run: Suite = async ({ server, log }) => {
  return [...(await exactness(server, log)), ...(await speed(server, log))];
};

async function exactness(server: string, log: (line: string) => void): Promise<Measure[]> {
  const { url, dataSource } = await namedDatabase('bookings_exact', { server });
  await buildResidents(dataSource, CONTENDERS);
  await buildCentres(dataSource, VENUES, 2, (venue) => ({
    weeklyPerPerson: PERSON_LIMIT,
    weeklyPerHousehold: HOUSEHOLD_LIMIT,
    cleaningMinutes: venue % 3 === 0 ? 30 : 0,
    reservedPercent: venue % 5 === 0 ? 20 : 0,
    maxMinutes: 180,
  }));
  const servers = [await startServer(url), await startServer(url)];
  try {
    const winners = await contend(servers, dataSource);
    log(`one run, ${CONTENDERS} people: ${winners} won`);
    const { acknowledged, statuses } = await storm(servers);
    log(`${REQUESTS} random requests answered: ${JSON.stringify(Object.fromEntries(statuses))}`);
    const counted = await inspect(dataSource, acknowledged);
    return [
      measure('bookings.winners', winners, '', '= 1'),
      measure('bookings.overlaps', counted.overlaps, '', '= 0'),
      measure('bookings.quota_breaches', counted.quotaBreaches, '', '= 0'),
      measure('bookings.lost', counted.lost, '', '= 0'),
      measure(
        'bookings.server_errors',
        [...statuses].reduce((sum, [status, n]) => sum + (status >= 500 ? n : 0), 0),
        '',
        '= 0',
      ),
      measure('bookings.granted', acknowledged.size, ''),
    ];
  } finally {
    await Promise.all(servers.map((one) => one.stop()));
    await dataSource.destroy();
  }
}

/** Everybody wants the same run of the last venue at once; how many got it, by the answers and by the rows. */
async function contend(servers: readonly BenchServer[], dataSource: DataSource): Promise<number> {
  const clients = await Promise.all(
    servers.map((one) => HttpClient.open(one.port, CONTENDERS / servers.length)),
  );
  const venue = VENUES * 2;
  const answers = await Promise.all(
    Array.from({ length: CONTENDERS }, (_, index) =>
      (clients[index % clients.length] as HttpClient).send({
        method: 'POST',
        path: '/api/v1/bookings',
        token: tokenFor(index + 1),
        key: `contend-${index}`,
        body: wish(venue, 2, 20, 24),
      }),
    ),
  );
  clients.forEach((client) => client.close());
  const told = answers.filter((answer) => answer.status === 201).length;
  const [stored] = await dataSource.query<{ n: number }[]>(
    "SELECT COUNT(*) AS n FROM booking WHERE venue_id = ? AND status IN ('pending', 'confirmed')",
    [venue],
  );
  return told === stored?.n ? told : -1;
}

/** What a client was told about a booking of its own. */
interface Acknowledged {
  personId: number;
  startsAt: string;
  endsAt: string;
  cancelled: boolean;
}

/** Random overlapping requests, a fifth of them cancellations, some sent twice to both processes under one key. */
async function storm(
  servers: readonly BenchServer[],
): Promise<{ acknowledged: Map<string, Acknowledged>; statuses: Map<number, number> }> {
  const clients = await Promise.all(servers.map((one) => HttpClient.open(one.port, 40)));
  const random = randomNumbers(20_261_122);
  const acknowledged = new Map<string, Acknowledged>();
  const statuses = new Map<number, number>();
  const mine = new Map<number, string[]>();
  let sent = 0;

  const worker = async (): Promise<void> => {
    while (sent < REQUESTS) {
      sent += 1;
      const number = sent;
      const personId = 1 + random(PEOPLE);
      const client = clients[random(clients.length)] as HttpClient;
      const own = mine.get(personId) ?? [];
      if (own.length > 0 && random(5) === 0) {
        const id = own.splice(random(own.length), 1)[0] as string;
        const answer = await client.send({
          method: 'POST',
          path: `/api/v1/bookings/${id}/cancel`,
          token: tokenFor(personId),
          key: `storm-${String(number).padStart(6, '0')}`,
          body: {},
        });
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const booking = acknowledged.get(id);
        if (answer.status === 200 && booking !== undefined) booking.cancelled = true;
        continue;
      }
      const start = 16 + random(24);
      const body = wish(1 + random(VENUES), 1 + random(13), start, Math.min(start + 1 + random(6), 42));
      const request = {
        method: 'POST' as const,
        path: '/api/v1/bookings',
        token: tokenFor(personId),
        key: `storm-${String(number).padStart(6, '0')}`,
        body,
      };
      // A phone that lost the answer sends again, perhaps to the other process.
      const targets = random(20) === 0 ? clients : [client];
      const answers = await Promise.all(targets.map((target) => target.send(request)));
      for (const answer of answers) {
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (answer.status !== 201) continue;
        const { id } = JSON.parse(answer.body) as { id: string };
        if (acknowledged.has(id)) continue;
        acknowledged.set(id, { personId, startsAt: body.startsAt, endsAt: body.endsAt, cancelled: false });
        mine.set(personId, [...(mine.get(personId) ?? []), id]);
      }
    }
  };
  await Promise.all(Array.from({ length: 80 }, worker));
  clients.forEach((client) => client.close());
  return { acknowledged, statuses };
}

/** Counts what must not be, by SQL over times and people; the product's own unit and quota rows are not looked at. */
async function inspect(
  dataSource: DataSource,
  acknowledged: Map<string, Acknowledged>,
): Promise<{ overlaps: number; quotaBreaches: number; lost: number }> {
  const live = "status IN ('pending', 'confirmed', 'checked_in', 'completed')";
  const [overlaps] = await dataSource.query<{ n: number }[]>(
    `SELECT COUNT(*) AS n FROM booking a JOIN booking b ON b.venue_id = a.venue_id AND b.id > a.id
       JOIN venue v ON v.id = a.venue_id
      WHERE a.${live} AND b.${live}
        AND a.starts_at < DATE_ADD(b.ends_at, INTERVAL JSON_VALUE(v.policy, '$.cleaningMinutes') MINUTE)
        AND b.starts_at < DATE_ADD(a.ends_at, INTERVAL JSON_VALUE(v.policy, '$.cleaningMinutes') MINUTE)`,
  );
  const week = 'YEARWEEK(DATE_ADD(starts_at, INTERVAL 8 HOUR), 3)';
  const [people] = await dataSource.query<{ n: number }[]>(
    `SELECT COUNT(*) AS n FROM (SELECT 1 FROM booking WHERE ${live} GROUP BY venue_id, person_id, ${week} HAVING COUNT(*) > ?) t`,
    [PERSON_LIMIT],
  );
  const [households] = await dataSource.query<{ n: number }[]>(
    `SELECT COUNT(*) AS n FROM (SELECT 1 FROM booking JOIN residency r ON r.person_id = booking.person_id
        WHERE booking.${live} GROUP BY venue_id, r.household_id, ${week} HAVING COUNT(*) > ?) t`,
    [HOUSEHOLD_LIMIT],
  );
  const rows = await dataSource.query<{ person: number; start: Date; end: Date; live: number }[]>(
    `SELECT person_id AS person, starts_at AS start, ends_at AS end, ${live} AS live FROM booking WHERE person_id <= ?`,
    [CONTENDERS],
  );
  const stored = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.person}|${row.start.toISOString()}|${row.end.toISOString()}|${row.live}`;
    stored.set(key, (stored.get(key) ?? 0) + 1);
  }
  let lost = 0;
  for (const told of acknowledged.values()) {
    const key = `${told.personId}|${told.startsAt}|${told.endsAt}|${told.cancelled ? 0 : 1}`;
    const left = stored.get(key) ?? 0;
    if (left === 0) lost += 1;
    else stored.set(key, left - 1);
  }
  return { overlaps: overlaps?.n ?? -1, quotaBreaches: (people?.n ?? -1) + (households?.n ?? 0), lost };
}

async function speed(server: string, log: (line: string) => void): Promise<Measure[]> {
  const { url, dataSource } = await namedDatabase('bookings_speed', { server });
  await buildResidents(dataSource, SPREAD_PEOPLE);
  await buildCentres(dataSource, SPREAD_VENUES / 4, 4, () => ({ cleaningMinutes: 0, earliestLeadDays: 60 }));
  const bff = await startServer(url);
  const client = await HttpClient.open(bff.port, SPREAD_SOCKETS);
  const tokens = Array.from({ length: SPREAD_PEOPLE }, (_, index) => tokenFor(index + 1));
  let number = 0;

  /** Requests a second of one route; every request is a different run, so every one must be granted. */
  const rate = (path: string) => async (): Promise<number> => {
    await settle(dataSource);
    const from = number;
    number += SPREAD_REQUESTS;
    return rateOf(client, {
      path,
      count: SPREAD_REQUESTS,
      sockets: SPREAD_SOCKETS,
      request: (nth) => {
        const index = from + nth;
        const slot = Math.floor(index / SPREAD_VENUES);
        const start = 16 + (slot % 13) * 2;
        return {
          // Neighbouring slots of one venue go to different people: nobody's week fills up.
          token: tokens[(index * 37 + slot * 991) % SPREAD_PEOPLE],
          body: wish(1 + (index % SPREAD_VENUES), 1 + Math.floor(slot / 13), start, start + 2),
        };
      },
    });
  };

  try {
    const candidates = {
      lane: rate('/api/v1/bookings'),
      transaction: rate('/api/v1/bench/transaction'),
      noop: rate('/api/v1/bench/noop'),
    };
    const rates = await rateRounds(candidates, log);
    return [
      measure('bookings.vs_transaction', ratioOf(rates.lane, rates.transaction), '×', '≥3'),
      measure('bookings.vs_noop', ratioOf(rates.lane, rates.noop), '×', '≥0.5'),
      measure('bookings.per_s', Math.round(median(rates.lane)), '/s'),
      measure('bookings.transaction_per_s', Math.round(median(rates.transaction)), '/s'),
      measure('bookings.noop_per_s', Math.round(median(rates.noop)), '/s'),
    ];
  } finally {
    client.close();
    await bff.stop();
    await dataSource.destroy();
  }
}

/** Waits until the notices of the round before are delivered, so that no round pays for another's. */
async function settle(dataSource: DataSource): Promise<void> {
  for (;;) {
    const [row] = await dataSource.query<{ n: number }[]>(
      'SELECT COUNT(*) AS n FROM outbox WHERE done_at IS NULL AND due_at <= UTC_TIMESTAMP(3)',
    );
    if (row?.n === 0) return;
    await sleep(100);
  }
}
