import { setTimeout as sleep } from 'node:timers/promises';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type { DataSource } from 'typeorm';
import { namedDatabase } from '../support/database.js';
import { measure, median, rounded, type Measure, type Suite } from './harness.js';
import { randomNumbers } from './support/city.js';
import { HttpClient, type Answer } from './support/http-client.js';
import { startServer, tokenFor } from './support/processes.js';
import { rateOf, rateRounds, ratioOf, ROUNDS, WARM_UP_ROUNDS } from './support/speed.js';
import { ballotsOf, BENCH_TEXT, buildVotersOfCity, buildVoteTopic } from './support/vote-topics.js';

const PEOPLE = 20_000;
/** Of a hundred people so many send twice at once from two devices, each under a key of its own. */
const TWICE = 10;
const MINUTE_MS = 60_000;
/** Phones with a request under way at any moment, half of them on each process. */
const SOCKETS = 512;
const OPEN = 1;
const SECRET = 2;

const SPEED_PEOPLE = 5000;
const SETTLING_MS = 1000;
/** Phones with a request under way at any moment, the same for every candidate. */
const SPEED_SOCKETS = 512;

const CHOICES = ['for', 'against', 'abstain'] as const;
type Choice = (typeof CHOICES)[number];
type Sums = Record<Choice, number>;

/** Everybody votes in the window's last minute, openly and secretly; then the speed of the lane. */
export const run: Suite = async ({ server, log }) => {
  return [...(await lastMinute(server, log)), ...(await speed(server, log))];
};

interface Sent {
  topic: number;
  person: number;
  choice: Choice;
  answer: Answer;
}

async function lastMinute(server: string, log: (line: string) => void): Promise<Measure[]> {
  const { url, dataSource } = await namedDatabase('votes_minute', { server });
  await buildVotersOfCity(dataSource, PEOPLE);
  await buildVoteTopic(dataSource, { id: OPEN, size: PEOPLE, secret: false });
  await buildVoteTopic(dataSource, { id: SECRET, size: PEOPLE, secret: true });
  await dataSource.query('ANALYZE TABLE person, topic, roll_member, roll_voter, open_ballot, ballot_mark');
  const servers = [await startServer(url), await startServer(url)];
  const clients = await Promise.all(servers.map((one) => HttpClient.open(one.port, SOCKETS / 2)));
  try {
    const tokens = Array.from({ length: PEOPLE }, (_, index) => tokenFor(index + 1));
    const until = new Date(Date.now() + MINUTE_MS);
    await dataSource.query('UPDATE topic SET votes_until = ?', [until]);
    const startedAt = performance.now();
    const sent = await playMinute(clients, tokens);
    const seconds = (performance.now() - startedAt) / 1000;
    const statuses = new Map<number, number>();
    for (const { answer } of sent) statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    log(`the last minute took ${rounded(seconds)} s: ${JSON.stringify(Object.fromEntries(statuses))}`);

    const faults = await inspect(dataSource, sent);
    // Time passes: the window is over, the clock of either process counts, as does whoever asks.
    await dataSource.query('UPDATE topic SET votes_until = ? WHERE votes_until > ?', [
      new Date(),
      new Date(),
    ]);
    let difference = 0;
    for (const topic of [OPEN, SECRET])
      difference += await countAndCompare(dataSource, clients, tokens, topic);
    const errors = [...statuses].reduce((sum, [status, n]) => sum + (status >= 500 ? n : 0), 0);
    return [
      measure('votes.doubled', faults.doubled, '', '= 0'),
      measure('votes.lost', faults.lost, '', '= 0'),
      measure('votes.recount_difference', difference, '', '= 0'),
      measure('votes.server_errors', errors, '', '= 0'),
      measure('votes.seconds', rounded(seconds), 's', '≤60'),
      measure('votes.sent', sent.length, ''),
    ];
  } finally {
    clients.forEach((client) => client.close());
    await Promise.all(servers.map((one) => one.stop()));
    await dataSource.destroy();
  }
}

/** Everybody votes on both topics, in an order of chance. */
async function playMinute(clients: readonly HttpClient[], tokens: readonly string[]): Promise<Sent[]> {
  const random = randomNumbers(20_000);
  const turns = tokens.flatMap((_, index) => [OPEN, SECRET].map((topic) => ({ topic, person: index + 1 })));
  for (let index = turns.length - 1; index > 0; index -= 1) {
    const other = random(index + 1);
    [turns[index], turns[other]] = [turns[other] as (typeof turns)[0], turns[index] as (typeof turns)[0]];
  }
  const sent: Sent[] = [];
  let [next, keys] = [0, 0];
  const vote = async (topic: number, person: number, client: number): Promise<void> => {
    const choice = CHOICES[random(3)] as Choice;
    keys += 1;
    const answer = await (clients[client] as HttpClient).send({
      method: 'POST',
      path: ballotsOf(topic),
      token: tokens[person - 1],
      key: `minute-${String(keys).padStart(7, '0')}`,
      body: { member: person, choice, textHash: BENCH_TEXT },
    });
    sent.push({ topic, person, choice, answer });
  };
  const worker = async (): Promise<void> => {
    while (next < turns.length) {
      const { topic, person } = turns[next] as (typeof turns)[0];
      next += 1;
      const first = random(2);
      if (random(100) < TWICE)
        await Promise.all([vote(topic, person, first), vote(topic, person, 1 - first)]);
      else await vote(topic, person, first);
    }
  };
  await Promise.all(Array.from({ length: SOCKETS }, worker));
  return sent;
}

/**
 * Counts by SQL what is in the boxes and compares it with what people were told. Doubled: votes beyond one a member, and
 * second confirmations of a secret ballot. Lost: confirmed ballots that are not there, and people who are in no box.
 */
async function inspect(dataSource: DataSource, sent: readonly Sent[]) {
  const count = async (sql: string): Promise<number> =>
    Number((await dataSource.query<{ n: number }[]>(sql))[0]?.n ?? -1);
  const marks = (topic: number): Promise<number> =>
    count(`SELECT COUNT(*) AS n FROM ballot_mark WHERE topic_id = ${topic}`);
  const granted = sent.filter(({ answer }) => answer.status === 201);
  const secretGranted = granted.filter(({ topic }) => topic === SECRET);
  const secretStored = await count(`SELECT COUNT(*) AS n FROM secret_ballot WHERE topic_id = ${SECRET}`);
  const people = new Set(secretGranted.map(({ person }) => person)).size;
  const doubled =
    secretGranted.length -
    people +
    Math.max(0, secretStored - (await marks(SECRET))) +
    (await count(
      `SELECT COUNT(*) AS n FROM (SELECT 1 FROM ballot_mark GROUP BY topic_id, member_no HAVING COUNT(*) > 1) t`,
    )) +
    Math.max(0, (await marks(OPEN)) - PEOPLE) +
    Math.max(0, (await marks(SECRET)) - PEOPLE);

  const receipts = new Set(
    (await dataSource.query<{ hex: string }[]>(`SELECT HEX(receipt) AS hex FROM open_ballot`)).map(
      (row) => row.hex,
    ),
  );
  const missing = granted
    .filter(({ topic }) => topic === OPEN)
    .filter(({ answer }) => !receipts.has(hexOf((JSON.parse(answer.body) as { receipt: string }).receipt)));
  const told = sumsOf(secretGranted.map(({ choice }) => choice));
  const stored = await secretSums(dataSource);
  const lost =
    missing.length +
    CHOICES.reduce((sum, choice) => sum + Math.abs(told[choice] - stored[choice]), 0) +
    (PEOPLE - (await marks(OPEN))) +
    (PEOPLE - (await marks(SECRET)));
  return { doubled, lost };
}

/** The product's count and its recount beside sums by SQL: how many votes they differ by. */
async function countAndCompare(
  dataSource: DataSource,
  clients: readonly HttpClient[],
  tokens: readonly string[],
  topic: number,
): Promise<number> {
  const ask = async (client: number, act: string): Promise<string> => {
    const path = `/api/v1/bench/ballots/${act}/${encodeId('topic', topic)}`;
    const answer = await (clients[client] as HttpClient).send({
      method: 'POST',
      path,
      token: tokens[0],
    });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
    return answer.body;
  };
  // Both processes at once: one opens the box.
  const [body] = await Promise.all([ask(0, 'count'), ask(1, 'count')]);
  const counted = JSON.parse(body) as { counts: Sums; participated: { heads: number } };
  const recount = JSON.parse(await ask(1, 'recount')) as {
    agrees: boolean;
    differences: string[];
    tally: { counts: Sums };
  };
  const truth = topic === SECRET ? await secretSums(dataSource) : await openSums(dataSource);
  const heads = CHOICES.reduce((sum, choice) => sum + truth[choice], 0);
  return (
    CHOICES.reduce(
      (sum, choice) =>
        sum +
        Math.abs(counted.counts[choice] - truth[choice]) +
        Math.abs(recount.tally.counts[choice] - truth[choice]),
      0,
    ) +
    Math.abs(counted.participated.heads - heads) +
    recount.differences.length +
    (recount.agrees ? 0 : 1)
  );
}

/** The last ballot of every member, by a window over the casts. */
async function openSums(dataSource: DataSource): Promise<Sums> {
  const rows = await dataSource.query<{ choice: Choice; n: number }[]>(
    `SELECT choice, COUNT(*) AS n FROM (SELECT choice, ROW_NUMBER() OVER (PARTITION BY member_no ORDER BY seq DESC) AS nth
       FROM open_ballot WHERE topic_id = ${OPEN}) t WHERE nth = 1 GROUP BY choice`,
  );
  return Object.assign(sumsOf([]), Object.fromEntries(rows.map((row) => [row.choice, Number(row.n)])));
}

async function secretSums(dataSource: DataSource): Promise<Sums> {
  const rows = await dataSource.query<{ choice: Choice; n: number }[]>(
    `SELECT choice, COUNT(*) AS n FROM secret_ballot WHERE topic_id = ${SECRET} GROUP BY choice`,
  );
  return Object.assign(sumsOf([]), Object.fromEntries(rows.map((row) => [row.choice, Number(row.n)])));
}

function sumsOf(choices: readonly Choice[]): Sums {
  const sums: Sums = { for: 0, against: 0, abstain: 0 };
  for (const choice of choices) sums[choice] += 1;
  return sums;
}

/** A receipt's bytes, read here anew: Crockford's base32. */
function hexOf(receipt: string): string {
  const digits = [...receipt.replaceAll('-', '')].map((letter) =>
    '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return (digits.join('').match(/.{4}/g) ?? [])
    .map((bits) => Number.parseInt(bits, 2).toString(16))
    .join('')
    .toUpperCase();
}

/** Ballots a second when everybody votes once on a topic of the round: openly, secretly, each in a transaction, no-op. */
async function speed(server: string, log: (line: string) => void): Promise<Measure[]> {
  const { url, dataSource } = await namedDatabase('votes_speed', { server });
  await buildVotersOfCity(dataSource, SPEED_PEOPLE);
  const rounds = WARM_UP_ROUNDS + ROUNDS;
  for (let id = 1; id <= rounds * 3; id += 1)
    await buildVoteTopic(dataSource, { id, size: SPEED_PEOPLE, secret: id % 3 === 0 });
  await dataSource.query('ANALYZE TABLE person, topic, roll_member, roll_voter');
  const bff = await startServer(url);
  const client = await HttpClient.open(bff.port, SPEED_SOCKETS);
  const tokens = Array.from({ length: SPEED_PEOPLE }, (_, index) => tokenFor(index + 1));
  const bodies = tokens.map((_, index) => ({ member: index + 1, choice: 'for', textHash: BENCH_TEXT }));

  const rate = async (path: string): Promise<number> => {
    // What the candidate before left to the database and to the collector is done by then.
    await sleep(SETTLING_MS);
    return rateOf(client, {
      path,
      count: SPEED_PEOPLE,
      sockets: SPEED_SOCKETS,
      request: (index) => ({ token: tokens[index], body: bodies[index] }),
    });
  };
  /** Topics 1, 4, 7 … in turn for the first candidate, and so on. */
  const each = (first: number, pathOf: (topic: number) => string) => {
    let round = -1;
    return (): Promise<number> => {
      round += 1;
      return rate(pathOf(first + 3 * round));
    };
  };
  const bench = (name: string) => (topic: number) =>
    `/api/v1/bench/ballots/${name}/${encodeId('topic', topic)}`;

  try {
    const candidates = {
      open: each(1, ballotsOf),
      secret: each(3, ballotsOf),
      transaction: each(2, bench('transaction')),
      noop: each(1, bench('noop')),
    };
    const rates = await rateRounds(candidates, log);
    const beside = (other: readonly number[]): [number, number] => [
      ratioOf(rates.open, other),
      ratioOf(rates.secret, other),
    ];
    const [byTransaction, byNoop] = [beside(rates.transaction), beside(rates.noop)];
    return [
      // The slower of open and secret ballots.
      measure('votes.vs_transaction', Math.min(...byTransaction), '×', '≥4'),
      measure('votes.vs_noop', Math.min(...byNoop), '×', '≥0.65'),
      measure('votes.open_vs_noop', byNoop[0], '×'),
      measure('votes.secret_vs_noop', byNoop[1], '×'),
      measure('votes.open_per_s', Math.round(median(rates.open)), '/s'),
      measure('votes.secret_per_s', Math.round(median(rates.secret)), '/s'),
      measure('votes.transaction_per_s', Math.round(median(rates.transaction)), '/s'),
      measure('votes.noop_per_s', Math.round(median(rates.noop)), '/s'),
    ];
  } finally {
    client.close();
    await bff.stop();
    await dataSource.destroy();
  }
}
