import { Injectable } from '@nestjs/common';
import type { BallotChoice, HallChannel, TopicStatus } from '@jiefang/shared/topics';
import type { StoredAnswer } from '../../common/idempotency/idempotency.js';
import type { Sql } from '../../database/database.js';
import { sqlBytes, sqlInstant, sqlNumber, sqlRows, sqlText } from '../../database/sql-rows.js';
import type { BallotTopic } from './ballot-judge.js';

/** A member of a roll for whom a person may vote. */
export interface VoterRow {
  rollId: number;
  personId: number;
  member: number;
  area: number | null;
}

/** What a member has cast so far: `seq` of the last open ballot; null where only a mark is kept. */
export interface CastRow {
  topicId: number;
  member: number;
  seq: number | null;
}

/** What is asked of the surroundings of a batch. */
export interface BallotSurroundings {
  keys: readonly { personId: number; key: string }[];
  /** Who votes where: on rolls with areas, and on those without. */
  voters: readonly { rollId: number; personId: number; hasArea: boolean }[];
  openMembers: readonly { topicId: number; member: number }[];
  secretMembers: readonly { topicId: number; member: number }[];
}

export interface BallotAround {
  kept: StoredAnswer[];
  voters: VoterRow[];
  casts: CastRow[];
}

export interface NewOpenBallot {
  topicId: number;
  member: number;
  seq: number;
  choice: BallotChoice;
  channel: HallChannel;
  receipt: Buffer;
  /** Null for a ballot that staff entered. */
  castBy: number | null;
  castAt: Date;
}

export interface NewSecretBallot {
  topicId: number;
  token: Buffer;
  choice: BallotChoice;
}

export interface NewMark {
  topicId: number;
  member: number;
  channel: HallChannel;
}

type LockedRow =
  | {
      kind: 'topic';
      id: number;
      status: TopicStatus;
      shown: number;
      secret: number;
      rollId: number | null;
      textHash: Buffer | null;
      votesFrom: Date | null;
      votesUntil: Date | null;
    }
  | { kind: 'roll'; id: number; area: number | null }
  | { kind: 'box'; id: number; votesFrom: Date | null };

type AroundRow =
  | { kind: 'kept'; a: number; b: number; word: string; hash: Buffer; response: string | null }
  | { kind: 'voter'; a: number; b: number; c: number; d: number | null }
  | { kind: 'cast'; a: number; b: number; c: number }
  | { kind: 'mark'; a: number; b: number };

/**
 * Set-based SQL of the ballots' hot path: a few statements for a whole batch. Locks are taken in one order everywhere,
 * topics (shared: acts on a topic hold it alone) before boxes, both by id. Indexes are forced where statistics that lag
 * behind a table's growth would make the optimizer read all of it.
 */
@Injectable()
export class BallotBatches {
  /** Holds topics and their boxes until the transaction ends. What does not exist is left out. */
  async lock(tx: Sql, topicIds: readonly number[]): Promise<Map<number, BallotTopic>> {
    const list = ids(topicIds);
    const rows = await tx.query<LockedRow>(
      `(SELECT 'topic' AS kind, id, status, shown, secret, roll_id AS rollId, text_hash AS textHash,
               votes_from AS votesFrom, votes_until AS votesUntil, NULL AS area
          FROM topic FORCE INDEX (PRIMARY) WHERE id IN (${list}) LOCK IN SHARE MODE)
       UNION ALL
       (SELECT 'box', topic_id, NULL, NULL, NULL, NULL, NULL, counted_at, NULL, NULL
          FROM ballot_box FORCE INDEX (PRIMARY) WHERE topic_id IN (${list}) FOR UPDATE)
       UNION ALL
       (SELECT 'roll', topic_id, NULL, NULL, NULL, id, NULL, NULL, NULL, area
          FROM roll FORCE INDEX (roll_topic) WHERE topic_id IN (${list}))`,
    );
    const topics = new Map<number, BallotTopic>();
    for (const row of rows) {
      if (row.kind !== 'topic') continue;
      topics.set(row.id, {
        id: row.id,
        status: row.status,
        shown: row.shown === 1,
        secret: row.secret === 1,
        rollId: row.rollId,
        hasArea: false,
        textHash: row.textHash === null ? null : row.textHash.toString('hex'),
        votesFrom: row.votesFrom,
        votesUntil: row.votesUntil,
        hasBox: false,
        isCounted: false,
      });
    }
    for (const row of rows) {
      const topic = topics.get(row.id);
      if (topic === undefined) continue;
      if (row.kind === 'roll') topic.hasArea = row.area !== null;
      if (row.kind === 'box') Object.assign(topic, { hasBox: true, isCounted: row.votesFrom !== null });
    }
    return topics;
  }

  /** Kept answers, voters, and what their members have cast, in one query under the locks. */
  async findAround(sql: Sql, wanted: BallotSurroundings): Promise<BallotAround> {
    const around: BallotAround = { kept: [], voters: [], casts: [] };
    const parts = partsOf(wanted);
    if (parts.length === 0) return around;
    for (const row of await sql.query<AroundRow>(parts.join(' UNION ALL '))) {
      if (row.kind === 'kept') {
        const { a: personId, b: status, word: key, hash: bodyHash, response } = row;
        around.kept.push({ personId, key, bodyHash, status, response });
      } else if (row.kind === 'voter') {
        around.voters.push({ rollId: row.a, personId: row.b, member: row.c, area: row.d });
      } else {
        around.casts.push({ topicId: row.a, member: row.b, seq: row.kind === 'cast' ? row.c : null });
      }
    }
    return around;
  }

  /** Owners who have bound their phone but were not yet linked to the roll. */
  async findByPhone(sql: Sql, rollIds: readonly number[], personIds: readonly number[]): Promise<VoterRow[]> {
    if (rollIds.length === 0 || personIds.length === 0) return [];
    return sql.query<VoterRow>(
      `SELECT v.roll_id AS rollId, p.id AS personId, v.member_no AS member, m.area
         FROM person p
         JOIN roll_voter v FORCE INDEX (roll_voter_phone) ON v.phone_hash = p.phone_hash AND v.roll_id IN (${ids(rollIds)})
         JOIN roll_member m ON m.roll_id = v.roll_id AND m.no = v.member_no
        WHERE p.id IN (${ids(personIds)}) AND p.status = 'active' AND v.person_id IS NULL`,
    );
  }

  /** A member of the topic's roll, whoever may vote for it. */
  async findMember(sql: Sql, topicId: number, member: number): Promise<{ area: number | null } | null> {
    const rows = await sql.query<{ area: number | null }>(
      `SELECT m.area FROM roll_member m JOIN roll r ON r.id = m.roll_id WHERE r.topic_id = ? AND m.no = ?`,
      [topicId, member],
    );
    return rows[0] ?? null;
  }

  /** True when an open ballot of the member was cast after this instant. */
  async isCastAfter(sql: Sql, topicId: number, member: number, at: Date): Promise<boolean> {
    const rows = await sql.query(
      'SELECT 1 FROM open_ballot WHERE topic_id = ? AND member_no = ? AND cast_at > ? LIMIT 1',
      [topicId, member, at],
    );
    return rows.length > 0;
  }

  async insertMarks(tx: Sql, marks: readonly NewMark[]): Promise<void> {
    if (marks.length === 0) return;
    await tx.later('INSERT INTO ballot_mark (topic_id, member_no, channel) VALUES ?', [
      sqlRows(
        marks.map((one) => `(${sqlNumber(one.topicId)},${sqlNumber(one.member)},${sqlText(one.channel)})`),
      ),
    ]);
  }

  async insertOpen(tx: Sql, ballots: readonly NewOpenBallot[]): Promise<void> {
    if (ballots.length === 0) return;
    await unspoken(() =>
      tx.execute(
        `INSERT INTO open_ballot (topic_id, member_no, seq, choice, channel, receipt, cast_by, cast_at) VALUES ?`,
        [
          sqlRows(
            ballots.map(
              (one) =>
                `(${sqlNumber(one.topicId)},${sqlNumber(one.member)},${sqlNumber(one.seq)},${sqlText(one.choice)},` +
                `${sqlText(one.channel)},${sqlBytes(one.receipt)},${sqlNumber(one.castBy)},${sqlInstant(one.castAt)})`,
            ),
          ),
        ],
      ),
    );
  }

  /** In the order of their tokens, which is the order of the table's pages. */
  async insertSecret(tx: Sql, ballots: readonly NewSecretBallot[]): Promise<void> {
    if (ballots.length === 0) return;
    const rows = [...ballots]
      .sort((a, b) => Buffer.compare(a.token, b.token))
      .map((one) => `(${sqlNumber(one.topicId)},${sqlBytes(one.token)},${sqlText(one.choice)})`);
    await unspoken(() =>
      tx.execute('INSERT INTO secret_ballot (topic_id, token, choice) VALUES ?', [sqlRows(rows)]),
    );
  }

  /** Counts up a box: its version always, so that two nodes of a cluster collide on it. */
  async addToBox(tx: Sql, topicId: number, marks: number, area: number): Promise<void> {
    await tx.later(
      'UPDATE ballot_box SET version = version + 1, marks = marks + ?, marked_area = marked_area + ? WHERE topic_id = ?',
      [marks, area, topicId],
    );
  }
}

/**
 * Runs a statement that carries choices. A driver's error carries the statement and ends in the log: what is thrown
 * instead keeps the code that decides about another run, and nothing else.
 */
export async function unspoken<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
    const known = [code, driverError?.code].find((one) => typeof one === 'string');
    throw Object.assign(new Error('a statement about ballots failed'), { code: known ?? 'UNKNOWN' });
  }
}

function ids(numbers: readonly number[]): string {
  return [...new Set(numbers)]
    .sort((a, b) => a - b)
    .map(sqlNumber)
    .join(',');
}

/** The parts of the query around a batch, all of the same columns; the first names them. */
function partsOf({ keys, voters, openMembers, secretMembers }: BallotSurroundings): string[] {
  const parts: string[] = [];
  const pairs = (list: readonly { topicId: number; member: number }[]): string =>
    list.map((one) => `(${sqlNumber(one.topicId)},${sqlNumber(one.member)})`).join(',');
  const people = (hasArea: boolean): string =>
    voters
      .filter((one) => one.hasArea === hasArea)
      .map((one) => `(${sqlNumber(one.rollId)},${sqlNumber(one.personId)})`)
      .join(',');
  if (keys.length > 0) {
    const list = keys.map((one) => `(${sqlNumber(one.personId)},${sqlText(one.key)})`).join(',');
    parts.push(
      `SELECT 'kept' AS kind, person_id AS a, status AS b, NULL AS c, NULL AS d, idem_key AS word, body_hash AS hash, response
         FROM idempotency FORCE INDEX (PRIMARY) WHERE (person_id, idem_key) IN (${list})`,
    );
  }
  const [withArea, without] = [people(true), people(false)];
  if (without !== '') {
    parts.push(
      `SELECT 'voter' AS kind, roll_id AS a, person_id AS b, member_no AS c, NULL AS d, NULL AS word, NULL AS hash, NULL AS response
         FROM roll_voter FORCE INDEX (roll_voter_person) WHERE (roll_id, person_id) IN (${without})`,
    );
  }
  if (withArea !== '') {
    parts.push(
      `SELECT 'voter' AS kind, v.roll_id AS a, v.person_id AS b, v.member_no AS c, m.area AS d, NULL AS word, NULL AS hash, NULL AS response
         FROM roll_voter v FORCE INDEX (roll_voter_person)
         JOIN roll_member m ON m.roll_id = v.roll_id AND m.no = v.member_no
        WHERE (v.roll_id, v.person_id) IN (${withArea})`,
    );
  }
  if (openMembers.length > 0) {
    parts.push(
      `SELECT 'cast' AS kind, topic_id AS a, member_no AS b, MAX(seq) AS c, NULL AS d, NULL AS word, NULL AS hash, NULL AS response
         FROM open_ballot FORCE INDEX (PRIMARY) WHERE (topic_id, member_no) IN (${pairs(openMembers)})
        GROUP BY topic_id, member_no`,
    );
  }
  if (secretMembers.length > 0) {
    parts.push(
      `SELECT 'mark' AS kind, topic_id AS a, member_no AS b, NULL AS c, NULL AS d, NULL AS word, NULL AS hash, NULL AS response
         FROM ballot_mark FORCE INDEX (PRIMARY) WHERE (topic_id, member_no) IN (${pairs(secretMembers)})`,
    );
  }
  return parts;
}
