import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { encodeCursor } from '@jiefang/bff/common/pagination/cursor';
import { namedDatabase } from '../support/database.js';
import { measure, median, percentile, rounded, type Measure, type Suite } from './harness.js';
import { buildResidents, randomNumbers } from './support/city.js';
import { measureRecord } from './support/hall-record.js';
import { recountMeasures } from './support/hall-recount.js';
import { buildSaidTopic, ORDERS, type Order, type SaidTopic } from './support/hall-topics.js';
import { HttpClient } from './support/http-client.js';
import { startServer, tokenFor } from './support/processes.js';

const MANY = 50_000;
const FEW = 100;
const PEOPLE = 2000;
const PAGE = 20;

const ROUNDS = 9;
/** Requests of a round to each of the two topics. */
const REQUESTS = 2000;
const SOCKETS = 4;
/** The least of so many tries is what a page costs: what the server does for itself meanwhile only adds. */
const COUNT_TRIES = 6;
const COUNTED_PAGES = 8;

type Random = (below: number) => number;

/** Pages of a topic with many opinions beside one with few; then a recount, and the proof of a long record. */
export const run: Suite = async (context) => [
  ...(await pages(context.server, context.log)),
  ...(await recountMeasures(context.server, context.log)),
  ...(await measureRecord(context)),
];

async function pages(server: string, log: (line: string) => void): Promise<Measure[]> {
  const { url, dataSource } = await namedDatabase('hall_pages', { server });
  await buildResidents(dataSource, PEOPLE);
  const many = await buildSaidTopic(dataSource, { id: 1, opinions: MANY, people: PEOPLE });
  const few = await buildSaidTopic(dataSource, { id: 2, opinions: FEW, people: PEOPLE });
  await dataSource.query('ANALYZE TABLE topic, opinion, opinion_reaction, moderation_case, person');
  log(`${MANY} and ${FEW} opinions stored`);
  const bff = await startServer(url);
  const client = await HttpClient.open(bff.port, SOCKETS);
  const get = async (topic: SaidTopic, random: Random): Promise<number> => {
    const answer = await client.send({
      method: 'GET',
      path: pathOf(topic, random),
      token: tokens[random(PEOPLE)] ?? '',
    });
    if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.body}`);
    return answer.ms;
  };
  const tokens = Array.from({ length: PEOPLE }, (_, index) => tokenFor(index + 1));
  try {
    await round(many, few, get, 1);
    const ratios: number[] = [];
    const slow: number[] = [];
    for (let n = 0; n < ROUNDS; n += 1) {
      const times = await round(many, few, get, 100 + n);
      ratios.push(percentile(times.many, 0.99) / percentile(times.few, 0.99));
      slow.push(percentile(times.many, 0.99));
    }
    log(`p99 of ${MANY} over ${FEW}: ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}`);
    const statements = await countStatements(dataSource, client, many, tokens[0] ?? '');
    return [
      measure('hall.page_queries', statements, '', '≤4'),
      measure('hall.page_ratio', rounded(median(ratios)), '×', '≤1.3'),
      measure('hall.page_p99_ms', rounded(median(slow), 1), 'ms'),
      measure('hall.opinions', many.ids.length, '', `= ${MANY}`),
    ];
  } finally {
    client.close();
    await bff.stop();
    await dataSource.destroy();
  }
}

/** Both topics are asked in turn, so that a slow moment of the machine strikes both; milliseconds of each. */
async function round(
  many: SaidTopic,
  few: SaidTopic,
  get: (topic: SaidTopic, random: Random) => Promise<number>,
  seed: number,
): Promise<{ many: number[]; few: number[] }> {
  const times = { many: [] as number[], few: [] as number[] };
  const random = randomNumbers(seed);
  let sent = 0;
  const worker = async (): Promise<void> => {
    while (sent < 2 * REQUESTS) {
      sent += 1;
      if (sent % 2 === 0) times.many.push(await get(many, random));
      else times.few.push(await get(few, random));
    }
  };
  await Promise.all(Array.from({ length: SOCKETS }, worker));
  return times;
}

/** Any page of the topic in any order: one in ten is the first, the others begin anywhere. */
function pathOf(topic: SaidTopic, random: Random): string {
  const order = ORDERS[random(ORDERS.length)] as Order;
  return random(10) === 0
    ? firstPage(topic, order)
    : laterPage(topic, order, random(topic.ids.length - PAGE));
}

function firstPage(topic: SaidTopic, order: Order): string {
  return `/api/v1/topics/${encodeId('topic', topic.id)}/opinions?sort=${order}&limit=${PAGE}`;
}

function laterPage(topic: SaidTopic, order: Order, position: number): string {
  const [count, id] = topic.keys[order][position] ?? [0, 0];
  return `${firstPage(topic, order)}&cursor=${encodeCursor([order, count, id])}`;
}

/** The most statements that any page took, as the database counts them. */
async function countStatements(
  dataSource: { query<T>(statement: string): Promise<T> },
  client: HttpClient,
  topic: SaidTopic,
  token: string,
): Promise<number> {
  const questions = async (): Promise<number> => {
    const [row] = await dataSource.query<{ Value: string }[]>("SHOW GLOBAL STATUS LIKE 'Questions'");
    return Number(row?.Value);
  };
  const random = randomNumbers(7);
  let most = 0;
  for (const order of ORDERS) {
    const paths = [
      firstPage(topic, order),
      ...Array.from({ length: COUNTED_PAGES }, () =>
        laterPage(topic, order, random(topic.ids.length - PAGE)),
      ),
    ];
    for (const path of paths) {
      let least = Number.POSITIVE_INFINITY;
      for (let n = 0; n < COUNT_TRIES; n += 1) {
        const before = await questions();
        const answer = await client.send({ method: 'GET', path, token });
        if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.body}`);
        // The question itself is counted too.
        least = Math.min(least, (await questions()) - before - 1);
      }
      most = Math.max(most, least);
    }
  }
  return most;
}
