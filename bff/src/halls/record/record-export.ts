import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RECORD_FORMAT, type RecordDisclosure, type RecordHeader } from '@jiefang/shared/record-format';
import canonicalize from 'canonicalize';
import { Clock } from '../../common/clock/clock.js';
import { encodeId } from '../../common/ids/public-id.js';
import { Database } from '../../database/database.js';
import { RecordRoots } from './record-roots.js';
import { RecordRepository, type ContentRow, type EntryRow, type RecordHead } from './record.repository.js';

/** Entries read at once; the largest, a part of a roll, has some 60 KB. */
const PAGE = 200;

/** What an export shows of a topic. */
export interface ExportedTopic {
  id: number;
  title: string;
}

/** Writes the record of a topic as a file that anyone can prove (NDJSON, format jiefang-record/1), page by page. */
@Injectable()
export class RecordExport {
  constructor(
    private readonly database: Database,
    private readonly records: RecordRepository,
    private readonly roots: RecordRoots,
    private readonly clock: Clock,
  ) {}

  /**
   * The file in pieces. It ends at the head as it stood when the first piece was asked for; the roots and the head are
   * read by then, so what can fail fails before anything is sent.
   */
  async open(topic: ExportedTopic): Promise<AsyncGenerator<string>> {
    const head = await this.records.findHead(this.database, topic.id);
    if (head === null) throw new Error(`topic ${topic.id} has no record: it was not opened`);
    const first = await this.header(topic, head);
    return this.pieces(topic.id, head, first);
  }

  private async *pieces(topicId: number, head: RecordHead, first: string): AsyncGenerator<string> {
    yield first;
    for (let after = 0; after < head.seq;) {
      const entries = await this.records.findEntries(this.database, topicId, after, head.seq, PAGE);
      const last = entries.at(-1);
      if (last === undefined) throw new Error(`the record of topic ${topicId} ends before its head`);
      const contents = await this.records.findContents(this.database, topicId, after + 1, last.seq);
      await this.requireUnchanged(topicId, head, contents);
      yield linesOf(entries, contents);
      after = last.seq;
    }
  }

  private async header({ id, title }: ExportedTopic, head: RecordHead): Promise<string> {
    const header: Omit<RecordHeader, 'check'> = {
      format: RECORD_FORMAT,
      topic: { id: encodeId('topic', id), title },
      exportedAt: this.clock.now().toISOString(),
      count: head.seq,
      head: head.hash.toString('hex'),
      roots: await this.roots.covering(this.database, id, head.seq),
    };
    const check = hash('sha256', canonicalize(header) ?? '', 'hex');
    return `${canonicalize({ ...header, check })}\n`;
  }

  /**
   * A text that was withheld or erased while the file was under way is missing from it, and the entry that says so comes
   * after the head. Such a file would not prove: the download breaks off and is asked for again.
   */
  private async requireUnchanged(
    topicId: number,
    head: RecordHead,
    contents: readonly ContentRow[],
  ): Promise<void> {
    if (contents.length === 0) return;
    const now = await this.records.findHead(this.database, topicId);
    if (now?.seq === head.seq) return;
    if (await this.records.isDisclosureChangedSince(this.database, topicId, head.seq)) {
      throw new Error(`the record of topic ${topicId} was changed while it was exported`);
    }
  }
}

function linesOf(entries: readonly EntryRow[], contents: readonly ContentRow[]): string {
  const bySeq = new Map<number, RecordDisclosure[]>();
  for (const content of contents) {
    const own = bySeq.get(content.seq);
    if (own === undefined) bySeq.set(content.seq, [disclosureOf(content)]);
    else own.push(disclosureOf(content));
  }
  let text = '';
  for (const { seq, entry, hash: sum } of entries) {
    const disclosed = canonicalize(bySeq.get(seq) ?? []);
    // What was hashed goes out as it was stored, letter for letter.
    text += `${entry.slice(0, -1)},"hash":"${sum.toString('hex')}","disclosed":${disclosed}}\n`;
  }
  return text;
}

function disclosureOf({ name, salt, text, state }: ContentRow): RecordDisclosure {
  if (state === 'shown' && salt !== null && text !== null) return { name, salt: salt.toString('hex'), text };
  return state === 'erased' ? { name, erased: true } : { name, withheld: true };
}
