import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/database.js';
import { sqlBytes, sqlInstant, sqlNumber, sqlRows, sqlText } from '../../database/sql-rows.js';

/** The end of a topic's record: `seq` entries, the last of which has this hash. */
export interface RecordHead {
  seq: number;
  hash: Buffer;
}

export type ContentState = 'shown' | 'withheld' | 'erased';

export interface EntryRow {
  seq: number;
  at: Date;
  act: string;
  /** The canonical JSON that was hashed. */
  entry: string;
  hash: Buffer;
}

/** A text that an entry commits to. Salt and text are null once it is erased. */
export interface ContentRow {
  seq: number;
  name: string;
  salt: Buffer | null;
  text: string | null;
  state: ContentState;
}

/** Characters of SQL that one INSERT may grow to: far below any server's packet. */
const STATEMENT = 2_000_000;

/** SQL of entries, their texts and the head. */
@Injectable()
export class RecordRepository {
  insertHead(sql: Sql, topicId: number, head: RecordHead): Promise<unknown> {
    return sql.execute('INSERT INTO record_head (topic_id, seq, hash) VALUES (?, ?, ?)', [
      topicId,
      head.seq,
      head.hash,
    ]);
  }

  async findHead(sql: Sql, topicId: number): Promise<RecordHead | null> {
    const rows = await sql.query<RecordHead>('SELECT seq, hash FROM record_head WHERE topic_id = ?', [
      topicId,
    ]);
    return rows[0] ?? null;
  }

  /** The head under its lock: nobody else appends to this record until the transaction ends. */
  async lockHead(sql: Sql, topicId: number): Promise<RecordHead | null> {
    const rows = await sql.query<RecordHead>(
      'SELECT seq, hash FROM record_head WHERE topic_id = ? FOR UPDATE',
      [topicId],
    );
    return rows[0] ?? null;
  }

  /** True when the head stood where it was thought to stand. */
  async moveHead(sql: Sql, topicId: number, from: number, to: RecordHead): Promise<boolean> {
    const { affectedRows } = await sql.execute(
      'UPDATE record_head SET seq = ?, hash = ? WHERE topic_id = ? AND seq = ?',
      [to.seq, to.hash, topicId, from],
    );
    return affectedRows === 1;
  }

  async insertEntries(sql: Sql, topicId: number, entries: readonly EntryRow[]): Promise<void> {
    const rows = entries.map(
      (e) =>
        `(${sqlNumber(topicId)},${sqlNumber(e.seq)},${sqlInstant(e.at)},${sqlText(e.act)},${sqlText(e.entry)},${sqlBytes(e.hash)})`,
    );
    for (const part of partsOf(rows)) {
      await sql.execute('INSERT INTO record_entry (topic_id, seq, at, act, entry, hash) VALUES ?', [
        sqlRows(part),
      ]);
    }
  }

  async insertContents(sql: Sql, topicId: number, contents: readonly ContentRow[]): Promise<void> {
    const rows = contents.map(
      (c) =>
        `(${sqlNumber(topicId)},${sqlNumber(c.seq)},${sqlText(c.name)},${sqlBytes(c.salt)},${sqlText(c.text)},${sqlText(c.state)})`,
    );
    for (const part of partsOf(rows)) {
      await sql.execute('INSERT INTO record_content (topic_id, seq, name, salt, text, state) VALUES ?', [
        sqlRows(part),
      ]);
    }
  }

  /** Entries after `after` up to `until`, in order. */
  findEntries(sql: Sql, topicId: number, after: number, until: number, limit: number): Promise<EntryRow[]> {
    return sql.query<EntryRow>(
      `SELECT seq, at, act, entry, hash FROM record_entry
        WHERE topic_id = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
      [topicId, after, until, limit],
    );
  }

  /** Entries before `before`, newest first. */
  findEntriesBefore(sql: Sql, topicId: number, before: number, limit: number): Promise<EntryRow[]> {
    return sql.query<EntryRow>(
      `SELECT seq, at, act, entry, hash FROM record_entry
        WHERE topic_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?`,
      [topicId, before, limit],
    );
  }

  /** Texts of the entries from `first` to `last`, in order of entry and name. */
  findContents(sql: Sql, topicId: number, first: number, last: number): Promise<ContentRow[]> {
    return sql.query<ContentRow>(
      `SELECT seq, name, salt, text, state FROM record_content
        WHERE topic_id = ? AND seq BETWEEN ? AND ? ORDER BY seq, name`,
      [topicId, first, last],
    );
  }

  /** Whether an entry after `seq` changed what is shown of the texts before it. */
  async isDisclosureChangedSince(sql: Sql, topicId: number, seq: number): Promise<boolean> {
    const rows = await sql.query(
      `SELECT seq FROM record_entry
        WHERE topic_id = ? AND seq > ? AND act IN ('withhold', 'disclose', 'erase') LIMIT 1`,
      [topicId, seq],
    );
    return rows.length > 0;
  }

  async changeState(
    sql: Sql,
    topicId: number,
    content: { seq: number; name: string; from: ContentState; to: ContentState; at: Date },
  ): Promise<boolean> {
    const { affectedRows } = await sql.execute(
      'UPDATE record_content SET state = ?, changed_at = ? WHERE topic_id = ? AND seq = ? AND name = ? AND state = ?',
      [content.to, content.at, topicId, content.seq, content.name, content.from],
    );
    return affectedRows === 1;
  }

  /** Text and salt go for good. True when they were still there. */
  async erase(sql: Sql, topicId: number, seq: number, name: string, at: Date): Promise<boolean> {
    const { affectedRows } = await sql.execute(
      `UPDATE record_content SET state = 'erased', salt = NULL, text = NULL, changed_at = ?
        WHERE topic_id = ? AND seq = ? AND name = ? AND state <> 'erased'`,
      [at, topicId, seq, name],
    );
    return affectedRows === 1;
  }
}

/** Rows in as few statements as fit; one row is always whole. */
function partsOf(rows: readonly string[]): string[][] {
  const parts: string[][] = [];
  let size = STATEMENT;
  for (const row of rows) {
    if (size + row.length > STATEMENT) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(row);
    size += row.length;
  }
  return parts;
}
