import { createHash } from 'node:crypto';
import { encodeId } from '@jiefang/bff/common/ids/public-id';
import { rulePack } from '@jiefang/shared/rule-packs';
import type { DataSource } from 'typeorm';
import { insertAll } from './city.js';

export const VOTE_COMMUNITY = '350602002002';
const LONG_AGO = new Date('2026-01-01T00:00:00Z');
const DAY_MS = 86_400_000;
/** Members to a building. */
const BUILDING = 60;

/** Hex hash of every benched topic's text. */
export const BENCH_TEXT = createHash('sha256').update('bench').digest('hex');

/** People with a bound phone. Ids are 1…count. */
export async function buildVotersOfCity(dataSource: DataSource, count: number): Promise<void> {
  const hash = (id: number): Buffer => {
    const bytes = Buffer.alloc(32);
    bytes.writeUInt32BE(id, 28);
    return bytes;
  };
  await insertAll(
    dataSource,
    'person',
    'id, openid, nickname, phone_hash, phone_masked, created_at',
    Array.from({ length: count }, (_, index) => index + 1).map((id) => [
      id,
      `bench-${id}`,
      `街坊${id}`,
      hash(id),
      '199****0000',
      LONG_AGO,
    ]),
  );
}

/**
 * A topic that is being voted on, its window open until `until`, with a roll of `size` members: person n votes for member
 * n alone. Row numbers of the topic and of its roll are `id`.
 */
export async function buildVoteTopic(
  dataSource: DataSource,
  { id, size, secret, until }: { id: number; size: number; secret: boolean; until?: Date },
): Promise<void> {
  const now = Date.now();
  await dataSource.query(
    `INSERT INTO topic (id, division_code, initiator_id, track, status, status_at, title, text_hash, shown,
       endorse_threshold, pack, secret, roll_id, votes_from, votes_until, created_at, updated_at) VALUES (?)`,
    [
      [
        id,
        VOTE_COMMUNITY,
        1,
        'deep',
        'voting',
        LONG_AGO,
        `电动车充电棚${id}`,
        Buffer.from(BENCH_TEXT, 'hex'),
        1,
        0,
        JSON.stringify(rulePack('household_majority')),
        secret ? 1 : 0,
        id,
        new Date(now - DAY_MS),
        until ?? new Date(now + DAY_MS),
        LONG_AGO,
        LONG_AGO,
      ],
    ],
  );
  const genesis = createHash('sha256')
    .update(`jiefang-record/1:${encodeId('topic', id)}`)
    .digest();
  await dataSource.query('INSERT INTO record_head (topic_id, seq, hash) VALUES (?, 0, ?)', [id, genesis]);
  await dataSource.query(
    `INSERT INTO roll (id, topic_id, source, size, area, hash, frozen_by, frozen_at) VALUES (?)`,
    [[id, id, 'households', size, null, Buffer.alloc(32), 1, LONG_AGO]],
  );
  await dataSource.query(
    `INSERT INTO roll_member (roll_id, no, building, label_cipher, area, salt, commitment)
     SELECT ?, id, CONCAT(1 + id DIV ?, '幢'), REPEAT('x', 60), NULL, REPEAT('s', 16), REPEAT('c', 32)
       FROM person WHERE id <= ?`,
    [id, BUILDING, size],
  );
  await dataSource.query(
    `INSERT INTO roll_voter (roll_id, member_no, capacity, person_id, phone_hash)
     SELECT ?, id, 'self', id, NULL FROM person WHERE id <= ?`,
    [id, size],
  );
  await dataSource.query('INSERT INTO ballot_box (topic_id) VALUES (?)', [id]);
}

/** Where ballots of a topic are sent. */
export function ballotsOf(topic: number): string {
  return `/api/v1/topics/${encodeId('topic', topic)}/ballots`;
}
