import { Injectable } from '@nestjs/common';
import type { BuildingShare, RollUnit } from '@jiefang/shared/tally';
import type { BallotChoice, HallChannel } from '@jiefang/shared/topics';
import { fromJson, type Sql } from '../../database/database.js';
import { sqlBytes, sqlNumber, sqlRows, sqlText } from '../../database/sql-rows.js';
import { unspoken } from './ballot-batches.js';

/** An open ballot as it was cast. */
export interface OpenBallotRow {
  no: number;
  seq: number;
  choice: BallotChoice;
  channel: HallChannel;
  receipt: Buffer;
}

export interface BoxRow {
  marks: number;
  markedArea: number;
  countedAt: Date | null;
}

const CHUNK = 2000;

/** SQL of the count and of what is shown while it waits. */
@Injectable()
export class CountingRepository {
  async findBox(sql: Sql, topicId: number): Promise<BoxRow | null> {
    const rows = await sql.query<BoxRow>(
      'SELECT marks, marked_area AS markedArea, counted_at AS countedAt FROM ballot_box WHERE topic_id = ?',
      [topicId],
    );
    return rows[0] ?? null;
  }

  /** Seals a box: no ballot goes in after it. False when it was sealed before, or there is none. */
  async seal(tx: Sql, topicId: number, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      'UPDATE ballot_box SET counted_at = ?, version = version + 1 WHERE topic_id = ? AND counted_at IS NULL',
      [at, topicId],
    );
    return affectedRows === 1;
  }

  /** Every vote of a roll, by number. */
  async findRoll(sql: Sql, rollId: number): Promise<RollUnit[]> {
    return sql.query<RollUnit>(
      'SELECT no, area, building FROM roll_member FORCE INDEX (PRIMARY) WHERE roll_id = ? ORDER BY no',
      [rollId],
    );
  }

  /** Numbers of the members who took part, ascending. */
  async findMarks(sql: Sql, topicId: number): Promise<number[]> {
    const rows = await sql.query<{ no: number }>(
      'SELECT member_no AS no FROM ballot_mark FORCE INDEX (PRIMARY) WHERE topic_id = ? ORDER BY member_no',
      [topicId],
    );
    return rows.map((row) => row.no);
  }

  /** Every open ballot, by member and in the order they were cast. */
  async findOpen(sql: Sql, topicId: number): Promise<OpenBallotRow[]> {
    return sql.query<OpenBallotRow>(
      `SELECT member_no AS no, seq, choice, channel, receipt FROM open_ballot FORCE INDEX (PRIMARY)
        WHERE topic_id = ? ORDER BY member_no, seq`,
      [topicId],
    );
  }

  /** Secret choices in the order of their tokens. */
  async findSecret(sql: Sql, topicId: number): Promise<BallotChoice[]> {
    const rows = await sql.query<{ choice: BallotChoice }>(
      'SELECT choice FROM secret_ballot FORCE INDEX (PRIMARY) WHERE topic_id = ? ORDER BY token',
      [topicId],
    );
    return rows.map((row) => row.choice);
  }

  /**
   * Writes all secret ballots of a topic anew under these tokens. The engine keeps with each row which transaction wrote
   * it, and with each mark as well: afterwards one transaction wrote all ballots.
   */
  async rewriteSecret(
    tx: Sql,
    topicId: number,
    ballots: readonly { token: Buffer; choice: BallotChoice }[],
  ): Promise<void> {
    await tx.execute('DELETE FROM secret_ballot WHERE topic_id = ?', [topicId]);
    for (let from = 0; from < ballots.length; from += CHUNK) {
      const rows = ballots
        .slice(from, from + CHUNK)
        .map((one) => `(${sqlNumber(topicId)},${sqlBytes(one.token)},${sqlText(one.choice)})`);
      await unspoken(() =>
        tx.execute('INSERT INTO secret_ballot (topic_id, token, choice) VALUES ?', [sqlRows(rows)]),
      );
    }
  }

  /** Who took part by building, counted from the marks. */
  async findShares(sql: Sql, topicId: number, rollId: number): Promise<BuildingShare[]> {
    const rows = await sql.query<{
      building: string;
      total: number;
      done: string;
      area: string | null;
      doneArea: string | null;
    }>(
      `SELECT m.building, COUNT(*) AS total, COUNT(b.member_no) AS done, SUM(m.area) AS area,
              SUM(IF(b.member_no IS NULL, 0, m.area)) AS doneArea
         FROM roll_member m FORCE INDEX (PRIMARY)
         LEFT JOIN ballot_mark b ON b.topic_id = ? AND b.member_no = m.no
        WHERE m.roll_id = ? GROUP BY m.building`,
      [topicId, rollId],
    );
    return rows
      .map(({ building, total, done, area, doneArea }) => ({
        building,
        heads: { done: Number(done), total: Number(total) },
        area: area === null ? null : { done: Number(doneArea), total: Number(area) },
      }))
      .sort((a, b) => (a.building < b.building ? -1 : 1));
  }

  /** The bodies of a topic's entries of one act on the record, in order. */
  async findBodies<T>(sql: Sql, topicId: number, act: string): Promise<T[]> {
    const rows = await sql.query<{ entry: string }>(
      'SELECT entry FROM record_entry FORCE INDEX (PRIMARY) WHERE topic_id = ? AND act = ? ORDER BY seq',
      [topicId, act],
    );
    return rows.map((row) => fromJson<{ body: T }>(row.entry).body);
  }

  /** What the caller cast last for each of these members; only their own. */
  async findOwn(
    sql: Sql,
    topicId: number,
    members: readonly number[],
    personId: number,
  ): Promise<(OpenBallotRow & { castAt: Date })[]> {
    if (members.length === 0) return [];
    return sql.query(
      `SELECT o.member_no AS no, o.seq, o.choice, o.channel, o.receipt, o.cast_at AS castAt
         FROM open_ballot o
         JOIN (SELECT member_no, MAX(seq) AS seq FROM open_ballot WHERE topic_id = ? AND member_no IN (?)
                GROUP BY member_no) last ON last.member_no = o.member_no AND last.seq = o.seq
        WHERE o.topic_id = ? AND o.cast_by = ?`,
      [topicId, members, topicId, personId],
    );
  }

  /** Which of these members took part. */
  async findMarked(sql: Sql, topicId: number, members: readonly number[]): Promise<Set<number>> {
    if (members.length === 0) return new Set();
    const rows = await sql.query<{ no: number }>(
      'SELECT member_no AS no FROM ballot_mark WHERE topic_id = ? AND member_no IN (?)',
      [topicId, members],
    );
    return new Set(rows.map((row) => row.no));
  }

  /** The ballot of a receipt, and whether it is the one that counts; null when there is none. */
  async findReceipt(
    sql: Sql,
    topicId: number,
    receipt: Buffer,
  ): Promise<{ choice: BallotChoice; channel: HallChannel; last: boolean } | null> {
    const rows = await sql.query<{ choice: BallotChoice; channel: HallChannel; later: number }>(
      `SELECT o.choice, o.channel, EXISTS (SELECT 1 FROM open_ballot n WHERE n.topic_id = o.topic_id
              AND n.member_no = o.member_no AND n.seq > o.seq) AS later
         FROM open_ballot o WHERE o.topic_id = ? AND o.receipt = ?`,
      [topicId, receipt],
    );
    const [row] = rows;
    return row === undefined ? null : { choice: row.choice, channel: row.channel, last: row.later === 0 };
  }
}
