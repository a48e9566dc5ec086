import type { DataSource } from 'typeorm';
import { namedDatabase } from '../support/database.js';
import { measure, median, percentile, rounded, type Measure, type Suite } from './harness.js';
import { randomNumbers } from './support/city.js';
import { HttpClient } from './support/http-client.js';
import { startServer, tokenFor, type BenchServer } from './support/processes.js';
import { rateOf, rateRounds, ratioOf, ROUNDS, WARM_UP_ROUNDS } from './support/speed.js';
import { buildShifts, buildVolunteers, midnight, wishFor, type BenchShift } from './support/volunteers.js';

/** 深圳 战疫先锋's first month. */
const TASKS = 37_000;
const PARTICIPATIONS = 205_000;
const PEOPLE = 120_000;
/** Every tenth task takes half the claims. */
const HOT_PLACES = 30;
const COLD_PLACES = 6;
const DAYS = 30;
/** Tasks are taken in the order they are published; so many are on people's screens at a time. */
const SHOWN_GROUPS = 20;
/** Phones with a request under way at any moment, half of them on each process: each asks again when it is answered. */
const MONTH_SOCKETS = 512;

const RUSHERS = 5000;
const RUSH_PLACES = 50;

const SPREAD_SHIFTS = 1000;
const SPEED_PEOPLE = 5000;
/** Phones with a request under way at any moment, the same for every candidate. */
const SPEED_SOCKETS = 512;

const LIVE = "status IN ('claimed', 'in_progress', 'submitted', 'queried', 'verified')";
const HOUR_MS = 3_600_000;

/** A month of claims, a rush on one task, and the speed of the lane beside its floor and its ceiling. */
export const run: Suite = async ({ server, log }) => {
  return [...(await month(server, log)), ...(await rush(server, log)), ...(await speed(server, log))];
};

/** What the load was told: shifts that each person was given. */
class Told {
  readonly granted = new Map<string, string>();
  readonly statuses = new Map<number, number>();
  readonly codes = new Map<string, number>();
  /** A second claim that the same person was given for one shift. */
  twice = 0;

  note(person: number, shift: number, answer: { status: number; body: string }): boolean {
    this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1);
    if (answer.status !== 201) {
      const code = /"code":"(\w+)"/.exec(answer.body)?.[1] ?? answer.body.slice(0, 80);
      this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
      return false;
    }
    const id = /"id":"(\w+)"/.exec(answer.body)?.[1] ?? '';
    const place = `${person}|${shift}`;
    const known = this.granted.get(place);
    if (known !== undefined && known !== id) this.twice += 1;
    this.granted.set(place, id);
    return known === undefined;
  }
}

async function month(server: string, log: (line: string) => void): Promise<Measure[]> {
  const { url, dataSource } = await namedDatabase('claims_month', { server });
  await buildVolunteers(dataSource, PEOPLE);
  const shifts = monthOfShifts();
  await buildShifts(dataSource, shifts);
  await dataSource.query('ANALYZE TABLE volunteer, shift, task, claim');
  const tokens = Array.from({ length: PEOPLE }, (_, index) => tokenFor(index + 1));
  const bodies = shifts.map((_, index) => wishFor(index + 1));
  const servers = [await startServer(url), await startServer(url)];
  try {
    const told = new Told();
    const seconds = await playMonth(servers, shifts, tokens, bodies, told);
    log(`the month took ${rounded(seconds)} s: ${JSON.stringify(Object.fromEntries(told.statuses))}`);
    log(`refused: ${JSON.stringify(Object.fromEntries(told.codes))}`);
    const counted = await inspect(dataSource, told);
    const errors = [...told.statuses].reduce((sum, [status, n]) => sum + (status >= 500 ? n : 0), 0);
    return [
      measure('claims.seconds', rounded(seconds), 's', '≤60'),
      measure('claims.oversold', counted.oversold, '', '= 0'),
      measure('claims.doubled', counted.doubled, '', '= 0'),
      measure('claims.person_overlaps', counted.overlaps, '', '= 0'),
      measure('claims.lost', counted.lost, '', '= 0'),
      measure('claims.miscounted', counted.miscounted, '', '= 0'),
      measure('claims.server_errors', errors, '', '= 0'),
      measure('claims.granted', told.granted.size, ''),
      measure(
        'claims.month_per_s',
        Math.round([...told.statuses.values()].reduce((a, b) => a + b, 0) / seconds),
        '/s',
      ),
    ];
  } finally {
    await Promise.all(servers.map((one) => one.stop()));
    await dataSource.destroy();
  }
}

/** Two-hour shifts at nine starting times of thirty days, in the order they were published. */
function monthOfShifts(): BenchShift[] {
  const random = randomNumbers(20_200_208);
  return Array.from({ length: TASKS }, (_, index) => {
    const day = 2 + Math.floor((index / TASKS) * DAYS) + random(3);
    const startsAt = new Date(midnight(day).getTime() + (7 + random(9) * 1.5) * HOUR_MS);
    return {
      startsAt,
      endsAt: new Date(startsAt.getTime() + 2 * HOUR_MS),
      capacity: index % 10 === 0 ? HOT_PLACES : COLD_PLACES,
    };
  });
}

/**
 * People tap until the month's participations are given. Of a hundred taps three are sent twice under one key, perhaps to
 * the other process, one asks again for what its person has, two ask for another shift at the same time.
 */
async function playMonth(
  servers: readonly BenchServer[],
  shifts: readonly BenchShift[],
  tokens: readonly string[],
  bodies: readonly object[],
  told: Told,
): Promise<number> {
  const clients = await Promise.all(servers.map((one) => HttpClient.open(one.port, MONTH_SOCKETS / 2)));
  const random = randomNumbers(205_000);
  const sameStart = new Map<number, number[]>();
  shifts.forEach(({ startsAt }, index) => {
    const list = sameStart.get(startsAt.getTime());
    if (list === undefined) sameStart.set(startsAt.getTime(), [index]);
    else list.push(index);
  });
  const groups = TASKS / 10;
  let [granted, sent] = [0, 0];

  const tap = async (person: number, shift: number, twice: boolean): Promise<void> => {
    sent += 1;
    const request = {
      method: 'POST' as const,
      path: '/api/v1/claims',
      token: tokens[person - 1] as string,
      key: `month-${String(sent).padStart(7, '0')}`,
      body: bodies[shift],
    };
    const first = random(2);
    const targets = twice ? [first, random(2)] : [first];
    const answers = await Promise.all(targets.map((index) => (clients[index] as HttpClient).send(request)));
    for (const answer of answers) if (told.note(person, shift + 1, answer)) granted += 1;
  };
  const worker = async (): Promise<void> => {
    while (granted < PARTICIPATIONS) {
      const front = Math.floor((granted / PARTICIPATIONS) * groups);
      const group = Math.max(0, Math.min(groups - 1, front - random(SHOWN_GROUPS) + SHOWN_GROUPS / 2));
      const shift = group * 10 + (random(2) === 0 ? 0 : 1 + random(9));
      const person = 1 + random(PEOPLE);
      const dice = random(100);
      await tap(person, shift, dice < 3);
      if (dice === 3) await tap(person, shift, false);
      if (dice === 4 || dice === 5) {
        const rivals = sameStart.get((shifts[shift] as BenchShift).startsAt.getTime()) as number[];
        await tap(person, rivals[random(rivals.length)] as number, false);
      }
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: MONTH_SOCKETS }, worker));
  const seconds = (performance.now() - startedAt) / 1000;
  clients.forEach((client) => client.close());
  return seconds;
}

/** Counts what must not be, by SQL over times and people, and compares what was told with what is stored. */
async function inspect(dataSource: DataSource, told: Told) {
  const count = async (sql: string): Promise<number> =>
    Number((await dataSource.query<{ n: number }[]>(sql))[0]?.n ?? -1);
  const oversold = await count(
    `SELECT COALESCE(SUM(t.held - t.capacity), 0) AS n FROM (SELECT s.capacity, COUNT(*) AS held FROM claim c
       JOIN shift s ON s.id = c.shift_id WHERE c.${LIVE} GROUP BY s.id, s.capacity HAVING held > s.capacity) t`,
  );
  const miscounted = await count(
    `SELECT COUNT(*) AS n FROM shift s LEFT JOIN (SELECT shift_id, COUNT(*) AS held FROM claim WHERE ${LIVE}
       GROUP BY shift_id) c ON c.shift_id = s.id WHERE s.claimed <> COALESCE(c.held, 0)`,
  );
  const doubled = await count(
    `SELECT COUNT(*) AS n FROM (SELECT 1 FROM claim WHERE ${LIVE} GROUP BY shift_id, person_id HAVING COUNT(*) > 1) t`,
  );
  const overlaps = await count(
    `SELECT COUNT(*) AS n FROM claim a JOIN claim b ON b.person_id = a.person_id AND b.id > a.id
      WHERE a.${LIVE} AND b.${LIVE} AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at`,
  );
  const rows = await dataSource.query<{ person: number; shift: number }[]>(
    `SELECT person_id AS person, shift_id AS shift FROM claim WHERE ${LIVE}`,
  );
  const stored = new Set(rows.map(({ person, shift }) => `${person}|${shift}`));
  const lost = [...told.granted.keys()].filter((place) => !stored.has(place)).length;
  return { oversold, miscounted, doubled: doubled + told.twice, overlaps, lost };
}

/** Everybody wants the one hot task at once, over two processes. */
async function rush(server: string, log: (line: string) => void): Promise<Measure[]> {
  const { url, dataSource } = await namedDatabase('claims_rush', { server });
  await buildVolunteers(dataSource, RUSHERS);
  const startsAt = new Date(midnight(3).getTime() + 9 * HOUR_MS);
  const endsAt = new Date(startsAt.getTime() + 2 * HOUR_MS);
  // The first shift warms the processes up: a city's servers have been running for days.
  await buildShifts(dataSource, [
    {
      startsAt: new Date(startsAt.getTime() - 24 * HOUR_MS),
      endsAt: new Date(endsAt.getTime() - 24 * HOUR_MS),
      capacity: 9999,
    },
    { startsAt, endsAt, capacity: RUSH_PLACES },
  ]);
  const servers = [await startServer(url), await startServer(url)];
  const clients = await Promise.all(servers.map((one) => HttpClient.open(one.port, RUSHERS / 2)));
  try {
    const tokens = Array.from({ length: RUSHERS }, (_, index) => tokenFor(index + 1));
    const all = (shift: number, people: number) =>
      Promise.all(
        tokens.slice(0, people).map((token, index) =>
          (clients[index % 2] as HttpClient).send({
            method: 'POST',
            path: '/api/v1/claims',
            token,
            key: `rush-${shift}-${String(index).padStart(6, '0')}`,
            body: wishFor(shift),
          }),
        ),
      );
    await all(1, 2000);
    const answers = await all(2, RUSHERS);
    const won = answers.filter((answer) => answer.status === 201).length;
    const full = answers.filter((answer) => answer.body.includes('"CLAIM_FULL"')).length;
    const [stored] = await dataSource.query<{ n: number }[]>(
      `SELECT COUNT(*) AS n FROM claim WHERE shift_id = 2 AND ${LIVE}`,
    );
    const p99 = percentile(
      answers.map((answer) => answer.ms),
      0.99,
    );
    log(`rush: ${won} won, ${full} were told that it is full, p99 ${Math.round(p99)} ms`);
    return [
      measure(
        'claims.rush_winners',
        won === stored?.n && won + full === RUSHERS ? won : -1,
        '',
        `= ${RUSH_PLACES}`,
      ),
      measure('claims.rush_p99_ms', Math.round(p99), 'ms', '≤2000'),
    ];
  } finally {
    clients.forEach((client) => client.close());
    await Promise.all(servers.map((one) => one.stop()));
    await dataSource.destroy();
  }
}

/** Claims a second, everybody granted: all of one shift, and over a thousand. */
async function speed(server: string, log: (line: string) => void): Promise<Measure[]> {
  const { url, dataSource } = await namedDatabase('claims_speed', { server });
  await buildVolunteers(dataSource, SPEED_PEOPLE);
  const rounds = WARM_UP_ROUNDS + ROUNDS;
  // Each round of each candidate has an hour of its own: nobody's claims overlap.
  const hours = rounds * 3;
  const slot = (hour: number, capacity: number): BenchShift => {
    const startsAt = new Date(midnight(2).getTime() + hour * HOUR_MS);
    return { startsAt, endsAt: new Date(startsAt.getTime() + HOUR_MS), capacity };
  };
  await buildShifts(dataSource, [
    ...Array.from({ length: hours }, (_, hour) => slot(hour, SPEED_PEOPLE)),
    ...Array.from({ length: rounds * SPREAD_SHIFTS }, (_, index) =>
      slot(hours + Math.floor(index / SPREAD_SHIFTS), SPEED_PEOPLE / SPREAD_SHIFTS),
    ),
  ]);
  await dataSource.query('ANALYZE TABLE volunteer, shift, task');
  const bff = await startServer(url);
  const client = await HttpClient.open(bff.port, SPEED_SOCKETS);
  const tokens = Array.from({ length: SPEED_PEOPLE }, (_, index) => tokenFor(index + 1));
  let [hour, spreads] = [0, 0];

  /** Requests a second when everybody asks once; `shiftOf` says for what, and every one must be granted. */
  const rate = (path: string, shiftOf: (person: number) => number): Promise<number> =>
    rateOf(client, {
      path,
      count: SPEED_PEOPLE,
      sockets: SPEED_SOCKETS,
      request: (person) => ({ token: tokens[person], body: wishFor(shiftOf(person)) }),
    });
  const oneShift = (path: string) => async (): Promise<number> => {
    hour += 1;
    const shift = hour;
    return rate(path, () => shift);
  };
  const spread = async (): Promise<number> => {
    const first = hours + spreads * SPREAD_SHIFTS + 1;
    spreads += 1;
    return rate('/api/v1/claims', (person) => first + (person % SPREAD_SHIFTS));
  };

  try {
    const candidates = {
      hot: oneShift('/api/v1/claims'),
      spread,
      transaction: oneShift('/api/v1/bench/claims/transaction'),
      noop: oneShift('/api/v1/bench/claims/noop'),
    };
    const rates = await rateRounds(candidates, log);
    return [
      measure('claims.hot_vs_transaction', ratioOf(rates.hot, rates.transaction), '×', '≥4'),
      measure('claims.hot_vs_noop', ratioOf(rates.hot, rates.noop), '×', '≥0.7'),
      measure('claims.spread_vs_noop', ratioOf(rates.spread, rates.noop), '×', '≥0.7'),
      measure('claims.hot_per_s', Math.round(median(rates.hot)), '/s'),
      measure('claims.spread_per_s', Math.round(median(rates.spread)), '/s'),
      measure('claims.transaction_per_s', Math.round(median(rates.transaction)), '/s'),
      measure('claims.noop_per_s', Math.round(median(rates.noop)), '/s'),
    ];
  } finally {
    client.close();
    await bff.stop();
    await dataSource.destroy();
  }
}
