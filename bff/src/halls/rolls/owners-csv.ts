import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import {
  readOwnerRow,
  readOwnersHeader,
  type OwnerRow,
  type OwnersFault,
  type OwnersHeader,
} from './owners-rows.js';

/** What was read of a file: its lines, or what is wrong with it. */
export interface OwnersFile {
  rows: OwnerRow[];
  faults: OwnersFault[];
  /** SHA-256 of the bytes. */
  hash: Buffer;
}

/** After so many faults reading stops: there is enough to look at. */
export const MAX_OWNERS_FAULTS = 100;
const PIECE = 64 * 1024;
const MAX_LINES = 100_000;
const MAX_RECORD_CHARACTERS = 4000;
const NOT_UTF8 = '文件不是 UTF-8 编码。请在表格软件里另存为“CSV UTF-8”再导入。';

class NotUtf8 extends Error {}

/** Reads a CSV file of owners line by line: UTF-8 with or without BOM, LF or CRLF, quoted cells. Never throws for its content. */
export async function readOwnersCsv(file: Buffer): Promise<OwnersFile> {
  const fileHash = hash('sha256', file, 'buffer');
  const rows: OwnerRow[] = [];
  const faults: OwnersFault[] = [];
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_CHARACTERS,
    // The line's number rides along as one more cell.
    on_record: (cells, context) => [...cells, String(context.lines)],
  });
  const source = Readable.from(decoded(file));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let header: OwnersHeader | null | undefined;
  let line = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      line = Number(record.pop());
      if (header === undefined) header = readOwnersHeader(record, line, faults);
      else if (header !== null) {
        const row = readOwnerRow(header, record, line, faults);
        if (row !== null) rows.push(row);
      }
      if (header === null || faults.length >= MAX_OWNERS_FAULTS) break;
      if (rows.length > MAX_LINES) {
        faults.push({ line, message: `一次最多导入 ${MAX_LINES} 行，请按楼栋分开。` });
        break;
      }
    }
  } catch (error) {
    if (error instanceof NotUtf8)
      return { rows: [], faults: [{ line: 1, message: NOT_UTF8 }], hash: fileHash };
    if (!(error instanceof CsvError)) throw error;
    const at = typeof error.lines === 'number' ? error.lines : line + 1;
    faults.push({ line: at, message: '引号没有成对，或这一行太长，后面的都读不出来。' });
  } finally {
    source.destroy();
  }
  if (header === undefined && faults.length === 0) faults.push({ line: 1, message: '文件是空的。' });
  else if (rows.length === 0 && faults.length === 0)
    faults.push({ line: 2, message: '只有表头，没有业主。' });
  return { rows, faults, hash: fileHash };
}

/** The text of the bytes, piece by piece; NotUtf8 where they are none, or hold what no text file holds. */
function* decoded(file: Buffer): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let from = 0; from < file.length; from += PIECE) {
    const to = from + PIECE;
    let text: string;
    try {
      text = decoder.decode(file.subarray(from, to), { stream: to < file.length });
    } catch {
      throw new NotUtf8();
    }
    if (text.includes('\0')) throw new NotUtf8();
    yield text;
  }
}
