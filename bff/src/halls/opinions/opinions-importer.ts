import { stat } from 'node:fs/promises';
import path from 'node:path';
import { isDivisionCode, levelOf } from '@jiefang/shared/divisions';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../common/clock/clock.js';
import { ImportProblems } from '../../common/csv/import-problems.js';
import { encodeId } from '../../common/ids/public-id.js';
import { Database, type Sql } from '../../database/database.js';
import { isDuplicateKey } from '../../database/sql-errors.js';
import { RecordContents } from '../record/record-contents.js';
import { RecordRepository } from '../record/record.repository.js';
import { RecordWriter } from '../record/record-writer.js';
import { textHash } from '../topics/topic-texts.js';
import { FIRST_LEVEL } from './opinion-rows.js';
import { OpinionWriter } from './opinion-writer.js';
import { OpinionsRepository } from './opinions.repository.js';
import { PolisFiles, type PolisStatement } from './polis-files.js';

/** What an import did. Zero statements: it was there already. */
export interface OpinionsImportReport {
  topicId: string;
  communityCode: string;
  statements: number;
  hidden: number;
  people: number;
  reactions: number;
  unchanged: boolean;
}

export interface OpinionsImportOptions {
  /** Code of the community; null is the one with most verified residents. */
  community: string | null;
  /** Secret of the installation, with which the record names people. */
  appSecret: string;
  clock: Clock;
  onProgress?: (progress: { bytes: number; totalBytes: number; rows: number }) => void;
}

/** There is no such community. The message is for the operator. */
export class ImportCommunityError extends Error {}

/** What the stub of a rejected statement says. */
const REJECTED = { reason: 'other', words: '原平台的主持人没有采纳这条。' } as const;
const DAY_MS = 86_400_000;
/** The imported deliberation stays open for so long. */
const OPEN_DAYS = 30;
const INSERT_ROWS = 2000;

/**
 * Imports a deliberation held on Polis as a topic under deliberation: statements as opinions of people without accounts,
 * votes as their reactions (1 agree, -1 disagree, 0 pass), rejected statements as stubs with a decided case. One
 * transaction; the same export brought in again changes nothing.
 *
 * @throws {ImportRefused} naming the line of everything wrong; the database is unchanged.
 * @throws {ImportCommunityError} for a community that is not there.
 */
export async function importOpinions(
  dataSource: DataSource,
  folder: string,
  options: OpinionsImportOptions,
): Promise<OpinionsImportReport> {
  const problems = new ImportProblems();
  const files = new PolisFiles(folder, problems);
  const contentHash = await files.contentHash();
  const topic = await files.topic();
  const statements = await files.statements();
  problems.refuseIfAny();
  const totalBytes = (await stat(path.join(folder, 'participants-votes.csv'))).size;
  return new Database(dataSource).transaction(async (tx) => {
    const communityCode = await requireCommunity(tx, options.community);
    const known = await register(tx, communityCode, contentHash, options.clock.now());
    if (known !== null) {
      return {
        topicId: encodeId('topic', known),
        communityCode,
        statements: statements.length,
        hidden: 0,
        people: 0,
        reactions: 0,
        unchanged: true,
      };
    }
    const run = new ImportRun(tx, options);
    await run.open(communityCode, topic, contentHash);
    const opinions = await run.say(statements);
    let reactions = 0;
    let bytes = 0;
    for await (const batch of files.votes(statements, (count) => (bytes = count))) {
      await run.meet(batch.map((one) => one.participantNo));
      if (!problems.any) reactions += await run.react(batch, opinions);
      options.onProgress?.({ bytes, totalBytes, rows: reactions });
    }
    problems.refuseIfAny();
    await run.close(contentHash);
    return {
      topicId: encodeId('topic', run.topicId),
      communityCode,
      statements: statements.length,
      hidden: statements.filter((one) => one.rejected).length,
      people: run.people.size,
      reactions,
      unchanged: false,
    };
  });
}

/** One import in its transaction. */
class ImportRun {
  topicId = 0;
  /** Row numbers of people by their number in the export. */
  readonly people = new Map<number, number>();
  private communityCode = '';
  private readonly record: RecordWriter;
  private readonly opinions = new OpinionsRepository();
  private readonly writer: OpinionWriter;
  private readonly clock: Clock;

  constructor(
    private readonly tx: Sql,
    options: OpinionsImportOptions,
  ) {
    this.clock = options.clock;
    const records = new RecordRepository();
    this.record = new RecordWriter(records, this.clock, { appSecret: options.appSecret });
    const contents = new RecordContents(records, this.record, this.clock);
    this.writer = new OpinionWriter(this.opinions, this.record, contents, this.clock);
  }

  /** The topic with its text and the beginning of its record. */
  async open(communityCode: string, text: { title: string; body: string }, contentHash: Buffer) {
    const at = this.clock.now();
    this.communityCode = communityCode;
    const { insertId: initiatorId } = await this.tx.execute(
      'INSERT INTO person (nickname, created_at) VALUES (?, ?)',
      ['公开讨论（导入）', at],
    );
    const until = new Date(at.getTime() + OPEN_DAYS * DAY_MS);
    const { insertId } = await this.tx.execute(
      `INSERT INTO topic (division_code, initiator_id, track, status, status_at, title, shown, endorse_threshold,
         deliberates_from, deliberates_until, created_at, updated_at)
       VALUES (?, ?, 'deep', 'deliberating', ?, ?, 1, 0, ?, ?, ?, ?)`,
      [communityCode, initiatorId, at, text.title, at, until, at, at],
    );
    this.topicId = insertId;
    const hash = textHash({ ...text, no: 1 });
    await this.record.open(this.tx, insertId);
    const [seq] = await this.record.append(this.tx, insertId, [
      {
        act: 'version',
        actor: { role: 'importer', personId: null },
        body: { no: 1, hash: hash.toString('hex'), source: 'polis', content: contentHash.toString('hex') },
        contents: { title: text.title, body: text.body },
      },
    ]);
    await this.tx.execute(
      `INSERT INTO topic_text (topic_id, no, title, body, hash, verdict, created_by, created_at, record_seq)
       VALUES (?, 1, ?, ?, ?, 'pass', ?, ?, ?)`,
      [insertId, text.title, text.body, hash, initiatorId, at, seq],
    );
  }

  /** The statements, in the order they were written. Returns the row number of each. */
  async say(statements: readonly PolisStatement[]): Promise<number[]> {
    await this.meet(statements.map((one) => one.authorNo));
    const ids: number[] = [];
    for (const statement of statements) {
      const authorId = this.people.get(statement.authorNo) ?? null;
      const id = await this.writer.add(this.tx, {
        topicId: this.topicId,
        parentId: FIRST_LEVEL,
        authorId,
        authorName: null,
        role: 'resident',
        channel: 'app',
        stance: 'neutral',
        text: statement.text,
        verdict: 'pass',
        at: statement.writtenAt,
      });
      ids.push(id);
      if (statement.rejected) await this.hide(id, authorId);
    }
    return ids;
  }

  /** Makes people of those who are not known yet. */
  async meet(numbers: readonly number[]): Promise<void> {
    const missing = [...new Set(numbers)].filter((no) => !this.people.has(no));
    if (missing.length === 0) return;
    const at = this.clock.now();
    const { insertId } = await this.tx.execute('INSERT INTO person (nickname, created_at) VALUES ?', [
      missing.map((no) => [nicknameOf(no), at]),
    ]);
    // Not counted up from the first: on a cluster numbers go in steps.
    const rows = await this.tx.query<{ id: number; nickname: string }>(
      `SELECT id, nickname FROM person
        WHERE id >= ? AND openid IS NULL AND phone_hash IS NULL AND nickname IN (?) ORDER BY id DESC`,
      [insertId, missing.map(nicknameOf)],
    );
    const idOf = new Map(rows.map((row) => [row.nickname, row.id]));
    for (const no of missing) {
      const id = idOf.get(nicknameOf(no));
      if (id === undefined) throw new Error('a person vanished between insert and read');
      this.people.set(no, id);
    }
  }

  /** What these participants thought of the opinions. Returns how many reactions there were. */
  async react(
    batch: readonly { participantNo: number; values: readonly (number | null)[] }[],
    opinions: readonly number[],
  ): Promise<number> {
    const at = this.clock.now();
    const rows = batch.flatMap(({ participantNo, values }) =>
      values.flatMap((value, index) =>
        value === null ? [] : [[opinions[index], this.people.get(participantNo), value, at]],
      ),
    );
    for (let from = 0; from < rows.length; from += INSERT_ROWS) {
      await this.tx.execute(
        'INSERT INTO opinion_reaction (opinion_id, person_id, value, updated_at) VALUES ?',
        [rows.slice(from, from + INSERT_ROWS)],
      );
    }
    return rows.length;
  }

  /** Counts the reactions from their rows, states them on the record, and files the import. */
  async close(contentHash: Buffer): Promise<void> {
    await this.tx.execute(
      `UPDATE opinion o JOIN (
         SELECT r.opinion_id, SUM(r.value = 1) AS agree, SUM(r.value = -1) AS disagree, SUM(r.value = 0) AS pass
           FROM opinion_reaction r JOIN opinion q ON q.id = r.opinion_id WHERE q.topic_id = ? GROUP BY r.opinion_id) s
         ON s.opinion_id = o.id SET o.agree = s.agree, o.disagree = s.disagree, o.pass = s.pass`,
      [this.topicId],
    );
    await this.writer.recordReactions(this.tx, this.topicId);
    await this.tx.execute(
      'UPDATE opinion_import SET topic_id = ? WHERE division_code = ? AND content_hash = ?',
      [this.topicId, this.communityCode, contentHash],
    );
  }

  /** A statement that was rejected before it came here: a stub, and the case that says why. */
  private async hide(id: number, authorId: number | null): Promise<void> {
    const opinion = await this.opinions.findByIdForUpdate(this.tx, id);
    if (opinion === null) throw new Error('an opinion vanished in its own transaction');
    await this.writer.hide(this.tx, opinion, REJECTED.reason);
    const at = this.clock.now();
    const { insertId } = await this.tx.execute(
      `INSERT INTO moderation_case (division_code, topic_id, subject_kind, subject_id, author_id, source, status,
         decision, reason, words, decided_at, created_at)
       VALUES (?, ?, 'opinion', ?, ?, 'import', 'decided', 'hide', ?, ?, ?, ?)`,
      [this.communityCode, this.topicId, id, authorId, REJECTED.reason, REJECTED.words, at, at],
    );
    await this.record.append(this.tx, this.topicId, [
      {
        act: 'hide',
        actor: { role: 'importer', personId: null },
        body: {
          case: encodeId('case', insertId),
          subject: { kind: 'opinion', id: encodeId('opinion', id), no: 1 },
          ...REJECTED,
        },
      },
    ]);
  }
}

function nicknameOf(no: number): string {
  return `参与者 ${no}`;
}

/** Files the import; the row number of the topic when this export is in this community already. */
async function register(tx: Sql, code: string, contentHash: Buffer, at: Date): Promise<number | null> {
  try {
    await tx.execute(
      'INSERT INTO opinion_import (division_code, content_hash, topic_id, imported_at) VALUES (?, ?, 0, ?)',
      [code, contentHash, at],
    );
    return null;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const [row] = await tx.query<{ topicId: number }>(
    'SELECT topic_id AS topicId FROM opinion_import WHERE division_code = ? AND content_hash = ?',
    [code, contentHash],
  );
  return row?.topicId ?? null;
}

async function requireCommunity(tx: Sql, code: string | null): Promise<string> {
  if (code !== null) {
    const rows =
      isDivisionCode(code) && levelOf(code) === 'community'
        ? await tx.query('SELECT 1 FROM division WHERE code = ?', [code])
        : [];
    if (rows.length === 0)
      throw new ImportCommunityError(`--community ${code}: there is no community with this code.`);
    return code;
  }
  const [most] = await tx.query<{ code: string }>(
    `SELECT d.code FROM division d LEFT JOIN (
       SELECT community_code, COUNT(*) AS n FROM residency WHERE status = 'approved' GROUP BY community_code) r
       ON r.community_code = d.code
      WHERE d.level = 'community' ORDER BY COALESCE(r.n, 0) DESC, d.code LIMIT 1`,
  );
  if (most === undefined) {
    throw new ImportCommunityError('There is no community yet: import the divisions first.');
  }
  return most.code;
}
