import { createReadStream } from 'node:fs';
import path from 'node:path';
import { CsvError, parse } from 'csv-parse';
import type { ImportProblems } from './import-problems.js';

/** One data line of a CSV file: its number (from 1, header included) and the wanted columns in the wanted order. */
export interface CsvLine {
  line: number;
  fields: string[];
}

/** What a reader is told while it works, in bytes of the file. */
export type BytesRead = (bytes: number) => void;

const BATCH_LINES = 1000;
const MAX_RECORD_CHARACTERS = 10_000;
/** Line breaks, tabs and other controls, invisible direction marks, and what a decoder puts for bytes that are not UTF-8. */
const UNCLEAN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/;

/**
 * Streams a UTF-8 CSV file with a header line, in batches of lines. Memory stays flat whatever the file's size.
 *
 * A line with broken quotes, with another number of columns than the header, or with control characters is noted in
 * `problems` and left out. Fields come trimmed. A file that cannot be opened throws the system's error.
 */
export async function* readCsv(
  file: string,
  columns: readonly string[],
  problems: ImportProblems,
  onBytes: BytesRead = () => undefined,
): AsyncGenerator<CsvLine[]> {
  const name = path.basename(file);
  const input = createReadStream(file);
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_RECORD_CHARACTERS,
    // The line's number rides along as one more field.
    on_record: (fields, context) => [...fields, String(context.lines)],
    on_skip: (error) => {
      if (error) problems.add(name, lineOf(error), 'broken quotes');
      return undefined;
    },
  });
  input.on('error', (error) => parser.destroy(error));
  input.pipe(parser);

  let header: { width: number; indexes: number[] } | null = null;
  let batch: CsvLine[] = [];
  try {
    for await (const raw of parser as AsyncIterable<string[]>) {
      const record = { line: Number(raw.pop()), fields: raw };
      if (header === null) {
        header = readHeader(name, record, columns, problems);
        if (header === null) return;
        continue;
      }
      if (record.fields.length !== header.width) {
        problems.add(name, record.line, `${record.fields.length} columns instead of ${header.width}`);
        continue;
      }
      const fields = header.indexes.map((index) => (record.fields[index] as string).trim());
      if (fields.some((field) => UNCLEAN.test(field))) {
        problems.add(name, record.line, 'control characters, a line break or bytes that are not UTF-8');
        continue;
      }
      batch.push({ line: record.line, fields });
      if (batch.length === BATCH_LINES) {
        onBytes(input.bytesRead);
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The rest of the file cannot be told apart any more.
    problems.add(name, lineOf(error), 'broken quotes; the lines after it could not be read');
  } finally {
    input.destroy();
  }
  if (header === null) problems.add(name, 1, `the file is empty; expected the header ${columns.join(',')}`);
  onBytes(input.bytesRead);
  if (batch.length > 0) yield batch;
}

function readHeader(name: string, record: CsvLine, columns: readonly string[], problems: ImportProblems) {
  const names = record.fields.map((field) => field.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    problems.add(name, record.line, `header lacks ${missing.join(', ')}; expected ${columns.join(',')}`);
    return null;
  }
  return { width: names.length, indexes: columns.map((column) => names.indexOf(column)) };
}

function lineOf(error: CsvError): number {
  const { lines } = error;
  return typeof lines === 'number' ? lines : 0;
}
