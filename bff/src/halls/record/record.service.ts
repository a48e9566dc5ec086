import { Injectable } from '@nestjs/common';
import { recordActWord, recordRoleWord, recordSummary, recordTextWord } from '@jiefang/shared/record-words';
import type { Caller } from '../../common/auth/caller.js';
import { decodeCursor, encodeCursor } from '../../common/pagination/cursor.js';
import { Database } from '../../database/database.js';
import { Topics } from '../topics/topics.js';
import type { HashedEntry } from './record-chain.js';
import { RecordExport } from './record-export.js';
import type { RecordItemView, RecordPageView, RecordTextView } from './record.dto.js';
import { RecordRepository, type ContentRow, type EntryRow } from './record.repository.js';

/** The record of a topic for people to read, and as a file to prove. */
@Injectable()
export class RecordService {
  constructor(
    private readonly database: Database,
    private readonly topics: Topics,
    private readonly records: RecordRepository,
    private readonly exports: RecordExport,
  ) {}

  /** A page, newest first. NOT_FOUND for a topic the caller may not see. */
  async page(
    caller: Caller | null,
    publicId: string,
    query: { cursor?: string; limit: number },
  ): Promise<RecordPageView> {
    const topic = await this.topics.requireShown(this.database, publicId, caller);
    const [before] = query.cursor === undefined ? [null] : decodeCursor(query.cursor, ['number']);
    const head = await this.records.findHead(this.database, topic.id);
    if (head === null) throw new Error(`topic ${topic.id} has no record: it was not opened`);
    const rows = await this.records.findEntriesBefore(
      this.database,
      topic.id,
      before === null ? head.seq + 1 : Math.floor(Number(before)),
      query.limit + 1,
    );
    const shown = rows.slice(0, query.limit);
    const [newest, oldest] = [shown.at(0), shown.at(-1)];
    const contents =
      newest === undefined || oldest === undefined
        ? []
        : await this.records.findContents(this.database, topic.id, oldest.seq, newest.seq);
    return {
      head: { seq: head.seq, hash: head.hash.toString('hex') },
      items: shown.map((row) =>
        itemOf(
          row,
          contents.filter((content) => content.seq === row.seq),
        ),
      ),
      nextCursor: rows.length > query.limit && oldest !== undefined ? encodeCursor([oldest.seq]) : null,
    };
  }

  /** The file in pieces. NOT_FOUND for a topic the caller may not see. */
  async export(caller: Caller | null, publicId: string): Promise<AsyncGenerator<string>> {
    const { id, title } = await this.topics.requireShown(this.database, publicId, caller);
    return this.exports.open({ id, title });
  }
}

function itemOf(row: EntryRow, contents: readonly ContentRow[]): RecordItemView {
  const { at, act, actor, body } = JSON.parse(row.entry) as HashedEntry;
  return {
    seq: row.seq,
    at,
    act,
    word: recordActWord(act),
    actor: { role: actor.role, roleWord: recordRoleWord(actor.role), ref: actor.ref },
    hash: row.hash.toString('hex'),
    texts: contents.map(textOf),
    summary: recordSummary(act, body),
  };
}

function textOf({ name, text, state }: ContentRow): RecordTextView {
  return { name, word: recordTextWord(name), text: state === 'shown' ? text : null, state };
}
