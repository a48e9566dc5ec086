import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CsvError, parse } from 'csv-parse';
import { cleanText, TextRefused } from '@jiefang/shared/texts';
import { OPINION_MAX, TOPIC_BODY_MAX, TOPIC_TITLE_MAX } from '@jiefang/shared/topics';
import { readCsv, type BytesRead } from '../../common/csv/csv-lines.js';
import type { ImportProblems } from '../../common/csv/import-problems.js';

const STATEMENTS = 'comments.csv';
const MATRIX = 'participants-votes.csv';
const SUMMARY = 'summary.csv';
const STATEMENT_COLUMNS = ['timestamp', 'comment-id', 'author-id', 'moderated', 'comment-body'] as const;
/** A title that is cut ends in one of these. */
const ELLIPSIS = '…';
const MAX_STATEMENT_CHARACTERS = 20_000;
const INTEGER = /^\d{1,12}$/;

/** One statement of the deliberation. */
export interface PolisStatement {
  no: number;
  authorNo: number;
  text: string;
  writtenAt: Date;
  /** Its moderators rejected it. */
  rejected: boolean;
}

/** What one participant thought of statements, in the order of the statements asked for; null is unseen. */
export interface PolisVotes {
  participantNo: number;
  values: (-1 | 0 | 1 | null)[];
}

/** An export of Polis: summary.csv, comments.csv, participants-votes.csv in one folder. */
export class PolisFiles {
  constructor(
    private readonly folder: string,
    private readonly problems: ImportProblems,
  ) {}

  /** SHA-256 of statements and matrix: the same export has the same. */
  async contentHash(): Promise<Buffer> {
    const sum = createHash('sha256');
    for (const name of [STATEMENTS, MATRIX]) {
      for await (const chunk of createReadStream(path.join(this.folder, name))) sum.update(chunk as Buffer);
    }
    return sum.digest();
  }

  /** Title and introduction, short enough for a topic. */
  async topic(): Promise<{ title: string; body: string }> {
    const text = await readFile(path.join(this.folder, SUMMARY), 'utf8');
    const facts = new Map<string, string>();
    for await (const [name, value] of parse(text, { bom: true, relax_column_count: true }) as AsyncIterable<
      string[]
    >) {
      if (name !== undefined && value !== undefined) facts.set(name, value);
    }
    const title = facts.get('topic')?.trim() ?? '';
    if (title === '') this.problems.add(SUMMARY, 1, 'there is no topic');
    const url = facts.get('url')?.trim() ?? '';
    const source = `（导入自 Polis 的公开讨论${url === '' ? '' : ` ${url}`}，The Computational Democracy Project，CC BY 4.0）`;
    const intro = facts.get('conversation-description')?.trim() ?? '';
    const room = TOPIC_BODY_MAX - [...source].length - 2;
    return {
      title: this.clean(SUMMARY, 1, cut(title, TOPIC_TITLE_MAX), TOPIC_TITLE_MAX),
      body: this.clean(SUMMARY, 1, `${cut(intro, room)}\n\n${source}`.trim(), TOPIC_BODY_MAX),
    };
  }

  /** All statements, oldest first. Their texts may have several lines, so they are not read as a table of labels. */
  async statements(): Promise<PolisStatement[]> {
    const found = new Map<number, PolisStatement>();
    const parser = createReadStream(path.join(this.folder, STATEMENTS)).pipe(
      parse({
        bom: true,
        columns: true,
        skip_empty_lines: true,
        max_record_size: MAX_STATEMENT_CHARACTERS,
        on_record: (fields: Record<string, string>, { lines }) => ({ ...fields, line: String(lines) }),
      }),
    );
    try {
      for await (const record of parser as AsyncIterable<Record<string, string>>) {
        const statement = this.statement(record);
        if (statement === null) continue;
        if (found.has(statement.no)) {
          this.problems.add(STATEMENTS, Number(record.line), `comment-id ${statement.no} is there twice`);
        }
        found.set(statement.no, statement);
      }
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const { lines } = error;
      this.problems.add(STATEMENTS, typeof lines === 'number' ? lines : 0, 'broken quotes or columns');
    }
    if (found.size === 0) this.problems.add(STATEMENTS, 1, 'there is no statement');
    return [...found.values()].sort((a, b) => a.writtenAt.getTime() - b.writtenAt.getTime() || a.no - b.no);
  }

  /** The matrix in batches of participants; memory stays flat whatever its size. */
  async *votes(statements: readonly PolisStatement[], onBytes: BytesRead): AsyncGenerator<PolisVotes[]> {
    const columns = ['participant', ...statements.map((one) => String(one.no))];
    const seen = new Set<number>();
    for await (const lines of readCsv(path.join(this.folder, MATRIX), columns, this.problems, onBytes)) {
      const batch: PolisVotes[] = [];
      for (const { line, fields } of lines) {
        const [participant = '', ...cells] = fields;
        const values = cells.map(valueOf);
        if (!INTEGER.test(participant)) this.problems.add(MATRIX, line, 'participant is not a number');
        else if (seen.has(Number(participant)))
          this.problems.add(MATRIX, line, `participant ${participant} is there twice`);
        else if (values.includes(undefined))
          this.problems.add(MATRIX, line, 'a vote is not 1, -1, 0 or empty');
        seen.add(Number(participant));
        batch.push({ participantNo: Number(participant), values: values.map((value) => value ?? null) });
      }
      yield batch;
    }
  }

  private statement(record: Record<string, string>): PolisStatement | null {
    const line = Number(record.line);
    const missing = STATEMENT_COLUMNS.filter((column) => record[column] === undefined);
    if (missing.length > 0) {
      this.problems.add(STATEMENTS, line, `there is no ${missing.join(', ')}`);
      return null;
    }
    const { timestamp = '', moderated = '' } = record;
    const [no = '', authorNo = ''] = [record['comment-id'], record['author-id']];
    if (![timestamp, no, authorNo].every((text) => /^\d{1,14}$/.test(text))) {
      this.problems.add(STATEMENTS, line, 'timestamp, comment-id or author-id is not a number');
      return null;
    }
    if (!['-1', '0', '1'].includes(moderated)) {
      this.problems.add(STATEMENTS, line, 'moderated is not 1, 0 or -1');
      return null;
    }
    return {
      no: Number(no),
      authorNo: Number(authorNo),
      text: this.clean(STATEMENTS, line, record['comment-body'] ?? '', OPINION_MAX),
      writtenAt: new Date(Number(timestamp)),
      rejected: moderated === '-1',
    };
  }

  private clean(file: string, line: number, text: string, max: number): string {
    try {
      return cleanText(text, max);
    } catch (error) {
      if (!(error instanceof TextRefused)) throw error;
      this.problems.add(file, line, `a text cannot be taken: ${error.fault}`);
      return '';
    }
  }
}

function cut(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max ? text : characters.slice(0, max - 1).join('') + ELLIPSIS;
}

/** Undefined for what is no vote. */
function valueOf(cell: string): -1 | 0 | 1 | null | undefined {
  return { '': null, '1': 1, '-1': -1, '0': 0 }[cell] as -1 | 0 | 1 | null | undefined;
}
