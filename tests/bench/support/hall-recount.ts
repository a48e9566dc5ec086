import { encodeId } from '@jiefang/bff/common/ids/public-id';
import type { Tally } from '@jiefang/shared/tally';
import type { DataSource } from 'typeorm';
import { namedDatabase } from '../../support/database.js';
import { measure, median, rounded, type Measure } from '../harness.js';
import { HttpClient } from './http-client.js';
import { startServer, tokenFor } from './processes.js';
import { buildVotersOfCity, buildVoteTopic } from './vote-topics.js';

const BALLOTS = 50_000;
const OPEN = 1;
const SECRET = 2;
const TRIES = 5;

/** How long the product's own recount of a counted box takes, from the database, on the record and through HTTP. */
export async function recountMeasures(server: string, log: (line: string) => void): Promise<Measure[]> {
  const { url, dataSource } = await namedDatabase('hall_recount', { server });
  await buildVotersOfCity(dataSource, BALLOTS);
  for (const [id, secret] of [
    [OPEN, false],
    [SECRET, true],
  ] as const) {
    await buildVoteTopic(dataSource, { id, size: BALLOTS, secret });
    await fillBox(dataSource, id, secret);
  }
  await dataSource.query('UPDATE topic SET votes_until = ?', [new Date()]);
  await dataSource.query('ANALYZE TABLE topic, roll_member, open_ballot, secret_ballot, ballot_mark');
  const bff = await startServer(url);
  const client = await HttpClient.open(bff.port, 1);
  const ask = async (act: string, topic: number): Promise<{ body: string; seconds: number }> => {
    const path = `/api/v1/bench/ballots/${act}/${encodeId('topic', topic)}`;
    const answer = await client.send({ method: 'POST', path, token: tokenFor(1) });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
    return { body: answer.body, seconds: answer.ms / 1000 };
  };
  const recount = async (topic: number): Promise<number> => {
    const counted = await ask('count', topic);
    const tries: number[] = [];
    for (let n = 0; n < TRIES; n += 1) {
      const { body, seconds } = await ask('recount', topic);
      const result = JSON.parse(body) as { agrees: boolean; differences: string[]; tally: Tally };
      if (!result.agrees || result.tally.participated.heads !== BALLOTS)
        throw new Error(`the recount differs: ${result.differences.join(' ')}`);
      tries.push(seconds);
    }
    log(
      `count of topic ${topic}: ${rounded(counted.seconds)} s; recounts: ${tries.map((one) => rounded(one)).join(', ')} s`,
    );
    return median(tries);
  };
  try {
    const [open, secret] = [await recount(OPEN), await recount(SECRET)];
    return [
      // The slower of an open and a secret box.
      measure('hall.recount_s', rounded(Math.max(open, secret)), 's', '≤2'),
      measure('hall.recount_open_s', rounded(open), 's'),
      measure('hall.recount_secret_s', rounded(secret), 's'),
    ];
  } finally {
    client.close();
    await bff.stop();
    await dataSource.destroy();
  }
}

/** A ballot of every member, a third for each choice. */
async function fillBox(dataSource: DataSource, topic: number, secret: boolean): Promise<void> {
  const choice = "ELT(1 + id % 3, 'for', 'against', 'abstain')";
  await dataSource.query(
    secret
      ? `INSERT INTO secret_ballot (topic_id, token, choice) SELECT ?, UNHEX(MD5(id)), ${choice} FROM person`
      : `INSERT INTO open_ballot (topic_id, member_no, seq, choice, channel, receipt, cast_by, cast_at)
         SELECT ?, id, 1, ${choice}, 'app', UNHEX(LPAD(HEX(id), 20, '0')), id, UTC_TIMESTAMP(3) FROM person`,
    [topic],
  );
  await dataSource.query(
    "INSERT INTO ballot_mark (topic_id, member_no, channel) SELECT ?, id, 'app' FROM person",
    [topic],
  );
  await dataSource.query('UPDATE ballot_box SET marks = ? WHERE topic_id = ?', [BALLOTS, topic]);
}
