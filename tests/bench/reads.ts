import type { DataSource } from 'typeorm';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { addDays, shanghaiDay } from '@jiefang/shared/time';
import { namedDatabase } from '../support/database.js';
import { measure, median, percentile, rounded, type Suite } from './harness.js';
import { buildCentres, buildResidents, randomNumbers } from './support/city.js';
import { HttpClient } from './support/http-client.js';
import { startServer, tokenFor } from './support/processes.js';

const CENTRES = 1050;
const VENUES_EACH = 4;
const PEOPLE = 5000;
const FEW = 1000;
const MANY = 1_000_000;
/** Bookings lie within a year back and two weeks ahead, as they would in a city's second year. */
const PAST_DAYS = 365;
const COMING_DAYS = 14;

const ROUNDS = 7;
const REQUESTS = 1500;
const SOCKETS = 4;

/** One city with few bookings and the same city with a million: what its pages then cost. */
export const run: Suite = async ({ server, log }) => {
  const small = await city(server, 'reads_small', FEW);
  log(`${FEW} bookings stored`);
  const large = await city(server, 'reads_large', MANY);
  log(`${MANY} bookings stored`);
  try {
    const pages = {
      venue_day: (random: (below: number) => number) => {
        const venue = encodeId('venue', 1 + random(CENTRES * VENUES_EACH));
        return `/api/v1/venues/${venue}/days/${addDays(shanghaiDay(new Date()), random(COMING_DAYS))}`;
      },
      centre: (random: (below: number) => number) =>
        `/api/v1/centres/${encodeId('centre', 1 + random(CENTRES))}`,
    };
    const measures = [];
    for (const [name, path] of Object.entries(pages)) {
      await p99(small.client, path, 1);
      await p99(large.client, path, 1);
      const ratios: number[] = [];
      const slow: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        // The order changes, so that neither city always runs on a warmer machine.
        const first = round % 2 === 0 ? small : large;
        const second = first === small ? large : small;
        const a = await p99(first.client, path, 100 + round);
        const b = await p99(second.client, path, 100 + round);
        const [few, many] = first === small ? [a, b] : [b, a];
        ratios.push(many / few);
        slow.push(many);
      }
      log(`${name}: ratios ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}`);
      measures.push(measure(`reads.${name}_ratio`, rounded(median(ratios)), '×', '≤1.3'));
      measures.push(measure(`reads.${name}_p99_ms`, rounded(median(slow), 1), 'ms'));
    }
    const [stored] = await large.dataSource.query<{ n: number }[]>('SELECT COUNT(*) AS n FROM booking');
    measures.push(measure('reads.bookings', stored?.n ?? 0, '', `= ${MANY}`));
    return measures;
  } finally {
    await Promise.all([small.close(), large.close()]);
  }
};

async function city(server: string, name: string, bookings: number) {
  const { url, dataSource } = await namedDatabase(name, { server });
  await buildResidents(dataSource, PEOPLE);
  await buildCentres(dataSource, CENTRES, VENUES_EACH, () => ({}));
  await store(dataSource, bookings);
  await dataSource.query('ANALYZE TABLE booking, booking_unit');
  const bff = await startServer(url);
  const client = await HttpClient.open(bff.port, SOCKETS);
  return {
    dataSource,
    client,
    close: async () => {
      client.close();
      await bff.stop();
      await dataSource.destroy();
    },
  };
}

/** Two-hour bookings, none overlapping, dealt over venues and days by the database itself. */
async function store(dataSource: DataSource, count: number): Promise<void> {
  const today = shanghaiDay(new Date());
  const venues = CENTRES * VENUES_EACH;
  const places = venues * (PAST_DAYS + COMING_DAYS);
  const digits =
    '(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)';
  const number = [1, 10, 100, 1000, 10_000, 100_000]
    .map((power, index) => `d${index}.d * ${power}`)
    .join(' + ');
  const numbers = Array.from({ length: 6 }, (_, index) => `${digits} d${index}`).join(' CROSS JOIN ');
  // A step that shares no factor with the number of venue-days visits all of them before any twice.
  await dataSource.query(
    `INSERT INTO booking (id, venue_id, centre_id, division_code, day, start_unit, end_unit, starts_at, ends_at, person_id,
       household_id, channel, purpose, attendees, status, created_at, updated_at)
     SELECT n + 1, venue, CEIL(venue / ${VENUES_EACH}), '350602002002', day, start, start + 4,
            DATE_ADD(day, INTERVAL start * 30 - 480 MINUTE), DATE_ADD(day, INTERVAL start * 30 - 360 MINUTE),
            1 + n % ${PEOPLE}, CEIL((1 + n % ${PEOPLE}) / 2), 'app', '合唱排练', 12,
            IF(day < ?, 'completed', 'confirmed'), DATE_SUB(day, INTERVAL 3 DAY), DATE_SUB(day, INTERVAL 3 DAY)
       FROM (SELECT n, 1 + place % ${venues} AS venue,
                    DATE_ADD(?, INTERVAL FLOOR(place / ${venues}) - ${PAST_DAYS} DAY) AS day,
                    16 + 6 * (FLOOR(n / ${places}) % 4) + n % 2 AS start
               FROM (SELECT n, (n * 1000003) % ${places} AS place
                       FROM (SELECT ${number} AS n FROM ${numbers}) counted WHERE n < ${count}) placed) dealt`,
    [today, today],
  );
  await dataSource.query(
    `INSERT INTO booking_unit (venue_id, day, unit, booking_id, kind)
     SELECT b.venue_id, b.day, b.start_unit + k.d, b.id, 0 FROM booking b CROSS JOIN ${digits} k
      WHERE k.d < 4 ORDER BY b.venue_id, b.day, b.start_unit + k.d`,
  );
}

/** The 99th percentile in milliseconds of one round; the same seed asks the same pages of both cities. */
async function p99(
  client: HttpClient,
  path: (random: (below: number) => number) => string,
  seed: number,
): Promise<number> {
  const random = randomNumbers(seed);
  const times: number[] = [];
  let left = REQUESTS;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const answer = await client.send({
        method: 'GET',
        path: path(random),
        token: tokenFor(1 + random(PEOPLE)),
      });
      if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.body}`);
      times.push(answer.ms);
    }
  };
  await Promise.all(Array.from({ length: SOCKETS }, worker));
  return percentile(times, 0.99);
}
