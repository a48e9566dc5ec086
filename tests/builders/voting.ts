import { FieldCipher } from '@jiefang/bff/common/crypto/field-cipher';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { Counting } from '@jiefang/bff/halls/voting/counting';
import type { Sql } from '@jiefang/bff/database/database';
import type { BallotChoice } from '@jiefang/shared/topics';
import type request from 'supertest';
import { TEST_SECRET, type TestApp } from '../support/app.js';
import { buildTopic, inDays, type TopicOptions } from './halls.js';
import { buildPerson, nextSerial } from './people.js';
import { COMMUNITY } from './venues.js';

const cipher = new FieldCipher(TEST_SECRET);

/** A vote of a built roll: its voters are people by row number; one voter of their own unless told. */
export interface BuiltMember {
  voters?: readonly number[];
  building?: string;
  /** Hundredths of m². */
  area?: number;
}

/** A topic that is being voted on, with its roll and box. */
export interface BuiltVote {
  topicId: number;
  publicId: string;
  textHash: string;
  rollId: number;
  /** The first voter of each member, in order of their numbers. */
  people: number[];
}

/** Inserts a roll with labels that can be read, its voters and the box. Returns the first voter of each member. */
export async function buildVoters(
  sql: Sql,
  topicId: number,
  members: readonly BuiltMember[],
): Promise<{ rollId: number; people: number[] }> {
  const hasArea = members.every((member) => member.area !== undefined);
  const area = hasArea ? members.reduce((sum, member) => sum + (member.area ?? 0), 0) : null;
  const { insertId: rollId } = await sql.execute(
    'INSERT INTO roll (topic_id, source, size, area, hash, frozen_by, frozen_at) VALUES (?, ?, ?, ?, ?, 1, ?)',
    [
      topicId,
      hasArea ? 'owners' : 'verified_residents',
      members.length,
      area,
      Buffer.alloc(32, 7),
      inDays(-10),
    ],
  );
  const people: number[] = [];
  for (const [index, member] of members.entries()) {
    const no = index + 1;
    const voters = member.voters ?? [await buildPerson(sql)];
    people.push(voters[0] ?? 0);
    await sql.execute(
      'INSERT INTO roll_member (roll_id, no, building, label_cipher, area, salt, commitment) VALUES (?)',
      [
        [
          rollId,
          no,
          member.building ?? '1幢',
          cipher.encrypt(`${no}号`),
          member.area ?? null,
          Buffer.alloc(16, no % 256),
          Buffer.alloc(32, no % 256),
        ],
      ],
    );
    for (const person of voters)
      await sql.execute(
        'INSERT INTO roll_voter (roll_id, member_no, capacity, person_id) VALUES (?, ?, ?, ?)',
        [rollId, no, 'self', person],
      );
  }
  await sql.execute('UPDATE topic SET roll_id = ? WHERE id = ?', [rollId, topicId]);
  await sql.execute('INSERT INTO ballot_box (topic_id) VALUES (?)', [topicId]);
  return { rollId, people };
}

/** A topic in the middle of its voting window, six more days to go. */
export async function buildVote(
  app: TestApp,
  members: readonly BuiltMember[] | number,
  options: TopicOptions = {},
): Promise<BuiltVote> {
  const sql = app.database;
  const topicId = await buildTopic(sql, { status: 'voting', ...options }, app);
  const list = typeof members === 'number' ? Array.from({ length: members }, () => ({})) : members;
  const { rollId, people } = await buildVoters(sql, topicId, list);
  const [row] = await sql.query<{ textHash: Buffer | null }>(
    'SELECT text_hash AS textHash FROM topic WHERE id = ?',
    [topicId],
  );
  return {
    topicId,
    publicId: encodeId('topic', topicId),
    textHash: row?.textHash?.toString('hex') ?? '0'.repeat(64),
    rollId,
    people,
  };
}

/** Sends a ballot of the member `no` by this person. */
export function cast(
  app: TestApp,
  vote: BuiltVote,
  person: number,
  no: number,
  choice: BallotChoice,
  key?: string,
): request.Test {
  const body = { member: no, choice, textHash: vote.textHash };
  return app.as(person).post(`/topics/${vote.publicId}/ballots`, body, key);
}

/** Moves the clock past the end of the window and counts as the clock does, which it answers. */
export async function endOfVoting(app: TestApp, vote: BuiltVote) {
  const [row] = await app.database.query<{ until: Date }>(
    'SELECT votes_until AS until FROM topic WHERE id = ?',
    [vote.topicId],
  );
  app.clock.set(new Date((row?.until ?? inDays(6)).getTime() + 1000).toISOString());
  return app.app.get(Counting).atEnd(app.database, vote.topicId);
}

/** A file that staff alone may see. Returns its public id. */
export async function buildPhoto(
  sql: Sql,
  access: 'staff' | 'public' = 'staff',
  divisionCode = COMMUNITY,
): Promise<string> {
  const { insertId } = await sql.execute(
    `INSERT INTO attachment (division_code, access, mime, bytes, width, height, sha256, created_by, created_at)
     VALUES (?, ?, 'image/jpeg', 100, 10, 10, ?, 1, ?)`,
    [divisionCode, access, Buffer.alloc(32, nextSerial() % 256), inDays(-1)],
  );
  return encodeId('attachment', insertId);
}
