import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';
import { sqlBytes, sqlNumber, sqlRows, sqlText } from '../../database/sql-rows.js';

export interface RootRow {
  /** 'YYYY-MM-DD' in Shanghai. */
  day: string;
  leaves: number;
  root: Buffer;
}

export interface LeafRow {
  no: number;
  topicId: number;
  seq: number;
  hash: Buffer;
}

/** A day's root with the leaf of one topic in it. */
export type CoveringRoot = RootRow & Omit<LeafRow, 'topicId'>;

const LEAVES_A_STATEMENT = 5000;

/** SQL of daily roots and their leaves. */
@Injectable()
export class RootsRepository {
  /** Every topic with something on its record, as the record stands. */
  findHeads(sql: Sql): Promise<Omit<LeafRow, 'no'>[]> {
    return sql.query(
      'SELECT topic_id AS topicId, seq, hash FROM record_head WHERE seq > 0 ORDER BY topic_id',
    );
  }

  async exists(sql: Sql, day: string): Promise<boolean> {
    return (await sql.query('SELECT day FROM record_root WHERE day = ?', [day])).length > 0;
  }

  /** A duplicate key when the day has its root. */
  async insert(sql: Sql, { day, leaves, root }: RootRow, at: Date): Promise<void> {
    await sql.execute('INSERT INTO record_root (day, leaves, root, made_at) VALUES (?, ?, ?, ?)', [
      day,
      leaves,
      root,
      at,
    ]);
  }

  async insertLeaves(sql: Sql, day: string, leaves: readonly LeafRow[]): Promise<void> {
    for (let from = 0; from < leaves.length; from += LEAVES_A_STATEMENT) {
      const rows = leaves
        .slice(from, from + LEAVES_A_STATEMENT)
        .map(
          (leaf) =>
            `(${sqlText(day)},${sqlNumber(leaf.no)},${sqlNumber(leaf.topicId)},${sqlNumber(leaf.seq)},${sqlBytes(leaf.hash)})`,
        );
      await sql.execute('INSERT INTO record_leaf (day, no, topic_id, seq, hash) VALUES ?', [sqlRows(rows)]);
    }
  }

  findLeaves(sql: Sql, day: string): Promise<LeafRow[]> {
    return sql.query<LeafRow>(
      'SELECT no, topic_id AS topicId, seq, hash FROM record_leaf WHERE day = ? ORDER BY no',
      [day],
    );
  }

  /** Days whose root covers this topic up to entry `until`, earliest first. */
  findCovering(sql: Sql, topicId: number, until: number): Promise<CoveringRoot[]> {
    return sql.query<CoveringRoot>(
      `SELECT DATE_FORMAT(l.day, '%Y-%m-%d') AS day, r.leaves, r.root, l.no, l.seq, l.hash
         FROM record_leaf l JOIN record_root r ON r.day = l.day
        WHERE l.topic_id = ? AND l.seq <= ? ORDER BY l.day`,
      [topicId, until],
    );
  }

  /** Roots before a day, latest first. */
  findBefore(sql: Sql, before: string, limit: number): Promise<RootRow[]> {
    return sql.query<RootRow>(
      `SELECT DATE_FORMAT(day, '%Y-%m-%d') AS day, leaves, root FROM record_root
        WHERE day < ? ORDER BY day DESC LIMIT ?`,
      [before, limit],
    );
  }
}
